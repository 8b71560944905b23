/** One page of what only grows: the newest first. `vroeger` and `later`: numbers of the pages beside it, null: none. */
export type Bladzijde<T> = { regels: T[]; vroeger: number | null; later: number | null };

/**
 * A page of `all` (oldest first), of which the newest is number `tot`; the newest there is when it is left out. Counted
 * from the oldest, so that a page holds the same lines when others are added meanwhile.
 */
export function bladzijde<T>(all: readonly T[], tot: number | undefined, most: number): Bladzijde<T> {
  const last = Math.min(all.length, tot ?? all.length);
  const first = Math.max(0, last - most);
  return {
    regels: all.slice(first, last).reverse(),
    vroeger: first > 0 ? first : null,
    later: last < all.length ? Math.min(all.length, last + most) : null,
  };
}

/** The number of a page as it stands in the subject of a button; undefined: the newest page. */
export function leesBladzijde(typed = ''): number | undefined {
  const tot = Number.parseInt(typed, 10);
  return tot > 0 ? tot : undefined;
}
