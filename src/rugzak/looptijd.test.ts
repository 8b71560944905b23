import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWerkdag } from '../regio/werkdag.ts';
import { holidays, regio } from '../world.fixture.ts';
import { bewijzenTegen, dagenVan, kwartaalVan, kwartalenTussen, laatsteDag, werkdagenVoor } from './looptijd.ts';

const drieMaanden = { duur: 'P3M' };

describe('de looptijd van een rugzak [B2]', () => {
  it.each([
    ['2026-01-01', 0, '2026-03-31'],
    ['2026-01-15', 0, '2026-04-14'],
    ['2025-11-30', 0, '2026-02-28'],
    ['2027-11-30', 0, '2028-02-29'],
    ['2025-11-30', 1, '2026-05-29'],
    ['2026-01-31', 0, '2026-04-30'],
    ['2026-01-30', 0, '2026-04-29'],
    ['2026-02-01', 0, '2026-04-30'],
    ['2026-08-31', 1, '2027-02-28'],
    ['2026-11-15', 1, '2027-05-14'],
  ])('loopt van %s met %i verlenging tot %s', (start, verlengd, last) => {
    expect(laatsteDag(start, drieMaanden, verlengd)).toBe(last);
  });

  const dates = fc.integer({ min: 0, max: 4000 }).map((n) => Temporal.PlainDate.from('2024-01-01').add({ days: n }));

  it('eindigt nooit vroeger voor wie later begint, en een verlenging maakt altijd langer', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: 0, max: 3 }), (start, verlengd) => {
        const last = laatsteDag(start.toString(), drieMaanden, verlengd);
        expect(laatsteDag(start.add({ days: 1 }).toString(), drieMaanden, verlengd) >= last).toBe(true);
        expect(laatsteDag(start.toString(), drieMaanden, verlengd + 1) > last).toBe(true);
        const days = start.until(Temporal.PlainDate.from(last)).days + 1;
        expect(days).toBeGreaterThanOrEqual(89 * (verlengd + 1));
        expect(days).toBeLessThanOrEqual(92 * (verlengd + 1) + 1);
      }),
    );
  });

  it('rekent ook in weken of dagen, als de regio dat kiest', () => {
    expect(laatsteDag('2026-03-02', { duur: 'P6W' }, 0)).toBe('2026-04-12');
    expect(laatsteDag('2026-03-02', { duur: 'P10D' }, 1)).toBe('2026-03-21');
  });
});

describe('werkdagen terugtellen [B5]', () => {
  it('slaat weekend, feestdag en sluitingsdag over', () => {
    // Easter Monday 18 April 2022: ten working days before Tuesday 26 April are two weeks and a day.
    expect(werkdagenVoor('2022-04-26', 5, regio, holidays)).toBe('2022-04-19');
    expect(werkdagenVoor('2022-04-26', 6, regio, holidays)).toBe('2022-04-15');
    const closed = { ...regio, sluitingsdagen: ['2022-04-15'] };
    expect(werkdagenVoor('2022-04-26', 6, closed, holidays)).toBe('2022-04-14');
    expect(werkdagenVoor('2022-01-10', 0, regio, holidays)).toBe('2022-01-10');
    // A Saturday is no day of work to count from, nor is Easter Monday.
    for (const end of ['2022-04-15', '2022-04-16', '2022-04-18'])
      expect(werkdagenVoor(end, 1, regio, holidays)).toBe('2022-04-14');
  });
});

it('laat tussen de gevonden dag en het einde altijd precies zoveel werkdagen, welk einde ook [B5]', () => {
  fc.assert(
    fc.property(fc.nat(2000), fc.integer({ min: 1, max: 40 }), (offset, aantal) => {
      const end = Temporal.PlainDate.from('2022-01-01').add({ days: offset });
      const found = Temporal.PlainDate.from(werkdagenVoor(end.toString(), aantal, regio, holidays));
      let left = 0;
      for (let day = found.add({ days: 1 }); Temporal.PlainDate.compare(day, end) <= 0; day = day.add({ days: 1 }))
        if (isWerkdag(regio, holidays, day.toString())) left++;
      expect(left).toBe(aantal);
      expect(isWerkdag(regio, holidays, found.toString())).toBe(true);
    }),
  );
});

describe('kwartalen [B7]', () => {
  it('legt de bewijzen op het einde van het kwartaal na dat van de hulp, ook over het jaar', () => {
    expect(kwartaalVan('2026-03-31')).toEqual({ jaar: 2026, kwartaal: 1 });
    expect(kwartaalVan('2026-04-01')).toEqual({ jaar: 2026, kwartaal: 2 });
    expect(dagenVan({ jaar: 2028, kwartaal: 1 })).toEqual({ van: '2028-01-01', tot: '2028-03-31' });
    expect(bewijzenTegen({ jaar: 2026, kwartaal: 4 })).toBe('2027-03-31');
    expect(kwartalenTussen('2026-11-20', '2027-02-01')).toEqual([
      { jaar: 2026, kwartaal: 4 },
      { jaar: 2027, kwartaal: 1 },
    ]);
  });
});
