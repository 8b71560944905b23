import type { Region } from '../regio/region.ts';
import type { Instant } from '../time.ts';
import type { Categorie } from './boeking.ts';

/** The rules a rugzak was opened under: frozen, so that a later policy leaves running ones alone [B1, B2, B9]. */
export type Beleid = Pick<Region['rugzak'], 'maximum' | 'verblijf' | 'duur' | 'verlengingen' | 'drempels'>;

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
};

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
  waaromNietRegulier: string;
  door: string;
  op: Instant;
  stand: 'aangevraagd' | 'goedgekeurd' | 'geweigerd' | 'ingetrokken';
  beslissing: { door: string; op: Instant; reden: string } | null;
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
