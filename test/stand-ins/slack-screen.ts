/** Reads Block Kit as Slack would show it: what stands there, and what can be pressed or filled in. */

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const str = (value: unknown): string => (typeof value === 'string' ? value : '');

/** State of the inputs of one surface: block id, then action id, as Slack sends it along. */
export type InputState = Record<string, Record<string, Json>>;

export type ScreenButton = { label: string; blockId: string; actionId: string; value: string };

export type ScreenInput = { blockId: string; label: string; optional: boolean; dispatch: boolean; element: Json };

/**
 * Text as a person reads it. Something that came alive (a mention, a link) is shown as `[@U1]`, so that a
 * test that looks for what was typed does not find it.
 */
export function textOf(blocks: unknown, state: InputState = {}): string {
  return list(blocks)
    .map((block) => blockText(block, state))
    .join('\n');
}

function blockText(block: Json, state: InputState): string {
  switch (block.type) {
    case 'header':
    case 'section':
      return [block.text, ...list(block.fields)].filter(isObject).map(objectText).join('\n');
    case 'context':
      return list(block.elements).map(objectText).join(' ');
    case 'image':
      return `[figuur] ${str(block.alt_text)}`;
    case 'divider':
      return '———';
    case 'rich_text':
      return list(block.elements).map(richText).join('\n');
    case 'actions':
      return list(block.elements)
        .map((element) => `[${isObject(element.text) ? objectText(element.text) : ''}]`)
        .join(' ');
    case 'input': {
      const element = isObject(block.element) ? block.element : {};
      const value = state[str(block.block_id)]?.[str(element.action_id)];
      const hint = isObject(block.hint) ? `\n(${objectText(block.hint)})` : '';
      return `${isObject(block.label) ? objectText(block.label) : ''}: ${value === undefined ? '' : shownValue(value)}${hint}`;
    }
    default:
      return `<${str(block.type)}>`;
  }
}

/** `plain_text` is literal; `mrkdwn` is parsed, as far as a person can do harm with it. */
function objectText(object: Json): string {
  const text = str(object.text);
  if (object.type === 'plain_text') return object.emoji === false ? text : text.replace(/:([a-z_]+):/g, '[emoji $1]');
  return liveText(text);
}

/** What Slack makes of text it parses: the notification, `mrkdwn`. */
export const liveText = (text: string): string =>
  text
    .replace(/<([^>]*)>/g, '[live $1]')
    .replace(/\*([^*\n]+)\*/g, '[bold $1]')
    .replace(/_([^_\n]+)_/g, '[italic $1]')
    .replace(/`([^`\n]+)`/g, '[code $1]')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

function richText(element: Json): string {
  const children = list(element.elements);
  if (element.type === 'rich_text_list') return children.map((child) => `• ${richText(child)}`).join('\n');
  return children
    .map((child) =>
      child.type === 'text' ? str(child.text) : child.type === 'link' ? str(child.url) : `[live ${str(child.type)}]`,
    )
    .join('');
}

function shownValue(value: Json): string {
  const chosen = [value.selected_option, ...list(value.selected_options)].filter(isObject);
  if (chosen.length > 0)
    return chosen.map((option) => (isObject(option.text) ? objectText(option.text) : '')).join(', ');
  return str(value.value) || str(value.selected_date) || str(value.selected_time);
}

export const buttonsOf = (blocks: unknown): ScreenButton[] =>
  list(blocks)
    .filter((block) => block.type === 'actions')
    .flatMap((block) =>
      list(block.elements).map((element) => ({
        label: isObject(element.text) ? objectText(element.text) : '',
        blockId: str(block.block_id),
        actionId: str(element.action_id),
        value: str(element.value),
      })),
    );

export const inputsOf = (blocks: unknown): ScreenInput[] =>
  list(blocks)
    .filter((block) => block.type === 'input')
    .map((block) => ({
      blockId: str(block.block_id),
      label: isObject(block.label) ? objectText(block.label) : '',
      optional: block.optional === true,
      dispatch: block.dispatch_action === true,
      element: isObject(block.element) ? block.element : {},
    }));

/** What the inputs hold: what was typed before (Slack keeps it by block id and action id), else the initial value. */
export function stateOf(blocks: unknown, typed: InputState): InputState {
  const state: InputState = {};
  for (const { blockId, element } of inputsOf(blocks)) {
    const actionId = str(element.action_id);
    state[blockId] = { [actionId]: typed[blockId]?.[actionId] ?? initialValue(element) };
  }
  return state;
}

function initialValue(element: Json): Json {
  const type = str(element.type);
  switch (type) {
    case 'plain_text_input':
      return { type, value: str(element.initial_value) || null };
    case 'datepicker':
      return { type, selected_date: str(element.initial_date) || null };
    case 'timepicker':
      return { type, selected_time: str(element.initial_time) || null };
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: element.initial_option ?? null };
    default:
      return { type, selected_options: list(element.initial_options) };
  }
}

/** The value of an input as Slack would send it after a person filled it in. Throws when they could not. */
export function filledIn({ blockId, element }: ScreenInput, value: string | string[]): Json {
  const type = str(element.type);
  const options = [...list(element.options), ...list(element.option_groups).flatMap((group) => list(group.options))];
  const option = (wanted: string) => {
    const found = options.find((candidate) => candidate.value === wanted);
    if (found === undefined)
      throw new Error(`${blockId} does not offer ${wanted}, but ${options.map((o) => str(o.value)).join(', ')}`);
    return found;
  };
  const one = Array.isArray(value) ? (value[0] ?? '') : value;
  switch (type) {
    case 'plain_text_input':
      if (typeof element.max_length === 'number' && one.length > element.max_length)
        throw new Error(`${blockId} takes at most ${element.max_length} characters`);
      return { type, value: one || null };
    case 'datepicker':
      return { type, selected_date: one || null };
    case 'timepicker':
      return { type, selected_time: one || null };
    case 'radio_buttons':
    case 'static_select':
      return { type, selected_option: one === '' ? null : option(one) };
    case 'checkboxes':
    case 'multi_static_select':
      return { type, selected_options: (Array.isArray(value) ? value : [value]).filter((v) => v !== '').map(option) };
    default:
      throw new Error(`${blockId} is a ${type}, which a person cannot fill in here`);
  }
}

/** True when there is nothing in it. */
export const isEmptyValue = (value: Json | undefined): boolean =>
  value === undefined ||
  (!str(value.value) &&
    !str(value.selected_date) &&
    !str(value.selected_time) &&
    !isObject(value.selected_option) &&
    !list(value.selected_options).length);
