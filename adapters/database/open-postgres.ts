import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Log } from '../../src/ports.ts';
import { asTx, type Connection, type Tx } from './connection.ts';
import { DatabaseAway } from './database-away.ts';
import { StoreError } from './store-error.ts';

/** Key of the advisory lock around migrations: any number, the same in every replica. */
const migrationLock = 7_240_301;

const limits = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
};

/**
 * The limits above are the server's own: one that freezes, or vanishes without a word, keeps none. Longer than those,
 * so that a server that lives says itself what was too slow.
 */
const ANSWER_MS = 40_000;
/** On a connection that fell silent nobody waits as long for a second time. */
const ROLLBACK_MS = 5_000;

/** A PostgreSQL server, through a pool of connections. Throws DatabaseAway when it cannot be used within 10 s. */
export async function openPostgres(
  url: string,
  log: Log,
  { connections = 12, answerMs = ANSWER_MS }: { connections?: number; answerMs?: number } = {},
): Promise<Connection> {
  const pool = new pg.Pool({ ...settings(url, limits), max: connections, query_timeout: answerMs });
  // A connection that breaks while idle is replaced on next use; unheard, the event would end the process.
  pool.on('error', () => log.warn('database.connection_lost'));
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw new DatabaseAway(error);
  }
  return {
    kind: 'postgres',
    adapter: new PrismaPg(pool),
    executor: { executeSql: (text, values) => pool.query(text, values) },
    transaction: (work) => inTransaction(pool, work),
    async alone(work) {
      // Of its own, without the time limits: a migration takes as long as it takes.
      const own = new pg.Pool({ ...settings(url, {}), max: 3 });
      // Those that break here too, also right after `end`: it does not wait for the server to have let go.
      own.on('error', () => log.warn('database.connection_lost'));
      const client = await own.connect();
      // The lock is gone with its connection; what runs under it fails by itself, on a connection of the same server.
      client.on('error', () => log.warn('database.connection_lost'));
      try {
        await client.query('SELECT pg_advisory_lock($1)', [migrationLock]);
        return await work(migrating(own));
      } finally {
        // The lock ends with its session.
        client.release(true);
        await own.end();
      }
    },
    close: () => pool.end(),
  };
}

const rollback = { text: 'ROLLBACK', query_timeout: ROLLBACK_MS };

async function inTransaction<T>(pool: pg.Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  // A connection that breaks while it is checked out says so by an event; unheard, it ends the process.
  const onError = (error: Error) => {
    broken = error;
  };
  client.on('error', onError);
  try {
    await client.query('BEGIN');
    const result = await work(
      asTx(async (text, values) => {
        const { rows, rowCount } = await client.query({ name: nameOf(text), text, values });
        return { rows, affected: rowCount ?? 0 };
      }),
    );
    // The server answers COMMIT with ROLLBACK when a statement had failed and nobody noticed.
    const { command } = await client.query('COMMIT');
    if (command !== 'COMMIT') throw new StoreError('COMMIT was answered by ROLLBACK');
    return result;
  } catch (error) {
    await client.query(rollback).catch((fault: Error) => {
      broken = fault;
    });
    throw error;
  } finally {
    client.off('error', onError);
    client.release(broken);
  }
}

const names = new Map<string, string>();

/** Name of a prepared statement. Texts come from the sources, so there is a fixed number of them. */
function nameOf(text: string): string {
  const name = names.get(text) ?? `s${names.size}`;
  names.set(text, name);
  return name;
}

/**
 * Prisma's adapter cuts a script at every `;`, also inside the body of a function. Sent whole, the
 * server reads it, and applies all of it or nothing.
 */
function migrating(pool: pg.Pool): PrismaPg {
  const factory = new PrismaPg(pool);
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    return adapter;
  };
  return factory;
}

/**
 * Limits and time zone travel with the connection's start, so that no statement runs without them.
 * Prisma's adapter reads and writes timestamps as if the session were in UTC.
 */
function settings(url: string, parameters: Record<string, number>): pg.PoolConfig {
  const options = Object.entries({ TimeZone: 'UTC', ...parameters }).map(([name, value]) => `-c ${name}=${value}`);
  const parsed = new URL(url);
  const given = parsed.searchParams.get('options');
  if (given) options.unshift(given);
  parsed.searchParams.delete('options');
  return {
    connectionString: parsed.toString(),
    options: options.join(' '),
    application_name: 'zorggarantie-bot',
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    // How long an idle connection is left before it is asked whether there is somebody: without it two hours.
    keepAliveInitialDelayMillis: 10_000,
  };
}
