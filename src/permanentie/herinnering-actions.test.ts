import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Values } from '../intent.ts';
import { brussels as at, send } from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { isBefore } from '../time.ts';
import { account, directoryWith, type MemoryWorld, memoryWorld, people, regio } from '../world.fixture.ts';
import { dagVoorKeuzes, voorafKeuzes } from './herinnering-keuzes.ts';
import { dutiesOn } from './on-duty.ts';
import { roosterBeat } from './rooster-beat.ts';

/** Length of the stretch in the property: a weekend, the days before and after it. */
const DAYS = 9;

const act = (world: MemoryWorld, who: string, action: string, values: Values = {}) =>
  send(world, who, action, '', values);
const choose = (world: MemoryWorld, who: string, dag_voor: string, vooraf = 'regio') =>
  act(world, who, 'herinnering.bewaren', { dag_voor, vooraf });

async function started(since = '2022-01-09T20:00', regions: Region[] = [regio]): Promise<MemoryWorld> {
  const world = memoryWorld(directoryWith(regions), at(since));
  await roosterBeat(world);
  return world;
}
async function beatAt(world: MemoryWorld, wall: string): Promise<void> {
  world.clock.set(at(wall));
  await roosterBeat(world);
}
const owed = (world: MemoryWorld, ...soorten: string[]) =>
  [...world.kept.berichten.values()]
    .filter((b) => soorten.includes(b.soort))
    .map((b) => `${b.soort} ${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`);

