import { nameOf } from '../casus/casus-views.ts';
import { rolesIn } from '../personen/directory.ts';
import { isBefore } from '../time.ts';
import type { View } from '../view.ts';
import type { World } from '../world.ts';
import { shownParts } from './save-changes.ts';
import { wallInstant } from './wall-instant.ts';

/** The day parts somebody let go in one time, as they stand now: which are still free, and who took the others [P4]. */
export function gatenView({ store, clock, holidays }: World, onderwerp: string, reader: string): View | null {
  const [, code = '', groep = ''] = /^([A-Z0-9]{2,8})\/gaten\/(.+)$/.exec(onderwerp) ?? [];
  const directory = store.directory();
  const region = directory.regions.get(code);
  const absence = (region?.uitzonderingen ?? [])
    .filter((u) => u.groep === groep && u.wat.kind === 'open')
    .sort((a, b) => (a.datum + a.van < b.datum + b.van ? -1 : 1));
  const [first] = absence;
  if (!region || !first) return null;
  const ahead = (u: { datum: string; tot: string }) =>
    isBefore(clock.now(), wallInstant(region.tijdzone, u.datum, u.tot));
  const held = absence.filter((u) => u.ongedaan === null);
  const back = absence.find((u) => u.ongedaan !== null)?.ongedaan?.door;
  const parts = held.flatMap((u) => {
    const now = shownParts(region, directory, holidays, u.datum).filter((p) => p.van < u.tot && u.van < p.tot);
    const free = now.find((p) => p.wie === null);
    const isFree = free !== undefined && ahead({ datum: u.datum, tot: free.tot });
    const wie = now.find((p) => p.wie !== null)?.personId;
    return [{ ...u, van: free?.van ?? u.van, tot: free?.tot ?? u.tot, vrij: isFree, route: free?.route, wie }];
  });
  const may = (datum: string) => rolesIn(directory, region, reader, datum).includes('casuscoordinator');
  return {
    view: 'gaten',
    regio: region.naam,
    regioCode: region.code,
    wie: nameOf(directory, first.door),
    eigen: first.door === reader,
    van: first.datum,
    tot: absence.at(-1)?.datum ?? first.datum,
    terug: back !== undefined && !held.some(ahead) ? nameOf(directory, back) : null,
    vrij: parts
      .filter((p) => p.vrij)
      .map(({ datum, van, tot, route }) => ({
        datum,
        van,
        tot,
        route: route === true,
        overnemen: may(datum) && first.door !== reader ? `${code}/${datum}/${van}` : null,
      })),
    ingevuld: parts.flatMap(({ datum, van, tot, wie, vrij }) =>
      wie && !vrij ? [{ datum, van, tot, wie: nameOf(directory, wie) }] : [],
    ),
  };
}
