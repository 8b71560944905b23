import type { Holidays } from '../permanentie/on-duty.ts';
import { isClosed, isWeekend } from './is-closed.ts';
import type { Region } from './region.ts';

/** Longest a region can be closed without a day in between before `werkdag` gives up and takes the day itself. */
const mostDays = 60;

/** `date` (ISO) when it is a working day of the region, else the nearest one before or after it. */
export function werkdag(
  region: Pick<Region, 'sluitingsdagen'>,
  holidays: Holidays,
  date: string,
  naar: 'ervoor' | 'erna',
): string {
  let day = Temporal.PlainDate.from(date);
  for (let n = 0; n < mostDays; n++) {
    if (isWerkdag(region, holidays, day.toString())) return day.toString();
    day = day.add({ days: naar === 'erna' ? 1 : -1 });
  }
  return date;
}

/** No weekend, no public holiday, no closing day of the region. */
export const isWerkdag = (region: Pick<Region, 'sluitingsdagen'>, holidays: Holidays, date: string): boolean =>
  !isWeekend(date) && !isClosed(region, holidays, date);
