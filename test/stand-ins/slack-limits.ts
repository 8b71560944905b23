/**
 * Block Kit's limits as Slack enforces them (docs.slack.dev/reference/block-kit), written down apart from the
 * adapter's own, so that a mistake there is found here. The emulator enforces none of them.
 */

type Json = Record<string, unknown>;

export type Surface = 'message' | 'modal' | 'home';

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Json[] => (Array.isArray(value) ? value.filter(isObject) : []);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** What Slack would refuse in these blocks; empty when they are fine. */
export function blockProblems(blocks: unknown, surface: Surface): string[] {
  if (!Array.isArray(blocks)) return ['blocks is not an array'];
  const problems: string[] = [];
  const max = surface === 'message' ? 50 : 100;
  if (blocks.length > max) problems.push(`${blocks.length} blocks, at most ${max}`);
  const blockIds = new Set<string>();
  const actionIds = new Set<string>();
  for (const [n, block] of list(blocks).entries()) {
    const say = (problem: string) => problems.push(`block ${n} (${text(block.type)}): ${problem}`);
    const id = text(block.block_id);
    if (id.length > 255) say('block_id over 255');
    if (id !== '' && blockIds.has(id)) say(`block_id ${id} twice`);
    blockIds.add(id);
    checkBlock(block, surface, say, actionIds);
  }
  const characters = textLength(blocks);
  if (surface === 'message' && characters > 9_600) problems.push(`msg_blocks_too_long: ${characters} characters`);
  return problems;
}

/** The same for a whole view. */
export function viewProblems(view: unknown): string[] {
  if (!isObject(view)) return ['view is not an object'];
  const surface = view.type === 'home' ? 'home' : 'modal';
  const problems = blockProblems(view.blocks, surface);
  if (JSON.stringify(view).length > 250_000) problems.push('view over 250 KB');
  if (text(view.private_metadata).length > 3000) problems.push('private_metadata over 3000');
  if (text(view.callback_id).length > 255) problems.push('callback_id over 255');
  if (surface === 'modal') {
    for (const part of ['title', 'submit', 'close'] as const)
      if (view[part] !== undefined || part === 'title')
        checkText(view[part], 24, ['plain_text'], (p) => problems.push(`${part}: ${p}`));
    if (list(view.blocks).some((block) => block.type === 'input') && view.submit === undefined)
      problems.push('input without submit');
  }
  return problems;
}

type Say = (problem: string) => void;

function checkText(value: unknown, max: number, kinds: string[], say: Say): void {
  if (!isObject(value)) {
    say('text object missing');
    return;
  }
  if (!kinds.includes(text(value.type))) say(`text type ${text(value.type)} not allowed`);
  const length = text(value.text).length;
  if (length < 1) say('empty text');
  if (length > max) say(`text of ${length}, at most ${max}`);
}

const both = ['plain_text', 'mrkdwn'];
const plain = ['plain_text'];

function checkBlock(block: Json, surface: Surface, say: Say, actionIds: Set<string>): void {
  switch (block.type) {
    case 'header':
      checkText(block.text, 150, plain, say);
      return;
    case 'image': {
      const alt = text(block.alt_text).length;
      if (alt < 1 || alt > 2000) say('alt_text of 1 to 2000');
      if (block.title !== undefined) checkText(block.title, 2000, plain, say);
      const file = isObject(block.slack_file) ? text(block.slack_file.id) : '';
      if (block.image_url === undefined && !/^F[A-Z0-9]{8,}$/.test(file)) say('slack_file/id');
      return;
    }
    case 'divider':
      return;
    case 'section': {
      if (block.text === undefined && block.fields === undefined) say('neither text nor fields');
      if (block.text !== undefined) checkText(block.text, 3000, both, say);
      const fields = list(block.fields);
      if (fields.length > 10) say('more than 10 fields');
      for (const field of fields) checkText(field, 2000, both, say);
      return;
    }
    case 'context': {
      const elements = list(block.elements);
      if (elements.length < 1 || elements.length > 10) say('1 to 10 elements');
      for (const element of elements) checkText(element, 3000, both, say);
      return;
    }
    case 'rich_text':
      checkRichText(list(block.elements), say);
      return;
    case 'actions': {
      const elements = list(block.elements);
      if (elements.length < 1 || elements.length > 25) say('1 to 25 elements');
      for (const element of elements) checkElement(element, say, actionIds);
      return;
    }
    case 'input':
      checkText(block.label, 2000, plain, say);
      if (block.hint !== undefined) checkText(block.hint, 2000, plain, say);
      if (isObject(block.element)) checkElement(block.element, say, actionIds);
      else say('no element');
      return;
    default:
      say(`not allowed in a ${surface}`);
  }
}

