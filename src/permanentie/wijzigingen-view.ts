import { nameOf } from '../casus/casus-views.ts';
import { type Directory, personFor } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant } from '../time.ts';
import type { View } from '../view.ts';
import type { Uitzondering } from './uitzondering.ts';

/** How many are shown at a time. */
const PAGE = 10;

/** `/permanentie wijzigingen`: what was changed from today on, soonest first; the page with number `vanaf` in it, from 0. */
export function wijzigingenView(
  region: Region,
  directory: Directory,
  now: Instant,
  vanaf: number,
): Extract<View, { view: 'rooster_wijzigingen' }> {
  const all = changesAhead(region, now);
  const at = Math.min(vanaf, Math.max(0, all.length - 1));
  const first = at - (at % PAGE);
  const words = ({ wat }: Uitzondering) =>
    'persoon' in wat
      ? `${personFor(directory, region, wat.persoon)?.naam ?? wat.persoon}${wat.kind === 'eigenaar' ? ' volgt de telefoonroute op' : ''}`
      : wat.kind === 'open'
        ? 'nog in te vullen'
        : 'gesloten';
  return {
    view: 'rooster_wijzigingen',
    regioCode: region.code,
    regio: region.naam,
    zone: region.tijdzone,
    vanaf: first,
    totaal: all.length,
    wijzigingen: all.slice(first, first + PAGE).map(([u, ...more]) => ({
      id: u.id,
      datum: u.datum,
      van: u.van,
      tot: u.tot,
      totDatum: more.at(-1)?.datum ?? u.datum,
      aantal: 1 + more.length,
      wat: words(u),
      door: nameOf(directory, u.door),
      op: u.op.toString(),
    })),
  };
}

/** The number, from 0, at which one change stands in that list. */
export const placeOf = (region: Region, now: Instant, id: string): number =>
  Math.max(
    0,
    changesAhead(region, now).findIndex((changes) => changes.some((u) => u.id === id)),
  );

/** One absence over several day parts is one: it was told once, and is undone together. */
function changesAhead(region: Region, now: Instant): [Uitzondering, ...Uitzondering[]][] {
  const today = dateIn(region.tijdzone, now);
  const held = (region.uitzonderingen ?? [])
    .filter((u) => u.ongedaan === null && u.datum >= today)
    .sort((a, b) => (a.datum + a.van < b.datum + b.van ? -1 : 1));
  const groups = Map.groupBy(held, (u) => (u.groep !== null && u.wat.kind === 'open' ? u.groep : u.id));
  return [...groups.values()].flatMap(([first, ...more]) => (first ? [[first, ...more]] : []));
}
