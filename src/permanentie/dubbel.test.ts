import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliver, refresh } from '../berichten/deliver.ts';
import { brussels as at, press } from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { isBefore } from '../time.ts';
import { account, directoryWith, type MemoryWorld, memoryWorld, people, regio } from '../world.fixture.ts';
import { doublesOn } from './dubbel.ts';
import { dutiesOn } from './on-duty.ts';
import { roosterBeat } from './rooster-beat.ts';
import { responsible } from './toewijzing.ts';

/** A second region: Marijke does Monday 8:30–10:00 and 16–18 h there too; its planner is somebody else. */
const oost: Region = {
  ...regio,
  code: 'OVL',
  naam: 'Oost',
  personen: [
    { id: 'marijke', naam: 'Marijke', email: 'marijke@example.org', rollen: ['casuscoordinator'] },
    { id: 'noor', naam: 'Noor', email: 'noor@example.org', rollen: ['casuscoordinator'] },
    { id: 'wout', naam: 'Wout', email: 'wout@example.org', rollen: ['beheerder'] },
  ],
  permanentie: [
    {
      dagdelen: [
        { dag: 'ma', van: '08:30', tot: '10:00', persoon: 'marijke' },
        { dag: 'ma', van: '16:00', tot: '18:00', persoon: 'marijke' },
        { dag: 'di', van: '09:00', tot: '12:00', persoon: 'noor' },
      ],
    },
  ],
  kanalen: { permanentie: [] },
};
const person = (id: string) => ({ ...people[0], id: `p-${id}`, naam: id, email: `${id}@example.org`, voorkeur: null });
const everybody = [...people, person('noor'), person('wout')] as typeof people;
const both = (...regions: Region[]) =>
  directoryWith(
    regions.length > 0 ? regions : [regio, oost],
    everybody,
    everybody.map((p) => account(p.id.slice(2))),
  );

async function started(since = '2022-01-09T20:00', directory = both()): Promise<MemoryWorld> {
  const world = memoryWorld(directory, at(since));
  await roosterBeat(world);
  return world;
}
async function beatAt(world: MemoryWorld, wall: string): Promise<void> {
  world.clock.set(at(wall));
  await roosterBeat(world);
}
const doubles = (world: MemoryWorld) => [...world.kept.berichten.values()].filter((b) => b.soort === 'dubbel');
const owed = (world: MemoryWorld, date: string) =>
  doubles(world)
    .filter((b) => b.onderwerp.includes(date))
    .map((b) => `${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`)
    .sort();
const shown = (world: MemoryWorld, who: string, about: string) => {
  const sent = doubles(world).findLast(
    (b) => b.onderwerp === about && 'persoon' in b.aan && b.aan.persoon === `p-${who}`,
  );
  return world.chats.get('groen')?.shown.get(sent?.adres?.ref ?? '')?.view;
};

/** Monday 24 January: three clashes, each seen from both sides. */
const DATE = '2022-01-24';
const once = [
  `LIM/${DATE}/09:00 p-planner`,
  // Marijke owns the phone route in Limburg until 17 h, and is herself on duty in Oost from 16 h.
  `LIM/${DATE}/14:00 p-planner`,
  `OVL/${DATE}/08:30 p-wout`,
  `OVL/${DATE}/16:00 p-wout`,
];

