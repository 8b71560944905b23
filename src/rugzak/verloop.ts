import type { Refusal } from '../refusal.ts';
import { bewijzen } from './bewijzen.ts';
import type { Daad } from './boeking.ts';
import type { Kas, KasDecision } from './kas.ts';
import { laatsteDag } from './looptijd.ts';
import type { Rugzak, Stap } from './rugzak.ts';

/** Decisions about a rugzak that move no money. */
const zonderGeld = (rugzak: Rugzak): KasDecision => ({ rugzak, boekingen: [] });
const refused = (refusal: Refusal): KasDecision => ({ refusal });

/** The first help started on `datum` (ISO date): the term counts from there, again when the date was wrong [B2]. */
export const starten = ({ rugzak }: Kas, datum: string): KasDecision => zonderGeld({ ...rugzak, start: datum });

/** Why no term can be added on `datum` (ISO date); null: it can [B2]. */
export function beletVerlenging({ start, beleid, verlengingen }: Rugzak, datum: string): Refusal | null {
  if (start === null) return { kind: 'rugzak_niet_gestart' };
  if (verlengingen.length >= beleid.verlengingen) return { kind: 'geen_verlenging_meer', aantal: beleid.verlengingen };
  const einde = laatsteDag(start, beleid, verlengingen.length + 1);
  // It would be used up, and everybody told that the rugzak goes on until a day that is over.
  return einde < datum ? { kind: 'verlenging_voorbij', einde } : null;
}

/**
 * One more term, with the reason of the decision. `gezien`: how many extensions the reader saw, so that two who
 * press extend once [B2].
 */
export function verlengen({ rugzak }: Kas, reden: string, gezien: number, { door, op, datum }: Daad): KasDecision {
  const last = rugzak.verlengingen.at(-1);
  if (last && rugzak.verlengingen.length > gezien) return refused({ kind: 'al_verlengd', door: last.door });
  const belet = beletVerlenging(rugzak, datum);
  return belet
    ? refused(belet)
    : zonderGeld({ ...rugzak, verlengingen: [...rugzak.verlengingen, { door, op, reden }] });
}

/** The last extension was a mistake: it is taken back, and can be used again. `gezien`: how many the reader saw [B2]. */
export function verlengingTerugnemen({ rugzak }: Kas, gezien: number): KasDecision {
  const { verlengingen } = rugzak;
  if (verlengingen.length === 0 || verlengingen.length !== gezien) return refused({ kind: 'verlenging_weg' });
  return zonderGeld({ ...rugzak, verlengingen: verlengingen.slice(0, -1) });
}

/** Which steps were taken when (ISO dates, null: not), and whether a foster family is looked for [B4, B5]. */
export function stappenZetten(
  { rugzak }: Kas,
  data: Partial<Record<Stap, string | null>>,
  pleegzorg: boolean,
  { door, op }: Daad,
): KasDecision {
  const steps = { ...rugzak.stappen };
  for (const [stap, datum] of Object.entries(data) as [Stap, string | null][]) {
    if (datum === null) delete steps[stap];
    else if (steps[stap]?.datum !== datum) steps[stap] = { datum, door, op };
  }
  return zonderGeld({ ...rugzak, stappen: steps, pleegzorg: pleegzorg ? (rugzak.pleegzorg ?? { door, op }) : null });
}

/** The proof of a quarter went to the toegangspoort; `weg`: it did not after all [B7]. */
export function bewijsBezorgen(
  kas: Kas,
  aanvraagId: string,
  kwartaal: string,
  weg: boolean,
  { door, op, datum }: Daad,
): KasDecision {
  const bewijs = bewijzen(kas).find((b) => b.aanvraag.id === aanvraagId && b.kwartaal === kwartaal);
  if (!bewijs) return refused({ kind: 'niet_gevonden' });
  const others = (kas.rugzak.bewijzen ?? []).filter((b) => b.aanvraagId !== aanvraagId || b.kwartaal !== kwartaal);
  if (weg) return zonderGeld({ ...kas.rugzak, bewijzen: others });
  if (bewijs.bezorgd) return refused({ kind: 'bewijs_al_bezorgd', door: bewijs.bezorgd.door });
  return zonderGeld({ ...kas.rugzak, bewijzen: [...others, { aanvraagId, kwartaal, door, op, datum }] });
}
