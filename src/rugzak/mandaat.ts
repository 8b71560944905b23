import { type Directory, type Person, personsWithRole, rolesIn } from '../personen/directory.ts';
import type { Goedkeurder, Region } from '../regio/region.ts';
import { usualGoedkeuring } from '../regio/usual-goedkeuring.ts';

/** Up to how many integer cents somebody may approve on `date` (ISO); null: without limit, 0: nothing [S16]. */
export function mandaatVan(region: Region, directory: Directory, personId: string, date: string): number | null {
  const policy = policyOf(region);
  const limits = rolesIn(directory, region, personId, date).flatMap((role) =>
    role === 'casuscoordinator' || role === 'provinciaal_coordinator' ? [policy[role]] : [],
  );
  return limits.includes(null) ? null : Math.max(0, ...limits.filter((limit) => limit !== null));
}

/** Everybody who may approve `cents` on `date`, but not who asked for it. */
export function beslissers(
  region: Region,
  directory: Directory,
  cents: number,
  aanvrager: string,
  date: string,
): Person[] {
  const policy = policyOf(region);
  const roles = (['casuscoordinator', 'provinciaal_coordinator'] satisfies Goedkeurder[]).filter((role) => {
    const limit = policy[role];
    return limit === null || cents <= limit;
  });
  const found = roles.flatMap((role) => personsWithRole(directory, region, role, date));
  return [...new Set(found)].filter((p) => p.id !== aanvrager);
}

const policyOf = (region: Region) => region.rugzak.goedkeuring ?? usualGoedkeuring;
