import { expect, it } from 'vitest';
import { put, wachtend } from '../casus/casus.fixture.ts';
import { directoryWith, memoryWorld, monday, regio } from '../world.fixture.ts';
import { kasVan } from './beslissen.ts';
import { rugzak } from './rugzak.fixture.ts';

it('geeft een casus het beleid van de dag dat hij aangemeld werd, wanneer er ook voor het eerst iets gevraagd wordt [B1, B2]', async () => {
  const { jaarbudget, ...always } = regio.rugzak;
  const region = {
    ...regio,
    rugzak: { ...always, jaarbudget, beleid: [always, { ...always, van: '2022-01-10', maximum: 2_500_000 }] },
  };
  const world = memoryWorld(directoryWith([region]));
  // Half past midnight on the wall of the tenth is the ninth in UTC.
  const at = (id: string, aangemeldOp: Temporal.Instant) => put(world, { ...wachtend, id, aangemeldOp });
  const before = await at('casus-1', Temporal.Instant.from('2022-01-09T22:30:00Z'));
  const since = await at('casus-2', Temporal.Instant.from('2022-01-09T23:30:00Z'));
  world.clock.set(monday.add({ hours: 24 * 90 }));
  const maximum = async (casus: typeof before) => (await kasVan(world.store, { casus, region })).rugzak.beleid.maximum;
  expect(await maximum(before)).toBe(2_000_000);
  expect(await maximum(since)).toBe(2_500_000);
  // What runs keeps its own.
  await world.store.commit({
    casus: { next: { ...since, versie: 2 }, was: 1 },
    rugzak: { next: { ...rugzak, casusId: 'casus-2' }, regio: 'LIM', boekingen: [], budget: new Map() },
    audit: [],
  });
  expect(await maximum(since)).toBe(regio.rugzak.maximum);
});
