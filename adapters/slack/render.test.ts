import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, Part } from '../../cards/card.ts';
import { casusKaartCard } from '../../cards/casus-kaart.ts';
import { fields } from '../../src/aanmelding/fields.ts';
import { toAanmelding } from '../../src/aanmelding/to-aanmelding.ts';
import { type ActionId, actionIds } from '../../src/actions.ts';
import type { CasusKaartView } from '../../src/casus/casus-view.ts';
import { everyInputCard, hugeCard } from '../../test/chat-contract.ts';
import { blockProblems, viewProblems } from '../../test/stand-ins/slack-limits.ts';
import { buttonsOf, inputsOf, textOf } from '../../test/stand-ins/slack-screen.ts';
import { limits, shorten } from './limits.ts';
import { actionOf, fitsMessage, renderHome, renderMessage, renderModal, renderSentence } from './render.ts';

const action: ActionId = 'hulp.tonen';

/** Every field filled in to its limit, and a story of additions and questions as long as allowed. */
function longestKaart(): CasusKaartView {
  const words = (max: number, start: string) => `${start} ${'woorden '.repeat(max)}`.slice(0, max - 1).concat('.');
  const values = Object.fromEntries(
    fields.map((f) => [
      f.id,
      f.kind === 'text'
        ? words(f.maxLength, f.id)
        : f.kind === 'date'
          ? '2026-10-01'
          : f.kind === 'choices'
            ? f.options.map((o) => o.value)
            : (f.options.at(-1)?.value ?? ''),
    ]),
  );
  const op = '2026-11-20T10:00:00Z';
  return {
    view: 'casus_kaart',
    casusId: 'casus-1',
    referentie: 'LIM-2026-0001',
    regio: 'Limburg',
    zone: 'Europe/Brussels',
    stand: 'teruggekoppeld',
    aanmelder: { naam: 'Noor', organisatie: null, functie: null, telefoon: null, namens: null },
    aanspreekpunt: 'Marijke',
    aangemeldOp: op,
    uiterlijk: op,
    klok: 'gestopt',
    aanmelding: toAanmelding(values),
    leeftijd: '7 weken',
    aanvullingen: [1, 2, 3].map((n) => ({ door: 'Noor', op, tekst: words(2000, `aanvulling ${n}`) })),
    vragen: [1, 2].map((n) => ({ door: 'Marijke', tekst: words(2000, `vraag ${n}`), antwoord: words(2000, `${n}`) })),
    uitkomst: 'zorgtafel',
    nota: words(2000, 'nota'),
    overdrachtsnota: { door: 'Ines', op, tekst: words(1000, 'overdracht'), gelezen: null },
    intrekking: null,
    afsluiting: null,
    bewaard: null,
    meldingen: [],
    mogelijkDubbel: [],
    inPlaatsVan: null,
    zorgplan: null,
    mag: ['casus.terugkoppelen', 'casus.vragen', 'casus.overdragen', 'casus.nota', 'casus.verloop'],
  };
}

const text = fc.oneof(
  fc.string({ maxLength: 40, unit: 'grapheme' }),
  fc
    .integer({ min: 0, max: 20_000 })
    .map((length) => 'é🙂 <!channel> &'.repeat(Math.ceil(length / 14)).slice(0, length)),
);
const button = fc.record({
  action: fc.constantFrom(...actionIds),
  label: text,
  subject: fc.string({ maxLength: 60 }),
  style: fc.constantFrom('primary' as const, 'danger' as const, undefined),
});
const options = fc
  .integer({ min: 0, max: 260 })
  .chain((count) =>
    text.map((label) => Array.from({ length: count }, (_, n) => ({ value: `w${n}`, label: `${n} ${label}` }))),
  );
