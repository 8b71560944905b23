import { expect, it } from 'vitest';
import type { Uitzondering } from '../../src/permanentie/uitzondering.ts';
import { aRegion, auditEntry } from '../../test/database-fixtures.ts';
import { eachDatabase, silent, type TestDatabase, testKeys } from '../../test/databases.ts';
import { createStore } from './create-store.ts';
import { openDatabase } from './open-database.ts';

const change = (id: string, datum: string, over: Partial<Uitzondering> = {}): Uitzondering => ({
  id,
  regio: 'LIM',
  datum,
  van: '09:00',
  tot: '12:00',
  wat: { kind: 'persoon', persoon: 'ines' },
  groep: null,
  door: 'p-marijke',
  op: Temporal.Instant.from('2026-11-02T08:00:00Z'),
  ongedaan: null,
  ...over,
});

const save = ({ store }: Pick<TestDatabase, 'store'>, ...changes: Uitzondering[]) =>
  store.commit({ uitzonderingen: { was: store.directory().version, save: changes }, audit: [auditEntry()] });

const held = ({ store }: Pick<TestDatabase, 'store'>, code = 'LIM') =>
  store
    .directory()
    .regions.get(code)
    ?.uitzonderingen?.map((u) => u.id) ?? [];

eachDatabase((name, open) => {
  it('keeps about a year of changes to the rota in memory, and answers for a day long ago from the database [P3, P4]', async () => {
    const test = await open();
    for (const code of ['LIM', 'ANT'])
      await test.store.commit({ region: { next: aRegion({ code }), by: 'p-1' }, audit: [auditEntry()] });
    await save(test, change('lang-geleden', '2023-03-07'), change('ernaast', '2023-09-07'));
    await save(test, change('elders', '2023-03-07', { regio: 'ANT' }));
    await save(test, change('vorige-maand', '2026-10-07'), change('straks', '2027-03-07'));

    const again = await createStore({ ...test, queue: test.jobs, log: silent });
    expect(held({ store: again })).toEqual(['straks', 'vorige-maand']);
    const then = await again.regionAround('LIM', '2023-03-09');
    expect(then?.uitzonderingen).toEqual([change('lang-geleden', '2023-03-07')]);
    expect(then?.naam).toBe(aRegion().naam);
    expect(await again.regionAround('LIM', '2026-10-07')).toBe(again.directory().regions.get('LIM'));
    expect(await again.regionAround('XXX', '2023-03-09')).toBeUndefined();
  });

  it('leaves a region as it is, the same object, when something else changed', async () => {
    const test = await open();
    for (const code of ['LIM', 'ANT'])
      await test.store.commit({ region: { next: aRegion({ code }), by: 'p-1' }, audit: [auditEntry()] });
    const before = test.store.directory();
    await save(test, change('u-1', '2026-11-09'));
    const after = test.store.directory();
    expect(after.regions.get('ANT')).toBe(before.regions.get('ANT'));
    expect(after.persons).toBe(before.persons);
    expect(held(test)).toEqual(['u-1']);
    await save(test, change('u-1', '2026-11-09', { ongedaan: { door: 'p-ines', op: test.clock.now() } }));
    await save(test, change('u-0', '2026-11-10'));
    // As it is read at the next start: two of one moment by their id.
    expect(held(test)).toEqual(['u-0', 'u-1']);
    const again = await createStore({ ...test, queue: test.jobs, log: silent });
    expect(again.directory()).toEqual(test.store.directory());
  });

  it('keeps no reminder that was worked out on a rota from before a change [P4, P7]', async () => {
    const test = await open();
    await test.store.commit({ region: { next: aRegion(), by: 'p-1' }, audit: [auditEntry()] });
    const directory = test.store.directory().version;
    const tot = test.clock.now();
    const beaten = (was: typeof tot | null, version: number) =>
      test.store.commit({ rooster: { regio: 'LIM', was, tot, directory: version }, audit: [] });
    await save(test, change('u-1', '2026-11-09'));
    expect(await beaten(null, directory)).toEqual({ kind: 'verouderd' });
    expect((await test.store.roosterTot()).size).toBe(0);
    expect(await beaten(null, directory + 1)).toEqual({ kind: 'ok' });
    expect(await test.store.roosterTot()).toEqual(new Map([['LIM', tot]]));
  });

  it.runIf(name === 'PostgreSQL')('reads only what another replica changed, and nothing twice', async () => {
    const one = await open();
    for (const code of ['LIM', 'ANT'])
      await one.store.commit({ region: { next: aRegion({ code }), by: 'p-1' }, audit: [auditEntry()] });
    const database = await openDatabase({ url: one.url ?? '', keys: testKeys, log: silent });
    const two = await createStore({ database, queue: one.jobs, clock: one.clock, log: silent });
    const antwerp = two.directory().regions.get('ANT');

    await save(one, change('u-1', '2026-11-09'));
    expect(await two.refreshDirectory()).toBe(true);
    expect(two.directory()).toEqual(one.store.directory());
    expect(two.directory().regions.get('ANT')).toBe(antwerp);
    await save(one, change('u-1', '2026-11-09', { ongedaan: { door: 'p-ines', op: one.clock.now() } }));
    await one.store.commit({ region: { next: aRegion({ naam: 'Nieuw' }), by: 'p-1' }, audit: [auditEntry()] });
    // Decided on what it knew: the other was first, and it finds out by that.
    expect(await save({ store: two }, change('u-2', '2026-11-10'))).toEqual({ kind: 'verouderd' });
    expect(two.directory()).toEqual(one.store.directory());
    expect((await save({ store: two }, change('u-2', '2026-11-10'))).kind).toBe('ok');
    expect(held({ store: two })).toEqual(['u-1', 'u-2']);
    expect(await two.refreshDirectory()).toBe(false);
    await database.close();
  });
});
