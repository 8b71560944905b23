import { describe, expect, it } from 'vitest';
import { put, wachtend } from '../casus/casus.fixture.ts';
import type { Casus } from '../casus/casus.ts';
import { brussels as at } from '../play.fixture.ts';
import { account, directoryWith, type MemoryWorld, memoryWorld, people, regio } from '../world.fixture.ts';
import { followTemplate } from './follow-rota.ts';
import { roosterBeat } from './rooster-beat.ts';
import type { Uitzondering } from './uitzondering.ts';

const FRIDAY_EVENING = at('2022-01-07T18:00');

const withEls = [
  ...people,
  ...people.slice(0, 1).map((p) => ({ ...p, id: 'p-els', naam: 'Els', email: 'els@example.org' })),
];
const els = { id: 'els', naam: 'Els', email: 'els@example.org', rollen: ['casuscoordinator' as const] };
/** Limburg with a third coordinator, who has no day part of her own; these cannot be reached. */
const withThree = (...gone: string[]) =>
  directoryWith(
    [{ ...regio, personen: [...regio.personen, els] }],
    withEls,
    withEls.map((p) => account(p.id.slice(2), 'groen', !gone.includes(p.id))),
  );

/** Friday evening: it waits for Marijke, who is on duty on Monday morning. */
async function waiting(more: Partial<Casus> = {}, directory = directoryWith()): Promise<MemoryWorld> {
  const world = memoryWorld(directory, FRIDAY_EVENING);
  await put(world, { ...wachtend, aangemeldOp: FRIDAY_EVENING, ...more });
  await beatAt(world, '2022-01-07T18:01');
  return world;
}
async function beatAt(world: MemoryWorld, wall: string): Promise<void> {
  world.clock.set(at(wall));
  await roosterBeat(world);
}
async function save(world: MemoryWorld, change: Uitzondering): Promise<void> {
  const was = world.store.directory().version;
  expect(await world.store.commit({ uitzonderingen: { was, save: [change] }, audit: [] })).toEqual({ kind: 'ok' });
}
const mondayMorning = (wat: Uitzondering['wat'], op: string): Uitzondering => ({
  id: `u-${op}`,
  regio: 'LIM',
  datum: '2022-01-10',
  van: '09:00',
  tot: '12:00',
  wat,
  groep: null,
  door: 'p-ines',
  op: at(op),
  ongedaan: null,
});
const change = (day: string, wat: Uitzondering['wat'], op: string): Uitzondering => ({
  ...mondayMorning(wat, op),
  id: `u-${day}-${op}`,
  datum: day,
  van: '00:00',
  tot: '24:00',
});
const byInes = mondayMorning({ kind: 'persoon', persoon: 'ines' }, '2022-01-09T15:00');
const contact = (world: MemoryWorld) => world.kept.casussen.get('casus-1')?.aanspreekpunt;
const told = (world: MemoryWorld) =>
  [...world.kept.berichten.values()]
    .filter((b) => b.casusId !== null)
    .map((b) => `${b.onderwerp} ${'persoon' in b.aan ? b.aan.persoon : ''}`);

