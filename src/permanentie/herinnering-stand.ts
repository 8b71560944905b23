import { teamRegions } from '../context.ts';
import { type Directory, entryFor, type Person } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';
import type { HerinneringStand } from './rooster-view.ts';

/** When somebody is reminded now; null: on no rota, so of nothing. */
export function herinneringStand(directory: Directory, person: Person, now: Instant): HerinneringStand | null {
  const regions = teamRegions(directory, person.id, now).filter((region) => {
    const entry = entryFor(directory, region, person.id, dateIn(region.tijdzone, now));
    return entry && (entry.rollen.includes('casuscoordinator') || planned(region, entry.id));
  });
  if (regions.length === 0) return null;
  const only = <T>(values: readonly T[]): T | null => (new Set(values).size === 1 ? (values[0] ?? null) : null);
  const regio = {
    dagVoor: only(regions.map((r) => r.herinneringen.dagVoor)),
    vooraf: only(regions.map((r) => Temporal.Duration.from(r.herinneringen.vooraf).total('minutes'))),
  };
  return { eigen: person.herinnering ?? { dagVoor: null, vooraf: null }, regio };
}

const planned = (region: Region, fileId: string) =>
  region.permanentie.some((rota) =>
    rota.dagdelen.some((part) => ('persoon' in part ? part.persoon : part.eigenaar) === fileId),
  );
