import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { brussels as at } from '../play.fixture.ts';
import { isClosed, isWeekend } from '../regio/is-closed.ts';
import { limburg2022 } from '../regio/limburg-2022.fixture.ts';
import type { Dagdeel, Region } from '../regio/region.ts';
import { dateIn, isBefore } from '../time.ts';
import { weekdays } from './day-plan.ts';
import { type Notice, noticesBetween, subjectOf } from './notices.ts';
import { referenceHolidays } from './reference-table.fixture.ts';

const zone = 'Europe/Brussels';
const between = (from: string, to: string, region: Region = limburg2022) =>
  noticesBetween(region, referenceHolidays, at(from), at(to));
const line = ({ op, soort, datum, van, persoon }: Notice) =>
  [op.toZonedDateTimeISO(zone).toPlainDateTime().toString(), soort, datum, van, persoon].filter(Boolean).join(' ');
/** One line per notice, wall clock first. */
const lines = (from: string, to: string, region?: Region) => between(from, to, region).map(line);
/** The wall clock of every reminder of the day before, about one day. */
const dayBefore = (datum: string, region: Region = limburg2022) =>
  between(`${Number(datum.slice(0, 4)) - 1}-12-01T00:00`, `${datum}T23:59`, region)
    .filter((n) => n.soort === 'dienst_morgen' && n.datum === datum)
    .map((n) => `${line(n).slice(0, 16)} ${n.persoon}`);

