import type { Queue } from 'pg-boss';

/** How often and how long a job is tried when it faults, and at what pace once that was told. Seconds. */
export type Patience = { retries: number; firstDelay: number; longestDelay: number; afterGivingUp: number };

/** 2 s, 4 s, 8 s … 5 min: given up after about twenty minutes of faults. */
export const patience: Patience = { retries: 10, firstDelay: 2, longestDelay: 300, afterGivingUp: 15 * 60 };

/** Deliveries, refreshes, and what neither could do. The dead letters come first: the others name them. */
export function queues({ retries, firstDelay, longestDelay }: Patience): Queue[] {
  const worked: Omit<Queue, 'name'> = {
    deadLetter: 'onbestelbaar',
    retryLimit: retries,
    retryDelay: firstDelay,
    retryBackoff: true,
    retryDelayMax: longestDelay,
    // A worker that dies is missed after this; one that lives says so twice as often.
    heartbeatSeconds: 20,
    // Longer than any delivery with its time limits takes.
    expireInSeconds: 120,
    // Done is done: the outbox remembers. Failed ones stay a day with the done ones, for whoever looks.
    deleteAfterSeconds: 24 * 3600,
  };
  return [
    { name: 'onbestelbaar', retryLimit: 5, retryDelay: 5, retryBackoff: true, deleteAfterSeconds: 14 * 24 * 3600 },
    { name: 'bericht', ...worked },
    { name: 'ververs', ...worked },
  ];
}
