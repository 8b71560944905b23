import { setTimeout as sleep } from 'node:timers/promises';
import { PrismaClient } from '../../prisma/client/client.ts';
import type { Log } from '../../src/ports.ts';
import type { Connection, Sql, Tx } from './connection.ts';
import { type KeptKeys, loadKeptKeys } from './kept-keys.ts';
import type { KeyRing } from './key-ring.ts';
import { migrate } from './migrate.ts';
import { openPglite } from './open-pglite.ts';
import { openPostgres } from './open-postgres.ts';
import { isPassing } from './store-error.ts';

/** An open database, migrated, with the keys that go with it. */
export type Database = {
  kind: Connection['kind'];
  prisma: PrismaClient;
  keys: KeyRing;
  kept: KeptKeys;
  /** For pg-boss: the same database, outside our transactions. */
  executor: Sql;
  /** All of `work` or nothing. A deadlock or serialization failure runs `work` again, a few times. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** `postgresql://…`; without it PGlite in `dataDir`. */
  url?: string;
  /** At most so many connections to the server at once (12). */
  connections?: number;
  /** Folder of the embedded database, or `memory://` in tests. */
  dataDir?: string;
  keys: KeyRing;
  log: Log;
  /** In memory only: a dump to start from. */
  image?: Blob;
};

/**
 * Opens the database and brings it to this version's migrations. What uses it is opened after it:
 *
 *     const database = await openDatabase({ url, dataDir, keys, log });
 *     const jobs = await startJobs({ database, outbox: createOutbox(database), log });
 *     const store = await createStore({ database, queue: jobs, clock, log });
 *     jobs.work({ deliver, refresh });
 *
 * Throws FolderInUse when another process has the folder, StoreError when it cannot be used.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const { url, connections, dataDir = './data', keys, log, image } = options;
  const connection = url ? await openPostgres(url, log, { connections }) : await openPglite(dataDir, image);
  try {
    await migrate(connection, log);
    const prisma = new PrismaClient({ adapter: connection.adapter });
    return {
      kind: connection.kind,
      prisma,
      keys,
      kept: await loadKeptKeys(prisma, keys),
      executor: connection.executor,
      transaction: (work) => patiently(() => connection.transaction(work)),
      async ping() {
        await connection.executor.executeSql('SELECT 1');
      },
      async close() {
        await prisma.$disconnect();
        await connection.close();
      },
    };
  } catch (error) {
    await connection.close();
    throw error;
  }
}

const attempts = 5;

async function patiently<T>(attemptIt: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptIt();
    } catch (error) {
      if (attempt === attempts || !isPassing(error)) throw error;
      await sleep(Math.random() * 20 * attempt);
    }
  }
}
