/**
 * Does the work for each in turn, and gives the sum. One that faults does not silence the others: its fault is thrown
 * once the rest is done (of several, the first).
 */
export async function eachApart<T>(
  items: Iterable<T> | AsyncIterable<T>,
  work: (item: T) => Promise<number>,
): Promise<number> {
  let count = 0;
  const faults: unknown[] = [];
  for await (const item of items)
    try {
      count += await work(item);
    } catch (fault) {
      faults.push(fault);
    }
  if (faults.length > 0) throw faults[0];
  return count;
}
