import { cachedDayPlan } from '../permanentie/cached-day-plan.ts';
import { endTime } from '../permanentie/end-time.ts';
import { dutiesOn, type Holidays } from '../permanentie/on-duty.ts';
import { planners } from '../permanentie/planners.ts';
import { responsible } from '../permanentie/toewijzing.ts';
import { type Directory, type Person, rolesIn } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant, isBefore, timeIn } from '../time.ts';

/** How many days ahead one's own day parts are looked for. */
const AHEAD_DAYS = 60;
/** How many days ahead somebody who plans sees what nobody fills [P6]. */
const GAP_DAYS = 14;

export type MijnDagdeel = {
  region: Region;
  start: Instant;
  end: Instant;
  /** ISO date, and wall clock `HH:MM`. */
  datum: string;
  van: string;
  tot: string;
  /** Name of the phone route that answers, when this person only owns it [P1]. */
  route: string | null;
};

export type Gat = Omit<MijnDagdeel, 'route'> & {
  /** This person may take it over. */
  overnemen: boolean;
};

/** Somebody's day parts that are not over yet, in every region, nearest first. */
export function mijnDagdelen(directory: Directory, holidays: Holidays, person: Person, now: Instant): MijnDagdeel[] {
  return [...directory.regions.values()]
    .filter((region) => region.personen.some((p) => p.email === person.email))
    .flatMap((region) =>
      days(region, now, AHEAD_DAYS).flatMap((datum) =>
        dutiesOn(region, holidays, datum)
          .filter((d) => isBefore(now, d.end) && responsible(region, directory, d)?.id === person.id)
          .map((d) => ({
            ...part(region, datum, d),
            route: d.kind === 'route' ? (region.routes.find((r) => r.id === d.route)?.naam ?? d.route) : null,
          })),
      ),
    )
    .sort((a, b) => Temporal.Instant.compare(a.start, b.start));
}

/** Day parts that nobody fills, for who plans the rota [P6], nearest first. */
export function gaten(directory: Directory, holidays: Holidays, person: Person, now: Instant): Gat[] {
  return [...directory.regions.values()]
    .filter((region) => planners(directory, region, now).some((p) => p.id === person.id))
    .flatMap((region) =>
      days(region, now, GAP_DAYS).flatMap((datum) =>
        cachedDayPlan(region, holidays, datum)
          .unfilled.filter((u) => isBefore(now, u.end))
          .map((u) => ({
            ...part(region, datum, u),
            overnemen: rolesIn(directory, region, person.id, datum).includes('casuscoordinator'),
          })),
      ),
    )
    .sort((a, b) => Temporal.Instant.compare(a.start, b.start));
}

function days(region: Region, now: Instant, count: number): string[] {
  const today = Temporal.PlainDate.from(dateIn(region.tijdzone, now));
  return Array.from({ length: count }, (_, n) => today.add({ days: n }).toString());
}

const part = (region: Region, datum: string, { start, end }: { start: Instant; end: Instant }) => ({
  ...{ region, start, end, datum },
  van: timeIn(region.tijdzone, start),
  tot: endTime(region.tijdzone, end),
});
