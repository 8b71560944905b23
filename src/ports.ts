import type { Draft } from './aanmelding/draft.ts';
import type { Bericht, NewBericht } from './berichten/bericht.ts';
import type { Casus, Gebeurtenis, Genummerd } from './casus/casus.ts';
import type { TePresteren, Termijn, TermijnSoort } from './casus/termijn.ts';
import type { DocumentSoort } from './document/document-soort.ts';
import type { Account } from './intent.ts';
import type { Nota } from './overdracht/nota.ts';
import type { Agenda } from './permanentie/agenda.ts';
import type { Uitzondering } from './permanentie/uitzondering.ts';
import type { Verzoek } from './permanentie/verzoek.ts';
import type { Directory, Person } from './personen/directory.ts';
import type { Region } from './regio/region.ts';
import type { Boeking, Categorie, Fase } from './rugzak/boeking.ts';
import type { CasusSom, Spreiding } from './rugzak/opvallend.ts';
import type { RugzakRegioMelding } from './rugzak/regio-melding.ts';
import type { Rugzak } from './rugzak/rugzak.ts';
import type { WachtendeAanvraag } from './rugzak/wachtende.ts';
import type { Instant } from './time.ts';
import type { View } from './view.ts';
import type { Zorgplan } from './zorgplan/zorgplan.ts';
import type { Zorgtafel } from './zorgtafel/zorgtafel.ts';

/** One entry of the audit chain: who did or read what, never the content. */
export type AuditEntry = {
  op: Instant;
  /** Person id, or `bot`. */
  wie: string;
  /** `casus.lezen`, `casus.opnemen`, `region.apply` … */
  wat: string;
  /** Id of what it was about, or the number somebody asked for. */
  waarover: string | null;
  resultaat: 'toegestaan' | 'geweigerd';
};

/**
 * Everything one decision changes. It is written in one database transaction: all of it, or nothing.
 *
 *     const result = await store.commit({ once: intent.delivery, casus: { next, was: casus.versie }, … });
 *     if (result.kind === 'verouderd') // somebody was first: load again, decide again
 */
export type Commit = {
  /** Delivery this answers: a second commit with the same value changes nothing (`al_verwerkt`). */
  once?: string;
  /** A new case gets its `referentie` from the store (`<prefix>-0001`, next per prefix). */
  newCasus?: { casus: Omit<Casus, 'referentie'>; prefix: string };
  /** `was`: the version the decision was based on. */
  casus?: { next: Casus; was: number };
  gebeurtenissen?: Gebeurtenis[];
  /** Inserted or replaced by id. */
  termijnen?: Termijn[];
  /** Replaced by id; guarded by `casus`, which goes with it. */
  zorgtafel?: Zorgtafel;
  /** A version that is added; guarded by `casus`, which goes with it. */
  zorgplan?: Zorgplan;
  /** Means of the case in `casus`, and the lines that are added to its ledger; see `KasCommit`. */
  rugzak?: KasCommit;
  /** What was said of a region's year budget; `was`: the version it was decided on, null: nothing was said yet [B9]. */
  rugzakRegioMelding?: { next: RugzakRegioMelding; was: number | null };
  /** Outbox: each becomes a row with a unique key and a job; a key that is there already, or here twice, is left alone. */
  berichten?: NewBericht[];
  /** Bring every message already sent about this case, or this part of the rota (its `onderwerp`), up to date. */
  refresh?: string | readonly string[];
  /**
   * Reminders of a region were worked out up to `tot`; `was`: up to where before, null for a first time;
   * `directory`: the version they were worked out on, so that nobody is reminded of a rota that just changed.
   */
  rooster?: { regio: string; was: Instant | null; tot: Instant; directory: number };
  /** Changes to a rota, inserted or replaced by id; `was`: the directory they were decided on. */
  uitzonderingen?: { was: number; save: Uitzondering[] };
  /** A request between colleagues: new (`was: null`), or decided once from `was`. */
  verzoek?: { next: Verzoek; was: Verzoek['stand'] | null };
  /** Somebody said to be there for a day part; of one person the first time counts. */
  aanwezig?: Aanwezigheid;
  /**
   * A calendar address: the one in use (`was`, its hash) is revoked, `next` comes in its place. Null: there
   * is none in use, or none comes.
   */
  agenda?: { was: string | null; next: Agenda | null; op: Instant };
  /** Handover notes; `was`: the version decided on, null for a new one. */
  notas?: { next: Nota; was: number | null }[];
  /** A short-lived address of a document. */
  documentAdres?: DocumentAdres;
  draft?: { save: Draft } | { remove: string };
  /** New or changed people and accounts; the directory's version rises. */
  persons?: Person[];
  accounts?: (Account & { personId: string; reachable: boolean })[];
  /** A person became reachable (again): every message they did not get is tried once more. */
  resend?: string;
  /** `was`: the directory it was decided on; without it nobody else's change is in the way. */
  region?: { next: Region; by: string; was?: number };
  audit: AuditEntry[];
};

