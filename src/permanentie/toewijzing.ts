import { type Directory, type Person, personFor, personsWithRole, reachableAccount } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';
import { type Duty, type Holidays, nextOnDuty, onDutyAt } from './on-duty.ts';

/** Who an aanmelding goes to at an instant. */
export type Toewijzing = {
  persoon: Person;
  /** Day part that runs now, or null when nobody is on duty [P2]. */
  nu: Duty | null;
  /** Start of the day part it waits for when nobody is on duty now. */
  vanaf: Instant | null;
  /** Who it was meant for but cannot be reached by the bot. */
  inPlaatsVan: Person | null;
};

/** How many day parts ahead are looked through for somebody the bot can reach. */
const LOOK_AHEAD = 20;

/**
 * The one on duty, or the next one when nobody is [A1, P2]; the owner of a phone route [P1]. When the
 * bot cannot reach that person: the next reachable coordinator in the order of the rota, then any
 * coordinator, then the provincial coordinator. Null only for a region without any of these people.
 */
export function toewijzing(region: Region, directory: Directory, holidays: Holidays, at: Instant): Toewijzing | null {
  const nu = onDutyAt(region, holidays, at);
  const first = nu ?? nextOnDuty(region, holidays, at);
  const meant = first ? responsible(region, directory, first) : undefined;
  const vanaf = nu ? null : (first?.start ?? null);
  if (meant && reachableAccount(directory, meant.id)) return { persoon: meant, nu, vanaf, inPlaatsVan: null };
  for (const other of [...upcoming(region, directory, holidays, at), ...team(region, directory, at)]) {
    if (other.id !== meant?.id && reachableAccount(directory, other.id))
      return { persoon: other, nu, vanaf, inPlaatsVan: meant ?? null };
  }
  // Nobody can be reached by chat: it stays with who it was meant for and waits, the phone number is told.
  const last = meant ?? team(region, directory, at)[0];
  return last ? { persoon: last, nu, vanaf, inPlaatsVan: null } : null;
}

/** The person who answers for a day part: for a phone route its owner [P1]. */
export const responsible = (region: Region, directory: Directory, duty: Duty): Person | undefined =>
  personFor(directory, region, duty.kind === 'route' ? duty.eigenaar : duty.persoon);

function* upcoming(region: Region, directory: Directory, holidays: Holidays, at: Instant): Generator<Person> {
  let from = at;
  for (let i = 0; i < LOOK_AHEAD; i++) {
    const duty = nextOnDuty(region, holidays, from);
    if (!duty) return;
    const person = responsible(region, directory, duty);
    if (person) yield person;
    from = duty.start;
  }
}

/** Coordinators in the order of the region file, then the provincial coordinator. */
function team(region: Region, directory: Directory, at: Instant): Person[] {
  const today = dateIn(region.tijdzone, at);
  return [
    ...personsWithRole(directory, region, 'casuscoordinator', today),
    ...personsWithRole(directory, region, 'provinciaal_coordinator', today),
  ];
}
