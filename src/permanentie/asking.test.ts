import { describe, expect, it } from 'vitest';
import { deliver } from '../berichten/deliver.ts';
import { handle } from '../bot.ts';
import type { Values } from '../intent.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { roosterBeat } from './rooster-beat.ts';

const at = (wall: string) => Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Brussels').toInstant();
const monday = '2022-01-10';

let deliveries = 0;
const press = (world: MemoryWorld, who: string, action: string, subject: string, values: Values = {}) =>
  handle(world, {
    delivery: `vraag-${++deliveries}`,
    at: world.clock.now(),
    account: { platform: 'groen', ref: `groen-${who}`, address: `adres-groen-${who}` },
    place: 'private',
    input: { kind: 'action', action, subject, values, from: 'form' },
  });

/** Thursday before: Marijke is away on Monday morning, and asks. */
async function away(vraag: string, wall = '2022-01-06T10:00'): Promise<MemoryWorld> {
  const world = memoryWorld(directoryWith([regio]), at(wall));
  await roosterBeat(world);
  const asked = { dagdeel: ['09:00-12:00'], vraag };
  expect(await press(world, 'marijke', 'rooster.bewaren', `LIM/${monday}/afwezig`, asked)).toMatchObject({
    kind: 'answer',
  });
  return world;
}
async function beatAt(world: MemoryWorld, wall: string): Promise<void> {
  world.clock.set(at(wall));
  await roosterBeat(world);
}
const to = (world: MemoryWorld, who: string, soort: string) =>
  [...world.kept.berichten.values()].filter(
    (b) => b.soort === soort && 'persoon' in b.aan && b.aan.persoon === `p-${who}`,
  );
async function shows(world: MemoryWorld, id = '') {
  await deliver(world, id);
  return world.chats.get('groen')?.shown.get(`groen:${id}`)?.view;
}
const verzoekOf = (world: MemoryWorld) => `LIM/verzoek/${[...world.kept.verzoeken.keys()][0]}`;

describe('wie vroeg, hoort wat ervan kwam', () => {
  it('ook wie het aan iedereen vroeg: een collega nam het over [P4]', async () => {
    const world = await away('iedereen');
    await press(world, 'ines', 'rooster.overnemen', `LIM/${monday}/09:00`);
    const [told, ...more] = to(world, 'marijke', 'rooster_gewijzigd');
    expect(more).toEqual([]);
    expect(await shows(world, told?.id)).toMatchObject({
      overgenomen: [{ van: '09:00', tot: '12:00', wie: 'Ines' }],
      mijn: [{ van: '14:00', tot: '17:00' }],
    });
  });

  it('als de beheerder iemand vindt [P4]', async () => {
    const world = await away('planners');
    const values = { dagdeel: '09:00-12:00', wie: 'ines' };
    await press(world, 'planner', 'rooster.bewaren', `LIM/${monday}/vervangen`, values);
    expect(to(world, 'marijke', 'rooster_gewijzigd')).toHaveLength(1);
  });

  it('met een nieuw bericht als de collega neen zegt: het dagdeel is nog van wie vroeg [P4]', async () => {
    const world = await away('aan:ines');
    world.clock.set(at('2022-01-06T11:00'));
    await press(world, 'ines', 'rooster.weigeren', verzoekOf(world));
    const [, refused, ...more] = to(world, 'marijke', 'rooster_verzoek');
    expect(more).toEqual([]);
    expect(await shows(world, refused?.id)).toMatchObject({ stand: 'geweigerd', lezer: 'vrager' });
    expect(to(world, 'ines', 'rooster_verzoek')).toHaveLength(1);
  });
});

describe('wie niet antwoordt', () => {
  it('wordt een werkdag vooraf één keer herinnerd, en wie vroeg ook [P4]', async () => {
    const world = await away('aan:ines');
    await beatAt(world, '2022-01-07T08:59');
    expect(to(world, 'ines', 'rooster_verzoek')).toHaveLength(1);
    for (const wall of ['2022-01-07T09:00', '2022-01-07T09:01', '2022-01-09T09:00']) await beatAt(world, wall);
    for (const who of ['marijke', 'ines']) {
      const [, reminder, ...more] = to(world, who, 'rooster_verzoek');
      expect(more).toEqual([]);
      expect(await shows(world, reminder?.id)).toMatchObject({ herinnerd: true, stand: 'open' });
    }
  });

  it('hoort na een onderbreking nog iets zolang het dagdeel niet begon [P4]', async () => {
    const late = await away('aan:ines');
    await beatAt(late, '2022-01-10T08:59');
    expect(to(late, 'ines', 'rooster_verzoek')).toHaveLength(2);
    const over = await away('aan:ines');
    await beatAt(over, '2022-01-10T09:00');
    expect(to(over, 'ines', 'rooster_verzoek')).toHaveLength(1);
  });

  it('hoort niets als het antwoord er is, of de vraag pas daarna gesteld werd [P4]', async () => {
    const answered = await away('aan:ines');
    await press(answered, 'ines', 'rooster.aanvaarden', verzoekOf(answered));
    await beatAt(answered, '2022-01-07T09:00');
    expect(to(answered, 'ines', 'rooster_verzoek')).toHaveLength(1);
    const asked = await away('aan:ines', '2022-01-07T10:00');
    await beatAt(asked, '2022-01-07T10:01');
    expect(to(asked, 'ines', 'rooster_verzoek')).toHaveLength(1);
    expect(await shows(asked, to(asked, 'ines', 'rooster_verzoek')[0]?.id)).toMatchObject({ herinnerd: false });
  });
});

describe('een vraag die niet meer geldt', () => {
  it('wordt niet opnieuw gesteld: een derde nam het over, of ze is ingetrokken [P4]', async () => {
    const taken = await away('aan:ines');
    const values = { dagdeel: '09:00-12:00', wie: 'ines' };
    await press(taken, 'planner', 'rooster.bewaren', `LIM/${monday}/vervangen`, values);
    const late = await away('aan:ines');
    await beatAt(late, '2022-01-07T09:00');
    await press(late, 'marijke', 'rooster.intrekken', verzoekOf(late));
    await beatAt(taken, '2022-01-07T09:00');
    for (const who of ['marijke', 'ines']) {
      const [, reminder] = to(late, who, 'rooster_verzoek');
      expect(reminder).toBeDefined();
      expect(await shows(late, reminder?.id)).toBeUndefined();
    }
    // Who asked heard that it lapsed when it did, and nobody is reminded.
    expect(to(taken, 'marijke', 'rooster_verzoek')).toHaveLength(2);
    expect(to(taken, 'ines', 'rooster_verzoek')).toHaveLength(1);
  });
});

describe('een gat dat kort vooraf openvalt', () => {
  it('hoort ook de beheerder meteen: er komt geen melding vooraf meer [P6]', async () => {
    // Thursday: on Friday morning planners still hear of it, a working day ahead.
    expect(to(await away('iedereen', '2022-01-06T10:00'), 'planner', 'gat')).toHaveLength(0);
    const late = await away('iedereen', '2022-01-07T10:00');
    expect(to(late, 'planner', 'gat')).toHaveLength(1);
    expect(to(late, 'ines', 'gat')).toHaveLength(1);
    // While it runs, too.
    expect(to(await away('iedereen', '2022-01-10T09:30'), 'planner', 'gat_nu')).toHaveLength(1);
  });
});
