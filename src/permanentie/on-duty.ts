import type { Region } from '../regio/region.ts';
import { latestValid } from '../regio/valid-on.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { cachedDayPlan } from './cached-day-plan.ts';

/** Public holidays of one year as ISO dates; comes from a library outside `src`. */
export type Holidays = (year: number) => ReadonlySet<string>;

/** A day part on a concrete day, its borders as instants. Start included, end not. */
export type Duty = { start: Instant; end: Instant } & (
  | { kind: 'persoon'; persoon: string }
  | { kind: 'route'; route: string; eigenaar: string }
);

/** How many days ahead the next duty is looked for. */
const horizonDays = 366;

/** Who answers at an instant, or null [P1–P3, P5]. Person ids are those of the region file (see `personFor`). */
export function onDutyAt(region: Region, holidays: Holidays, at: Instant): Duty | null {
  for (const duty of dutiesOn(region, holidays, dateIn(region.tijdzone, at)))
    if (!isBefore(at, duty.start) && isBefore(at, duty.end)) return duty;
  return null;
}

/** The first duty that starts later than `after`; null when there is none within a year [P2]. */
export function nextOnDuty(region: Region, holidays: Holidays, after: Instant): Duty | null {
  let date = dateIn(region.tijdzone, after);
  for (let ahead = 0; ahead <= horizonDays; ahead++) {
    const { duties, tomorrow } = cachedDayPlan(region, holidays, date);
    const next = duties.find((duty) => isBefore(after, duty.start));
    if (next) return next;
    date = tomorrow;
  }
  return null;
}

/** All duties of a day of the region's calendar (ISO date), in order of time [P3]. */
export const dutiesOn = (region: Region, holidays: Holidays, date: string): readonly Duty[] =>
  cachedDayPlan(region, holidays, date).duties;

/** The region's phone number on a day (ISO date); of several the one that started last [P3]. */
export const phoneAt = (region: Region, date: string): string | null =>
  latestValid(region.contact.telefoon, date)?.nummer ?? null;
