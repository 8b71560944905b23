import { expect, it } from 'vitest';
import { referenceHolidays } from '../../src/permanentie/reference-table.fixture.ts';
import { flemishHolidays } from './holidays.ts';

it.each([2022, 2026])('has the Flemish public holidays of %i, 11 July included [P2]', (year) => {
  expect([...flemishHolidays(year)].sort()).toEqual([...referenceHolidays(year)].sort());
});

it('works a year out once, and has 11 of them from 1990 to 2060 [P2]', () => {
  expect(flemishHolidays(2026)).toBe(flemishHolidays(2026));
  // 1 May and Ascension Day fall together when Easter is as early as it was in 2008.
  for (let year = 1990; year <= 2060; year++)
    expect([year, flemishHolidays(year).size]).toEqual([year, year === 2008 ? 10 : 11]);
});
