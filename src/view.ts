import type { Aanmelding } from './aanmelding/aanmelding.ts';
import type { Asker } from './aanmelding/fields.ts';
import type { ActionId } from './actions.ts';
import type { Afsluiting, Gebeurtenis, Stand, Uitkomst } from './casus/casus.ts';
import type { Rung, TePresteren } from './casus/termijn.ts';
import type { Stap } from './casus/volgende-stap.ts';
import type { CommandName } from './commands.ts';
import type { DocumentSoort } from './document/document-soort.ts';
import type { Values } from './intent.ts';
import type { BotsingReden } from './permanentie/botsing.ts';
import type { Uitzondering } from './permanentie/uitzondering.ts';
import type { Span, Verzoek } from './permanentie/verzoek.ts';
import type { Herinnering } from './personen/directory.ts';
import type { Refusal } from './refusal.ts';
import type { Jaaroverzicht } from './rugzak/jaaroverzicht.ts';
import type { Grenzen } from './rugzak/opvallend.ts';
import type { Punt } from './rugzak/regio-melding.ts';
import type { RugzakViews } from './rugzak/rugzak-view.ts';
import type {
  PlanStand,
  ZorgplanActieView,
  ZorgplanEvaluatieView,
  ZorgplanFormulierView,
  ZorgplanLijstView,
  ZorgplanSectieView,
  ZorgplanView,
  ZorgplanWijzigingenView,
} from './zorgplan/zorgplan-view.ts';
import type { TafelView } from './zorgtafel/tafel-view.ts';

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
      /** People the reader invited to the zorgtafel that was called off with the case [T4]. */
      voor?: string[];
    }
  | CasusKaartView
  /** A short-lived address of a document; null: nobody said where the bot is reached. */
  | {
      view: 'document_adres';
      referentie: string;
      soort: DocumentSoort;
      zone: string;
      adres: string | null;
      verlooptOp: string | null;
    }
  /** What is left on screens of a closed case. */
  | { view: 'casus_afgesloten'; casusId: string; referentie: string; door: string; mag: ActionId[] }
  | MijnWerkView
  /** Somebody unknown looks at the place where their work will be. */
  | { view: 'welkom' }
  /** An overview further up in the talk, since there is a newer one. */
  | { view: 'mijn_werk_ouder' }
  | {
      view: 'casus_lijst';
      zone: string;
      mijn: CasusRegel[];
      wachtend: CasusRegel[];
      /** Their contact left the team: they wait to be transferred [A3]. */
      zonder: CasusRegel[];
      meer: boolean;
    }
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
      /** Of a case that is to be closed: what of its rugzak is not finished. Integer cents. */
      geld?: { aangevraagd: number; vastgelegd: number; gefactureerd: number };
      /** Of a case that is to end: the zorgtafel that is called off with it, and who the reader has to tell [T4]. */
      zorgtafel?: { id: string; start: string | null; zone: string; voor: string[] };
    }
  | { view: 'kanaal_aanmelding'; referentie: string; bij: string; uiterlijk: string; zone: string; stand: Stand }
  | TermijnView
  | StapTermijnView
  | DienstView
  | OverdrachtView
  | NotaFormulierView
  | { view: 'dienst_ochtend'; regio: string; datum: string; dagdelen: { van: string; tot: string; wie: string }[] }
  | {
      view: 'dienst_onbevestigd';
      subject: string;
      wie: string;
      datum: string;
      van: string;
      tot: string;
      zone: string;
      bevestigd: { op: string; door: string } | null;
      voorbij: boolean;
      /** Handover notes for this person that are not read yet; never what they say. */
      ongelezen: number;
    }
  | {
      view: 'gat';
      regio: string;
      datum: string;
      van: string;
      tot: string | null;
      nu: boolean;
      opgelost: boolean;
      /** The phone route that answers meanwhile: only who follows it up is missing. */
      route: string | null;
      /** Who took it, once somebody did. */
      door: string | null;
      /** Region, day and start, for the button; null: this reader cannot take it over. */
      overnemen: string | null;
      regioCode: string;
    }
  /** Several day parts that somebody let go in one time. `terug`: who said that they are there after all. */
  | {
      view: 'gaten';
      regio: string;
      regioCode: string;
      wie: string;
      /** Reader is the one who is away. */
      eigen: boolean;
      van: string;
      tot: string;
      terug: string | null;
      vrij: { datum: string; van: string; tot: string; route: boolean; overnemen: string | null }[];
      ingevuld: { datum: string; van: string; tot: string; wie: string }[];
    }
  | DubbelView
  | { view: 'rooster_nieuw'; regio: string; vanaf: string; mijn: { datum: string; van: string; tot: string }[] }
  | RoosterBotsingView
  /** A message about the rota did not arrive; `wie: null`: the channel of the region. */
  | { view: 'rooster_niet_bezorgd'; regio: string; regioCode: string; wie: string | null }
  | { view: 'rooster_gemist'; regio: string; zone: string; van: string; tot: string; aantal: number; dagen: string[] }
  | {
      view: 'rooster_week';
      regio: string;
      regioCode: string;
      dagen: RoosterDag[];
      vorige: string;
      volgende: string;
      magWijzigen: boolean;
    }
  | { view: 'rooster_dag'; regioCode: string; regio: string; values: Values; errors: FieldErrors }
  | RoosterWijzigingView
  | {
      view: 'rooster_wijzigingen';
      regioCode: string;
      regio: string;
      zone: string;
      /** Which of all of them stand here, counted from 0. */
      vanaf: number;
      totaal: number;
      wijzigingen: {
        id: string;
        datum: string;
        van: string;
        tot: string;
        /** Of an absence over several day parts: its last day, and how many. */
        totDatum: string;
        aantal: number;
        wat: string;
        door: string;
        op: string;
      }[];
    }
  | {
      view: 'rooster_verzoek';
      subject: string;
      regio: string;
      van: string;
      aan: string;
      geef: Span;
      krijg: Span | null;
      stand: Verzoek['stand'];
      /** The rota changed since: there is nothing to agree on any more. */
      vervallen: boolean;
      /** A phone answers it: what is asked is to follow up what comes in. */
      route: boolean;
      /** Still no answer a working day ahead. */
      herinnerd: boolean;
      /** Reader is the one who is asked, or the one who asks. */
      lezer: 'gevraagde' | 'vrager';
    }
  | {
      view: 'rooster_gewijzigd';
      regio: string;
      datum: string;
      mijn: { van: string; tot: string }[];
      /** Day parts this person let go, and who does them now. */
      overgenomen: { van: string; tot: string; wie: string }[];
      door: string;
    }
  | VerdelingView
  | RugzakRegioView
  | RugzakRegioMeldingView
  | {
      view: 'mijn_diensten';
      naam: string;
      diensten: { datum: string; van: string; tot: string; regio: string }[];
      /** When this person is reminded; null: on no team. */
      herinnering: HerinneringStand | null;
    }
  | { view: 'herinnering'; stand: HerinneringStand; values: Values; errors: FieldErrors }
  | TafelView
  | AgendaView
  | RugzakViews
  | VraagView
  | ZorgplanView
  | ZorgplanSectieView
  | ZorgplanActieView
  | ZorgplanEvaluatieView
  | ZorgplanFormulierView
  | ZorgplanWijzigingenView
  | ZorgplanLijstView
  | MededelingView;

