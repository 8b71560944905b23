import {
  type CardElement,
  Column,
  ColumnSet,
  Container,
  type ContainerStyle,
  Table,
  TableCell,
  TableRow,
  type TextRunOptions,
} from '@microsoft/teams.cards';
import type { Part, Tone } from '../../cards/card.ts';
import { headingText, plainLines, plainText, shorten } from './plain-text.ts';

/** How much of a card is drawn; see `render.ts`. `text` in characters, `rows` for each list or table. */
export type Room = { text: number; rows: number };

type TextPart = Exclude<Part, { type: 'input' | 'buttons' | 'divider' }>;

/** A part without anything to press or fill in. */
export function drawPart(part: TextPart, room: Room): CardElement[] {
  switch (part.type) {
    case 'text':
      return drawText(shorten(part.text, room.text), part.tone ?? 'normal', part.strong ?? false, room);
    case 'heading':
      return [headingText(shorten(part.text, Math.min(room.text, 150)) || '–', 'Medium').withSpacing('Large')];
    case 'facts':
      return some(part.facts, room.rows).map((fact) =>
        fact === null ? rest(part.facts.length, room.rows) : drawFact(fact.label, fact.value, room),
      );
    case 'list':
      return some(part.items, room.rows).map((item) =>
        item === null
          ? rest(part.items.length, room.rows)
          : plainText(`•  ${shorten(item, room.text)}`).withSpacing('Small'),
      );
    case 'table':
      return drawTable(part.columns, part.rows, room);
    default:
      throw new Error(`unknown part ${JSON.stringify(part satisfies never)}`);
  }
}

const boxes: Partial<Record<Tone, ContainerStyle>> = { good: 'good', warning: 'warning', danger: 'attention' };

function drawText(text: string, tone: Tone, strong: boolean, room: Room): CardElement[] {
  const style: TextRunOptions = {
    ...(strong ? { weight: 'Bolder' } : {}),
    ...(tone === 'subtle' ? { isSubtle: true, size: 'Small' } : {}),
  };
  const lines = plainLines(text, style, room.rows);
  const box = boxes[tone];
  return box === undefined ? lines : [new Container(...lines).withStyle(box).withRoundedCorners(true)];
}

/** Label and value beside each other; `FactSet` knows Markdown and cuts long labels on a phone. */
function drawFact(label: string, value: string, room: Room): CardElement {
  return new ColumnSet()
    .withColumns(
      new Column(plainText(shorten(label, Math.min(room.text, 200)), { weight: 'Bolder' })).withWidth(2),
      new Column(...plainLines(shorten(value, room.text), {}, room.rows)).withWidth(3),
    )
    .withSpacing('Small');
}

/** With the same as lines of text for a client that has no tables. */
function drawTable(columns: string[], rows: string[][], room: Room): CardElement[] {
  const width = Math.max(columns.length, ...rows.map((row) => row.length), 0);
  if (width === 0) return [];
  const cell = (text: string, head: boolean) =>
    new TableCell(plainText(shorten(text, Math.min(room.text, 500)), head ? { weight: 'Bolder' } : {}));
  const filled = (row: string[]) => Array.from({ length: width }, (_, n) => row[n] ?? '');
  const shown = rows.slice(0, rows.length > room.rows ? room.rows - 1 : rows.length);
  const table = new Table({
    firstRowAsHeaders: true,
    showGridLines: false,
    columns: Array.from({ length: width }, () => ({ width: 1 })),
    rows: [
      new TableRow({ cells: filled(columns).map((text) => cell(text, true)) }),
      ...shown.map((row) => new TableRow({ cells: filled(row).map((text) => cell(text, false)) })),
    ],
    fallback: new Container(
      ...shown.map((row) => plainText(shorten(row.join(' · '), Math.min(room.text, 200))).withSpacing('Small')),
    ),
  });
  return shown.length === rows.length ? [table] : [table, rest(rows.length, room.rows)];
}

/** The first of a long list; `null` where the rest would begin. */
const some = <T>(all: T[], max: number): (T | null)[] => (all.length <= max ? all : [...all.slice(0, max - 1), null]);

const rest = (all: number, max: number) =>
  plainText(`… en nog ${all - max + 1}`, { isSubtle: true }).withSpacing('Small');
