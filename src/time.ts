/** The clock and chance are handed in; nothing in `src` reads them itself. */
export type Instant = Temporal.Instant;

/** Where the time comes from: the wall in production, a movable one in tests and in the demo. */
export type Clock = { now(): Instant };

/** Where identifiers come from: UUID version 7, so that they sort by creation. */
export type Ids = { next(): string };

/** The calendar day (ISO date) on the wall in `zone` at an instant. */
export function dateIn(zone: string, at: Instant): string {
  // Asked several times for everything that comes in, nearly always about this minute; no zone changes
  // its day within one.
  const minute = Math.floor(at.epochMilliseconds / 60_000);
  let dates = datesOf.get(zone);
  if (dates === undefined) {
    dates = new Map();
    datesOf.set(zone, dates);
  }
  let date = dates.get(minute);
  if (date === undefined) {
    if (dates.size >= mostMinutes) dates.clear();
    date = at.toZonedDateTimeISO(zone).toPlainDate().toString();
    dates.set(minute, date);
  }
  return date;
}

const datesOf = new Map<string, Map<number, string>>();
const mostMinutes = 1000;

/** What the clock on the wall in `zone` says at an instant: `09:00` [P5]. */
export const timeIn = (zone: string, at: Instant): string =>
  at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });

/** Whether the calendar has this ISO date: `2026-02-30` looks like one and is not. */
export function isDate(text: string): boolean {
  try {
    return Temporal.PlainDate.from(text).toString() === text;
  } catch {
    return false;
  }
}

/** Whether it is a time on a wall clock, written `HH:MM`. */
export const isTime = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

/** Whether `a` comes before `b`. */
export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0;
