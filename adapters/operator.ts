import { readBotConfig } from './config.ts';
import { createStore, type DatabaseStore } from './database/create-store.ts';
import { type Database, openDatabase } from './database/open-database.ts';
import { removeExpired } from './database/remove-expired.ts';
import { rotateKeys } from './database/rotate-keys.ts';
import { verifyAudit } from './database/verify-audit.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { createLog } from './log/logger.ts';
import { readKeys } from './read-environment.ts';
import { apply, check } from './region/region-command.ts';
import { ConfigError, uuids, wallClock } from './start-bot.ts';

type Print = (line: string) => void;

/** The operator's jobs work on the same database as the bot, with the same settings; no platform is needed. */
async function withDatabase<T>(env: NodeJS.ProcessEnv, work: (database: Database) => Promise<T>): Promise<T> {
  const read = readBotConfig(env);
  if (read.kind === 'wrong') throw new ConfigError(read.problems);
  const keys = readKeys(env, read.config);
  if ('variable' in keys) throw new ConfigError([keys]);
  const { databaseUrl: url, dataDir } = read.config;
  const database = await openDatabase({ ...(url !== undefined && { url }), dataDir, keys, log: createLog('warn') });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}

async function withStore<T>(env: NodeJS.ProcessEnv, work: (store: DatabaseStore) => Promise<T>): Promise<T> {
  return withDatabase(env, async (database) => {
    const log = createLog('warn');
    const jobs = await startJobs({ database, log });
    try {
      return await work(await createStore({ database, queue: jobs, clock: wallClock, log }));
    } finally {
      await jobs.stop();
    }
  });
}

/** `npm run region -- check FILE …` and `apply FILE`. Checking needs no database; where there is one, it says who cannot be reached. */
export async function region(env: NodeJS.ProcessEnv, [verb, ...files]: string[], print: Print): Promise<number> {
  if (verb === 'apply')
    return withStore(env, (store) => apply(files[0], { store, clock: wallClock, ids: uuids, by: 'bot', print }));
  if (!env.DATABASE_URL || verb !== 'check') return check(verb === 'check' ? files : [], { clock: wallClock, print });
  return withStore(env, async (store) => check(files, { clock: wallClock, print, directory: store.directory() }));
}

/** `npm run audit:verify`: 0 when the chain holds, 1 with the first bad entry when it does not [S13]. */
export const auditVerify = (env: NodeJS.ProcessEnv, print: Print): Promise<number> =>
  withDatabase(env, async (database) => {
    const verdict = await verifyAudit(database);
    if (verdict.kind === 'intact') {
      print(
        `De auditketen klopt: ${verdict.count} regels. Bewaar dit buiten de databank: ${verdict.head.seq} ${verdict.head.hash}`,
      );
      return 0;
    }
    const reasons = {
      changed: 'is gewijzigd',
      missing: 'ontbreekt',
      cut: 'is afgeknipt',
      anchor: 'klopt niet met het anker',
    };
    print(`De auditketen klopt NIET: regel ${verdict.seq} ${reasons[verdict.reason]}.`);
    return 1;
  });

/** `npm run keys:rotate`: rewrites everything that is still encrypted with an older key of `BOT_KEYS` [S12]. */
export const keysRotate = (env: NodeJS.ProcessEnv, print: Print): Promise<number> =>
  withDatabase(env, async (database) => {
    const { rewritten, remaining } = await rotateKeys(database, createLog('warn'));
    print(`${rewritten} velden herschreven met sleutel ${database.keys.newest.id}.`);
    print(
      remaining === 0
        ? 'Niets gebruikt nog een oudere sleutel: die mag uit BOT_KEYS.'
        : `${remaining} velden gebruiken nog een oudere sleutel: draai dit opnieuw voor je die uit BOT_KEYS haalt.`,
    );
    return 0;
  });

/** `npm run retention`: removes drafts past their 48 hours and traces of old deliveries. */
export const retention = (env: NodeJS.ProcessEnv, print: Print): Promise<number> =>
  withDatabase(env, async (database) => {
    const { drafts, deliveries } = await removeExpired(database, wallClock.now());
    print(`${drafts} verlopen concepten en ${deliveries} oude afleversporen verwijderd.`);
    return 0;
  });
