import { AdaptiveCard, type CardElement, TeamsCardProperties } from '@microsoft/teams.cards';
import type { Button, Card } from '../../cards/card.ts';
import { type DrawnButton, drawButtons } from './draw-buttons.ts';
import { drawInput } from './draw-input.ts';
import { drawPart, type Room } from './draw-part.ts';
import { headingText, plainText, shorten } from './plain-text.ts';

export type RenderOptions = {
  /** A sentence above everything else: what the press that led to this card did. */
  notice?: string;
  /** Only one person of the conversation gets to see it. */
  targeted?: boolean;
};

/** Teams takes about 100 KB of UTF-16 for a whole message: this is what a card may use, in characters. */
const maxCharacters = (80 * 1024) / 2 - 1_000;

/** Tried in turn until the card fits: shorter texts, shorter lists, in the end fewer parts. */
const rooms: (Room & { parts: number })[] = [
  { text: 6_000, rows: 300, parts: Number.POSITIVE_INFINITY },
  { text: 1_500, rows: 100, parts: Number.POSITIVE_INFINITY },
  { text: 500, rows: 50, parts: 200 },
  { text: 200, rows: 20, parts: 100 },
  { text: 100, rows: 8, parts: 50 },
  { text: 60, rows: 4, parts: 20 },
];

/**
 * Draws a card as an Adaptive Card 1.5, the newest that Teams knows, of at most 80 KB. What does not fit
 * is cut with a `…`; an input and what was filled in never is.
 */
export function render(card: Card, options: RenderOptions = {}): AdaptiveCard {
  let drawn = new AdaptiveCard();
  for (const room of rooms) {
    drawn = draw(card, options, room);
    if (JSON.stringify(drawn).length <= maxCharacters) break;
  }
  return drawn;
}

function draw(card: Card, options: RenderOptions, room: Room & { parts: number }): AdaptiveCard {
  const summary = shorten(card.summary, 200);
  const body = [...head(card, options), ...drawParts(card, options, room), ...drawFormButtons(card, options)];
  return new AdaptiveCard(...(body.length === 0 ? [plainText('')] : body)).withOptions({
    version: '1.5',
    fallbackText: summary,
    speak: summary,
    lang: 'nl-BE',
    ...(isWide(card) ? { msteams: new TeamsCardProperties({ width: 'full' }) } : {}),
  });
}

function head(card: Card, { notice }: RenderOptions): CardElement[] {
  const drawn: CardElement[] = [];
  if (notice) drawn.push(plainText(shorten(notice, 300), { color: 'Good', weight: 'Bolder' }));
  if (card.title !== '') drawn.push(headingText(shorten(card.title, 150), 'Large'));
  return drawn;
}

function drawParts(card: Card, options: RenderOptions, room: Room & { parts: number }): CardElement[] {
  const drawn: CardElement[] = [];
  let divided = false;
  let left = room.parts;
  for (const part of card.parts) {
    if (part.type === 'divider') {
      divided = true;
      continue;
    }
    let elements: CardElement[] = [];
    if (part.type === 'input') elements = drawInput(part, room.text);
    else if (part.type === 'buttons') elements = drawButtons(part.buttons.map(pressable(card, options)));
    else if (left > 0) elements = drawPart(part, room);
    else if (left === 0) elements = [plainText('…')];
    if (part.type !== 'input' && part.type !== 'buttons') left -= 1;

    const [first] = elements;
    if (first === undefined) continue;
    if (divided) Object.assign(first, { separator: true, spacing: 'Large' });
    divided = false;
    drawn.push(...elements);
  }
  return drawn;
}

function drawFormButtons(card: Card, options: RenderOptions): CardElement[] {
  if (card.form === undefined) return [];
  const { submit, back, cancel } = card.form;
  const draw = pressable(card, options);
  const buttons = [draw({ ...submit, style: submit.style ?? 'primary' })];
  if (back !== undefined) buttons.push(draw(back));
  if (cancel !== undefined) buttons.push({ ...draw(cancel), inputs: false });
  return drawButtons(buttons).map((set) => set.withSpacing('Large'));
}

/** What every button of this card carries. Each takes along what is filled in, when there is something to fill in. */
function pressable(card: Card, options: RenderOptions): (button: Button) => DrawnButton {
  const form = card.form !== undefined;
  const multi = card.parts.flatMap((part) => (part.type === 'input' && part.kind === 'choices' ? [part.id] : []));
  const hasInputs = card.parts.some((part) => part.type === 'input');
  return (button) => ({
    button,
    data: { form, targeted: options.targeted ?? false, multi },
    inputs: form || hasInputs,
  });
}

/** A table of four columns or more asks for the full width of the conversation. */
const isWide = (card: Card) => card.parts.some((part) => part.type === 'table' && part.columns.length >= 4);
