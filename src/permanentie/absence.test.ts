import { describe, expect, it } from 'vitest';
import { deliver, refresh } from '../berichten/deliver.ts';
import type { Values } from '../intent.ts';
import { brussels as at, send as press, type } from '../play.fixture.ts';
import type { View } from '../view.ts';
import { directoryWith, type MemoryWorld, memoryWorld, regio } from '../world.fixture.ts';
import { partsOf } from './save-changes.ts';

const THURSDAY = '2022-01-06T10:00';
/** Two weeks; in the second one she takes the Wednesday off the list. */
const [from, until] = ['2022-01-10', '2022-01-21'];
const subject = `LIM/${from}/afwezig/${until}`;

const start = () => memoryWorld(directoryWith([regio]), at(THURSDAY));
const first = (world: MemoryWorld, values: Values) => press(world, 'marijke', 'rooster.dag', 'LIM', values);
const changes = (world: MemoryWorld) => world.store.directory().regions.get('LIM')?.uitzonderingen ?? [];
const parts = (world: MemoryWorld, datum: string) => {
  const region = world.store.directory().regions.get('LIM');
  return region ? partsOf({ world }, region, datum) : [];
};

async function offered(world: MemoryWorld): Promise<string[]> {
  const form = await first(world, { datum: from, tot: until, wat: 'afwezig' });
  if (form.kind !== 'form' || form.view.view !== 'rooster_wijziging') throw new Error(JSON.stringify(form));
  return form.view.dagdelen.map((d) => d.value);
}
/** Away for two weeks, everybody is asked. */
async function away(vraag = 'iedereen', without = '2022-01-19/09:00-12:00'): Promise<MemoryWorld> {
  const world = start();
  const dagdeel = (await offered(world)).filter((value) => value !== without);
  expect(await press(world, 'marijke', 'rooster.bewaren', subject, { dagdeel, vraag })).toMatchObject({
    kind: 'answer',
  });
  return world;
}
const told = (world: MemoryWorld, who: string) =>
  [...world.kept.berichten.values()].filter((b) => 'persoon' in b.aan && b.aan.persoon === `p-${who}`);
async function card(world: MemoryWorld, who: string): Promise<Extract<View, { view: 'gaten' }>> {
  const [bericht] = told(world, who).filter((b) => b.soort === 'gaten');
  await deliver(world, bericht?.id ?? '');
  const view = world.chats.get('groen')?.shown.get(`groen:${bericht?.id}`)?.view;
  if (view?.view !== 'gaten') throw new Error(`${who} has no card: ${JSON.stringify(bericht)}`);
  return view;
}

