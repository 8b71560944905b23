import { oneOf } from '../one-of.ts';
import type { LadderStep } from '../regio/region.ts';
import type { Instant } from '../time.ts';

/**
 * `evaluatie`: the day the zorgplan is evaluated [Z2]. `actie`: an action of the plan that is followed, with its day.
 * `zorgtafel`: the 48 hours in which it is set up [T1]; about the case itself until one is planned. `zorgplan`: a held
 * table without a plan [T7]; `zorgplan_concept`: a plan that is not recorded. `zorgtafel_antwoorden`: who did not answer is asked again.
 * `zorgtafel_afspraak`: reminders of the moment itself. `zorgtafel_verslag`: what came of it [T7].
 */
export type TermijnSoort =
  | 'terugkoppeling'
  | 'zorgtafel'
  | 'zorgtafel_antwoorden'
  | 'zorgtafel_afspraak'
  | 'zorgtafel_verslag'
  | 'zorgplan'
  | 'zorgplan_concept'
  | 'evaluatie'
  | 'actie'
  | Geldklok;

/**
 * Clocks of the rugzak: when help was to start and nobody said it did, its end [B2], the A-document [B5], what is promised
 * and not invoiced after the help, an invoice, the proofs of a quarter [B7], a request that waits [S16].
 */
export type Geldklok = (typeof geldklokken)[number];
export const geldklokken = [
  'rugzak_start',
  'rugzak_einde',
  'a_document',
  'te_factureren',
  'factuur',
  'bewijs',
  'aanvraag',
] as const;

export const isGeldklok = oneOf(...geldklokken);

/** What is still to be invoiced or freed, to be paid or to be proven: that outlives its case. */
export const tePresteren = ['te_factureren', 'factuur', 'bewijs'] as const;
export type TePresteren = (typeof tePresteren)[number];

/** That is still to be done after the case was closed or withdrawn too. */
export const overleeftAfsluiten = (soort: TermijnSoort): boolean => tePresteren.some((s) => s === soort);

/**
 * Terms somebody is held to: only these can be late. The others remind of an appointment or ask for something,
 * and bring nobody onto a case [C4].
 */
const deadlines: readonly TermijnSoort[] = ['terugkoppeling', 'zorgtafel', 'evaluatie'];

export const isDeadline = (termijn: Pick<Termijn, 'soort'>): boolean => deadlines.includes(termijn.soort);

/** Whom a rung is for: a role of the case, who may decide about the request it is about, everybody at its table, one person. */
export type RungAan = LadderStep['aan'] | 'beslissers' | 'tafel' | `persoon:${string}`;

/** A rung with its instant: frozen when the clock starts, so later policy leaves running clocks alone. */
export type Rung = { op: Instant; soort: LadderStep['soort']; aan: RungAan };

/** A running clock of a case [A2]. Stopping one never touches another. */
export type Termijn = {
  id: string;
  casusId: string;
  soort: TermijnSoort;
  /** Id of what within the case it is about (a zorgtafel, an action of the plan); null: the case itself. */
  over: string | null;
  start: Instant;
  einde: Instant;
  ladder: Rung[];
  /** When something of this clock is next due; null: nothing any more. Indexed: the heartbeat reads it. */
  volgende: Instant | null;
  gestopt: { op: Instant; reden: string } | null;
};

/** What a message about a rung is about: `<kind>:<reminder or escalation>:<for whom>[:<what within the case>]`. */
export const rungSubject = (termijn: Pick<Termijn, 'soort' | 'over'>, rung: Pick<Rung, 'soort' | 'aan'>): string =>
  [termijn.soort, rung.soort, rung.aan.replace(':', '='), ...(termijn.over === null ? [] : [termijn.over])].join(':');

/** What `rungSubject` was made of; `over` null: the case itself. */
export function readRungSubject(onderwerp: string): { soort: string; rung: string; over: string | null } {
  const [soort = '', rung = '', , over] = onderwerp.split(':');
  return { soort, rung, over: over ?? null };
}
