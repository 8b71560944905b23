import type { Aanmelding } from './aanmelding/aanmelding.ts';
import type { Asker } from './aanmelding/fields.ts';
import type { ActionId } from './actions.ts';
import type { Gebeurtenis, Stand, Uitkomst } from './casus/casus.ts';
import type { CommandName } from './commands.ts';
import type { Values } from './intent.ts';
import type { Refusal } from './refusal.ts';

/**
 * What to show, as plain data: no text layout, no platform. `cards/card-of.ts` turns each into a Card.
 * Instants are ISO 8601 strings (UTC) and `zone` says in which zone to show them, so that a view can
 * be hashed: an unchanged view is not sent again.
 */
export type View =
  /** A posted card whose reader lost the right to it: only the reference is left. */
  | { view: 'afgeschermd'; referentie: string }
  /** A form was left; nothing changed. */
  | { view: 'geannuleerd' }
  | { view: 'weigering'; refusal: Refusal }
  | {
      view: 'kennismaking';
      naam: string;
      regios: { code: string; naam: string }[];
      values: Values;
      errors: FieldErrors;
      then: string;
    }
  | HulpView
  | { view: 'onbekend_commando'; typed: string; nearest: CommandName | null; commands: CommandName[] }
  | PermanentieView
  | AanmeldingPaginaView
  | AanmeldingControleView
  | { view: 'aanmelding_hervatten'; draftId: string; bewaardTot: string; zone: string; paginaVan: [number, number] }
  | AanmeldingStatusView
  | { view: 'aanmelding_verzonden'; status: AanmeldingStatusView }
  | {
      /** A form about a case was kept: what became of it, in a line. */
      view: 'bewaard';
      wat: CasusFormulier | 'verbetering';
      referentie: string;
      beller: Beller | null;
      aanspreekpunt: string;
    }
  | CasusKaartView
  | { view: 'casus_lijst'; zone: string; mijn: CasusRegel[]; wachtend: CasusRegel[]; meer: boolean }
  | CasusVerloopView
  | {
      view: 'casus_formulier';
      formulier: CasusFormulier;
      casusId: string;
      referentie: string;
      beller: Beller | null;
      values: Values;
      errors: FieldErrors;
      keuzes: { value: string; label: string }[];
    }
  | { view: 'kanaal_aanmelding'; referentie: string; bij: string; uiterlijk: string; zone: string; stand: Stand }
  | TermijnView
  | VraagView
  | MededelingView;

export type FieldErrors = Record<string, string>;

/** Who reported by telephone: the bot cannot write to them, so who answers has to ring [A7]. */
export type Beller = { naam: string; telefoon: string };

export type HulpView = {
  view: 'hulp';
  naam: string;
  rollen: string[];
  commands: CommandName[];
  /** Present when the person has accounts on more than one platform. */
  voorkeur: { huidig: string | null; platforms: string[] } | null;
};

/** Who answers, as shown: a person with a number, or a phone route. */
export type Bereik = { naam: string; telefoon: string | null; route: boolean };

export type PermanentieView = {
  view: 'permanentie';
  regio: string;
  regioCode: string;
  zone: string;
  /** Asked day (ISO date) when it is not now. */
  dag: string | null;
  nu: (Bereik & { tot: string }) | null;
  volgende: (Bereik & { van: string; tot: string }) | null;
  /** Day parts of the day shown, wall-clock `HH:MM`. */
  dagdelen: { van: string; tot: string; wie: string }[];
  /** Why nobody: public holiday, weekend, outside hours, day without planning. */
  waaromNiet: 'feestdag' | 'weekend' | 'buiten_uren' | 'niet_ingevuld' | null;
  /** What to do when it cannot wait [A6, A8]. */
  dringend: { naam: string; telefoon: string }[];
  telefoon: string | null;
  /** People of the rota the bot cannot write to; only shown to who plans it. */
  nietBereikbaar: string[];
};

/** A sentence of the triage with its rule; see `aanmelding/triage.ts`. */
export type TriageMelding = { regel: string; ernst: 'gevaar' | 'let_op' | 'info'; tekst: string };

export type AanmeldingPaginaView = {
  view: 'aanmelding_pagina';
  draftId: string;
  pagina: number;
  paginas: number;
  /** Decides which questions are asked [A7, V6]. */
  asker: Asker;
  values: Values;
  errors: FieldErrors;
  meldingen: TriageMelding[];
  /** Reference of the case that is being corrected, or null for a new aanmelding. */
  verbetert: string | null;
};

export type AanmeldingControleView = {
  view: 'aanmelding_controle';
  draftId: string;
  pagina: number;
  paginas: number;
  asker: Asker;
  values: Values;
  meldingen: TriageMelding[];
  /** What is still missing, by field id with its page. */
  ontbreekt: { label: string; pagina: number }[];
  /** Who it will reach, and when an answer can be expected. */
  naar: Ontvangst | null;
  verbetert: string | null;
  zone: string;
};

/** Where an aanmelding goes and what can honestly be promised [P2]. */
export type Ontvangst = {
  naam: string;
  telefoon: string | null;
  /** Someone is on duty now; otherwise from when. */
  nuVanWacht: boolean;
  vanaf: string | null;
  uiterlijk: string;
  /** The person on duty cannot be reached by the bot: who it went to instead. */
  inPlaatsVan: string | null;
  /** False: the bot can reach nobody of the region, so only the telephone is left. */
  bereikbaar: boolean;
  /** The phone route that answers in this day part instead of the region's number [P1]. */
  route: { naam: string; telefoon: string | null; tot: string } | null;
};

export type AanmeldingStatusView = {
  view: 'aanmelding_status';
  casusId: string;
  referentie: string;
  zone: string;
  stand: Stand;
  ontvangst: Ontvangst;
  opgenomenDoor: string | null;
  uitkomst: Uitkomst | null;
  nota: string | null;
  openVragen: number;
  namens: string | null;
  meldingen: TriageMelding[];
  mag: ActionId[];
};

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
  intrekking: string | null;
  meldingen: TriageMelding[];
  /** Another recent aanmelding that may be the same child; only for coordinators [S15]. */
  mogelijkDubbel: string[];
  /** Why this card is here although somebody else is on duty. */
  inPlaatsVan: string | null;
  mag: ActionId[];
};

export type CasusRegel = {
  casusId: string;
  referentie: string;
  stand: Stand;
  aanspreekpunt: string;
  termijn: string | null;
  verstreken: boolean;
  rol: 'aanmelder' | 'aanspreekpunt' | 'wachtend';
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
  meer: boolean;
  mag: ActionId[];
};

export type CasusFormulier = 'terugkoppeling' | 'vraag' | 'overdracht' | 'aanvulling' | 'intrekking';

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
  errors: FieldErrors;
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
  | 'persoon_niet_bereikbaar'
  | 'bericht_niet_bezorgd';
