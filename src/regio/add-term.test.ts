import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { referenceHolidays } from '../permanentie/reference-table.fixture.ts';
import { addTerm } from './add-term.ts';
import { limburg2022 } from './limburg-2022.fixture.ts';

const zone = 'Europe/Brussels';
const wall = (i: Temporal.Instant) => i.toZonedDateTimeISO(zone).toPlainDateTime().toString();
const at = (text: string) => Temporal.PlainDateTime.from(text).toZonedDateTime(zone).toInstant();
const end = (start: string, duur: string, rekening: 'klokuren' | 'werkuren', region = limburg2022) =>
  wall(addTerm(at(start), duur, rekening, region, referenceHolidays));

describe('clock hours', () => {
  it.each([
    ['2022-03-04T18:00', 'PT24H', '2022-03-05T18:00:00'],
    ['2022-03-26T12:00', 'PT24H', '2022-03-27T13:00:00'],
    ['2022-10-29T12:00', 'PT24H', '2022-10-30T11:00:00'],
    ['2022-03-26T12:00', 'P1D', '2022-03-27T12:00:00'],
    ['2022-02-14T09:00', 'P6W', '2022-03-28T09:00:00'],
    ['2022-11-30T09:00', 'P3M', '2023-02-28T09:00:00'],
    ['2022-03-26T12:00', 'P1DT1H', '2022-03-27T13:00:00'],
  ])('from %s, %s ends at %s, through weekends and changes of the clock [A2, P5]', (start, duur, wanted) =>
    expect(end(start, duur, 'klokuren')).toBe(wanted),
  );
});

describe('working hours', () => {
  it.each([
    ['within a day', '2022-03-07T10:00', 'PT4H', '2022-03-07T14:00:00'],
    ['used up at 17 h', '2022-03-07T10:00', 'PT7H', '2022-03-07T17:00:00'],
    ['over a night', '2022-03-07T10:00', 'PT8H', '2022-03-08T10:00:00'],
    ['before 9 h', '2022-03-07T06:00', 'PT1H', '2022-03-07T10:00:00'],
    ['from Friday evening', '2022-03-04T18:00', 'PT8H', '2022-03-07T17:00:00'],
    ['from 17 h sharp', '2022-03-04T17:00', 'PT1H', '2022-03-07T10:00:00'],
    ['over Easter Monday', '2022-04-15T16:00', 'PT2H', '2022-04-19T10:00:00'],
    ['over the change of the clock', '2022-03-25T16:00', 'PT2H', '2022-03-28T10:00:00'],
    ['days of eight hours', '2022-03-07T10:00', 'P3D', '2022-03-10T10:00:00'],
    ['minutes', '2022-03-07T16:30', 'PT45M', '2022-03-08T09:15:00'],
    ['weeks by the calendar', '2022-03-05T18:00', 'P6W', '2022-04-16T18:00:00'],
    ['weeks, then hours', '2022-03-05T18:00', 'P6WT1H', '2022-04-19T10:00:00'],
  ])('%s: from %s, %s ends at %s [A2]', (_what, start, duur, wanted) =>
    expect(end(start, duur, 'werkuren')).toBe(wanted),
  );

  it('skips the closing days of the region [A2, P2]', () => {
    const region = { ...limburg2022, sluitingsdagen: ['2022-03-08'] };
    expect(end('2022-03-07T10:00', 'PT8H', 'werkuren', region)).toBe('2022-03-09T10:00:00');
  });

  const start = fc
    .integer({ min: Date.UTC(2022, 0, 1), max: Date.UTC(2022, 11, 1) })
    .map((minute) => Temporal.Instant.fromEpochMilliseconds(minute - (minute % 60_000)));
  const minutes = fc.integer({ min: 1, max: 5000 });
  const add = (i: Temporal.Instant, n: number) => addTerm(i, `PT${n}M`, 'werkuren', limburg2022, referenceHolidays);

  /** Minute by minute, on the wall: the slow and obvious way. */
  const isWorking = (ms: number) => {
    const z = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    return z.hour >= 9 && z.hour < 17 && z.dayOfWeek < 6 && !referenceHolidays(z.year).has(z.toPlainDate().toString());
  };

  it('contains exactly as many working minutes as asked for, and ends on one [A2]', () => {
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 1500 }), (i, n) => {
        const ends = add(i, n).epochMilliseconds;
        let worked = 0;
        for (let ms = i.epochMilliseconds; ms < ends; ms += 60_000) if (isWorking(ms)) worked++;
        expect(worked).toBe(n);
        expect(isWorking(ends - 60_000)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('ends later for a longer term, never earlier for a later start, and adds up [A2]', () => {
    fc.assert(
      fc.property(start, start, minutes, minutes, (i, j, n, m) => {
        const compare = Temporal.Instant.compare;
        expect(compare(add(i, n), add(i, n + m))).toBe(-1);
        const [first, second] = compare(i, j) <= 0 ? [i, j] : [j, i];
        expect(compare(add(first, n), add(second, n))).toBeLessThanOrEqual(0);
        expect(add(add(i, n), m)).toEqual(add(i, n + m));
      }),
    );
  });
});

it('refuses what is no term', () => {
  for (const duur of ['PT0S', '-PT1H', '24', ''])
    expect(() => end('2022-03-07T10:00', duur, 'klokuren')).toThrow(RangeError);
  const closed = () =>
    new Set(Array.from({ length: 366 }, (_, n) => `${Temporal.PlainDate.from('2024-01-01').add({ days: n })}`));
  const always = (year: number) => new Set([...closed()].map((day) => `${year}${day.slice(4)}`));
  expect(() => addTerm(at('2022-03-07T10:00'), 'PT1H', 'werkuren', limburg2022, always)).toThrow(RangeError);
});