describe('herinneringen op het rooster van de referentie', () => {
  it('herinnert op een gewone maandag voor de dag, voor de start, een kwartier erna, en vraagt aan het einde de overdracht [P7]', () => {
    expect(lines('2022-01-10T00:00', '2022-01-11T00:00')).toEqual([
      '2022-01-10T08:30:00 dienst_ochtend 2022-01-10',
      '2022-01-10T08:45:00 dienst_straks 2022-01-10 09:00 marijke',
      '2022-01-10T09:15:00 dienst_onbevestigd 2022-01-10 09:00 marijke',
      '2022-01-10T11:45:00 overdracht 2022-01-10 09:00 marijke',
      '2022-01-10T16:00:00 dienst_morgen 2022-01-11 ines',
      '2022-01-10T16:45:00 overdracht 2022-01-10 14:00 marijke',
    ]);
  });

  it('herinnert voor maandag al op vrijdag om 16 uur, en zwijgt het hele weekend [P2, P7]', () => {
    expect(lines('2022-01-07T12:00', '2022-01-10T08:00')).toEqual([
      '2022-01-07T16:00:00 dienst_morgen 2022-01-10 marijke',
      '2022-01-07T16:45:00 overdracht 2022-01-07 14:00 ines',
    ]);
  });

  it.each([
    ['2022-01-03', '2021-12-31T16:00 marijke'],
    ['2022-04-19', '2022-04-15T16:00 ines'],
    ['2022-05-27', '2022-05-25T16:00 ines'],
    ['2022-06-07', '2022-06-03T16:00 ines'],
    ['2022-07-12', '2022-07-08T16:00 ines'],
    ['2022-07-22', '2022-07-20T16:00 ines'],
    ['2022-08-16', '2022-08-12T16:00 ines'],
    ['2022-11-02', '2022-10-31T16:00 marijke'],
    ['2026-04-07', '2026-04-03T16:00 ines'],
    ['2026-05-04', '2026-04-30T16:00 marijke'],
    ['2026-05-15', '2026-05-13T16:00 ines'],
    ['2026-05-26', '2026-05-22T16:00 ines'],
    ['2026-11-12', '2026-11-10T16:00 marijke'],
  ])('slaat bij %s weekend en feestdagen over: %s [P2, P7]', (datum, expected) =>
    expect(dayBefore(datum)).toEqual([expected]),
  );

  it('telt een brugdag en een sluiting van twee weken niet als werkdag [P2, P7]', () => {
    const days = ['26', '27', '28', '29', '30'].map((day) => `2022-12-${day}`);
    const closed = { ...limburg2022, sluitingsdagen: ['2022-05-27', ...days, '2023-01-02'] };
    expect(dayBefore('2022-05-30', closed)).toEqual(['2022-05-25T16:00 marijke']);
    expect(dayBefore('2022-05-27', closed)).toEqual([]);
    expect(dayBefore('2023-01-03', closed)).toEqual(['2022-12-23T16:00 ines']);
  });

  it('herinnert na een sluiting van een maand op de dag ervoor, liever dan nooit [P7]', () => {
    const month = Array.from({ length: 31 }, (_, n) =>
      Temporal.PlainDate.from('2022-07-01').add({ days: n }).toString(),
    );
    expect(dayBefore('2022-08-01', { ...limburg2022, sluitingsdagen: month })).toEqual(['2022-07-31T16:00 marijke']);
  });

  it.each([
    ['2022-03-25', '2022-03-28', '15:00', '15:45', '06:30', '06:45', '07:15', '09:45'],
    ['2022-10-28', '2022-10-31', '14:00', '14:45', '07:30', '07:45', '08:15', '10:45'],
    ['2026-03-27', '2026-03-30', '15:00', '15:45', '06:30', '06:45', '07:15', '09:45'],
    ['2026-10-23', '2026-10-26', '14:00', '14:45', '07:30', '07:45', '08:15', '10:45'],
  ])('houdt de uren op de muur als de klok verspringt tussen %s en %s [P5]', (friday, monday, ...utc) => {
    expect(between(`${friday}T12:00`, `${monday}T12:00`).map((n) => n.op.toString())).toEqual([
      ...utc.slice(0, 2).map((time) => `${friday}T${time}:00Z`),
      ...utc.slice(2).map((time) => `${monday}T${time}:00Z`),
    ]);
  });

  it('herinnert ook voor een dagdeel in de nacht zelf waarin de klok verspringt [P5]', () => {
    const night: Region = {
      ...limburg2022,
      permanentie: [{ dagdelen: [{ dag: 'zo', van: '02:30', tot: '04:00', persoon: 'ines' }] }],
      herinneringen: { ...limburg2022.herinneringen, ochtend: '02:15' },
    };
    const ops = (day: string) =>
      between(`${day}T00:00`, `${day}T12:00`, night).map((n) => `${n.soort} ${n.van} ${n.op}`);
    // 02:30 does not exist: the part starts with the jump, at 03:00.
    expect(ops('2022-03-27')).toEqual([
      'dienst_straks 03:00 2022-03-27T00:45:00Z',
      'dienst_ochtend null 2022-03-27T01:00:00Z',
      'dienst_onbevestigd 03:00 2022-03-27T01:15:00Z',
      'overdracht 03:00 2022-03-27T01:45:00Z',
    ]);
    // 02:30 comes twice: the first.
    expect(ops('2022-10-30')).toEqual([
      'dienst_straks 02:30 2022-10-30T00:15:00Z',
      'dienst_ochtend null 2022-10-30T00:15:00Z',
      'dienst_onbevestigd 02:30 2022-10-30T00:45:00Z',
      'overdracht 02:30 2022-10-30T02:45:00Z',
    ]);
  });

  it('vraagt bij een telefoonroute geen bevestiging, maar verwittigt de eigenaar de dag ervoor [P1]', () => {
    const route: Region = {
      ...limburg2022,
      permanentie: [
        {
          dagdelen: [
            { dag: 'ma', van: '09:00', tot: '12:00', persoon: 'marijke' },
            { dag: 'ma', van: '14:00', tot: '17:00', route: 'act', eigenaar: 'ines' },
          ],
        },
      ],
    };
    expect(lines('2022-01-07T12:00', '2022-01-10T23:00', route)).toEqual([
      '2022-01-07T16:00:00 dienst_morgen 2022-01-10 marijke',
      '2022-01-07T16:00:00 dienst_morgen 2022-01-10 ines',
      '2022-01-10T08:30:00 dienst_ochtend 2022-01-10',
      '2022-01-10T08:45:00 dienst_straks 2022-01-10 09:00 marijke',
      '2022-01-10T09:15:00 dienst_onbevestigd 2022-01-10 09:00 marijke',
      '2022-01-10T11:45:00 overdracht 2022-01-10 09:00 marijke',
      '2022-01-10T16:45:00 overdracht 2022-01-10 14:00 ines',
    ]);
  });

  it('geeft in 2022 en 2026 op elke werkdag elke herinnering precies één keer [P7]', () => {
    for (const year of [2022, 2026]) {
      const days = Array.from({ length: 365 }, (_, n) =>
        Temporal.PlainDate.from({ year, month: 1, day: 1 }).add({ days: n }).toString(),
      ).filter((day) => !isWeekend(day) && !referenceHolidays(year).has(day));
      const found = between(`${year}-01-01T00:00`, `${year}-12-31T23:59`);
      for (const soort of ['dienst_ochtend', 'dienst_straks', 'dienst_onbevestigd'])
        expect(found.filter((n) => n.soort === soort).map((n) => n.datum)).toEqual(days);
      // The one for the first working day goes out in the year before.
      const before = found.filter((n) => n.soort === 'dienst_morgen' && n.datum.startsWith(`${year}`));
      expect(before.map((n) => n.datum)).toEqual(days.slice(1));
      expect(found.filter((n) => n.soort.startsWith('gat'))).toEqual([]);
    }
  });
});

