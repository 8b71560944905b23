import type { Directory, Herinnering } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { isWerkdag } from '../regio/werkdag.ts';
import { dateIn, type Instant, isBefore, timeIn } from '../time.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import type { DayPlan } from './day-plan.ts';
import { doublesOn } from './dubbel.ts';
import type { Holidays } from './on-duty.ts';
import { wallInstant } from './wall-instant.ts';

/** Something of the rota that people should hear of at `op`, if that is before `nuttigTot` [P6, P7]. */
export type Notice = {
  soort: NoticeKind;
  /** The day it is about (ISO date) and, where it is about one day part, its start on the wall (`HH:MM`). */
  datum: string;
  van: string | null;
  /** Person id of the region file it is for; null: see `recipients-of.ts`. */
  persoon: string | null;
  op: Instant;
  /**
   * The due time the outbox knows it by. It depends on no wish and no policy: a reminder that went out at
   * the old hour does not go out again at the new one.
   */
  sleutel: Instant;
  /** From then on it makes no sense any more: after an outage it counts as missed. */
  nuttigTot: Instant;
};

export type NoticeKind =
  /** To the person on duty, on the working day before. */
  | 'dienst_morgen'
  /** To the person on duty, just before: with the button *Ik ben er*. */
  | 'dienst_straks'
  /** One neutral post in the region's channel. */
  | 'dienst_ochtend'
  /** Nobody confirmed: planner and the next colleague. */
  | 'dienst_onbevestigd'
  /** To the person on duty, as the day part ends: what has the next one to know? Also what they wrote [P7]. */
  | 'overdracht'
  /** A day part ahead that nobody fills: planners. */
  | 'gat'
  /** Somebody on duty here and in another region at once, ahead: planners of both. */
  | 'dubbel'
  /** A day part that has begun and nobody fills: everybody who can do something. */
  | 'gat_nu';

/**
 * Everything that falls due in the half-open interval (`after`, `until`], in order of time. Works out
 * the days that can matter and nothing else; wall clock of the region, so 16 h stays 16 h on the night
 * the clock changes [P5]. The same interval always gives the same notices, whenever it is asked, as long
 * as nobody changes the rota or their own hours: who does owes what that makes due (`due-reminders.ts`).
 * `directory`: whose wishes count; without it everybody has the hours of the region.
 */
export function noticesBetween(
  region: Region,
  holidays: Holidays,
  after: Instant,
  until: Instant,
  directory?: Directory,
): Notice[] {
  const furthest = Math.max(0, ...region.herinneringen.gaten);
  // What is said on the working day before may lie past a long week-end.
  const last = Temporal.PlainDate.from(dateIn(region.tijdzone, until))
    .add({ days: furthest + LONGEST_BREAK })
    .toString();
  const found: Timed[] = [];
  const wishes = wishesIn(region, directory);
  // Up to a millisecond, as instants are kept: a number is compared a hundred times as fast.
  const [from, to] = [after.epochMilliseconds, until.epochMilliseconds];
  let datum = dateIn(region.tijdzone, after);
  while (datum <= last) {
    const plan = cachedDayPlan(region, holidays, datum);
    for (const usual of cachedNotices(region, holidays, datum, plan)) {
      const due = wished(region, wishes, usual);
      if (due && from < due.ms && due.ms <= to) found.push(due);
    }
    datum = plan.tomorrow;
  }
  if (directory) found.push(...doublesBetween(region, holidays, after, until, directory).map(timed));
  return found.sort((a, b) => a.ms - b.ms).map(({ notice }) => notice);
}

/** Everything about one day (ISO date) that makes sense, whenever it is due. */
export function noticesOn(region: Region, holidays: Holidays, datum: string, directory: Directory): Notice[] {
  const wishes = wishesIn(region, directory);
  return cachedNotices(region, holidays, datum, cachedDayPlan(region, holidays, datum)).flatMap(
    (usual) => wished(region, wishes, usual)?.notice ?? [],
  );
}

type Wishes = ReadonlyMap<string, Herinnering>;

/** Own hours of the people of a region, by their id in its file. */
function wishesIn(region: Region, directory: Directory | undefined): Wishes {
  const found = new Map<string, Herinnering>();
  if (directory)
    for (const { id, email } of region.personen) {
      const wish = directory.persons.get(directory.personIdByEmail.get(email) ?? '')?.herinnering;
      if (wish) found.set(id, wish);
    }
  return found;
}

