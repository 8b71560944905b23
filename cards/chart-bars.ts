import type { Chart } from './chart.ts';
import { lineLabel } from './chart-table.ts';
import { chartValue, markValue } from './chart-value.ts';
import { shortDate } from './words.ts';

/** How many signs the longest bar takes. */
const WIDTH = 30;
/** One sign per series, different enough to tell apart without colour. */
const signs = ['█', '▒', '░', '▓', '·'] as const;
const fills = { used: '█', committed: '▒', free: '░' } as const;

/** A chart as lines of text with bars in them. */
export function chartBars(chart: Chart): string[] {
  const show = (value: number) => chartValue(chart.unit, value);
  switch (chart.kind) {
    case 'meter': {
      const total = chart.parts.reduce((sum, { value }) => sum + Math.max(0, value), 0);
      const top = Math.max(total, ...chart.marks.map(({ at }) => at));
      const bar = cells(
        chart.parts.map(({ value, fill }) => ({ value, sign: fills[fill] })),
        top,
      );
      const pointer = chart.marks
        .map(({ at }) => Math.min(WIDTH, Math.round((at / (top || 1)) * WIDTH)))
        .reduce((line, at) => `${line.padEnd(at).slice(0, at)}│${line.slice(at + 1)}`, '');
      return [
        `▕${bar.padEnd(WIDTH).slice(0, WIDTH)}▏`,
        ...(chart.marks.length > 0 ? [` ${pointer}`] : []),
        ...chart.parts.map(({ label, value, fill }) => `${fills[fill]} ${label}: ${show(value)}`),
        ...chart.marks.map((mark) => `│ ${mark.label}: ${markValue(chart.unit, mark)}`),
      ];
    }
    case 'bars': {
      const sums = chart.categories.map((_, n) => chart.series.map(({ values }) => values[n] ?? 0));
      const top = Math.max(
        0,
        ...sums.map((v) => (chart.stacked ? v.reduce((a, b) => a + Math.max(0, b), 0) : Math.max(...v))),
      );
      const wide = Math.max(0, ...chart.categories.map((c) => c.length));
      const legend =
        chart.series.length > 1 ? [chart.series.map(({ label }, n) => `${sign(n)} ${label}`).join('   ')] : [];
      return [
        ...legend,
        ...chart.categories.flatMap((category, n) => {
          const values = sums[n] ?? [];
          const name = category.padEnd(wide);
          if (!chart.stacked || values.length === 1)
            return values.map((value, s) => {
              const bar = cells([{ value, sign: sign(s) }], top);
              return `${s === 0 ? name : ' '.repeat(wide)}  ${bar}${bar && ' '}${show(value)}`;
            });
          const bar = cells(
            values.map((value, s) => ({ value, sign: sign(s) })),
            top,
          );
          return [`${name}  ${bar}${bar && ' '}${show(values.reduce((a, b) => a + b, 0))}`];
        }),
      ];
    }
    case 'line': {
      const top =
        chart.unit === 'score' ? 10 : Math.max(0, ...chart.series.flatMap(({ points }) => points.map((p) => p.value)));
      return [
        ...chart.series.flatMap((line) => [
          lineLabel(line),
          ...line.points.map(({ date, value }) => {
            const bar = cells([{ value, sign: line.forecast ? '░' : '█' }], top);
            return `  ${shortDate(date)}  ${bar}${bar && ' '}${show(value)}`;
          }),
        ]),
        ...chart.marks.map(({ label, at }) => `│ ${label}: ${show(at)}`),
      ];
    }
    default:
      throw new Error(chart satisfies never);
  }
}

const sign = (n: number) => signs[n % signs.length] ?? '█';

/** Pieces beside each other on one scale; whatever is more than nothing is seen. */
function cells(pieces: { value: number; sign: string }[], top: number): string {
  if (top <= 0) return '';
  return pieces
    .map(({ value, sign: s }) => s.repeat(value <= 0 ? 0 : Math.max(1, Math.round((value / top) * WIDTH))))
    .join('');
}
