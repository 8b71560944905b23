import type { ActionId } from '../actions.ts';
import type { Values } from '../intent.ts';
import type { Refusal } from '../refusal.ts';
import type { FieldErrors } from '../view.ts';
import type { Begin } from '../werk/werk-view.ts';
import type { Bladzijde } from './bladzijde.ts';
import type { Categorie, Fase } from './boeking.ts';
import type { Overschrijding } from './drempels.ts';
import type { Klok, NaEinde } from './klokken.ts';
import type { Aanvraag, Stap } from './rugzak.ts';
import type { Saldo } from './saldo.ts';
import type { WachtOpBeslissing } from './wachtende.ts';

/** Views of the rugzak of one case. Amounts are integer cents, dates ISO dates; only for its team and who watches the budget. */
export type RugzakViews =
  | RugzakView
  | RugzakAanvraagView
  | RugzakPaginaView
  | RugzakControleView
  | RugzakFormulierView
  | RugzakTermijnView
  | RugzakVerlengingView
  | RugzakMeldingView
  | (Hoofd & {
      view: 'rugzak_boekingen';
      /** The reader may take lines back. */
      mag: ActionId[];
    } & Bladzijde<BoekingRegel>)
  | (Hoofd & {
      view: 'rugzak_saldo';
      datum: string;
      /** That day is still to come. */
      toekomst: boolean;
      maximum: number;
      regels: { categorie: Categorie; saldo: Saldo }[];
      samen: Saldo;
      mag: ActionId[];
    })
  | (Hoofd & { view: 'rugzak_aanvragen'; mag: ActionId[] } & Bladzijde<AanvraagRegel>)
  | (Hoofd & {
      view: 'rugzak_facturen';
      aanvraagId: string;
      categorie: Categorie;
      aanbieder: string;
      mag: ActionId[];
    } & Bladzijde<FactuurRegel>)
  | {
      view: 'rugzak_bewijzen';
      casusId: string;
      referentie: string;
      /** `ontbreekt`: proofs of it that are missing, on this page and on others. */
      kwartalen: {
        kwartaal: string;
        tegen: string;
        voorbij: boolean;
        teLaat: boolean;
        ontbreekt: number;
        regels: BewijsRegel[];
      }[];
      vroeger: number | null;
      later: number | null;
      mag: ActionId[];
    }
  | {
      view: 'rugzak_lijst';
      casussen: {
        casusId: string;
        referentie: string;
        vrij: number;
        einde: string | null;
        eerst: Komend | null;
        beeindigd: boolean;
      }[];
      meer: boolean;
      /** Code of the region whose year budget the reader watches over; null: of none. */
      jaarbudget: string | null;
      /** Requests of any case that the reader may decide about, the longest waiting first. */
      beslissen: Begin<Omit<WachtOpBeslissing, 'einde'>>;
    };

type Hoofd = { casusId: string; referentie: string; zone: string };

/** A date ahead, or one that went by. `wat`: number of an invoice, name of a quarter, provider of what is asked for. */
export type Komend = Pick<Klok, 'soort' | 'datum'> & { wat: string | null; voorbij: boolean };

export type AanvraagRegel = {
  aanvraagId: string;
  categorie: Categorie;
  aanbieder: string;
  cents: number;
  stand: Aanvraag['stand'];
  /** Of what was approved: still promised, on an invoice, paid. */
  saldo: Saldo;
};

export type BewijsRegel = {
  subject: string;
  categorie: Categorie;
  aanbieder: string;
  bezorgdDoor: string | null;
  /** It was handed in, but something was paid after it. */
  opnieuw: boolean;
};

export type FactuurRegel = {
  subject: string;
  nummer: string;
  cents: number;
  vervalt: string;
  betaald: string | null;
  teLaat: boolean;
};

export type BoekingRegel = {
  subject: string;
  /** The day it was noted. */
  datum: string;
  /** The day it was paid, when that is another. */
  betaaldOp: string | null;
  van: Fase | null;
  naar: Fase | null;
  categorie: Categorie;
  aanbieder: string;
  /** Number of the invoice it is about. */
  factuur: string | null;
  /** The request was refused; when it went out otherwise, it was withdrawn. */
  geweigerd: boolean;
  cents: number;
  door: string;
  /** It takes another line back. */
  correctie: boolean;
  /** It was taken back by another line. */
  teruggedraaid: boolean;
  /** Can still be taken back. */
  terug: boolean;
};

export type RugzakView = Hoofd & {
  view: 'rugzak';
  maximum: number;
  /** The most that may go to stay. */
  plafond: number;
  saldo: Saldo;
  /** Bound for stay. */
  verblijf: number;
  vrij: { totaal: number; verblijf: number };
  start: string | null;
  /** First day of help that was approved and should have started, while no start is known. */
  startTeVragen: string | null;
  einde: string | null;
  verlengd: { door: string; reden: string }[];
  stappen: { stap: Stap; datum: string | null }[];
  /** Last day the ISV and the decision are valid [B4]. */
  geldigTot: string | null;
  aanspreekpunt: string;
  pleegzorg: boolean;
  komend: Komend[];
  aanvragen: Begin<AanvraagRegel>;
  /** The case ended: only what is to be paid and proven goes on. */
  beeindigd: boolean;
  /** Approved help that the term as it is now does not reach: which, and until when. */
  nietMeerBinnen: TeLang[];
  mag: ActionId[];
};

/** Approved help that goes on after the term. */
export type TeLang = { categorie: Categorie; aanbieder: string; van: string; tot: string };