/** A notice at the hour its person chose; null: not wanted, or pointless by then. */
function wished(region: Region, wishes: Wishes, usual: Timed): Timed | null {
  const { notice } = usual;
  const wish = notice.persoon === null ? undefined : wishes.get(notice.persoon);
  if (!wish) return usual.makesSense ? usual : null;
  let { op } = notice;
  if (notice.soort === 'dienst_straks' && wish.vooraf !== null) op = notice.sleutel.subtract({ minutes: wish.vooraf });
  if (notice.soort === 'dienst_morgen' && wish.dagVoor === 'niet') return null;
  // The usual hour is on the working day before, and so is theirs.
  if (notice.soort === 'dienst_morgen' && wish.dagVoor !== null)
    op = wallInstant(region.tijdzone, dateIn(region.tijdzone, op), wish.dagVoor);
  return isBefore(op, notice.nuttigTot) ? timed({ ...notice, op }) : null;
}

type Timed = { ms: number; notice: Notice; makesSense: boolean };

const timed = (notice: Notice): Timed => ({
  ms: notice.op.epochMilliseconds,
  notice,
  makesSense: isBefore(notice.op, notice.nuttigTot),
});

// Five weeks of days are looked at every minute; a plan belongs to one region as it is, and never changes.
const noticesByPlan = new WeakMap<DayPlan, readonly Timed[]>();

/** At the hours of the region; some may make no sense (`wished` leaves them out). */
function cachedNotices(region: Region, holidays: Holidays, datum: string, plan: DayPlan): readonly Timed[] {
  let notices = noticesByPlan.get(plan);
  if (notices === undefined) {
    notices = noticesOf(region, holidays, datum).map(timed);
    noticesByPlan.set(plan, notices);
  }
  return notices;
}

/** Days looked back at most for a working day before: longer than any series of closed days. */
export const LONGEST_BREAK = 20;

function noticesOf(region: Region, holidays: Holidays, datum: string): Notice[] {
  const { tijdzone: zone, herinneringen: when } = region;
  const { duties, unfilled } = cachedDayPlan(region, holidays, datum);
  const wall = (at: Instant) => timeIn(zone, at);
  /** Start of each one's first day part. */
  const people = new Map<string, Instant>();
  const found: Notice[] = [];
  for (const duty of duties) {
    const persoon = duty.kind === 'route' ? duty.eigenaar : duty.persoon;
    people.set(persoon, people.get(persoon) ?? duty.start);
    found.push({
      soort: 'overdracht',
      datum,
      van: wall(duty.start),
      persoon,
      op: duty.end.subtract(when.overdracht),
      // Also the key of the card that comes with a note written earlier: it is one.
      sleutel: duty.start,
      nuttigTot: duty.end.add({ minutes: NOG_EVEN_MIN }),
    });
    // What comes in by a phone route reaches its owner later: there is nobody to confirm to be there [P1].
    if (duty.kind === 'route') continue;
    const about = { datum, van: wall(duty.start), nuttigTot: duty.end };
    const op = duty.start.subtract(when.vooraf);
    found.push({ ...about, soort: 'dienst_straks', persoon, op, sleutel: duty.start });
    // Somebody who only came in while it ran gets as long to say so.
    const since = later(duty.start, lastChange(region, datum, duty));
    const late = since.add(when.bevestigenBinnen);
    found.push({ ...about, soort: 'dienst_onbevestigd', persoon, op: late, sleutel: since });
  }
  const before = workingDay(region, holidays, Temporal.PlainDate.from(datum).subtract({ days: 1 }), isWorked);
  for (const [persoon, first] of people)
    found.push({
      soort: 'dienst_morgen',
      datum,
      van: null,
      persoon,
      op: wallInstant(zone, before, when.dagVoor),
      sleutel: wallInstant(zone, datum, '00:00'),
      nuttigTot: first,
    });
  const lastEnd = duties.at(-1)?.end;
  if (lastEnd) {
    const op = wallInstant(zone, datum, when.ochtend);
    found.push({ soort: 'dienst_ochtend', datum, van: null, persoon: null, op, sleutel: op, nuttigTot: lastEnd });
  }
  for (const gap of unfilled) {
    const about = { datum, van: wall(gap.start), persoon: null };
    // Each makes sense until the next: after an outage planners hear of a gap once, not three times.
    let nuttigTot = gap.start;
    for (const days of when.gaten.toSorted((a, b) => a - b)) {
      const op = gapNoticeAt(region, holidays, datum, days);
      if (!isBefore(op, nuttigTot)) continue;
      found.push({ ...about, soort: 'gat', op, sleutel: op, nuttigTot });
      nuttigTot = op;
    }
    found.push({ ...about, soort: 'gat_nu', op: gap.start, sleutel: gap.start, nuttigTot: gap.end });
  }
  return found;
}

