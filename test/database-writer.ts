import { createStore } from '../adapters/database/create-store.ts';
import { FolderInUse } from '../adapters/database/folder-lock.ts';
import { parseKeyRing } from '../adapters/database/key-ring.ts';
import { openDatabase } from '../adapters/database/open-database.ts';
import { startJobs } from '../adapters/jobs/start-jobs.ts';
import { anAanmeldingCommit } from './database-fixtures.ts';

// A process to kill: commits cases in the folder it is given, and names each once it is acknowledged.
const [folder = '', prefix = ''] = process.argv.slice(2);
const log = { debug() {}, info() {}, warn() {}, error() {} };
const keys = parseKeyRing(`test:${Buffer.alloc(32, 7).toString('base64')}`);
if ('problem' in keys) throw new Error(keys.problem);
const started = performance.now();
try {
  const database = await openDatabase({ dataDir: folder, keys, log });
  const jobs = await startJobs({ database, log });
  const clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) };
  const store = await createStore({ database, queue: jobs, clock, log });
  await jobs.work({
    deliver: async () => ({ kind: 'done' }),
    refresh: async () => ({ kind: 'done' }),
    gaveUp: async () => {},
  });
  process.stdout.write(`ready ${Math.round(performance.now() - started)}\n`);
  for (let n = 0; prefix; n++) {
    await store.commit(anAanmeldingCommit(`${prefix}-${n}`));
    process.stdout.write(`${prefix}-${n}\n`);
  }
} catch (error) {
  if (!(error instanceof FolderInUse)) throw error;
  process.stdout.write(`${error.message}\n`);
  process.exit(78);
}
