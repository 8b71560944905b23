import type { Bericht } from '../berichten/bericht.ts';
import { personFor } from '../personen/directory.ts';
import { dateIn } from '../time.ts';
import type { View } from '../view.ts';
import type { World } from '../world.ts';
import { botsing, onderWijziging } from './botsing.ts';
import type { RoosterBotsingView } from './rooster-view.ts';
import { partsOf } from './save-changes.ts';
import { gezet } from './uitzondering.ts';

/** How many days from the first one on somebody's new day parts are listed, and how many at most. */
const LISTED_DAYS = 28;
const MOST = 8;

/** Behind the id of a change in the subject of such a message: it was another person whose part it was. */
export const ANDER = '~';

/** To somebody whose coming day parts are others since another template was applied. */
export function nieuwView(world: World, bericht: Bericht): Extract<View, { view: 'rooster_nieuw' }> | null {
  const [, code = '', vanaf = ''] = /^([A-Z0-9]{2,8})\/nieuw\/(\d{4}-\d{2}-\d{2})$/.exec(bericht.onderwerp) ?? [];
  const region = world.store.directory().regions.get(code);
  if (!region || !('persoon' in bericht.aan)) return null;
  const { persoon } = bericht.aan;
  const first = Temporal.PlainDate.from(vanaf);
  return {
    view: 'rooster_nieuw',
    regio: region.naam,
    vanaf,
    mijn: Array.from({ length: LISTED_DAYS }, (_, n) => first.add({ days: n }).toString())
      .flatMap((datum) =>
        partsOf({ world }, region, datum)
          .filter((p) => p.personId === persoon)
          .map(({ van, tot, wie, route }) => ({ datum, van, tot, route: route ? wie : null })),
      )
      .slice(0, MOST),
  };
}

/** To the planners: the changes a template met, as they stand now; one that was undone or is over drops out. */
export function botsingView(world: World, bericht: Bericht): RoosterBotsingView | null {
  const [, code = '', ids = ''] = /^([A-Z0-9]{2,8})\/botsing\/(.+)$/.exec(bericht.onderwerp) ?? [];
  const directory = world.store.directory();
  const region = directory.regions.get(code);
  if (!region) return null;
  const today = dateIn(region.tijdzone, world.clock.now());
  const named = new Map(ids.split(',').map((id) => (id.endsWith(ANDER) ? [id.slice(0, -1), true] : [id, false])));
  return {
    view: 'rooster_botsing',
    regio: region.naam,
    regioCode: region.code,
    regels: (region.uitzonderingen ?? [])
      .filter((u) => named.has(u.id) && u.ongedaan === null && u.datum >= today)
      .sort((a, b) => (a.datum + a.van < b.datum + b.van ? -1 : 1))
      .flatMap((u) => {
        const persoon = named.get(u.id) ? onderWijziging(region, world.holidays, u) : null;
        const found =
          botsing(region, world.holidays, u) ??
          (persoon === null ? null : { reden: 'andere_persoon' as const, uren: null, persoon });
        const { datum, van, tot, wat } = u;
        const name = (id: string | null) => (id === null ? null : (personFor(directory, region, id)?.naam ?? id));
        const wie = name(wat.kind === 'open' ? (wat.afwezig ?? null) : gezet(u));
        return found
          ? [{ datum, van, tot, wat: wat.kind, wie, reden: found.reden, uren: found.uren, nu: name(found.persoon) }]
          : [];
      }),
  };
}
