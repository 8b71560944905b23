/** Reads Adaptive Cards as the Teams service and a Teams client do. */
export type Drawn = { [key: string]: unknown };

export type DrawnButton = { title: string; type: string; data: Drawn; inputs: boolean };

const isDrawn = (value: unknown): value is Drawn =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): Drawn[] => (Array.isArray(value) ? value.filter(isDrawn) : []);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Everything drawn, in reading order, without what only shows on another client. */
function* elements(drawn: Drawn): Generator<Drawn> {
  yield drawn;
  for (const key of ['body', 'items', 'columns', 'rows', 'cells', 'inlines', 'actions'])
    for (const child of list(drawn[key])) yield* elements(child);
}

export const inputsOf = (card: Drawn): Drawn[] =>
  [...elements(card)].filter(({ type }) => textOf(type).startsWith('Input.'));

export const buttonsOf = (card: Drawn): DrawnButton[] =>
  [...elements(card)]
    .filter(({ type }) => textOf(type).startsWith('Action.'))
    .map((action) => ({
      title: textOf(action.title),
      type: textOf(action.type),
      data: isDrawn(action.data) ? action.data : {},
      inputs: action.associatedInputs !== 'none',
    }));

/** Where the buttons of a form stand: the last set of the card. */
export function lastButtonsOf(card: Drawn): DrawnButton[] {
  const set = [...elements(card)].filter(({ type }) => type === 'ActionSet').at(-1);
  return set === undefined ? [] : buttonsOf(set);
}

/** A card as one reads it. `values` is what was filled in since. */
export function readCard(card: Drawn, values: Record<string, string> = {}): string {
  const lines: string[] = [];
  for (const element of elements(card)) {
    const type = textOf(element.type);
    if (type === 'TextBlock') lines.push(markdown(textOf(element.text)));
    // Without the joiner that parts the braces of a date function.
    if (type === 'TextRun') lines.push(textOf(element.text).replaceAll('\u2060', ''));
    if (type.startsWith('Chart.')) lines.push(...chartLines(element));
    if (type.startsWith('Action.')) lines.push(`[${textOf(element.title)}]`);
    if (!type.startsWith('Input.')) continue;
    const value = values[textOf(element.id)] ?? textOf(element.value);
    lines.push(textOf(element.label), ...list(element.choices).map(({ title }) => `( ) ${textOf(title)}`), value);
  }
  return lines.filter((line) => line !== '').join('\n');
}

/** What a chart draws, and what a client that has no charts shows in its place. */
function chartLines(chart: Drawn): string[] {
  const drawn = list(chart.data).flatMap((row) => [
    textOf(row.title),
    textOf(row.legend),
    textOf(row.x),
    ...[...list(row.data), ...list(row.values)].map((point) => textOf(point.legend) || textOf(point.x)),
  ]);
  return [textOf(chart.title), ...drawn, isDrawn(chart.fallback) ? readCard(chart.fallback) : ''];
}

/** What Markdown in a `TextBlock` leaves of a text. */
const markdown = (text: string) =>
  text.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/(\*\*|__|~~|[*_`])(.+?)\1/g, '$2');

const known = new Set([
  ...['AdaptiveCard', 'TextBlock', 'RichTextBlock', 'TextRun', 'Container', 'ColumnSet', 'Column', 'FactSet'],
  ...['Table', 'TableRow', 'TableCell', 'ActionSet', 'Action.Execute', 'Action.Submit', 'Image'],
  'Action.ToggleVisibility',
  ...['Input.Text', 'Input.Date', 'Input.Time', 'Input.ChoiceSet'],
  ...['Chart.HorizontalBar', 'Chart.HorizontalBar.Stacked', 'Chart.VerticalBar', 'Chart.VerticalBar.Grouped'],
  ...['Chart.Line'],
]);

/** What the service refuses, or a client cannot draw; empty when all is well. */
export function cardProblems(card: Drawn): string[] {
  const problems: string[] = [];
  const ids = new Set<string>();
  if (card.type !== 'AdaptiveCard') problems.push('not an AdaptiveCard');
  if (!['1.0', '1.1', '1.2', '1.3', '1.4', '1.5'].includes(textOf(card.version))) problems.push('version');
  if (list(card.body).length === 0) problems.push('empty body');
  for (const element of elements(card)) {
    const type = textOf(element.type);
    if (type !== '' && !known.has(type)) problems.push(`unknown element ${type}`);
    if (type.startsWith('Input.')) {
      const id = textOf(element.id);
      if (id === '' || ids.has(id)) problems.push(`input without an id of its own: ${id}`);
      ids.add(id);
      if (textOf(element.label) === '') problems.push(`input without a label: ${id}`);
    }
    if (type === 'Input.ChoiceSet' && !Array.isArray(element.choices)) problems.push('choices');
    if (['TextBlock', 'TextRun'].includes(type) && textOf(element.text) === '') problems.push(`${type} without text`);
    if (type.startsWith('Action.') && textOf(element.title) === '') problems.push('action without a title');
    if (type === 'Action.Execute' && !isDrawn(element.fallback)) problems.push('Action.Execute without a fallback');
    if (type === 'ActionSet' && list(element.actions).length > 6) problems.push('more than six actions in a set');
    if (type === 'ActionSet' && list(element.actions).length === 0) problems.push('empty ActionSet');
    if (type === 'RichTextBlock' && list(element.inlines).length === 0) problems.push('empty RichTextBlock');
    if (type.startsWith('Chart.')) {
      if (!isDrawn(element.fallback)) problems.push(`${type} without a fallback`);
      else if (readCard(element.fallback) === '') problems.push(`${type} with an empty fallback`);
      for (const row of list(element.data))
        if ([row.title, row.legend, row.x].every((name) => textOf(name) === '')) problems.push(`${type} without names`);
    }
    if (type === 'Table' && list(element.columns).length === 0) problems.push('Table without columns');
  }
  return problems;
}

/** What a client sends of an input that nobody touched. */
export const untouched = (card: Drawn): Record<string, string> =>
  Object.fromEntries(inputsOf(card).map((input) => [textOf(input.id), textOf(input.value)]));

/** The text a client sends for what a person picks or types; throws on what this input cannot hold. */
export function accepted(input: Drawn, value: string | string[]): string {
  const id = textOf(input.id);
  if (input.type !== 'Input.ChoiceSet') {
    if (typeof value !== 'string') throw new Error(`${id} takes one value`);
    const max = typeof input.maxLength === 'number' ? input.maxLength : Number.POSITIVE_INFINITY;
    if (value.length > max) throw new Error(`${id} takes at most ${max} characters`);
    return value;
  }
  if (Array.isArray(value) !== (input.isMultiSelect === true)) throw new Error(`${id} takes one value or several`);
  const offered = list(input.choices).map((choice) => textOf(choice.value));
  const picked = (Array.isArray(value) ? value : [value]).filter((one) => one !== '');
  for (const one of picked) if (!offered.includes(one)) throw new Error(`${id} does not offer ${one}: ${offered}`);
  return picked.join(',');
}
