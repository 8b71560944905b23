import type { Directory, Person } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { type Duty, dutiesOn, type Holidays } from './on-duty.ts';
import { planners } from './planners.ts';
import { responsible } from './toewijzing.ts';

/** Somebody on duty in a region who is on duty in others at the same time. */
export type Dubbel = { persoon: Person; duty: Duty; andere: { region: Region; duty: Duty }[] };

/**
 * Who of a region is expected in another one during the same hours of `datum` (ISO) [P1, P4]. Owning two
 * phone routes at once is no clash: what comes in there is followed up later. Within one region it cannot be:
 * a day plan has no overlap.
 */
export function doublesOn(region: Region, directory: Directory, holidays: Holidays, datum: string): Dubbel[] {
  if (directory.regions.size < 2) return [];
  return dutiesOn(region, holidays, datum).flatMap((duty) => {
    const persoon = responsible(region, directory, duty);
    if (!persoon) return [];
    const andere = [...directory.regions.values()].flatMap((other) =>
      other.code === region.code
        ? []
        : daysOf(other, duty)
            .flatMap((day) => dutiesOn(other, holidays, day))
            .filter((d) => isBefore(d.start, duty.end) && isBefore(duty.start, d.end))
            .filter((d) => duty.kind === 'persoon' || d.kind === 'persoon')
            .filter((d) => responsible(other, directory, d) === persoon)
            .map((d) => ({ region: other, duty: d })),
    );
    return andere.length > 0 ? [{ persoon, duty, andere }] : [];
  });
}

/** A day part lies on one day of its own region, and may touch two of another zone. */
const daysOf = ({ tijdzone }: Region, { start, end }: Duty) => [
  ...new Set([dateIn(tijdzone, start), dateIn(tijdzone, end.subtract({ milliseconds: 1 }))]),
];

/**
 * Who hears of a clash from this region: its planners. Somebody who plans both regions hears of it once,
 * from the region whose code comes first.
 */
export function hearsOfDouble(region: Region, directory: Directory, { andere }: Dubbel, now: Instant): Person[] {
  const earlier = andere.filter((a) => a.region.code < region.code).map((a) => a.region);
  const heard = new Set(earlier.flatMap((other) => planners(directory, other, now)));
  return planners(directory, region, now).filter((person) => !heard.has(person));
}