/** How the hours of the rota are divided. Minutes; months as `2026-03`; a period is a year or such a month. */
export type VerdelingView = {
  view: 'verdeling';
  regio: string;
  regioCode: string;
  periode: string;
  vorige: string;
  volgende: string;
  perMaand: boolean;
  /** The period is not over: what is planned is in it. */
  metPlanning: boolean;
  maanden: string[];
  /** Most hours first. */
  personen: {
    naam: string;
    totaal: number;
    /** In the order of `maanden`. */
    minuten: number[];
    dagdelen: number;
    overgenomen: number;
    geruild: number;
    bijzonder: number;
    alsEigenaar: number;
  }[];
};

/** A region's budget of a year [B8], and what stands out [B10]. Integer cents; shares in basis points. */
export type RugzakRegioView = {
  view: 'rugzak_regio';
  regio: string;
  regioCode: string;
  /** ISO date in the region. */
  vandaag: string;
  /** The year is over, runs, or is still to come. */
  loopt: 'voorbij' | 'nu' | 'komt';
  overzicht: Jaaroverzicht;
  /** Cents for structural offer in that year; null: the region does not say [B8]. */
  structureel: number | null;
  opvallend: {
    /** Cases of the last twelve months. */
    vergeleken: number;
    /** Three quarters of them are at most at these. */
    driekwart: { bedrag: number; verblijf: number };
    grenzen: Grenzen;
    casussen: {
      casusId: string;
      referentie: string;
      gebonden: number;
      verblijf: number;
      waarin: ('bedrag' | 'verblijf')[];
    }[];
    nogMeer: number;
  };
  /** What was to be paid or proven by now, of every case of the region: the longest late first [B7]. */
  teLaat: {
    aantal: Record<TePresteren, number>;
    regels: {
      casusId: string;
      referentie: string;
      soort: TePresteren;
      /** ISO date by which it was due. */
      datum: string;
      /** Name of the quarter (`2026K1`) of proofs. */
      kwartaal: string | null;
      aanspreekpunt: string;
    }[];
  };
};

