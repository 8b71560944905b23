import { type Directory, type Person, personsWithRole, rolesIn } from '../personen/directory.ts';
import type { Region, Role } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';

/** Who watches over a region's budget, with everyone concerned [B8, C4]. */
const watching: readonly Role[] = ['provinciaal_coordinator', 'casuscoordinator'];

export const waaktOver = (directory: Directory, region: Region, personId: string, now: Instant): boolean =>
  rolesIn(directory, region, personId, dateIn(region.tijdzone, now)).some((role) => watching.includes(role));

export const wakers = (directory: Directory, region: Region, now: Instant): Person[] => [
  ...new Set(watching.flatMap((role) => personsWithRole(directory, region, role, dateIn(region.tijdzone, now)))),
];
