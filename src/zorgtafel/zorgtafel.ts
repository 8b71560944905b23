import { type Instant, isBefore } from '../time.ts';

/**
 * One round table of a case [T1–T7]: protected as a whole, kept as it is now (its history is in the story of
 * the case). Everything about it is decided under the version of its case, so that of two people who answer,
 * move or cancel at the same time one is first and the other decides on what is true then.
 */
export type Zorgtafel = {
  id: string;
  casusId: string;
  /** `peilen`: people say when they can. `vast`: it has its moment. `afgelast`, `gehouden`, `niet_gehouden`: over. */
  stand: 'peilen' | 'vast' | 'afgelast' | 'gehouden' | 'niet_gehouden';
  /** When it was discussed with the parents: the 48 hours start there [T1]. */
  besprokenOp: Instant;
  plaats: Plaats;
  /** Minutes. */
  duur: number;
  /** One to five; the ids stay, so that answers outlive a change of the list. */
  momenten: Moment[];
  /** Id of the moment it takes place, once it is `vast`. */
  gekozen: string | null;
  deelnemers: Deelnemer[];
  /** Rises with every change a calendar has to hear of (iCal SEQUENCE). */
  volgnummer: number;
  /** Why it was moved or cancelled last, as everybody at the table may read it. */
  reden: string | null;
  verslag: Verslag | null;
  /** What everybody who is asked may read, in the coordinator's words. */
  boodschap: string;
  /** What is asked of the experts; only they read it. */
  expertVraag: string;
  /** How many experts are wanted [T2], and what they should know most about, by the region's words [T5]. */
  experts: number;
  expertise: string | null;
  /** What calendars were told last: the start, and when it was said; null: nothing yet. */
  agenda: { start: Instant; op: Instant } | null;
  /** Who changed place, length or message last; absent: as it was planned. */
  bijgewerkt?: { op: Instant; door: string };
};

export type Moment = { id: string; start: Instant };

/** The id of a moment follows from its start: an answer to it never counts for another, also after it came back. */
export const momentVan = (start: Instant): Moment => ({
  id: `m${Math.floor(start.epochMilliseconds / 60_000).toString(36)}`,
  start,
});

/** Where [T3]: a room, a link, or both. */
export type Plaats = {
  omschrijving: string;
  adres: string;
  lokaal: string;
  link: string;
  /** The name may stand in calendars: it is an organisation, not a family's home. */
  openbaar: boolean;
};

/** Who sits at the table and in what quality [T2, A4]. */
export type DeelnemerSoort =
  | 'ouder'
  | 'netwerk'
  | 'aanmelder'
  | 'hulpverlener'
  | 'expert'
  | 'casuscoordinator'
  | 'kind_en_gezin';

export type Antwoord = 'kan' | 'liever_niet' | 'kan_niet';

export type Deelnemer = {
  id: string;
  soort: DeelnemerSoort;
  /** Known person with a chat account; null: invited by `via` [T4]. */
  persoonId: string | null;
  /** How this one is called at the table; for parents and network a role ("mama", "oma"), never asked for a full name. */
  naam: string;
  /** Person who invites somebody without chat, and confirms having done so [T4]. */
  via: string | null;
  /** When `via` said the invitation was passed on; for who has chat, when the bot invited. */
  uitgenodigdOp: Instant | null;
  /** By moment id; absent: not answered yet. */
  antwoorden: Record<string, Antwoord>;
  /** When the answers were last given or changed. */
  geantwoordOp: Instant | null;
  /** `vervangen`: an expert who declined and for whom another came [T5]; `verwijderd`: taken off the list. */
  stand: 'gevraagd' | 'komt' | 'komt_niet' | 'vervangen' | 'verwijderd';
  /** The start that calendars were told when this one went off the list; absent: on the list, or none was told. */
  uitAgenda?: Instant;
  /** When somebody came on the list, or somebody else began to invite them: from then on they have time to answer. */
  sinds: Instant;
  /** The secret of this participant's calendar link, and the digest it is found by. */
  agenda: AgendaSleutel;
};

export type AgendaSleutel = { token: string; hash: string };

/** In place of a participant: a parent was there who was not on the list [T6]. */
export const OUDER_ERBIJ = 'ouder_erbij';

/** What became of it [T6, T7, C2]. */
export type Verslag = {
  door: string;
  op: Instant;
  /** Ids of participants who were there, and `OUDER_ERBIJ`. */
  aanwezig: string[];
  /** Who else was there, in words; absent in what was written before it was asked. */
  ookAanwezig?: string;
  /** Without the parents: why [T6]. */
  zonderOuders: string | null;
  /** What was agreed for the coming days, safety first [C2]. */
  veiligheid: string;
  besluit: string;
};

/** Participants who count now: who was replaced or taken off the list does not. */
export const aanTafel = (tafel: Pick<Zorgtafel, 'deelnemers'>): Deelnemer[] =>
  tafel.deelnemers.filter((d) => d.stand !== 'vervangen' && d.stand !== 'verwijderd');

/** The instant it takes place, once that is fixed. */
export const startVan = (tafel: Pick<Zorgtafel, 'gekozen' | 'momenten'>): Instant | null =>
  tafel.momenten.find((m) => m.id === tafel.gekozen)?.start ?? null;

/** Moments that still count: the fixed one, or those people are asked about; never one that is over. */
export const momentenVooruit = (tafel: Pick<Zorgtafel, 'stand' | 'gekozen' | 'momenten'>, now: Instant): Moment[] =>
  tafel.momenten.filter((m) => (tafel.stand !== 'vast' || m.id === tafel.gekozen) && isBefore(now, m.start));

/** Whether it still takes place, or will. */
export const loopt = (tafel: Pick<Zorgtafel, 'stand'>): boolean => tafel.stand === 'peilen' || tafel.stand === 'vast';

/** Why a table is off that was called off because its case ended, as everybody at the table reads it. */
export const metDeCasus = {
  afgesloten: 'De casus is afgesloten.',
  ingetrokken: 'De aanmelding werd ingetrokken.',
} as const;

/** The table that was called off because its case ended; null: there is none, or another came after it. */
export function afgelastMetCasus(tafels: readonly Zorgtafel[]): Zorgtafel | null {
  const last = tafels.at(-1);
  return last?.stand === 'afgelast' && Object.values<string | null>(metDeCasus).includes(last.reden) ? last : null;
}