/** What was said of a year budget (`gezegd`), and what of it still holds (`wat`) [B9]. */
export type RugzakRegioMeldingView = {
  view: 'rugzak_regio_melding';
  regio: string;
  regioCode: string;
  gezegd: Punt[];
  wat: Punt[];
} & Pick<Jaaroverzicht, 'jaar' | 'budget' | 'aangevraagd' | 'gebonden' | 'betaald' | 'raming'>;

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
  /** When somebody of a team is reminded of their day parts [P7]. */
  herinnering: HerinneringStand | null;
};

/** Somebody's own hours, and what their region has where they have none (null: several, that differ). `vooraf` in minutes. */
export type HerinneringStand = { eigen: Herinnering; regio: { dagVoor: string | null; vooraf: number | null } };

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
  /** The phone route that answers now, though nobody follows up what comes in by it. */
  route: { naam: string; telefoon: string | null; tot: string } | null;
  telefoon: string | null;
  /** People of the rota the bot cannot write to; only shown to who plans it. */
  nietBereikbaar: string[];
  /** This reader is on duty now or next: the handover is theirs. */
  overdracht: boolean;
  /** This reader may change the rota. */
  magWijzigen: boolean;
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
  /** The latest handover note, for coordinators. */
  overdrachtsnota: { door: string; op: string; tekst: string; gelezen: { door: string; op: string } | null } | null;
  intrekking: string | null;
  afsluiting: Pick<Afsluiting, 'resultaat' | 'woont' | 'opvolging' | 'openPunten'> | null;
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

/** What is shown of a longer list, and how many more there are. */
export type Begin<T> = { eerste: T[]; nogMeer: number };

type Uren = { regio: string; datum: string; van: string; tot: string };

