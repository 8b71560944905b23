import fc from 'fast-check';
import { expect, it } from 'vitest';
import { verborgen } from './kleine-aantallen.ts';

it('laat geen klein aantal zien, ook niet als wat overblijft van het totaal [M2]', () => {
  expect(verborgen([12, 5, 1])).toEqual([false, true, true]);
  expect(verborgen([12, 7, 0])).toEqual([false, false, false]);
  expect(verborgen([12, 2, 2])).toEqual([true, true, true]);
  expect(verborgen([3])).toEqual([true]);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 9 }), (counts) => {
      const hidden = verborgen(counts);
      for (const [n, count] of counts.entries()) if (count > 0 && count < 5) expect(hidden[n]).toBe(true);
      const those = counts.filter((_, n) => hidden[n]);
      const shown = counts.filter((c, n) => !hidden[n] && c > 0);
      if (those.length > 0 && shown.length > 0) {
        expect(those.length).toBeGreaterThan(1);
        expect(those.reduce((sum, c) => sum + c, 0)).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});
