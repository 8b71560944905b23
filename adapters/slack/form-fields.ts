import type { Card, Input } from '../../cards/card.ts';
import { limits, shorten } from './limits.ts';

/** The inputs of a card that Slack draws as such: a choice without options becomes a sentence. */
const inputsOf = (card: Card): Input[] =>
  card.parts
    .filter((part) => part.type === 'input')
    .filter((input) => !('options' in input) || input.options.length > 0);

/** The card asks for exactly these fields: it is the same page. */
export function sameFields(card: Card, fields: string[]): boolean {
  const ids = new Set(inputsOf(card).map(({ id }) => id));
  return ids.size === fields.length && fields.every((field) => ids.has(field));
}

/** What is wrong, by field id. */
export const errorsOf = (card: Card): Record<string, string> =>
  Object.fromEntries(
    inputsOf(card).flatMap(({ id, error }) => (error === undefined ? [] : [[id, shorten(error, limits.hint)]])),
  );
