import { describe, expect, it } from 'vitest';
import { boven, spreiding } from './opvallend.fixture.ts';
import { type CasusSom, grenzen, waarinOpvallend } from './opvallend.ts';

const casus = (n: number, gebonden: number, verblijf = 0): CasusSom => ({
  casusId: `c-${n}`,
  referentie: `LIM-2026-${`${n}`.padStart(4, '0')}`,
  gebonden,
  verblijf,
});
const outliers = (all: CasusSom[], plafond = 5000) => {
  const limits = grenzen(spreiding(all), plafond);
  return limits && boven(all, limits).map((c) => [c.casusId, ...waarinOpvallend(c, limits)]);
};

describe('casussen die opvallen [B10]', () => {
  const usual = [100, 200, 300, 400, 500, 600, 700].map((n, i) => casus(i, n * 100));

  it('zegt niets over minder dan acht casussen', () => {
    expect(outliers([...usual])).toBeNull();
    expect(outliers([...usual, casus(7, 0)])).toBeNull();
    expect(outliers([...usual, casus(7, 80_000)])).toEqual([]);
  });

  it('noemt wie meer dan anderhalve keer de kwartielafstand boven het derde kwartiel ligt, tot op de cent', () => {
    // Quartiles of eight: the second (20 000) and the sixth (60 000); 60 000 + 1.5 × 40 000.
    expect(grenzen(spreiding([...usual, casus(7, 500_000)]), 5000)).toEqual({ bedrag: 120_000, verblijf: 5000 });
    expect(outliers([...usual, casus(7, 120_000)])).toEqual([]);
    expect(outliers([...usual, casus(7, 120_001)])).toEqual([['c-7', 'bedrag']]);
  });

  it('noemt geen verschil van een cent waar alle casussen even groot zijn', () => {
    const same = Array.from({ length: 8 }, (_, n) => casus(n, 100_000));
    expect(outliers([...same, casus(8, 100_001)])).toEqual([]);
    expect(outliers([...same, casus(8, 125_001)])).toEqual([['c-8', 'bedrag']]);
  });

  it('kijkt naar het aandeel verblijf, vanaf wat de regio hoogstens voor verblijf wil [B1]', () => {
    const none = Array.from({ length: 9 }, (_, n) => casus(n, 100_000, 10_000));
    expect(outliers([...none, casus(9, 100_000, 50_000)])).toEqual([]);
    expect(outliers([...none, casus(9, 100_000, 50_010)])).toEqual([['c-9', 'verblijf']]);
    expect(outliers([...none, casus(9, 200_000, 200_000)])).toEqual([['c-9', 'bedrag', 'verblijf']]);
    const all = Array.from({ length: 10 }, (_, n) => casus(n, 100_000, 100_000));
    expect(outliers(all)).toEqual([]);
  });
});
