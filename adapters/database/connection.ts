import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';

/** Runs SQL with `$1` parameters. Without parameters the text may hold several statements. */
export type Sql = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] }> };

/** A way to a PostgreSQL: embedded in a folder, or a server. */
export type Connection = {
  kind: 'pglite' | 'postgres';
  adapter: SqlMigrationAwareDriverAdapterFactory;
  /** Statements outside any transaction of ours; pg-boss works through it. */
  executor: Sql;
  /** Runs `work` when a connection is free for a whole transaction, and throws when its COMMIT was lost. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Runs `work` while no other process migrates this database. */
  alone<T>(work: (adapter: SqlMigrationAwareDriverAdapterFactory) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};
