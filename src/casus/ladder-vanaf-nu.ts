import { wallInstant } from '../permanentie/wall-instant.ts';
import { werkdag } from '../regio/werkdag.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import type { Seen } from './see.ts';
import type { Rung } from './termijn.ts';

type Where = Pick<Seen, 'region' | 'holidays' | 'now'>;

/** Wall clock at which rungs that count in days come: in the morning, with the day still ahead. */
const MORGEN = '09:00';

/** In the morning of a day (ISO date). */
export const ochtend = ({ region }: Pick<Where, 'region'>, datum: string): Instant =>
  wallInstant(region.tijdzone, datum, MORGEN);

/**
 * Rungs of a clock that starts now, in order of time. What would have been said before is not said any more. Is all of
 * it past (a case that was opened again, a day that was noted late), then who has to do it hears of it on the next
 * working morning, and who has to know that it is late a working day after.
 */
export function ladderVanafNu(rungs: readonly Rung[], where: Where): Rung[] {
  const sorted = rungs.toSorted((a, b) => Temporal.Instant.compare(a.op, b.op));
  const ahead = sorted.filter((r) => isBefore(where.now, r.op));
  return ahead.length > 0 ? ahead : teLaatBegonnen(sorted, where);
}

function teLaatBegonnen(sorted: readonly Rung[], where: Where): Rung[] {
  const first = volgendeOchtend(where);
  const own = sorted.findLast((r) => r.aan.startsWith('persoon:')) ?? sorted.findLast((r) => r.aan === 'aanspreekpunt');
  const last = sorted.at(-1);
  return [own, last === own ? undefined : last]
    .filter((rung) => rung !== undefined)
    .map((rung, n) => ({ ...rung, op: ochtend(where, n === 0 ? first : werkdagNa(where, first)) }));
}

/** Day (ISO date) of the next working morning: today, when that is still to come. */
export function volgendeOchtend(where: Where): string {
  const { region, holidays, now } = where;
  const today = werkdag(region, holidays, dateIn(region.tijdzone, now), 'erna');
  return isBefore(now, ochtend(where, today)) ? today : werkdagNa(where, today);
}

const werkdagNa = ({ region, holidays }: Where, datum: string): string =>
  werkdag(region, holidays, Temporal.PlainDate.from(datum).add({ days: 1 }).toString(), 'erna');
