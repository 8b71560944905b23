import type { Chart } from '../../cards/chart.ts';

/** Points, as on the screen of a phone: wider would be shrunk there until nobody reads it. */
export const WIDTH = 360;
/** More categories than this are not drawn: the table has them all. */
export const MOST_CATEGORIES = 24;
const HEAD = 92;

/** Size in points: a lying bar has room for its name above it. */
export function pictureSize(chart: Chart): { width: number; height: number } {
  if (chart.kind === 'meter') return { width: WIDTH, height: 112 + 22 * (chart.parts.length + chart.marks.length) };
  if (chart.kind === 'bars' && chart.over === 'names') {
    const rows = Math.min(MOST_CATEGORIES, chart.categories.length);
    const each = chart.stacked ? 40 : 26 + 18 * chart.series.length;
    return { width: WIDTH, height: HEAD + each * Math.max(1, rows) };
  }
  return { width: WIDTH, height: 320 };
}
