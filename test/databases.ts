import { createHash, randomUUID } from 'node:crypto';
import { openAsBlob, readFileSync } from 'node:fs';
import { access, mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { createGeheugen, type Geheugen } from '../adapters/database/create-geheugen.ts';
import { createOutbox, type DatabaseOutbox } from '../adapters/database/create-outbox.ts';
import { createStore, type DatabaseStore } from '../adapters/database/create-store.ts';
import { type KeyRing, parseKeyRing } from '../adapters/database/key-ring.ts';
import { migrate } from '../adapters/database/migrate.ts';
import { readMigrations } from '../adapters/database/migrations.ts';
import { type Database, openDatabase } from '../adapters/database/open-database.ts';
import { openPglite } from '../adapters/database/open-pglite.ts';
import { openPostgres } from '../adapters/database/open-postgres.ts';
import type { Patience } from '../adapters/jobs/queues.ts';
import { type Jobs, startJobs } from '../adapters/jobs/start-jobs.ts';
import type { Log } from '../src/ports.ts';
import type { Instant } from '../src/time.ts';

/** A fresh, migrated database of a test's own, with store, outbox and job queues on it. */
export type TestDatabase = {
  database: Database;
  store: DatabaseStore;
  outbox: DatabaseOutbox;
  jobs: Jobs;
  geheugen: Geheugen;
  clock: { now(): Instant; set(to: Instant): void };
  /** Server databases only: another replica on the same data is `openDatabase({ url })` away. */
  url: string | undefined;
  close(): Promise<void>;
};

export type OpenOptions = { log?: Log; patience?: Patience; keys?: KeyRing; at?: Instant };

/** The key every test database starts with. */
export const testKeys: KeyRing = ring(`test:${Buffer.alloc(32, 7).toString('base64')}`);

export const silent: Log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Runs the same tests on the embedded database and on a PostgreSQL server. What a test opens is
 * closed and removed with it.
 *
 *     eachDatabase((name, open) => {
 *       it('…', async () => { const { store } = await open(); … });
 *     });
 */
export function eachDatabase(
  tests: (name: 'PGlite' | 'PostgreSQL', open: (options?: OpenOptions) => Promise<TestDatabase>) => void,
): void {
  eachPlace((name, openPlace) => tests(name, closing(openPlace)));
}

/** The same, for who opens the database itself: `place.database` are its options, `place.remove` cleans up. */
export function eachPlace(tests: (name: 'PGlite' | 'PostgreSQL', openPlace: () => Promise<Place>) => void): void {
  describe('PGlite', () => tests('PGlite', openEmbedded));
  if (serverAnswers) describe('PostgreSQL', () => tests('PostgreSQL', openOnServer));
  else if (process.env.CI === 'true')
    it('has a PostgreSQL server', () =>
      expect.fail(`no PostgreSQL at ${new URL(serverUrl).host}, and CI skips nothing`));
  else it.skip('skipped: PostgreSQL, zet DATABASE_URL of start PostgreSQL om dit te draaien');
}

/**
 * The platforms that a journey takes on this database. Each one and each database has its turn, which finds what a
 * platform or a database does differently; all six together only with `JOURNEYS=all`, in twice the time.
 */
export function platformsOn(name: 'PGlite' | 'PostgreSQL'): ('slack' | 'teams' | 'mixed')[] {
  if (process.env.JOURNEYS === 'all' || !serverAnswers) return ['slack', 'teams', 'mixed'];
  return name === 'PGlite' ? ['mixed'] : ['slack', 'teams'];
}

/** Where test databases are made. */
export const serverUrl = process.env.DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';
const serverAnswers = await onServer((client) => client.query('SELECT 1')).then(
  () => true,
  () => false,
);
/** For what has nothing to do with the kind of database: the one that answers three times as fast, where there is one. */
export const quickest = serverAnswers ? 'PostgreSQL' : 'PGlite';
export const openQuickest = (): Promise<Place> => (serverAnswers ? openOnServer() : openEmbedded());
if (!serverAnswers) console.log('skipped: PostgreSQL, zet DATABASE_URL of start PostgreSQL om dit te draaien');

export type Place = { database: Omit<Parameters<typeof openDatabase>[0], 'keys' | 'log'>; remove(): Promise<void> };

function closing(openPlace: () => Promise<Place>) {
  const open = new Set<TestDatabase>();
  afterAll(async () => {
    for (const database of open) await database.close();
  });
  return async (options?: OpenOptions): Promise<TestDatabase> => {
    const opened = await openAt(await openPlace(), options);
    open.add(opened);
    const { close } = opened;
    opened.close = async () => {
      if (open.delete(opened)) await close();
    };
    // Opened inside a test: gone with it, an embedded one takes 300 MB. In beforeAll: gone with the file.
    if (expect.getState().currentTestName) onTestFinished(opened.close);
    return opened;
  };
}

async function openAt(place: Place, { log = silent, patience, keys = testKeys, at }: OpenOptions = {}) {
  const database = await openDatabase({ ...place.database, keys, log });
  const jobs = await startJobs({ database, log, patience });
  const clock = movableClock(at);
  const store = await createStore({ database, queue: jobs, clock, log });
  return {
    database,
    store,
    jobs,
    clock,
    outbox: createOutbox(database),
    geheugen: createGeheugen(database),
    url: place.database.url,
    async close() {
      await jobs.stop(2_000);
      await database.close();
      await place.remove();
    },
  };
}

function movableClock(at = Temporal.Instant.from('2026-11-02T09:15:00Z')) {
  let now = at;
  return {
    now: () => now,
    set(to: Instant) {
      now = to;
    },
  };
}

// A template holds the tables of this version, pg-boss' too. Made once, then copied: 0.2 s instead of 3 s.
const contents = createHash('sha256');
for (const { checksum } of await readMigrations()) contents.update(checksum);
for (const name of ['pg-boss', '@electric-sql/pglite']) contents.update(packageVersion(name));
const hash = contents.digest('hex').slice(0, 12);

async function openEmbedded(): Promise<Place> {
  return { database: { dataDir: 'memory://', image: await image() }, remove: async () => {} };
}

async function image(): Promise<Blob> {
  const folder = join(import.meta.dirname, '../node_modules/.cache/zorggarantie-bot');
  const file = join(folder, `pglite-${hash}.tar`);
  const exists = await access(file).then(
    () => true,
    () => false,
  );
  if (!exists) {
    await mkdir(folder, { recursive: true });
    const connection = await openPglite('memory://');
    await migrate(connection, silent);
    await (await startJobs({ database: connection, log: silent })).stop();
    const dump = await connection.pglite.dumpDataDir('none');
    await connection.close();
    // Under another name first: test files run side by side, and none may read half of it.
    const partial = `${file}.${randomUUID()}`;
    await writeFile(partial, Buffer.from(await dump.arrayBuffer()));
    await rename(partial, file);
  }
  return openAsBlob(file);
}

async function openOnServer(): Promise<Place> {
  const template = `zb_template_${hash}`;
  const name = `zb_test_${process.pid}_${randomUUID().slice(0, 8)}`;
  await onServer(async (client) => {
    // One test file makes the template, the others wait for it.
    await client.query('SELECT pg_advisory_lock(7240302)');
    const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]);
    if (!rowCount) await makeTemplate(client, template);
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    // What is killed here is the bot, never the server: nothing is proven by waiting for its disk.
    await client.query(`ALTER DATABASE ${name} SET synchronous_commit = off`);
  });
  const remove = () => onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return { database: { url: urlOf(name), connections: 5 }, remove: async () => void (await remove()) };
}

async function makeTemplate(client: pg.Client, template: string): Promise<void> {
  const building = `${template}_building`;
  await client.query(`DROP DATABASE IF EXISTS ${building} WITH (FORCE)`);
  await client.query(`CREATE DATABASE ${building}`);
  const connection = await openPostgres(urlOf(building), silent);
  await migrate(connection, silent);
  await (await startJobs({ database: connection, log: silent })).stop();
  await connection.close();
  await client.query(`ALTER DATABASE ${building} RENAME TO ${template}`);
}

function urlOf(name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.toString();
}

/** Runs `work` on a connection of its own to the server; what it locks is free again afterwards. */
export async function onServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl, connectionTimeoutMillis: 3_000 });
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end();
  }
}

function packageVersion(name: string): string {
  const file = join(import.meta.dirname, '../node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function ring(text: string): KeyRing {
  const keys = parseKeyRing(text);
  if ('problem' in keys) throw new Error(keys.problem);
  return keys;
}
