import { isClosed } from '../regio/is-closed.ts';
import type { Dagdeel, Region, Weekday } from '../regio/region.ts';
import { latestValid, validOn } from '../regio/valid-on.ts';
import { type Instant, isBefore } from '../time.ts';
import type { Duty, Holidays } from './on-duty.ts';
import { gezet, type Uitzondering, uitzonderingenOp } from './uitzondering.ts';
import { wallInstant } from './wall-instant.ts';

/** Monday first, as `Temporal` counts the days of a week. */
export const weekdays = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const satisfies readonly Weekday[];

/** One day of the permanentie, worked out. */
export type DayPlan = {
  /** Nobody needs to be there: a public holiday, or closed by the region or by who plans it [P2, P4]. */
  closed: boolean;
  /** In order of time, never overlapping. */
  duties: readonly Duty[];
  /**
   * Day parts that nobody fills: their person or route is not valid that day, or somebody is away [P3, P4].
   * `route`: the phone route that still answers, where only its owner is missing [P1].
   */
  unfilled: readonly (Pick<Duty, 'start' | 'end'> & { route: string | null })[];
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
    part.dag === weekday
      ? partOf(region, date, part.van, part.tot, filledBy(region, part, date) ?? null, routeIn(region, part, date))
      : [],
  );
  const changes = uitzonderingenOp(region.uitzonderingen ?? [], date);
  for (const change of changes) {
    const [changed] = partOf(region, date, change.van, change.tot, fillerOf(region, change, date));
    if (!changed) continue;
    const { wat } = change;
    if (wat.kind === 'eigenaar') parts = parts.flatMap((part) => owned(part, changed));
    else if (wat.kind === 'open')
      parts = parts.flatMap((part) => (isOf(region, part, wat.afwezig) ? within(part, changed, null) : [part]));
    else {
      parts = parts.flatMap((part) => cut(part, changed));
      if (wat.kind === 'persoon') parts.push(changed);
    }
  }
  parts.sort((a, b) => Temporal.Instant.compare(a.start, b.start));
  return {
    closed: parts.length === 0 && (closed || changes.some((c) => c.wat.kind === 'gesloten')),
    duties: parts.flatMap(({ start, end, filler }) => (filler ? [{ start, end, ...filler }] : [])),
    unfilled: parts.flatMap(({ start, end, filler, route }) => (filler ? [] : [{ start, end, route }])),
    tomorrow: day.add({ days: 1 }).toString(),
  };
}

type Filler = { kind: 'persoon'; persoon: string } | { kind: 'route'; route: string; eigenaar: string };

/** `filler: null`: somebody should be there, and nobody is. `route`: the phone route that answers. */
type Part = { start: Instant; end: Instant; filler: Filler | null; route: string | null };

/** Empty when it does not exist: it falls in the hour that the clock skips [P5]. */
function partOf(
  region: Region,
  date: string,
  van: string,
  tot: string,
  filler: Filler | null,
  route: string | null = null,
): Part[] {
  const start = wallInstant(region.tijdzone, date, van);
  const end = wallInstant(region.tijdzone, date, tot);
  return isBefore(start, end) ? [{ start, end, filler, route }] : [];
}

function fillerOf(region: Region, change: Uitzondering, date: string): Filler | null {
  const persoon = gezet(change);
  return persoon !== null && isPresent(region.personen, persoon, date) ? { kind: 'persoon', persoon } : null;
}

/** Whether an absence of somebody (id of the region's file) takes a part away. */
function isOf(region: Region, { filler }: Part, afwezig: string | undefined): boolean {
  if (filler === null || afwezig === undefined) return filler !== null;
  return isSame(region, afwezig, filler.kind === 'route' ? filler.eigenaar : filler.persoon);
}

/** One person may stand in a region's file under several ids, one after the other. */
export function isSame({ personen }: Region, one: string, other: string): boolean {
  const email = (id: string) => personen.find((p) => p.id === id)?.email ?? id;
  return email(one) === email(other);
}

/** A part of which somebody else gets what comes in by its route, as far as the change goes. */
function owned(part: Part, changed: Part): Part[] {
  const { route } = part;
  if (route === null) return [part];
  const eigenaar = changed.filler?.kind === 'persoon' ? changed.filler.persoon : null;
  return within(part, changed, eigenaar === null ? null : { kind: 'route', route, eigenaar });
}

/** A part with another filler as far as a change goes. A route goes on answering while its owner is away. */
function within(part: Part, changed: Part, filler: Filler | null): Part[] {
  const rest = cut(part, changed);
  if (rest.includes(part)) return rest;
  const start = isBefore(part.start, changed.start) ? changed.start : part.start;
  const end = isBefore(changed.end, part.end) ? changed.end : part.end;
  return [...rest, { ...part, start, end, filler }];
}

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

/** The phone route of a day part, if it answers on `date`, whoever follows it up. */
const routeIn = (region: Region, part: Dagdeel, date: string): string | null =>
  'route' in part && isPresent(region.routes, part.route, date) ? part.route : null;

const isPresent = (entries: readonly { id: string; van?: string; tot?: string }[], id: string, date: string) =>
  entries.some((entry) => entry.id === id && validOn(entry, date));