/** Something that waits for the reader; what it is about, never what it says [S9]. */
export type WachtOpJou =
  | ({ soort: 'bevestigen'; subject: string } & Uren)
  | { soort: 'vraag'; subject: string; referentie: string; door: string }
  /** An invitation to a zorgtafel; `voor` is for somebody this person invites [T4]. */
  | { soort: 'zorgtafel'; subject: string; referentie: string; voor: boolean }
  /** An action of a zorgplan on the reader's name; `tegen`: ISO date. */
  | { soort: 'actie'; subject: string; referentie: string; tegen: string; teLaat: boolean }
  | { soort: 'evaluatie'; subject: string; referentie: string; datum: string; teLaat: boolean }
  /** What a case waits for itself [T1, T7]; `tegen`: ISO instant. */
  | { soort: 'stap'; subject: string; referentie: string; stap: Stap; tegen: string; teLaat: boolean; knop: ActionId }
  /** A case whose contact left the team, for every coordinator of its region [A3]. */
  | { soort: 'zonder_aanspreekpunt'; subject: string; referentie: string; was: string }
  /** A request for means the reader may decide about; `tegen`: ISO date [S16]. */
  | {
      soort: 'aanvraag';
      subject: string;
      referentie: string;
      door: string;
      cents: number;
      tegen: string;
      teLaat: boolean;
    }
  /** A question about means: `<case>/<request>/<question>`. */
  | { soort: 'rugzak_vraag'; subject: string; referentie: string; door: string }
  | { soort: 'verzoek'; subject: string; van: string; geef: Span; krijg: Span | null };

