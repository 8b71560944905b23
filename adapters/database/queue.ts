import type { Sql } from './connection.ts';

/** Work for later, written in the transaction of what it follows from. Ids only. */
export type Job = { queue: 'bericht'; berichtId: string } | { queue: 'ververs'; casusId: string };

/** What the store asks of the job queues. */
export type Queue = {
  /** Adds jobs through `sql`, which is the open transaction: they are there when it commits, or not at all. */
  enqueue(sql: Sql, jobs: Job[]): Promise<void>;
  /** The transaction was committed: workers need not wait for their next poll. */
  wake(jobs: Job[]): void;
};