/**
 * `budget`: of the region by calendar year, in integer cents. A line that would bind more than is left of it is
 * refused with the whole commit (`verouderd`), whatever other cases do at the same time [B8].
 */
export type KasCommit = {
  next: Rugzak;
  regio: string;
  boekingen: readonly Boeking[];
  budget: ReadonlyMap<number, number>;
};

export type BoekingMetReferentie = Boeking & { referentie: string };

/** What the lines booked in a month (`2026-03`) add to a phase: integer cents, negative when it left. */
export type MaandSom = { maand: string; categorie: Categorie; fase: Fase; cents: number };

export type CommitResult = { kind: 'ok'; referentie?: string } | { kind: 'verouderd' } | { kind: 'al_verwerkt' };

/** A clock of money that ran out, of a case that goes on or ended; `over`: id of the request or the invoice, name of the quarter. */
export type GeldTeLaat = Pick<Termijn, 'casusId' | 'over' | 'einde'> & {
  soort: TePresteren;
  referentie: string;
  aanspreekpunt: string;
};

/** A clock that ends on a day, and whose it is: nothing about the child. */
export type TermijnVandaag = { referentie: string; aanspreekpunt: string; soort: TermijnSoort; einde: Instant };
/**
 * Where one person can fetch one document for a short while. What is in it, and whether this person still
 * may read it, is decided when it is fetched.
 */
export type DocumentAdres = {
  hash: string;
  soort: DocumentSoort;
  /** Id of the case it is about, or `<regio>/<jaar>`. */
  over: string;
  persoonId: string;
  verlooptOp: Instant;
};

/** Somebody was there for a day part: ISO date, wall clock `HH:MM` of its start [P7]. */
export type Aanwezigheid = { regio: string; datum: string; van: string; persoonId: string; op: Instant };

/**
 * What the domain remembers. Faults (database away, key unknown) are thrown as StoreError; lists of cases and notes
 * leave out the one that cannot be read, and log which one it is.
 */
