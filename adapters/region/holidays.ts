import HolidayCalendar from 'date-holidays';
import type { Holidays } from '../../src/permanentie/on-duty.ts';

const calendar = new HolidayCalendar('BE', 'VLG');
const byYear = new Map<number, ReadonlySet<string>>();

/** Public holidays in Flanders, with 11 July, the feast of the Flemish Community, which the library only calls an observance [P2]. */
export const flemishHolidays: Holidays = (year) => {
  let days = byYear.get(year);
  if (days === undefined) {
    const found = calendar.getHolidays(year).filter((day) => day.type === 'public');
    days = new Set([...found.map((day) => day.date.slice(0, 10)), `${year}-07-11`]);
    byYear.set(year, days);
  }
  return days;
};
