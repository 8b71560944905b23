import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readBotConfig } from '../adapters/config.ts';
import { createOutbox } from '../adapters/database/create-outbox.ts';
import { type Database, openDatabase } from '../adapters/database/open-database.ts';
import { undeliveredSeen } from '../adapters/operator.ts';
import { readKeys } from '../adapters/read-environment.ts';
import { eachPlace, silent } from './databases.ts';

eachPlace((_name, openPlace) => {
  it('counts no longer as undelivered what an operator looked at, and says how many', async () => {
    const place = await openPlace();
    const dataDir = mkdtempSync(join(tmpdir(), 'undelivered-'));
    onTestFinished(async () => {
      await place.remove();
      rmSync(dataDir, { recursive: true, force: true });
    });
    const { url } = place.database;
    const env = { ...(url && { DATABASE_URL: url }), DATA_DIR: dataDir, BOT_MODE: 'local' };
    const config = readBotConfig(env);
    if (config.kind === 'wrong') throw new Error(JSON.stringify(config));
    const keys = readKeys(env, config.config);
    if ('variable' in keys) throw new Error(keys.problem);
    const inside = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
      const database = await openDatabase({ ...(url && { url }), dataDir, keys, log: silent });
      try {
        return await work(database);
      } finally {
        await database.close();
      }
    };
    await inside(({ executor }) =>
      executor.executeSql(`INSERT INTO bericht (id, sleutel, soort, onderwerp, op, aan_persoon, stand)
        SELECT 'b' || n, 'k' || n, 'gat', 'LIM/2026-03-09', now(), 'p-weg', CASE WHEN n < 3 THEN 'mislukt' ELSE 'wacht' END
        FROM generate_series(1, 3) n`),
    );
    const lines: string[] = [];
    for (let n = 0; n < 2; n++) expect(await undeliveredSeen(env, (line) => void lines.push(line))).toBe(0);
    expect(lines).toEqual([
      '2 berichten die niet bezorgd konden worden, tellen niet meer mee.',
      'Er is niets nieuws dat niet bezorgd kon worden.',
    ]);
    expect(await inside((database) => createOutbox(database).deadCount())).toBe(0);
  });
});
