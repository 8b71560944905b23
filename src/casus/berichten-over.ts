import type { Instant } from '../time.ts';
import type { Casus } from './casus.ts';
import type { MededelingSoort } from './casus-view.ts';
import type { BerichtSpec, Decision } from './change.ts';
import type { Seen } from './see.ts';

/** The coordinator's living card: one per case and person, whoever it passes to and back [A3]. */
export const casusKaart = (casus: Pick<Casus, 'aangemeldOp'>, persoon: string): BerichtSpec => ({
  soort: 'casus_kaart',
  onderwerp: 'kaart',
  op: casus.aangemeldOp,
  aan: { persoon },
});

/** The aanmelder's living card. */
export const aanmeldingStatus = (casus: Pick<Casus, 'aangemeldOp' | 'aanmelder'>): BerichtSpec => ({
  soort: 'aanmelding_status',
  onderwerp: 'status',
  op: casus.aangemeldOp,
  aan: { persoon: casus.aanmelder },
});

/** A notice of one event. Nobody is told what they did themselves: `door` gets none. */
export function mededeling(soort: MededelingSoort, op: Instant, aan: string, door: string | null): BerichtSpec[] {
  return aan === door ? [] : [{ soort: 'mededeling', onderwerp: soort, op, aan: { persoon: aan } }];
}

/**
 * Everybody else on the case hears it too [A3], but for who hears of the same decision in another way already. To wrap
 * around the decision.
 */
export function aanBetrokkenen(
  soort: MededelingSoort,
  decision: Decision,
  { casus, now }: Pick<Seen, 'casus' | 'now'>,
  door: string,
): Decision {
  if ('refusal' in decision) return decision;
  const told = new Set(decision.berichten.map((b) => ('persoon' in b.aan ? b.aan.persoon : '')));
  const others = casus.betrokkenen.filter((id) => !told.has(id));
  return {
    ...decision,
    berichten: [...decision.berichten, ...others.flatMap((aan) => mededeling(soort, now, aan, door))],
  };
}
