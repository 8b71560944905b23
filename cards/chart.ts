/**
 * A picture of a few figures. Platforms draw it with what they have: chart elements of their own, an
 * uploaded picture, bars of text. What cannot be drawn becomes a table of the same figures
 * (`chart-table.ts`); what cannot be seen is read (`chart-text.ts`).
 *
 * Every text in it is neutral: a role, a date, a number, the name of a colleague; never anything about
 * child or family, for it stands in a picture, a file and an alternative text [S9].
 */
export type Chart = {
  type: 'chart';
  /** What the figures are, at most 100 characters. */
  title: string;
  /** What the picture shows, in one Dutch sentence with its main figure. The rest of the figures follow by themselves. */
  alt: string;
  unit: ChartUnit;
} & (Meter | Bars | Line);

/**
 * What whole numbers count. `euro`: cents. `uren`: minutes. `score`: points from 1 to 10, with decimals.
 * `aantal`: pieces.
 */
export type ChartUnit = 'euro' | 'uren' | 'score' | 'aantal';

/** One bar of parts that make up a whole: used, committed, free. Parts that are zero are left out of the bar. */
export type Meter = {
  kind: 'meter';
  parts: { label: string; value: number; fill: 'used' | 'committed' | 'free' }[];
  /**
   * Places on the bar worth seeing, counted from its start: half, the maximum. `filled`: how much of it is used, where
   * not all of the bar counts for it; whoever cannot draw a mark draws that as a bar of its own.
   */
  marks: { label: string; at: number; filled?: number }[];
};

/** Bars per category; beside each other, or `stacked` where they add up. */
export type Bars = {
  kind: 'bars';
  /** `names`: a bar lies down beside a long name. `time`: bars stand up, from left to right. */
  over: 'names' | 'time';
  stacked: boolean;
  /** Heading of the categories: `Wie`, `Maand`. */
  heading: string;
  categories: string[];
  /** At most five; `values` in the order of the categories. */
  series: { label: string; values: number[] }[];
};

/** Figures over time, a line each. */
export type Line = {
  kind: 'line';
  /** At most five. `date`: ISO. `forecast`: not yet happened; drawn dashed, and said. */
  series: { label: string; points: { date: string; value: number }[]; forecast?: boolean }[];
  /** Heights worth seeing: the maximum of a budget. */
  marks: { label: string; at: number }[];
};

/** Draws a chart as PNG; what a platform is handed that shows pictures and draws none itself. */
export type DrawPicture = (chart: Chart) => Promise<Uint8Array>;
