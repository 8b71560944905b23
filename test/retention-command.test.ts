import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readBotConfig } from '../adapters/config.ts';
import { createStore } from '../adapters/database/create-store.ts';
import { openDatabase } from '../adapters/database/open-database.ts';
import { startJobs } from '../adapters/jobs/start-jobs.ts';
import { retention } from '../adapters/operator.ts';
import { readKeys } from '../adapters/read-environment.ts';
import { wallClock } from '../adapters/start-bot.ts';
import { aCasus, anAanmeldingCommit, aRegion, aTermijn } from './database-fixtures.ts';
import { eachPlace, silent } from './databases.ts';

eachPlace((_name, openPlace) => {
  it('says what would go and why the rest stays, changes nothing with --toon, and counts what it removed [S17]', async () => {
    const place = await openPlace();
    const dataDir = mkdtempSync(join(tmpdir(), 'retention-'));
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

    const long = wallClock.now().subtract({ hours: 24 * 800 });
    const inside = async <T>(work: (store: Awaited<ReturnType<typeof createStore>>) => Promise<T>): Promise<T> => {
      const database = await openDatabase({ ...(url && { url }), dataDir, keys, log: silent });
      const jobs = await startJobs({ database, log: silent });
      try {
        return await work(await createStore({ database, queue: jobs, clock: wallClock, log: silent }));
      } finally {
        await jobs.stop();
        await database.close();
      }
    };
    await inside(async (store) => {
      const bewaring = [{ casus: 'P1Y' }];
      await store.commit({ region: { next: aRegion({ bewaring }), by: 'test' }, audit: [] });
      await store.commit({ region: { next: aRegion({ code: 'VBR', naam: 'Voorbeeld' }), by: 'test' }, audit: [] });
      for (const [id, regio, gestopt] of [
        ['goes', 'LIM', { op: long, reden: 'x' }],
        ['clock', 'LIM', null],
        ['other', 'VBR', null],
      ] as const) {
        const { inhoud } = aCasus();
        await store.commit(
          anAanmeldingCommit(id, {
            newCasus: {
              casus: aCasus(id, {
                regio,
                stand: 'ingetrokken',
                aangemeldOp: long,
                inhoud: { ...inhoud, intrekking: { door: 'p', op: long, reden: 'x' } },
              }),
              prefix: `${regio}-2026`,
            },
            termijnen: [aTermijn(id, { gestopt })],
          }),
        );
      }
    });
    const run = async (...args: string[]) => {
      const lines: string[] = [];
      const code = await retention(env, args, (line) => void lines.push(line.replaceAll('\u00a0', ' ')));
      return { code, text: lines.join('\n') };
    };
    const kept = () =>
      inside(async (store) => Promise.all(['goes', 'clock', 'other'].map((id) => store.casusById(id))));

    const shown = await run('--toon');
    expect(shown.code).toBe(0);
    expect(shown.text).toMatch(/LIM-2026-0001: afgerond op .*, bewaard tot en met .*: wordt verwijderd\./);
    expect(shown.text).toMatch(/LIM-2026-0002: bewaard tot en met .*, maar blijft: er loopt nog een termijn/);
    expect(shown.text).toContain('Voorbeeld (VBR) heeft geen bewaartermijn: 1 afgeronde casus blijft bewaard.');
    expect(shown.text).toContain('1 casus zou verwijderd worden. Er is niets gewijzigd.');
    expect((await kept()).map((casus) => casus !== null)).toEqual([true, true, true]);

    const done = await run();
    expect(done.text).toContain('2 afgeronde casussen nagekeken, 1 verwijderd.');
    expect(done.text).toContain('3 kaarten worden door de bot leeggemaakt');
    expect(done.text).not.toContain('LIM-2026-0001');
    expect((await kept()).map((casus) => casus !== null)).toEqual([false, true, true]);
    expect((await run()).text).toContain('1 afgeronde casus nagekeken, 0 verwijderd.');
    expect((await run('--show')).text).toBe('Onbekend: --show. Kies --toon, of niets.');
  });
});
