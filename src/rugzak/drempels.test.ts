import fc from 'fast-check';
import { expect, it } from 'vitest';
import { monday } from '../world.fixture.ts';
import type { Boeking } from './boeking.ts';
import { leesMelding, meldingOnderwerp, overschrijdingen, type Plafond, standen } from './drempels.ts';
import { legeKas } from './rugzak.fixture.ts';

const line = (cents: number, terug = false, categorie: Boeking['categorie'] = 'begeleiding'): Boeking => ({
  id: 'b',
  casusId: 'casus-1',
  aanvraagId: 'a',
  factuurId: null,
  van: terug ? 'vastgelegd' : null,
  naar: terug ? null : 'vastgelegd',
  categorie,
  cents,
  jaar: 2026,
  door: 'p-ines',
  op: monday,
  datum: '2026-03-02',
  corrigeert: null,
});
const kas = (boekingen: Boeking[]) => ({ rugzak: legeKas.rugzak, boekingen });

it('meldt een drempel op de cent, en van een sprong over meer dan één enkel de hoogste [B9]', () => {
  expect(overschrijdingen(kas([]), kas([line(999_999)]))).toEqual([]);
  expect(overschrijdingen(kas([]), kas([line(1_000_000)]))).toEqual([{ plafond: 'totaal', drempel: 5000 }]);
  expect(overschrijdingen(kas([]), kas([line(1_800_000)]))).toEqual([{ plafond: 'totaal', drempel: 9000 }]);
  expect(overschrijdingen(kas([]), kas([line(1_000_000, false, 'verblijf')]))).toEqual([
    { plafond: 'totaal', drempel: 5000 },
    { plafond: 'verblijf', drempel: 10_000 },
  ]);
});

it('meldt bij elke reeks boekingen een drempel precies één keer, en pas opnieuw na een daling eronder [B9]', () => {
  const step = fc.record({ cents: fc.integer({ min: 1, max: 900_000 }), terug: fc.boolean(), stay: fc.boolean() });
  let alerts = 0;
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      let now: Boeking[] = [];
      // What was told last and is still so: an independent memory of what the reader knows.
      const told: Record<Plafond, Set<number>> = { totaal: new Set(), verblijf: new Set() };
      const { drempels } = legeKas.rugzak.beleid;
      for (const { cents, terug, stay } of steps) {
        const next = [...now, line(cents, terug, stay ? 'verblijf' : 'begeleiding')];
        const after = standen(kas(next));
        if (after.totaal.gebonden < 0 || after.verblijf.gebonden < 0) continue;
        const found = overschrijdingen(kas(now), kas(next));
        for (const plafond of ['totaal', 'verblijf'] as const) {
          const { gebonden, plafond: most } = after[plafond];
          const reached = drempels.filter((d) => gebonden * 10_000 >= d * most);
          const fresh = reached.filter((d) => !told[plafond].has(d));
          const mine = found.filter((f) => f.plafond === plafond);
          expect(mine.map((m) => m.drempel)).toEqual(fresh.length > 0 ? [Math.max(...fresh)] : []);
          told[plafond] = new Set(reached);
          alerts += mine.length;
        }
        now = next;
      }
    }),
    { numRuns: 300 },
  );
  expect(alerts).toBeGreaterThan(300);
});

it('bewaart in een bericht enkel welke drempels, en leest ze terug', () => {
  const passed = [
    { plafond: 'totaal', drempel: 5000 },
    { plafond: 'verblijf', drempel: 10_000 },
  ] as const;
  expect(leesMelding(meldingOnderwerp('b-1', passed))).toEqual(passed);
});
