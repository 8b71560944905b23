import type { Chart } from './chart.ts';
import { chartValue, markValue, unitWord } from './chart-value.ts';
import { shortDate } from './words.ts';

export type ChartTable = { columns: string[]; rows: string[][] };

/** The figures of a chart as a table: what a platform shows where it cannot draw. */
export function chartTable(chart: Chart): ChartTable {
  const show = (value: number) => chartValue(chart.unit, value);
  switch (chart.kind) {
    case 'meter':
      return {
        columns: ['Deel', capital(unitWord[chart.unit] || 'aantal')],
        rows: [
          ...chart.parts.map((part) => [part.label, show(part.value)]),
          ...chart.marks.map((mark) => [`Grens: ${mark.label}`, markValue(chart.unit, mark)]),
        ],
      };
    case 'bars': {
      const sum = (n: number) => chart.series.reduce((total, { values }) => total + (values[n] ?? 0), 0);
      const total = chart.stacked && chart.series.length > 1;
      return {
        columns: [chart.heading, ...chart.series.map(({ label }) => label), ...(total ? ['Samen'] : [])],
        rows: chart.categories.map((category, n) => [
          category,
          ...chart.series.map(({ values }) => show(values[n] ?? 0)),
          ...(total ? [show(sum(n))] : []),
        ]),
      };
    }
    case 'line': {
      const dates = [...new Set(chart.series.flatMap(({ points }) => points.map(({ date }) => date)))].sort();
      return {
        columns: ['Datum', ...chart.series.map(lineLabel)],
        rows: [
          ...dates.map((date) => [
            shortDate(date),
            ...chart.series.map(({ points }) => {
              const point = points.find((p) => p.date === date);
              return point ? show(point.value) : '–';
            }),
          ]),
        ],
      };
    }
    default:
      throw new Error(chart satisfies never);
  }
}

/** Heights across a line, each a sentence of its own: under a column they would read as a figure of that column. */
export const chartHeights = (chart: Chart): string[] =>
  chart.kind === 'line' ? chart.marks.map(({ label, at }) => `${label}: ${chartValue(chart.unit, at)}`) : [];

/** The name of a line, which says so where it has not happened yet. */
export const lineLabel = ({ label, forecast }: { label: string; forecast?: boolean }): string =>
  forecast ? `${label} (raming)` : label;

const capital = (word: string) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
