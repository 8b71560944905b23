import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver } from '../berichten/deliver.ts';
import type { Region } from '../regio/region.ts';
import { directoryWith, type FakeChat, type MemoryWorld, memoryWorld, people, regio } from '../world.fixture.ts';
import type { Boeking } from './boeking.ts';
import { rugzakBeat } from './rugzak-beat.ts';

const at = (date: string) => Temporal.PlainDate.from(date).toZonedDateTime('Europe/Brussels').toInstant();
let counter = 0;

/** A world on 14 July 2022, with a year budget of € 1000. */
function worldWith(more: Partial<Region['rugzak']> = {}): MemoryWorld {
  const world = memoryWorld(
    directoryWith([{ ...regio, rugzak: { ...regio.rugzak, jaarbudget: { 2022: 100_000 }, ...more } }]),
  );
  world.clock.set(at('2022-07-14'));
  return world;
}
function book(world: MemoryWorld, cents: number, more: Partial<Boeking> = {}): void {
  const datum = world.clock.now().toZonedDateTimeISO('Europe/Brussels').toPlainDate().toString();
  const line: Boeking = {
    id: `b-${++counter}`,
    casusId: 'casus-1',
    aanvraagId: 'a-1',
    factuurId: null,
    van: cents < 0 ? 'vastgelegd' : null,
    naar: cents < 0 ? null : 'vastgelegd',
    categorie: 'begeleiding',
    cents: Math.abs(cents),
    jaar: 2022,
    door: 'p-ines',
    op: world.clock.now(),
    datum,
    corrigeert: null,
    ...more,
  };
  world.kept.boekingen.push({ ...line, regio: 'LIM' });
}
/** What was said since, per message: the points, and to whom. */
const said = (world: MemoryWorld) => {
  const messages = [...world.kept.berichten.values()].filter((b) => b.soort === 'rugzak_regio');
  return [...Map.groupBy(messages, (b) => b.onderwerp)].map(([onderwerp, those]) => [
    onderwerp.split('/').slice(-1)[0],
    ...those.map((b) => ('persoon' in b.aan ? b.aan.persoon : '')).sort(),
  ]);
};
const points = (world: MemoryWorld) => said(world).map(([what]) => what);
const everybody = ['p-ines', 'p-marijke', 'p-provinciaal'];