describe('iemand die tegelijk in twee regio’s van wacht is', () => {
  it('komt 14, 7 en 1 dag vooraf bij de beheerders van beide, elk één keer [P4, P6]', async () => {
    const world = await started();
    const days: [string, number][] = [
      ['2022-01-10T08:59', 0],
      ['2022-01-10T09:00', 1],
      ['2022-01-10T09:01', 1],
      ['2022-01-16T20:00', 1],
      ['2022-01-17T09:00', 2],
      // A day ahead is a Sunday: the Friday before.
      ['2022-01-21T08:59', 2],
      ['2022-01-21T09:00', 3],
      ['2022-01-23T09:00', 3],
      ['2022-01-24T12:00', 3],
    ];
    for (const [wall, times] of days) {
      await beatAt(world, wall);
      expect(owed(world, DATE), wall).toEqual(once.flatMap((line) => Array.from({ length: times }, () => line)));
    }
  });

  it('hoort wie beide regio’s beheert één keer [P4]', async () => {
    const same = {
      ...oost,
      personen: [...oost.personen.slice(0, 2), ...regio.personen.filter((p) => p.id === 'planner')],
    };
    const world = await started('2022-01-09T20:00', both(regio, same));
    await beatAt(world, '2022-01-10T09:00');
    expect(owed(world, DATE)).toEqual(once.slice(0, 2));
  });

  it('is geen botsing tussen twee telefoonroutes van dezelfde eigenaar [P1]', () => {
    const routes: Region = {
      ...oost,
      permanentie: [{ dagdelen: [{ dag: 'ma', van: '14:00', tot: '17:00', route: 'act', eigenaar: 'marijke' }] }],
    };
    expect(doublesOn(regio, both(regio, routes), () => new Set(), DATE)).toEqual([]);
  });

  it('wordt met één knop opgelost door een collega die vrij is; beide kaarten zeggen het [P4]', async () => {
    const world = await started();
    await beatAt(world, '2022-01-10T09:00');
    for (const b of doubles(world)) await deliver(world, b.id);
    expect(shown(world, 'planner', `LIM/${DATE}/09:00`)).toMatchObject({
      wie: 'Marijke',
      andere: [{ regio: 'Oost', van: '08:30', tot: '10:00' }],
      vervangen: `LIM/${DATE}/vervangen/09:00`,
      overnemen: null,
    });
    expect(await press(world, 'planner', 'rooster.wijzigen', `LIM/${DATE}/vervangen/09:00`)).toMatchObject({
      kind: 'form',
      view: { view: 'rooster_wijziging', wat: 'vervangen', values: { dagdeel: '09:00-12:00' } },
    });
    // Marijke cannot relieve herself; somebody who is not of the region cannot either.
    for (const who of ['marijke', 'noor', 'melder'])
      expect(await press(world, who, 'rooster.overnemen', `LIM/${DATE}/09:00`)).toMatchObject({
        view: { view: 'weigering' },
      });
    expect(await press(world, 'ines', 'rooster.overnemen', `LIM/${DATE}/09:00`)).toMatchObject({
      kind: 'answer',
      view: { view: 'rooster_wijzigingen' },
    });
    expect(world.kept.refreshed).toEqual(expect.arrayContaining([`LIM/${DATE}/09:00`, `OVL/${DATE}/08:30`]));
    for (const subject of world.kept.refreshed) await refresh(world, subject);
    expect(shown(world, 'planner', `LIM/${DATE}/09:00`)).toMatchObject({
      opgelost: true,
      wie: 'Ines',
      vervangen: null,
    });
    expect(shown(world, 'wout', `OVL/${DATE}/08:30`)).toMatchObject({ opgelost: true, wie: 'Marijke' });
    expect(shown(world, 'wout', `OVL/${DATE}/16:00`)).toMatchObject({ opgelost: false });
    await beatAt(world, '2022-01-17T09:00');
    expect(owed(world, DATE).filter((line) => line.startsWith(`LIM/${DATE}/09:00`))).toHaveLength(1);
    expect(await press(world, 'ines', 'rooster.overnemen', `LIM/${DATE}/09:00`)).toMatchObject({
      view: { refusal: { kind: 'al_ingevuld' } },
    });
  });

  it('geeft de knop “Ik neem het over” enkel aan een coördinator die dan vrij is [P4]', async () => {
    const planners = { ...regio, personen: regio.personen.filter((p) => p.id !== 'planner') };
    const world = await started('2022-01-09T20:00', both(planners, oost));
    await beatAt(world, '2022-01-10T09:00');
    for (const b of doubles(world)) await deliver(world, b.id);
    expect(shown(world, 'ines', `LIM/${DATE}/09:00`)).toMatchObject({ overnemen: `LIM/${DATE}/09:00` });
    expect(shown(world, 'marijke', `LIM/${DATE}/09:00`)).toMatchObject({ overnemen: null });
  });

  it('die door een wijziging ontstaat, horen beide beheerders meteen; na het dagdeel niemand meer [P4]', async () => {
    const world = await started('2022-01-10T10:00');
    const opened = await press(world, 'planner', 'rooster.dag', 'LIM', { datum: '2022-01-11', wat: 'extra' });
    if (opened.kind !== 'form' || opened.view.view !== 'rooster_wijziging') throw new Error('no form');
    // Marijke on Tuesday in both: first in Oost, then in Limburg.
    world.know({
      ...both(regio, {
        ...oost,
        permanentie: [{ dagdelen: [{ dag: 'di', van: '13:00', tot: '15:00', persoon: 'marijke' }] }],
      }),
      version: 2,
    });
    await press(world, 'planner', 'rooster.bewaren', 'LIM/2022-01-11/extra', {
      van: '12:30',
      tot: '13:30',
      wie: 'marijke',
    });
    expect(owed(world, '2022-01-11')).toEqual(['LIM/2022-01-11/12:30 p-planner', 'OVL/2022-01-11/13:00 p-wout']);
  });

  it('wordt gevonden van beide kanten, of van geen, wat de roosters ook zijn [P4]', () => {
    const part = fc
      .tuple(
        fc.integer({ min: 0, max: 90 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom('marijke', 'noor'),
        fc.boolean(),
      )
      .map(([from, length, persoon, route]) => ({ from, to: Math.min(96, from + length), persoon, route }));
    const rota = fc.array(part, { maxLength: 6 }).map((parts) => {
      const sorted = parts.toSorted((a, b) => a.from - b.from);
      return sorted
        .filter((p, n) => p.from < p.to && sorted.slice(0, n).every((before) => before.to <= p.from))
        .map(({ from, to, persoon, route }) => {
          const hours = { dag: 'ma' as const, van: quarter(from), tot: quarter(to) };
          return route ? { ...hours, route: 'act', eigenaar: persoon } : { ...hours, persoon };
        });
    });
    let found = 0;
    fc.assert(
      fc.property(rota, rota, (a, b) => {
        const left: Region = { ...oost, code: 'AAA', permanentie: [{ dagdelen: a }] };
        const right: Region = { ...oost, code: 'BBB', permanentie: [{ dagdelen: b }] };
        const directory = both(left, right);
        const none = () => new Set<string>();
        const pairs = (region: Region) =>
          doublesOn(region, directory, none, DATE).flatMap(({ duty, andere }) =>
            andere.map((o) => (region === left ? [duty.start, o.duty.start] : [o.duty.start, duty.start]).join()),
          );
        const expected = dutiesOn(left, none, DATE).flatMap((x) =>
          dutiesOn(right, none, DATE).flatMap((y) =>
            isBefore(x.start, y.end) &&
            isBefore(y.start, x.end) &&
            (x.kind === 'persoon' || y.kind === 'persoon') &&
            responsible(left, directory, x) === responsible(right, directory, y)
              ? [[x.start, y.start].join()]
              : [],
          ),
        );
        found += expected.length;
        expect(pairs(left).sort()).toEqual(expected.sort());
        expect(pairs(right).sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
    expect(found).toBeGreaterThan(10);
  });
});

const quarter = (n: number) => `${Math.floor(n / 4)}:${(n % 4) * 15}`.replace(/\d+/g, (d) => d.padStart(2, '0'));
