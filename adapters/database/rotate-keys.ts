import type { Log } from '../../src/ports.ts';
import { detailField, inhoudField } from './casus-row.ts';
import { waardenField } from './drafts.ts';
import { type Field, prefixOf, rewrap } from './field-encryption.ts';
import { keptKeyField } from './kept-keys.ts';
import { tekstField } from './nota-row.ts';
import type { Database } from './open-database.ts';
import { rugzakField } from './rugzak-row.ts';
import { zorgplanField, zorgtafelField } from './zorg-row.ts';

type Column = {
  table: string;
  column: string;
  /** What tells its rows apart: column and type. */
  key: [name: string, type: 'text' | 'int'][];
  field(...key: string[]): Field;
};

/** Every column that holds encrypted values. */
export const columns: Column[] = [
  { table: 'casus', column: 'inhoud', key: [['id', 'text']], field: (id = '') => inhoudField(id) },
  {
    table: 'gebeurtenis',
    column: 'detail',
    key: [
      ['casus_id', 'text'],
      ['seq', 'int'],
    ],
    field: (casusId = '', seq) => detailField(casusId, Number(seq)),
  },
  { table: 'rugzak', column: 'inhoud', key: [['casus_id', 'text']], field: (id = '') => rugzakField(id) },
  { table: 'zorgtafel', column: 'inhoud', key: [['id', 'text']], field: (id = '') => zorgtafelField(id) },
  {
    table: 'zorgplan',
    column: 'inhoud',
    key: [
      ['casus_id', 'text'],
      ['versie', 'int'],
    ],
    field: (casusId = '', versie) => zorgplanField(casusId, Number(versie)),
  },
  { table: 'concept', column: 'waarden', key: [['id', 'text']], field: (id = '') => waardenField(id) },
  { table: 'nota', column: 'tekst', key: [['id', 'text']], field: (id = '') => tekstField(id) },
  { table: 'sleutel', column: 'inhoud', key: [['naam', 'text']], field: (naam = '') => keptKeyField(naam) },
];

const batch = 200;

/**
 * Brings everything encrypted under the newest key of the ring, in small transactions: it can run while
 * the bot works, be stopped, and run again. Returns how many values it rewrote. When it is done no value
 * needs an older key, and `remaining` counts the ones that do (0).
 *
 * The order of a rotation: put the new key in front of `BOT_KEYS` everywhere, restart, run this, and only
 * then take the old key out.
 */
export async function rotateKeys(database: Database, log: Log): Promise<{ rewritten: number; remaining: number }> {
  let rewritten = 0;
  for (const column of columns) {
    for (let after: string[] | null = []; after !== null; ) {
      const done = await rotateBatch(database, column, after);
      rewritten += done.length;
      after = done.length === batch ? (done.at(-1) ?? null) : null;
    }
    log.info('keys.rotated', { kind: column.table, count: rewritten });
  }
  return { rewritten, remaining: await countOld(database) };
}

/** How many values are not under the newest key. */
export async function countOld({ executor, keys }: Database): Promise<number> {
  const prefix = prefixOf(keys.newest);
  let total = 0;
  for (const { table, column } of columns) {
    const { rows } = await executor.executeSql(
      `SELECT count(*)::int AS n FROM ${table}
        WHERE ${column} IS NOT NULL AND substring(${column} FROM 1 FOR ${prefix.length}) <> $1`,
      [prefix],
    );
    total += (rows as { n: number }[])[0]?.n ?? 0;
  }
  return total;
}

/** Rewrites the next rows after `after`; their keys. */
async function rotateBatch(database: Database, { table, column, key, field }: Column, after: string[]) {
  const prefix = prefixOf(database.keys.newest);
  const names = key.map(([name]) => name);
  const parameters = key.map(([, type], n) => `$${n + 2}::text::${type}`);
  const beyond = after.length > 0 ? `AND (${names}) > (${parameters})` : '';
  return database.transaction(async (tx) => {
    // Locked until rewritten, so that a change in between is not undone.
    const { rows } = await tx.executeSql(
      `SELECT ARRAY[${names.map((name) => `${name}::text`)}] AS row, ${column} AS value FROM ${table}
        WHERE ${column} IS NOT NULL AND substring(${column} FROM 1 FOR ${prefix.length}) <> $1 ${beyond}
        ORDER BY ${names} LIMIT ${batch} FOR UPDATE`,
      [prefix, ...after],
    );
    const found = rows as { row: string[]; value: Uint8Array }[];
    for (const { row, value } of found)
      await tx.executeSql(`UPDATE ${table} SET ${column} = $1 WHERE (${names}) = (${parameters})`, [
        rewrap(database.keys, field(...row), value),
        ...row,
      ]);
    return found.map(({ row }) => row);
  });
}
