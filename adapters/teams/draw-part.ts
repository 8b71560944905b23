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

/**
 * Label and value beside each other; labels with a long word get half of the width, for it to fit on a phone.
 * With a long label, all of them stand above their value. `FactSet` knows Markdown and cuts long labels.
 */
function drawFacts(facts: { label: string; value: string }[], room: Room): CardElement[] {
  const label = (text: string) => plainText(shorten(text, Math.min(room.text, 200)), { weight: 'Bolder' });
  const value = (text: string) => plainLines(shorten(text, room.text), {}, room.rows);
  if (facts.some((fact) => fact.label.length > labelBeside))
    return first(facts, room.rows, (fact) => ({
      type: 'Container',
      spacing: 'Small',
      items: [label(fact.label), ...value(fact.value).map((line) => ({ ...line, spacing: 'None' as const }))],
    }));
  const longWord = facts.some((fact) => fact.label.split(/[\s-]/).some((word) => word.length > wordBeside));
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

/** Shares of a column in a table, in characters of its longest cell. */
const narrowest = 5;
const widest = 16;

/** With the same as lines of text for a client that has no tables. */
function drawTable(columns: string[], rows: string[][], room: Room): CardElement[] {
  const width = Math.max(columns.length, ...rows.map((row) => row.length));
  if (width === 0) return [];
  const cells = (row: string[], style: TextStyle): ITableCell[] =>
    Array.from({ length: width }, (_, n) => ({
      type: 'TableCell',
      items: [plainText(shorten(row[n] ?? '', Math.min(room.text, 500)), style)],
    }));
  // A long name beside short numbers gets the room; on a phone equal columns would break it in pieces.
  const share = (n: number) =>
    Math.min(widest, Math.max(narrowest, ...[columns, ...rows].map((row) => row[n]?.length ?? 0)));
  const shown = rows.slice(0, rows.length > room.rows ? room.rows - 1 : rows.length);
  const lines = shown.map((row) => plainText(shorten(row.join(' · '), Math.min(room.text, 200)), { spacing: 'Small' }));
  const left = rows.length - shown.length;
  return [
    {
      type: 'Table',
      firstRowAsHeaders: true,
      showGridLines: false,
      columns: Array.from({ length: width }, (_, n) => ({ width: share(n) })),
      rows: [
        { type: 'TableRow', cells: cells(columns, { weight: 'Bolder' }) },
        ...shown.map((row) => ({ type: 'TableRow' as const, cells: cells(row, {}) })),
      ],
      fallback: { type: 'Container', items: lines },
    },
    ...(left > 0 ? [others(left)] : []),
  ];
}

/** The first of a long list, and how many there are besides. */
function first<T>(all: T[], max: number, draw: (one: T) => CardElement): CardElement[] {
  if (all.length <= max) return all.map(draw);
  return [...all.slice(0, max - 1).map(draw), others(all.length - max + 1)];
}

const others = (count: number) => plainText(`… en nog ${count}`, { isSubtle: true, spacing: 'Small' });
