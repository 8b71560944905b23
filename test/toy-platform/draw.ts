import type { Button, Card, Input, Part } from '../../cards/card.ts';
import { chartBars } from '../../cards/chart-bars.ts';

/** What Toy shows: lines of plain text, buttons and inputs under them. At most 200 lines of 500 characters. */
export type Drawn = { lines: string[]; inputs: Input[]; buttons: DrawnButton[] };
type DrawnButton = { label: string; data: { action: string; subject: string; form: boolean } };

const maxLines = 200;
const maxText = 500;
const cut = (text: string) => (text.length <= maxText ? text : `${text.slice(0, maxText - 1)}…`);

/** Draws a card; what does not fit is cut, an input never is. */
export function draw(card: Card): Drawn {
  const form = card.form !== undefined || card.parts.some((part) => part.type === 'input');
  const button = ({ label, action, subject }: Button): DrawnButton => ({
    label: cut(label),
    data: { action, subject, form },
  });
  const lines = [card.title, ...card.parts.flatMap(linesOf)].map(cut);
  const inputs = card.parts.flatMap((part) => (part.type === 'input' ? [shortened(part)] : []));
  const inParts = card.parts.flatMap((part) => (part.type === 'buttons' ? part.buttons : []));
  const inForm = card.form ? [card.form.submit, card.form.back, card.form.cancel].filter((b) => b !== undefined) : [];
  return {
    lines: lines.length <= maxLines ? lines : [...lines.slice(0, maxLines - 1), '…'],
    inputs,
    buttons: [...inForm, ...inParts].map(button),
  };
}

function linesOf(part: Part): string[] {
  switch (part.type) {
    case 'text':
    case 'heading':
      return [part.text];
    case 'link':
      return [part.url];
    case 'facts':
      return part.facts.map(({ label, value }) => `${label}: ${value}`);
    case 'list':
      return part.items.map((item) => `- ${item}`);
    case 'table':
      return [part.columns, ...part.rows].map((row) => row.join(' | '));
    case 'chart':
      return [part.title, ...chartBars(part)];
    case 'divider':
      return ['---'];
    case 'buttons':
      return [];
    case 'input':
      return [part.label, part.hint ?? '', part.error ?? ''];
    default:
      throw new Error(part satisfies never);
  }
}

const shortened = (input: Input): Input => {
  const common = {
    label: cut(input.label),
    ...(input.hint && { hint: cut(input.hint) }),
    ...(input.error && { error: cut(input.error) }),
  };
  return input.kind === 'choice' || input.kind === 'choices'
    ? { ...input, ...common, options: input.options.map((o) => ({ ...o, label: cut(o.label) })) }
    : { ...input, ...common };
};
