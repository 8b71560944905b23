import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createStore, type DatabaseStore } from '../../adapters/database/create-store.ts';
import { parseKeyRing } from '../../adapters/database/key-ring.ts';
import { type Database, openDatabase } from '../../adapters/database/open-database.ts';
import { startJobs } from '../../adapters/jobs/start-jobs.ts';
import type { Log } from '../../src/ports.ts';
import type { Clock } from '../../src/time.ts';

/** A database of the bench's own, with the store on it; gone after `close`. */
export type OwnDatabase = {
  name: 'PGlite' | 'PostgreSQL';
  database: Database;
  store: DatabaseStore;
  close(): Promise<void>;
};

const serverUrl = process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
export const log: Log = { debug() {}, info() {}, warn() {}, error() {} };
const clock: Clock = { now: () => Temporal.Now.instant() };

/** Why rows on PostgreSQL cannot be measured here; null when they can. */
export const noServer: string | null = await onServer('SELECT 1').then(
  () => null,
  () => 'PostgreSQL does not answer, start it or set DATABASE_URL',
);

/** PGlite in memory. */
export const ownPglite = async (): Promise<OwnDatabase> => {
  const opened = await open({ dataDir: `memory://${randomUUID()}` });
  return { name: 'PGlite', ...opened };
};

/** A new database on the PostgreSQL server. */
export async function ownPostgres(): Promise<OwnDatabase> {
  const name = `zb_bench_${process.pid}_${randomUUID().slice(0, 8)}`;
  await onServer(`CREATE DATABASE ${name}`);
  const remove = () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  try {
    const opened = await open({ url: url.toString() });
    return { name: 'PostgreSQL', ...opened, close: () => opened.close().finally(remove) };
  } catch (fault) {
    await remove();
    throw fault;
  }
}

async function open(place: { url: string } | { dataDir: string }) {
  const keys = parseKeyRing(`bench:${Buffer.alloc(32, 5).toString('base64')}`);
  if ('problem' in keys) throw new Error(keys.problem);
  const database = await openDatabase({ ...place, keys, log });
  const jobs = await startJobs({ database, log });
  const store = await createStore({ database, queue: jobs, clock, log });
  return {
    database,
    store,
    async close() {
      await jobs.stop(2_000);
      await database.close();
    },
  };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    await client.query(statement);
  } finally {
    await client.end();
  }
}
