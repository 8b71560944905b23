import { expect, it } from 'vitest';
import { monthsOf, parsePeriode, periodeBeside } from './parse-periode.ts';

const now = Temporal.ZonedDateTime.from('2026-11-25T09:00[Europe/Brussels]').toInstant();

it.each([
  ['', '2026'],
  ['dit jaar', '2026'],
  ['Vorig jaar', '2025'],
  ['volgend jaar', '2027'],
  ['2024', '2024'],
  ['maart', '2026-03'],
  ['mrt.', '2026-03'],
  ['Maart 2025', '2025-03'],
  ['2025-03', '2025-03'],
  ['deze maand', '2026-11'],
  ['vorige maand', '2026-10'],
  ['gisteren', null],
  ['2025-13', null],
  ['1850', null],
])('leest %j als %j', (typed, periode) => expect(parsePeriode(typed, now, 'Europe/Brussels')).toBe(periode));

it('neemt het jaar van de muurklok, ook in het eerste uur ervan [P5]', () => {
  expect(parsePeriode('', Temporal.Instant.from('2026-12-31T23:30Z'), 'Europe/Brussels')).toBe('2027');
});

it('kent de maanden van een periode en wat ernaast ligt', () => {
  expect(monthsOf('2026-03')).toEqual(['2026-03']);
  expect(monthsOf('2026')).toHaveLength(12);
  expect([periodeBeside('2026', 1), periodeBeside('2026-01', -1)]).toEqual(['2027', '2025-12']);
});
