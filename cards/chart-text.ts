import type { Chart } from './chart.ts';
import { chartHeights, chartTable } from './chart-table.ts';

/** All that a chart shows, in sentences: what a screen reader says. */
export function chartText(chart: Chart): string {
  const { columns, rows } = chartTable(chart);
  const figures = rows.map(([first = '', ...cells]) => {
    const named = cells.flatMap((cell, n) => {
      if (cell === '' || cell === '–') return [];
      return [cells.length === 1 ? cell : `${columns[n + 1]} ${cell}`];
    });
    return `${first.charAt(0).toUpperCase()}${first.slice(1)}: ${named.join(', ')}.`;
  });
  return [ended(chart.title), ended(chart.alt), ...figures, ...chartHeights(chart).map(ended)]
    .filter(Boolean)
    .join(' ');
}

const ended = (sentence: string) => (sentence === '' || /[.!?]$/.test(sentence) ? sentence : `${sentence}.`);
