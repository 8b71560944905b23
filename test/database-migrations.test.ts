import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { loadKeptKeys } from '../adapters/database/kept-keys.ts';
import { migrate } from '../adapters/database/migrate.ts';
import { readMigrations } from '../adapters/database/migrations.ts';
import { openDatabase } from '../adapters/database/open-database.ts';
import { openPostgres } from '../adapters/database/open-postgres.ts';
import { migrationSql } from '../prisma/new-migration.ts';
import { eachDatabase, onServer, serverUrl, silent, testKeys } from './databases.ts';

it('has migrations that say what schema.prisma says', async () => {
  expect(await migrationSql()).toBeNull();
});

eachDatabase((name, open) => {
  it('has applied every migration, and does nothing the second time', async () => {
    const { database } = await open();
    const rows = await database.prisma.$queryRaw<{ migration_name: string; checksum: string }[]>`
      SELECT migration_name, checksum FROM _prisma_migrations ORDER BY migration_name`;
    const expected = (await readMigrations()).map((m) => ({ migration_name: m.name, checksum: m.checksum }));
    expect(rows).toEqual(expected);
    const alone = () => expect.fail('the schema engine is not needed');
    expect(await migrate({ ...database, alone } as never, silent)).toEqual([]);
  });

  it('refuses to go on when an applied migration was edited, or one failed half-way', async () => {
    const { database } = await open();
    const attempt = () => migrate({ ...database, alone: () => expect.fail() } as never, silent);
    await database.prisma.$executeRaw`UPDATE _prisma_migrations SET checksum = 'other'`;
    await expect(attempt()).rejects.toThrow('was edited after it was applied');
    await database.prisma.$executeRaw`UPDATE _prisma_migrations SET finished_at = NULL`;
    await expect(attempt()).rejects.toThrow('failed half-way');
  });

  it.runIf(name === 'PostgreSQL')('lets several replicas start at once on an empty server', async () => {
    const empty = `zb_test_${process.pid}_empty`;
    await onServer((client) => client.query(`CREATE DATABASE ${empty}`));
    try {
      const url = Object.assign(new URL(serverUrl), { pathname: `/${empty}` }).toString();
      const opening = Array.from({ length: 4 }, () =>
        openDatabase({ url, connections: 3, keys: testKeys, log: silent }),
      );
      const replicas = await Promise.all(opening);
      for (const { prisma, kept } of replicas) {
        const rows = await prisma.$queryRaw`SELECT count(*)::int AS n FROM _prisma_migrations`;
        expect(rows).toEqual([{ n: (await readMigrations()).length }]);
        expect(await loadKeptKeys(prisma, testKeys)).toEqual(kept);
      }
      for (const replica of replicas) await replica.close();
    } finally {
      await onServer((client) => client.query(`DROP DATABASE ${empty} WITH (FORCE)`));
    }
  });

  it.runIf(name === 'PostgreSQL')('outlives a connection that is cut under a migration', async () => {
    const { url = '' } = await open();
    const connection = await openPostgres(url, silent);
    const cut = () =>
      onServer((client) =>
        client.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND query LIKE '%advisory_lock%'`,
          [new URL(url).pathname.slice(1)],
        ),
      );
    // An event that nobody hears ends the process.
    const cuts = await connection.alone(async () => {
      const { rowCount } = await cut();
      await sleep(300);
      return rowCount;
    });
    expect(cuts).toBe(1);
    expect(await connection.alone(async () => 'the next one')).toBe('the next one');
    await connection.close();
  });

  it('keeps instants right whatever the time zone of the server', async () => {
    const { database } = await open();
    const rows = await database.prisma
      .$queryRaw`SELECT timestamptz '2026-07-01 12:00+02' AS at, current_setting('TimeZone') AS zone`;
    expect(rows).toEqual([{ at: new Date('2026-07-01T10:00:00Z'), zone: 'UTC' }]);
  });
});
