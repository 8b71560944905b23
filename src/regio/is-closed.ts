import type { Holidays } from '../permanentie/on-duty.ts';
import type { Region } from './region.ts';

/** Whether `date` (ISO) is a public holiday or a day the region itself is closed [P2]. */
export const isClosed = (region: Pick<Region, 'sluitingsdagen'>, holidays: Holidays, date: string): boolean =>
  region.sluitingsdagen.includes(date) || holidays(Number(date.slice(0, 4))).has(date);

/** Saturday or Sunday, by ISO date. */
export const isWeekend = (date: string): boolean => Temporal.PlainDate.from(date).dayOfWeek >= 6;
