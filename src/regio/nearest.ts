/** How many letters to insert, delete, replace or swap with their neighbour to get from `a` to `b`. */
function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let least = Math.min((above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, (before[j - 2] ?? 0) + 1);
      row.push(least);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? 0;
}

/** The candidate that `typed` is most likely a slip of, or null: at most one letter in three, two in all. */
export function nearest(
  typed: string,
  candidates: Iterable<string>,
  normalise: (text: string) => string = (text) => text,
): string | null {
  const wanted = normalise(typed);
  const allowed = Math.min(2, Math.floor(wanted.length / 3));
  let best: string | null = null;
  let least = allowed + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, normalise(candidate));
    if (distance < least) {
      best = candidate;
      least = distance;
    }
  }
  return best;
}
