import { type Person, rolesIn } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { isBefore, timeIn } from '../time.ts';
import type { World } from '../world.ts';
import { doublesOn } from './dubbel.ts';
import { endTime } from './end-time.ts';
import { type Duty, dutiesOn } from './on-duty.ts';
import { isPlanning } from './planners.ts';
import type { DubbelView } from './rooster-view.ts';
import { routeOf } from './route-of.ts';
import { responsible } from './toewijzing.ts';

/** A clash between regions, from the side of one of them, as it is now. */
export function dubbelView(
  { store, holidays, clock }: World,
  region: Region,
  { datum, van }: { datum: string; van: string | null },
  reader: string,
): DubbelView | null {
  if (van === null) return null;
  const directory = store.directory();
  const now = clock.now();
  const duty = dutiesOn(region, holidays, datum).find((d) => timeIn(region.tijdzone, d.start) === van);
  const found = doublesOn(region, directory, holidays, datum).find((d) => d.duty === duty);
  const open = found !== undefined && isBefore(now, found.duty.end);
  const roles = rolesIn(directory, region, reader, datum);
  const subject = `${region.code}/${datum}`;
  const free =
    open &&
    roles.includes('casuscoordinator') &&
    found.persoon.id !== reader &&
    !isBusy(store, holidays, found.duty, reader);
  return {
    view: 'dubbel',
    regio: region.naam,
    datum,
    van,
    tot: duty ? endTime(region.tijdzone, duty.end) : null,
    wie: duty ? (responsible(region, directory, duty)?.naam ?? null) : null,
    route: routeOf(region, duty ?? null)?.naam ?? null,
    andere: (found?.andere ?? []).map((other) => ({
      regio: other.region.naam,
      van: timeIn(region.tijdzone, other.duty.start),
      tot: endTime(region.tijdzone, other.duty.end),
      route: routeOf(other.region, other.duty)?.naam ?? null,
    })),
    opgelost: found === undefined,
    voorbij: found !== undefined && !open,
    vervangen: open && isPlanning(roles) ? `${subject}/vervangen/${van}` : null,
    overnemen: free ? `${subject}/${van}` : null,
  };
}

/** Whether somebody is on duty anywhere during a day part: taking it over would only move the clash. */
function isBusy(store: World['store'], holidays: World['holidays'], { start, end }: Duty, personId: Person['id']) {
  const directory = store.directory();
  return [...directory.regions.values()].some((region) =>
    dutiesOn(region, holidays, start.toZonedDateTimeISO(region.tijdzone).toPlainDate().toString()).some(
      (d) =>
        d.kind === 'persoon' &&
        isBefore(d.start, end) &&
        isBefore(start, d.end) &&
        responsible(region, directory, d)?.id === personId,
    ),
  );
}
