import { expect, it } from 'vitest';
import type { Boeking } from '../../src/rugzak/boeking.ts';
import { rugzak } from '../../src/rugzak/rugzak.fixture.ts';
import { aCasus, anAanmeldingCommit, auditEntry, noon } from '../../test/database-fixtures.ts';
import { eachDatabase, type TestDatabase } from '../../test/databases.ts';

const line = (casusId: string, id: string, cents: number, more: Partial<Boeking> = {}): Boeking => ({
  id: `${casusId}-${id}`,
  casusId,
  aanvraagId: `a-${casusId}`,
  factuurId: null,
  van: null,
  naar: 'vastgelegd',
  categorie: 'begeleiding',
  cents,
  jaar: 2026,
  datum: '2026-11-02',
  door: 'p-ines',
  op: noon,
  corrigeert: null,
  ...more,
});

const book = async (
  { store }: Pick<TestDatabase, 'store'>,
  casusId: string,
  boekingen: Boeking[],
  budget = 1_000_000,
) => {
  const casus = await store.casusById(casusId);
  if (!casus) throw new Error('no case');
  return store.commit({
    casus: { next: { ...casus, versie: casus.versie + 1 }, was: casus.versie },
    rugzak: { next: { ...rugzak, casusId }, regio: 'LIM', boekingen, budget: new Map([[2026, budget]]) },
    audit: [auditEntry()],
  });
};

eachDatabase((_name, open) => {
  const withCases = async (count: number) => {
    const test = await open();
    for (let n = 0; n < count; n++)
      await test.store.commit(
        anAanmeldingCommit(`c-${n}`, { newCasus: { casus: aCasus(`c-${n}`), prefix: 'LIM-2026' } }),
      );
    return test;
  };

  it('keeps means and ledger as they were written, and sums by month', async () => {
    const test = await withCases(1);
    const lines = [
      line('c-0', '1', 50_000, { naar: 'aangevraagd' }),
      line('c-0', '2', 50_000, { van: 'aangevraagd' }),
      line('c-0', '3', 20_000, { van: 'vastgelegd', naar: 'gefactureerd', factuurId: 'f-1', datum: '2026-12-01' }),
      line('c-0', '4', 1_234, { van: 'gefactureerd', naar: 'betaald', jaar: 2027, categorie: 'verblijf' }),
    ];
    expect(await book(test, 'c-0', lines)).toEqual({ kind: 'ok' });
    expect(await test.store.rugzak('c-0')).toEqual({ ...rugzak, casusId: 'c-0' });
    expect(await test.store.boekingen('c-0')).toEqual(lines);
    expect(await test.store.rugzakJaren('LIM')).toEqual(new Map([[2026, 50_000]]));
    expect(await test.store.rugzakMaanden('LIM', 2026)).toEqual(
      expect.arrayContaining([
        { maand: '2026-11', categorie: 'begeleiding', fase: 'vastgelegd', cents: 50_000 },
        { maand: '2026-12', categorie: 'begeleiding', fase: 'vastgelegd', cents: -20_000 },
        { maand: '2026-12', categorie: 'begeleiding', fase: 'gefactureerd', cents: 20_000 },
      ]),
    );
    const months = await test.store.rugzakMaanden('LIM', 2026);
    expect(await test.store.rugzakMaandenVan(['LIM', 'ANT'], [2025, 2026])).toEqual(new Map([['LIM/2026', months]]));
    expect(await test.store.rugzak('c-9')).toBeNull();
    expect(await test.store.boekingen('c-9')).toEqual([]);
  });

  it('lets fifty cases at once never bind more than the year has, and fills it to the last cent [B8, S16]', async () => {
    const test = await withCases(50);
    const results = await Promise.all(
      Array.from({ length: 50 }, (_, n) => book(test, `c-${n}`, [line(`c-${n}`, '1', 30_000)])),
    );
    const ok = results.filter((r) => r.kind === 'ok').length;
    // 33 times € 300 fit in € 10 000, and nothing of the others was written.
    expect(ok).toBe(33);
    expect(await test.store.rugzakJaren('LIM')).toEqual(new Map([[2026, 990_000]]));
    const { rows } = await test.database.executor.executeSql(
      'SELECT count(*)::int AS n, sum(cents)::int AS cents FROM boeking',
    );
    expect(rows).toEqual([{ n: 33, cents: 990_000 }]);
    const refused = results.findIndex((r) => r.kind === 'verouderd');
    expect(await book(test, `c-${refused}`, [line(`c-${refused}`, '2', 10_001)])).toEqual({ kind: 'verouderd' });
    expect(await book(test, `c-${refused}`, [line(`c-${refused}`, '3', 10_000)])).toEqual({ kind: 'ok' });
    // What is freed can be bound again; without a budget nothing is held back.
    const back = line(`c-${refused}`, '4', 10_000, { van: 'vastgelegd', naar: null });
    expect(await book(test, `c-${refused}`, [back])).toEqual({ kind: 'ok' });
    expect(await test.store.rugzakJaren('LIM')).toEqual(new Map([[2026, 990_000]]));
  });

  it('refuses the very first line of a year when it is more than the budget', async () => {
    const test = await withCases(1);
    expect(await book(test, 'c-0', [line('c-0', '1', 1_000_001)])).toEqual({ kind: 'verouderd' });
    expect(await test.store.rugzakJaren('LIM')).toEqual(new Map());
    expect(await test.store.rugzak('c-0')).toBeNull();
  });

  it('does not let a line of the ledger be changed', async () => {
    const test = await withCases(1);
    await book(test, 'c-0', [line('c-0', '1', 100)]);
    for (const sql of ['UPDATE boeking SET cents = 1', 'TRUNCATE boeking'])
      await expect(test.database.executor.executeSql(sql)).rejects.toThrow();
    expect(await test.store.boekingen('c-0')).toHaveLength(1);
  });
});
