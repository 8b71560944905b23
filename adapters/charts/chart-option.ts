import type { EChartsCoreOption } from 'echarts/core';
import type { Bars, Chart, Line, Meter } from '../../cards/chart.ts';
import { lineLabel } from '../../cards/chart-table.ts';
import { axisValue, chartValue, markValue, perUnit, unitWord } from '../../cards/chart-value.ts';
import { shortDate } from '../../cards/words.ts';
import { headHeight, legendRows, MOST_CATEGORIES } from './picture-size.ts';

const ink = '#1b1b1b';
const faint = '#5c5c5c';
const rule = '#d0d0d0';
/** Okabe and Ito's palette, dark and light in turn: told apart by the colour-blind and on a grey print. */
const colors = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9'];
const fills: Record<Meter['parts'][number]['fill'], string> = {
  used: '#0072b2',
  committed: '#e69f00',
  free: '#e4e4e4',
};
/** A pattern on every series but the first. */
const decals = [
  { symbol: 'none' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: -Math.PI / 4, color: 'rgba(0,0,0,0.35)' },
  {
    symbol: 'circle',
    dashArrayX: [
      [6, 6],
      [0, 6, 6, 0],
    ],
    dashArrayY: [6, 0],
    symbolSize: 0.6,
    color: 'rgba(255,255,255,0.7)',
  },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 4], rotation: Math.PI / 4, color: 'rgba(0,0,0,0.35)' },
  { symbol: 'rect', dashArrayX: [1, 0], dashArrayY: [1, 4], color: 'rgba(0,0,0,0.35)' },
];
const symbols = ['circle', 'rect', 'triangle', 'diamond', 'emptyCircle'];

/** How a chart is laid out; ECharts does the rest. */
export function chartOption(chart: Chart): EChartsCoreOption {
  const base = {
    animation: false,
    color: colors,
    textStyle: { fontFamily: 'Atkinson Hyperlegible', fontSize: 13, color: ink },
    title: {
      text: cut(chart.title, 38),
      left: 12,
      top: 10,
      textStyle: { fontSize: 16, fontWeight: 'bold', color: ink, fontFamily: 'Atkinson Hyperlegible' },
    },
  };
  switch (chart.kind) {
    case 'meter':
      return { ...base, ...meter(chart) };
    case 'bars':
      return { ...base, ...(chart.over === 'names' ? names(chart) : months(chart)) };
    case 'line':
      return { ...base, ...line(chart) };
    default:
      throw new Error(chart satisfies never);
  }
}

/** A thick bar, marks above it, and below it a line for each part with its figure. */
function meter({ parts, marks, unit }: Chart & Meter): EChartsCoreOption {
  const whole = parts.reduce((sum, { value }) => sum + Math.max(0, value), 0);
  const top = Math.max(1, whole, ...marks.map(({ at }) => at));
  return {
    grid: { left: 16, right: 16, top: 42, height: 26, containLabel: false },
    xAxis: { type: 'value', max: top, show: false },
    yAxis: { type: 'category', data: [''], show: false },
    legend: {
      orient: 'vertical',
      left: 12,
      top: 78,
      selectedMode: false,
      itemWidth: 14,
      itemHeight: 14,
      itemGap: 8,
      formatter: (name: string) => name,
      textStyle: { fontSize: 14, color: ink },
    },
    // In words below: beside a mark at the very start or end there is no room for them.
    graphic: marks.map((mark, n) => ({
      type: 'text',
      left: 17,
      top: 84 + 25 * parts.length + 22 * n,
      style: {
        text: `|   ${cut(`${mark.label}: ${markValue(unit, mark)}`, 52)}`,
        fill: ink,
        font: "14px 'Atkinson Hyperlegible'",
      },
    })),
    series: parts.map((part, n) => ({
      type: 'bar',
      name: cut(`${part.label}: ${chartValue(unit, part.value)}`, 46),
      stack: 'whole',
      barWidth: 26,
      data: [Math.max(0, part.value)],
      itemStyle: {
        color: fills[part.fill],
        borderColor: faint,
        borderWidth: 1,
        decal: part.fill === 'committed' ? decals[1] : decals[0],
      },
      ...(n === 0
        ? {
            markLine: {
              ...marked(
                marks.map(({ at }) => ({ xAxis: at, label: '' })),
                'end',
              ),
              label: { show: false },
            },
          }
        : {}),
    })),
  };
}

