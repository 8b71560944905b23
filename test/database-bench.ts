import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { createStore } from '../adapters/database/create-store.ts';
import { parseKeyRing } from '../adapters/database/key-ring.ts';
import { type Database, openDatabase } from '../adapters/database/open-database.ts';
import { startJobs } from '../adapters/jobs/start-jobs.ts';
import { berichtKey } from '../src/berichten/bericht.ts';
import type { Commit } from '../src/ports.ts';
import { anAanmeldingCommit } from './database-fixtures.ts';

/** Commits a second, of ours and of the same rows in plain SQL, and their ratio. */
export type CommitRate = { database: string; parallel: number; ours: number; plain: number; ratio: number };

type Query = (text: string, values?: unknown[]) => Promise<{ rows: unknown[] }>;
type Plain = { transaction(work: (query: Query) => Promise<void>): Promise<void>; close(): Promise<void> };

const log = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * An aanmelding committed with everything that belongs to it (case, story, clock, three messages and
 * their jobs, audit), against the same rows in hand-written SQL in one transaction: alternately, in the
 * same database, so that both see the same machine.
 */
export async function measureCommits(url: string | undefined, seconds = 4): Promise<CommitRate[]> {
  const keys = parseKeyRing(`bench:${Buffer.alloc(32, 5).toString('base64')}`);
  if ('problem' in keys) throw new Error(keys.problem);
  const dataDir = `memory://${randomUUID()}`;
  const database = await openDatabase({ ...(url ? { url } : { dataDir }), keys, log });
  const jobs = await startJobs({ database, log });
  const clock = { now: () => Temporal.Now.instant() };
  const store = await createStore({ database, queue: jobs, clock, log });
  const plain = url ? onServer(url) : embedded(database);
  let n = 0;
  const ours = () => store.commit(anAanmeldingCommit(`o-${n++}`));
  const hand = () => plain.transaction((query) => byHand(query, anAanmeldingCommit(`p-${n++}`)));
  const rates: CommitRate[] = [];
  for (const parallel of url ? [1, 10] : [1]) {
    await rate(ours, parallel, 0.5);
    await rate(hand, parallel, 0.5);
    let [a, b] = [0, 0];
    const rounds = 4;
    for (let round = 0; round < rounds; round++) {
      a += await rate(ours, parallel, seconds / rounds);
      b += await rate(hand, parallel, seconds / rounds);
    }
    rates.push({
      database: url ? 'PostgreSQL' : 'PGlite',
      parallel,
      ours: a / rounds,
      plain: b / rounds,
      ratio: a / b,
    });
  }
  await jobs.stop(1_000);
  await plain.close();
  await database.close();
  return rates;
}

async function rate(work: () => Promise<unknown>, parallel: number, seconds: number): Promise<number> {
  const started = performance.now();
  const end = started + seconds * 1000;
  let done = 0;
  const lane = async () => {
    while (performance.now() < end) {
      await work();
      done++;
    }
  };
  await Promise.all(Array.from({ length: parallel }, lane));
  return (done * 1000) / (performance.now() - started);
}

/** What somebody would write who only wants these rows in: one statement per table. */
async function byHand(query: Query, commit: Commit): Promise<void> {
  const { newCasus, gebeurtenissen = [], termijnen = [], berichten = [], audit } = commit;
  if (!newCasus) return;
  const { casus, prefix } = newCasus;
  const at = (instant: Temporal.Instant) => instant.toString();
  await query('INSERT INTO verwerkt VALUES ($1, $2)', [commit.once, at(casus.aangemeldOp)]);
  const { rows } = await query(
    `INSERT INTO teller VALUES ($1, 1) ON CONFLICT (prefix) DO UPDATE SET laatste = teller.laatste + 1 RETURNING laatste`,
    [prefix],
  );
  await query('INSERT INTO casus VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL, NULL, true, $9, $10, 1)', [
    casus.id,
    `${prefix}-${(rows[0] as { laatste: number }).laatste}`,
    casus.regio,
    casus.stand,
    casus.versie,
    casus.aanmelder,
    casus.aanspreekpunt,
    at(casus.aangemeldOp),
    Buffer.from(JSON.stringify(casus.inhoud)),
    'digest',
  ]);
  for (const g of gebeurtenissen)
    await query('INSERT INTO gebeurtenis VALUES ($1, 1, $2, $3, $4, NULL, $5)', [
      g.casusId,
      at(g.op),
      g.soort,
      g.door,
      Buffer.from(g.detail ?? ''),
    ]);
  for (const t of termijnen)
    await query('INSERT INTO termijn VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      t.id,
      t.casusId,
      t.soort,
      at(t.start),
      at(t.einde),
      JSON.stringify(t.ladder),
      t.volgende && at(t.volgende),
    ]);
  await query(
    `INSERT INTO bericht (id, sleutel, soort, casus_id, onderwerp, op, aan_persoon, stand)
     VALUES ${values(berichten.length, 7, `'wacht'`)}`,
    berichten.flatMap((b) => [b.id, berichtKey(b), b.soort, b.casusId, b.onderwerp, at(b.op), 'p']),
  );
  await query(
    `INSERT INTO pgboss.job (name, data) VALUES ${values(berichten.length, 2)}`,
    berichten.flatMap((b) => ['bericht', JSON.stringify({ berichtId: b.id })]),
  );
  await query('DELETE FROM concept WHERE id = $1', ['d']);
  const head = await query('SELECT seq, hash FROM audit_hoofd FOR UPDATE');
  const seq = String(BigInt((head.rows[0] as { seq: string }).seq) + 1n);
  for (const a of audit)
    await query('INSERT INTO audit VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      seq,
      at(a.op),
      a.wie,
      a.wat,
      a.waarover,
      a.resultaat,
      'hash',
    ]);
  await query('UPDATE audit_hoofd SET seq = $1', [seq]);
}

const values = (count: number, width: number, more?: string) =>
  Array.from({ length: count }, (_, row) => {
    const marks = Array.from({ length: width }, (__, n) => `$${row * width + n + 1}`);
    return `(${[...marks, ...(more ? [more] : [])]})`;
  }).join();

function onServer(url: string): Plain {
  const pool = new pg.Pool({ connectionString: url, max: 12 });
  return {
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await work((text, parameters) => client.query(text, parameters));
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    },
    close: () => pool.end(),
  };
}

/** The one connection of the embedded database, as hand-written SQL would use it. */
const embedded = ({ executor }: Database): Plain => ({
  async transaction(work) {
    await executor.executeSql('START TRANSACTION');
    await work((text, parameters) => executor.executeSql(text, parameters));
    await executor.executeSql('COMMIT');
  },
  close: async () => {},
});

if (import.meta.main) {
  console.table(await measureCommits(undefined));
  if (process.env.DATABASE_URL) console.table(await measureCommits(process.env.DATABASE_URL));
}