const common = {
  type: fc.constant('input' as const),
  id: fc.uuid(),
  label: text,
  hint: fc.option(text, { nil: undefined }),
  required: fc.boolean(),
  error: fc.option(text, { nil: undefined }),
};
const input: fc.Arbitrary<Part> = fc.oneof(
  fc.record({
    ...common,
    kind: fc.constant('text' as const),
    value: fc.option(text, { nil: undefined }),
    multiline: fc.boolean(),
    maxLength: fc.integer({ min: 1, max: 9_000 }),
    placeholder: fc.option(text, { nil: undefined }),
  }),
  fc.record({
    ...common,
    kind: fc.constant('date' as const),
    value: fc.option(fc.constantFrom('2026-11-20', '', 'morgen'), { nil: undefined }),
  }),
  fc.record({
    ...common,
    kind: fc.constant('choice' as const),
    value: fc.constantFrom('w0', 'w120', 'elders', undefined),
    options,
  }),
  fc.record({
    ...common,
    kind: fc.constant('choices' as const),
    value: fc.constantFrom<(string[] | undefined)[]>(['w0', 'w3'], ['elders'], [], undefined),
    options,
  }),
);
const part: fc.Arbitrary<Part> = fc.oneof(
  fc.record({
    type: fc.constant('text' as const),
    text,
    tone: fc.constantFrom('normal' as const, 'subtle' as const, 'good' as const, 'warning' as const, 'danger' as const),
    strong: fc.boolean(),
  }),
  fc.record({ type: fc.constant('heading' as const), text }),
  fc.record({ type: fc.constant('link' as const), url: fc.webUrl() }),
  fc.record({
    type: fc.constant('facts' as const),
    facts: fc.array(fc.record({ label: text, value: text }), { maxLength: 30 }),
  }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(text, { maxLength: 60 }) }),
  fc.record({
    type: fc.constant('table' as const),
    columns: fc.array(text, { maxLength: 6 }),
    rows: fc.array(fc.array(text, { maxLength: 6 }), { maxLength: 40 }),
  }),
  fc.constant({ type: 'divider' as const }),
  fc.record({ type: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 30 }) }),
);
const card = (inputs: number): fc.Arbitrary<Card> =>
  fc
    .record({
      title: text,
      summary: text,
      parts: fc.array(part, { maxLength: 20 }),
      whole: fc.option(button, { nil: undefined }),
      inputs: fc.array(input, { maxLength: inputs }),
      form: fc.record({
        submit: button,
        back: fc.option(button, { nil: undefined }),
        cancel: fc.option(button, { nil: undefined }),
        autosave: fc.option(button, { nil: undefined }),
      }),
    })
    .map(({ inputs: fields, parts, ...rest }) => ({
      ...rest,
      parts: [...parts, ...fields],
    }));

