import type { Holidays } from '../permanentie/on-duty.ts';
import type { Region } from '../regio/region.ts';
import { isWerkdag, werkdag } from '../regio/werkdag.ts';
import type { Beleid } from './rugzak.ts';

/**
 * Last day (ISO date) of a rugzak that started on `start`, with `verlengd` extensions [B2]. Months are counted on
 * the calendar from the start itself: the eve of the same day of the month, or the last day of a month that has no
 * such day. Three months from 30 November last until 28 (29) February, extended until 29 May and not a day less.
 */
export function laatsteDag(start: string, { duur }: Pick<Beleid, 'duur'>, verlengd: number): string {
  const begin = Temporal.PlainDate.from(start);
  const { years, months, weeks, days } = Temporal.Duration.from(duur);
  const times = verlengd + 1;
  const target = begin.add({ years: years * times, months: months * times });
  const last = target.day === begin.day ? target.subtract({ days: 1 }) : target;
  return last.add({ weeks: weeks * times, days: days * times }).toString();
}

/**
 * The day (ISO date) from which there are still `aantal` working days after it, up to and including `date`: weekends,
 * public holidays and closing days are none [B5].
 */
export function werkdagenVoor(
  date: string,
  aantal: number,
  region: Pick<Region, 'sluitingsdagen'>,
  holidays: Holidays,
): string {
  let day = Temporal.PlainDate.from(werkdag(region, holidays, date, 'ervoor'));
  for (let left = aantal; left > 0; ) {
    day = day.subtract({ days: 1 });
    if (isWerkdag(region, holidays, day.toString())) left--;
  }
  return day.toString();
}

/** The day (ISO date) `aantal` working days after `date`. */
export function werkdagenNa(
  date: string,
  aantal: number,
  region: Pick<Region, 'sluitingsdagen'>,
  holidays: Holidays,
): string {
  let day = Temporal.PlainDate.from(date);
  for (let left = aantal; left > 0; ) {
    day = day.add({ days: 1 });
    if (isWerkdag(region, holidays, day.toString())) left--;
  }
  return day.toString();
}

/** A quarter of a calendar year, 1 to 4. */
export type Kwartaal = { jaar: number; kwartaal: 1 | 2 | 3 | 4 };

export function kwartaalVan(date: string): Kwartaal {
  const { year, month } = Temporal.PlainDate.from(date);
  return { jaar: year, kwartaal: (Math.trunc((month - 1) / 3) + 1) as Kwartaal['kwartaal'] };
}

const volgendKwartaal = ({ jaar, kwartaal }: Kwartaal): Kwartaal =>
  kwartaal === 4 ? { jaar: jaar + 1, kwartaal: 1 } : { jaar, kwartaal: (kwartaal + 1) as Kwartaal['kwartaal'] };

/** First and last day (ISO dates) of a quarter. */
export function dagenVan({ jaar, kwartaal }: Kwartaal): { van: string; tot: string } {
  const van = Temporal.PlainDate.from({ year: jaar, month: kwartaal * 3 - 2, day: 1 });
  return { van: van.toString(), tot: van.add({ months: 3 }).subtract({ days: 1 }).toString() };
}

/** The quarters that days `van`–`tot` (ISO dates, both included) touch, in order. */
export function kwartalenTussen(van: string, tot: string): Kwartaal[] {
  const found: Kwartaal[] = [];
  for (let q = kwartaalVan(van); dagenVan(q).van <= tot; q = volgendKwartaal(q)) found.push(q);
  return found;
}

/** Last day (ISO date) on which the proofs of help in a quarter are due: the end of the quarter after it [B7]. */
export const bewijzenTegen = (q: Kwartaal): string => dagenVan(volgendKwartaal(q)).tot;
