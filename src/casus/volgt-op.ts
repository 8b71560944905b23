import { type Directory, personFor, personsWithRole, rolesIn } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';
import type { Casus } from './casus.ts';
import type { BerichtSpec } from './change.ts';

/** The contact of a case left the team of its region: the case has to be transferred [A3, S7]. */
export function zonderAanspreekpunt(
  { aanspreekpunt, regio }: Pick<Casus, 'aanspreekpunt' | 'regio'>,
  directory: Directory,
  now: Instant,
): boolean {
  const region = directory.regions.get(regio);
  return region !== undefined && rolesIn(directory, region, aanspreekpunt, dateIn(region.tijdzone, now)).length === 0;
}

/**
 * Who a region's cases fall to: its coordinators; as long as it has none, who watches over it, so that nobody's case is
 * lost [A3, C4].
 */
export function vangtOp(directory: Directory, region: Region, now: Instant): string[] {
  const withRole = (role: 'casuscoordinator' | 'provinciaal_coordinator') =>
    personsWithRole(directory, region, role, dateIn(region.tijdzone, now)).map((p) => p.id);
  const coordinators = withRole('casuscoordinator');
  return coordinators.length > 0 ? coordinators : withRole('provinciaal_coordinator');
}

/** Who follows a case up now: its contact, or who the region's cases fall to once that one left [A3]. */
export function volgtOp(casus: Pick<Casus, 'aanspreekpunt' | 'regio'>, directory: Directory, now: Instant): string[] {
  const region = directory.regions.get(casus.regio);
  if (!region || !zonderAanspreekpunt(casus, directory, now)) return [casus.aanspreekpunt];
  const team = vangtOp(directory, region, now);
  return team.length > 0 ? team : [casus.aanspreekpunt];
}

/**
 * What is meant for a contact who left goes to who follows the case up, so that nothing that comes in falls silent
 * [A3]. `door` hears nothing of what they did themselves.
 */
export function bezorgbaar(
  berichten: readonly BerichtSpec[],
  casus: Pick<Casus, 'aanspreekpunt' | 'aanmelder' | 'regio'>,
  directory: Directory,
  now: Instant,
  door: string,
): readonly BerichtSpec[] {
  if (!zonderAanspreekpunt(casus, directory, now)) return berichten;
  const others = volgtOp(casus, directory, now).filter((id) => id !== door);
  return berichten.flatMap((b) => {
    if (!('persoon' in b.aan) || b.aan.persoon !== casus.aanspreekpunt || eigen.includes(b.soort)) return [b];
    // Who also reported it hears of it as that.
    const own = casus.aanmelder === casus.aanspreekpunt ? [b] : [];
    return [...own, ...others.map((persoon) => ({ ...b, aan: { persoon } }))];
  });
}

/** What only the one it is addressed to can answer. */
const eigen: readonly BerichtSpec['soort'][] = ['vraag', 'aanmelding_status', 'uitnodiging', 'zorgplan_actie'];

/** Everybody who has a role in a region today. */
export const teamVan = (directory: Directory, region: Region, now: Instant): string[] => [
  ...new Set(
    region.personen.flatMap((entry) => {
      const person = personFor(directory, region, entry.id);
      return person && rolesIn(directory, region, person.id, dateIn(region.tijdzone, now)).length > 0 ? person.id : [];
    }),
  ),
];
