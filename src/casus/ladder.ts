import type { LadderStep } from '../regio/region.ts';
import { type Instant, isBefore } from '../time.ts';
import type { Rung, RungAan, Termijn } from './termijn.ts';

/**
 * A clock that starts now, with its ladder frozen: `at(duration)` gives the instant of a rung in the
 * region's way of counting hours [A2]. Rungs in order of time.
 */
export function startTermijn(
  make: Pick<Termijn, 'id' | 'casusId' | 'soort' | 'start' | 'einde'> & { over?: string },
  steps: readonly (Pick<LadderStep, 'na' | 'soort'> & { aan: RungAan })[],
  at: (duration: string) => Instant,
): Termijn {
  const ladder = steps
    .map((s): Rung => ({ op: at(s.na), soort: s.soort, aan: s.aan }))
    .sort((a, b) => Temporal.Instant.compare(a.op, b.op));
  return { ...make, over: make.over ?? null, ladder, volgende: ladder[0]?.op ?? null, gestopt: null };
}

/** A clock that stopped: nothing of it is due any more. Stopping twice keeps the first. */
export const stopTermijn = (termijn: Termijn, op: Instant, reden: string): Termijn =>
  termijn.gestopt ? termijn : { ...termijn, volgende: null, gestopt: { op, reden } };

/**
 * The rungs that fell due up to `now`, and the clock with its next one. After an outage a reminder
 * that a later rung has overtaken makes no sense any more: it is `missed`; an escalation always goes out.
 */
export function climb(termijn: Termijn, now: Instant): { due: Rung[]; missed: Rung[]; next: Termijn } {
  const from = termijn.volgende;
  if (from === null) return { due: [], missed: [], next: termijn };
  const fallen = termijn.ladder.filter((r) => !isBefore(r.op, from) && !isBefore(now, r.op));
  const last = fallen.at(-1);
  const due = fallen.filter((r) => r.soort === 'escalatie' || (last && r.op.equals(last.op)));
  const missed = fallen.filter((r) => !due.includes(r));
  const volgende = termijn.ladder.find((r) => isBefore(now, r.op))?.op ?? null;
  return { due, missed, next: { ...termijn, volgende } };
}
