import { expect, it } from 'vitest';
import { klok, put, wachtend } from '../casus/casus.fixture.ts';
import type { Archief } from '../ports.ts';
import { directoryWith, memoryWorld, monday, people, regio } from '../world.fixture.ts';
import { bewaarBeat } from './bewaar-beat.ts';

const brussels = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Brussels').toInstant();

it('ruimt op vanaf de nacht na de start, per slag een deel, en één keer per nacht [S17]', async () => {
  const world = memoryWorld(directoryWith([{ ...regio, bewaring: [{ casus: 'P1Y' }] }], people, []));
  await put(world, {
    ...wachtend,
    stand: 'ingetrokken',
    inhoud: { ...wachtend.inhoud, intrekking: { door: 'p', op: monday, reden: 'x' } },
  });
  for (const [id, termijn] of world.kept.termijnen)
    world.kept.termijnen.set(id, { ...termijn, gestopt: { op: monday, reden: klok.soort } });
  let left = 60;
  const asked: number[] = [];
  const archief: Archief = {
    aantalAfgerond: async () => 0,
    afgerond: async (_regio, _voor, na, limit) =>
      Array.from({ length: na ? 0 : Math.min(limit, left) }, () => ({
        id: 'casus-1',
        referentie: 'LIM-2022-0001',
        versie: 1,
        aangemeldOp: monday,
        laatst: monday,
        seq: 1,
      })),
    verwijder: async () => {
      left -= 1;
      return true;
    },
    vergeetAdressen: async () => ({ vergeten: 0, teWissen: 0 }),
  };
  let finished = 0;
  world.clock.set(brussels('2026-03-10T14:00'));
  const beat = bewaarBeat({ ...world, archief }, async () => void finished++);
  for (const wall of ['2026-03-10T14:00', '2026-03-10T23:59', '2026-03-11T01:59']) {
    world.clock.set(brussels(wall));
    expect(await beat()).toBe(0);
  }
  world.clock.set(brussels('2026-03-11T02:00'));
  while (finished === 0) asked.push(await beat());
  expect(asked).toEqual([25, 25, 10]);
  left = 5;
  world.clock.set(brussels('2026-03-11T12:00'));
  expect(await beat()).toBe(0);
  world.clock.set(brussels('2026-03-12T02:00'));
  expect(await beat()).toBe(5);
});
