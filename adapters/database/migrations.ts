import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where the schema and its migrations are. */
export const schemaFile = join(import.meta.dirname, '../../prisma/schema.prisma');
export const migrationsFolder = join(import.meta.dirname, '../../prisma/migrations');

/** One migration: a folder with plain SQL. `checksum` as Prisma writes it in `_prisma_migrations`. */
export type Migration = { name: string; sql: string; checksum: string };

/** All migrations, in the order they apply. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((e) => e.isDirectory()).map((e) => e.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, 'migration.sql'), 'utf8');
      return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    }),
  );
}

/** The same list in the words of the schema engine. */
export function migrationList(migrations: Migration[]) {
  return {
    baseDir: migrationsFolder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  };
}
