/** What two ways of doing the same came to, in the same unit; `ratio`: ours to the yardstick. */
export type Compared = { ours: number; yardstick: number; ratio: number };

/** Scales every measurement; 1 is about four minutes in all. */
export const scale = Number(process.env.BENCH_SECONDS ?? 1);

/**
 * Measures both in turn, the other one first each time. What it gives is one of the rounds, that of the median
 * ratio: what slows the machine down for a while slows down both, and the three numbers belong together.
 */
export async function alternate(
  ours: () => Promise<number> | number,
  yardstick: () => Promise<number> | number,
  rounds = 5,
): Promise<Compared> {
  const all: Compared[] = [];
  const add = (one: number, other: number) => all.push({ ours: one, yardstick: other, ratio: one / other });
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) add(await ours(), await yardstick());
    else {
      const first = await yardstick();
      add(await ours(), first);
    }
  }
  const middle = all.toSorted((a, b) => a.ratio - b.ratio)[Math.floor((rounds - 1) / 2)];
  if (!middle) throw new Error('nothing was measured');
  return middle;
}

export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return (low + high) / 2;
}

/** How often a second `work` gets done, by `lanes` at a time, for `seconds` (before scaling). */
export async function rate(work: () => Promise<unknown>, lanes: number, seconds: number): Promise<number> {
  const started = performance.now();
  const end = started + seconds * scale * 1000;
  let done = 0;
  const lane = async () => {
    do {
      await work();
      done++;
    } while (performance.now() < end);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (done * 1000) / (performance.now() - started);
}