export type Store = {
  commit(commit: Commit): Promise<CommitResult>;
  /** The picture in memory, at most a few seconds behind another replica, never behind this one. */
  directory(): Directory;
  /**
   * A region with the changes to its rota in the six weeks on both sides of a date (ISO): the directory's own
   * as long as that is recent, read from the database for what is longer ago [P3].
   */
  regionAround(code: string, date: string): Promise<Region | undefined>;
  casusById(id: string): Promise<Casus | null>;
  casusByReferentie(referentie: string): Promise<Casus | null>;
  /** Open cases somebody is on (aanspreekpunt, aanmelder or at the table), nearest deadline first; `limit` rows. */
  casussenVan(personId: string, limit: number): Promise<{ casus: Casus; termijnen: Termijn[] }[]>;
  /** Open cases of these regions (codes) that nobody took up yet, oldest first; `limit` rows in all. */
  wachtend(regios: readonly string[], limit: number): Promise<Casus[]>;
  /** Open cases of a region that were taken up and whose contact is none of `team`, oldest first [A3]. */
  zonderAanspreekpunt(regio: string, team: readonly string[], limit: number): Promise<Casus[]>;
  /** Open cases of a region, nearest deadline first. */
  openCasussen(regio: string, limit: number): Promise<{ casus: Casus; termijnen: Termijn[] }[]>;
  /** Those of a region whose aanmelder has no terugkoppeling yet, taken up or not, nearest deadline first [A2]. */
  zonderTerugkoppeling(regio: string, limit: number): Promise<{ casus: Casus; termijnen: Termijn[] }[]>;
  /** Running clocks of a region's cases that end from `van` to before `tot`, nearest first. */
  termijnenTussen(regio: string, van: Instant, tot: Instant, limit: number): Promise<TermijnVandaag[]>;
  /** Handover notes of a region, oldest first: what is open, and all that was written from `vanaf` on. */
  notas(regio: string, vanaf: Instant): Promise<Nota[]>;
  /** The ones of every region that nobody on duty read yet. */
  openNotas(): Promise<Nota[]>;
  /** Notes about a case, oldest first. */
  notasOver(casusId: string): Promise<Nota[]>;
  nota(id: string): Promise<Nota | null>;
  /** References of other recent cases that may be about the same child, found by a keyed index [S15]. */
  mogelijkDubbel(casusId: string, limit: number): Promise<string[]>;
  /** The newest `limit` lines of a case's story, or of what came up to line `tot`; oldest first. */
  gebeurtenissen(casusId: string, limit: number, tot?: number): Promise<Genummerd[]>;
  termijnen(casusId: string): Promise<Termijn[]>;
  /** Every zorgtafel of a case, oldest first. */
  zorgtafels(casusId: string): Promise<Zorgtafel[]>;
  /**
   * Tables somebody is asked for, newest first: those that go on, and with `ook: 'recente'` those of the last
   * months too (for a calendar).
   */
  zorgtafelsVan(persoonId: string, ook: 'lopende' | 'recente'): Promise<Zorgtafel[]>;
  /** For each of these people: how often they were asked as an expert since then, and when last; who never was is not in it [T5]. */
  expertVragen(
    persoonIds: readonly string[],
    sinds: Instant,
  ): Promise<Map<string, { aantal: number; laatst: Instant }>>;
  /** The participant with this calendar secret. */
  tafelAgenda(hash: string): Promise<{ tafel: Zorgtafel; deelnemerId: string } | null>;
  /** The newest version of a case's zorgplan. */
  zorgplan(casusId: string): Promise<Zorgplan | null>;
  /** The newest `limit` versions, newest first; `voor`: of those with a lower number. */
  zorgplanVersies(casusId: string, limit: number, voor?: number): Promise<Zorgplan[]>;
  rugzak(casusId: string): Promise<Rugzak | null>;
  /** Those of several cases, in any order. */
  rugzakken(casusIds: readonly string[]): Promise<Rugzak[]>;
  /** The ledger of a case, oldest first. */
  boekingen(casusId: string): Promise<Boeking[]>;
  /** What of a region's budgets is bound, by calendar year, in integer cents. */
  rugzakJaren(regio: string): Promise<ReadonlyMap<number, number>>;
  /** Sums of what was booked on a region's budget of a calendar year, by month of booking. */
  rugzakMaanden(regio: string, jaar: number): Promise<MaandSom[]>;
  /** The same of several regions and years, by `<regio>/<jaar>`; without what nothing was booked on. */
  rugzakMaandenVan(regios: readonly string[], jaren: readonly number[]): Promise<ReadonlyMap<string, MaandSom[]>>;
  /** The ledger of a region's year, oldest first: `limit` lines after `na`, each with the reference of its case. */
  boekingenVanJaar(
    regio: string,
    jaar: number,
    na: Pick<Boeking, 'op' | 'id'> | null,
    limit: number,
  ): Promise<BoekingMetReferentie[]>;
  /**
   * Requests for means of a region that wait for a decision, the longest first. `voor`: of those only what concerns a
   * person: they asked, are the contact of the case, or may decide up to `mandaat` integer cents (null: without limit).
   */
  wachtendeAanvragen(
    regio: string,
    limit: number,
    voor?: { persoon: string; mandaat: number | null },
  ): Promise<WachtendeAanvraag[]>;
  /** What was said of the year budgets of regions. */
  rugzakRegioMeldingen(regios: readonly string[]): Promise<RugzakRegioMelding[]>;
  /** How the cases of a region with a first line on or after `vanaf` (ISO date) lie, of those with something bound. */
  rugzakSpreiding(regio: string, vanaf: string): Promise<Spreiding>;
  /** Of those, the ones above one of both limits, the most first: `limit` of them, and how many there are. */
  rugzakBoven(
    regio: string,
    vanaf: string,
    boven: { bedrag: number; verblijf: number },
    limit: number,
  ): Promise<{ casussen: CasusSom[]; aantal: number }>;
  /**
   * Cases with a rugzak that somebody is on (aanspreekpunt, or at the table of one that is open), nearest date of its
   * money first: of those that ended only where something is still to be invoiced, paid or proven. `limit` rows.
   */
  rugzakkenVan(personId: string, limit: number): Promise<Casus[]>;
  /** What of a region was to be invoiced, paid or proven before `voor`, the longest ago first: `limit` rows, and how many of each there are [B7]. */
  geldTeLaat(
    regio: string,
    voor: Instant,
    limit: number,
  ): Promise<{ regels: GeldTeLaat[]; aantal: Record<TePresteren, number> }>;
  /**
   * Clocks with `volgende <= now`, running, nearest first, those after `na`; reads an index, whatever number of closed
   * cases.
   */
  termijnenDue(now: Instant, limit: number, na: Pick<Termijn, 'id' | 'volgende'> | null): Promise<Termijn[]>;
  /** Up to where the reminders of every region were worked out; one that is not in it: never. */
  roosterTot(): Promise<ReadonlyMap<string, Instant>>;
  verzoek(id: string): Promise<Verzoek | null>;
  /** Requests that wait for this person's yes or no, newest first; `limit` rows. */
  verzoekenAan(personId: string, limit: number): Promise<Verzoek[]>;
  /** Requests of every region without an answer yet, about a day part to give on `vanaf` (ISO date) or later. */
  openVerzoeken(vanaf: string): Promise<Verzoek[]>;
  aanwezig(regio: string, datum: string, van: string): Promise<Aanwezigheid | null>;
  /** The calendar address in use with this digest; null when there is none, or it was revoked. */
  agendaByHash(hash: string): Promise<Agenda | null>;
  /** The one in use of a person for a region's calendar, or for their own (`regio: null`). */
  agendaVan(personId: string, regio: string | null): Promise<Agenda | null>;
  /** The address with this digest, unless it expired. */
  documentAdres(hash: string): Promise<DocumentAdres | null>;
  draft(personId: string, form: string): Promise<Draft | null>;
  draftById(id: string): Promise<Draft | null>;
  bericht(id: string): Promise<Bericht | null>;
  /** Id of the newest message about `onderwerp` to one account; null: there is none. */
  nieuwsteBericht(onderwerp: string, account: Pick<Account, 'platform' | 'ref'>): Promise<string | null>;
  /** What messages with a `wekker` that rang are about, each once, the longest ago first. */
  gewekt(now: Instant, limit: number): Promise<string[]>;
};