describe('een eigen uur voor de herinnering', () => {
  it('komt op het gekozen uur, de andere op dat van de regio [P7]', async () => {
    const world = await started();
    await choose(world, 'ines', '19:30', '45');
    await beatAt(world, '2022-01-10T16:00');
    expect(owed(world, 'dienst_morgen')).toEqual([]);
    await beatAt(world, '2022-01-10T19:30');
    expect(owed(world, 'dienst_morgen')).toEqual(['dienst_morgen LIM/2022-01-11 p-ines']);
    await beatAt(world, '2022-01-11T08:14');
    expect(owed(world, 'dienst_straks')).toEqual([]);
    await beatAt(world, '2022-01-11T08:15');
    expect(owed(world, 'dienst_straks')).toContain('dienst_straks LIM/2022-01-11/09:00 p-ines');
    await beatAt(world, '2022-01-11T16:00');
    expect(owed(world, 'dienst_morgen')).toContain('dienst_morgen LIM/2022-01-12 p-marijke');
  });

  it('gaat meteen uit als het nieuwe uur al voorbij is, en daarna niet meer [P7]', async () => {
    const world = await started();
    await beatAt(world, '2022-01-10T15:50');
    await choose(world, 'ines', '15:30');
    expect(owed(world, 'dienst_morgen')).toEqual(['dienst_morgen LIM/2022-01-11 p-ines']);
    for (const wall of ['15:51', '16:00', '16:01', '20:00']) await beatAt(world, `2022-01-10T${wall}`);
    expect(owed(world, 'dienst_morgen')).toEqual(['dienst_morgen LIM/2022-01-11 p-ines']);
  });

  it('komt niet opnieuw als het uur later wordt gezet nadat ze vertrok [P7]', async () => {
    const world = await started();
    await beatAt(world, '2022-01-10T16:00');
    await choose(world, 'ines', '17:00');
    for (const wall of ['16:30', '17:00', '18:00']) await beatAt(world, `2022-01-10T${wall}`);
    expect(owed(world, 'dienst_morgen')).toEqual(['dienst_morgen LIM/2022-01-11 p-ines']);
  });

  it('kan uit voor de dag ervoor; die vlak voor het dagdeel blijft [P7]', async () => {
    const world = await started();
    await choose(world, 'ines', 'niet', '5');
    for (const wall of ['2022-01-10T16:00', '2022-01-10T23:00', '2022-01-11T08:54', '2022-01-11T08:55'])
      await beatAt(world, wall);
    expect(owed(world, 'dienst_morgen')).toEqual([]);
    expect(owed(world, 'dienst_straks')).toContain('dienst_straks LIM/2022-01-11/09:00 p-ines');
    expect(await act(world, 'ines', 'herinnering.bewaren', { dag_voor: 'niet', vooraf: 'niet' })).toMatchObject({
      kind: 'form',
      view: { view: 'herinnering', errors: { vooraf: 'Kies hoe lang ervoor.' } },
    });
  });

  it('staat vrijdag op de muur van vrijdag, ook als de klok in het weekend verspringt [P5, P7]', async () => {
    const world = await started('2022-03-25T12:00');
    await choose(world, 'marijke', '15:30');
    await beatAt(world, '2022-03-25T15:29');
    expect(owed(world, 'dienst_morgen')).toEqual([]);
    await beatAt(world, '2022-03-25T15:30');
    expect(owed(world, 'dienst_morgen')).toEqual(['dienst_morgen LIM/2022-03-28 p-marijke']);
  });

  it('is er één voor alle regio’s van iemand, en terug zoals de regio het koos [P7]', async () => {
    const other: Region = {
      ...regio,
      code: 'OVL',
      naam: 'Oost',
      herinneringen: { ...regio.herinneringen, dagVoor: '12:00' },
    };
    const world = await started('2022-01-10T08:00', [regio, other]);
    const opened = await act(world, 'ines', 'herinnering.instellen');
    expect(opened).toMatchObject({
      kind: 'form',
      view: { stand: { regio: { dagVoor: null, vooraf: 15 } }, values: { dag_voor: 'regio', vooraf: 'regio' } },
    });
    await choose(world, 'ines', '14:00', '30');
    await beatAt(world, '2022-01-10T12:00');
    expect(owed(world, 'dienst_morgen')).toEqual([]);
    await beatAt(world, '2022-01-10T14:00');
    expect(owed(world, 'dienst_morgen')).toEqual([
      'dienst_morgen LIM/2022-01-11 p-ines',
      'dienst_morgen OVL/2022-01-11 p-ines',
    ]);
    await choose(world, 'ines', 'regio');
    expect(world.store.directory().persons.get('p-ines')).not.toHaveProperty('herinnering');
    expect(world.kept.audit).toContainEqual(expect.objectContaining({ wie: 'p-ines', wat: 'herinnering.bewaren' }));
  });

  it.each(['melder', 'expert'])('heeft voor %s niets in te stellen, en dat staat er', async (who) => {
    const world = await started();
    const said = { kind: 'answer', view: { refusal: { kind: 'niet_op_rooster' } } };
    expect(await act(world, who, 'herinnering.instellen')).toMatchObject(said);
  });

  it.each<Values>([
    {},
    { dag_voor: '25:00', vooraf: '15' },
    { dag_voor: '15:07', vooraf: '15' },
    { dag_voor: ['regio'], vooraf: '-5' },
  ])('weigert %j met een zin', async (values) => {
    const world = await started();
    expect(await act(world, 'ines', 'herinnering.bewaren', values)).toMatchObject({ kind: 'form' });
    expect(world.store.directory().persons.get('p-ines')).not.toHaveProperty('herinnering');
  });

  it('gaat bij eender welke reeks van wijzigingen en hartslagen precies één keer uit, en geen enkele verloren [P7]', async () => {
    const step = fc.record({
      minute: fc.integer({ min: 1, max: DAYS * 24 * 60 }),
      who: fc.constantFrom('marijke', 'ines'),
      dag: fc.constantFrom('regio', ...dagVoorKeuzes),
      vooraf: fc.constantFrom('regio', ...voorafKeuzes.map(String)),
      /** This replica's picture may be behind: the beat passes just before or just after. */
      beatFirst: fc.boolean(),
    });
    let changes = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 2, maxLength: 12 }),
        fc.integer({ min: 60, max: 150 }),
        async (steps, every) => {
          // Around the night the clock changes.
          const begin = at('2022-03-20T20:00');
          const world = memoryWorld(
            directoryWith(
              [regio],
              people,
              people.map((p) => account(p.id.slice(2))),
            ),
            begin,
          );
          await roosterBeat(world);
          const todo = steps.toSorted((a, b) => a.minute - b.minute);
          for (let minute = 1; minute <= DAYS * 24 * 60; minute++) {
            const mine = todo.filter((s) => s.minute === minute);
            const beats = minute % every === 0;
            if (!beats && mine.length === 0) continue;
            world.clock.set(begin.add({ minutes: minute }));
            if (beats && mine.some((s) => s.beatFirst)) await roosterBeat(world);
            for (const s of mine) await choose(world, s.who, s.dag, s.vooraf);
            changes += mine.length;
            if (beats) await roosterBeat(world);
          }
          const end = begin.add({ minutes: DAYS * 24 * 60 });
          world.clock.set(end);
          await roosterBeat(world);
          const sent = owed(world, 'dienst_morgen', 'dienst_straks');
          expect(new Set(sent).size).toBe(sent.length);
          // Every working day that ended: both reminders, to the one on duty.
          for (let n = 1; n < DAYS; n++) {
            const datum = Temporal.PlainDate.from('2022-03-20').add({ days: n }).toString();
            for (const duty of dutiesOn(regio, world.holidays, datum)) {
              if (duty.kind === 'route' || !isBefore(duty.end, end)) continue;
              expect(sent).toContain(`dienst_straks LIM/${datum}/09:00 p-${duty.persoon}`);
              // The one for the first Monday was due before the bot came.
              if (n > 1) expect(sent).toContain(`dienst_morgen LIM/${datum} p-${duty.persoon}`);
            }
          }
        },
      ),
      { numRuns: 12 },
    );
    expect(changes).toBeGreaterThan(40);
  }, 60_000);
});
