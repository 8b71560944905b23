import type { RugzakBeleid } from '../regio/region.ts';
import type { Instant } from '../time.ts';
import type { Categorie } from './boeking.ts';

/** The rules of the day the case was reported: frozen, so that a later policy leaves running ones alone [B1, B2, B9]. */
export type Beleid = RugzakBeleid;

/**
 * The budget bound to one case: everything but the ledger itself. Protected as a whole, and decided under the
 * version of its case.
 */
export type Rugzak = {
  casusId: string;
  beleid: Beleid;
  /** First day of the first help (ISO date); null: not started. The terms count from it [B2, B4]. */
  start: string | null;
  /** Each with the decision and its reason. */
  verlengingen: { door: string; op: Instant; reden: string }[];
  aanvragen: Aanvraag[];
  facturen: Factuur[];
  /** Steps to the toegangspoort that were taken [B4]; absent in what was kept before there were any. */
  stappen?: Partial<Record<Stap, Gezet>>;
  /** A foster family is looked for since `op` [B5]; null or absent: not. */
  pleegzorg?: { door: string; op: Instant } | null;
  /** Proofs that went to the toegangspoort, on `datum` (ISO date) [B7]. */
  bewijzen?: { aanvraagId: string; kwartaal: string; door: string; op: Instant; datum: string }[];
};

/** What is done towards the toegangspoort, in this order [B4]; the A-document only for a foster family [B5]. */
export const stappen = ['vist', 'isv', 'beslissing', 'a_document'] as const;
export type Stap = (typeof stappen)[number];

/** A step that was taken on `datum` (ISO date), and who wrote it down. */
type Gezet = { datum: string; door: string; op: Instant };

/** A request for means: what for, by whom, how much, and why the regular offer cannot pay it [B3]. */
export type Aanvraag = {
  id: string;
  categorie: Categorie;
  doel: string;
  aanbieder: string;
  /** Integer euro cents. */
  cents: number;
  /** ISO dates, both included. */
  van: string;
  tot: string;
  /** What was freed and holds, by its line: no proofs are wanted of what came after the last day of help [B7]. */
  vrijgaven?: { boekingId: string; laatsteDag: string }[];
  waaromNietRegulier: string;
  door: string;
  op: Instant;
  stand: 'aangevraagd' | 'goedgekeurd' | 'geweigerd' | 'ingetrokken';
  beslissing: { door: string; op: Instant; reden: string } | null;
  /** What who decides asked, and what who asked for it answered; absent: nothing. */
  vragen?: AanvraagVraag[];
};

type AanvraagVraag = {
  id: string;
  door: string;
  op: Instant;
  tekst: string;
  antwoord: { door: string; op: Instant; tekst: string } | null;
};

/** An invoice on an approved request: to be paid within a month [B7]. */
export type Factuur = {
  id: string;
  aanvraagId: string;
  nummer: string;
  cents: number;
  /** ISO date on which it came in. */
  ontvangen: string;
  /** ISO date by which it is to be paid. */
  vervalt: string;
  betaald: { op: Instant; door: string; datum: string } | null;
  /** Entered by mistake and taken back. */
  ingetrokken: { door: string; op: Instant } | null;
};
