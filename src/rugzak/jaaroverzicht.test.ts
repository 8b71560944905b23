import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MaandSom } from '../ports.ts';
import { type Boeking, categorieen, fasen } from './boeking.ts';
import { jaaroverzicht } from './jaaroverzicht.ts';
import { maandSommen } from './maand-sommen.ts';
import { gebonden, saldo } from './saldo.ts';

const bound = (maand: string, cents: number): MaandSom => ({
  maand,
  categorie: 'begeleiding',
  fase: 'vastgelegd',
  cents,
});
const asked = (cents: number): MaandSom => ({ ...bound('2026-07', cents), fase: 'aangevraagd' });

/** € 30 000 a month from April to June. */
const steady = [bound('2026-04', 3_000_000), bound('2026-05', 4_000_000), bound('2026-06', 2_000_000)];
const raming = (today: string, budget: number, sommen: readonly MaandSom[], vorig: readonly MaandSom[] = []) =>
  jaaroverzicht(2026, today, budget, sommen, vorig).raming;

describe('de raming van een jaarbudget [B8]', () => {
  it('telt wat vastgelegd en aangevraagd is, en dan het gemiddelde van drie volle maanden, tot de dag waarop het op is', () => {
    // 9 000 000 + 1 500 000 on 30 June; 3 000 000 a month: 12 000 000 on the 16th day (15.5) of July.
    const found = raming('2026-06-30', 12_000_000, [
      bound('2026-03', 3_000_000),
      bound('2026-04', 3_000_000),
      bound('2026-05', 3_000_000),
      asked(1_500_000),
    ]);
    expect(found).toMatchObject({ tempo: 3_000_000, maanden: ['2026-03', '2026-04', '2026-05'], op: '2026-07-16' });
    expect(found?.punten.slice(0, 3)).toEqual([
      { datum: '2026-06-30', cents: 10_500_000 },
      { datum: '2026-07-31', cents: 13_500_000 },
      { datum: '2026-08-31', cents: 16_500_000 },
    ]);
  });

  it('telt van deze maand alleen de dagen die nog komen', () => {
    const found = raming('2026-07-16', 40_000_000, steady);
    // 15 of 31 days.
    expect(found?.punten[0]).toEqual({ datum: '2026-07-31', cents: 9_000_000 + 1_451_612 });
    expect(found).toMatchObject({ op: null });
  });

  it('gebruikt in januari de maanden van vorig jaar, elk op het budget van dat jaar', () => {
    const vorig = [bound('2025-10', 600), bound('2025-11', 300), bound('2025-12', 0)];
    expect(raming('2026-01-01', 40_000_000, [bound('2025-12', 9_999)], vorig)).toMatchObject({
      maanden: ['2025-10', '2025-11', '2025-12'],
      tempo: 300,
    });
  });

  it('zegt het als er nog geen drie volle maanden geboekt wordt, en als het budget al op is', () => {
    expect(raming('2026-06-30', 12_000_000, steady)).toMatchObject({ tempo: null, op: null, punten: [] });
    expect(raming('2026-07-01', 9_000_000, steady)).toMatchObject({ tempo: 3_000_000, op: '2026-07-01', punten: [] });
    expect(raming('2026-07-01', 9_000_000, [])).toMatchObject({ tempo: null, op: null });
    expect(raming('2026-07-01', 0, [])).toMatchObject({ op: '2026-07-01' });
  });

  it('is er niet zonder budget, en niet van een ander jaar', () => {
    expect(jaaroverzicht(2026, '2026-07-01', null, steady, []).raming).toBeNull();
    expect(jaaroverzicht(2026, '2027-01-01', 100, steady, []).raming).toBeNull();
  });

  it('rekent met hele centen, gaat nooit achteruit, en de dag is de eerste waarop het budget bereikt is', () => {
    const amounts = fc.integer({ min: -900_000, max: 5_000_000 });
    fc.assert(
      fc.property(
        fc.tuple(amounts, amounts, amounts, amounts),
        fc.integer({ min: 0, max: 3_000_000 }),
        fc.integer({ min: 1, max: 60_000_000 }),
        fc.integer({ min: 0, max: 364 }),
        ([a, b, c, d], ask, budget, day) => {
          const today = Temporal.PlainDate.from('2026-01-01').add({ days: day });
          const months = [3, 2, 1, 0].map((n) => today.toPlainYearMonth().subtract({ months: n }).toString());
          const sums = months.map((maand, n) => bound(maand, [a, b, c, d][n] ?? 0));
          const own = [...sums.filter((s) => s.maand >= '2026'), asked(ask)];
          const now = jaaroverzicht(
            2026,
            today.toString(),
            budget,
            own,
            sums.filter((s) => s.maand < '2026'),
          );
          const found = now.raming;
          if (!found) return expect.fail('no forecast');
          expect(found.tempo).toBe(Math.max(0, Math.trunc((a + b + c) / 3)));
          const cents = [now.gebonden + ask, ...found.punten.map((p) => p.cents)];
          expect(cents.every((n, i) => Number.isSafeInteger(n) && n >= (cents[i - 1] ?? n))).toBe(true);
          if (now.gebonden >= budget) {
            expect(found.op).toBe(today.toString());
            return;
          }
          expect(found.punten.at(-1)?.datum).toBe('2026-12-31');
          const end = cents.at(-1) ?? 0;
          expect(found.op !== null).toBe(end >= budget);
          if (found.op === null || found.op === today.toString()) return;
          // Not reached at the end of the month before, reached at the end of its own.
          expect(found.punten.find((p) => p.datum >= (found.op ?? ''))?.cents).toBeGreaterThanOrEqual(budget);
          expect(found.punten.findLast((p) => p.datum < (found.op ?? ''))?.cents ?? 0).toBeLessThan(budget);
          // A cent more of budget never brings the day forward.
          const later = jaaroverzicht(
            2026,
            today.toString(),
            budget + 1,
            own,
            sums.filter((s) => s.maand < '2026'),
          );
          expect((later.raming?.op ?? '9999') >= found.op).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('het overzicht van een jaar', () => {
  it('is samen altijd wat het grootboek zegt: per maand, per soort, in het geheel [B8]', () => {
    const day = fc
      .integer({ min: 0, max: 900 })
      .map((n) => Temporal.PlainDate.from('2025-06-01').add({ days: n }).toString());
    const line = fc.record({
      van: fc.constantFrom(null, ...fasen),
      naar: fc.constantFrom(null, ...fasen),
      categorie: fc.constantFrom(...categorieen),
      cents: fc.integer({ min: 1, max: 9_000_000 }),
      datum: day,
    });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const ledger = lines.filter((l) => l.van !== l.naar) as Boeking[];
        const found = jaaroverzicht(2026, '2026-07-13', 40_000_000, maandSommen(ledger), []);
        const total = saldo(ledger);
        expect(found).toMatchObject({
          gebonden: gebonden(total),
          betaald: total.betaald,
          aangevraagd: total.aangevraagd,
        });
        const parts = [found.vooraf, ...found.maanden, found.nadien];
        for (const what of ['gebonden', 'betaald'] as const)
          expect(parts.reduce((sum, p) => sum + p[what], 0)).toBe(found[what]);
        expect(found.categorieen.reduce((sum, c) => sum + c.gebonden, 0)).toBe(found.gebonden);
        for (const { maand, gebonden: cents } of found.maanden)
          expect(cents).toBe(gebonden(saldo(ledger.filter((l) => l.datum.startsWith(maand)))));
      }),
      { numRuns: 200 },
    );
  });
});
