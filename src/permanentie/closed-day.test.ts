import { describe, expect, it } from 'vitest';
import { handle } from '../bot.ts';
import type { Values } from '../intent.ts';
import { directoryWith, holidays, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { permanentieView } from './permanentie-view.ts';
import { roosterBeat } from './rooster-beat.ts';
import { weekView } from './week-views.ts';

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Brussels').toInstant();
const monday = '2022-01-10';

let deliveries = 0;
const press = (world: MemoryWorld, action: string, subject: string, values: Values = {}) =>
  handle(world, {
    delivery: `dicht-${++deliveries}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: 'groen-planner', address: 'adres-groen-planner' },
    place: 'private',
    input: { kind: 'action', action, subject, values, from: 'form' },
  });
const close = (world: MemoryWorld, values: Values = {}) =>
  press(world, 'rooster.bewaren', `LIM/${monday}/sluiten`, values);
async function closedAt(wall: string, values: Values = {}): Promise<MemoryWorld> {
  const world = memoryWorld(directoryWith([regio]), at(wall));
  await roosterBeat(world);
  expect(await close(world, values)).toMatchObject({ kind: 'answer' });
  return world;
}
const region = (world: MemoryWorld) => world.store.directory().regions.get('LIM') ?? regio;
const why = (world: MemoryWorld, wall: string, day: string | null) =>
  permanentieView(region(world), world.store.directory(), holidays, at(wall), day).waaromNiet;
const owed = (world: MemoryWorld) =>
  [...world.kept.berichten.values()].map((b) =>
    `${b.soort} ${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`.trim(),
  );

describe('een dag die in de chat gesloten is', () => {
  it('leest overal als gesloten, en weer gewoon als dat ongedaan is [P2, P4]', async () => {
    const world = await closedAt('2022-01-06T10:00');
    expect(why(world, `${monday}T10:00`, null)).toBe('feestdag');
    expect(why(world, '2022-01-06T10:00', monday)).toBe('feestdag');
    const week = () => weekView(region(world), world.store.directory(), holidays, monday).dagen[0];
    expect(week()).toEqual({ datum: monday, gesloten: true, dagdelen: [] });
    const id = region(world).uitzonderingen?.[0]?.id;
    await press(world, 'rooster.ongedaan', `LIM/${id}`);
    expect(week()).toMatchObject({ gesloten: false, dagdelen: [{}, {}] });
  });

  it('is niet gesloten als er nog een dagdeel overblijft [P4]', async () => {
    const world = await closedAt('2022-01-06T10:00', { dagdeel: ['09:00-12:00'] });
    expect(why(world, `${monday}T10:00`, null)).toBe('buiten_uren');
    await close(world, { dagdeel: ['14:00-17:00'] });
    expect(why(world, `${monday}T10:00`, null)).toBe('feestdag');
  });

  it('is geen werkdag: wat de dag voordien gezegd wordt, komt op vrijdag [P6, P7]', async () => {
    const world = await closedAt('2022-01-06T10:00');
    for (const wall of ['2022-01-07T16:00', `${monday}T09:00`, `${monday}T16:00`]) {
      world.clock.set(at(wall));
      await roosterBeat(world);
      if (wall === '2022-01-07T16:00') expect(owed(world)).toContain('dienst_morgen LIM/2022-01-11 p-ines');
    }
    expect(owed(world).filter((line) => line.startsWith('dienst_morgen LIM/2022-01-11'))).toHaveLength(1);
  });

  it('en wordt ze pas op de dag zelf gesloten, dan komt het meteen, één keer [P7]', async () => {
    const world = await closedAt(`${monday}T13:00`);
    const tomorrow = ['dienst_morgen LIM/2022-01-11 p-ines'];
    expect(owed(world).filter((line) => line.startsWith('dienst_morgen'))).toEqual(tomorrow);
    world.clock.set(at(`${monday}T16:00`));
    await roosterBeat(world);
    expect(owed(world).filter((line) => line.startsWith('dienst_morgen'))).toEqual(tomorrow);
  });
});
