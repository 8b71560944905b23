import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDay } from './parse-day.ts';

const zone = 'Europe/Brussels';
// A Wednesday. In London it is still Tuesday.
const now = Temporal.Instant.from('2022-03-08T23:30:00Z');
const read = (text: string) => parseDay(text, now, zone);

it.each([
  ['vandaag', '2022-03-09'],
  ['Morgen', '2022-03-10'],
  [' overmorgen ', '2022-03-11'],
  ['gisteren', '2022-03-08'],
  ['woensdag', '2022-03-09'],
  ['wo', '2022-03-09'],
  ['do', '2022-03-10'],
  ['maandag', '2022-03-14'],
  ['Ma.', '2022-03-14'],
  ['dinsdag', '2022-03-15'],
  ['volgende maandag', '2022-03-14'],
  ['volgende woensdag?', '2022-03-16'],
  ['volgende zo', '2022-03-20'],
  ['volgende week', '2022-03-16'],
  ['7/3', '2022-03-07'],
  ['07/03/2022', '2022-03-07'],
  ['7-3-22', '2022-03-07'],
  ['7.3.2022', '2022-03-07'],
  ['7 maart', '2022-03-07'],
  ['7 mrt. 2022', '2022-03-07'],
  ['op maandag 7 maart 2022', '2022-03-07'],
  ['ma 7/3', '2022-03-07'],
  ['2022-03-07', '2022-03-07'],
  ['24 december', '2021-12-24'],
  ['1 augustus', '2022-08-01'],
  ['29/2/2024', '2024-02-29'],
])('reads %s as %s [P3]', (typed, day) => expect(read(typed)).toBe(day));

it.each([
  '',
  'ooit',
  'volgende',
  'volgende maand',
  'volgende 7/3',
  '31/2',
  '29/2/2022',
  '0/3',
  '7/13',
  '7 foo',
  'dinsdag 7 maart 2022',
  '2022-02-30',
  '1/1/2022 extra',
  '__proto__',
  'constructor',
])('cannot read "%s"', (typed) => expect(read(typed)).toBeNull());

it('takes the year that is nearest, across New Year [P3]', () => {
  expect(parseDay('7 januari', Temporal.Instant.from('2026-12-20T12:00:00Z'), zone)).toBe('2027-01-07');
  expect(parseDay('20/12', Temporal.Instant.from('2027-01-07T12:00:00Z'), zone)).toBe('2026-12-20');
});

it('reads back every day it is told in any way of writing', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((n) => Temporal.PlainDate.from('2000-01-01').add({ days: n }));
  const months = 'januari februari maart april mei juni juli augustus september oktober november december'.split(' ');
  fc.assert(
    fc.property(day, (d) => {
      for (const typed of [
        d.toString(),
        `${d.day}/${d.month}/${d.year}`,
        `${d.day} ${months[d.month - 1]} ${d.year}`,
        d.toLocaleString('nl-BE', { dateStyle: 'full' }),
        d.toLocaleString('nl-BE', { dateStyle: 'medium' }),
      ])
        expect([typed, read(typed)]).toEqual([typed, d.toString()]);
    }),
  );
});

it('never throws, and what it gives is a day', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const day = read(typed);
      if (day !== null) expect(Temporal.PlainDate.from(day).toString()).toBe(day);
    }),
    { numRuns: 2000 },
  );
});
