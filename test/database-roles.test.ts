import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { createArchief } from '../adapters/database/create-archief.ts';
import { createStore } from '../adapters/database/create-store.ts';
import { openDatabase } from '../adapters/database/open-database.ts';
import { verifyAudit } from '../adapters/database/verify-audit.ts';
import { startJobs } from '../adapters/jobs/start-jobs.ts';
import { anAanmeldingCommit, noon } from './database-fixtures.ts';
import { eachDatabase, silent, testKeys } from './databases.ts';

eachDatabase((name, open) => {
  it.runIf(name === 'PostgreSQL')('lets the role of the bot add to the chain and nothing else [S13]', async () => {
    const { database, url = '' } = await open();
    const roles = readFileSync(join(import.meta.dirname, '../prisma/roles.sql'), 'utf8');
    await database.executor.executeSql(roles);
    const asBot = Object.assign(new URL(url), { username: 'zorggarantie_bot' }).toString();
    const bot = await openDatabase({ url: asBot, connections: 3, keys: testKeys, log: silent });
    onTestFinished(() => bot.close());
    const jobs = await startJobs({ database: bot, log: silent });
    const store = await createStore({ database: bot, queue: jobs, clock: { now: () => noon }, log: silent });
    expect(await store.commit({ ...anAanmeldingCommit(), refresh: 'c-1' })).toMatchObject({ kind: 'ok' });
    const delivered: string[] = [];
    await jobs.work({
      deliver: async (id) => {
        delivered.push(id);
        return { kind: 'done' };
      },
      refresh: async () => ({ kind: 'done' }),
      gaveUp: async () => {},
    });
    await vi.waitFor(() => expect(delivered).toHaveLength(3), { timeout: 20_000 });
    // What is past its term is removed by it too [S17].
    const archief = createArchief({ database: bot, queue: jobs });
    await bot.executor.executeSql(`UPDATE casus SET open = false WHERE id = 'c-1'`);
    const [ended] = await archief.afgerond('LIM', noon, null, 1);
    expect(ended && (await archief.verwijder(ended, 'verwijderd/x', noon))).toBe(true);
    expect(await archief.vergeetAdressen(noon.add({ hours: 24 * 14 }))).toMatchObject({ vergeten: 3 });
    await jobs.stop(1_000);
    for (const statement of [
      'UPDATE audit SET wie = wie',
      'DELETE FROM audit',
      'TRUNCATE audit',
      'ALTER TABLE audit DISABLE TRIGGER USER',
      'DELETE FROM audit_hoofd',
      'DROP TABLE audit',
    ])
      await expect(bot.executor.executeSql(statement), statement).rejects.toThrow(/permission denied|must be owner/);
    expect(await verifyAudit(bot)).toMatchObject({ kind: 'intact', count: 2 });
  });
});
