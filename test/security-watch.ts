import type * as databases from '../adapters/database/open-database.ts';
import type * as logs from '../adapters/log/create-log.ts';
import type * as doors from '../src/bot.ts';
import type { Intent } from '../src/intent.ts';
import type { Outcome } from '../src/outcome.ts';

/** What the bots of this test file opened and logged, what came in through their door, and what that gave. */
export const watched = {
  databases: [] as databases.Database[],
  logged: [] as string[],
  door: [] as { intent: Intent; outcome: Outcome }[],
};

/** The real door, with a second pair of eyes on it. */
export function watchDoor(real: typeof doors): typeof doors {
  const handle: typeof real.handle = async (world, intent) => {
    const outcome = await real.handle(world, intent);
    watched.door.push({ intent, outcome });
    return outcome;
  };
  return { ...real, handle };
}

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
