import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { aCasus, aNota, anAanmeldingCommit, noon } from '../../test/database-fixtures.ts';
import { eachDatabase, silent, testKeys } from '../../test/databases.ts';
import { createStore } from './create-store.ts';
import type { KeyRing } from './key-ring.ts';
import type { Database } from './open-database.ts';
import { columns, countOld, rotateKeys } from './rotate-keys.ts';
import { verifyAudit } from './verify-audit.ts';

const fresh = { id: 'nieuw', bytes: Buffer.alloc(32, 3) };
const both: KeyRing = { newest: fresh, byId: new Map([...testKeys.byId, [fresh.id, fresh]]) };
const onlyNew: KeyRing = { newest: fresh, byId: new Map([[fresh.id, fresh]]) };

it('rotates every column that holds encrypted values: one left out is unreadable once its key is gone [S12]', async () => {
  const schema = await readFile(new URL('../../prisma/schema.prisma', import.meta.url), 'utf8');
  const encrypted = [...schema.matchAll(/^model \w+ \{\n([\s\S]*?)\n\}/gm)].flatMap(([, body = '']) => {
    const [, table] = /@@map\("(\w+)"\)/.exec(body) ?? [];
    return [...body.matchAll(/^ +(\w+) +Bytes\b.*$/gm)].map(([line, field]) => {
      const [, column = field] = /@map\("(\w+)"\)/.exec(line) ?? [];
      return `${table}.${column}`;
    });
  });
  expect(encrypted.length).toBeGreaterThan(7);
  expect(encrypted.toSorted()).toEqual(columns.map(({ table, column }) => `${table}.${column}`).toSorted());
});

eachDatabase((_name, open) => {
  it('leaves no value on an old key, loses no read and no write while it runs [S12]', async () => {
    const { store, database, jobs, clock } = await open();
    const count = 450;
    const draft = { personId: 'p-1', page: 1, casusId: null, expires: noon.add({ hours: 48 }) };
    for (let n = 0; n < count; n++)
      await store.commit({
        newCasus: { casus: aCasus(`c-${n}`), prefix: 'LIM-2026' },
        gebeurtenissen: [{ casusId: `c-${n}`, op: noon, soort: 'aangemeld', door: null, detail: `detail ${n}` }],
        audit: [],
      });
    await store.commit({
      draft: { save: { ...draft, id: 'd-1', form: 'aanmelding', values: { gemeente: 'Genk' } } },
      notas: [{ next: aNota(), was: null }],
      audit: [],
    });
    const renewed: Database = { ...database, keys: both };
    const storeWithBoth = await createStore({ database: renewed, queue: jobs, clock, log: silent });
    expect(await countOld(renewed)).toBe(2 * count + 4);

    const rotating = rotateKeys(renewed, silent);
    let reads = 0;
    let written = 0;
    for (let done = false; !done; ) {
      const casus = await storeWithBoth.casusById(`c-${reads % count}`);
      expect(casus?.inhoud).toEqual(aCasus().inhoud);
      if (casus && casus.versie === 1) {
        const next = { ...casus, versie: 2, stand: 'opgenomen' as const };
        await storeWithBoth.commit({ casus: { next, was: 1 }, audit: [] });
        written++;
      }
      reads++;
      done = await Promise.race([rotating.then(() => true), new Promise<false>((r) => setTimeout(() => r(false), 1))]);
    }
    expect((await rotating).remaining).toBe(0);
    expect(await rotateKeys(renewed, silent)).toEqual({ rewritten: 0, remaining: 0 });
    expect(await database.prisma.casus.count({ where: { versie: 2 } })).toBe(written);

    const afterwards: Database = { ...database, keys: onlyNew };
    const later = await createStore({ database: afterwards, queue: jobs, clock, log: silent });
    for (const n of [0, 1, 199, 200, 449]) {
      expect((await later.casusById(`c-${n}`))?.inhoud).toEqual(aCasus().inhoud);
      expect(await later.gebeurtenissen(`c-${n}`, 5)).toMatchObject([{ detail: `detail ${n}` }]);
    }
    expect((await later.draftById('d-1'))?.values).toEqual({ gemeente: 'Genk' });
    expect(await later.nota('n-1')).toEqual(aNota());
    await expect(store.casusById('c-0')).rejects.toThrow('not in BOT_KEYS');
    expect(await verifyAudit(afterwards)).toMatchObject({ kind: 'intact' });
  });

  it('still fits the old audit entries and digests after a rotation', async () => {
    const { store, database } = await open();
    await store.commit(anAanmeldingCommit('c-1'));
    await rotateKeys({ ...database, keys: both }, silent);
    const { loadKeptKeys } = await import('./kept-keys.ts');
    expect(await loadKeptKeys(database.prisma, onlyNew)).toEqual(database.kept);
  });
});
