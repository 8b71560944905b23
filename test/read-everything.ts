import { decrypt } from '../adapters/database/field-encryption.ts';
import type { Database } from '../adapters/database/open-database.ts';
import { columns } from '../adapters/database/rotate-keys.ts';

/** Every row of every table, by table, bytes as hex: what a dump shows. */
export async function everyRow({ executor }: Database): Promise<Map<string, string[]>> {
  const { rows } = await executor.executeSql(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`,
  );
  const found = new Map<string, string[]>();
  for (const { name } of rows as { name: string }[]) {
    const { rows: lines } = await executor.executeSql(`SELECT t::text AS line FROM ${name} t ORDER BY 1`);
    found.set(
      name,
      (lines as { line: string }[]).map((row) => row.line),
    );
  }
  return found;
}

/** What is encrypted, as somebody with the keys reads it. */
export async function everythingProtected({ executor, keys }: Database): Promise<string[]> {
  const texts: string[] = [];
  for (const { table, column, key, field } of columns) {
    const names = key.map(([name]) => `${name}::text`);
    const { rows } = await executor.executeSql(
      `SELECT ARRAY[${names}] AS row, ${column} AS value FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    for (const { row, value } of rows as { row: string[]; value: Uint8Array<ArrayBuffer> }[])
      texts.push(decrypt(keys, field(...row), value).toString());
  }
  return texts;
}
