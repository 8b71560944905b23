import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageInWords, birthday, isUnderThree, plural } from './age.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((d) => d.toISOString().slice(0, 10));
const plus = (date: string, add: Temporal.DurationLike) => Temporal.PlainDate.from(date).add(add).toString();

describe('leeftijd', () => {
  it('neemt een kind aan tot en met de dag voor de derde verjaardag, schrikkeljaren inbegrepen [D1]', () => {
    fc.assert(
      fc.property(day, (born) => {
        const third = birthday(Temporal.PlainDate.from(born), 3).toString();
        expect(isUnderThree(born, plus(third, { days: -1 }))).toBe(true);
        expect(isUnderThree(born, third)).toBe(false);
        expect(isUnderThree(born, born)).toBe(true);
      }),
    );
  });

  it('geeft een kind van 29 februari de ruimste lezing: jarig op 1 maart [D1]', () => {
    expect(isUnderThree('2024-02-29', '2027-02-28')).toBe(true);
    expect(isUnderThree('2024-02-29', '2027-03-01')).toBe(false);
    expect(birthday(Temporal.PlainDate.from('2024-02-29'), 4).toString()).toBe('2028-02-29');
  });

  it('is ouder naarmate de dagen verstrijken, nooit jonger [D1]', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 400 }), (born, a, b) => {
        if (!isUnderThree(born, plus(born, { days: a })))
          expect(isUnderThree(born, plus(born, { days: a + b }))).toBe(false);
      }),
    );
  });

  it.each([
    ['2022-01-10', '2022-01-10', '0 dagen'],
    ['2022-01-09', '2022-01-10', '1 dag'],
    ['2021-12-27', '2022-01-10', '2 weken'],
    ['2021-11-01', '2022-01-10', '10 weken'],
    ['2021-10-01', '2022-01-10', '3 maanden'],
    ['2020-01-11', '2022-01-10', '23 maanden'],
    ['2020-01-10', '2022-01-10', '2 jaar'],
    ['2019-12-10', '2022-01-10', '2 jaar en 1 maand'],
    ['2019-05-10', '2022-01-10', '2 jaar en 8 maanden'],
  ])('noemt een kind van %s op %s: %s', (born, today, words) => {
    expect(ageInWords('geboren', born, today)).toBe(words);
  });

  it.each([
    ['2022-03-07', 'ongeboren, verwacht over 8 weken'],
    ['2022-01-17', 'ongeboren, verwacht over 1 week'],
    ['2022-01-10', 'ongeboren, verwacht deze week'],
    ['2021-12-27', 'ongeboren, 2 weken na de verwachte datum'],
    ['2022-01-03', 'ongeboren, 1 week na de verwachte datum'],
  ])('telt voor een ongeboren kind de weken tot %s: %s', (due, words) => {
    expect(ageInWords('ongeboren', due, '2022-01-10')).toBe(words);
  });

  it('vindt voor elke leeftijd woorden zonder minteken of breuk', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 9000 }), fc.integer({ min: -40, max: 280 }), (date, age, ahead) => {
        expect(ageInWords('geboren', date, plus(date, { days: age }))).toMatch(
          /^\d+ (dag|dagen|week|weken|maand|maanden|jaar)( en \d+ (maand|maanden))?$/,
        );
        expect(ageInWords('ongeboren', plus(date, { days: ahead }), date)).toMatch(/^ongeboren, [^-.]+$/);
      }),
    );
  });

  it('kiest enkelvoud en meervoud', () => {
    expect([plural(0, 'week', 'weken'), plural(1, 'week', 'weken'), plural(2, 'week', 'weken')]).toEqual([
      '0 weken',
      '1 week',
      '2 weken',
    ]);
  });
});
