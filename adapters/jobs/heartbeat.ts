import { schedule } from 'node-cron';
import type { Log } from '../../src/ports.ts';

export type Heartbeat = {
  /** Null while it beats; once no beat came to its end for three minutes, what is wrong: for `/readyz`. */
  problem(): string | null;
  /**
   * What the last beat could not do, null when all went well. No reason to send nobody here: it would be the same on
   * every replica, and what faulted is mostly one case.
   */
  fault(): string | null;
  /** Lets a beat that is running finish; no other follows. */
  stop(): Promise<void>;
};

const LATE_MS = 3 * 60_000;

type HeartbeatNeeds = { beat(): Promise<unknown>; log: Log; ended?(fault: string | null): void };

/**
 * Calls `beat` now and at the start of every minute, never two at once. What is due is asked of the
 * database each time, so a missed or failed beat is made good by the next.
 */
export function startHeartbeat({ beat, log, ended }: HeartbeatNeeds): Heartbeat {
  let last = Date.now();
  let fault: string | null = null;
  let running: Promise<void> | undefined;
  const once = async () => {
    try {
      await beat();
      fault = null;
    } catch (error) {
      fault = error instanceof Error ? error.name : 'unknown';
      log.error('heartbeat.fault', { fault });
    } finally {
      last = Date.now();
      running = undefined;
      ended?.(fault);
    }
  };
  // node-cron's own noOverlap does not know of the first beat, which may still run at the full minute.
  const next = () => {
    running ??= once();
    return running;
  };
  void next();
  const task = schedule('* * * * *', next, { noOverlap: true, suppressMissedWarning: true, logger: mute });
  return {
    problem: () => (Date.now() - last <= LATE_MS ? null : 'no heartbeat for more than three minutes'),
    fault: () => fault && `the last heartbeat could not do everything (${fault}): see the log`,
    async stop() {
      await task.destroy();
      await running;
    },
  };
}

// node-cron would write to the console by itself.
const mute = { info() {}, warn() {}, error() {}, debug() {} };
