import type { Chart } from '../cards/chart.ts';

/** A rugzak of which a good half is used. */
export const meterChart: Extract<Chart, { kind: 'meter' }> = {
  type: 'chart',
  kind: 'meter',
  title: 'Rugzak: waar staan we',
  alt: 'Van € 20.000 is € 8.750 gebruikt.',
  unit: 'euro',
  parts: [
    { label: 'Gebruikt', value: 875_000, fill: 'used' },
    { label: 'Vastgelegd', value: 412_550, fill: 'committed' },
    { label: 'Vrij', value: 712_450, fill: 'free' },
  ],
  marks: [{ label: 'Helft, meest voor verblijf', at: 1_000_000 }],
};

export const longestName = 'Anne-Sophie Vandenbroucke-Van den Bergh';

/** Hours of a team, in two kinds. */
export const personsChart: Extract<Chart, { kind: 'bars' }> = {
  type: 'chart',
  kind: 'bars',
  over: 'names',
  stacked: true,
  title: 'Uren van wacht in 2026',
  alt: 'Marijke deed 38 uur meer dan gemiddeld.',
  unit: 'uren',
  heading: 'Wie',
  categories: ['Marijke', 'Ines', longestName, 'Tom'],
  series: [
    { label: 'Eigen dagdelen', values: [7_200, 4_950, 2_700, 0] },
    { label: 'Overgenomen', values: [540, 180, 0, 0] },
  ],
};

export const monthsChart: Chart = {
  type: 'chart',
  kind: 'bars',
  over: 'time',
  stacked: false,
  title: 'Uitgaven per maand',
  alt: 'Mei was de duurste maand, met € 2.450.',
  unit: 'euro',
  heading: 'Maand',
  categories: ['jan.', 'feb.', 'mrt.', 'apr.', 'mei', 'jun.'],
  series: [
    { label: 'Verblijf', values: [0, 45_000, 90_000, 120_000, 145_000, 60_000] },
    { label: 'Ondersteuning', values: [20_000, 35_000, 42_550, 80_000, 100_000, 75_000] },
  ],
};

export const scoresChart: Chart = {
  type: 'chart',
  kind: 'line',
  title: 'Doelen per evaluatie',
  alt: 'Doel 1 ging van 3 naar 7, doel 2 bleef op 5.',
  unit: 'score',
  series: [
    { label: 'Doel 1', points: points(3, 4, 6, 7) },
    { label: 'Doel 2', points: points(5, 5, 4.5, 5) },
    { label: 'Doel 3', points: points(2, 2, 3, 4).slice(1) },
  ],
  marks: [],
};

export const budgetChart: Chart = {
  type: 'chart',
  kind: 'line',
  title: 'Budget van de regio',
  alt: 'Met dit tempo is het jaarbudget op in november.',
  unit: 'euro',
  series: [
    { label: 'Uitgegeven', points: points(2_000_000, 7_500_000, 14_000_000, 21_000_000) },
    {
      label: 'Verwacht',
      forecast: true,
      points: [
        { date: '2026-07-13', value: 21_000_000 },
        { date: '2026-11-09', value: 40_000_000 },
      ],
    },
  ],
  marks: [{ label: 'Jaarbudget', at: 40_000_000 }],
};

export const sampleCharts = { meterChart, personsChart, monthsChart, scoresChart, budgetChart };

/** Six weeks apart, the first one just before the clock changes. */
function points(...values: number[]) {
  const start = Temporal.PlainDate.from('2026-03-09');
  return values.map((value, n) => ({ date: start.add({ weeks: 6 * n }).toString(), value }));
}

/** More than any platform draws. */
export function hugeChart(): Chart {
  const long = 'een heel lange naam '.repeat(60);
  return {
    type: 'chart',
    kind: 'bars',
    over: 'names',
    stacked: true,
    title: `Te groot ${long}`,
    alt: long,
    unit: 'euro',
    heading: long,
    categories: Array.from({ length: 150 }, (_, n) => `Persoon ${n} ${n % 30 === 0 ? long : ''}`),
    series: Array.from({ length: 5 }, (_, s) => ({
      label: `Reeks ${s} ${long}`,
      values: Array.from({ length: 150 }, (_, n) => n * 1_000 * s),
    })),
  };
}

/** Nothing in it, or nothing but zeroes. */
export const emptyCharts: Chart[] = [
  { type: 'chart', kind: 'meter', title: '', alt: '', unit: 'euro', parts: [], marks: [] },
  {
    type: 'chart',
    kind: 'meter',
    title: 'Niets',
    alt: 'Nog niets.',
    unit: 'euro',
    parts: [{ label: 'Gebruikt', value: 0, fill: 'used' }],
    marks: [{ label: 'Helft', at: 0 }],
  },
  {
    type: 'chart',
    kind: 'bars',
    over: 'time',
    stacked: false,
    title: '',
    alt: '',
    unit: 'uren',
    heading: '',
    categories: [],
    series: [],
  },
  { type: 'chart', kind: 'line', title: '', alt: '', unit: 'score', series: [], marks: [] },
  { type: 'chart', kind: 'line', title: 'x', alt: '', unit: 'score', series: [{ label: '', points: [] }], marks: [] },
];
