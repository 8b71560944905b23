import { betrokkenenOf } from '../casus/betrokkenen.ts';
import { type BerichtSpec, type Change, changed } from '../casus/change.ts';
import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import type { Refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { type AgendaSleutel, aanTafel, type Deelnemer, loopt, type Zorgtafel } from './zorgtafel.ts';

/** Chance for a decision: ids, and secrets of calendar links. */
export type Maak = { id(): string; agenda(): AgendaSleutel };

/** What a decision about a table comes to: the case's next version, with who is on it now. */
export const metTafel = (
  seen: Seen,
  tafel: Zorgtafel,
  rest: Omit<Change, 'next' | 'zorgtafel'> & { casus?: Partial<Seen['casus']> },
): Change => {
  const { casus: more = {}, ...change } = rest;
  const casus = { ...seen.casus, ...more };
  const tafels = [...seen.zorgtafels.filter((t) => t.id !== tafel.id), tafel];
  return {
    ...change,
    next: changed(seen.casus, { ...more, betrokkenen: betrokkenenOf(casus, tafels, seen.zorgplan) }),
    zorgtafel: tafel,
  };
};

/** The table that goes on, of which there is at most one. */
export const lopendeTafel = (seen: Pick<Seen, 'zorgtafels'>): Zorgtafel | null =>
  seen.zorgtafels.findLast(loopt) ?? null;

/** A table of the case that still goes on, or why nothing can be decided about it. */
export function tafelOf(seen: Seen, tafelId: string): { tafel: Zorgtafel } | { refusal: Refusal } {
  const over = ended(seen.casus);
  if (over) return { refusal: over };
  const tafel = seen.zorgtafels.find((t) => t.id === tafelId);
  if (!tafel) return { refusal: { kind: 'niet_gevonden' } };
  return loopt(tafel) ? { tafel } : { refusal: { kind: 'zorgtafel_voorbij', stand: tafel.stand } };
}

/** The participants with one of them changed. */
export const metDeelnemer = (tafel: Zorgtafel, id: string, change: Partial<Deelnemer>): Deelnemer[] =>
  tafel.deelnemers.map((d) => (d.id === id ? { ...d, ...change } : d));

/** Off the list: what their calendar holds is what was told until now, whatever becomes of the table. */
export const vanDeLijst = (tafel: Zorgtafel, stand: 'vervangen' | 'verwijderd'): Partial<Deelnemer> => ({
  stand,
  ...(tafel.agenda && { uitAgenda: tafel.agenda.start }),
});

/** Who hears of something for a participant: themselves, or who invites them [T4]. */
export const ontvanger = (d: Pick<Deelnemer, 'persoonId' | 'via'>): string | null => d.persoonId ?? d.via;

/** Who somebody invites, as they are called at the table: to be told by them what changes [T4]. */
export const doorTeGeven = (tafel: Zorgtafel, persoon: string | null): string[] =>
  aanTafel(tafel)
    .filter((d) => d.persoonId === null && d.via === persoon)
    .map((d) => d.naam);

/** The living card of an invitation, for who is asked or who passes it on. */
export const uitnodiging = (tafelId: string, d: Deelnemer): BerichtSpec[] => {
  const persoon = ontvanger(d);
  return persoon === null
    ? []
    : [{ soort: 'uitnodiging', onderwerp: `${tafelId}/${d.id}`, op: d.sinds, aan: { persoon } }];
};

/** The coordinator's living card of a table: one per table and person. */
export const tafelKaart = (tafel: Pick<Zorgtafel, 'id' | 'besprokenOp'>, persoon: string): BerichtSpec => ({
  soort: 'tafel_kaart',
  onderwerp: tafel.id,
  op: tafel.besprokenOp,
  aan: { persoon },
});

/** What a notice about a table is about. */
export type TafelMeldingSoort =
  | 'vast'
  | 'opnieuw'
  | 'gewijzigd'
  | 'afgelast'
  | 'niet_meer_nodig'
  | 'andere_doorgever'
  | 'allen_geantwoord'
  | 'kan_toch_niet'
  | 'expert_vervangen'
  | 'geen_expert';

/**
 * One notice about a table; `over`: the participant it concerns, and after a dot who came instead; of `gewijzigd` what
 * changed, of `andere_doorgever` who is invited by somebody else, with dots between.
 */
export const tafelMelding = (
  tafelId: string,
  soort: TafelMeldingSoort,
  op: Instant,
  persoon: string,
  over?: string,
): BerichtSpec => ({
  soort: 'tafel_melding',
  onderwerp: [tafelId, soort, ...(over === undefined ? [] : [over])].join('/'),
  op,
  aan: { persoon },
});

/** Everybody at the table hears it, once each, also for those they invite; not who did it. */
export const aanIedereen = (
  tafel: Zorgtafel,
  soort: TafelMeldingSoort,
  op: Instant,
  door: string | null,
  over?: string,
): BerichtSpec[] =>
  [...new Set(aanTafel(tafel).map(ontvanger))]
    .filter((persoon): persoon is string => persoon !== null && persoon !== door)
    .map((persoon) => tafelMelding(tafel.id, soort, op, persoon, over));

/** The table as calendars hear of it anew: the number rises with each time [RFC 5545 SEQUENCE]. */
export const inAgenda = (tafel: Zorgtafel, start: Instant, op: Instant): Zorgtafel => ({
  ...tafel,
  volgnummer: tafel.volgnummer + 1,
  agenda: { start, op },
});
