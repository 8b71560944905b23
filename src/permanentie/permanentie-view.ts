import { type Directory, personFor } from '../personen/directory.ts';
import type { DoorKind, Region } from '../regio/region.ts';
import { latestValid } from '../regio/valid-on.ts';
import { dateIn, type Instant, timeIn } from '../time.ts';
import { endTime } from './end-time.ts';
import { type Duty, dutiesOn, type Holidays, nextOnDuty, onDutyAt, phoneAt } from './on-duty.ts';
import type { Bereik, PermanentieView } from './rooster-view.ts';
import { routeOf, routeWithoutOwner } from './route-of.ts';
import { wallInstant } from './wall-instant.ts';
import { whyEmptyDay, whyNobody } from './why-nobody.ts';

/** Doors for what cannot wait, the most urgent first [A6, A8]. */
const urgentDoors: readonly DoorKind[] = ['crisismeldpunt', 'kind_en_gezin_lijn'];

/**
 * Who answers now and who is next, or, with a day (ISO date), who answers that day [P1–P3]. Asking for
 * today is asking for now. Of another day without duties it says who comes first after it.
 */
export function permanentieView(
  region: Region,
  directory: Directory,
  holidays: Holidays,
  now: Instant,
  isoDay: string | null,
): PermanentieView {
  const zone = region.tijdzone;
  const today = dateIn(zone, now);
  const dag = isoDay === today ? null : isoDay;
  const shown = dag ?? today;
  const duties = dutiesOn(region, holidays, shown);
  const nu = dag === null ? onDutyAt(region, holidays, now) : null;
  const volgende =
    dag === null
      ? nextOnDuty(region, holidays, now)
      : duties.length === 0
        ? nextOnDuty(region, holidays, wallInstant(zone, shown, '24:00').subtract({ milliseconds: 1 }))
        : null;
  return {
    view: 'permanentie',
    regio: region.naam,
    regioCode: region.code,
    zone,
    dag,
    nu: nu && { ...bereik(region, directory, nu), tot: nu.end.toString() },
    volgende: volgende && {
      ...bereik(region, directory, volgende),
      van: volgende.start.toString(),
      tot: volgende.end.toString(),
    },
    dagdelen: duties.map((duty) => ({
      van: timeIn(zone, duty.start),
      tot: endTime(zone, duty.end),
      wie: bereik(region, directory, duty).naam,
    })),
    waaromNiet: waaromNiet(region, holidays, now, dag, nu, duties),
    dringend: urgentDoors.flatMap((kind) => {
      const door = region.deuren[kind];
      return door?.telefoon === undefined ? [] : [{ naam: door.naam, telefoon: door.telefoon }];
    }),
    route: dag === null && !nu ? routeWithoutOwner(region, holidays, now) : null,
    telefoon: phoneAt(region, shown),
    nietBereikbaar: [],
    overdracht: false,
    magWijzigen: false,
  };
}

function waaromNiet(
  region: Region,
  holidays: Holidays,
  now: Instant,
  dag: string | null,
  nu: Duty | null,
  duties: readonly Duty[],
) {
  if (dag === null) return nu ? null : whyNobody(region, holidays, now);
  return duties.length > 0 ? null : whyEmptyDay(region, holidays, dag);
}

/**
 * Who a duty is and how to ring, as valid on its day [P1, P3]. A person is rung through the region's
 * number; the person's own only where the region has none.
 */
export function bereik(region: Region, directory: Directory, duty: Duty): Bereik {
  if (duty.kind === 'route') {
    const route = routeOf(region, duty);
    return { naam: route?.naam ?? duty.route, telefoon: route?.telefoon ?? null, route: true };
  }
  const date = dateIn(region.tijdzone, duty.start);
  const entry = latestValid(
    region.personen.filter((p) => p.id === duty.persoon),
    date,
  );
  return {
    naam: personFor(directory, region, duty.persoon)?.naam ?? entry?.naam ?? duty.persoon,
    telefoon: phoneAt(region, date) ?? entry?.telefoon ?? null,
    route: false,
  };
}