/** When somebody last changed, or changed back, who fills a day part; null where nobody did. */
function lastChange(region: Region, datum: string, { start, end }: { start: Instant; end: Instant }): Instant | null {
  let last: Instant | null = null;
  for (const u of region.uitzonderingen ?? []) {
    if (u.datum !== datum) continue;
    const overlaps =
      isBefore(wallInstant(region.tijdzone, datum, u.van), end) &&
      isBefore(start, wallInstant(region.tijdzone, datum, u.tot));
    if (overlaps) last = later(u.ongedaan?.op ?? u.op, last);
  }
  return last;
}

const later = (a: Instant, b: Instant | null): Instant => (b && isBefore(a, b) ? b : a);

/** Clashes with other regions ahead, on the days and at the hour that gaps are reported [P4, P6]. */
function doublesBetween(
  region: Region,
  holidays: Holidays,
  after: Instant,
  until: Instant,
  directory: Directory,
): Notice[] {
  if (directory.regions.size < 2) return [];
  const { tijdzone: zone, herinneringen } = region;
  const found: Notice[] = [];
  const last = dateIn(zone, until);
  const day = Temporal.PlainDate.from(dateIn(zone, after));
  const span = day.until(last, { largestUnit: 'days' }).days + LONGEST_BREAK;
  for (let n = 0; n <= span; n++) {
    const counted = day.add({ days: n });
    // Of the days after the interval only those without work are told within it.
    if (counted.toString() > last && isWerkdag(region, holidays, counted.toString())) break;
    const op = gapTimeFor(region, holidays, counted.toString());
    if (!isBefore(after, op) || isBefore(until, op)) continue;
    for (const days of herinneringen.gaten) {
      const datum = counted.add({ days }).toString();
      const next = Math.max(-1, ...herinneringen.gaten.filter((d) => d < days));
      for (const { duty } of doublesOn(region, directory, holidays, datum)) {
        const later = next < 0 ? duty.start : gapNoticeAt(region, holidays, datum, next);
        const nuttigTot = isBefore(later, duty.start) ? later : duty.start;
        const persoon = duty.kind === 'route' ? duty.eigenaar : duty.persoon;
        const van = timeIn(zone, duty.start);
        if (isBefore(op, nuttigTot)) found.push({ soort: 'dubbel', datum, van, persoon, op, sleutel: op, nuttigTot });
      }
    }
  }
  return found;
}

/** Whether planners should hear, after an outage, that it was not sent: not what only makes a person late. */
export const isWorthTelling = ({ soort }: Notice): boolean => soort !== 'dienst_onbevestigd' && soort !== 'overdracht';

/** How long after the end somebody is still asked for the handover, minutes. */
export const NOG_EVEN_MIN = 60;

/** When planners hear of a gap ahead. */
export const GAP_TIME = '09:00';

/** When planners hear, so many days ahead, of a gap on a day (ISO date): on a working day, when they are there [P6]. */
export const gapNoticeAt = (region: Region, holidays: Holidays, datum: string, days: number): Instant =>
  gapTimeFor(region, holidays, Temporal.PlainDate.from(datum).subtract({ days }).toString());

// As `noticesByPlan`: every minute asks for the same few days.
const gapTimeByPlan = new WeakMap<DayPlan, Instant>();

/** When is told what would be told on `datum`: then, or on the working day before. */
function gapTimeFor(region: Region, holidays: Holidays, datum: string): Instant {
  const plan = cachedDayPlan(region, holidays, datum);
  let at = gapTimeByPlan.get(plan);
  if (at === undefined) {
    at = wallInstant(region.tijdzone, workingDay(region, holidays, Temporal.PlainDate.from(datum)), GAP_TIME);
    gapTimeByPlan.set(plan, at);
  }
  return at;
}

export const workingDayBefore = (region: Region, holidays: Holidays, datum: string): string =>
  workingDay(region, holidays, Temporal.PlainDate.from(datum).subtract({ days: 1 }));

/**
 * A working day of the region that nobody who plans it closed: on another nobody is reminded of the day after [P4].
 * What planners have to hear keeps to the calendar, for closing a day must not move it to one that is over.
 */
const isWorked = (region: Region, holidays: Holidays, date: string): boolean =>
  isWerkdag(region, holidays, date) && !cachedDayPlan(region, holidays, date).closed;

/** The day, or the nearest before it that is no weekend, public holiday or closing day; less than `LONGEST_BREAK` back. */
function workingDay(
  region: Region,
  holidays: Holidays,
  day: Temporal.PlainDate,
  counts: typeof isWorked = isWerkdag,
): string {
  for (let back = 0; back < LONGEST_BREAK - 1; back++) {
    const date = day.subtract({ days: back }).toString();
    if (counts(region, holidays, date)) return date;
  }
  return day.toString();
}

/** What a message is about: `LIM/2026-03-09/09:00`, or a whole day without the time. */
export const subjectOf = (regio: string, notice: Pick<Notice, 'datum' | 'van'>): string =>
  [regio, notice.datum, notice.van].filter(Boolean).join('/');
