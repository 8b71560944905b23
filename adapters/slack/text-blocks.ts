import type { Part, Tone } from '../../cards/card.ts';
import type { Chart } from '../../cards/chart.ts';
import { chartHeights, chartTable } from '../../cards/chart-table.ts';
import { limits, shorten } from './limits.ts';
import type { Picture } from './pictures.ts';
import { type Block, bold, contextBlock, plain, richText, run, section, type TextRun } from './pieces.ts';

/** The title of a card, where it does not stand in the frame of a modal. */
export type Title = { type: 'title'; text: string };

const markers: Record<Tone, string> = { normal: '', subtle: '', good: '✅ ', warning: '⚠️ ', danger: '🔴 ' };

/** How much of a single text fits when a card has `room` left. */
const spaceIn = (room: number): number => Math.max(0, Math.min(limits.text, room - 4 * limits.blockOverhead));

/** Whether `textBlocks` has to cut this part. */
export const isCut = (part: Part | Title | Picture, room: number): boolean =>
  part.type === 'text' && markers[part.tone ?? 'normal'].length + part.text.length > spaceIn(room);

/** The blocks of a part that only shows something; a single text is cut to `room` where that helps. */
export function textBlocks(part: Part | Title | Picture, room: number): Block[] {
  switch (part.type) {
    case 'title':
      return part.text.trim() === '' ? [] : [{ type: 'header', text: plain(part.text, limits.header) }];
    case 'text': {
      const space = spaceIn(room);
      if (part.text.trim() === '' || space < 2) return [];
      const tone = part.tone ?? 'normal';
      // A small grey line reads as the end of what stands above it: a label of what follows is bold.
      if (tone === 'subtle' && part.strong !== true && part.text.length <= limits.contextText)
        return [contextBlock(shorten(part.text, space))];
      const text = `${markers[tone]}${part.text}`;
      return [part.strong === true ? richText([bold(shorten(text, space))]) : section(text, space)];
    }
    case 'heading':
      return part.text.trim() === '' ? [] : [richText([bold(shorten(part.text, limits.header))])];
    case 'link':
      return [
        { type: 'rich_text', elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url: part.url }] }] },
      ];
    case 'facts':
      return factBlocks(part.facts);
    case 'list':
      return listBlocks(part.items);
    case 'divider':
      return [{ type: 'divider' }];
    case 'table':
      return tableBlocks(part.columns, part.rows);
    case 'picture':
      return [
        {
          type: 'image',
          slack_file: { id: part.file },
          alt_text: shorten(part.alt || '–', limits.altText),
        },
      ];
    case 'chart':
      return chartBlocks(part);
    case 'buttons':
    case 'input':
      return [];
    default:
      throw new Error(part satisfies never);
  }
}

/** A longer label does not read as one line with its value: it gets a line of its own. */
const labelInLine = 32;

/**
 * One line each, the label in bold: reads well on a phone, where two columns would be squeezed. With a long
 * label, such as a question, all of them stand above their value.
 */
function factBlocks(facts: { label: string; value: string }[]): Block[] {
  const shown = facts.filter(({ label, value }) => label.trim() !== '' || value.trim() !== '');
  const above = shown.some(({ label }) => label.length > labelInLine);
  const lines = shown.map(({ label, value }): TextRun[] => [
    bold(shorten(label || '–', limits.header)),
    run(`${above ? '\n' : ': '}${shorten(value || '–', limits.text - limits.header - 10)}`),
  ]);
  const apart = above ? '\n\n' : '\n';
  return chunks(lines, lengthOf).map((chunk) => richText(joinLines(chunk, apart)));
}

function listBlocks(items: string[]): Block[] {
  const texts = items.filter((item) => item.trim() !== '').map((item) => shorten(item, limits.text - 10));
  return chunks(texts, (text) => text.length + limits.blockOverhead).map((chunk) => ({
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_list',
        style: 'bullet',
        elements: chunk.map((text) => ({ type: 'rich_text_section', elements: [run(text)] })),
      },
    ],
  }));
}

/** The figures of a chart as a table, where its picture is not there (yet). */
function chartBlocks(chart: Chart): Block[] {
  const { columns, rows } = chartTable(chart);
  return [
    richText([bold(shorten(chart.title || '–', limits.header))]),
    ...tableBlocks(columns, rows),
    ...chartHeights(chart).map((height) => richText([run(shorten(height, limits.header))])),
  ];
}

/** In characters of a fixed width: more does not fit on a phone of 340 pixels and would wrap into porridge. */
const phoneWidth = 34;

/** A number that says nothing without the name of its column; `213 uur` does. */
const isNumber = (cell: string) => /^[€+−-]?\s*\d[\d.,\s]*(%|€)?$/.test(cell);

/** Aligned columns when they fit on a phone; otherwise a line per row, its first cell in bold. */
function tableBlocks(columns: string[], rows: string[][]): Block[] {
  if (columns.length === 0 || rows.length === 0) return [];
  const table = [columns, ...rows].map((row) => columns.map((_, n) => (row[n] ?? '').replace(/\s+/g, ' ')));
  const widths = columns.map((_, n) => Math.max(...table.map((row) => row[n]?.length ?? 0)));
  const width = widths.reduce((sum, w) => sum + w + 2, -2);
  if (width <= phoneWidth) {
    const lines = table.map((row) =>
      row
        .map((cell, n) => cell.padEnd(widths[n] ?? 0))
        .join('  ')
        .trimEnd(),
    );
    return chunks(lines, (line) => line.length + 1).map((chunk) => ({
      type: 'rich_text',
      elements: [{ type: 'rich_text_preformatted', elements: [run(chunk.join('\n'))] }],
    }));
  }
  const share = Math.floor((limits.text - 50) / columns.length) - 10;
  const lines = table.slice(1).map((row) =>
    row.flatMap((cell, n): TextRun[] => {
      const shown = shorten(cell || '–', Math.max(10, share - 60));
      if (n === 0) return [bold(shown)];
      const name = isNumber(cell) ? `${shorten(columns[n] || '–', Math.min(60, share))} ` : '';
      return [run(` · ${name}${shown}`)];
    }),
  );
  return chunks(
    lines.map((line) => line.filter((piece) => piece.text !== '')),
    lengthOf,
  ).map((chunk) => richText(joinLines(chunk)));
}

const lengthOf = (runs: TextRun[]): number =>
  runs.reduce((sum, piece) => sum + piece.text.length + limits.blockOverhead, 1);

const joinLines = (lines: TextRun[][], apart = '\n'): TextRun[] =>
  lines.flatMap((line, n) => (n === 0 ? line : [run(apart), ...line]));

/** Consecutive pieces together, each group within the limit of one block; small, so that fitting can drop a few. */
function chunks<T>(items: T[], size: (item: T) => number): T[][] {
  const groups: T[][] = [];
  let used = Number.POSITIVE_INFINITY;
  for (const item of items) {
    const cost = size(item);
    const last = groups.at(-1);
    if (last === undefined || used + cost > limits.text) {
      groups.push([item]);
      used = cost;
    } else {
      last.push(item);
      used += cost;
    }
  }
  return groups;
}