/** Everything of one's own work on one screen. */
export type MijnWerkView = {
  view: 'mijn_werk';
  naam: string;
  zone: string;
  /** Works in a region's team; otherwise somebody who reports. */
  inTeam: boolean;
  /** Takes up cases: casuscoördinator of a region. */
  coordinator: boolean;
  /** Day parts that run now; `tot`: wall clock. `route`: the phone route that answers. */
  nu: { regio: string; tot: string; route: string | null }[];
  dagdelen: Begin<Uren & { route: string | null }>;
  wacht: Begin<WachtOpJou>;
  casussen: Begin<CasusRegel>;
  aanmeldingen: Begin<CasusRegel>;
  /** There are more open cases than were looked at. */
  nietGelezen: boolean;
  /** Day parts ahead that nobody fills, for who plans [P6]. `overnemen`: the reader may take it. */
  gaten: Begin<Uren & { subject: string; regioCode: string; overnemen: boolean }>;
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

/** A reminder to the one on duty, with what is handed over [P7]. */
export type DienstView = {
  view: 'dienst';
  soort: 'morgen' | 'straks';
  /** `<regio>/<datum>[/<van>]` */
  subject: string;
  regio: string;
  zone: string;
  /** ISO date. */
  datum: string;
  dagdelen: { van: string; tot: string; route: string | null }[];
  /** It is somebody else's turn since. */
  vervallen: boolean;
  voorbij: boolean;
  /** When *Ik ben er* was pressed. */
  bevestigd: string | null;
  casussen: CasusRegel[];
  /** Clocks of the region that end that day, nearest first; `termijnenMeer`: as many more. */
  termijnen: { referentie: string; aanspreekpunt: string; einde: string; verstreken: boolean }[];
  termijnenMeer: number;
  /** Appointments of that day in the region, in order of time: what, and of which case. */
  afspraken: { op: string; wat: string; referentie: string }[];
  /** Notes of the one before. */
  overdracht: TeLezen;
};

/** A handover note as its reader may see it. */
export type NotaRegel = {
  /** Null: in general. */
  referentie: string | null;
  door: string;
  op: string;
  /** Null: this reader has no right to the case. */
  tekst: string | null;
};

/** Handover notes to read; *Gelezen* confirms the ones that are shown. */
export type TeLezen = {
  notas: NotaRegel[];
  /** As many more come after these. */
  nog: number;
  gelezen: { op: string; aantal: number } | null;
  /** Which notes in which version are shown; empty: nothing to confirm. */
  merk: string;
};

/** The handover of one person in a region: what they wrote, what they have to read [P7]. */
export type OverdrachtView = {
  view: 'overdracht';
  regio: string;
  regioCode: string;
  zone: string;
  /** The day part ends: write now. */
  vraag: { tot: string } | null;
  openCasussen: number;
  /** Who reads what is written now. */
  volgende: { naam: string; van: string } | null;
  /** Null: the card of a writer, which shows only what they wrote. */
  lezen: TeLezen | null;
  /** What this person read before. */
  eerder: NotaRegel[];
  mijn: (NotaRegel & {
    id: string;
    bewerkt: boolean;
    ingetrokken: boolean;
    gelezen: { door: string; op: string }[];
    wijzigbaar: boolean;
  })[];
  meer: number;
  magSchrijven: boolean;
};

export type NotaFormulierView = {
  view: 'nota_formulier';
  /** Region, or the id of the note that is changed. */
  subject: string;
  regio: string;
  zone: string;
  volgende: string | null;
  /** An existing note is changed; `referentie` null: a general one. */
  wijzigt: { referentie: string | null } | null;
  casussen: { veld: string; referentie: string; termijn: string | null }[];
  andere: { value: string; label: string }[];
  values: Values;
  errors: FieldErrors;
};

export type RoosterWijziging = 'afwezig' | 'ruilen' | 'vervangen' | 'extra' | 'sluiten';

/** The second page of a change to the rota: which day part, and who. */
export type RoosterWijzigingView = {
  view: 'rooster_wijziging';
  regioCode: string;
  regio: string;
  /** ISO dates; `tot` is the last day, when there are more. */
  datum: string;
  tot: string;
  wat: RoosterWijziging;
  /** For the button: what is shown of the day (see `seen-parts.ts`), of an absence the last day. */
  gezien: string;
  /** Somebody else was faster: what they did. */
  intussen: Intussen[];
  dagdelen: { value: string; label: string }[];
  collegas: { value: string; label: string }[];
  /** Day parts of colleagues in the coming weeks, to swap for. */
  ruilen: { value: string; label: string }[];
  values: Values;
  errors: FieldErrors;
};

/** Changes somebody made that meet another template of the rota. `wie: null`: nobody was put there. */
export type RoosterBotsingView = {
  view: 'rooster_botsing';
  regio: string;
  regioCode: string;
  regels: {
    datum: string;
    van: string;
    tot: string;
    wat: Uitzondering['wat']['kind'];
    wie: string | null;
    reden: BotsingReden;
    uren: string | null;
  }[];
};

/** Somebody is expected in two regions at once, as the planners of one of them see it [P4]. */
export type DubbelView = {
  view: 'dubbel';
  regio: string;
  /** ISO date and wall clock of this region. */
  datum: string;
  van: string;
  tot: string | null;
  /** Who is on this day part now; null: nobody. */
  wie: string | null;
  /** Name of the phone route it is, where it is one. */
  route: string | null;
  andere: { regio: string; van: string; tot: string; route: string | null }[];
  opgelost: boolean;
  voorbij: boolean;
  /** What the buttons are about; null: not for this reader. */
  vervangen: string | null;
  overnemen: string | null;
};

/** What somebody else changed while a form was open; `door: null`: nobody known, it is only different now. */
export type Intussen = {
  /** Where a form is about several days. */
  datum?: string;
  van: string;
  tot: string;
  zone: string;
  door: string | null;
  op: string | null;
  wat: 'persoon' | 'open' | 'gesloten' | 'ongedaan';
  wie: string | null;
};

/** One day of the week table. `gesloten`: public holiday or closing day. */
export type RoosterDag = {
  datum: string;
  gesloten: boolean;
  dagdelen: { van: string; tot: string; wie: string | null }[];
};

/** A calendar address, or why there is none. */
export type AgendaView = {
  view: 'agenda';
  /** Whose day parts: everybody's in this region, or (null) the reader's own in every region. */
  regio: { code: string; naam: string } | null;
  zone: string;
  stand: AgendaStand;
  /** Regions whose calendar this reader may have as well. */
  andere: { code: string; naam: string }[];
};

export type AgendaStand =
  /** The only time the address is shown. `vervangt`: the one before stopped. */
  | { kind: 'nieuw'; adres: string; vervangt: boolean }
  | { kind: 'bestaat'; op: string }
  | { kind: 'gestopt' }
  /** The operator did not say where the bot is reached. */
  | { kind: 'geen_adres' }
  | { kind: 'niet_op_rooster' }
  | { kind: 'niet_in_team' };

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
