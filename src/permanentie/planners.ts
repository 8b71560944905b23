import { type Directory, type Person, personsWithRole } from '../personen/directory.ts';
import type { Region, Role } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';

/** Who plans the rota: the beheerders, where there are none the coordinators, else the provincial coordinator. */
export function planners(directory: Directory, region: Region, now: Instant): Person[] {
  for (const role of ['beheerder', 'casuscoordinator', 'provinciaal_coordinator'] as const) {
    const found = personsWithRole(directory, region, role, dateIn(region.tijdzone, now));
    if (found.length > 0) return found;
  }
  return [];
}

/** Who may change the rota of a region: the team that lives with it. */
const planning: readonly Role[] = ['beheerder', 'casuscoordinator', 'provinciaal_coordinator'];

export const isPlanning = (roles: readonly Role[]): boolean => roles.some((role) => planning.includes(role));
