import type { Casus } from '../casus/casus.ts';
import { entryFor, personsWithRole, reachableAccount } from '../personen/directory.ts';
import { dateIn, type Instant } from '../time.ts';
import type { World } from '../world.ts';
import type { Kandidaat } from './experts.ts';

/** How far back invitations count as load [T5]. */
const RECENT_DAYS = 120;

/** The experts of the region of a case who can be written to, with how often they were asked and where else they sit. */
export async function laadPool(
  { store }: Pick<World, 'store'>,
  casus: Pick<Casus, 'regio' | 'id'>,
  now: Instant,
): Promise<Kandidaat[]> {
  const directory = store.directory();
  const region = directory.regions.get(casus.regio);
  if (!region) return [];
  const today = dateIn(region.tijdzone, now);
  const people = personsWithRole(directory, region, 'expert', today).filter((p) => reachableAccount(directory, p.id));
  const asked = await store.expertVragen(
    people.map((p) => p.id),
    now.subtract({ hours: RECENT_DAYS * 24 }),
  );
  return Promise.all(
    people.map(async (p): Promise<Kandidaat> => {
      const tafels = (await store.zorgtafelsVan(p.id, 'lopende')).filter((t) => t.casusId !== casus.id);
      return {
        persoonId: p.id,
        naam: p.naam,
        organisatie: p.organisatie,
        specialismen: entryFor(directory, region, p.id, today)?.specialisme ?? [],
        aantal: asked.get(p.id)?.aantal ?? 0,
        laatst: asked.get(p.id)?.laatst ?? null,
        afwezigTot: p.afwezigTot ?? null,
        bezet: tafels.flatMap((t) => {
          const seat = t.deelnemers.findLast((d) => d.persoonId === p.id);
          return t.momenten
            .filter((m) => (t.stand === 'vast' ? m.id === t.gekozen : true) && seat?.antwoorden[m.id] !== 'kan_niet')
            .map((m) => ({ start: m.start, einde: m.start.add({ minutes: t.duur }) }));
        }),
      };
    }),
  );
}
