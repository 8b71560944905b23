import { type Directory, type Person, personsWithRole } from '../personen/directory.ts';
import { eersteKring } from '../personen/eerste-kring.ts';
import type { Region, Role } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';

/** Who may change the rota of a region: the team that lives with it. */
const planning: readonly Role[] = ['beheerder', 'casuscoordinator', 'provinciaal_coordinator'];

export const isPlanning = (roles: readonly Role[]): boolean => roles.some((role) => planning.includes(role));

/**
 * Who plans the rota: the beheerders, where there are none the coordinators, else the provincial coordinator. Of a region
 * without any of them it is nobody: a message to that one ends as `mislukt`, where the operator sees it.
 */
export function planners(directory: Directory, region: Region, now: Instant): Person[] {
  const found = plannersBehalve([], directory, region, now);
  return found.length > 0 ? found : [niemand(region)];
}

/** The same, where it cannot go to some; empty when nobody else is left. */
export const plannersBehalve = (
  without: readonly (string | null)[],
  directory: Directory,
  region: Region,
  now: Instant,
): Person[] => eersteKring(directory, region, planning, dateIn(region.tijdzone, now), without);

const niemand = ({ code }: Region): Person => ({
  ...{ id: `niemand:${code}`, naam: 'niemand', email: null, organisatie: null, functie: null },
  ...{ sector: null, regio: code, voorkeur: null },
});

/** Everybody who can do something when nobody is on duty: who plans, the coordinators, the provincial coordinator. */
export function alarmed(directory: Directory, region: Region, now: Instant): Person[] {
  const today = dateIn(region.tijdzone, now);
  const withRole = (role: Role) => personsWithRole(directory, region, role, today);
  return [
    ...new Set([
      ...planners(directory, region, now),
      ...withRole('casuscoordinator'),
      ...withRole('provinciaal_coordinator'),
    ]),
  ];
}