/** What became of an attempt to show something to somebody. */
export type Posted =
  | { kind: 'posted'; ref: string }
  /** Try again: busy, rate limited (`afterMs` as the platform asked), network. */
  | { kind: 'later'; afterMs?: number; reason: string }
  /** Never going to work for this recipient: account gone, bot blocked or removed from the channel. */
  | { kind: 'unreachable'; reason: string };

/**
 * A chat platform, as the jobs see it. Every method has its own time limit and never hangs.
 *
 *     const posted = await chat.post({ account: marijke.address }, view, bericht.id);
 */
export type ChatPlatform = {
  readonly platform: string;
  /**
   * Posts a view privately to an account address, or in a channel. `key`: same key, same message. `again`: it was tried
   * before, here or in another process, and nobody knows whether it arrived.
   */
  post(to: { account: string } | { channel: string }, view: View, key: string, again?: boolean): Promise<Posted>;
  /** Brings a posted message up to date. `ref` as given by `post`. */
  update(ref: string, view: View): Promise<Posted>;
  /**
   * Only where the platform has a place that always shows somebody the same view: puts the view there. `ref` of
   * what was posted is the address. No notification, and shown again as often as it changes.
   */
  home?(account: string, view: View): Promise<Posted>;
  /** Profile of an account on first contact; null when the platform does not say. */
  profile(ref: string): Promise<{ naam: string; email: string | null } | null>;
  /** The account with this e-mail address, when the bot could write to it. */
  find(email: string): Promise<Account | null>;
};

