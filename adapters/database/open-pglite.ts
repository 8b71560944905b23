import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { asTx, type Connection, type Sql } from './connection.ts';
import { lockFolder } from './folder-lock.ts';
import { pgliteAdapter } from './pglite-adapter.ts';

/**
 * PostgreSQL inside this process: in `dataDir`, or in memory for `memory://` (`image`: start from a dump).
 * Throws FolderInUse when another process has the folder.
 *
 * There is one connection. PGlite makes every other statement wait while a transaction is open, so a poll
 * of pg-boss never lands inside ours.
 */
export async function openPglite(dataDir: string, image?: Blob): Promise<Connection & { pglite: PGlite }> {
  const inMemory = dataDir.startsWith('memory://');
  const release = inMemory ? () => {} : lockFolder(dataDir);
  let pglite: PGlite;
  try {
    const folder = inMemory ? dataDir : join(dataDir, 'database');
    if (!inMemory) await mkdir(folder, { recursive: true });
    pglite = await PGlite.create({ dataDir: folder, loadDataDir: image });
    // Prisma's adapters read and write timestamps as if the session were in UTC.
    await pglite.exec("SET TIME ZONE 'UTC'");
  } catch (error) {
    release();
    throw error;
  }
  const adapter = pgliteAdapter(pglite);
  return {
    kind: 'pglite',
    pglite,
    adapter,
    executor: pgliteExecutor(pglite),
    transaction: (work) =>
      pglite.transaction((tx) =>
        work(
          asTx(async (text, values) => {
            const { rows, affectedRows } = await tx.query(text, values);
            return { rows, affected: affectedRows ?? 0 };
          }),
        ),
      ),
    // The folder's lock already keeps every other process out.
    alone: (work) => work(adapter),
    async close() {
      if (!pglite.closed) await pglite.close();
      release();
    },
  };
}

function pgliteExecutor(pglite: PGlite): Sql {
  return {
    async executeSql(text, values) {
      if (values?.length) return pglite.query(text, values);
      // A script with its own BEGIN that fails leaves the one connection in an aborted transaction. Inside
      // `transaction` the ROLLBACK follows before anybody else gets a turn.
      const results = /^\s*BEGIN\b/i.test(text)
        ? await pglite.transaction((tx) => tx.exec(text))
        : await pglite.exec(text);
      return { rows: results.flatMap((r): unknown[] => r.rows) };
    },
  };
}
