import type { ChartUnit } from './chart.ts';
import { euro } from './words.ts';

const wholeEuros = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
const number = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 2 });
const shortNumber = new Intl.NumberFormat('nl-BE', { maximumFractionDigits: 1 });

/** How many of what is counted make one of what is shown: cents in a euro, minutes in an hour. */
export const perUnit: Record<ChartUnit, number> = { euro: 100, uren: 60, score: 1, aantal: 1 };

/** Written beside an axis; empty where the numbers need no word. */
export const unitWord: Record<ChartUnit, string> = { euro: 'euro', uren: 'uur', score: 'score', aantal: '' };

/** A figure as people write it: `€ 1.250`, `37,5 uur`, `6,5`. */
export function chartValue(unit: ChartUnit, value: number): string {
  const shown = value / perUnit[unit];
  switch (unit) {
    case 'euro':
      return euro(value);
    case 'uren':
      return `${number.format(shown)} uur`;
    case 'score':
    case 'aantal':
      return number.format(shown);
    default:
      throw new Error(unit satisfies never);
  }
}

/** A place on a bar: `Jaarbudget: € 400.000`, `Voor verblijf: € 5.200 van € 10.000`. */
export const markValue = (unit: ChartUnit, { at, filled }: { at: number; filled?: number }): string =>
  filled === undefined ? chartValue(unit, at) : `${chartValue(unit, filled)} van ${chartValue(unit, at)}`;

/** A figure without its word, for an axis: `€ 1.250`, `37,5`. */
export const axisValue = (unit: ChartUnit, value: number): string =>
  unit === 'euro' ? wholeEuros.format(value / 100) : shortNumber.format(value / perUnit[unit]);
