import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aandeel, basispuntenVan, decimaal, leesBedrag } from './bedrag.ts';

describe('een bedrag zoals iemand het typt', () => {
  it.each([
    ['1.234,56', 123_456],
    ['€ 1234,5', 123_450],
    ['€1.000', 100_000],
    ['1 234,56', 123_456],
    ['1\u00a0234', 123_400],
    ['250 euro', 25_000],
    ['EUR 250', 25_000],
    ['250,00 €', 25_000],
    ['0,01', 1],
    ['20000', 2_000_000],
    ['9.999.999,99', 999_999_999],
    ['  75  ', 7_500],
    ['007', 700],
  ])('leest %s', (typed, cents) => {
    expect(leesBedrag(typed)).toEqual({ cents });
  });

  it.each([
    ['12.50', /twee dingen.*12,50/],
    ['12.5', /12,50/],
    ['1,234', /twee dingen/],
    ['-5', /meer dan nul/],
    ['0', /meer dan nul/],
    ['0,00', /meer dan nul/],
    ['', /Schrijf een bedrag/],
    ['   ', /Schrijf een bedrag/],
    ['veel', /geen bedrag/],
    ['1.23,45', /geen bedrag/],
    ['1234.567', /geen bedrag/],
    ['1.234 567', /geen bedrag/],
    ['1,2,3', /geen bedrag/],
    ['12,345', /twee dingen/],
    ['1234,567', /geen bedrag/],
    ['100.000.000', /te groot/],
    ['10.000.000', /te groot/],
    ['99999999999999999999', /te groot/],
    ['=1+1', /geen bedrag/],
    ['1e5', /geen bedrag/],
  ])('weigert %s met een zin die zegt wat wel kan', (typed, sentence) => {
    const read = leesBedrag(typed);
    expect('fout' in read ? read.fout : read).toMatch(sentence);
  });

  it('leest terug wat het in het Belgisch schrijft, tot op de cent', () => {
    const belgian = new Intl.NumberFormat('nl-BE', { style: 'currency', currency: 'EUR' });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999 }), (cents) => {
        expect(leesBedrag(belgian.format(decimaal(cents)))).toEqual({ cents });
      }),
    );
  });
});

describe('rekenen met centen', () => {
  it('rondt de helft naar beneden af: nooit een cent te veel [B1]', () => {
    expect(aandeel(2_000_000, 5000)).toBe(1_000_000);
    expect(aandeel(1_250_051, 5000)).toBe(625_025);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999 }), fc.integer({ min: 0, max: 10_000 }), (cents, points) => {
        const part = aandeel(cents, points);
        expect(BigInt(part) * 10_000n).toBeLessThanOrEqual(BigInt(cents) * BigInt(points));
        expect((BigInt(part) + 1n) * 10_000n).toBeGreaterThan(BigInt(cents) * BigInt(points));
      }),
    );
  });

  it('zegt pas dat een drempel bereikt is als hij bereikt is [B9]', () => {
    expect(basispuntenVan(999_999, 2_000_000)).toBe(4999);
    expect(basispuntenVan(1_000_000, 2_000_000)).toBe(5000);
    expect(basispuntenVan(1, 0)).toBe(10_000);
    expect(basispuntenVan(0, 0)).toBe(0);
  });

  it('weigert wat geen hele centen zijn', () => {
    expect(decimaal(-123_456)).toBe('-1234.56');
    expect(decimaal(5)).toBe('0.05');
    for (const wrong of [0.5, Number.NaN, 2 ** 60]) expect(() => decimaal(wrong)).toThrow(RangeError);
  });

  it('rekent nergens met een komma: geen deling, geen kommagetal, geen afronding in de map van de rugzak', () => {
    const floats = /\s\/\s|\d\.\d|Math\.(?!trunc|max|min|abs)|parseFloat|toFixed|\bNumber\((?!BigInt|\(BigInt)/;
    const sources = readdirSync(import.meta.dirname).filter(
      (f) => f.endsWith('.ts') && !/\.(test|fixture)\.ts$/.test(f),
    );
    expect(sources.length).toBeGreaterThan(5);
    const found = sources.flatMap((file) =>
      readFileSync(`${import.meta.dirname}/${file}`, 'utf8')
        .split('\n')
        .filter((line) => !/^\s*(\*|\/\/|\/\*)/.test(line) && floats.test(line.replace(/'[^']*'|`[^`]*`/g, "''")))
        .map((line) => `${file}: ${line.trim()}`),
    );
    // A quarter of a year and a year out of a date are no amounts; BigInt divides whole numbers.
    expect(found.filter((line) => !/BigInt|month|slice\(0, 4\)/.test(line))).toEqual([]);
  });
});
