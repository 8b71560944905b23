import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { migrationList, migrationsFolder, readMigrations, schemaFile } from '../adapters/database/migrations.ts';
import { pgliteAdapter } from '../adapters/database/pglite-adapter.ts';
import { everything, loadSchemaEngine } from '../adapters/database/schema-engine.ts';

/**
 * The SQL that takes the migrations to what schema.prisma says now; null when they say the same.
 * Both sides are built in a PostgreSQL in memory: no server, no download.
 */
export async function migrationSql(): Promise<string | null> {
  const scratch = await PGlite.create('memory://');
  try {
    const engine = await loadSchemaEngine(pgliteAdapter(scratch), schemaFile);
    const { exitCode, stdout } = await engine.diff({
      from: { tag: 'migrations', ...migrationList(await readMigrations()) },
      to: { tag: 'schemaDatamodel', files: [{ path: schemaFile, content: await readFile(schemaFile, 'utf8') }] },
      script: true,
      exitCode: true,
      filters: everything,
    });
    return exitCode === 0 ? null : stdout;
  } finally {
    await scratch.close();
  }
}

async function writeMigration(name: string): Promise<string> {
  const sql = await migrationSql();
  if (sql === null) return 'The migrations already say what schema.prisma says.';
  const number = String((await readMigrations()).length + 1).padStart(4, '0');
  const folder = join(migrationsFolder, `${number}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'migration.sql'), `${sql.trim()}\n`);
  return `Wrote ${join(folder, 'migration.sql')}. Read it, add what Prisma cannot say (triggers, checks), commit it.`;
}

if (import.meta.main) {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name)) {
    console.error('usage: node prisma/new-migration.ts NAME   (small letters, digits, _)');
    process.exitCode = 1;
  } else console.log(await writeMigration(name));
}
