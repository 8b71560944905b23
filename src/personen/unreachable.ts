import type { Region } from '../regio/region.ts';
import { type Directory, personFor, reachableAccount } from './directory.ts';

/**
 * Names of the people of a region's rota whom the bot cannot write to on `today` (ISO date): for the
 * planner, who can still do something about it before they are on duty.
 */
export function unreachable(directory: Directory, region: Region, today: string): string[] {
  const onRota = new Set(
    region.permanentie
      .filter((template) => template.tot === undefined || today <= template.tot)
      .flatMap((template) => template.dagdelen.map((d) => ('persoon' in d ? d.persoon : d.eigenaar))),
  );
  return region.personen
    .filter((p) => onRota.has(p.id) && (p.tot === undefined || today <= p.tot))
    .filter((p) => {
      const person = personFor(directory, region, p.id);
      return !person || !reachableAccount(directory, person.id);
    })
    .map((p) => p.naam);
}