describe('de melding van het jaarbudget [B9]', () => {
  it('vraagt voor alle regio’s samen wat gezegd en geboekt is, niet per regio', async () => {
    const world = worldWith();
    const { store } = world;
    const rugzak = { ...regio.rugzak, jaarbudget: { 2022: 100_000 } };
    const regions = Array.from({ length: 20 }, (_, n) => ({ ...regio, code: `R${n}`, rugzak }));
    const calls: string[] = [];
    const counting: typeof store = {
      ...store,
      directory: () => directoryWith(regions),
      rugzakRegioMeldingen: (codes) => {
        calls.push(`gezegd ${codes.length}`);
        return store.rugzakRegioMeldingen(codes);
      },
      rugzakMaandenVan: (codes, jaren) => {
        calls.push(`geboekt ${codes.length}`);
        return store.rugzakMaandenVan(codes, jaren);
      },
      rugzakMaanden: () => Promise.reject(new Error('one region')),
    };
    expect(await rugzakBeat({ ...world, store: counting })).toBe(0);
    expect(calls).toEqual(['gezegd 20', 'geboekt 20']);
  });

  it('komt tot op de cent als een drempel bereikt is, één keer, bij de provinciaal coördinator en de coördinatoren', async () => {
    const world = worldWith();
    book(world, 49_999);
    expect(await rugzakBeat(world)).toBe(0);
    book(world, 1);
    expect(await rugzakBeat(world)).toBe(3);
    for (let n = 0; n < 3; n++) expect(await rugzakBeat(world)).toBe(0);
    expect(said(world)).toEqual([['5000', ...everybody]]);
  });

  it('noemt in één melding alles waar één boeking voorbij springt, en daarna niets daarvan nog eens', async () => {
    const world = worldWith();
    book(world, 76_000);
    await rugzakBeat(world);
    book(world, 10_000);
    await rugzakBeat(world);
    expect(points(world)).toEqual(['5000+7500']);
    book(world, 14_000);
    await rugzakBeat(world);
    expect(points(world)).toEqual(['5000+7500', '9000+10000+uitputting']);
  });

  it('komt opnieuw nadat het eronder ging en weer steeg, en werkt de oude kaart bij', async () => {
    const world = worldWith();
    book(world, 80_000);
    await rugzakBeat(world);
    book(world, -10_000);
    await rugzakBeat(world);
    expect(points(world)).toEqual(['5000+7500']);
    expect(world.kept.refreshed).toEqual(['LIM/rugzak/2022/1/5000+7500']);
    book(world, 10_000);
    await rugzakBeat(world);
    expect(points(world)).toEqual(['5000+7500', '7500']);
    book(world, -40_000);
    await rugzakBeat(world);
    book(world, 10_000);
    await rugzakBeat(world);
    expect(points(world)).toEqual(['5000+7500', '7500', '5000']);
  });

  it('kijkt na een onderbreking van een week naar wat nu waar is', async () => {
    const world = worldWith();
    book(world, 80_000);
    world.clock.set(at('2022-07-21'));
    book(world, -60_000);
    expect(await rugzakBeat(world)).toBe(0);
    book(world, 35_000);
    await rugzakBeat(world);
    expect(points(world)).toEqual(['5000']);
  });

  it('zegt dat het budget op raakt als het tempo dat zegt, niet om wat enkel aangevraagd is', async () => {
    const world = worldWith();
    for (const month of ['04', '05', '06']) book(world, 6_000, { datum: `2022-${month}-10` });
    // 18 000 + 6 000 a month: 51 000 at the end of the year, and requests that come and go do not change that.
    expect(await rugzakBeat(world)).toBe(0);
    for (const move of [{ van: null, naar: 'aangevraagd' } as const, { van: 'aangevraagd', naar: null } as const]) {
      book(world, 90_000, move);
      expect(await rugzakBeat(world)).toBe(0);
    }
    for (const month of ['04', '05', '06']) book(world, 9_000, { datum: `2022-${month}-10` });
    // 45 000 + 15 000 a month: 127 000.
    await rugzakBeat(world);
    expect(points(world)).toEqual(['uitputting']);
  });

  it('laat die melding pas los als er weer ruimte is, zodat ze aan de rand niet elke dag komt en gaat', async () => {
    const world = worldWith();
    for (const month of ['04', '05', '06']) book(world, 11_900, { datum: `2022-${month}-10` });
    // 35 700 + some 66 100 to come: just past 100 000, and every day from here a little less.
    await rugzakBeat(world);
    expect(points(world)).toEqual(['uitputting']);
    for (let day = 15; day <= 31; day++) {
      world.clock.set(at(`2022-07-${day}`));
      await rugzakBeat(world);
    }
    expect(points(world)).toEqual(['uitputting']);
    expect(world.kept.refreshed).toEqual([]);
    // In August July counts, in which little happened: room again, so that it may come back.
    world.clock.set(at('2022-08-02'));
    await rugzakBeat(world);
    expect(world.kept.refreshed).toEqual(['LIM/rugzak/2022/1/uitputting']);
    book(world, 30_000, { datum: '2022-07-30' });
    await rugzakBeat(world);
    expect(points(world)).toEqual(['uitputting', '5000+uitputting']);
  });

  it('begint elk jaar opnieuw, en een boeking van januari op vorig jaar telt nog voor vorig jaar', async () => {
    const world = worldWith({ jaarbudget: { 2022: 100_000, 2023: 10_000 } });
    book(world, 60_000);
    await rugzakBeat(world);
    // 23 h 30 in Brussels is still this year.
    world.clock.set(Temporal.Instant.from('2022-12-31T22:30:00Z'));
    expect(await rugzakBeat(world)).toBe(0);
    world.clock.set(Temporal.Instant.from('2022-12-31T23:00:00Z'));
    expect(await rugzakBeat(world)).toBe(0);
    book(world, 5_000, { jaar: 2023 });
    book(world, 20_000, { jaar: 2022 });
    await rugzakBeat(world);
    const subjects = [...world.kept.berichten.values()].map((b) => b.onderwerp);
    expect([...new Set(subjects)]).toEqual([
      'LIM/rugzak/2022/1/5000',
      'LIM/rugzak/2022/2/7500',
      'LIM/rugzak/2023/1/5000',
    ]);
    world.clock.set(at('2024-01-01'));
    book(world, 30_000);
    expect(await rugzakBeat(world)).toBe(0);
  });

  it('zwijgt zonder budget, en een budget dat verhoogd wordt maakt wat gezegd is ongedaan', async () => {
    const world = worldWith({ jaarbudget: {} });
    book(world, 90_000);
    expect(await rugzakBeat(world)).toBe(0);
    const budget = (cents: number) =>
      world.know(directoryWith([{ ...regio, rugzak: { ...regio.rugzak, jaarbudget: { 2022: cents } } }]));
    budget(100_000);
    await rugzakBeat(world);
    budget(200_001);
    await rugzakBeat(world);
    budget(100_000);
    await rugzakBeat(world);
    expect(points(world)).toEqual(['5000+7500+9000', '5000+7500+9000']);
  });

  it('zegt één keer dat een jaar zonder budget geen grens heeft, zodra er iets voor gevraagd of vastgelegd is en het jaar ervoor er een had', async () => {
    const world = worldWith();
    world.clock.set(at('2022-12-05'));
    expect(await rugzakBeat(world)).toBe(0);
    book(world, 5_000, { jaar: 2023, naar: 'aangevraagd' });
    expect(await rugzakBeat(world)).toBe(3);
    book(world, 5_000, { jaar: 2023 });
    // The year after has none either, but the year before it has none to go by.
    book(world, 5_000, { jaar: 2024 });
    for (const day of ['2022-12-06', '2023-01-01', '2023-06-01']) {
      world.clock.set(at(day));
      expect(await rugzakBeat(world)).toBe(0);
    }
    expect(said(world)).toEqual([['geen_budget', ...everybody]]);
    // Set at last: the card says so, a share that was reached is told as ever, and 2024 has a year before it to go by.
    const budget = { 2022: 100_000, 2023: 10_000 };
    world.know(directoryWith([{ ...regio, rugzak: { ...regio.rugzak, jaarbudget: budget } }]));
    await rugzakBeat(world);
    expect(world.kept.refreshed).toEqual(['LIM/rugzak/2023/1/geen_budget']);
    expect(points(world)).toEqual(['geen_budget', '5000', 'geen_budget']);
  });

  it('wacht tot er iemand is om het aan te zeggen', async () => {
    const world = worldWith();
    const nobody = { ...regio, personen: [], rugzak: { ...regio.rugzak, jaarbudget: { 2022: 100_000 } } };
    world.know(directoryWith([nobody]));
    book(world, 50_000);
    expect(await rugzakBeat(world)).toBe(0);
    world.know(directoryWith([{ ...nobody, personen: regio.personen }]));
    expect(await rugzakBeat(world)).toBe(3);
    // What fell away is over, also while there is nobody to tell of what came: it is told anew later.
    world.know(directoryWith([nobody]));
    book(world, -50_000);
    book(world, 50_000, { datum: '2022-07-13' });
    expect(await rugzakBeat(world)).toBe(0);
    world.know(
      directoryWith([{ ...nobody, rugzak: { ...nobody.rugzak, jaarbudget: { 2022: 150_000 }, drempels: [2500] } }]),
    );
    expect(await rugzakBeat(world)).toBe(0);
    expect(world.kept.refreshed).toEqual(['LIM/rugzak/2022/1/5000']);
    world.know(directoryWith([{ ...nobody, personen: regio.personen }]));
    await rugzakBeat(world);
    expect(points(world)).toEqual(['5000', '5000']);
  });

  it('laat van twee die tegelijk kijken er één spreken', async () => {
    const world = worldWith();
    book(world, 50_000);
    let other = 0;
    world.beforeCommit(async () => {
      other = await rugzakBeat(world);
    });
    expect([await rugzakBeat(world), other]).toEqual([0, 3]);
    expect(said(world)).toHaveLength(1);
  });

  it('zegt, wat er ook geboekt wordt en wanneer er ook gekeken wordt, elke drempel precies één keer per keer dat hij bereikt is', async () => {
    const step = fc.oneof(
      fc.integer({ min: -30_000, max: 50_000 }).map((cents) => ({ cents })),
      fc.constant('beat' as const),
      fc.constant('twee replica’s' as const),
    );
    let messages = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60, size: 'max' }), async (steps) => {
        const world = worldWith();
        const drempels = regio.rugzak.drempels;
        let level = 0;
        let held: number[] = [];
        const expected = new Map(drempels.map((d) => [d, 0]));
        for (const s of [...steps, 'beat' as const]) {
          if (typeof s === 'object') {
            if (level + s.cents < 0 || s.cents === 0) continue;
            level += s.cents;
            book(world, s.cents);
            continue;
          }
          if (s !== 'beat')
            world.beforeCommit(async () => {
              await rugzakBeat(world);
            });
          await rugzakBeat(world);
          const now = drempels.filter((d) => level * 10_000 >= d * 100_000);
          for (const d of now) if (!held.includes(d)) expected.set(d, (expected.get(d) ?? 0) + 1);
          held = now;
        }
        const times = (d: number) => points(world).filter((p) => p?.split('+').includes(String(d))).length;
        for (const d of drempels) expect(times(d)).toBe(expected.get(d));
        for (const [, ...to] of said(world)) expect(to).toEqual(everybody);
        messages += points(world).length;
      }),
      { numRuns: 200 },
    );
    expect(messages).toBeGreaterThan(200);
  });
});

