import type { types } from '@slack/bolt';
import type { Button, Input, Option } from '../../cards/card.ts';
import { limits, shorten } from './limits.ts';
import { type Block, plain, section } from './pieces.ts';

/** A button of a card, or one of the adapter itself. */
export type SlackButton = Omit<Button, 'action'> & { action: string };

/**
 * Rows of buttons. `from`: number of buttons drawn already, because an `action_id` may come only once.
 */
export function buttonRows(buttons: SlackButton[], from: number, blockId?: string): Block[] {
  const elements = buttons.map(
    (button, n): types.Button => ({
      type: 'button',
      text: plain(button.label || '–', limits.buttonText),
      action_id: `${button.action}#${from + n}`,
      // Slack refuses an empty value.
      ...(button.subject === '' ? {} : { value: button.subject }),
      ...(button.style === undefined ? {} : { style: button.style }),
    }),
  );
  const rows: Block[] = [];
  for (let n = 0; n < elements.length; n += limits.buttonsInRow)
    rows.push({
      type: 'actions',
      ...(blockId === undefined ? {} : { block_id: n === 0 ? blockId : `${blockId}${n}` }),
      elements: elements.slice(n, n + limits.buttonsInRow),
    });
  return rows;
}

/** An input with its explanation, and below it what is wrong. `dispatch`: Slack tells about every change. */
export function inputBlocks(input: Input, dispatch: boolean): Block[] {
  const problem = input.error === undefined ? [] : [section(`⚠️ ${input.error}`, limits.hint)];
  const element = inputElement(input, dispatch);
  if (element === null) return [section(`${input.label}: er is niets om uit te kiezen.`, limits.text), ...problem];
  return [
    {
      type: 'input',
      block_id: input.id,
      label: plain(input.label || '–', limits.label),
      ...(input.hint ? { hint: plain(input.hint, limits.hint) } : {}),
      optional: !input.required,
      ...(dispatch ? { dispatch_action: true } : {}),
      element,
    },
    ...problem,
  ];
}

/** Null when there is nothing to choose from: Slack refuses a choice without options. */
function inputElement(input: Input, dispatch: boolean): types.InputBlock['element'] | null {
  const action_id = input.id;
  switch (input.kind) {
    case 'text': {
      const max_length = Math.min(input.maxLength, limits.inputText);
      return {
        type: 'plain_text_input',
        action_id,
        multiline: input.multiline ?? false,
        max_length,
        ...(input.value ? { initial_value: input.value.slice(0, max_length) } : {}),
        ...(input.placeholder ? { placeholder: plain(input.placeholder, limits.placeholder) } : {}),
        ...(dispatch ? { dispatch_action_config: { trigger_actions_on: ['on_character_entered'] } } : {}),
      };
    }
    case 'date':
      return {
        type: 'datepicker',
        action_id,
        ...(/^\d{4}-\d{2}-\d{2}$/.test(input.value ?? '') ? { initial_date: input.value } : {}),
      };
    case 'time':
      return {
        type: 'timepicker',
        action_id,
        ...(/^([01]\d|2[0-3]):[0-5]\d$/.test(input.value ?? '') ? { initial_time: input.value } : {}),
      };
    case 'choice': {
      const options = input.options.map(slackOption);
      if (options.length === 0) return null;
      const initial = options.find((option) => option.value === input.value);
      const chosen = initial === undefined ? {} : { initial_option: initial };
      const fits = input.options.every((option) => option.label.length <= limits.optionText);
      if (options.length <= limits.radioButtons && fits)
        return { type: 'radio_buttons', action_id, options, ...chosen };
      return { type: 'static_select', action_id, ...grouped(options), ...chosen };
    }
    case 'choices': {
      const options = input.options.map(slackOption);
      if (options.length === 0) return null;
      const initial = options.filter((option) => input.value?.includes(option.value ?? ''));
      const chosen = initial.length === 0 ? {} : { initial_options: initial };
      if (options.length <= limits.checkboxes) return { type: 'checkboxes', action_id, options, ...chosen };
      return { type: 'multi_static_select', action_id, ...grouped(options), ...chosen };
    }
    default:
      throw new Error(input satisfies never);
  }
}

/** The value is an id and is not shortened: half an id would choose something else. */
function slackOption({ value, label }: Option): types.PlainTextOption {
  if (value === '' || value.length > limits.optionValue)
    throw new RangeError('The value of an option must be 1 to 150 characters');
  return { text: plain(label || value, limits.optionText), value };
}

type OptionGroup = { label: types.PlainTextElement; options: types.PlainTextOption[] };

/** Up to 100 as they are; more in groups of 100, named after their first and last. */
function grouped(
  options: types.PlainTextOption[],
): { options: types.PlainTextOption[] } | { option_groups: OptionGroup[] } {
  if (options.length <= limits.optionsInGroup) return { options };
  const option_groups: OptionGroup[] = [];
  for (let n = 0; n < options.length && option_groups.length < limits.optionGroups; n += limits.optionsInGroup) {
    const group = options.slice(n, n + limits.optionsInGroup);
    const name = (option: types.PlainTextOption | undefined) => shorten(option?.text.text ?? '', 35);
    option_groups.push({
      label: plain(`${name(group[0])} – ${name(group.at(-1))}`, limits.optionText),
      options: group,
    });
  }
  return { option_groups };
}
