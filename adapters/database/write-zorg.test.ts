import { expect, it } from 'vitest';
import { plan } from '../../src/zorgplan/zorgplan.fixture.ts';
import { tafel as example } from '../../src/zorgtafel/zorgtafel.fixture.ts';
import type { Zorgtafel } from '../../src/zorgtafel/zorgtafel.ts';
import { aCasus, anAanmeldingCommit, auditEntry, noon } from '../../test/database-fixtures.ts';
import { eachDatabase } from '../../test/databases.ts';

const tafel: Zorgtafel = { ...example, casusId: 'c-1' };

eachDatabase((_name, open) => {
  const withTable = async () => {
    const test = await open();
    await test.store.commit(anAanmeldingCommit());
    const before = await test.store.casusById('c-1');
    if (!before) throw new Error('no case');
    const next = { ...before, versie: 2, stand: 'opgenomen' as const, betrokkenen: ['p-expert', 'p-vreemde'] };
    expect(
      await test.store.commit({
        casus: { next, was: 1 },
        zorgtafel: tafel,
        zorgplan: { ...plan, casusId: 'c-1' },
        audit: [auditEntry()],
      }),
    ).toMatchObject({ kind: 'ok' });
    return { ...test, casus: next };
  };

  it('keeps a zorgtafel and a zorgplan as they were written, and lists the case of who is at the table [T2]', async () => {
    const { store } = await withTable();
    expect(await store.zorgtafels('c-1')).toEqual([tafel]);
    expect(await store.zorgplan('c-1')).toEqual({ ...plan, casusId: 'c-1' });
    expect(await store.zorgtafels('c-2')).toEqual([]);
    expect(await store.zorgplan('c-2')).toBeNull();
    expect((await store.casussenVan('p-expert', 5)).map((c) => c.casus.id)).toEqual(['c-1']);
    expect(await store.casussenVan('p-niemand', 5)).toEqual([]);
  });

  it('lets one of two changes of a zorgtafel win, and keeps every version of a plan', async () => {
    const { store, casus } = await withTable();
    const write = (reden: string) =>
      store.commit({
        casus: { next: { ...casus, versie: 3 }, was: 2 },
        zorgtafel: { ...tafel, stand: 'afgelast', reden },
        zorgplan: { ...plan, casusId: 'c-1', versie: 2, door: reden },
        audit: [auditEntry()],
      });
    const [one, two] = await Promise.all([write('a'), write('b')]);
    expect([one?.kind, two?.kind].sort()).toEqual(['ok', 'verouderd']);
    const winner = one?.kind === 'ok' ? 'a' : 'b';
    expect(await store.zorgtafels('c-1')).toMatchObject([{ stand: 'afgelast', reden: winner }]);
    expect((await store.zorgplanVersies('c-1', 5)).map((v) => [v.versie, v.door])).toEqual([
      [2, winner],
      [1, 'p-marijke'],
    ]);
  });

  it('shows nothing of either in a dump [S11]', async () => {
    const { database } = await withTable();
    for (const table of ['zorgtafel', 'zorgplan', 'deelname']) {
      const { rows } = await database.executor.executeSql(`SELECT t::text AS line FROM ${table} t`);
      const lines = (rows as { line: string }[]).map((r) => r.line);
      expect(lines.length).toBeGreaterThan(0);
      for (const secret of ['mama', 'oma', 'Molenberg', 'slaapt'])
        for (const coat of [secret, Buffer.from(secret).toString('hex')]) expect(lines.join()).not.toContain(coat);
    }
  });

  it('keeps a case that waits for its zorgtafel on the lists, and takes a closed one off', async () => {
    const { store } = await open();
    await store.commit(
      anAanmeldingCommit('c-1', {
        newCasus: {
          casus: aCasus('c-1', { stand: 'teruggekoppeld', teruggekoppeldOp: noon, uitkomst: 'zorgtafel' }),
          prefix: 'LIM-2026',
        },
      }),
    );
    expect(await store.casussenVan('p-marijke', 5)).toHaveLength(1);
    const casus = await store.casusById('c-1');
    if (!casus) return expect.fail('no case');
    await store.commit({
      casus: { next: { ...casus, versie: 2, stand: 'afgesloten' }, was: 1 },
      audit: [auditEntry()],
    });
    expect(await store.casussenVan('p-marijke', 5)).toEqual([]);
  });
});
