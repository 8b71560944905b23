import type { Chart } from '../../cards/chart.ts';

/** Points, as on the screen of a phone: wider would be shrunk there until nobody reads it. */
const WIDTH = 360;
/** More categories than this are not drawn: the table has them all. */
export const MOST_CATEGORIES = 24;
/** So many characters of a legend fit beside each other. */
const LEGEND_LINE = 42;
const LEGEND_ROW = 22;

/** Rows of the legend: one, or one for each name when they are long. A single series of bars needs none. */
export function legendRows(chart: Chart): number {
  if (chart.kind === 'meter' || chart.series.length === 0) return 0;
  if (chart.kind === 'bars' && chart.series.length === 1) return 0;
  const length = chart.series.reduce((sum, { label }) => sum + Math.min(30, label.length) + 6, 0);
  return length <= LEGEND_LINE ? 1 : chart.series.length;
}

/** Title and legend. */
export const headHeight = (chart: Chart): number =>
  60 + (legendRows(chart) === 0 ? 0 : 10 + LEGEND_ROW * legendRows(chart));

/** Size in points: a lying bar has room for its name above it. */
export function pictureSize(chart: Chart): { width: number; height: number } {
  if (chart.kind === 'meter') return { width: WIDTH, height: 92 + 25 * chart.parts.length + 22 * chart.marks.length };
  if (chart.kind === 'bars' && chart.over === 'names') {
    const rows = Math.min(MOST_CATEGORIES, chart.categories.length);
    const each = chart.stacked ? 40 : 26 + 18 * chart.series.length;
    return { width: WIDTH, height: headHeight(chart) + each * Math.max(1, rows) };
  }
  return { width: WIDTH, height: 230 + headHeight(chart) };
}
