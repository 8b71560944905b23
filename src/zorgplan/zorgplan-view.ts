import type { ActionId } from '../actions.ts';
import type { Values } from '../intent.ts';
import type { Onderdeel, Sectie } from './onderdelen.ts';
import type { Ontbrekend } from './ontbreekt.ts';
import type { Delen, Doel, Evaluatie, Perspectief, PlanLetter, Stempel, Zorgfiguur } from './zorgplan.ts';

/** One section, as this reader may see it. */
export type SectieView = {
  sectie: Sectie;
  /** Its text; of a plan the description. */
  tekst: string;
  doelen: Doel[];
  acties: ActieRegel[];
  zorgfiguren: Zorgfiguur[];
  perspectief: Perspectief | null;
  /** It still reads as it was told there. */
  herkomst: 'aanmelding' | 'zorgtafel' | null;
  gewijzigd: { door: string; op: string } | null;
};

export type ActieRegel = {
  id: string;
  wat: string;
  wie: string;
  /** ISO date. */
  tegen: string | null;
  gedaan: { door: string; op: string } | null;
  /** Its day is over and it is not done. */
  teLaat: boolean;
};

/** The plan as a whole, each section short. */
export type ZorgplanView = {
  view: 'zorgplan';
  casusId: string;
  referentie: string;
  zone: string;
  /** What was just kept, to be said first. */
  bewaard: Bewaard | null;
  /** `gestopt`: the case ended. */
  stand: 'concept' | 'vastgelegd' | 'gestopt';
  aanspreekpunt: string;
  versie: number;
  door: string;
  op: string;
  actief: PlanLetter;
  evaluatie: { id: string; datum: string; teLaat: boolean } | null;
  zonderTafel: string | null;
  delen: Delen | null;
  secties: SectieView[];
  ontbreekt: Ontbrekend[];
  /** Most scores of the goals over time, for the picture. */
  scores: ScoreLijn[];
  /** This reader writes in every section; `aanvullen`: only adds goals, actions and zorgfiguren. */
  schrijven: 'alles' | 'aanvullen' | 'niets';
  mag: ActionId[];
};

export type Bewaard =
  | { wat: 'onderdeel'; sectie: Sectie; hoe: Stempel['wat'] | 'zelfde' }
  | {
      wat: 'gemaakt' | 'vastgelegd' | 'overgestapt' | 'gedeeld' | 'evaluatie' | 'verbeterd' | 'overgeslagen' | 'verzet';
    };

/** A goal by its number in the plan, with its scores, oldest first. `datum`: ISO date. */
export type ScoreLijn = { nummer: number; punten: { datum: string; score: number }[] };

/** One section with all its text, its items and what can be done with them. */
export type ZorgplanSectieView = {
  view: 'zorgplan_sectie';
  casusId: string;
  referentie: string;
  zone: string;
  versie: number;
  bewaard: Bewaard | null;
  /** An item was just removed: the version to take it back from. */
  terug: { onderdeel: Onderdeel; versie: number } | null;
  /** An item just went up, and can go further. */
  hoger: Onderdeel | null;
  sectie: SectieView;
  /** Which of the three plans is followed. */
  actief: PlanLetter;
  schrijven: ZorgplanView['schrijven'];
  geschiedenis: boolean;
};

/** One action: its card for who took it, and its reminders. */
export type ZorgplanActieView = {
  view: 'zorgplan_actie';
  casusId: string;
  referentie: string;
  zone: string;
  actieId: string;
  versie: number;
  /** Null: it is not in the plan any more. */
  actie: ActieRegel | null;
  letter: PlanLetter | null;
  actief: PlanLetter;
  /** It is the reader's own. */
  vanJou: boolean;
  melding: 'nieuw' | 'herinnering' | null;
  aanspreekpunt: string;
  gestopt: boolean;
  mag: ActionId[];
};

