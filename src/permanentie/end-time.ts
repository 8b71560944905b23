import { type Instant, timeIn } from '../time.ts';

/** When a day part ends, on the wall (`HH:MM`): the midnight that ends its day is `24:00`, and not the next day's first. */
export function endTime(zone: string, end: Instant): string {
  const time = timeIn(zone, end);
  return time === '00:00' ? '24:00' : time;
}