/** Each name above its bar: a long one keeps its room, and so does the bar. */
function names(chart: Chart & Bars): EChartsCoreOption {
  const { unit, stacked, series } = chart;
  const categories = chart.categories.slice(0, MOST_CATEGORIES);
  const left = chart.categories.length - categories.length;
  const sums = categories.map((_, n) => series.reduce((sum, { values }) => sum + (values[n] ?? 0), 0));
  const top = Math.max(1, ...(stacked ? sums : series.flatMap(({ values }) => values)));
  return {
    grid: { left: 14, right: 14, top: headHeight(chart) - 8, bottom: 8 },
    legend: legendOf(chart),
    xAxis: { type: 'value', min: 0, max: top * 1.02, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: categories,
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        inside: true,
        align: 'left',
        verticalAlign: 'bottom',
        margin: 0,
        padding: [0, 0, stacked || series.length === 1 ? 9 : 8 * series.length + 2, 0],
        fontSize: 14,
        color: ink,
        formatter: (name: string, n: number) =>
          stacked || series.length === 1 ? `${cut(name, 32)}  ${chartValue(unit, sums[n] ?? 0)}` : cut(name, 40),
      },
      z: 10,
    },
    series: series.map(({ label, values }, s) => ({
      type: 'bar',
      name: cut(label, 30),
      ...(stacked ? { stack: 'sum' } : {}),
      barWidth: 12,
      barGap: '20%',
      data: values.slice(0, MOST_CATEGORIES),
      itemStyle: { color: colors[s % colors.length], decal: decals[s % decals.length] },
    })),
    ...(left > 0
      ? { graphic: [{ type: 'text', left: 14, bottom: 2, style: { text: `en nog ${left}`, fill: faint } }] }
      : {}),
  };
}

function months(chart: Chart & Bars): EChartsCoreOption {
  const { unit, stacked, series, categories } = chart;
  return {
    grid: { left: 12, right: 16, top: headHeight(chart) + 8, bottom: 12, containLabel: true },
    legend: legendOf(chart),
    xAxis: {
      type: 'category',
      data: categories.slice(0, MOST_CATEGORIES).map((category) => cut(category, 10)),
      axisTick: { show: false },
      axisLabel: { fontSize: 12, color: ink, hideOverlap: true },
    },
    yAxis: heightAxis(unit, {}),
    series: series.map(({ label, values }, s) => ({
      type: 'bar',
      name: cut(label, 30),
      ...(stacked ? { stack: 'sum' } : {}),
      barMaxWidth: 28,
      data: values.slice(0, MOST_CATEGORIES),
      itemStyle: { color: colors[s % colors.length], decal: decals[s % decals.length] },
    })),
  };
}

/** Every line has a sign of its own, and what has not happened yet is dashed. */
function line(chart: Chart & Line): EChartsCoreOption {
  const { unit, series, marks } = chart;
  const highest = Math.max(
    0,
    ...marks.map(({ at }) => at),
    ...series.flatMap(({ points }) => points.map(({ value }) => value)),
  );
  return {
    grid: { left: 12, right: 22, top: headHeight(chart) + 12, bottom: 12, containLabel: true },
    legend: legendOf(chart),
    xAxis: {
      type: 'time',
      axisLabel: {
        fontSize: 12,
        color: ink,
        hideOverlap: true,
        formatter: (at: number) =>
          shortDate(Temporal.Instant.fromEpochMilliseconds(at).toString().slice(0, 10)).slice(0, -5),
      },
    },
    yAxis: heightAxis(
      unit,
      unit === 'score' ? { min: 0, max: 10, interval: 2 } : { max: highest * 1.05 || 1, splitLine: unlined },
    ),
    series: series.map((one, s) => ({
      type: 'line',
      name: cut(lineLabel(one), 30),
      symbol: symbols[s % symbols.length],
      symbolSize: 9,
      lineStyle: { width: 2.5, type: one.forecast ? 'dashed' : 'solid' },
      itemStyle: { color: colors[s % colors.length] },
      data: one.points.map(({ date, value }) => [`${date}T00:00:00Z`, value]),
      ...(s === 0
        ? { markLine: lying(marks.map(({ label, at }) => ({ yAxis: at, label: `${label}: ${chartValue(unit, at)}` }))) }
        : {}),
    })),
  };
}

/** Without a line at the very top: it would run through the label of a mark there. */
const unlined = { lineStyle: { color: rule }, showMaxLine: false };

const heightAxis = (unit: Chart['unit'], range: object) => ({
  type: 'value',
  name: unitWord[unit],
  nameTextStyle: { color: faint, align: 'left', padding: [0, 0, 0, -20] },
  axisLabel: { fontSize: 12, color: ink, formatter: (value: number) => axisValue(unit, value) },
  splitLine: { lineStyle: { color: rule } },
  minInterval: perUnit[unit],
  ...range,
});

const legendOf = (chart: Chart) => ({
  show: legendRows(chart) > 0,
  orient: legendRows(chart) > 1 ? 'vertical' : 'horizontal',
  itemHeight: 12,
  left: 12,
  top: 36,
  selectedMode: false,
  itemGap: 14,
  textStyle: { fontSize: 13, color: ink },
});

const marked = (data: { label: string }[], position: string) => ({
  silent: true,
  symbol: 'none',
  lineStyle: { color: ink, type: 'solid', width: 2 },
  label: { fontSize: 12, color: ink, position, formatter: ({ name }: { name: string }) => name },
  data: data.map(({ label, ...at }) => ({ name: cut(label, 44), ...at })),
});
const lying = (data: { yAxis: number; label: string }[]) => marked(data, 'insideStartTop');

const cut = (text: string, most: number) => (text.length <= most ? text : `${text.slice(0, most - 1)}…`);
