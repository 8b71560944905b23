import type { Aanmelding } from '../aanmelding/aanmelding.ts';
import type { TriageMelding } from '../aanmelding/aanmelding-view.ts';
import type { ActionId } from '../actions.ts';
import type { FieldErrors } from '../view.ts';
import type { PlanStand } from '../zorgplan/zorgplan-view.ts';
import type { Afsluiting, Gebeurtenis, Stand, Uitkomst } from './casus.ts';
import type { Rung } from './termijn.ts';
import type { Stap } from './volgende-stap.ts';

/** Last day (ISO date) a case that ends is kept; null: the region has no term, so it stays [S17]. */
export type Bewaard = { tot: string | null };

export type CasusKaartView = {
  view: 'casus_kaart';
  casusId: string;
  referentie: string;
  regio: string;
  zone: string;
  stand: Stand;
  aanmelder: {
    naam: string;
    organisatie: string | null;
    functie: string | null;
    telefoon: string | null;
    namens: string | null;
  };
  aanspreekpunt: string;
  aangemeldOp: string;
  uiterlijk: string;
  /** The clock has stopped, ran out, or still runs. */
  klok: 'loopt' | 'verstreken' | 'gestopt';
  aanmelding: Aanmelding;
  leeftijd: string;
  aanvullingen: { door: string; op: string; tekst: string }[];
  vragen: { door: string; tekst: string; antwoord: string | null }[];
  uitkomst: Uitkomst | null;
  nota: string | null;
  /** The latest handover note, for coordinators. */
  overdrachtsnota: { door: string; op: string; tekst: string; gelezen: { door: string; op: string } | null } | null;
  intrekking: string | null;
  afsluiting: Pick<Afsluiting, 'resultaat' | 'woont' | 'opvolging' | 'openPunten'> | null;
  /** Of a case that was closed or withdrawn. */
  bewaard: Bewaard | null;
  meldingen: TriageMelding[];
  /** Another recent aanmelding that may be the same child; only for coordinators [S15]. */
  mogelijkDubbel: string[];
  /** Why this card is here although somebody else is on duty. */
  inPlaatsVan: string | null;
  /** How its zorgplan stands; null: there is none. */
  zorgplan: PlanStand | null;
  mag: ActionId[];
};

export type CasusRegel = {
  casusId: string;
  referentie: string;
  stand: Stand;
  aanspreekpunt: string;
  termijn: string | null;
  verstreken: boolean;
  /** `zonder`: who is written down as its contact left the team. */
  rol: 'aanmelder' | 'aanspreekpunt' | 'wachtend' | 'zonder';
  /** Which clock `termijn` is of; absent: the answer to the aanmelder. */
  van?: 'zorgtafel' | 'evaluatie';
  /** What it waits for itself. */
  stap?: Stap;
  /** Of a case whose plan is followed. */
  zorgplan?: PlanStand;
};

export type CasusVerloopView = {
  view: 'casus_verloop';
  casusId: string;
  referentie: string;
  stand: Stand;
  zone: string;
  aanspreekpunt: string;
  regels: {
    op: string;
    soort: Gebeurtenis['soort'];
    door: string | null;
    betreft: string | null;
    detail: string | null;
  }[];
  /** Number of the newest line before these, for the page before; null: this is the beginning. */
  vroeger: number | null;
  /** Later lines are on another page. */
  later: boolean;
  mag: ActionId[];
};

export type CasusFormulier =
  | 'terugkoppeling'
  | 'vraag'
  | 'overdracht'
  | 'nota'
  | 'aanvulling'
  | 'intrekking'
  | 'geboorte'
  | 'afsluiting';

export type TermijnView = {
  view: 'termijn';
  casusId: string;
  referentie: string;
  zone: string;
  soort: 'herinnering' | 'escalatie';
  einde: string;
  verstreken: boolean;
  aanspreekpunt: string;
  stand: Stand;
  /** The clock was stopped since: the card says so and has no buttons. */
  gestopt: boolean;
  mag: ActionId[];
};

export type VraagView = {
  view: 'vraag';
  casusId: string;
  vraagId: string;
  referentie: string;
  door: string;
  tekst: string;
  antwoord: string | null;
  /** What was typed, when it comes back with an error. */
  waarde: string | null;
  /** The case was withdrawn or closed since: no answer needed any more. */
  vervallen: boolean;
  /** Asked for from a list: a form of its own, instead of a field on the message. */
  formulier?: true;
  errors: FieldErrors;
};

/** Nobody took the next step of a case yet [T1, T7]. */
export type StapTermijnView = {
  view: 'stap_termijn';
  casusId: string;
  referentie: string;
  zone: string;
  stap: Stap;
  soort: Rung['soort'];
  einde: string;
  verstreken: boolean;
  /** It was taken, or is not wanted any more. */
  voorbij: boolean;
  aanspreekpunt: string;
  mag: ActionId[];
};

export type MededelingView = {
  view: 'mededeling';
  casusId: string;
  referentie: string;
  zone: string;
  soort: MededelingSoort;
  /** Person it is about or who did it. */
  wie: string;
  telefoon: string | null;
  uitkomst: Uitkomst | null;
  tekst: string | null;
  uiterlijk: string | null;
  /** Who was its contact and left the team, for who has to transfer it [A3]. */
  zonderAanspreekpunt?: string;
  /** The case goes on, and the zorgtafel that was called off when it was closed does not. */
  zorgtafelAfgelast?: boolean;
  /** Of the region nobody is left who follows the case up. */
  volgtNiemandOp?: boolean;
  mag: ActionId[];
};

export type MededelingSoort =
  | 'opgenomen'
  | 'teruggegeven'
  | 'teruggekoppeld'
  | 'overgedragen_aan_jou'
  | 'nieuw_aanspreekpunt'
  | 'beantwoord'
  | 'aangevuld'
  | 'verbeterd'
  | 'ingetrokken'
  | 'geboren'
  | 'afgesloten'
  | 'heropend'
  | 'aanvraag_ingetrokken'
  | 'zorgplan_vastgelegd'
  | 'persoon_niet_bereikbaar'
  | 'bericht_niet_bezorgd';
