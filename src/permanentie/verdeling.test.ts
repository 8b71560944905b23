import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Region } from '../regio/region.ts';
import { holidays, regio } from '../world.fixture.ts';
import { monthsOf } from './parse-periode.ts';
import type { Uitzondering } from './uitzondering.ts';
import { type Aandeel, totaal, verdeling } from './verdeling.ts';

const at = Temporal.Instant.from('2026-01-01T08:00Z');
let seq = 0;
const change = (datum: string, van: string, tot: string, persoon: string | null, more: Partial<Uitzondering> = {}) => {
  seq += 1;
  return {
    id: `u${String(seq).padStart(6, '0')}`,
    regio: 'LIM',
    datum,
    van,
    tot,
    wat: persoon === null ? { kind: 'open' } : { kind: 'persoon', persoon },
    groep: null,
    door: 'p-planner',
    op: at.add({ seconds: seq }),
    ongedaan: null,
    ...more,
  } satisfies Uitzondering as Uitzondering;
};
const undone = { door: 'p-planner', op: at };

const year = (region: Region, periode = '2022') =>
  verdeling(
    monthsOf(periode).map((maand) => ({ maand, region })),
    holidays,
  );
const of = (shares: Aandeel[], persoon: string) => shares.find((s) => s.persoon === persoon);

const with_ = (...uitzonderingen: Uitzondering[]): Region => ({ ...regio, uitzonderingen });