/** Addresses of calendars: chance, digest and the way in from the internet come from outside. */
export type AgendaAddresses = {
  /** Whether the operator said where the bot is reached; without that there is no address to make. */
  isReachable(): boolean;
  /** A new address that nobody can guess (256 bits), and the digest it is kept under. */
  make(): { url: string; token: string; hash: string };
  /** The address of a secret that was made before; null: nobody said where the bot is reached. */
  urlOf(token: string): string | null;
};

/**
 * Log line: an event name and allow-listed fields only. Anything typed by a person, any name, any
 * card is unloggable by construction [S14].
 */
export type Log = {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  error(event: string, fields?: LogFields): void;
};

export type LogFields = {
  platform?: string;
  action?: string;
  command?: string;
  casusId?: string;
  berichtId?: string;
  regio?: string;
  kind?: string;
  count?: number;
  ms?: number;
  status?: number;
  attempt?: number;
  /** Name and code of a fault, never its message. */
  fault?: string;
  port?: number;
  version?: number;
};

/**
 * Bookkeeping of the outbox. A bericht is leased while one worker shows it, so that two workers never
 * post the same one twice or let an older card overtake a newer one.
 */
export type Outbox = {
  /** `bezig`: another worker has it now. `weg`: no such bericht. */
  lease(id: string, now: Instant, leaseMs: number): Promise<Bericht | 'bezig' | 'weg'>;
  /** Writes what became of it and ends the lease. */
  settle(
    id: string,
    /** `wekker`: when it changes by itself; left as it was when not given. */
    result: Pick<Bericht, 'stand' | 'adres' | 'getoond'> & { reden?: string; wekker?: Instant | null },
  ): Promise<void>;
  /** Ids of what was posted or still waits about a case, a part of the rota or a person: what a refresh brings up to date. */
  about(...subjects: string[]): Promise<string[]>;
  /** Persons who got or will get a message about a case. */
  recipients(casusId: string): Promise<string[]>;
  /** How many ended as `mislukt` and are not looked at yet: for `/readyz` and the log. */
  deadCount(): Promise<number>;
};

/**
 * What is removed when its term is over [S17]. Each call is one small transaction, so that it can be stopped anywhere,
 * done again, and done by several at once.
 */
export type Archief = {
  /** Cases of a region that are on no list any more and were reported up to `voor`, oldest first: `limit` after `na`. */
  afgerond(
    regio: string,
    voor: Instant,
    na: Pick<Afgerond, 'id' | 'aangemeldOp'> | null,
    limit: number,
  ): Promise<Afgerond[]>;
  /** How many a region has of those in all. */
  aantalAfgerond(regio: string): Promise<number>;
  /**
   * Removes everything of a case but what its region spent; false when it changed since it was read, or somebody has it
   * in hand. Where something about it was posted is kept under `onderwerp`, to be blanked by the workers.
   */
  verwijder(afgerond: Afgerond, onderwerp: string, now: Instant): Promise<boolean>;
  /** Forgets where something was posted that was blanked since, or could not be for two weeks; asks for the others once more. */
  vergeetAdressen(now: Instant): Promise<{ vergeten: number; teWissen: number }>;
};

/** A case that ended; `laatst` and `seq`: moment and number of the last line of its story. */
type Afgerond = Pick<Casus, 'id' | 'referentie' | 'versie' | 'aangemeldOp'> & { laatst: Instant; seq: number };

/** What is wrong with the configuration: one line naming the setting and the cure, exit code 78. */
export type ConfigProblem = { variable: string; problem: string };
