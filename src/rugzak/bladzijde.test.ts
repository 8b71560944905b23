import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bladzijde, leesBladzijde } from './bladzijde.ts';

describe('een bladzijde', () => {
  it('leidt van de nieuwste naar de oudste en terug langs alles, één keer elk, hoeveel het er ook zijn [B7]', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 12 }), (count, most) => {
        const all = Array.from({ length: count }, (_, n) => n + 1);
        const seen: number[] = [];
        let page = bladzijde(all, undefined, most);
        expect(page.later).toBeNull();
        for (;;) {
          seen.push(...page.regels);
          expect(page.regels.length).toBeLessThanOrEqual(most);
          if (page.vroeger === null) break;
          page = bladzijde(all, page.vroeger, most);
        }
        expect(seen).toEqual(all.toReversed());
        while (page.later !== null) page = bladzijde(all, page.later, most);
        expect(page.regels[0]).toBe(count === 0 ? undefined : count);
      }),
    );
  });

  it('houdt dezelfde regels als er intussen bijkomt, en is de nieuwste als het nummer niets zegt', () => {
    const all = [1, 2, 3, 4, 5];
    const { vroeger } = bladzijde(all, undefined, 2);
    expect(bladzijde([...all, 6, 7], vroeger ?? undefined, 2).regels).toEqual([3, 2]);
    for (const odd of ['', '0', '-3', 'x', undefined]) expect(leesBladzijde(odd)).toBeUndefined();
    expect(bladzijde(all, 900, 2).regels).toEqual([5, 4]);
    expect(bladzijde(all, 1, 2)).toEqual({ regels: [1], vroeger: null, later: 3 });
  });
});
