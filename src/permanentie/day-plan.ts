import { isClosed } from '../regio/is-closed.ts';
import type { Dagdeel, Region, Weekday } from '../regio/region.ts';
import { latestValid, validOn } from '../regio/valid-on.ts';
import type { Duty, Holidays } from './on-duty.ts';
import { wallInstant } from './wall-instant.ts';

/** Monday first, as `Temporal` counts the days of a week. */
export const weekdays = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const satisfies readonly Weekday[];

/** One day of the permanentie, worked out. */
export type DayPlan = {
  /** Public holiday, or closed by the region [P2]. */
  closed: boolean;
  /** In order of time, never overlapping. */
  duties: readonly Duty[];
  /** Day parts of the template that nobody fills: their person or route is not valid that day [P3]. */
  unfilled: readonly Pick<Duty, 'start' | 'end'>[];
  /** ISO date of the day after: who looks for the next duty goes on there. */
  tomorrow: string;
};

/**
 * The plan of `date` (ISO) [P1–P3, P5]: the template that started last, what is valid that day, nothing
 * on closed days. The only place where duties come from: exceptions of a day [P4] become an argument here.
 */
export function dayPlan(region: Region, holidays: Holidays, date: string): DayPlan {
  const day = Temporal.PlainDate.from(date);
  const tomorrow = day.add({ days: 1 }).toString();
  if (isClosed(region, holidays, date)) return { closed: true, duties: [], unfilled: [], tomorrow };
  const weekday = weekdays[day.dayOfWeek - 1];
  const parts = latestValid(region.permanentie, date)?.dagdelen.filter((part) => part.dag === weekday) ?? [];
  const duties: Duty[] = [];
  const unfilled: Pick<Duty, 'start' | 'end'>[] = [];
  for (const part of parts) {
    const start = wallInstant(region.tijdzone, date, part.van);
    const end = wallInstant(region.tijdzone, date, part.tot);
    if (Temporal.Instant.compare(start, end) >= 0) continue;
    const filled = filledBy(region, part, date);
    if (filled) duties.push({ start, end, ...filled });
    else unfilled.push({ start, end });
  }
  duties.sort((a, b) => Temporal.Instant.compare(a.start, b.start));
  return { closed: false, duties, unfilled, tomorrow };
}

/**
 * Who fills a day part on `date`, if still valid then. A route needs its owner too: what comes in goes
 * to the owner, and must not go to somebody who left [P1, P3].
 */
function filledBy(region: Region, part: Dagdeel, date: string) {
  if ('persoon' in part)
    return isPresent(region.personen, part.persoon, date)
      ? { kind: 'persoon' as const, persoon: part.persoon }
      : undefined;
  return isPresent(region.routes, part.route, date) && isPresent(region.personen, part.eigenaar, date)
    ? { kind: 'route' as const, route: part.route, eigenaar: part.eigenaar }
    : undefined;
}

const isPresent = (entries: readonly { id: string; van?: string; tot?: string }[], id: string, date: string) =>
  entries.some((entry) => entry.id === id && validOn(entry, date));
