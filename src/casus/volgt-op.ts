import { type Directory, personFor, rolesIn } from '../personen/directory.ts';
import { eersteKring } from '../personen/eerste-kring.ts';
import type { Region, Role } from '../regio/region.ts';
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
export const vangtOp = (directory: Directory, region: Region, now: Instant): string[] =>
  eersteKring(directory, region, opvang, dateIn(region.tijdzone, now)).map((p) => p.id);

/** In this order; who only runs the region may not read a case, and hears that nobody does [S7]. */
export const opvang = ['casuscoordinator', 'provinciaal_coordinator'] as const satisfies readonly Role[];

/** Nobody follows the case up: its contact left, and nobody of the region is left that it falls to. */
export function volgtNiemandOp(
  casus: Pick<Casus, 'aanspreekpunt' | 'regio'>,
  directory: Directory,
  now: Instant,
): boolean {
  const region = directory.regions.get(casus.regio);
  return (
    region !== undefined && zonderAanspreekpunt(casus, directory, now) && vangtOp(directory, region, now).length === 0
  );
}

/**
 * Who follows a case up now: its contact, or who the region's cases fall to once that one left [A3]. Where nobody does it
 * stays addressed to who left, who cannot read it: `undeliverable` then tells it to who runs the region.
 */
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