function checkRichText(elements: Json[], say: Say): void {
  if (elements.length === 0) say('no elements');
  for (const element of elements) {
    const children = list(element.elements);
    if (element.type === 'rich_text_list') {
      if (!['bullet', 'ordered'].includes(text(element.style))) say('list style');
      checkRichText(children, say);
      continue;
    }
    if (!['rich_text_section', 'rich_text_preformatted', 'rich_text_quote'].includes(text(element.type)))
      say(`unknown ${text(element.type)}`);
    if (children.length === 0) say('empty rich text');
    for (const child of children) if (child.type === 'text' && text(child.text) === '') say('empty run of text');
    if (textLength(children) > 4000) say('rich text over 4000');
  }
}

function checkElement(element: Json, say: Say, actionIds: Set<string>): void {
  const actionId = text(element.action_id);
  if (actionId.length < 1 || actionId.length > 255) say('action_id of 1 to 255');
  if (actionIds.has(actionId)) say(`action_id ${actionId} twice`);
  actionIds.add(actionId);
  if (element.placeholder !== undefined) checkText(element.placeholder, 150, plain, say);
  const options = list(element.options);
  const groups = list(element.option_groups);
  switch (element.type) {
    case 'button':
      checkText(element.text, 75, plain, say);
      if (element.value !== undefined && (text(element.value).length < 1 || text(element.value).length > 2000))
        say('value of 1 to 2000');
      if (element.style !== undefined && !['primary', 'danger'].includes(text(element.style))) say('style');
      return;
    case 'plain_text_input': {
      const max = typeof element.max_length === 'number' ? element.max_length : 3000;
      if (max < 1 || max > 3000) say('max_length of 1 to 3000');
      if (text(element.initial_value).length > max) say('initial_value over max_length');
      return;
    }
    case 'datepicker':
      if (element.initial_date !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(text(element.initial_date)))
        say('initial_date');
      return;
    case 'timepicker':
      if (element.initial_time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(text(element.initial_time)))
        say('initial_time');
      return;
    case 'radio_buttons':
    case 'checkboxes':
      if (options.length < 1 || options.length > 10) say('1 to 10 options');
      checkOptions(element, options, both, say);
      return;
    case 'static_select':
    case 'multi_static_select': {
      if (options.length > 0 === groups.length > 0) say('options or option_groups, one of them');
      if (options.length > 100) say('more than 100 options');
      if (groups.length > 100) say('more than 100 option groups');
      for (const group of groups) {
        checkText(group.label, 75, plain, say);
        const inGroup = list(group.options).length;
        if (inGroup < 1 || inGroup > 100) say('1 to 100 options in a group');
      }
      checkOptions(element, [...options, ...groups.flatMap((group) => list(group.options))], plain, say);
      return;
    }
    default:
      say(`unknown element ${text(element.type)}`);
  }
}

function checkOptions(element: Json, options: Json[], kinds: string[], say: Say): void {
  const known = new Set(options.map((option) => JSON.stringify(option)));
  for (const option of options) {
    checkText(option.text, 75, kinds, say);
    if (text(option.value).length < 1 || text(option.value).length > 150) say('option value of 1 to 150');
  }
  const initial = [
    ...(isObject(element.initial_option) ? [element.initial_option] : []),
    ...list(element.initial_options),
  ];
  if (Array.isArray(element.initial_options) && element.initial_options.length === 0) say('empty initial_options');
  for (const option of initial) if (!known.has(JSON.stringify(option))) say('initial option is not one of the options');
}

/** Characters of every text in it, as the undocumented limit seems to count them. */
function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, item) => sum + textLength(item), 0);
  if (!isObject(value)) return 0;
  let length = text(value.text).length + text(value.initial_value).length;
  for (const item of Object.values(value)) length += textLength(item);
  return length;
}
