import type { CardElement, IAdaptiveCard } from '@microsoft/teams.cards';
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

type CardRoom = Room & { parts: number };

/** Tried in turn until the card fits: shorter texts, shorter lists, in the end fewer parts. */
const rooms: CardRoom[] = [
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
export function render(card: Card, options: RenderOptions = {}): IAdaptiveCard {
  for (const room of rooms) {
    const drawn = draw(card, options, room);
    if (JSON.stringify(drawn).length <= maxCharacters) return drawn;
  }
  return draw(card, options, { text: 40, rows: 2, parts: 5 });
}

function draw(card: Card, options: RenderOptions, room: CardRoom): IAdaptiveCard {
  const summary = shorten(card.summary, 200);
  const body = [...head(card, options), ...drawParts(card, options, room), ...drawFormButtons(card, options)];
  return {
    type: 'AdaptiveCard',
    version: '1.5',
    lang: 'nl-BE',
    fallbackText: summary,
    speak: summary,
    msteams: isWide(card) ? { width: 'full' } : undefined,
    body: body.length === 0 ? [plainText('')] : body,
  };
}

function head(card: Card, { notice }: RenderOptions): CardElement[] {
  const drawn: CardElement[] = [];
  if (notice) drawn.push(plainText(shorten(notice, 300), { color: 'Good', weight: 'Bolder' }));
  if (card.title !== '') drawn.push(headingText(shorten(card.title, 150), { size: 'Large' }));
  return drawn;
}

function drawParts(card: Card, options: RenderOptions, room: CardRoom): CardElement[] {
  const drawn: CardElement[] = [];
  let divided = false;
  let left = room.parts;
  for (const [place, part] of card.parts.entries()) {
    if (part.type === 'divider') {
      divided = true;
      continue;
    }
    let elements: CardElement[] = [];
    if (part.type === 'input') elements = drawInput(part, room.text);
    else if (part.type === 'buttons') elements = drawButtons(part.buttons.map(pressable(card, options)));
    else if (left > 0) elements = drawPart(part, room, place);
    else if (left === 0) elements = [plainText('…')];
    if (part.type !== 'input' && part.type !== 'buttons') left -= 1;

    const [first, ...rest] = elements;
    if (first === undefined) continue;
    drawn.push(divided ? { ...first, separator: true, spacing: 'Large' } : first, ...rest);
    divided = false;
  }
  return drawn;
}

function drawFormButtons(card: Card, options: RenderOptions): CardElement[] {
  if (card.form === undefined) return [];
  const { submit, back, cancel } = card.form;
  const press = pressable(card, options);
  const buttons = [press({ ...submit, style: submit.style ?? 'primary' })];
  if (back !== undefined) buttons.push(press(back));
  if (cancel !== undefined) buttons.push({ ...press(cancel), inputs: false });
  return drawButtons(buttons, 'Large');
}

/** What every button of this card carries: also what is filled in, when there is something to fill in. */
function pressable(card: Card, options: RenderOptions): (button: Button) => DrawnButton {
  const inputs = card.parts.some((part) => part.type === 'input');
  const multi = card.parts.flatMap((part) => (part.type === 'input' && part.kind === 'choices' ? [part.id] : []));
  const data = {
    form: card.form !== undefined,
    ...(card.stays && { stays: true }),
    targeted: options.targeted ?? false,
    multi,
  };
  return (button) => ({ button, data, inputs });
}

/** A table of four columns or more asks for the full width of the conversation. */
const isWide = (card: Card) => card.parts.some((part) => part.type === 'table' && part.columns.length >= 4);
