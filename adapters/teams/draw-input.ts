import { type CardElement, ChoiceSetInput, DateInput, TextInput } from '@microsoft/teams.cards';
import type { Input, Option } from '../../cards/card.ts';
import { plainText, shorten } from './plain-text.ts';
import { encodeChoice } from './press-data.ts';

/** More options than this fold into a list that opens. */
const expandedUpTo = 5;
const expandedMultiUpTo = 12;

/**
 * An input with, below it, what is wrong and what is meant. Nothing is checked by the client: an empty
 * required field must not keep anybody from going back or saving a draft, so `*` only says it.
 */
export function drawInput(input: Input, maxText: number): CardElement[] {
  const drawn: CardElement[] = [drawField(input, maxText).withSpacing('Medium')];
  if (input.error)
    drawn.push(
      plainText(shorten(input.error, Math.min(maxText, 300)), { color: 'Attention', weight: 'Bolder' }).withSpacing(
        'Small',
      ),
    );
  if (input.hint)
    drawn.push(
      plainText(shorten(input.hint, Math.min(maxText, 300)), { size: 'Small', isSubtle: true }).withSpacing('Small'),
    );
  return drawn;
}

function drawField(input: Input, maxText: number): TextInput | DateInput | ChoiceSetInput {
  const label = `${shorten(input.label, Math.min(maxText, 200))}${input.required ? ' *' : ''}`;
  const field = { id: input.id, label };
  switch (input.kind) {
    case 'text':
      return new TextInput({
        ...field,
        maxLength: input.maxLength,
        isMultiline: input.multiline ?? false,
        ...(input.value === undefined ? {} : { value: input.value }),
        ...(input.placeholder === undefined ? {} : { placeholder: shorten(input.placeholder, 100) }),
      });
    case 'date':
      return new DateInput({
        ...field,
        placeholder: 'Kies een datum',
        ...(input.value === undefined ? {} : { value: input.value }),
      });
    case 'choice':
      return new ChoiceSetInput(...choices(input.options, maxText)).withOptions({
        ...field,
        wrap: true,
        placeholder: 'Kies…',
        style: input.options.length > expandedUpTo ? 'compact' : 'expanded',
        ...(input.value === undefined ? {} : { value: input.value }),
      });
    case 'choices':
      return new ChoiceSetInput(
        ...choices(input.options, maxText).map(({ title, value }) => ({ title, value: encodeChoice(value) })),
      ).withOptions({
        ...field,
        wrap: true,
        isMultiSelect: true,
        placeholder: 'Kies…',
        style: input.options.length > expandedMultiUpTo ? 'compact' : 'expanded',
        ...(input.value === undefined ? {} : { value: input.value.map(encodeChoice).join(',') }),
      });
    default:
      throw new Error(`unknown input ${JSON.stringify(input satisfies never)}`);
  }
}

const choices = (options: Option[], maxText: number) =>
  options.map(({ value, label }) => ({ title: shorten(label, Math.min(maxText, 150)) || '–', value }));
