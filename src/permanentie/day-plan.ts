import { isClosed } from '../regio/is-closed.ts';
import type { Dagdeel, Region, Weekday } from '../regio/region.ts';
import { latestValid, validOn } from '../regio/valid-on.ts';
import { type Instant, isBefore } from '../time.ts';
import type { Duty, Holidays } from './on-duty.ts';
import { type Uitzondering, uitzonderingenOp } from './uitzondering.ts';
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
 * The plan of `date` (ISO) [P1–P5]: the template that started last, what is valid that day, nothing on
 * closed days, and over that the changes somebody made. The only place where duties come from.
 */
export function dayPlan(region: Region, holidays: Holidays, date: string): DayPlan {
  const day = Temporal.PlainDate.from(date);
  const closed = isClosed(region, holidays, date);
  const weekday = weekdays[day.dayOfWeek - 1];
  const template = closed ? [] : (latestValid(region.permanentie, date)?.dagdelen ?? []);
  let parts: Part[] = template.flatMap((part) =>
    part.dag === weekday ? partOf(region, date, part.van, part.tot, filledBy(region, part, date) ?? null) : [],
  );
  for (const change of uitzonderingenOp(region.uitzonderingen ?? [], date)) {
    const [changed] = partOf(region, date, change.van, change.tot, fillerOf(region, change, date));
    if (changed)
      parts = [...parts.flatMap((part) => cut(part, changed)), ...(change.wat.kind === 'gesloten' ? [] : [changed])];
  }
  parts.sort((a, b) => Temporal.Instant.compare(a.start, b.start));
  return {
    closed: closed && parts.length === 0,
    duties: parts.flatMap(({ start, end, filler }) => (filler ? [{ start, end, ...filler }] : [])),
    unfilled: parts.flatMap(({ start, end, filler }) => (filler ? [] : [{ start, end }])),
    tomorrow: day.add({ days: 1 }).toString(),
  };
}

type Filler = { kind: 'persoon'; persoon: string } | { kind: 'route'; route: string; eigenaar: string };

/** `filler: null`: somebody should be there, and nobody is. */
type Part = { start: Instant; end: Instant; filler: Filler | null };

/** Empty when it does not exist: it falls in the hour that the clock skips [P5]. */
function partOf(region: Region, date: string, van: string, tot: string, filler: Filler | null): Part[] {
  const start = wallInstant(region.tijdzone, date, van);
  const end = wallInstant(region.tijdzone, date, tot);
  return isBefore(start, end) ? [{ start, end, filler }] : [];
}

const fillerOf = (region: Region, { wat }: Uitzondering, date: string): Filler | null =>
  wat.kind === 'persoon' && isPresent(region.personen, wat.persoon, date) ? wat : null;

/** What is left of a part beside a change: so that no instant ever has two people. */
function cut(part: Part, { start, end }: Part): Part[] {
  if (!isBefore(start, part.end) || !isBefore(part.start, end)) return [part];
  return [
    ...(isBefore(part.start, start) ? [{ ...part, end: start }] : []),
    ...(isBefore(end, part.end) ? [{ ...part, start: end }] : []),
  ];
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