describe('wat de melding toont', () => {
  const chat = (world: MemoryWorld) => world.chats.get('groen') as FakeChat;
  const shown = (world: MemoryWorld) => [...chat(world).shown.values()].map((s) => s.view);

  it('toont de stand van nu, en niets aan wie de rol intussen kwijt is [S7]', async () => {
    const world = worldWith();
    book(world, 80_000);
    await rugzakBeat(world);
    const [first, ...others] = [...world.kept.berichten.keys()];
    await deliver(world, first ?? '');
    expect(shown(world)).toMatchObject([
      { view: 'rugzak_regio_melding', wat: [5000, 7500], gebonden: 80_000, budget: 100_000 },
    ]);
    const without = { ...regio, personen: [], rugzak: { ...regio.rugzak, jaarbudget: { 2022: 100_000 } } };
    world.know(directoryWith([without], people));
    for (const id of [first ?? '', ...others]) await deliver(world, id);
    expect(shown(world)).toEqual([{ view: 'afgeschermd', referentie: 'Jaarbudget Limburg' }]);
  });

  it('toont wat er al loopt van een jaar zonder budget, en daarna het budget dat er kwam [B8]', async () => {
    const world = worldWith();
    book(world, 5_000, { jaar: 2023 });
    await rugzakBeat(world);
    const [first = ''] = [...world.kept.berichten.keys()];
    await deliver(world, first);
    const card = { view: 'rugzak_regio_melding', jaar: 2023, gebonden: 5_000 };
    expect(shown(world)).toMatchObject([{ ...card, wat: ['geen_budget'], budget: null }]);
    const budget = { 2022: 100_000, 2023: 50_000 };
    world.know(directoryWith([{ ...regio, rugzak: { ...regio.rugzak, jaarbudget: budget } }]));
    await rugzakBeat(world);
    await deliver(world, first);
    expect(shown(world)).toMatchObject([{ ...card, gezegd: ['geen_budget'], wat: [], budget: 50_000 }]);
  });

  it('stuurt niet meer wat niet meer geldt, en zegt op een verstuurde kaart dat het niet meer geldt', async () => {
    const world = worldWith();
    book(world, 60_000);
    await rugzakBeat(world);
    const [first, second] = [...world.kept.berichten.keys()];
    await deliver(world, first ?? '');
    book(world, -20_000);
    await rugzakBeat(world);
    await deliver(world, first ?? '');
    await deliver(world, second ?? '');
    expect(shown(world)).toMatchObject([{ view: 'rugzak_regio_melding', gezegd: [5000], wat: [] }]);
  });
});
