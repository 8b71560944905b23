import type { Signal } from '../aanmelding/aanmelding.ts';
import type { ActionId } from '../actions.ts';
import type { Values } from '../intent.ts';
import type { TafelMeldingSoort } from './tafel-change.ts';
import type { PlaatsDeel } from './wijzig-plaats.ts';
import type { Antwoord, Deelnemer, DeelnemerSoort, Plaats, Zorgtafel } from './zorgtafel.ts';

type FieldErrors = Record<string, string>;
export type Keuze = { value: string; label: string };

/**
 * The calendar file of one seat, and what opening it does now: the link stays the same. `voor`: of somebody without chat,
 * to send on.
 */
export type AgendaLink = { doel: 'zet' | 'werk_bij' | 'haal_uit'; url: string; voor: string | null };

/** What every view of a table says; instants are ISO strings, shown in `zone`. */
type Over = { casusId: string; tafelId: string; referentie: string; zone: string };

/**
 * An invitation, for who is asked or who passes it on. A field this reader may not see is null: what each may see is
 * in `toegang/zichtbaar.ts` [S8].
 */
export type UitnodigingView = Over & {
  view: 'uitnodiging';
  deelnemerId: string;
  /** `weg`: replaced or taken off the list. */
  stand: Zorgtafel['stand'] | 'weg';
  /** The seat is an expert's, who may say until when not to be asked. */
  expert: boolean;
  /** Who the reader invites, and whether that is done; null: the reader is asked. */
  voor: { naam: string; doorgegeven: boolean } | null;
  /** `team`: the contact left, nobody in person took over yet. */
  samenroeper: { naam: string; telefoon: string | null; team?: true } | null;
  plaats: Plaats | null;
  /** Minutes. */
  duur: number | null;
  momenten: { id: string; start: string; antwoord: Antwoord | null; voorbij: boolean }[];
  gekozen: { id: string; start: string } | null;
  /** The moment that was fixed and does not hold, while another is looked for: who knew of it might still come then. */
  vervalt: string | null;
  /** The fixed moment is over: nothing is asked any more. */
  begonnen: boolean;
  /** Towards the fixed moment. */
  komt: 'ja' | 'nee' | 'onbekend';
  boodschap: string | null;
  reden: string | null;
  leeftijd: string | null;
  signalen: Signal[] | null;
  expertVraag: string | null;
  agenda: AgendaLink | null;
  beantwoord: boolean;
  /** The press before this was about a moment that is not asked any more, and did not count. */
  melding: 'ander_moment' | null;
  errors: FieldErrors;
};

export type TafelMoment = {
  id: string;
  start: string;
  kan: number;
  liever: number;
  kanNiet: number;
  onbekend: number;
  voorbij: boolean;
  /** Within the 48 hours [T1]. */
  opTijd: boolean;
  ontbreekt: { naam: string; waarom: 'kan_niet' | 'geen_antwoord' }[];
  zonderExpert: boolean;
};

export type TafelDeelnemer = {
  naam: string;
  soort: DeelnemerSoort;
  /** Who invites them, and whether that was done [T4]. */
  via: string | null;
  doorgegeven: boolean;
  stand: Deelnemer['stand'];
  /** In the order of `momenten`. */
  antwoorden: (Antwoord | null)[];
};

/** The coordinator's overview of a table. */
export type TafelKaartView = Over & {
  view: 'tafel_kaart';
  stand: Zorgtafel['stand'];
  besproken: string;
  uiterlijk: string;
  klok: 'loopt' | 'verstreken' | 'gestopt';
  plaats: Plaats;
  duur: number;
  momenten: TafelMoment[];
  gekozen: string | null;
  deelnemers: TafelDeelnemer[];
  /** The moment the bot proposes; null: none fits, see `momenten` [T2]. */
  voorstel: string | null;
  zonderOuders: boolean;
  /** The reader sits at the table and did not say yet when they can. */
  zelfOpen: boolean;
  reden: string | null;
  verslag: { aanwezig: string[]; zonderOuders: string | null; veiligheid: string; besluit: string; op: string } | null;
  agenda: AgendaLink | null;
  /** People without chat who hear only from the reader what became of the moment [T4]. */
  voor: string[];
  /** Everybody, instead of as many as fit a card. */
  iedereen: boolean;
  mag: ActionId[];
};