export type ZorgplanFormulier =
  | 'tekst'
  | 'perspectief'
  | 'doel'
  | 'actie'
  | 'zorgfiguur'
  | 'maken'
  | 'vastleggen'
  | 'overstappen'
  | 'delen'
  | 'evaluatie'
  | 'verbeteren'
  | 'verzetten'
  | 'overslaan';

export type ZorgplanFormulierView = {
  view: 'zorgplan_formulier';
  formulier: ZorgplanFormulier;
  casusId: string;
  referentie: string;
  zone: string;
  /** What the form is sent with: the case, the part, the version it was based on. */
  subject: string;
  /** The section it is in; null for what is about the plan as a whole. */
  sectie: Sectie | null;
  /** The item is there: it can be removed. */
  bestaat: boolean;
  /** It stands below another: it can go up. */
  hoger: boolean;
  /** Somebody changed the same part since the form was opened: how it reads now. */
  intussen: { door: string; op: string; weg: boolean; tekst: string[] } | null;
  herkomst: SectieView['herkomst'];
  /** Plan A still is the besluit of the report of the zorgtafel, which the table does not read yet. */
  besluit: boolean;
  values: Values;
  errors: Record<string, string>;
  /** People who can take an action. */
  mensen: { value: string; label: string }[];
  /** To be scored: with what was given last. */
  doelen: (Doel & { vorige: number | null })[];
  actief: PlanLetter;
  /** Day of the evaluation it is about (ISO date). */
  datum: string | null;
  ontbreekt: Ontbrekend[];
};

/** An evaluation: asked ahead, prepared with what was agreed, and afterwards what came of it [Z2]. */
export type ZorgplanEvaluatieView = {
  view: 'zorgplan_evaluatie';
  casusId: string;
  referentie: string;
  zone: string;
  evaluatie: Omit<Evaluatie, 'door' | 'op' | 'scores' | 'notas'> & { door: string | null };
  melding: 'herinnering' | 'escalatie' | null;
  teLaat: boolean;
  gestopt: boolean;
  aanspreekpunt: string;
  actief: PlanLetter;
  doelen: (Doel & { score: number | null; nota: string; vorige: number | null })[];
  /** Of the plan that is followed. */
  acties: ActieRegel[];
  scores: ScoreLijn[];
  /** Id of the one that was held last, when this is another one. */
  vorige: string | null;
  mag: ActionId[];
};

/** Who changed what, newest first. */
export type ZorgplanWijzigingenView = {
  view: 'zorgplan_wijzigingen';
  casusId: string;
  referentie: string;
  zone: string;
  /** Only of this section, with how it read; null: of all. */
  sectie: Sectie | null;
  versies: VersieRegel[];
  /** The version to go on from, when there are older ones. */
  ouder: number | null;
  terugzetten: boolean;
};

export type VersieRegel = {
  versie: number;
  door: string;
  op: string;
  wat: { sectie: Sectie; hoe: Stempel['wat']; item: boolean }[];
  /** What else this version did. */
  ook: ('gemaakt' | 'vastgelegd' | 'overgestapt' | 'evaluatie' | 'actie_gedaan' | 'actie_heropend' | 'gedeeld')[];
  /** How the section read from then on; only when one section is asked for. */
  inhoud: SectieView | null;
  /** It reads so now. */
  huidig: boolean;
};

/** My plans, nearest evaluation first. */
export type ZorgplanLijstView = {
  view: 'zorgplan_lijst';
  plannen: {
    casusId: string;
    referentie: string;
    aanspreekpunt: string;
    actief: PlanLetter;
    vastgelegd: boolean;
    evaluatie: { datum: string; teLaat: boolean } | null;
    /** Open actions with this reader's name, and how many of those are late. */
    mijnActies: number;
    mijnTeLaat: number;
  }[];
  meer: boolean;
};

/** How a plan stands, on the card of its case. */
export type PlanStand = {
  vastgelegd: boolean;
  actief: PlanLetter;
  evaluatie: { datum: string; teLaat: boolean } | null;
  /** Actions of the plan that is followed that are late. */
  teLaat: number;
};
