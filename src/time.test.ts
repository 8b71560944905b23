import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isDate, isTime, timeIn } from './time.ts';

it('herkent bestaande dagen en niets anders', () => {
  const day = fc
    .integer({ min: 0, max: 60_000 })
    .map((days) => Temporal.PlainDate.from('1980-01-01').add({ days }).toString());
  fc.assert(fc.property(day, (date) => isDate(date)));
  for (const text of ['', '2026-02-29', '2026-13-01', '9 maart', '2026-3-9', '20260309', '2026-03-09T10:00', '2026-03'])
    expect(isDate(text), text).toBe(false);
  fc.assert(fc.property(fc.string(), (text) => typeof isDate(text) === 'boolean'));
});

it('herkent uren op de klok en niets anders', () => {
  for (const text of ['00:00', '09:05', '19:59', '23:59']) expect(isTime(text), text).toBe(true);
  for (const text of ['', '9:05', '24:00', '09:60', '09.05', '09:05:00', ' 09:05'])
    expect(isTime(text), text).toBe(false);
});

it('leest de klok aan de muur, ook in de nachten dat ze verspringt [P5]', () => {
  const read = (at: string) => timeIn('Europe/Brussels', Temporal.Instant.from(at));
  expect(['2026-03-09T08:00:59Z', '2026-03-29T00:59Z', '2026-03-29T01:00Z'].map(read)).toEqual([
    '09:00',
    '01:59',
    '03:00',
  ]);
  expect(['2026-10-25T00:30Z', '2026-10-25T01:30Z'].map(read)).toEqual(['02:30', '02:30']);
});