describe('de verdeling van de permanentie', () => {
  it('telt uren per persoon en maand, en de telefoonroute apart bij haar eigenaar [P1]', () => {
    // January 2022: five Mondays, four of every other working day but the first, a Saturday.
    const shares = year(regio, '2022-01');
    expect(of(shares, 'marijke')).toMatchObject({ minuten: [13 * 180], dagdelen: 13, bijzonder: 0 });
    expect(of(shares, 'ines')).toMatchObject({ minuten: [8 * 180], dagdelen: 8 });
    expect(shares.reduce((sum, s) => sum + s.alsEigenaar, 0)).toBe(21 * 180);
    expect(year(regio)[0]?.minuten).toHaveLength(12);
  });

  it('telt wat overgenomen is bij wie het deed, en niets van wat ongedaan is gemaakt [P4]', () => {
    const before = year(regio, '2022-01');
    const shares = year(with_(change('2022-01-10', '09:00', '12:00', 'ines')), '2022-01');
    expect(of(shares, 'ines')).toMatchObject({ overgenomen: 1, geruild: 0, dagdelen: 9 });
    expect(of(shares, 'marijke')).toMatchObject({ overgenomen: 0, dagdelen: 12 });
    expect(year(with_(change('2022-01-10', '09:00', '12:00', 'ines', { ongedaan: undone })), '2022-01')).toEqual(
      before,
    );
  });

  it('telt een ruil bij elk van beiden één keer, en niet als overname [P4]', () => {
    const swap = { groep: 'verzoek-1' };
    const both = [
      change('2022-01-10', '09:00', '12:00', 'ines', swap),
      change('2022-01-11', '09:00', '12:00', 'marijke', swap),
    ];
    const shares = year(with_(...both), '2022-01');
    for (const persoon of ['marijke', 'ines'])
      expect(of(shares, persoon)).toMatchObject({
        geruild: 1,
        overgenomen: 0,
        minuten: of(year(regio, '2022-01'), persoon)?.minuten,
      });
    const back = year(with_(...both.map((u) => ({ ...u, ongedaan: undone }))), '2022-01');
    expect(of(back, 'ines')).toMatchObject({ geruild: 0, dagdelen: 8 });
  });

  it('noemt een extra dagdeel geen overname, en telt feestdag, sluitingsdag en weekend [P2, P4]', () => {
    const region = {
      ...with_(
        change('2022-01-08', '10:00', '12:00', 'ines'),
        change('2022-04-18', '09:00', '12:00', 'ines'),
        change('2022-01-19', '18:00', '20:00', 'ines'),
        change('2022-01-20', '18:00', '20:00', 'ines'),
      ),
      sluitingsdagen: ['2022-01-20'],
    };
    expect(of(year(region), 'ines')).toMatchObject({ bijzonder: 3, overgenomen: 0 });
  });

  it('noemt ook een coördinator zonder uren, en wie pas later kwam niet in de tijd daarvoor [P3]', () => {
    const nieuw = {
      id: 'tom',
      naam: 'Tom',
      email: 'tom@example.org',
      rollen: ['casuscoordinator' as const],
      van: '2022-06-01',
    };
    const region = { ...regio, personen: [...regio.personen, nieuw] };
    expect(of(year(region), 'tom')).toMatchObject({ dagdelen: 0 });
    expect(of(year(region, '2022-03'), 'tom')).toBeUndefined();
    expect(of(year(regio), 'expert')).toBeUndefined();
  });

  const people = ['marijke', 'ines', 'planner'];
  const block = fc.integer({ min: 0, max: 7 });
  const clock = (n: number) => `${String(n * 3).padStart(2, '0')}:00`;
  const days = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'] as const;

  it('heeft samen precies de uren van alle ingevulde dagdelen, ook in de nachten dat de klok verspringt [P5]', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('2026-03', '2026-10', '2026-12'),
        fc.uniqueArray(fc.record({ dag: fc.constantFrom(...days), from: block, who: fc.constantFrom(...people) }), {
          selector: ({ dag, from }) => `${dag}${from}`,
          maxLength: 20,
        }),
        fc.array(
          fc.record({
            day: fc.integer({ min: 1, max: 31 }),
            from: block,
            long: fc.integer({ min: 1, max: 3 }),
            who: fc.constantFrom(...people, 'open', 'gesloten'),
            undone: fc.boolean(),
          }),
          { maxLength: 15 },
        ),
        (maand, template, changes) => {
          const uitzonderingen = changes
            .filter(({ day }) => day <= Temporal.PlainYearMonth.from(maand).daysInMonth)
            .map(({ day, from, long, who, undone: isUndone }) =>
              change(`${maand}-${String(day).padStart(2, '0')}`, clock(from), clock(Math.min(8, from + long)), null, {
                wat: who === 'open' || who === 'gesloten' ? { kind: who } : { kind: 'persoon', persoon: who },
                ongedaan: isUndone ? undone : null,
              }),
            );
          const region: Region = {
            ...regio,
            uitzonderingen,
            permanentie: [
              {
                van: '2026-01-01',
                dagdelen: template.map(({ dag, from, who }) => ({
                  dag,
                  van: clock(from),
                  tot: clock(from + 1),
                  persoon: who,
                })),
              },
            ],
          };
          const expected = painted(region, maand);
          const shares = verdeling([{ maand, region }], holidays);
          for (const persoon of people)
            expect(of(shares, persoon) ? totaal(of(shares, persoon) ?? { minuten: [] }) : 0).toBe(
              expected.get(persoon) ?? 0,
            );
          expect(shares.reduce((sum, s) => sum + totaal(s), 0)).toBe([...expected.values()].reduce((a, b) => a + b, 0));
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is voor een jaar met twintig mensen uit het geheugen in enkele milliseconden klaar', () => {
    const names = Array.from({ length: 20 }, (_, n) => `persoon${n}`);
    const region: Region = {
      ...regio,
      personen: names.map((id) => ({ id, naam: id, email: `${id}@example.org`, rollen: ['casuscoordinator'] })),
      permanentie: [
        {
          van: '2026-01-01',
          dagdelen: days.slice(0, 5).flatMap((dag, d) =>
            [9, 11, 13, 15].map((from, n) => ({
              dag,
              van: `${String(from).padStart(2, '0')}:00`,
              tot: `${from + 2}:00`,
              persoon: names[(d * 4 + n) % 20] ?? '',
            })),
          ),
        },
      ],
      uitzonderingen: Array.from({ length: 200 }, (_, n) =>
        change(
          Temporal.PlainDate.from('2026-01-05').add({ days: n }).toString(),
          '09:00',
          '11:00',
          names[n % 20] ?? '',
        ),
      ),
    };
    year(region, '2026');
    const before = performance.now();
    const shares = year(region, '2026');
    const took = performance.now() - before;
    expect(shares).toHaveLength(20);
    // A guard against work without end on a busy machine; the bench measures.
    expect(took).toBeLessThan(5_000);
  });
});

/** Minutes per person, painted over the wall in blocks of three hours: the template, then each change over it. */
function painted(region: Region, maand: string): Map<string, number> {
  const month = Temporal.PlainYearMonth.from(maand);
  const minutes = new Map<string, number>();
  const hour = (time: string) => Number(time.slice(0, 2)) / 3;
  for (let d = 1; d <= month.daysInMonth; d++) {
    const date = month.toPlainDate({ day: d });
    const wall: (string | null)[] = Array.from({ length: 8 }, () => null);
    const names = ['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'];
    if (!holidays(date.year).has(date.toString()) && !region.sluitingsdagen.includes(date.toString()))
      for (const part of region.permanentie[0]?.dagdelen ?? [])
        if (part.dag === names[date.dayOfWeek - 1] && 'persoon' in part) wall[hour(part.van)] = part.persoon;
    for (const { datum, van, tot, wat, ongedaan } of region.uitzonderingen ?? [])
      if (datum === date.toString() && ongedaan === null)
        for (let b = hour(van); b < hour(tot); b++) wall[b] = wat.kind === 'persoon' ? wat.persoon : null;
    for (const who of wall) if (who !== null) minutes.set(who, (minutes.get(who) ?? 0) + 180);
  }
  return minutes;
}
