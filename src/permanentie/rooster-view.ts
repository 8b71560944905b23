import type { CasusRegel } from '../casus/casus-view.ts';
import type { Values } from '../intent.ts';
import type { TeLezen } from '../overdracht/overdracht-view.ts';
import type { Herinnering } from '../personen/directory.ts';
import type { FieldErrors } from '../view.ts';
import type { BotsingReden } from './botsing.ts';
import type { Uitzondering } from './uitzondering.ts';

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

export type Uren = { regio: string; datum: string; van: string; tot: string };

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
  /** The first day part started. */
  begonnen: boolean;
  voorbij: boolean;
  /** When *Ik ben er* was pressed. */
  bevestigd: string | null;
  /** Without terugkoppeling, whoever they are with, and what is late of one's own; `casussenMeer`: there are others. */
  casussen: CasusRegel[];
  casussenMeer: boolean;
  /** Clocks of the region that end that day, nearest first; `termijnenMeer`: as many more. */
  termijnen: { referentie: string; aanspreekpunt: string; einde: string; verstreken: boolean }[];
  termijnenMeer: number;
  /** Appointments of that day in the region, in order of time: what, and of which case. */
  afspraken: { op: string; wat: string; referentie: string }[];
  /** Notes of the one before. */
  overdracht: TeLezen;
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
  /** For the button: what is shown of the day (see `changed-since.ts`), of an absence the last day. */
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
    /** Who it puts there, or who is away. */
    wie: string | null;
    reden: BotsingReden;
    uren: string | null;
    /** Who the template has there now, where it is somebody else. */
    nu: string | null;
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
