import { setTimeout as sleep } from 'node:timers/promises';

/** Sends that Teams takes from a bot in one conversation in one second; beyond it answers 429. */
const perSecond = 7;

/**
 * Waits until this conversation may get another message. Answers `false`, without waiting, when that
 * would take longer than `patienceMs`: the caller then comes back later.
 */
export type Pace = (conversationId: string, patienceMs: number) => Promise<boolean>;

export function createPace(now: () => number = () => performance.now()): Pace {
  /** The last moments at which a send was let through, at most `perSecond` for each conversation. */
  const sends = new Map<string, number[]>();
  let cleaned = now();

  return async (conversationId, patienceMs) => {
    const time = now();
    if (time - cleaned > 60_000) {
      for (const [id, moments] of sends) if ((moments.at(-1) ?? 0) < time - 1_000) sends.delete(id);
      cleaned = time;
    }
    const moments = sends.get(conversationId) ?? [];
    const moment = moments.length < perSecond ? time : Math.max(time, (moments[0] ?? 0) + 1_000);
    if (moment - time > patienceMs) return false;
    sends.set(conversationId, [...moments, moment].slice(-perSecond));
    if (moment > time) await sleep(moment - time);
    return true;
  };
}