describe('weg van … tot en met …', () => {
  it('biedt al wie haar dagdelen in die periode zijn, ook de telefoonroute, en duidt ze allemaal aan [P1, P4]', async () => {
    const world = start();
    const form = await first(world, { datum: from, tot: until, wat: 'afwezig' });
    const mine = ['10', '12', '13', '17', '19', '20'].map((d) => `2022-01-${d}/09:00-12:00`);
    const values = await offered(world);
    expect(values.filter((v) => v.endsWith('12:00'))).toEqual(mine);
    expect(values.filter((v) => v.endsWith('17:00')).length).toBeGreaterThan(0);
    expect(form).toMatchObject({ view: { tot: until, values: { dagdeel: values }, collegas: [] } });
  });

  it('wordt aan elke collega in één bericht gezegd, dat volgt wie wat overneemt [P4]', async () => {
    const world = await away();
    expect(told(world, 'ines').map((b) => b.soort)).toEqual(['gaten']);
    expect(told(world, 'marijke')).toEqual([]);
    const before = await card(world, 'ines');
    expect(before).toMatchObject({ wie: 'Marijke', van: from, tot: '2022-01-20', ingevuld: [] });
    const [part] = before.vrij;
    expect(part).toMatchObject({ datum: from, overnemen: `LIM/${from}/09:00` });
    await press(world, 'ines', 'rooster.overnemen', part?.overnemen ?? '');
    const [onderwerp] = told(world, 'ines').map((b) => b.onderwerp);
    expect(world.kept.refreshed).toContain(onderwerp);
    await refresh(world, onderwerp ?? '');
    const after = await card(world, 'ines');
    expect(after.vrij).toHaveLength(before.vrij.length - 1);
    expect(after.ingevuld).toEqual([{ datum: from, van: '09:00', tot: '12:00', wie: 'Ines' }]);
    expect(told(world, 'marijke').map((b) => b.soort)).toEqual(['rooster_gewijzigd']);
  });

  it('laat het aan de beheerder als ze dat vraagt; die kan niet zelf overnemen [P4, P6]', async () => {
    const world = await away('planners');
    expect(told(world, 'ines')).toEqual([]);
    expect((await card(world, 'planner')).vrij.every((p) => p.overnemen === null)).toBe(true);
  });

  it('is één wijziging met één ongedaan maken; wat overgenomen is, blijft zo [P4]', async () => {
    const world = await away();
    await press(world, 'ines', 'rooster.overnemen', `LIM/${from}/09:00`);
    const list = await type(world, 'marijke', 'permanentie wijzigingen');
    const aantal = changes(world).filter((u) => u.wat.kind === 'open').length;
    expect(list).toMatchObject({
      view: {
        totaal: 2,
        wijzigingen: [
          { aantal, totDatum: '2022-01-20' },
          { aantal: 1, wat: 'Ines' },
        ],
      },
    });
    const [absence] = changes(world);
    await press(world, 'planner', 'rooster.ongedaan', `LIM/${absence?.id}`);
    expect(parts(world, from)[0]).toMatchObject({ wie: 'Ines' });
    expect(parts(world, '2022-01-12')[0]).toMatchObject({ wie: 'Marijke' });
    // Who was away hears it once, not once a day.
    expect(told(world, 'marijke').map((b) => b.soort)).toEqual(['rooster_gewijzigd', 'gaten']);
    expect(await card(world, 'marijke')).toMatchObject({ eigen: true, terug: 'Planner' });
    expect(await press(world, 'planner', 'rooster.ongedaan', `LIM/${absence?.id}`)).toMatchObject({
      view: { refusal: { kind: 'al_ongedaan' } },
    });
  });

  it('geeft wie vroeger terug is de dagen die nog komen [P4]', async () => {
    const world = await away();
    world.clock.set(at('2022-01-14T10:00'));
    const [absence] = changes(world);
    expect(await press(world, 'marijke', 'rooster.ongedaan', `LIM/${absence?.id}`)).toMatchObject({ kind: 'replace' });
    expect(parts(world, from)[0]).toMatchObject({ wie: null });
    expect(parts(world, '2022-01-17')[0]).toMatchObject({ wie: 'Marijke' });
  });

  it('toont wat een collega intussen op één van die dagen deed [P4]', async () => {
    const world = start();
    const dagdeel = await offered(world);
    const values = { dagdeel: '09:00-12:00', wie: 'ines' };
    await press(world, 'planner', 'rooster.bewaren', 'LIM/2022-01-12/vervangen', values);
    const again = await press(world, 'marijke', 'rooster.bewaren', subject, { dagdeel, vraag: 'iedereen' });
    expect(again).toMatchObject({ kind: 'form', view: { intussen: [{ datum: '2022-01-12', door: 'Planner' }] } });
    expect(changes(world)).toHaveLength(1);
    // A second press, of a form that is still open: it is hers no more.
    const other = await away();
    const all = changes(other).length;
    await press(other, 'marijke', 'rooster.bewaren', subject, { dagdeel, vraag: 'iedereen' });
    expect(changes(other)).toHaveLength(all);
  });

  it.each([
    [{ datum: from, tot: '2022-01-07', wat: 'afwezig' }, 'een dag na de eerste'],
    [{ datum: from, tot: '2022-03-13', wat: 'afwezig' }, 'langer dan twee maanden'],
    [{ datum: from, tot: 'ooit', wat: 'afwezig' }, 'een dag na de eerste'],
    [{ datum: from, tot: until, wat: 'vervangen' }, 'enkel bij “Ik ben er niet”'],
  ])('vraagt opnieuw bij %o [P4]', async (values, words) => {
    expect(await first(start(), values)).toMatchObject({
      kind: 'form',
      view: { view: 'rooster_dag', values, errors: { tot: expect.stringContaining(words) } },
    });
  });

  it('zegt het als ze die periode niet op het rooster staat [P4]', async () => {
    const outcome = await first(start(), { datum: '2022-01-15', tot: '2022-01-16', wat: 'afwezig' });
    expect(outcome).toMatchObject({ view: { refusal: { kind: 'geen_dagdeel', tot: '2022-01-16' } } });
  });

  it('is niet voor wie het rooster niet plant [P4]', async () => {
    expect(await press(start(), 'melder', 'rooster.bewaren', subject)).toMatchObject({
      view: { refusal: { kind: 'geen_recht' } },
    });
  });
});

describe('de lijst van wijzigingen', () => {
  it('heeft pagina’s; ongedaan maken blijft op dezelfde [P4]', async () => {
    const world = start();
    const day = (n: number) => Temporal.PlainDate.from('2022-02-01').add({ days: n }).toString();
    const extra = { van: '20:00', tot: '21:00', wie: 'ines' };
    let answer = await press(world, 'planner', 'rooster.bewaren', `LIM/${day(0)}/extra`, extra);
    for (let n = 1; n < 25; n++)
      answer = await press(world, 'planner', 'rooster.bewaren', `LIM/${day(n)}/extra`, extra);
    // The answer to a change shows that change.
    expect(answer).toMatchObject({ view: { vanaf: 20, totaal: 25 } });
    const second = await press(world, 'planner', 'permanentie.tonen', 'LIM/wijzigingen/10');
    expect(second).toMatchObject({ view: { vanaf: 10, wijzigingen: { 0: { datum: day(10) } } } });
    const id = changes(world).find((u) => u.datum === day(12))?.id;
    expect(await press(world, 'planner', 'rooster.ongedaan', `LIM/${id}`)).toMatchObject({
      kind: 'replace',
      view: { vanaf: 10, totaal: 24 },
    });
    expect(await type(world, 'planner', 'permanentie wijzigingen 9000')).toMatchObject({ view: { vanaf: 20 } });
    expect(await type(world, 'melder', 'permanentie wijzigingen')).not.toMatchObject({
      view: { view: 'rooster_wijzigingen' },
    });
  });
});