/** One page of planning a table. */
export type TafelPlanView = {
  view: 'tafel_plan';
  draftId: string;
  referentie: string;
  zone: string;
  pagina: number;
  paginas: number;
  keuzes: PlanKeuzes;
  values: Values;
  errors: FieldErrors;
  /** What the answers so far give reason to say. */
  meldingen: { regel: string; ernst: 'let_op' | 'info'; tekst: string }[];
  /** On the last page: everything in short. */
  overzicht: { label: string; value: string }[];
};

/** What can be chosen in the form of a table. */
export type PlanKeuzes = {
  plaatsen: Keuze[];
  personen: Keuze[];
  kindEnGezin: Keuze[];
  doorgevers: Keuze[];
  expertises: Keuze[];
};

export type TafelFormulierSoort =
  | 'kiezen'
  | 'moment'
  | 'verplaatsen'
  | 'plaats'
  | 'afgelasten'
  | 'genodigde'
  | 'doorgever'
  | 'verwijderen'
  | 'noteren'
  | 'verslag'
  | 'afwezig';

/** A small form about a table. */
export type TafelFormulierView = Over & {
  view: 'tafel_formulier';
  soort: TafelFormulierSoort;
  momenten: Keuze[];
  deelnemers: Keuze[];
  personen: Keuze[];
  doorgevers: Keuze[];
  /** Of *Plaats wijzigen*: where it can be, and the details it was opened on. */
  plaatsen?: Keuze[];
  basis?: string;
  values: Values;
  errors: FieldErrors;
};

/** A form about a table was kept. */
export type TafelBewaardView = Over & {
  view: 'tafel_bewaard';
  wat: TafelFormulierSoort | 'gepland';
  /** People without chat the reader invites: the bot tells nobody else [T4]. */
  voor: string[];
  mag: ActionId[];
};

export type TafelRegel = {
  casusId: string;
  tafelId: string;
  referentie: string;
  stand: Zorgtafel['stand'];
  start: string | null;
  rol: 'coordinator' | 'genodigde' | 'doorgever';
  /** Participants who still owe an answer (coordinator), or the reader owes one. */
  open: number;
};

export type TafelLijstView = {
  view: 'tafel_lijst';
  zone: string;
  regels: TafelRegel[];
  meer: boolean;
  expert: boolean;
  afwezigTot: string | null;
};

export type TafelMeldingView = Over & {
  view: 'tafel_melding';
  soort: TafelMeldingSoort;
  /** The table as it is now: a notice never says what is no longer so. */
  stand: Zorgtafel['stand'];
  /** Participant it is about, and who came instead: of an expert who was replaced, or of the reader who invited. */
  wie: string | null;
  nieuw: string | null;
  /** People the reader invites: to be told too [T4]; of `andere_doorgever` those of whom it is asked no longer. */
  voor: string[];
  /** Who did not say yet whether they come: the reader, and people the reader invites. */
  ontbreekt: { zelf: boolean; voor: string[] };
  start: string | null;
  /** As in `UitnodigingView`. */
  vervalt: string | null;
  plaats: Plaats | null;
  /** Of `gewijzigd`: which details, with those that stand nowhere else in the view. */
  nieuws: { delen: PlaatsDeel[]; duur: number; boodschap: string } | null;
  reden: string | null;
  /** The reader's own, and whom of those they invite there is one for: it stands on the card of each. */
  agenda: AgendaLink | null;
  agendaVan: string[];
  mag: ActionId[];
};

/** A rung of a clock of a table. */
export type TafelTermijnView = Over & {
  view: 'tafel_termijn';
  klok: 'zorgtafel' | 'zorgtafel_antwoorden' | 'zorgtafel_afspraak' | 'zorgtafel_verslag';
  soort: 'herinnering' | 'escalatie';
  einde: string;
  verstreken: boolean;
  /** Nothing has to be done any more. */
  voorbij: boolean;
  aanspreekpunt: string;
  start: string | null;
  plaats: Plaats | null;
  /** Who did not answer. */
  wie: string[];
  /** People are asked, and every moment is over. */
  zonderMoment: boolean;
  /** People the reader invites. */
  voor: string[];
  mag: ActionId[];
};

export type TafelView =
  | UitnodigingView
  | TafelKaartView
  | TafelPlanView
  | TafelFormulierView
  | TafelBewaardView
  | TafelLijstView
  | TafelMeldingView
  | TafelTermijnView;
