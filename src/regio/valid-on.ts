import type { Dated } from './region.ts';

/** Whether a dated entry holds on `date` (ISO): from `van` up to and including `tot` [P3]. */
export const validOn = (entry: { van?: string; tot?: string }, date: string): boolean =>
  (entry.van === undefined || entry.van <= date) && (entry.tot === undefined || date <= entry.tot);

/** Of the entries that hold on `date` the one that started last; of equals the last in the list [P3]. */
export function latestValid<T>(entries: readonly Dated<T>[], date: string): Dated<T> | undefined {
  let best: Dated<T> | undefined;
  for (const entry of entries)
    if (validOn(entry, date) && (best === undefined || (entry.van ?? '') >= (best.van ?? ''))) best = entry;
  return best;
}