describe('een gat in het rooster', () => {
  const left: Region = {
    ...limburg2022,
    personen: limburg2022.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-03-06' } : p)),
  };
  const gaps = (datum: string) =>
    lines('2022-01-01T00:00', '2022-04-01T00:00', left).filter((text) => text.includes(` ${datum}`));

  it('wordt 14, 7 en 1 dagen vooraf gemeld, of de werkdag ervoor, en als het er is, ook dat van een telefoonroute zonder eigenaar [P1, P6]', () => {
    expect(gaps('2022-03-07')).toEqual([
      '2022-02-21T09:00:00 gat 2022-03-07 09:00',
      '2022-02-21T09:00:00 gat 2022-03-07 14:00',
      '2022-02-28T09:00:00 gat 2022-03-07 09:00',
      '2022-02-28T09:00:00 gat 2022-03-07 14:00',
      // The day before is a Sunday: on Friday somebody can still do something.
      '2022-03-04T09:00:00 gat 2022-03-07 09:00',
      '2022-03-04T09:00:00 gat 2022-03-07 14:00',
      '2022-03-07T09:00:00 gat_nu 2022-03-07 09:00',
      '2022-03-07T14:00:00 gat_nu 2022-03-07 14:00',
    ]);
    expect(gaps('2022-03-04').filter((text) => text.includes('gat'))).toEqual([]);
    // Ines stays: her day has everything.
    expect(gaps('2022-03-08')).toContain('2022-03-07T16:00:00 dienst_morgen 2022-03-08 ines');
  });

  it('wordt na een onderbreking één keer gemeld: een melding telt tot de volgende [P6]', () => {
    const now = at('2022-03-06T10:00');
    const stillUseful = between('2022-02-20T00:00', '2022-03-06T10:00', left).filter(
      (n) => n.soort === 'gat' && n.datum === '2022-03-07' && isBefore(now, n.nuttigTot),
    );
    expect(stillUseful.map(line)).toEqual([
      '2022-03-04T09:00:00 gat 2022-03-07 09:00',
      '2022-03-04T09:00:00 gat 2022-03-07 14:00',
    ]);
  });

  it('wordt op een werkdag gemeld, ook voor of na een sluiting van twee weken, en elk ogenblik één keer [P6]', () => {
    const closed = Array.from({ length: 14 }, (_, n) =>
      Temporal.PlainDate.from('2022-02-21').add({ days: n }).toString(),
    );
    const region = { ...left, sluitingsdagen: closed };
    const told = between('2022-01-01T00:00', '2022-04-01T00:00', region)
      .filter((n) => n.soort === 'gat' && n.datum === '2022-03-07' && n.van === '09:00')
      .map(line);
    // Fourteen, seven and one day ahead all lie in it: the last working day before it, once.
    expect(told).toEqual(['2022-02-18T09:00:00 gat 2022-03-07 09:00']);
  });

  it('van de dag zelf wordt niet meer vooraf gemeld als het al begonnen is [P6]', () => {
    const sameDay = { ...left, herinneringen: { ...left.herinneringen, gaten: [0, 1] } };
    expect(
      between('2022-03-07T00:00', '2022-03-07T23:00', sameDay)
        .filter((n) => n.datum === '2022-03-07')
        .map(line),
    ).toEqual([
      '2022-03-07T09:00:00 gat_nu 2022-03-07 09:00',
      '2022-03-07T09:00:00 gat 2022-03-07 14:00',
      '2022-03-07T14:00:00 gat_nu 2022-03-07 14:00',
    ]);
  });
});

it('noemt waarover een bericht gaat', () => {
  expect(subjectOf('LIM', { datum: '2022-03-07', van: '09:00' })).toBe('LIM/2022-03-07/09:00');
  expect(subjectOf('LIM', { datum: '2022-03-07', van: null })).toBe('LIM/2022-03-07');
});

/** `HH:MM` of a number of quarters since midnight, `24:00` included. */
const quarter = (n: number) => `${Math.floor(n / 4)}:${(n % 4) * 15}`.replace(/\d+/g, (d) => d.padStart(2, '0'));
const clockTime = fc.integer({ min: 0, max: 95 }).map(quarter);
const duration = fc.integer({ min: 1, max: 12 * 60 }).map((minutes) => `PT${minutes}M`);
const someDay = (min: string, days: number) =>
  fc.integer({ min: 0, max: days }).map((n) => Temporal.PlainDate.from(min).add({ days: n }).toString());

