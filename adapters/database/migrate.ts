import type { Log } from '../../src/ports.ts';
import type { Connection, Sql } from './connection.ts';
import { type Migration, migrationList, readMigrations, schemaFile } from './migrations.ts';
import { StoreError } from './store-error.ts';

/**
 * Brings the database to the migrations of this version, and returns the names of those applied now.
 * The schema engine is only loaded when there is something to do. Several replicas may start at once:
 * one applies, the others wait and then find nothing left.
 *
 * Throws StoreError when an applied migration was edited afterwards, or an earlier one failed half-way.
 */
export async function migrate(connection: Connection, log: Log): Promise<string[]> {
  const migrations = await readMigrations();
  if ((await pending(connection.executor, migrations, log)).length === 0) return [];
  return connection.alone(async (adapter) => {
    if ((await pending(connection.executor, migrations, log)).length === 0) return [];
    const { everything, loadSchemaEngine } = await import('./schema-engine.ts');
    const engine = await loadSchemaEngine(adapter, schemaFile);
    try {
      const result = await engine.applyMigrations({ migrationsList: migrationList(migrations), filters: everything });
      log.info('database.migrated', { count: result.appliedMigrationNames.length });
      return result.appliedMigrationNames;
    } catch (cause) {
      throw new StoreError('migrations could not be applied', { cause });
    } finally {
      engine.free();
    }
  });
}

type Applied = { migration_name: string; checksum: string; finished: boolean };

async function pending(sql: Sql, migrations: Migration[], log: Log): Promise<Migration[]> {
  const { rows } = await sql.executeSql(`SELECT to_regclass('_prisma_migrations')::text AS name`);
  if ((rows as { name: string | null }[])[0]?.name == null) return migrations;
  const result = await sql.executeSql(
    `SELECT migration_name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const applied = new Map((result.rows as Applied[]).map((row) => [row.migration_name, row]));
  for (const { name, checksum } of migrations) {
    const row = applied.get(name);
    if (row && !row.finished)
      throw new StoreError(`migration ${name} failed half-way: repair the database, then remove its row`);
    if (row && row.checksum !== checksum) throw new StoreError(`migration ${name} was edited after it was applied`);
  }
  const known = new Set(migrations.map((m) => m.name));
  // A newer version of the bot was here: while versions are replaced one by one, the older goes on.
  const newer = [...applied.keys()].filter((name) => !known.has(name)).length;
  if (newer > 0) log.warn('database.newer_than_bot', { count: newer });
  return migrations.filter((m) => !applied.has(m.name));
}
