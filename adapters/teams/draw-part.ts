import type { CardElement, ContainerStyle, IContainer, IRichTextBlock, ITableCell } from '@microsoft/teams.cards';
import type { Part, Tone } from '../../cards/card.ts';
import type { Chart } from '../../cards/chart.ts';
import { chartTable } from '../../cards/chart-table.ts';
import { drawChart } from './draw-chart.ts';
import { headingText, plainLines, plainText, shorten, type TextStyle } from './plain-text.ts';

/** How much of a card is drawn; see `render.ts`. `text` in characters, `rows` for each list or table. */
export type Room = { text: number; rows: number };

type TextPart = Exclude<Part, { type: 'input' | 'buttons' | 'divider' }>;

/** A part without anything to press or fill in. `place`: its number in the card. */
export function drawPart(part: TextPart, room: Room, place: number): CardElement[] {
  switch (part.type) {
    case 'text':
      return drawText(shorten(part.text, room.text), part.tone ?? 'normal', part.strong ?? false, room);
    case 'heading':
      return [headingText(shorten(part.text, Math.min(room.text, 150)), { size: 'Medium', spacing: 'Large' })];
    case 'link':
      return [drawLink(part.url)];
    case 'facts':
      return drawFacts(part.facts, room);
    case 'list':
      return first(part.items, room.rows, (item) => plainText(`•  ${shorten(item, room.text)}`, { spacing: 'Small' }));
    case 'table':
      return drawTable(part.columns, part.rows, room);
    case 'chart':
      return drawChart(part, chartAsTable(part, room), { rows: room.rows, id: `cijfers-${place}` });
    default:
      throw new Error(`unknown part ${JSON.stringify(part satisfies never)}`);
  }
}

/** The whole address can be pressed; on a phone nothing in a card can be copied. */
const drawLink = (url: string): IContainer => ({
  type: 'Container',
  spacing: 'Small',
  selectAction: { type: 'Action.OpenUrl', url },
  items: [plainText(url, { color: 'Accent' })],
});

const boxes: Partial<Record<Tone, ContainerStyle>> = { good: 'good', warning: 'warning', danger: 'attention' };

function drawText(text: string, tone: Tone, strong: boolean, room: Room): (IContainer | IRichTextBlock)[] {
  const style: TextStyle = {
    weight: strong ? 'Bolder' : undefined,
    ...(tone === 'subtle' ? { isSubtle: true, size: 'Small' } : {}),
  };
  const lines = plainLines(text, style, room.rows);
  const box = boxes[tone];
  return box === undefined ? lines : [{ type: 'Container', style: box, roundedCorners: true, items: lines }];
}

/** Longer than this, a label beside its value becomes a pillar of words on a phone. */
const labelBeside = 32;
/** A longer word does not fit in two fifths of a phone. */
const wordBeside = 12;
/** Nor a longer one, such as an address, in the three fifths beside it. */
const wordOfValue = 24;

/**
 * Label and value beside each other; labels with a long word get half of the width, for it to fit on a phone.
 * With a long label or an address, all of them stand above their value. `FactSet` knows Markdown and cuts long labels.
 */
function drawFacts(facts: { label: string; value: string }[], room: Room): CardElement[] {
  const label = (text: string) => plainText(shorten(text, Math.min(room.text, 200)), { weight: 'Bolder' });
  const value = (text: string) => plainLines(shorten(text, room.text), {}, room.rows);
  const address = facts.some((fact) => longest(fact.value) > wordOfValue);
  if (address || facts.some((fact) => fact.label.length > labelBeside))
    return first(facts, room.rows, (fact) => ({
      type: 'Container',
      spacing: 'Small',
      items: [label(fact.label), ...value(fact.value).map((line) => ({ ...line, spacing: 'None' as const }))],
    }));
  const longWord = facts.some((fact) => longest(fact.label) > wordBeside);
  const [labels, values] = longWord ? [1, 1] : [2, 3];
  return first(facts, room.rows, (fact) => ({
    type: 'ColumnSet',
    spacing: 'Small',
    columns: [
      { type: 'Column', width: labels, items: [label(fact.label)] },
      { type: 'Column', width: values, items: value(fact.value) },
    ],
  }));
}