describe('wat wacht, volgt het rooster', () => {
  it('gaat naar wie het dagdeel overnam, die het hoort, en de aanmelder ook [A1, P4]', async () => {
    const world = await waiting();
    await save(world, byInes);
    await beatAt(world, '2022-01-09T15:01');
    await beatAt(world, '2022-01-09T15:02');
    expect(contact(world)).toBe('p-ines');
    expect(told(world).slice(2)).toEqual([
      'kaart p-ines',
      'nieuw_aanspreekpunt p-melder',
      'nieuw_aanspreekpunt p-marijke',
    ]);
    expect(world.kept.gebeurtenissen.at(-1)).toMatchObject({ soort: 'doorgegeven', door: null, betreft: 'p-ines' });
    expect(world.kept.refreshed).toContain('casus-1');
  });

  it('komt terug als die wijziging ongedaan gemaakt wordt, met een bericht [P4]', async () => {
    const world = await waiting();
    await save(world, byInes);
    await beatAt(world, '2022-01-09T15:01');
    await save(world, { ...byInes, ongedaan: { door: 'p-ines', op: at('2022-01-09T16:00') } });
    await beatAt(world, '2022-01-09T16:01');
    expect(contact(world)).toBe('p-marijke');
    expect(told(world)).toContain('teruggegeven p-marijke');
  });

  it('is nieuw voor wie het nooit had, en wie het verliest, hoort dat [A3, P4]', async () => {
    const world = await waiting({}, withThree());
    await save(world, change('2022-01-10', { kind: 'open' }, '2022-01-09T15:00'));
    await beatAt(world, '2022-01-09T15:01');
    expect(contact(world)).toBe('p-ines');
    await save(world, change('2022-01-10', { kind: 'persoon', persoon: 'els' }, '2022-01-09T16:00'));
    await beatAt(world, '2022-01-09T16:01');
    expect(contact(world)).toBe('p-els');
    expect(told(world).slice(5)).toEqual(['kaart p-els', 'nieuw_aanspreekpunt p-melder', 'nieuw_aanspreekpunt p-ines']);
    // Back to Ines, who had it.
    await save(world, change('2022-01-10', { kind: 'open' }, '2022-01-09T17:00'));
    await beatAt(world, '2022-01-09T17:01');
    expect(told(world)).toContain('teruggegeven p-ines');
  });

  it('zegt wie het zelf meldde maar één keer dat het naar een collega gaat [A3]', async () => {
    const world = await waiting({ aanmelder: 'p-marijke' });
    await save(world, byInes);
    await beatAt(world, '2022-01-09T15:01');
    expect(told(world).slice(2)).toEqual(['kaart p-ines', 'nieuw_aanspreekpunt p-marijke']);
  });

  it('wacht op wie de eerste is die wel komt, zolang niemand het overneemt [P2, P4]', async () => {
    const world = await waiting();
    await save(world, mondayMorning({ kind: 'open' }, '2022-01-09T15:00'));
    await save(world, {
      ...mondayMorning({ kind: 'gesloten' }, '2022-01-09T15:01'),
      van: '14:00',
      tot: '17:00',
    });
    await beatAt(world, '2022-01-09T15:02');
    // Tuesday is hers.
    expect(contact(world)).toBe('p-ines');
  });

  it('verhuist ook terwijl het dagdeel loopt, maar niet meer als iemand het opnam [A3, P4]', async () => {
    const open = await waiting();
    await beatAt(open, '2022-01-10T09:10');
    await save(open, mondayMorning({ kind: 'persoon', persoon: 'ines' }, '2022-01-10T09:30'));
    await beatAt(open, '2022-01-10T09:31');
    expect(contact(open)).toBe('p-ines');
    const taken = await waiting({ stand: 'opgenomen' });
    await save(taken, byInes);
    await beatAt(taken, '2022-01-09T15:01');
    expect(contact(taken)).toBe('p-marijke');
  });

  it('laat waar het is wat naar een collega ging omdat iemand niet bereikbaar was [A1]', async () => {
    const world = await waiting({ aanspreekpunt: 'p-ines' });
    await beatAt(world, '2022-01-09T15:01');
    expect(contact(world)).toBe('p-ines');
    // And when Marijke cannot be reached later on, that is found out when something is sent to her.
    const other = await waiting();
    other.know(
      directoryWith(
        [regio],
        people,
        people.map((p) => account(p.id.slice(2), 'groen', p.id !== 'p-marijke')),
      ),
    );
    await beatAt(other, '2022-01-09T15:01');
    expect(contact(other)).toBe('p-marijke');
  });

  it('blijft bij die collega als die een andere dag ruilt, en volgt wie het dagdeel zelf overneemt [A1, P4]', async () => {
    // Marijke cannot be reached: Ines got it, found by her part on Tuesday.
    const world = await waiting({ aanspreekpunt: 'p-ines' }, withThree('p-marijke'));
    await save(world, change('2022-01-11', { kind: 'persoon', persoon: 'els' }, '2022-01-09T15:00'));
    await beatAt(world, '2022-01-09T15:01');
    expect(contact(world)).toBe('p-ines');
    await save(world, change('2022-01-10', { kind: 'persoon', persoon: 'els' }, '2022-01-09T16:00'));
    await beatAt(world, '2022-01-09T16:01');
    expect(contact(world)).toBe('p-els');
  });

  it('volgt ook een wijziging van hetzelfde ogenblik, waarvan de aanmelding nog niets wist [A1, P4]', async () => {
    const away = change('2022-01-10', { kind: 'open' }, '2022-01-10T10:00');
    // The press came in first, the aanmelding was saved first; or a change bears the time of a clock that is ahead.
    for (const seconds of [1, -10]) {
      const world = await waiting({ aangemeldOp: away.op.add({ seconds }) });
      await save(world, away);
      await beatAt(world, '2022-01-10T10:01');
      expect(contact(world)).toBe('p-ines');
    }
  });

  it('komt terug na ongedaan maken, ook als de klok van wie wijzigde voorliep [P4]', async () => {
    const world = await waiting();
    const ahead = { ...byInes, op: byInes.op.add({ seconds: 70 }) };
    await save(world, ahead);
    await beatAt(world, '2022-01-09T15:01');
    expect(contact(world)).toBe('p-ines');
    await save(world, { ...ahead, ongedaan: { door: 'p-ines', op: at('2022-01-09T16:00') } });
    await beatAt(world, '2022-01-09T16:01');
    expect(contact(world)).toBe('p-marijke');
  });

  it('volgt ook het dagdeel waarin het teruggegeven werd [A3, P4]', async () => {
    const world = await waiting();
    await world.store.commit({
      gebeurtenissen: [
        { casusId: 'casus-1', op: at('2022-01-10T14:50'), soort: 'opgenomen', door: 'p-ines' },
        { casusId: 'casus-1', op: at('2022-01-10T15:00'), soort: 'teruggegeven', door: 'p-ines', betreft: 'p-marijke' },
      ],
      audit: [],
    });
    await save(world, {
      ...mondayMorning({ kind: 'eigenaar', persoon: 'ines' }, '2022-01-10T15:30'),
      van: '14:00',
      tot: '17:00',
    });
    await beatAt(world, '2022-01-10T15:31');
    expect(contact(world)).toBe('p-ines');
    expect(told(world)).toContain('teruggegeven p-ines');
  });

  it('gaat naar wie het dagdeel in een nieuw rooster doet, en volgt daarna gewoon verder [A1, P3, P4]', async () => {
    const world = await waiting();
    const permanentie = regio.permanentie.map((t) => ({
      ...t,
      dagdelen: t.dagdelen.map((d) =>
        d.dag === 'ma' && d.van === '09:00' ? { dag: d.dag, van: d.van, tot: d.tot, persoon: 'ines' } : d,
      ),
    }));
    const next = { ...regio, permanentie };
    world.know(directoryWith([next], people, undefined, 2));
    world.clock.set(at('2022-01-08T11:00'));
    await followTemplate(world, regio);
    expect(contact(world)).toBe('p-ines');
    expect(told(world).slice(2)).toEqual([
      'kaart p-ines',
      'nieuw_aanspreekpunt p-melder',
      'nieuw_aanspreekpunt p-marijke',
    ]);
    // What is already with its own stays, and a change by hand is followed from there.
    await followTemplate(world, next);
    expect(told(world)).toHaveLength(5);
    await save(world, mondayMorning({ kind: 'persoon', persoon: 'marijke' }, '2022-01-09T15:00'));
    await beatAt(world, '2022-01-09T15:01');
    expect(contact(world)).toBe('p-marijke');
  });

  it('blijft bij wie het kreeg door een mens, ook onder een nieuw rooster [A3]', async () => {
    const world = await waiting({ aanspreekpunt: 'p-planner' });
    const leaving = regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-08' } : p));
    world.know(directoryWith([{ ...regio, personen: leaving }], people, undefined, 2));
    await followTemplate(world, regio);
    expect(contact(world)).toBe('p-planner');
  });

  it('beslist opnieuw als iemand net sneller was', async () => {
    const world = await waiting();
    await save(world, byInes);
    const was = world.kept.casussen.get('casus-1');
    if (!was) throw new Error('no case');
    world.clock.set(at('2022-01-09T15:02'));
    world.beforeCommit(async () => {
      const next = { ...was, stand: 'opgenomen' as const, versie: was.versie + 1 };
      await world.store.commit({ casus: { next, was: was.versie }, audit: [] });
    });
    await roosterBeat(world);
    await beatAt(world, '2022-01-09T15:03');
    expect(world.kept.casussen.get('casus-1')).toMatchObject({ aanspreekpunt: 'p-marijke', stand: 'opgenomen' });
  });
});
