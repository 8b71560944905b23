import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type PerCasus, samen, verborgen } from './kleine-aantallen.ts';

/** So many cases of a euro each, from the `from`th on. */
const cases = (count: number, from = 0, cents = 100): PerCasus =>
  new Map(Array.from({ length: count }, (_, n) => [`c-${from + n}`, cents]));

it('laat geen klein aantal zien, ook niet als wat overblijft van het totaal [M2]', () => {
  expect(verborgen([cases(12), cases(5, 20), cases(1, 30)])).toEqual([false, true, true]);
  expect(verborgen([cases(12), cases(7, 20), cases(0)])).toEqual([false, false, false]);
  expect(verborgen([cases(12), cases(2, 20), cases(2, 30)])).toEqual([true, true, true]);
  expect(verborgen([cases(12), cases(2, 20), cases(3, 30)])).toEqual([false, true, true]);
  expect(verborgen([cases(3)])).toEqual([true]);
});

it('telt een kind dat in twee rijen staat één keer, en een bedrag dat wegvalt niet [M2]', () => {
  // Two and three of the same three.
  expect(verborgen([cases(12), cases(2, 20), cases(3, 20)])).toEqual([true, true, true]);
  // Of six, four come to nothing over the two rows that are hidden: their sum is of two.
  const back = new Map([...cases(4, 20, -100), ...cases(2, 24)]);
  expect(verborgen([cases(12), cases(4, 20), back])).toEqual([true, true, true]);
});

it('laat van willekeurige rijen nooit een klein aantal afleiden [M2]', () => {
  const row = fc
    .array(fc.tuple(fc.integer({ min: 0, max: 14 }), fc.integer({ min: -2, max: 3 })), { maxLength: 9 })
    .map((all): PerCasus => new Map(all.flatMap(([n, cents]) => (cents === 0 ? [] : [[`c-${n}`, cents] as const]))));
  fc.assert(
    fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
      const hidden = verborgen(rows);
      const shown = rows.filter((r, n) => !hidden[n] && r.size > 0);
      for (const r of shown) expect(r.size).toBeGreaterThanOrEqual(5);
      // With nothing shown the total is all there is: whoever shows it, looks at that.
      const rest = new Set(samen(rows.filter((_, n) => hidden[n])).keys()).size;
      if (shown.length > 0 && rest > 0) expect(rest).toBeGreaterThanOrEqual(5);
    }),
    { numRuns: 2000 },
  );
});
