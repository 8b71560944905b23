import type { Holidays } from '../permanentie/on-duty.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import { type Instant, isBefore } from '../time.ts';
import { isClosed, isWeekend } from './is-closed.ts';
import type { Region } from './region.ts';

/** Working hours of a term, wall clock of the region: 8 hours a working day [A2]. */
const workStart = '09:00';
const workEnd = '17:00';
const workMinutes = 8 * 60;

/** A term that needs more days than this never ends: a region closed for good. */
const mostDays = 3660;

/**
 * When a term ends that starts at `start` and lasts `duur` (ISO 8601, more than zero) [A2, T1, Z2].
 *
 * `klokuren`: hours and minutes run on, through nights, weekends and both changes of the clock; days,
 * weeks and months go by the calendar and keep the time on the wall.
 * `werkuren`: weeks, months and years go by the calendar first. Then hours and minutes count only from
 * 9 to 17 h on days that are no weekend, public holiday or closing day; a day (`P1D`) is 8 such hours.
 * What is used up at 17 h ends at 17 h.
 *
 * @throws RangeError when `duur` is not such a duration, or the region is never open again.
 */
export function addTerm(
  start: Instant,
  duur: string,
  rekening: Region['termijnen']['rekening'],
  region: Pick<Region, 'tijdzone' | 'sluitingsdagen'>,
  holidays: Holidays,
): Instant {
  const duration = Temporal.Duration.from(duur);
  if (duration.sign !== 1) throw new RangeError(`a term lasts more than zero: ${duur}`);
  const wall = start.toZonedDateTimeISO(region.tijdzone);
  if (rekening === 'klokuren') return wall.add(duration).toInstant();

  const { years, months, weeks, days } = duration;
  const time = duration.with({ years: 0, months: 0, weeks: 0, days: 0 });
  // 'total' needs no calendar for hours and smaller.
  let left = days * workMinutes * 60_000 + (time.blank ? 0 : time.total('millisecond'));
  let at = wall.add({ years, months, weeks }).toInstant();
  if (left === 0) return at;
  let day = at.toZonedDateTimeISO(region.tijdzone).toPlainDate();
  for (let ahead = 0; ahead <= mostDays; ahead++, day = day.add({ days: 1 })) {
    const date = day.toString();
    if (isWeekend(date) || isClosed(region, holidays, date)) continue;
    const opens = wallInstant(region.tijdzone, date, workStart);
    const closes = wallInstant(region.tijdzone, date, workEnd);
    if (isBefore(at, opens)) at = opens;
    const open = closes.epochMilliseconds - at.epochMilliseconds;
    if (open >= left) return at.add({ milliseconds: left });
    if (open > 0) left -= open;
  }
  throw new RangeError(`no working hours for ${duur} within ${mostDays} days`);
}
