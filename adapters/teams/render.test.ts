import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card, Part } from '../../cards/card.ts';
import { meterChart } from '../../test/sample-charts.ts';
import { buttonsOf, cardProblems, type Drawn, inputsOf, readCard } from '../../test/stand-ins/teams-card.ts';
import { render } from './render.ts';

const card = (...parts: Part[]): Card => ({ title: 'Titel', summary: 'Neutraal', parts });
const drawn = (of: Card, options = {}): Drawn => JSON.parse(JSON.stringify(render(of, options)));
const button = (label: string, style?: 'primary' | 'danger') =>
  ({ label, action: 'hulp.tonen', subject: 's', style }) as const;
const text = (value: string): Part => ({ type: 'text', text: value });
const input = (id: string) => ({ type: 'input', id, label: id, required: false }) as const;

describe('a card in Teams', () => {
  it('is an Adaptive Card 1.5 that says nothing but the neutral line where it cannot be drawn [S9]', () => {
    const { version, fallbackText, speak, lang } = drawn(card(text('Iets over iemand')));
    expect({ version, fallbackText, speak, lang }).toEqual({
      version: '1.5',
      fallbackText: 'Neutraal',
      speak: 'Neutraal',
      lang: 'nl-BE',
    });
  });

  it('shows any text as it was typed, in every element, and is always valid', () => {
    const typed = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
      .map((value) => value.replace(/\s+/g, ' ').trim());
    fc.assert(
      fc.property(typed, (value) => {
        fc.pre(value !== '' && !value.includes('\u2060'));
        const parts: Part[] = [
          text(value),
          { type: 'heading', text: value },
          { type: 'facts', facts: [{ label: value, value }] },
          { type: 'list', items: [value] },
          { type: 'table', columns: [value], rows: [[value]] },
        ];
        const made = drawn({ title: value, summary: value, parts });
        expect(cardProblems(made)).toEqual([]);
        // Title, text, heading, label, value, item, column and cell.
        expect(
          readCard(made)
            .split('\n')
            .map((line) => line.replace(/^• {2}/, '')),
        ).toEqual(Array(8).fill(value));
      }),
      { numRuns: 300 },
    );
  });

  it('lets no date function through', () => {
    expect(JSON.stringify(drawn(card(text('{{DATE(2026-01-01T00:00:00Z, SHORT)}}'))))).not.toContain('{{');
  });

  it('gives an address to press, shown as it is', () => {
    const url = 'https://bot.example.org/ical/a_b_c';
    const shown = drawn(card({ type: 'link', url }));
    expect(cardProblems(shown)).toEqual([]);
    expect(readCard(shown)).toContain(url);
    expect(JSON.stringify(shown)).toContain(JSON.stringify({ type: 'Action.OpenUrl', url }));
  });

  it('gives each line of a text its own', () => {
    expect(readCard(drawn(card(text('een\n\ntwee\r\ndrie'))))).toBe('Titel\neen\ntwee\ndrie');
  });

  it('carries in a button what it does, for clients of every age, and never the inputs of a button that leaves', () => {
    const form: Card = {
      ...card({ ...input('a'), kind: 'choices', options: [] }),
      form: { submit: button('Bewaren'), back: button('Vorige'), cancel: button('Annuleren') },
    };
    const [submit, back, cancel] = buttonsOf(drawn(form));
    const press = { action: 'hulp.tonen', subject: 's', form: true, targeted: false, multi: ['a'] };
    expect(submit).toMatchObject({ title: 'Bewaren', type: 'Action.Execute', data: { press }, inputs: true });
    expect(back?.inputs).toBe(true);
    expect(cancel?.inputs).toBe(false);
    const text = JSON.stringify(render(form));
    expect(text.match(/"Action\.Submit"/g)).toHaveLength(3);
    expect(text.split(JSON.stringify(press))).toHaveLength(7);
  });

  it('shows at most six buttons in a row', () => {
    const made = drawn(card({ type: 'buttons', buttons: Array.from({ length: 14 }, (_, n) => button(`k${n}`)) }));
    expect(cardProblems(made)).toEqual([]);
    expect(buttonsOf(made)).toHaveLength(14);
  });

  it('colours buttons', () => {
    const made = JSON.stringify(
      drawn(card({ type: 'buttons', buttons: [button('a', 'primary'), button('b', 'danger')] })),
    );
    expect(made).toContain('"positive"');
    expect(made).toContain('"destructive"');
  });

  it('unfolds a few choices and folds many', () => {
    const options = (count: number) => Array.from({ length: count }, (_, n) => ({ value: `${n}`, label: `${n}` }));
    const made = drawn(
      card(
        { ...input('weinig'), kind: 'choice', options: options(5) },
        { ...input('veel'), kind: 'choice', options: options(6), value: '3' },
        { ...input('meer'), kind: 'choices', options: [{ value: 'a,b', label: 'x' }], value: ['a,b'] },
      ),
    );
    expect(inputsOf(made).map(({ id, style, isMultiSelect, value }) => [id, style, isMultiSelect, value])).toEqual([
      ['weinig', 'expanded', undefined, undefined],
      ['veel', 'compact', undefined, '3'],
      ['meer', 'expanded', true, 'a%2Cb'],
    ]);
  });

  it('says what is required and what is wrong, and leaves checking to the bot', () => {
    const made = drawn(
      card({
        ...input('a'),
        kind: 'text',
        maxLength: 10,
        required: true,
        hint: 'Uitleg',
        error: 'Vul dit in.',
        value: 'x',
      }),
    );
    expect(readCard(made)).toBe('Titel\na *\nx\nVul dit in.\nUitleg');
    expect(JSON.stringify(made)).not.toContain('isRequired');
  });

  it('stands a notice above everything else', () => {
    expect(readCard(drawn(card(text('x')), { notice: 'Genoteerd.' }))).toMatch(/^Genoteerd\.\nTitel/);
  });

  it('is never more than 80 KB of UTF-16, and never loses an input', () => {
    const long = 'ë'.repeat(20_000);
    const inputs = Array.from(
      { length: 15 },
      (_, n): Part => ({ ...input(`v${n}`), kind: 'text', maxLength: 1_000, value: 'w'.repeat(1_000) }),
    );
    const parts = Array.from({ length: 300 }, () => text(long));
    const made = drawn({ ...card(...parts, ...inputs), form: { submit: button(long) } });
    expect(JSON.stringify(made).length * 2).toBeLessThan(80 * 1024);
    expect(inputsOf(made).map(({ value }) => String(value).length)).toEqual(Array(15).fill(1_000));
    expect(readCard(made)).toContain('…');
  });

  it('shows what counts for a mark as a second bar of its own length, in Teams no mark can be drawn on a bar [B1]', () => {
    const stay = { ...meterChart, marks: [{ label: 'Hoogstens voor verblijf', at: 1_000_000, filled: 520_000 }] };
    const bars = (of: Card) =>
      (drawn(of).body as { type: string; data?: { data: { legend: string; value: number }[] }[] }[])
        .filter((e) => e.type === 'Chart.HorizontalBar.Stacked')
        .map((e) => e.data?.[0]?.data.map((d) => [d.legend, d.value]));
    expect(bars(card(stay))[1]).toEqual([
      ['Gebruikt', 5200],
      ['Vrij', 4800],
    ]);
    expect(readCard(drawn(card(stay)))).toMatch(/Hoogstens voor verblijf: €\s5\.200 van €\s10\.000/);
    // Half of everything, whatever it is used for: nothing to draw twice.
    expect(bars(card(meterChart))).toHaveLength(1);
  });
});
