import { expect, it } from 'vitest';
import { handle } from '../bot.ts';
import { put, wachtend } from '../casus/casus.fixture.ts';
import { type MemoryWorld, memoryWorld, monday } from '../world.fixture.ts';
import { rugzak } from './rugzak.fixture.ts';

const type = async (world: MemoryWorld, who: string, text: string) => {
  const outcome = await handle(world, {
    delivery: `${who}-${text}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private',
    input: { kind: 'command', text },
  });
  return outcome.kind === 'nothing' ? null : outcome.view;
};

/** Twenty open cases without means, and a closed one with an invoice that is late. */
async function busy(): Promise<MemoryWorld> {
  const world = memoryWorld();
  for (let n = 2; n <= 21; n++) await put(world, { ...wachtend, id: `casus-${n}`, stand: 'opgenomen' });
  const casus = await put(world, { ...wachtend, stand: 'afgesloten' });
  await world.store.commit({
    casus: { next: { ...casus, versie: 2 }, was: 1 },
    rugzak: {
      next: {
        ...rugzak,
        facturen: [
          {
            id: 'f-1',
            aanvraagId: 'a-1',
            nummer: '2022/1',
            cents: 10_000,
            ontvangen: '2021-12-01',
            vervalt: '2021-12-31',
            betaald: null,
            ingetrokken: null,
          },
        ],
      },
      regio: 'LIM',
      boekingen: [],
      budget: new Map(),
    },
    termijnen: [
      {
        id: 't-f',
        casusId: 'casus-1',
        soort: 'factuur',
        over: 'f-1',
        start: monday,
        einde: Temporal.Instant.from('2021-12-31T23:00:00Z'),
        ladder: [],
        volgende: null,
        gestopt: null,
      },
    ],
    audit: [],
  });
  return world;
}

it('toont wie werkt aan twintig casussen de ene met een rugzak, ook als die afgesloten is [B7]', async () => {
  const world = await busy();
  expect(await type(world, 'marijke', '/rugzak')).toMatchObject({
    view: 'rugzak_lijst',
    casussen: [
      { casusId: 'casus-1', beeindigd: true, eerst: { soort: 'factuur', datum: '2021-12-31', voorbij: true } },
    ],
    meer: false,
    jaarbudget: 'LIM',
  });
  expect(await type(world, 'melder', '/rugzak')).toMatchObject({ casussen: [], jaarbudget: null });
});

it('brengt wie over het budget waakt bij het overzicht, met wat te laat is en bij wie [B7, B8, C4]', async () => {
  const world = await busy();
  expect(await type(world, 'provinciaal', '/rugzak')).toMatchObject({ casussen: [], jaarbudget: 'LIM' });
  expect(await type(world, 'provinciaal', '/rugzak regio')).toMatchObject({
    view: 'rugzak_regio',
    teLaat: {
      aantal: { te_factureren: 0, factuur: 1, bewijs: 0 },
      regels: [{ casusId: 'casus-1', soort: 'factuur', datum: '2021-12-31', kwartaal: null, aanspreekpunt: 'Marijke' }],
    },
  });
});
