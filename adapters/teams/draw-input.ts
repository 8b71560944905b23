import type { CardElement, IChoiceSetInput, IDateInput, ITextInput, ITimeInput } from '@microsoft/teams.cards';
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
  const short = (text: string, max: number) => shorten(text, Math.min(maxText, max));
  const drawn: CardElement[] = [drawField(input, short)];
  if (input.error)
    drawn.push(plainText(short(input.error, 300), { color: 'Attention', weight: 'Bolder', spacing: 'Small' }));
  if (input.hint) drawn.push(plainText(short(input.hint, 300), { size: 'Small', isSubtle: true, spacing: 'Small' }));
  return drawn;
}

type Short = (text: string, max: number) => string;

function drawField(input: Input, short: Short): ITextInput | IDateInput | ITimeInput | IChoiceSetInput {
  const label = `${short(input.label, 200)}${input.required ? ' *' : ''}`;
  const field = { id: input.id, label, spacing: 'Medium' as const };
  switch (input.kind) {
    case 'text':
      return {
        type: 'Input.Text',
        ...field,
        maxLength: input.maxLength,
        isMultiline: input.multiline,
        value: input.value,
        placeholder: input.placeholder && short(input.placeholder, 100),
      };
    case 'date':
      return { type: 'Input.Date', ...field, value: input.value, placeholder: 'Kies een datum' };
    case 'time':
      return { type: 'Input.Time', ...field, value: input.value, placeholder: 'Kies een uur' };
    case 'choice':
      return {
        type: 'Input.ChoiceSet',
        ...field,
        choices: choices(input.options, short),
        style: input.options.length > expandedUpTo ? 'compact' : 'expanded',
        wrap: true,
        placeholder: 'Kies…',
        value: input.value,
      };
    case 'choices':
      return {
        type: 'Input.ChoiceSet',
        ...field,
        choices: choices(input.options, short).map(({ title, value }) => ({ title, value: encodeChoice(value) })),
        style: input.options.length > expandedMultiUpTo ? 'compact' : 'expanded',
        wrap: true,
        isMultiSelect: true,
        placeholder: 'Kies…',
        value: input.value?.map(encodeChoice).join(','),
      };
    default:
      throw new Error(`unknown input ${JSON.stringify(input satisfies never)}`);
  }
}

const choices = (options: Option[], short: Short) =>
  options.map(({ value, label }) => ({ title: short(label, 150) || '–', value }));