function chartAsTable(chart: Chart, room: Room): CardElement[] {
  const { columns, rows } = chartTable(chart);
  if (rows.length === 0) return [];
  return drawTable(columns, rows, room);
}

/** Length of the longest word, in characters. An amount with its sign is one: its space does not break. */
const longest = (text: string) => Math.max(0, ...text.split(/[ \n-]/).map((word) => word.length));

/** Width of a column in a table, in characters: at least, and at most what it gets of the room that is left. */
const narrowest = 5;
const widest = 16;
/** Characters that the columns of a table have together on a phone. */
const lineOfPhone = 36;

/** No word is cut off; what is left goes to who wants it, such as a long name beside short numbers. */
function columnShares(columns: string[], rows: string[][], width: number): { shares: number[]; fits: boolean } {
  const each = Array.from({ length: width }, (_, n) => [columns, ...rows].map((row) => row[n] ?? ''));
  const needs = each.map((cells) => Math.max(narrowest, ...cells.map((cell) => longest(cell) + 1)));
  const wishes = each.map((cells, n) => {
    const whole = Math.max(...cells.map((cell) => cell.length));
    return Math.max(0, Math.min(widest, whole) - (needs[n] ?? 0));
  });
  const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);
  const left = lineOfPhone - sum(needs);
  const given = Math.min(1, Math.max(0, left) / Math.max(1, sum(wishes)));
  return { shares: needs.map((need, n) => Math.round(need + given * (wishes[n] ?? 0))), fits: left >= 0 };
}

/** A row that is too wide for a phone: what it is about, and under it each number with its column. */
function rowInLines(columns: string[], [head = '', ...cells]: string[], room: Room): CardElement[] {
  const said = cells.flatMap((cell, n) => (cell === '' ? [] : [`${columns[n + 1] ?? ''}: ${cell}`]));
  const most = Math.min(room.text, 500);
  return [
    plainText(shorten(head, most), { weight: 'Bolder', spacing: 'Small' }),
    ...(said.length > 0 ? [plainText(shorten(said.join(' · '), most), { spacing: 'None' })] : []),
  ];
}

/** With the same as lines of text for a client that has no tables. */
function drawTable(columns: string[], rows: string[][], room: Room): CardElement[] {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const cells = (row: string[], style: TextStyle): ITableCell[] =>
    Array.from({ length: width }, (_, n) => ({
      type: 'TableCell',
      items: [plainText(shorten(row[n] ?? '', Math.min(room.text, 500)), style)],
    }));
  const { shares, fits } = columnShares(columns, rows, width);
  const shown = rows.slice(0, rows.length > room.rows ? room.rows - 1 : rows.length);
  const lines = shown.map((row) => plainText(shorten(row.join(' · '), Math.min(room.text, 200)), { spacing: 'Small' }));
  const hidden = rows.length - shown.length;
  const rest = hidden > 0 ? [others(hidden)] : [];
  if (!fits) return [...shown.flatMap((row) => rowInLines(columns, row, room)), ...rest];
  return [
    {
      type: 'Table',
      firstRowAsHeaders: true,
      showGridLines: false,
      columns: Array.from({ length: width }, (_, n) => ({ width: shares[n] ?? 1 })),
      rows: [
        { type: 'TableRow', cells: cells(columns, { weight: 'Bolder' }) },
        ...shown.map((row) => ({ type: 'TableRow' as const, cells: cells(row, {}) })),
      ],
      fallback: { type: 'Container', items: lines },
    },
    ...rest,
  ];
}

/** The first of a long list, and how many there are besides. */
function first<T>(all: T[], max: number, draw: (one: T) => CardElement): CardElement[] {
  if (all.length <= max) return all.map(draw);
  return [...all.slice(0, max - 1).map(draw), others(all.length - max + 1)];
}

const others = (count: number) => plainText(`… en nog ${count}`, { isSubtle: true, spacing: 'Small' });
