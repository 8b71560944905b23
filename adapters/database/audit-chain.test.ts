import { expect, it } from 'vitest';
import { auditEntry, noon } from '../../test/database-fixtures.ts';
import { eachDatabase, type TestDatabase } from '../../test/databases.ts';
import { verifyAudit } from './verify-audit.ts';

/** Somebody with every right on the database, triggers out of the way. */
async function tamper({ database }: TestDatabase, ...statements: string[]) {
  const off = ['audit', 'audit_hoofd'].map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`);
  const on = off.map((statement) => statement.replace('DISABLE', 'ENABLE'));
  for (const statement of [...off, ...statements, ...on]) await database.executor.executeSql(statement);
}

async function withTen(open: () => Promise<TestDatabase>) {
  const test = await open();
  for (let n = 1; n <= 10; n++)
    await test.store.commit({ audit: [auditEntry({ wat: `daad.${n}`, op: noon.add({ seconds: n }) })] });
  return test;
}

eachDatabase((_name, open) => {
  it('links every entry to the one before, also when twenty write at once', async () => {
    const { store, database } = await open();
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        store.commit({ audit: [auditEntry({ wat: `a.${n}` }), auditEntry({ wat: `b.${n}`, waarover: null })] }),
      ),
    );
    expect(await verifyAudit(database)).toMatchObject({ kind: 'intact', count: 40 });
    const entries = await database.prisma.audit.findMany({ orderBy: { seq: 'asc' } });
    for (let n = 0; n < 40; n += 2) expect(entries[n]?.wat.slice(2)).toBe(entries[n + 1]?.wat.slice(2));
  });

  it('refuses to change, delete or empty it [S13]', async () => {
    const { database } = await withTen(open);
    for (const statement of [
      `UPDATE audit SET wie = 'iemand anders' WHERE seq = 3`,
      'DELETE FROM audit WHERE seq = 10',
      'TRUNCATE audit',
      'UPDATE audit_hoofd SET seq = 9',
      'DELETE FROM audit_hoofd',
      `INSERT INTO audit_hoofd VALUES (2, 1, '')`,
    ])
      await expect(database.executor.executeSql(statement), statement).rejects.toThrow();
    expect(await verifyAudit(database)).toMatchObject({ kind: 'intact', count: 10 });
  });

  it.each([
    ['edited', `UPDATE audit SET wie = 'iemand anders' WHERE seq = 4`, { seq: 4n, reason: 'changed' }],
    ['moved in time', `UPDATE audit SET op = op + interval '1 ms' WHERE seq = 4`, { seq: 4n, reason: 'changed' }],
    ['deleted', 'DELETE FROM audit WHERE seq = 5', { seq: 5n, reason: 'missing' }],
    [
      'swapped',
      `UPDATE audit SET seq = CASE seq WHEN 6 THEN 7 ELSE 6 END + 100 WHERE seq IN (6, 7);
      UPDATE audit SET seq = seq - 100 WHERE seq > 100`,
      { seq: 6n, reason: 'changed' },
    ],
    ['cut off the end', 'DELETE FROM audit WHERE seq > 8', { seq: 9n, reason: 'cut' }],
    ['emptied', 'DELETE FROM audit', { seq: 1n, reason: 'cut' }],
    [
      'added by hand',
      `INSERT INTO audit SELECT 11, op, wie, wat, waarover, resultaat, hash FROM audit WHERE seq = 10`,
      { seq: 11n, reason: 'changed' },
    ],
  ])('names the first entry that does not fit when it was %s [S13]', async (_what, statement, verdict) => {
    const test = await withTen(open);
    await tamper(test, statement);
    expect(await verifyAudit(test.database)).toEqual({ kind: 'broken', ...verdict });
  });

  it('shows with an anchor that the end was cut together with the head [S13]', async () => {
    const test = await withTen(open);
    const before = await verifyAudit(test.database);
    if (before.kind !== 'intact') return expect.fail('broken');
    await tamper(
      test,
      'DELETE FROM audit WHERE seq > 7',
      'UPDATE audit_hoofd SET (seq, hash) = (SELECT seq, hash FROM audit WHERE seq = 7)',
    );
    expect(await verifyAudit(test.database)).toMatchObject({ kind: 'intact', count: 7 });
    expect(await verifyAudit(test.database, before.head)).toEqual({ kind: 'broken', seq: 8n, reason: 'cut' });
    for (let n = 0; n < 5; n++) await test.store.commit({ audit: [auditEntry()] });
    expect(await verifyAudit(test.database, before.head)).toEqual({ kind: 'broken', seq: 10n, reason: 'anchor' });
  });

  it('does nothing without an audit entry that can be written', async () => {
    const { store, database } = await open();
    await tamper({ database } as TestDatabase, 'DELETE FROM audit_hoofd');
    await expect(store.commit({ once: 'x', audit: [auditEntry()] })).rejects.toThrow();
    expect(await database.prisma.verwerkt.count()).toBe(0);
  });
});
