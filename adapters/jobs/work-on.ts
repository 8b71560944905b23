import type { Job as BossJob, Db, JobInsert, JobResult, PgBoss } from 'pg-boss';
import type { Log } from '../../src/ports.ts';
import type { Job, JobData } from './start-jobs.ts';

/** `later`: not now, again after so many ms (without: sooner at first, then at most every minute). */
export type Handled = { kind: 'done' } | { kind: 'later'; afterMs?: number };

/** What the jobs are about. A throw means: try again with back-off, and give up in the end. */
export type Handlers = {
  deliver(berichtId: string): Promise<Handled>;
  /** One at a time for each subject, over all replicas; what was asked for before it starts is done with it. */
  refresh(casusId: string): Promise<Handled>;
  /** A delivery was given up: writes it off and tells who should know, once. Called again when it throws. */
  gaveUp(berichtId: string, reden: 'fout' | 'te_lang'): Promise<void>;
};

type Workshop = {
  handlers: Handlers;
  executor: Db;
  log: Log;
  /** Looks at a queue again after so many ms. */
  later(queue: Job['queue'], afterMs: number): void;
  /** Fetching workers per queue; each takes four jobs at a time. */
  workers: number;
  /** How long what was given up waits for its next try, in ms. */
  afterGivingUpMs: number;
};

/** A delivery that was put off for this long is given up, and told. */
const maxAgeMs = 24 * 3600_000;
/** Until then what was given up is still tried, at ease: a platform may be away for a weekend [P2], a fault be repaired. */
const longestMs = 30 * 24 * 3600_000;
const pollingIntervalSeconds = 2;

/** Starts the workers of every queue; their ids, for `notifyWorker`. */
export async function workOn(boss: PgBoss, shop: Workshop): Promise<Map<Job['queue'], string[]>> {
  const { handlers } = shop;
  const started = new Map<Job['queue'], string[]>();
  const start = async (queue: Job['queue'], handle: (data: JobData) => Promise<Handled>) => {
    const ids: string[] = [];
    for (let n = 0; n < shop.workers; n++)
      ids.push(
        await boss.work<JobData, unknown, { perJobResults: true; batchSize: number }>(
          queue,
          {
            perJobResults: true,
            batchSize: 4,
            ...{ groupConcurrency: 1, pollingIntervalSeconds, burstWhenBatchFull: true },
          },
          (jobs) => Promise.all(jobs.map((job) => settle(boss, shop, queue, job, handle))),
        ),
      );
    started.set(queue, ids);
  };
  await start('bericht', ({ berichtId = '' }) => handlers.deliver(berichtId));
  await start('ververs', async ({ casusId = '' }) => {
    await absorb(shop.executor, casusId);
    return handlers.refresh(casusId);
  });
  await boss.work<JobData>('onbestelbaar', { pollingIntervalSeconds, burstWhenBatchFull: true }, async ([job]) => {
    if (!job) return;
    const { berichtId, casusId, sinds, opgegeven } = job.data;
    shop.log.error('jobs.gave_up', { berichtId, casusId });
    if (berichtId && !opgegeven) await handlers.gaveUp(berichtId, Date.now() - sinds > maxAgeMs ? 'te_lang' : 'fout');
    await atEase(boss, shop, berichtId ? 'bericht' : 'ververs', job.data);
  });
  return started;
}

/** The job as pg-boss takes it: refreshes of one subject are a group, of which it hands out one at a time. */
export const inserted = (data: JobData): Pick<JobInsert<JobData>, 'data' | 'group'> => ({
  data,
  ...(data.casusId && { group: { id: data.casusId } }),
});

/** Puts back what was given up; who should know was told. */
async function atEase(boss: PgBoss, { later, afterGivingUpMs }: Workshop, queue: Job['queue'], data: JobData) {
  if (Date.now() - data.sinds > longestMs) return;
  const startAfter = new Date(Date.now() + afterGivingUpMs);
  await boss.insert(queue, [{ ...inserted({ ...data, opgegeven: true }), startAfter, retryLimit: 0 }]);
  later(queue, afterGivingUpMs);
}

/**
 * A refresh that is about to start shows whatever was committed until now, so those still waiting for the same
 * subject have nothing left to do. Those of a commit that is not done yet are not seen here, and stay.
 * None is ever blocked: it is said so that pg-boss' index on what waits is used, and no day of finished jobs is read.
 */
const absorb = (db: Db, casusId: string) =>
  db.executeSql(
    `DELETE FROM pgboss.job WHERE name = 'ververs' AND state < 'active' AND NOT blocked AND group_id = $1`,
    [casusId],
  );

async function settle(
  boss: PgBoss,
  shop: Workshop,
  queue: Job['queue'],
  { id, data }: BossJob<JobData>,
  handle: (data: JobData) => Promise<Handled>,
): Promise<JobResult> {
  const { log, later } = shop;
  try {
    const handled = await handle(data);
    if (handled.kind === 'done') return { id, status: 'completed' };
    const age = Date.now() - data.sinds;
    // Being asked to wait for a moment is another thing than failing again.
    if (data.opgegeven && (handled.afterMs === undefined || age > longestMs)) {
      await atEase(boss, shop, queue, data);
      return { id, status: 'completed' };
    }
    if (age > maxAgeMs && !data.opgegeven) return { id, status: 'deadletter', output: { reden: 'te_lang' } };
    const afterMs = handled.afterMs ?? Math.min(60_000, Math.max(2_000, age / 2));
    // A new job instead of a retry: being asked to wait is no fault, and uses up none of the retries.
    // Dying in between leaves both, and a delivery done twice changes nothing.
    await boss.insert(queue, [
      { ...inserted(data), startAfter: new Date(Date.now() + afterMs), ...(data.opgegeven && { retryLimit: 0 }) },
    ]);
    later(queue, afterMs);
    return { id, status: 'completed' };
  } catch (error) {
    const fault = error instanceof Error ? error.name : 'unknown';
    log.warn('jobs.failed', { kind: queue, berichtId: data.berichtId, casusId: data.casusId, fault });
    // Its name only: a message may quote what somebody typed, and this is kept in the database [S11].
    return { id, status: 'failed', output: { fault } };
  }
}
