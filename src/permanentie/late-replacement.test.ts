import { describe, expect, it } from 'vitest';
import { brussels, send as press } from '../play.fixture.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { roosterBeat } from './rooster-beat.ts';

const at = (time: string) => brussels(`2022-01-10T${time}`);
const MONDAY = 'LIM/2022-01-10/09:00';

/** A Monday of Marijke; the bot beats since half past eight. */
async function morning(until: string): Promise<MemoryWorld> {
  const world = memoryWorld(directoryWith([regio]), at('08:30'));
  await roosterBeat(world);
  await beatUntil(world, until);
  return world;
}
/** Beats every minute up to and including a time of the day. */
async function beatUntil(world: MemoryWorld, wall: string): Promise<void> {
  for (let now = world.clock.now(); Temporal.Instant.compare(now, at(wall)) <= 0; now = now.add({ minutes: 1 })) {
    world.clock.set(now);
    await roosterBeat(world);
  }
  world.clock.set(at(wall));
}
const replace = (world: MemoryWorld, wie: string) =>
  press(world, 'planner', 'rooster.bewaren', 'LIM/2022-01-10/vervangen', { dagdeel: '09:00-12:00', wie });
const owed = (world: MemoryWorld, soort: string) =>
  [...world.kept.berichten.values()]
    .filter((b) => b.soort === soort && b.onderwerp === MONDAY)
    .map((b) => ('persoon' in b.aan ? b.aan.persoon : ''));

describe('een vervanging die later komt dan de herinnering', () => {
  it.each([
    ['08:50', 'vlak voor de start', '09:15'],
    ['09:05', 'in de eerste minuten', '09:20'],
    ['10:30', 'midden in het dagdeel', '10:45'],
  ])('om %s, %s: de nieuwe krijgt meteen “Ik ben er”, en wordt pas om %s gezocht [P4, P7]', async (wall, _, late) => {
    const world = await morning(wall);
    const before = owed(world, 'dienst_onbevestigd').length;
    await replace(world, 'ines');
    expect(owed(world, 'dienst_straks')).toEqual(['p-marijke', 'p-ines']);
    const minuteBefore = at(late).subtract({ minutes: 1 }).toZonedDateTimeISO('Europe/Brussels').toPlainTime();
    await beatUntil(world, minuteBefore.toString({ smallestUnit: 'minute' }));
    expect(owed(world, 'dienst_onbevestigd')).toHaveLength(before);
    await beatUntil(world, late);
    expect(owed(world, 'dienst_onbevestigd').slice(before)).toEqual(['p-planner', 'p-marijke']);
    await beatUntil(world, '11:59');
    expect(owed(world, 'dienst_straks')).toEqual(['p-marijke', 'p-ines']);
    expect(owed(world, 'dienst_onbevestigd')).toHaveLength(before + 2);
  });

  it('wie bevestigt wordt niet gezocht; wie terugkomt krijgt geen tweede herinnering [P7]', async () => {
    const world = await morning('08:50');
    await replace(world, 'ines');
    expect(await press(world, 'ines', 'permanentie.aanwezig', MONDAY)).toMatchObject({ kind: 'replace' });
    await beatUntil(world, '09:30');
    expect(owed(world, 'dienst_onbevestigd')).toEqual([]);
    await replace(world, 'marijke');
    expect(owed(world, 'dienst_straks')).toEqual(['p-marijke', 'p-ines']);
    await beatUntil(world, '09:44');
    expect(owed(world, 'dienst_onbevestigd')).toEqual([]);
    await beatUntil(world, '09:45');
    expect(owed(world, 'dienst_onbevestigd')).toHaveLength(2);
  });

  it('ver vooruit gaat de herinnering gewoon op haar tijd [P7]', async () => {
    const world = await morning('08:31');
    await replace(world, 'ines');
    expect(owed(world, 'dienst_straks')).toEqual([]);
    await beatUntil(world, '09:15');
    expect(owed(world, 'dienst_straks')).toEqual(['p-ines']);
    expect(owed(world, 'dienst_onbevestigd')).toEqual(['p-planner', 'p-marijke']);
  });

  it('na het einde krijgt niemand nog iets [P7]', async () => {
    const world = await morning('08:50');
    world.clock.set(at('12:00'));
    expect(await replace(world, 'ines')).toMatchObject({ view: { refusal: { kind: 'dagdeel_voorbij' } } });
    expect(owed(world, 'dienst_straks')).toEqual(['p-marijke']);
  });
});
