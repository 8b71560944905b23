import { type Directory, type Person, personFor } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { type Instant, timeIn } from '../time.ts';
import type { View } from '../view.ts';
import { mijnDagdelen } from '../werk/mijn-dagdelen.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { endTime } from './end-time.ts';
import { herinneringStand } from './herinnering-stand.ts';
import type { dutiesOn, Holidays } from './on-duty.ts';
import { routeName } from './route-of.ts';

/** How many of one's own day parts are listed at most. */
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
  return {
    view: 'mijn_diensten',
    naam: person.naam,
    diensten: mijnDagdelen(directory, holidays, person, now)
      .slice(0, MOST)
      .map(({ region, datum, van, tot, route }) => ({ datum, van, tot, regio: region.naam, route })),
    herinnering: herinneringStand(directory, person, now),
  };
}

const whoOf = (region: Region, directory: Directory, duty: ReturnType<typeof dutiesOn>[number]): string =>
  duty.kind === 'route'
    ? routeName(region, duty.route)
    : (personFor(directory, region, duty.persoon)?.naam ?? duty.persoon);
