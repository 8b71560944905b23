import type { Store } from '../ports.ts';
import type { Clock } from '../time.ts';

const BATCH = 200;

/**
 * Overviews that changed because time passed: a deadline went by, a day part started, a role ended. Asks what
 * rang, whatever beats were missed; one that is being shown rings until it is, and showing it twice changes
 * nothing. Returns how many people it concerns.
 */
export async function werkBeat({ store, clock }: { store: Store; clock: Clock }): Promise<number> {
  const subjects = await store.gewekt(clock.now(), BATCH);
  if (subjects.length > 0) await store.commit({ refresh: subjects, audit: [] });
  return subjects.length;
}
