import type { Directory, Person } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { type Instant, isBefore, timeIn } from '../time.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { noticesOn } from './notices.ts';
import type { Holidays } from './on-duty.ts';
import { alarmed, planners } from './planners.ts';

/** A gap that was none, or ended sooner, before a change. */
export type NewGap = {
  /** Its start on the wall (`HH:MM`). */
  van: string;
  /** It runs: nobody is on duty now. */
  nu: boolean;
  /** Who has to hear it at once; nobody when a notice ahead will tell. */
  wie: readonly Person[];
  /** The due time the outbox knows an alarm by. */
  vast: Instant;
};

/**
 * The gaps of a day (ISO date) that a change of the rota opened, and who hears of them in its own commit: the moments
 * at which a beat tells may be past [P6]. Of one that runs everybody who can do something, whoever changed it. `tot`:
 * how far the beat of this region came.
 */
export function newGaps(
  before: Region,
  after: Region,
  directory: Directory,
  holidays: Holidays,
  datum: string,
  { now, tot }: { now: Instant; tot: Instant | null },
): NewGap[] {
  const known = cachedDayPlan(before, holidays, datum).unfilled;
  return cachedDayPlan(after, holidays, datum)
    .unfilled.filter(
      (p) => isBefore(now, p.end) && !known.some((b) => b.start.equals(p.start) && !isBefore(b.end, p.end)),
    )
    .map(({ start }) => {
      const van = timeIn(after.tijdzone, start);
      const nu = !isBefore(now, start);
      const ahead = noticesOn(after, holidays, datum, directory).some(
        (n) => n.soort === 'gat' && n.van === van && isBefore(now, n.op),
      );
      return {
        van,
        nu,
        wie: nu ? alarmed(directory, after, now) : ahead ? [] : planners(directory, after, now),
        // A beat that has yet to pass its start tells of it then: theirs is the same message.
        vast: tot && isBefore(tot, start) ? start : now,
      };
    });
}
