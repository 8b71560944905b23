/**
 * The reference table of domain.md, section P, worked out a second time and another way: integer
 * arithmetic on UTC, no `Temporal`, no time zone data, no region. What the real code is compared with.
 */
export type ReferenceAnswer = 'Marijke' | 'Ines' | 'ACT' | null;

const day = 86_400_000;
const hour = 3_600_000;
const noHolidays: ReadonlySet<string> = new Set();

/** Monday to Friday, 9–12 h. */
const mornings: readonly ReferenceAnswer[] = ['Marijke', 'Ines', 'Marijke', 'Marijke', 'Ines'];

/** Public holidays in Flanders as printed on a calendar. */
const holidays: Record<number, ReadonlySet<string>> = {
  2022: new Set(
    '2022-01-01 2022-04-18 2022-05-01 2022-05-26 2022-06-06 2022-07-11 2022-07-21 2022-08-15 2022-11-01 2022-11-11 2022-12-25'.split(
      ' ',
    ),
  ),
  2026: new Set(
    '2026-01-01 2026-04-06 2026-05-01 2026-05-14 2026-05-25 2026-07-11 2026-07-21 2026-08-15 2026-11-01 2026-11-11 2026-12-25'.split(
      ' ',
    ),
  ),
};

export const referenceHolidays = (year: number): ReadonlySet<string> => holidays[year] ?? noHolidays;

/** 01:00 UTC on the last Sunday of a 31-day month: when the clock changes. 1 January 1970 was a Thursday. */
function lastSunday(year: number, month: 3 | 10): number {
  const last = Date.UTC(year, month - 1, 31);
  const sinceSunday = (last / day + 4) % 7;
  return last - sinceSunday * day + hour;
}

/** ISO date of a moment of `year` that is written as if it were UTC. */
function dateOf(year: number, wall: number): string {
  for (let month = 12; month >= 1; month--) {
    const first = Date.UTC(year, month - 1, 1);
    if (wall >= first)
      return [year, month, Math.floor((wall - first) / day) + 1].map((n) => `${n}`.padStart(2, '0')).join('-');
  }
  throw new RangeError('before the year');
}

/** Who answers at a moment (milliseconds since 1970). */
export function referenceAt(year: 2022 | 2026, ms: number): { date: string; answer: ReferenceAnswer } {
  const summer = ms >= lastSunday(year, 3) && ms < lastSunday(year, 10);
  const wall = ms + (summer ? 2 : 1) * hour;
  const date = dateOf(year, wall);
  const weekday = (Math.floor(wall / day) + 3) % 7;
  const minutes = Math.floor((wall % day) / 60_000);
  if (weekday > 4 || referenceHolidays(year).has(date)) return { date, answer: null };
  if (minutes >= 540 && minutes < 720) return { date, answer: mornings[weekday] ?? null };
  return { date, answer: minutes >= 840 && minutes < 1020 ? 'ACT' : null };
}

/** Every quarter of an hour of a year on the wall of Brussels, as milliseconds since 1970. */
export function* quartersOf(year: number): Generator<number> {
  for (let ms = Date.UTC(year, 0, 1) - hour; ms < Date.UTC(year + 1, 0, 1) - hour; ms += hour / 4) yield ms;
}