/** Parts of one weekday that do not overlap: neighbouring pairs of sorted borders. */
const partsOf = (dag: Dagdeel['dag']) =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: 0, max: 96 }), { maxLength: 6 }),
      fc.array(fc.constantFrom('marijke', 'ines', 'act'), { minLength: 3, maxLength: 3 }),
    )
    .map(([borders, who]) => {
      const sorted = borders.toSorted((a, b) => a - b);
      return who.flatMap((name, n): Dagdeel[] => {
        const [van, tot] = sorted.slice(2 * n, 2 * n + 2);
        if (van === undefined || tot === undefined) return [];
        const hours = { dag, van: quarter(van), tot: quarter(tot) };
        return [name === 'act' ? { ...hours, route: 'act', eigenaar: 'ines' } : { ...hours, persoon: name }];
      });
    });

/** Any region, in the weeks around both changes of the clock, Easter and All Saints. */
const regions: fc.Arbitrary<Region> = fc
  .record({
    parts: fc.tuple(...weekdays.map(partsOf)),
    dagVoor: clockTime,
    ochtend: clockTime,
    vooraf: duration,
    bevestigenBinnen: duration,
    overdracht: duration,
    gaten: fc.uniqueArray(fc.integer({ min: 0, max: 60 }), { maxLength: 4 }),
    tot: fc.option(someDay('2022-03-15', 40), { nil: undefined }),
    sluitingsdagen: fc.array(someDay('2022-03-15', 250), { maxLength: 20 }),
  })
  .map(({ parts, tot, sluitingsdagen, ...herinneringen }) => ({
    ...limburg2022,
    personen: limburg2022.personen.map((p) => (p.id === 'marijke' && tot !== undefined ? { ...p, tot } : p)),
    permanentie: [{ dagdelen: parts.flat() }],
    sluitingsdagen,
    herinneringen,
  }));
/** Moments of three weeks, to the minute, from some day on. */
const moments = fc
  .tuple(
    fc.constantFrom('2022-03-18T00:00', '2022-04-08T00:00', '2022-10-21T00:00'),
    fc.array(fc.integer({ min: 0, max: 21 * 24 * 60 }), { minLength: 2, maxLength: 12 }),
  )
  .map(([start, minutes]) => minutes.toSorted((a, b) => a - b).map((m) => at(start).add({ minutes: m })));

describe('eender welk rooster', () => {
  it('geeft in stukken precies hetzelfde als in één keer: niets verloren, niets dubbel, wat ook de hartslagen [P7]', () => {
    let compared = 0;
    fc.assert(
      fc.property(regions, moments, (region, points) => {
        const [first, ...rest] = points;
        const last = rest.at(-1);
        if (!first || !last) throw new Error('at least two moments');
        let after = first;
        const pieces = rest.flatMap((until) => {
          const found = noticesBetween(region, referenceHolidays, after, until);
          after = until;
          return found;
        });
        const whole = noticesBetween(region, referenceHolidays, first, last);
        compared += whole.length;
        expect(pieces.map(line)).toEqual(whole.map(line));
      }),
      { numRuns: 150 },
    );
    expect(compared).toBeGreaterThan(1000);
  });

  it('geeft nooit iets dat al zinloos is, buiten het gevraagde valt, twee keer komt of over een gesloten dag gaat [P2, P6]', () => {
    fc.assert(
      fc.property(regions, moments, (region, points) => {
        const [after] = points;
        const until = points.at(-1);
        if (!after || !until) throw new Error('at least two moments');
        const found = noticesBetween(region, referenceHolidays, after, until);
        for (const n of found) {
          expect(isBefore(n.op, n.nuttigTot), line(n)).toBe(true);
          expect(isBefore(after, n.op) && !isBefore(until, n.op), line(n)).toBe(true);
          expect(isClosed(region, referenceHolidays, n.datum), line(n)).toBe(false);
          expect(dateIn(zone, n.op) <= n.datum, line(n)).toBe(true);
        }
        expect(new Set(found.map(line)).size).toBe(found.length);
        expect(found.map((n) => n.op.epochMilliseconds)).toEqual(
          found.map((n) => n.op.epochMilliseconds).toSorted((a, b) => a - b),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('meldt van elk gat op elk ogenblik ten hoogste één melding vooraf die nog telt [P6]', () => {
    fc.assert(
      fc.property(regions, moments, (region, points) => {
        const [after] = points;
        const now = points.at(-1);
        if (!after || !now) throw new Error('at least two moments');
        const useful = noticesBetween(region, referenceHolidays, after, now)
          .filter((n) => n.soort === 'gat' && isBefore(now, n.nuttigTot))
          .map((n) => subjectOf('LIM', n));
        expect(new Set(useful).size).toBe(useful.length);
      }),
      { numRuns: 100 },
    );
  });
});
