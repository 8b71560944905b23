import { type Directory, type Person, personFor } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant, isBefore, timeIn } from '../time.ts';
import type { View } from '../view.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { endTime } from './end-time.ts';
import { herinneringStand } from './herinnering-stand.ts';
import { dutiesOn, type Holidays } from './on-duty.ts';
import { routeName } from './route-of.ts';
import { responsible } from './toewijzing.ts';

/** How many days ahead one's own day parts are listed, and how many at most. */
const AHEAD_DAYS = 60;
const MOST = 20;

/** `/permanentie week`: the week of `date` (ISO), Monday to Friday and the weekend days that have something. */
export function weekView(
  region: Region,
  directory: Directory,
  holidays: Holidays,
  date: string,
): Extract<View, { view: 'rooster_week' }> {
  const day = Temporal.PlainDate.from(date);
  const monday = day.subtract({ days: day.dayOfWeek - 1 });
  const days = [0, 1, 2, 3, 4, 5, 6].map((n) => monday.add({ days: n }).toString());
  return {
    view: 'rooster_week',
    regio: region.naam,
    regioCode: region.code,
    vorige: monday.subtract({ days: 7 }).toString(),
    volgende: monday.add({ days: 7 }).toString(),
    magWijzigen: false,
    dagen: days
      .map((datum) => {
        const plan = cachedDayPlan(region, holidays, datum);
        const parts = [
          ...plan.duties.map((d) => ({ ...d, wie: whoOf(region, directory, d) })),
          ...plan.unfilled.map((u) => ({ ...u, wie: null })),
        ].sort((a, b) => Temporal.Instant.compare(a.start, b.start));
        return {
          datum,
          gesloten: plan.closed,
          dagdelen: parts.map((p) => ({
            van: timeIn(region.tijdzone, p.start),
            tot: endTime(region.tijdzone, p.end),
            wie: p.wie,
          })),
        };
      })
      .filter((d, n) => n < 5 || d.dagdelen.length > 0),
  };
}

/** `/permanentie van mij`: my coming day parts in every region, nearest first. */
export function mijnDienstenView(
  directory: Directory,
  holidays: Holidays,
  person: Person,
  now: Instant,
): Extract<View, { view: 'mijn_diensten' }> {
  const found = [...directory.regions.values()].flatMap((region) => {
    const today = Temporal.PlainDate.from(dateIn(region.tijdzone, now));
    return Array.from({ length: AHEAD_DAYS }, (_, n) => today.add({ days: n }).toString()).flatMap((datum) =>
      dutiesOn(region, holidays, datum)
        .filter((d) => isBefore(now, d.end) && responsible(region, directory, d)?.id === person.id)
        .map((d) => ({
          start: d.start,
          datum,
          van: timeIn(region.tijdzone, d.start),
          tot: endTime(region.tijdzone, d.end),
          route: d.kind === 'route' ? routeName(region, d.route) : null,
          regio: region.naam,
        })),
    );
  });
  return {
    view: 'mijn_diensten',
    naam: person.naam,
    diensten: found
      .sort((a, b) => Temporal.Instant.compare(a.start, b.start))
      .slice(0, MOST)
      .map(({ start: _, ...rest }) => rest),
    herinnering: herinneringStand(directory, person, now),
  };
}

const whoOf = (region: Region, directory: Directory, duty: ReturnType<typeof dutiesOn>[number]): string =>
  duty.kind === 'route'
    ? (region.routes.find((r) => r.id === duty.route)?.naam ?? duty.route)
    : (personFor(directory, region, duty.persoon)?.naam ?? duty.persoon);
