import type { Region, Role } from '../regio/region.ts';
import { type Directory, type Person, personsWithRole } from './directory.ts';

/**
 * Everybody with the first of these roles that somebody of the region has on `date` (ISO): a role nobody has falls to
 * the next wider circle, so that nothing falls silent [A3, C4]. `without`: whom it cannot go to.
 */
export function eersteKring(
  directory: Directory,
  region: Region,
  roles: readonly Role[],
  date: string,
  without: readonly (string | null)[] = [],
): Person[] {
  for (const role of roles) {
    const found = personsWithRole(directory, region, role, date).filter((p) => !without.includes(p.id));
    if (found.length > 0) return found;
  }
  return [];
}