export type RugzakAanvraagView = Hoofd & {
  view: 'rugzak_aanvraag';
  aanvraagId: string;
  categorie: Categorie;
  doel: string;
  aanbieder: string;
  cents: number;
  van: string;
  tot: string;
  waaromNietRegulier: string;
  door: string;
  /** ISO instant. */
  op: string;
  stand: Aanvraag['stand'];
  beslissing: { door: string; reden: string } | null;
  saldo: Saldo;
  /** Free now. */
  vrij: { totaal: number; verblijf: number };
  /** Last day of the rugzak; null: it did not start. The help may last longer [B2]. */
  einde: string | null;
  naEinde: NaEinde | null;
  /** The year it weighs on, and what is free of the region's budget; null: the region set none, `ontbreekt`: but it did for the year before [B8]. */
  jaarbudget: { jaar: number; vrij: number | null; ontbreekt: boolean };
  /** Why nobody can approve it now. */
  belet: Refusal | null;
  /** Since when it waits, and the day (ISO dates) by which it is to be decided; null: it does not wait. */
  wacht: { sinds: string; tegen: string; teLaat: boolean } | null;
  /** It is shown because it waits. */
  melding: 'herinnering' | 'escalatie' | null;
  /** Who took an approval back, when it waits again since. */
  teruggedraaid: string | null;
  /** What of it was freed, and by whom last. */
  vrijgegeven: { door: string; cents: number } | null;
  /** Last day there was help, when that is before `tot`. */
  geholpenTot: string | null;
  aanspreekpunt: string;
  /** `vanJou`: the reader asked it. */
  vragen: {
    vraagId: string;
    door: string;
    vanJou: boolean;
    tekst: string;
    antwoord: string | null;
    antwoordDoor: string | null;
  }[];
  /** Those to be paid first, the one that is due first; then the newest that were paid. */
  facturen: Begin<FactuurRegel>;
  /** The reader asked for it. */
  eigen: boolean;
  /** What the reader may approve at most, when that is too little. */
  bovenMandaat: number | null;
  beslissers: string[];
  /** For the one who approved it, while nothing came after: the line to take back. */
  goedkeuringTerug: string | null;
  mag: ActionId[];
};

export type RugzakPaginaView = {
  view: 'rugzak_pagina';
  draftId: string;
  casusId: string;
  referentie: string;
  pagina: 1 | 2;
  vrij: { totaal: number; verblijf: number };
  values: Values;
  errors: FieldErrors;
};

/** What a request does, before it is sent [B1, B2]. */
export type RugzakControleView = {
  view: 'rugzak_controle';
  draftId: string;
  casusId: string;
  referentie: string;
  categorie: Categorie;
  doel: string;
  aanbieder: string;
  cents: number;
  van: string;
  tot: string;
  waaromNietRegulier: string;
  maximum: number;
  plafond: number;
  vrij: { totaal: number; verblijf: number };
  na: { totaal: number; verblijf: number };
  /** It does not fit, and why; null: it does. */
  tekort: Refusal | null;
  einde: string | null;
  /** The period goes on after the term. */
  naEinde: NaEinde | null;
  beslissers: string[];
};

export type RugzakFormulier =
  | 'weigering'
  | 'vraag'
  | 'antwoord'
  | 'start'
  | 'verlenging'
  | 'stappen'
  | 'factuur'
  | 'betaling'
  | 'vrijgave'
  | 'saldo';

export type RugzakFormulierView = {
  view: 'rugzak_formulier';
  formulier: RugzakFormulier;
  /** What the form is about: `<case>[/<request>[/<question>]]`. */
  subject: string;
  referentie: string;
  /** What was asked; what is left to invoice or to free, or what the invoice is of (cents); the end that would come: by form. */
  vraag: string | null;
  rest: number | null;
  einde: string | null;
  values: Values;
  errors: FieldErrors;
};

/** A rung of a clock of money. */
export type RugzakTermijnView = Hoofd & {
  view: 'rugzak_termijn';
  klok: Komend & { soort: Exclude<Komend['soort'], 'aanvraag'> };
  /** Nothing to do any more. */
  afgehandeld: boolean;
  /** Another date of the same kind took its place. */
  nu: string | null;
  /** Working days that an A-document takes here [B5]. */
  werkdagen: number;
  /** Of an invoice, or what is not invoiced. */
  cents: number | null;
  /** Help that is over and not invoiced: its last day, and by when its last proofs are due (ISO dates) [B7]. */
  hulp: { tot: string; bewijzenTegen: string } | null;
  /** The case ended. */
  beeindigd: boolean;
  /** It is about stay that is bound, which may go on without the rugzak [B6]. */
  verblijf: boolean;
  aanspreekpunt: string;
  subject: string;
  mag: ActionId[];
};

/** An extension, or that it was taken back [B2]. */
export type RugzakVerlengingView = Hoofd & {
  view: 'rugzak_verlenging';
  wat: 'verlengd' | 'teruggenomen' | 'intussen_teruggenomen';
  door: string;
  reden: string | null;
  /** Last day now. */
  einde: string | null;
  /** How many extensions there are now. */
  aantal: number;
  nietMeerBinnen: TeLang[];
  aanspreekpunt: string;
  mag: ActionId[];
};

export type RugzakMeldingView = {
  view: 'rugzak_melding';
  casusId: string;
  referentie: string;
  /** A threshold of the stay half or of the whole that was passed, and whether it still is. */
  aanspreekpunt: string;
  gekruist: (Overschrijding & { gebonden: number; maximum: number; nog: boolean })[];
  vrij: { totaal: number; verblijf: number };
  /** What this reader can free, most first. */
  vrijTeGeven: { subject: string; categorie: Categorie; aanbieder: string; cents: number }[];
  /** This reader may free at all; otherwise it is asked of the contact. */
  magVrijgeven: boolean;
  mag: ActionId[];
};
