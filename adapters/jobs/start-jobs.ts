import { setTimeout as sleep } from 'node:timers/promises';
import { type Db, PgBoss } from 'pg-boss';
import type { Log } from '../../src/ports.ts';
import { type Patience, patience as patient, queues } from './queues.ts';
import { type Handlers, inserted, workOn } from './work-on.ts';

/** Work for later. Ids only: what to show is decided when it is shown. */
export type Job = { queue: 'bericht'; berichtId: string } | { queue: 'ververs'; casusId: string };

/**
 * What is kept of a job: `sinds` (ms since 1970) is when it was first asked for, however often it was put off;
 * `opgegeven`: that it was given up was told.
 */
export type JobData = { berichtId?: string; casusId?: string; sinds: number; opgegeven?: true };

export type Jobs = {
  /** Adds jobs in the transaction behind `db`: one statement per queue. */
  enqueue(db: Db, jobs: Job[]): Promise<void>;
  /** Looks at once, instead of at the next poll (2 s at most). */
  wake(jobs: Job[]): void;
  /** Starts the workers. Once. */
  work(handlers: Handlers): Promise<void>;
  /** Ms since the workers last looked for work; null before they started. Above 30 000 something is wrong. */
  sinceLastPoll(): number | null;
  /** Finishes what is in hand within `timeoutMs`, gives back the rest, stops. */
  stop(timeoutMs?: number): Promise<void>;
};

export type JobsOptions = {
  /** The database everything else is in. */
  database: { kind: 'pglite' | 'postgres'; executor: Db };
  log: Log;
  /** Other than the usual: for tests. */
  patience?: Patience;
};

/**
 * Opens the durable queues (pg-boss) in the application's own database. The first start makes pg-boss'
 * tables; several replicas may start at once.
 */
export async function startJobs({ database, log, patience = patient }: JobsOptions): Promise<Jobs> {
  const { kind, executor } = database;
  const boss = new PgBoss({
    db: executor,
    backend: kind,
    schedule: false,
    // How soon a job of a replica that died is given to another: on top of its 20 s without heartbeat.
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  });
  const fault = (error: unknown) => log.error('jobs.fault', { fault: nameOf(error) });
  boss.on('error', fault);
  boss.on('warning', ({ data }) => log.warn('jobs.warning', { kind: kindOf(data) }));
  await again(() => boss.start());
  await again(() => ensureQueues(boss, patience));
  // Embedded, there is no other process: what is active now was in the hands of one that died.
  if (kind === 'pglite') await giveBack(executor);

  let workers: Map<Job['queue'], string[]> | undefined;
  const timers = new Set<NodeJS.Timeout>();
  const wakeQueue = (queue: Job['queue']) => {
    for (const id of workers?.get(queue) ?? []) boss.notifyWorker(id);
  };

  return {
    async enqueue(db, jobs) {
      const sinds = Date.now();
      for (const queue of ['bericht', 'ververs'] as const) {
        const those = jobs.filter((job) => job.queue === queue);
        if (those.length === 0) continue;
        await boss.insert(
          queue,
          those.map(({ queue: _, ...ids }) => inserted({ ...ids, sinds })),
          { db },
        );
      }
    },
    wake(jobs) {
      for (const queue of new Set(jobs.map((job) => job.queue))) wakeQueue(queue);
    },
    async work(handlers) {
      const later = (queue: Job['queue'], afterMs: number) => {
        const timer = setTimeout(() => {
          timers.delete(timer);
          wakeQueue(queue);
        }, afterMs);
        timer.unref();
        timers.add(timer);
      };
      workers = await workOn(boss, {
        handlers,
        executor,
        log,
        later,
        workers: kind === 'pglite' ? 1 : 3,
        afterGivingUpMs: patience.afterGivingUp * 1_000,
      });
      // Who looks only after an interval never does when every replica is restarted sooner than that.
      if (kind === 'postgres') boss.supervise().catch(fault);
    },
    sinceLastPoll() {
      const polls = boss.getWipData().map((w) => w.lastFetchedOn ?? 0);
      return polls.length === 0 ? null : Date.now() - Math.max(...polls);
    },
    async stop(timeoutMs = 15_000) {
      for (const timer of timers) clearTimeout(timer);
      await boss.stop({ graceful: true, timeout: timeoutMs, close: false });
    },
  };
}

/** Codes of PostgreSQL for: somebody else made it at this very moment. */
const madeMeanwhile = ['23505', '42P06', '42P07', '40P01', '40001'];

/** Replicas that start together on an empty server make the same tables: the loser looks again. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (attempt === 5 || !madeMeanwhile.includes(code)) throw error;
      await sleep(100 * attempt);
    }
  }
}

/** Makes what is missing and brings up to date what is different. Nothing to do: one query. */
async function ensureQueues(boss: PgBoss, patience: Patience): Promise<void> {
  const existing = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]));
  for (const { name, ...options } of queues(patience)) {
    const found = existing.get(name);
    if (!found) await boss.createQueue(name, options);
    else if (Object.entries(options).some(([key, value]) => found[key as keyof typeof found] !== value))
      await boss.updateQueue(name, options);
  }
  // Read every queue into pg-boss' memory now: inside a transaction of ours, on the one connection of the
  // embedded database, a look-up of its own would wait for us for ever.
  for (const { name } of queues(patience)) await boss.insert(name, []);
}

/** As pg-boss' own `restore`: claimable again, and the interrupted attempt does not count. */
async function giveBack(db: Db): Promise<void> {
  await db.executeSql(
    `UPDATE pgboss.job SET state = 'created', started_on = NULL, heartbeat_on = NULL
      WHERE state = 'active' AND name = ANY($1)`,
    [['bericht', 'ververs', 'onbestelbaar']],
  );
}

const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'unknown';
  const code = 'code' in error ? String(error.code) : '';
  return code ? `${error.name}:${code}` : error.name;
};

const kindOf = (data: unknown): string =>
  typeof data === 'object' && data !== null && 'type' in data ? String(data.type) : 'unknown';
