import type {
  CardElement,
  ChartColor,
  IGroupedVerticalBarChart,
  IHorizontalBarChart,
  ILineChart,
  IStackedHorizontalBarChart,
  IVerticalBarChart,
} from '@microsoft/teams.cards';
import type { Bars, Chart, Line, Meter } from '../../cards/chart.ts';
import { chartBars } from '../../cards/chart-bars.ts';
import { lineLabel } from '../../cards/chart-table.ts';
import { chartValue, markValue, perUnit, unitWord } from '../../cards/chart-value.ts';
import { headingText, plainText, shorten } from './plain-text.ts';

type Drawn =
  | IStackedHorizontalBarChart
  | IHorizontalBarChart
  | IVerticalBarChart
  | IGroupedVerticalBarChart
  | ILineChart;

const maxTitle = 100;
const maxLabel = 60;
/** More bars than this cannot be read beside each other. */
const maxCategories = 24;

/** Told apart by lightness too, so that colour is not needed; named colours follow light and dark mode. */
const seriesColors: ChartColor[] = [
  'categoricalBlue',
  'categoricalMarigold',
  'categoricalTeal',
  'categoricalPurple',
  'categoricalLime',
];
const fillColors: Record<Meter['parts'][number]['fill'], ChartColor> = {
  used: 'categoricalBlue',
  committed: 'categoricalMarigold',
  free: 'neutral',
};

/**
 * A chart as Teams draws it, its sentence below it: a chart element carries no alternative text of its own.
 * Teams writes numbers as it likes (`1.5k`), so the figures are always within reach: below a meter, behind a
 * button at the others. `table`: those figures, also for a client that draws no charts. `id`: unique in the card.
 */
export function drawChart(
  whole: Chart,
  table: CardElement[],
  { rows, id }: { rows: number; id: string },
): CardElement[] {
  const most = Math.min(rows, maxCategories);
  const chart = whole.kind === 'bars' ? { ...whole, categories: whole.categories.slice(0, most) } : whole;
  const marks = chart.kind === 'line' ? chart.marks : [];
  const left = whole.kind === 'bars' ? whole.categories.length - most : 0;
  const notes = [
    ...(left > 0 ? [`Getekend: de eerste ${most}, er zijn er nog ${left}.`] : []),
    ...(chart.alt === '' ? [] : [chart.alt]),
    ...marks.map(({ label, at }) => `${label}: ${chartValue(chart.unit, at)}`),
  ];
  const title = headingText(shorten(chart.title || '–', maxTitle), { size: 'Default', spacing: 'Large' });
  const said = notes.map((note) => plainText(shorten(note, 300), { isSubtle: true, size: 'Small', spacing: 'Small' }));
  const element = elementOf(chart);
  if (element === null || table.length === 0) return [title, ...said, ...table];
  if (chart.kind === 'meter') {
    const [bar = ''] = chartBars(chart);
    return [title, { ...element, fallback: plainText(bar) }, ...said, ...chart.marks.flatMap(marked(chart)), ...table];
  }
  return [
    title,
    { ...element, fallback: { type: 'Container', items: table } },
    ...said,
    ...figuresBehindButton(table, id),
  ];
}

const figuresBehindButton = (table: CardElement[], id: string): CardElement[] => [
  {
    type: 'ActionSet',
    spacing: 'Small',
    actions: [{ type: 'Action.ToggleVisibility', title: 'Toon de cijfers', targetElements: [id] }],
  },
  { type: 'Container', id, isVisible: false, items: table },
];

/** Null when there is nothing to draw: an empty chart would be an empty box. */
function elementOf(chart: Chart): Drawn | null {
  switch (chart.kind) {
    case 'meter':
      return chart.parts.some(({ value }) => value > 0) ? meter(chart) : null;
    case 'bars':
      return chart.categories.length > 0 && chart.series.length > 0 ? bars(chart) : null;
    case 'line':
      return chart.series.some(({ points }) => points.length > 0) ? line(chart) : null;
    default:
      throw new Error(`unknown chart ${JSON.stringify(chart satisfies never)}`);
  }
}

/** Teams draws no mark on a bar: what counts for one becomes a bar of its own, as long as that mark. */
const marked =
  (chart: Chart & Meter) =>
  ({ label, at, filled }: Meter['marks'][number]): CardElement[] => {
    if (filled === undefined) return [];
    const own: Chart & Meter = {
      ...chart,
      parts: [
        { label: 'Gebruikt', value: filled, fill: 'used' },
        { label: 'Vrij', value: Math.max(0, at - filled), fill: 'free' },
      ],
      marks: [],
    };
    const [bar = ''] = chartBars(own);
    const said = `${label}: ${markValue(chart.unit, { at, filled })}`;
    return [
      plainText(shorten(said, 300), { size: 'Small', spacing: 'Medium' }),
      { ...meter(own), fallback: plainText(bar) },
    ];
  };

/** One row of it has no legend, so the figures below it stand in the order of the bar. */
function meter({ unit, parts }: Chart & Meter): Drawn {
  return {
    type: 'Chart.HorizontalBar.Stacked',
    showLegend: true,
    data: [
      {
        title: 'Samen',
        data: parts
          .filter(({ value }) => value > 0)
          .map(({ label, value, fill }) => ({
            legend: shorten(label || '–', maxLabel),
            value: inUnit(unit, value),
            color: fillColors[fill],
          })),
      },
    ],
  };
}

/**
 * People below each other get one bar each, of their sum: Teams draws every row of a stacked bar at full
 * width, so that 45 hours would look like 129.
 */
function bars(chart: Chart & Bars): Drawn {
  const { unit, over, stacked, series } = chart;
  const categories = chart.categories.map((category) => shorten(category || '–', maxLabel));
  const [only] = series;
  if (over === 'names' && (stacked || series.length === 1))
    return {
      type: 'Chart.HorizontalBar',
      displayMode: 'AbsoluteNoAxis',
      xAxisTitle: unitWord[unit],
      color: seriesColors[0],
      data: categories.map((x, n) => ({
        x,
        y: inUnit(
          unit,
          series.reduce((sum, { values }) => sum + (values[n] ?? 0), 0),
        ),
      })),
    };
  if (series.length <= 1)
    return {
      type: 'Chart.VerticalBar',
      yAxisTitle: unitWord[unit],
      showBarValues: true,
      color: seriesColors[0],
      data: categories.map((x, n) => ({ x, y: inUnit(unit, only?.values[n] ?? 0) })),
    };
  return {
    type: 'Chart.VerticalBar.Grouped',
    yAxisTitle: unitWord[unit],
    stacked,
    data: series.map(({ label, values }, s) => ({
      legend: shorten(label || '–', maxLabel),
      color: seriesColors[s % seriesColors.length],
      values: categories.map((x, n) => ({ x, y: inUnit(unit, values[n] ?? 0) })),
    })),
  };
}

function line({ unit, series }: Chart & Line): Drawn {
  return {
    type: 'Chart.Line',
    yAxisTitle: unitWord[unit],
    ...(unit === 'score' ? { yMin: 0, yMax: 10 } : { yMin: 0 }),
    data: series
      .filter(({ points }) => points.length > 0)
      .map((one, s) => ({
        legend: shorten(lineLabel(one) || '–', maxLabel),
        color: seriesColors[s % seriesColors.length],
        values: one.points.map(({ date, value }) => ({ x: date, y: inUnit(unit, value) })),
      })),
  };
}

const inUnit = (unit: Chart['unit'], value: number) => value / perUnit[unit];
