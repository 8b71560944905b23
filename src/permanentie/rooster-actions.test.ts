import { describe, expect, it } from 'vitest';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { brussels as at, send as press } from '../play.fixture.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import type { Uitzondering } from './uitzondering.ts';

const THURSDAY = '2022-01-06';
const monday = '2022-01-10';

/** Opens the second page, and gives the subject its button carries. */
async function open(world: MemoryWorld, who: string, wat: string): Promise<string> {
  const outcome = await press(world, who, 'rooster.dag', 'LIM', { datum: monday, wat });
  return subjectOf(outcome);
}
function subjectOf(outcome: Outcome): string {
  if (outcome.kind !== 'form' || outcome.view.view !== 'rooster_wijziging') throw new Error(JSON.stringify(outcome));
  const { regioCode, datum, wat, gezien } = outcome.view;
  return `${regioCode}/${datum}/${wat}/${gezien}`;
}
const send = (world: MemoryWorld, who: string, subject: string, values: Values) =>
  press(world, who, 'rooster.bewaren', subject, values);

const part = { dagdeel: '09:00-12:00' };
const nine = () => memoryWorld(directoryWith([regio]), at(`${THURSDAY}T10:00`));
const changes = (world: MemoryWorld): readonly Uitzondering[] =>
  world.store.directory().regions.get('LIM')?.uitzonderingen ?? [];

describe('twee mensen wijzigen hetzelfde dagdeel', () => {
  it('laat de eerste winnen; de tweede leest wie er was en wat, en mag er dan wel over [P4]', async () => {
    const world = nine();
    const [planner, ines] = [await open(world, 'planner', 'vervangen'), await open(world, 'ines', 'sluiten')];
    world.clock.set(at(`${THURSDAY}T10:04`));
    expect(await send(world, 'ines', ines, { dagdeel: ['09:00-12:00'] })).toMatchObject({ kind: 'answer' });
    world.clock.set(at(`${THURSDAY}T10:05`));
    const again = await send(world, 'planner', planner, { ...part, wie: 'ines' });
    expect(again).toMatchObject({
      kind: 'form',
      view: {
        intussen: [{ door: 'Ines', wat: 'gesloten', op: at(`${THURSDAY}T10:04`).toString() }],
        values: { wie: 'ines' },
      },
    });
    expect(changes(world)).toHaveLength(1);
    // Closed: there is nothing at nine any more. What the form shows now is what counts from here on.
    const extra = await open(world, 'planner', 'extra');
    expect(await send(world, 'planner', extra, { van: '09:00', tot: '12:00', wie: 'ines' })).toMatchObject({
      kind: 'answer',
    });
    expect(changes(world)).toHaveLength(2);
  });

  it('toont het ook aan wie op hetzelfde ogenblik drukte, en past toe wie daarna opnieuw drukt [P4]', async () => {
    const world = nine();
    const [planner, ines] = [await open(world, 'planner', 'vervangen'), await open(world, 'ines', 'vervangen')];
    // Ines is faster between the planner's look at the rota and the commit.
    world.beforeCommit(async () => {
      expect(await send(world, 'ines', ines, { ...part, wie: 'ines' })).toMatchObject({ kind: 'answer' });
    });
    const again = await send(world, 'planner', planner, { ...part, wie: 'marijke' });
    expect(again).toMatchObject({ kind: 'form', view: { intussen: [{ door: 'Ines', wat: 'persoon', wie: 'Ines' }] } });
    expect(changes(world).map((u) => u.door)).toEqual(['p-ines']);
    expect(await send(world, 'planner', subjectOf(again), { ...part, wie: 'marijke' })).toMatchObject({
      kind: 'answer',
    });
    expect(changes(world).map((u) => u.door)).toEqual(['p-ines', 'p-planner']);
  });

  it('laat iemand met rust die een ander dagdeel van dezelfde dag wijzigt [P4]', async () => {
    const world = nine();
    const [planner, ines] = [await open(world, 'planner', 'vervangen'), await open(world, 'ines', 'sluiten')];
    await send(world, 'ines', ines, { dagdeel: ['14:00-17:00'] });
    expect(await send(world, 'planner', planner, { ...part, wie: 'ines' })).toMatchObject({ kind: 'answer' });
    expect(changes(world)).toHaveLength(2);
  });

  it('zegt niets als het dagdeel weer is zoals het was [P4]', async () => {
    const world = nine();
    const planner = await open(world, 'planner', 'vervangen');
    await send(world, 'ines', await open(world, 'ines', 'vervangen'), { ...part, wie: 'ines' });
    const [change] = changes(world);
    await press(world, 'ines', 'rooster.ongedaan', `LIM/${change?.id}`);
    expect(await send(world, 'planner', planner, { ...part, wie: 'ines' })).toMatchObject({ kind: 'answer' });
  });

  it.each([
    ['afwezig', { dagdeel: ['09:00-12:00'], vraag: 'iedereen' }],
    ['afwezig', { dagdeel: ['09:00-12:00'], vraag: 'aan:ines' }],
    ['ruilen', { dagdeel: '09:00-12:00', tegen: '2022-01-11/09:00-12:00/ines' }],
  ])('zegt aan wie %s kiest dat het dagdeel intussen van een ander is [P4]', async (wat, values) => {
    const world = nine();
    const marijke = await open(world, 'marijke', wat);
    await send(world, 'planner', await open(world, 'planner', 'vervangen'), { ...part, wie: 'ines' });
    const said = JSON.stringify(await send(world, 'marijke', marijke, values));
    expect(said).toMatch(wat === 'ruilen' ? /"kind":"intussen_gewijzigd"/ : /"intussen":\[/);
    expect(said).toMatch(/"door":"Planner"[^}]*"wie":"Ines"/);
    expect(changes(world)).toHaveLength(1);
  });

  it.each([
    ['extra', { van: '11:00', tot: '13:00', wie: 'ines' }],
    ['sluiten', {}],
  ])('ziet bij %s elk dagdeel waar het over komt [P4]', async (wat, values) => {
    const world = nine();
    const planner = await open(world, 'planner', wat);
    await send(world, 'ines', await open(world, 'ines', 'vervangen'), { ...part, wie: 'ines' });
    expect(await send(world, 'planner', planner, values)).toMatchObject({
      kind: 'form',
      view: { intussen: [{ door: 'Ines' }] },
    });
  });

  it('vraagt ruilen aan wie op het formulier stond, niet aan wie het dagdeel intussen kreeg [P4]', async () => {
    const world = nine();
    const marijke = await open(world, 'marijke', 'ruilen');
    const tuesday = await press(world, 'planner', 'rooster.dag', 'LIM', { datum: '2022-01-11', wat: 'vervangen' });
    await send(world, 'planner', subjectOf(tuesday), { ...part, wie: 'marijke' });
    expect(await send(world, 'marijke', marijke, { ...part, tegen: '2022-01-11/09:00-12:00/ines' })).toMatchObject({
      kind: 'form',
      view: { errors: { tegen: expect.stringContaining('intussen van iemand anders') } },
    });
  });
});
