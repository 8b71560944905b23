import type { Button, Card, Input, Part, Tone } from './card.ts';
import { chartBars } from './chart-bars.ts';

const marks: Record<Tone, string> = { normal: '  ', subtle: '· ', good: '✓ ', warning: '! ', danger: '‼ ' };

/** A card as readable text for a terminal: title first, then every part, its buttons last as they stand. */
export function asText(card: Card): string {
  const body = card.parts.flatMap(lines);
  const { form } = card;
  const row = form ? buttonRow([form.submit, form.back, form.cancel].filter((b) => b !== undefined)) : [];
  return [`▌ ${card.title}`, ...body, ...row].map((line) => line.trimEnd()).join('\n');
}

function lines(part: Part): string[] {
  switch (part.type) {
    case 'text':
      return paragraph(part.text, marks[part.tone ?? 'normal']);
    case 'heading':
      return ['', `  ${part.text.toUpperCase()}`];
    case 'link':
      return [`  ${part.url}`];
    case 'facts':
      return columns(part.facts.map((f) => [f.label, f.value]));
    case 'list':
      return part.items.flatMap((item) => paragraph(item, '  • '));
    case 'table': {
      const [head = '', ...rows] = columns([part.columns, ...part.rows]);
      return [head, `  ${'─'.repeat(Math.max(1, head.trimEnd().length - 2))}`, ...rows];
    }
    case 'chart':
      return ['', `  ${part.title}`, ...chartBars(part).map((line) => `    ${line}`)];
    case 'divider':
      return [`  ${'─'.repeat(40)}`];
    case 'buttons':
      return buttonRow(part.buttons);
    case 'input':
      return input(part);
    default:
      throw new Error(part satisfies never);
  }
}

/** Further lines of what somebody typed stand under the first. */
function paragraph(text: string, mark: string): string[] {
  return text.split('\n').map((line, n) => (n === 0 ? `${mark}${line}` : `${' '.repeat(mark.length)}${line}`));
}

/** Cells below each other; the last column may have several lines. */
function columns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>((wide, row) => row.map((cell, n) => Math.max(wide[n] ?? 0, cell.length)), []);
  return rows.flatMap((row) => {
    const before = row.slice(0, -1).map((cell, n) => cell.padEnd(widths[n] ?? 0));
    return paragraph(row.at(-1) ?? '', `  ${before.map((cell) => `${cell}  `).join('')}`);
  });
}

const buttonMarks = { primary: '▸ ', danger: '! ' };

const buttonRow = (buttons: readonly Button[]): string[] => [
  `  ${buttons.map((b) => `[${b.style ? buttonMarks[b.style] : ''}${b.label}]`).join(' ')}`,
];

function input(field: Input): string[] {
  return [
    '',
    `  ${field.label}${field.required ? ' *' : ''}`,
    ...(field.hint ? [`    ${field.hint}`] : []),
    ...filledIn(field),
    ...(field.error ? [`  ! ${field.error}`] : []),
  ];
}

function filledIn(field: Input): string[] {
  switch (field.kind) {
    case 'text':
    case 'date':
    case 'time':
      return paragraph(field.value ?? { text: '____', date: '____-__-__', time: '__:__' }[field.kind], '    ▏');
    case 'choice':
      return field.options.map((o) => `    ${o.value === field.value ? '(•)' : '( )'} ${o.label}`);
    case 'choices':
      return field.options.map((o) => `    ${field.value?.includes(o.value) ? '[x]' : '[ ]'} ${o.label}`);
    default:
      throw new Error(field satisfies never);
  }
}
