import type * as databases from '../adapters/database/open-database.ts';
import type * as logs from '../adapters/log/logger.ts';

/** What the bots of this test file opened and logged. */
export const watched = { databases: [] as databases.Database[], logged: [] as string[] };

/** The real database, with a second pair of eyes on it. */
export function watchDatabase(real: typeof databases): typeof databases {
  const openDatabase: typeof real.openDatabase = async (options) => {
    const database = await real.openDatabase(options);
    watched.databases.push(database);
    return database;
  };
  return { ...real, openDatabase };
}

/** The real log at its most talkative, kept instead of printed. */
export const watchLog = (real: typeof logs): typeof logs => ({
  ...real,
  createLog: () => real.createLog('trace', { write: (line) => void watched.logged.push(line) }),
});
