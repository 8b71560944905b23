import type { Casus } from '../casus/casus.ts';
import { casusRegel } from '../casus/casus-views.ts';
import type { Termijn } from '../casus/termijn.ts';
import { coordinatorRegions, homeRegion, teamRegions } from '../context.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import type { Person } from '../personen/directory.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import type { World } from '../world.ts';
import { planRegel } from '../zorgplan/plan-regel.ts';
import { gaten, mijnDagdelen } from './mijn-dagdelen.ts';
import { wachtOpJou } from './wacht-op-jou.ts';
import type { MijnWerkView } from './werk-view.ts';

/** Most of each that the overview shows; the rest is counted, with the way to all of it. */
const MOST = { dagdelen: 4, casussen: 8, aanmeldingen: 6, wacht: 8, gaten: 4 } as const;
/** Open cases read to make it. */
const READ = 40;

/** `verandert`: when it changes without anybody doing anything; null: never. */
export type MijnWerk = { view: MijnWerkView; verandert: Instant | null };

/**
 * Everything of one person's work, from what is true now and what this person may see now [S7]: references,
 * dates and names of colleagues, nothing about child or family [S9].
 */
export async function mijnWerk(world: World, person: Person, now: Instant): Promise<MijnWerk> {
  const { store, holidays } = world;
  const directory = store.directory();
  const read = await store.casussenVan(person.id, READ + 1);
  const on = read.flatMap(({ casus, termijnen }) => {
    const relations = relationsTo(casus, termijnen, directory, person.id, now);
    const rol = relations.has('aanspreekpunt') ? 'aanspreekpunt' : 'aanmelder';
    return relations.has(rol) ? [{ casus, termijnen, rol } as const] : [];
  });
  const casussen = on.filter((o) => o.rol === 'aanspreekpunt');
  const aanmeldingen = on.filter((o) => o.rol === 'aanmelder');
  const dagdelen = mijnDagdelen(directory, holidays, person, now);
  const open = gaten(directory, holidays, person, now);
  const reported = on.filter((o) => o.casus.aanmelder === person.id).map((o) => o.casus);
  const waits = await wachtOpJou({ world, person, now, aanmeldingen: reported, gelezen: read, dagdelen });
  const items = waits.flatMap((w) => w.item ?? []);
  const current = dagdelen.filter((d) => !isBefore(now, d.start));
  const coming = dagdelen.filter((d) => isBefore(now, d.start));
  const home = homeRegion(directory, person, now);
  const lines = async (
    list: readonly { casus: Casus; termijnen: Termijn[]; rol: 'aanspreekpunt' | 'aanmelder' }[],
    most: number,
  ) => ({
    eerste: await Promise.all(
      list.slice(0, most).map(async ({ casus, termijnen, rol }) => {
        const plan = await planRegel(world, casus, termijnen, person.id, now);
        return casusRegel(casus, termijnen, directory, now, rol, plan);
      }),
    ),
    nogMeer: Math.max(0, list.length - most),
  });
  const shown = {
    casussen: await lines(casussen, MOST.casussen),
    aanmeldingen: await lines(aanmeldingen, MOST.aanmeldingen),
  };
  return {
    view: {
      view: 'mijn_werk',
      naam: person.naam,
      zone: home?.tijdzone ?? 'Europe/Brussels',
      inTeam: teamRegions(directory, person.id, now).length > 0,
      coordinator: coordinatorRegions(directory, person.id, now).length > 0,
      nu: current.map(({ region, tot, route }) => ({ regio: region.naam, tot, route })),
      dagdelen: {
        eerste: coming
          .slice(0, MOST.dagdelen)
          .map(({ region, datum, van, tot, route }) => ({ regio: region.naam, datum, van, tot, route })),
        nogMeer: Math.max(0, coming.length - MOST.dagdelen),
      },
      wacht: { eerste: items.slice(0, MOST.wacht), nogMeer: Math.max(0, items.length - MOST.wacht) },
      ...shown,
      nietGelezen: read.length > READ,
      gaten: {
        eerste: open.slice(0, MOST.gaten).map(({ region, datum, van, tot, overnemen }) => ({
          ...{ regio: region.naam, regioCode: region.code, datum, van, tot, overnemen },
          subject: `${region.code}/${datum}/${van}`,
        })),
        nogMeer: Math.max(0, open.length - MOST.gaten),
      },
    },
    verandert: nearest(now, [
      ...on.flatMap((o) => o.termijnen.filter((t) => !t.gestopt).map((t) => t.einde)),
      ...dagdelen.slice(0, MOST.dagdelen + 1).flatMap((d) => [d.start, d.end]),
      ...open.map((g) => g.end),
      ...waits.flatMap((w) => w.verandert ?? []),
      // A role ends, a day comes within sight.
      ...(home && isPlanned(directory, person) ? [tomorrow(home.tijdzone, now)] : []),
    ]),
  };
}

/** Somebody who is in a team, was, or will be: what they see depends on the day. */
const isPlanned = (directory: ReturnType<World['store']['directory']>, person: Person): boolean =>
  [...directory.regions.values()].some((r) => r.personen.some((p) => p.email === person.email));

const tomorrow = (zone: string, now: Instant): Instant =>
  wallInstant(zone, Temporal.PlainDate.from(dateIn(zone, now)).add({ days: 1 }).toString(), '00:00');

function nearest(now: Instant, instants: readonly Instant[]): Instant | null {
  const ahead = instants.filter((at) => isBefore(now, at));
  return ahead.length === 0 ? null : ahead.reduce((a, b) => (isBefore(b, a) ? b : a));
}
