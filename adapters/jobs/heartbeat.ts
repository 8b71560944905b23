import { schedule } from 'node-cron';
import type { Log } from '../../src/ports.ts';

export type Heartbeat = {
  /** When a beat last came through without a fault, in ms since 1970; null before the first. */
  lastBeat(): number | null;
  /** Lets a beat that is running finish; no other follows. */
  stop(): Promise<void>;
};

/**
 * Calls `beat` now and at the start of every minute, never two at once. What is due is asked of the
 * database each time, so a missed or failed beat is made good by the next.
 */
export function startHeartbeat({ beat, log }: { beat(): Promise<unknown>; log: Log }): Heartbeat {
  let last: number | null = null;
  let running: Promise<void> | undefined;
  const once = async () => {
    try {
      await beat();
      last = Date.now();
    } catch (error) {
      log.error('heartbeat.fault', { fault: error instanceof Error ? error.name : 'unknown' });
    } finally {
      running = undefined;
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
    lastBeat: () => last,
    async stop() {
      await task.destroy();
      await running;
    },
  };
}

// node-cron would write to the console by itself.
const mute = { info() {}, warn() {}, error() {}, debug() {} };