describe('a card drawn for Slack', () => {
  it('is a message within every limit, whatever it holds', () => {
    fc.assert(
      fc.property(card(0), (any) => {
        const { text: notification, blocks } = renderMessage(any);
        expect(blockProblems(blocks, 'message')).toEqual([]);
        expect(notification.length).toBeGreaterThan(0);
        expect(notification).not.toMatch(/[<>]/);
      }),
      { numRuns: 300 },
    );
  });

  it('is a modal and a Home tab within every limit, whatever it holds', () => {
    fc.assert(
      fc.property(card(12), (any) => {
        expect(viewProblems(renderModal(any))).toEqual([]);
        expect(viewProblems(renderModal({ ...any, form: undefined }))).toEqual([]);
        expect(
          blockProblems(
            renderHome({ ...any, form: undefined }).blocks.filter((b) => b.type !== 'input'),
            'home',
          ),
        ).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every input and its form buttons, however long the rest is', () => {
    const form = { ...everyInputCard(), parts: [...hugeCard().parts.slice(0, 4), ...everyInputCard().parts] };
    for (const blocks of [renderMessage(form).blocks, renderModal(form).blocks]) {
      expect(inputsOf(blocks)).toHaveLength(8);
      expect(textOf(blocks)).toContain('[Vorige]');
      expect(textOf(blocks)).toContain('Ingekort');
    }
  });

  it('says so when something is left out, and not otherwise', () => {
    expect(textOf(renderMessage(hugeCard()).blocks)).toContain('Ingekort');
    expect(textOf(renderMessage(everyInputCard()).blocks)).not.toContain('Ingekort');
  });

  it('never has a preview of what it links to, card or sentence [S9]', () => {
    const card: Card = {
      title: 'Document',
      summary: 'Document',
      parts: [{ type: 'link', url: 'https://a.example.org' }],
    };
    for (const message of [renderMessage(card), renderSentence('Zie https://a.example.org')])
      expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false });
  });

  it('gives an address to press, shown as it is', () => {
    const url = 'https://bot.example.org/ical/a_b?c=d';
    const message = renderMessage({ title: 'Zorgtafel', summary: 'Zorgtafel', parts: [{ type: 'link', url }] });
    expect(blockProblems(message.blocks, 'message')).toEqual([]);
    expect(message.blocks).toContainEqual({
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'link', url }] }],
    });
  });

  it('offers the whole in a modal when a message cannot hold it, and not otherwise', () => {
    const all = { title: 'Casus', summary: 'Casus', whole: { action, label: 'Volledige tekst', subject: 'casus-1' } };
    const lines = (count: number): Part[] => [
      ...Array.from({ length: count }, (_, n) => ({ type: 'text' as const, text: `Tekst ${n} `.repeat(250) })),
      { type: 'text', text: 'Het laatste woord', tone: 'subtle' },
    ];
    const long = { ...all, parts: lines(5) };
    expect(textOf(renderMessage(long).blocks)).toContain('[Volledige tekst]');
    expect(textOf(renderMessage(long).blocks)).not.toContain('Het laatste woord');
    expect(fitsMessage(long)).toBe(false);
    expect(textOf(renderModal(long).blocks)).toContain('Het laatste woord');
    expect(textOf(renderModal(long).blocks)).not.toContain('Volledige tekst');
    const short = { ...all, parts: lines(2) };
    expect(textOf(renderMessage(short).blocks)).not.toContain('Volledige tekst');
    expect(fitsMessage(short)).toBe(true);
  });

  it('shows every word of the longest aanmelding in a modal', () => {
    const longest = casusKaartCard(longestKaart());
    expect(fitsMessage(longest)).toBe(false);
    expect(viewProblems(renderModal(longest))).toEqual([]);
    const shown = textOf(renderModal(longest).blocks);
    for (const part of longest.parts)
      if (part.type === 'text') expect(shown).toContain(part.text);
      else if (part.type === 'facts') for (const { value } of part.facts) expect(shown).toContain(value);
    expect(shown).not.toContain('Ingekort');
  });

  it('gives every button an id of its own that leads back to its action', () => {
    const twice = { action, label: 'A', subject: 's' };
    const { blocks } = renderMessage({
      title: 'x',
      summary: 'x',
      parts: [
        { type: 'buttons', buttons: [twice, twice] },
        { type: 'buttons', buttons: [twice] },
      ],
      form: { submit: twice, back: twice },
    });
    const ids = buttonsOf(blocks).map(({ actionId }) => actionId);
    expect(new Set(ids).size).toBe(5);
    expect(new Set(ids.map(actionOf))).toEqual(new Set([action]));
  });

  it('draws a small table aligned and a wide one line by line', () => {
    const table = (cell: string): Card => ({
      title: 'x',
      summary: 'x',
      parts: [
        {
          type: 'table',
          columns: ['Dag', 'Wie'],
          rows: [
            ['ma', cell],
            ['di', 'An'],
          ],
        },
      ],
    });
    expect(textOf(renderMessage(table('Marijke')).blocks)).toContain('Dag  Wie\nma   Marijke\ndi   An');
    const wide = 'een heel lange naam van een heel lange dienst';
    expect(textOf(renderMessage(table(wide)).blocks)).toContain(`ma · ${wide}\ndi · An`);
  });

  it('draws a choice as what is easiest to use for its number of options', () => {
    const kinds = (count: number, kind: 'choice' | 'choices') =>
      inputsOf(
        renderModal({
          ...everyInputCard(),
          parts: [
            {
              type: 'input',
              kind,
              id: 'veld',
              label: 'x',
              required: false,
              options: Array.from({ length: count }, (_, n) => ({ value: `w${n}`, label: `W ${n}` })),
            },
          ],
        }).blocks,
      ).map(({ element }) => [element.type, 'option_groups' in element]);
    expect(kinds(5, 'choice')).toEqual([['radio_buttons', false]]);
    expect(kinds(6, 'choice')).toEqual([['static_select', false]]);
    expect(kinds(101, 'choice')).toEqual([['static_select', true]]);
    expect(kinds(10, 'choices')).toEqual([['checkboxes', false]]);
    expect(kinds(11, 'choices')).toEqual([['multi_static_select', false]]);
    expect(kinds(0, 'choices')).toEqual([]);
  });

  it('repeats a title that does not fit in the frame of the modal', () => {
    const long = 'Een titel die langer is dan vierentwintig tekens';
    const modal = renderModal({ title: long, summary: 'x', parts: [] });
    expect(modal.title.text).toHaveLength(24);
    expect(textOf(modal.blocks)).toContain(long);
  });

  it('refuses to shorten the value of an option: half an id is another one', () => {
    const bad = { value: 'x'.repeat(limits.optionValue + 1), label: 'x' };
    expect(() =>
      renderModal({
        title: 'x',
        summary: 'x',
        parts: [{ type: 'input', kind: 'choice', id: 'veld', label: 'x', required: true, options: [bad] }],
        form: { submit: { action, label: 'x', subject: 'x' } },
      }),
    ).toThrow(RangeError);
  });
});

describe('shorten', () => {
  it('never goes over and never cuts an emoji in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 0, max: 40 }), (whole, max) => {
        const short = shorten(whole, max);
        expect(short.length).toBeLessThanOrEqual(max);
        expect(short.isWellFormed() || !whole.isWellFormed()).toBe(true);
        if (whole.length <= max) expect(short).toBe(whole);
      }),
    );
  });
});
