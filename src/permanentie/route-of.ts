import type { Region } from '../regio/region.ts';
import { latestValid } from '../regio/valid-on.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { type Duty, type Holidays, onDutyAt } from './on-duty.ts';

/** A phone route that answers, with its number on that day [P3], until when. */
export type Route = { naam: string; telefoon: string | null; tot: string };

/** The phone route that answers a day part [P1]; null where a person does. */
export const routeOf = (region: Region, duty: Duty | null): Route | null =>
  duty?.kind === 'route' ? routeAt(region, duty.route, duty) : null;

/** The one that answers at an instant though nobody follows up what comes in by it: its owner is away. */
export function routeWithoutOwner(region: Region, holidays: Holidays, at: Instant): Route | null {
  const { unfilled } = cachedDayPlan(region, holidays, dateIn(region.tijdzone, at));
  const gap = unfilled.find((u) => !isBefore(at, u.start) && isBefore(at, u.end));
  return gap?.route ? routeAt(region, gap.route, gap) : null;
}

/** The one that answers at an instant, whether or not somebody follows up what comes in by it. */
export const routeNow = (region: Region, holidays: Holidays, at: Instant): Route | null =>
  routeOf(region, onDutyAt(region, holidays, at)) ?? routeWithoutOwner(region, holidays, at);

function routeAt(region: Region, id: string, { start, end }: Pick<Duty, 'start' | 'end'>): Route {
  const route = latestValid(
    region.routes.filter((r) => r.id === id),
    dateIn(region.tijdzone, start),
  );
  return { naam: route?.naam ?? id, telefoon: route?.telefoon ?? null, tot: end.toString() };
}

export const routeName = (region: Region, id: string): string => region.routes.find((r) => r.id === id)?.naam ?? id;
