import { expect, it } from 'vitest';
import type { Casus } from '../../src/casus/casus.ts';
import type { Termijn } from '../../src/casus/termijn.ts';
import type { Store } from '../../src/ports.ts';
import type { Boeking } from '../../src/rugzak/boeking.ts';
import { rugzak } from '../../src/rugzak/rugzak.fixture.ts';
import { memoryWorld } from '../../src/world.fixture.ts';
import { aCasus, anAanmeldingCommit, aTermijn, auditEntry, noon } from '../../test/database-fixtures.ts';
import { eachDatabase } from '../../test/databases.ts';
import { readMigrations } from './migrations.ts';

/** A case as it is after its first day, with a rugzak and a clock of its money. */
async function put(store: Store, id: string, more: Partial<Casus>, klok: Partial<Termijn> | null, met = true) {
  const prefix = more.regio === 'ANT' ? 'ANT-2026' : 'LIM-2026';
  await store.commit(anAanmeldingCommit(id, { newCasus: { casus: aCasus(id), prefix }, berichten: [], termijnen: [] }));
  const casus = await store.casusById(id);
  if (!casus) throw new Error('no case');
  const termijnen = klok ? [aTermijn(id, { volgende: null, ...klok })] : [];
  await store.commit({
    casus: { next: { ...casus, versie: 2, stand: 'opgenomen', ...more }, was: 1 },
    termijnen,
    ...(met && { rugzak: { next: { ...rugzak, casusId: id }, regio: 'LIM', boekingen: [], budget: new Map() } }),
    audit: [auditEntry()],
  });
}

async function filled(store: Store): Promise<Store> {
  const day = (n: number) => noon.add({ hours: 24 * n });
  const factuur = (n: number): Partial<Termijn> => ({ soort: 'factuur', over: 'f-1', einde: day(n) });
  await put(store, 'c-01', {}, { soort: 'rugzak_einde', einde: day(30) });
  await put(store, 'c-02', { stand: 'afgesloten' }, factuur(-3));
  await put(store, 'c-03', { stand: 'afgesloten' }, { ...factuur(-9), gestopt: { op: noon, reden: 'betaald' } });
  await put(store, 'c-04', { stand: 'teruggekoppeld', uitkomst: 'advies' }, null);
  await put(store, 'c-05', {}, null, false);
  const bewijs: Partial<Termijn> = { soort: 'bewijs', over: '2026K2', einde: day(-5) };
  await put(store, 'c-06', { aanspreekpunt: 'p-ines', betrokkenen: ['p-marijke'] }, bewijs);
  await put(store, 'c-07', { regio: 'ANT', aanspreekpunt: 'p-ines', stand: 'ingetrokken' }, factuur(-7));
  await put(store, 'c-08', { stand: 'ingetrokken' }, null);
  const rest: Partial<Termijn> = { soort: 'te_factureren', over: 'a-1', einde: day(-1) };
  await put(store, 'c-11', { stand: 'ingetrokken' }, rest);
  // Not one of money; and money that is not late.
  await put(store, 'c-09', { aanspreekpunt: 'p-ines' }, { soort: 'evaluatie', einde: day(-20) });
  await put(store, 'c-10', { aanspreekpunt: 'p-ines' }, factuur(2));
  return store;
}

const mine = async (store: Store, who: string, limit = 20) => (await store.rugzakkenVan(who, limit)).map((c) => c.id);

async function check(store: Store) {
  // Of ended cases only those where something is to be done; those with a date first.
  const list = await mine(store, 'p-marijke');
  expect(list.slice(0, 4)).toEqual(['c-06', 'c-02', 'c-11', 'c-01']);
  expect(list.slice(4)).toEqual(['c-04']);
  expect(await mine(store, 'p-marijke', 2)).toEqual(['c-06', 'c-02']);
  expect(await mine(store, 'p-aanmelder')).toEqual([]);
  const late = await store.geldTeLaat('LIM', noon, 1);
  expect(late.aantal).toEqual({ te_factureren: 1, factuur: 1, bewijs: 1 });
  expect(late.regels).toEqual([
    {
      casusId: 'c-06',
      referentie: expect.stringContaining('LIM-2026-'),
      soort: 'bewijs',
      over: '2026K2',
      einde: noon.subtract({ hours: 120 }),
      aanspreekpunt: 'p-ines',
    },
  ]);
  expect((await store.geldTeLaat('LIM', noon, 8)).regels.map((r) => r.casusId)).toEqual(['c-06', 'c-02', 'c-11']);
  expect(await store.geldTeLaat('BRU', noon, 8)).toEqual({
    regels: [],
    aantal: { te_factureren: 0, factuur: 0, bewijs: 0 },
  });
}

eachDatabase((_name, open) => {
  it('vindt iemands rugzakken en wat te laat is, ook van wat afgelopen is [B7]', async () => {
    await check(await filled((await open()).store));
  });

  it('geeft bij een nieuwe versie ook een klok aan wat al vastligt, van een afgesloten casus ook [B7]', async () => {
    const { store, database } = await open();
    await put(store, 'c-1', {}, null);
    const line = (id: string, aanvraagId: string, van: Boeking['van'], naar: Boeking['naar']): Boeking => ({
      ...{ id, casusId: 'c-1', aanvraagId, factuurId: null, van, naar, categorie: 'vervoer', cents: 1000 },
      ...{ jaar: 2020, door: 'p-ines', op: Temporal.Instant.from('2020-01-15T10:00:00Z'), datum: '2020-01-15' },
      corrigeert: null,
    });
    const approved = (id: string) => [
      line(`${id}1`, id, null, 'aangevraagd'),
      line(`${id}2`, id, 'aangevraagd', 'vastgelegd'),
    ];
    const boekingen = [...approved('a'), ...approved('b'), line('b3', 'b', 'vastgelegd', null)];
    const casus = await store.casusById('c-1');
    if (!casus) throw new Error('no case');
    await store.commit({
      casus: { next: { ...casus, versie: 3, stand: 'afgesloten' }, was: 2 },
      rugzak: { next: { ...rugzak, casusId: 'c-1' }, regio: 'LIM', boekingen, budget: new Map() },
      audit: [],
    });
    const sql = (await readMigrations()).find((m) => m.name.endsWith('te_factureren'))?.sql ?? '';
    await database.executor.executeSql(sql);
    const midnight = Temporal.ZonedDateTime.from('2020-08-15T00:00[Europe/Brussels]').toInstant();
    expect((await store.geldTeLaat('LIM', noon, 8)).regels).toMatchObject([
      { casusId: 'c-1', soort: 'te_factureren', over: 'a', einde: midnight },
    ]);
    const [clock] = (await store.termijnen('c-1')).filter((t) => t.soort === 'te_factureren');
    expect(clock?.ladder).toEqual([{ op: clock?.volgende, soort: 'herinnering', aan: 'aanspreekpunt' }]);
    const at = clock?.volgende?.toZonedDateTimeISO('Europe/Brussels');
    expect(at?.hour).toBe(9);
    expect(at?.dayOfWeek).toBeLessThan(6);
  });
});

it('doet in het geheugen hetzelfde [B7]', async () => {
  await check(await filled(memoryWorld().store));
});
