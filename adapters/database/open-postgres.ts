import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import type { Log } from '../../src/ports.ts';
import type { Connection } from './connection.ts';

/** Key of the advisory lock around migrations: any number, the same in every replica. */
const migrationLock = 7_240_301;

const limits = {
  statement_timeout: 30_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 30_000,
};

/** A PostgreSQL server, through a pool of `max` connections. Throws when it cannot be reached within 10 s. */
export async function openPostgres(url: string, log: Log, max = 12): Promise<Connection> {
  const pool = new pg.Pool({ ...settings(url, limits), max });
  // A connection that breaks while idle is replaced on next use; unheard, the event would end the process.
  pool.on('error', () => log.warn('database.connection_lost'));
  try {
    await pool.query('SELECT 1');
  } catch (error) {
    await pool.end();
    throw error;
  }
  return {
    kind: 'postgres',
    adapter: new PrismaPg(pool),
    executor: { executeSql: (text, values) => pool.query(text, values) },
    exclusive: (work) => work(),
    async alone(work) {
      // Of its own, without the time limits: a migration takes as long as it takes.
      const own = new pg.Pool({ ...settings(url, {}), max: 3 });
      const client = await own.connect();
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
  };
}
