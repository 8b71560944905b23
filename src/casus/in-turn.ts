/** The last one in the queue of each subject. */
const last = new Map<string, Promise<unknown>>();

/** Runs one after the other what is about the same subject, within this process; others do not wait. */
export async function inTurn<T>(subject: string, run: () => Promise<T>): Promise<T> {
  const before = last.get(subject) ?? Promise.resolve();
  const mine = before.then(run, run);
  // A fault is for who asked; the next in the queue only waits for the end.
  const end = mine.then(
    () => {},
    () => {},
  );
  last.set(subject, end);
  try {
    return await mine;
  } finally {
    if (last.get(subject) === end) last.delete(subject);
  }
}
