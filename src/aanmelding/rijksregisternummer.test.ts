import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  hasRijksregisternummer,
  withoutRijksregisternummer,
  withoutRijksregisternummers,
} from './rijksregisternummer.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** A number with the right check digits, born in 19xx or 20xx, with the month of a bis number or not. */
const parts = fc
  .record({
    year: fc.integer({ min: 0, max: 99 }),
    month: fc.integer({ min: 0, max: 12 }),
    bis: fc.constantFrom(0, 20, 40),
    day: fc.integer({ min: 0, max: 31 }),
    serial: fc.integer({ min: 1, max: 998 }),
    since2000: fc.boolean(),
  })
  .map((n) => {
    const date = [two(n.year), two(n.month + n.bis), two(n.day)] as const;
    const serial = String(n.serial).padStart(3, '0');
    const body = date.join('') + serial;
    const check = 97 - (Number(n.since2000 ? `2${body}` : body) % 97);
    return { date, serial, check };
  });

type Parts = { date: readonly [string, string, string]; serial: string; check: number };

const written = (n: Parts, style: readonly [string, string, string]) =>
  `${n.date.join(style[0])}${style[1]}${n.serial}${style[2]}${two(n.check)}`;

const style = fc.constantFrom<readonly [string, string, string]>(
  ['', '', ''],
  ['.', '-', '.'],
  [' ', ' ', ' '],
  ['', ' ', ' '],
  ['', '-', ''],
  ['.', ' - ', '.'],
  ['/', '-', '.'],
  ['-', '-', '-'],
  ['.', '–', '.'],
  ['.', '\u00a0', '.'],
  ['. ', ' - ', ' . '],
);

const around = fc.constantFrom('', 'rr ', 'nr. ', 'Kind (', 'RRN:', 'op 12 ', 'huis 7, ', 'tel 0470 00 00 00, ', '«');

describe('rijksregisternummer', () => {
  it('herkent elk nummer met juiste controlecijfers, hoe het ook geschreven is, ook van na 2000 en bisnummers [S10]', () => {
    fc.assert(
      fc.property(parts, style, around, fc.constantFrom('', '.', ' is het', ')', ', 3 jaar'), (n, s, before, after) => {
        expect(hasRijksregisternummer(before + written(n, s) + after)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('laat een nummer met foute controlecijfers door [S10]', () => {
    fc.assert(
      fc.property(parts, fc.integer({ min: 1, max: 96 }), (n, off) => {
        const check = ((n.check + off - 1) % 97) + 1;
        const body = n.date.join('') + n.serial;
        const other = 97 - (Number(`2${body}`) % 97);
        const first = 97 - (Number(body) % 97);
        fc.pre(check !== other && check !== first);
        expect(hasRijksregisternummer(written({ ...n, check }, ['.', '-', '.']))).toBe(false);
      }),
    );
  });

  it.each([
    '0470 12 34 56',
    '02 243 55 05',
    '+32 470 12 34 56',
    '011 30 31 40 / 0490 44 82 58',
    '2026-03-09',
    '09/03/2026',
    'van 2022-03-07 tot 2026-03-09',
    'BE68 5390 0754 7034',
    'BE68539007547034',
    '2026/123456',
    'INSISTO 1234567',
  ])('laat telefoon, datum, rekening en dossiernummer met rust: %s [S10]', (text) => {
    expect(hasRijksregisternummer(text)).toBe(false);
  });

  it('weigert een gsm met landnummer nooit, ook niet als de controlecijfers toevallig kloppen [S10]', () => {
    fc.assert(
      fc.property(fc.integer({ min: 460_000_000, max: 499_999_999 }), (n) => {
        const digits = String(n);
        expect(hasRijksregisternummer(`+32${digits}`)).toBe(false);
        expect(
          hasRijksregisternummer(
            `+32 ${digits.slice(0, 3)} ${digits.slice(3, 5)} ${digits.slice(5, 7)} ${digits.slice(7)}`,
          ),
        ).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('weigert elf willekeurige cijfers niet vaker dan het toeval van twee controlegetallen op honderd [S10]', () => {
    let refused = 0;
    const total = 20_000;
    let seed = 7;
    for (let i = 0; i < total; i++) {
      seed = (seed * 48_271) % 2_147_483_647;
      const a = seed;
      seed = (seed * 48_271) % 2_147_483_647;
      if (hasRijksregisternummer(`${String(a % 1e9).padStart(9, '0')}${two(seed % 100)}`)) refused++;
    }
    expect(refused / total).toBeLessThan(0.025);
  });

  it('haalt het nummer weg en laat de rest van het verhaal staan [S10]', () => {
    fc.assert(
      fc.property(parts, style, (n, s) => {
        const number = written(n, s);
        const text = withoutRijksregisternummer(`Het kind ${number} at niets.`);
        expect(text).not.toContain(number);
        expect(hasRijksregisternummer(text)).toBe(false);
        expect(text.startsWith('Het kind ')).toBe(true);
        expect(text.endsWith(' at niets.')).toBe(true);
      }),
    );
    expect(withoutRijksregisternummers({ a: '85.07.30-033.28', b: ['85073003328', 'x'], c: 'y' })).toEqual({
      a: '[…]',
      b: ['[…]', 'x'],
      c: 'y',
    });
  });
});
