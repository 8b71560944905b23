import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** Runs SQL with `$1` parameters. Without parameters the text may hold several statements. */
export type Sql = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/**
 * One open transaction, close to the driver: a decision is a dozen statements, and Prisma would take
 * two thirds of the time. Values in the templates travel as parameters, and each text is planned once.
 *
 *     const [row] = await tx.rows<{ laatste: number }>`UPDATE teller … WHERE prefix = ${prefix} RETURNING laatste`;
 *     const count = await tx.run`DELETE FROM concept WHERE id = ${id}`;
 *
 * Take `bigint` columns as text: the drivers differ about them.
 */
export type Tx = Sql & {
  rows<Row>(parts: TemplateStringsArray, ...values: unknown[]): Promise<Row[]>;
  run(parts: TemplateStringsArray, ...values: unknown[]): Promise<number>;
};

/** A way to a PostgreSQL: embedded in a folder, or a server. */
export type Connection = {
  kind: 'pglite' | 'postgres';
  adapter: SqlMigrationAwareDriverAdapterFactory;
  /** Statements outside any transaction of ours; pg-boss works through it. */
  executor: Sql;
  /** Commits when `work` resolves; undone when it rejects. Rejects too when the COMMIT itself fails. */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Runs `work` while no other process migrates this database. */
  alone<T>(work: (adapter: SqlMigrationAwareDriverAdapterFactory) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** What a driver answers to a statement in a transaction. */
export type Answer = { rows: unknown[]; affected: number };

/** A transaction on a driver's way of running one statement. */
export const asTx = (query: (text: string, values: unknown[]) => Promise<Answer>): Tx => ({
  executeSql: (text, values = []) => query(text, values),
  rows: async <Row>(parts: TemplateStringsArray, ...values: unknown[]) =>
    (await query(numbered(parts), values)).rows as Row[],
  run: async (parts, ...values) => (await query(numbered(parts), values)).affected,
});

const texts = new WeakMap<TemplateStringsArray, string>();

/** `a = ${x}` becomes `a = $1`; worked out once for each place in the sources. */
function numbered(parts: TemplateStringsArray): string {
  let text = texts.get(parts);
  if (text === undefined) {
    text = parts.reduce((before, part, n) => `${before}$${n}${part}`);
    texts.set(parts, text);
  }
  return text;
}
