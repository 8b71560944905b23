import { describe, expect, it } from 'vitest';
import type { Outcome } from '../outcome.ts';
import * as play from '../play.fixture.ts';
import type { Region } from '../regio/region.ts';
import { directoryWith, holidays, memoryWorld, monday, regio } from '../world.fixture.ts';
import { mijnDienstenView, weekView } from './week-views.ts';

const ACT = 'Jeugdhulpregie – algemene permanentie ACT';
const usual = (wie: string | null, route: string | null = ACT) => [
  { van: '09:00', tot: '12:00', wie },
  { van: '14:00', tot: '17:00', wie: route },
];
const week = (date: string, region: Region = regio) => weekView(region, directoryWith([region]), holidays, date);
const days = (date: string, region?: Region) => week(date, region).dagen.map((d) => d.datum);

describe('het rooster van een week', () => {
  it('toont maandag tot vrijdag met wie van wacht is, en de weg naar de weken ernaast [P1]', () => {
    expect(week('2022-01-12')).toEqual({
      view: 'rooster_week',
      magWijzigen: false,
      regio: 'Limburg',
      regioCode: 'LIM',
      vorige: '2022-01-03',
      volgende: '2022-01-17',
      dagen: ['Marijke', 'Ines', 'Marijke', 'Marijke', 'Ines'].map((wie, n) => ({
        datum: `2022-01-1${n}`,
        gesloten: false,
        dagdelen: usual(wie),
      })),
    });
  });

  it.each(['2022-01-10', '2022-01-13', '2022-01-15', '2022-01-16'])(
    'is dezelfde vanaf om het even welke dag: %s',
    (date) => expect(week(date)).toEqual(week('2022-01-12')),
  );

  it('gaat over de jaargrens, en zegt welke dag gesloten is [P2]', () => {
    expect(days('2021-12-31')).toEqual(['2021-12-27', '2021-12-28', '2021-12-29', '2021-12-30', '2021-12-31']);
    expect(week('2022-04-20').dagen[0]).toEqual({ datum: '2022-04-18', gesloten: true, dagdelen: [] });
    const closed = { ...regio, sluitingsdagen: ['2022-01-11', '2022-01-15'] };
    expect(week('2022-01-10', closed).dagen.map((d) => d.gesloten)).toEqual([false, true, false, false, false]);
  });

  it('toont van het weekend alleen de dag waarop iets is', () => {
    const saturday: Region = {
      ...regio,
      permanentie: regio.permanentie.map((p) => ({
        ...p,
        dagdelen: [...p.dagdelen, { dag: 'za', van: '10:00', tot: '12:00', persoon: 'ines' }],
      })),
    };
    expect(days('2022-01-10', saturday)).toEqual([
      '2022-01-10',
      '2022-01-11',
      '2022-01-12',
      '2022-01-13',
      '2022-01-14',
      '2022-01-15',
    ]);
    expect(week('2022-01-10', saturday).dagen[5]?.dagdelen).toEqual([{ van: '10:00', tot: '12:00', wie: 'Ines' }]);
  });

  it('laat een gat zien tussen wat wel ingevuld is, op zijn uur [P3, P6]', () => {
    const left = {
      ...regio,
      personen: regio.personen.map((p) => (p.id === 'marijke' ? { ...p, tot: '2022-01-11' } : p)),
    };
    expect(week('2022-01-10', left).dagen.map((d) => d.dagdelen)).toEqual([
      usual('Marijke'),
      usual('Ines'),
      usual(null, null),
      usual(null, null),
      usual('Ines'),
    ]);
  });

  it.each(['2022-03-23', '2022-03-28', '2022-10-26', '2022-10-31'])(
    'houdt zijn uren rond de klokwissel: %s [P5]',
    (date) => {
      const open = week(date).dagen.filter((d) => !d.gesloten);
      expect(open.map((d) => d.dagdelen.map((p) => `${p.van}–${p.tot}`))).toEqual(
        open.map(() => ['09:00–12:00', '14:00–17:00']),
      );
    },
  );
});

describe('mijn dagdelen', () => {
  const oost: Region = {
    ...regio,
    code: 'OVL',
    naam: 'Oost-Vlaanderen',
    permanentie: [{ dagdelen: [{ dag: 'di', van: '13:00', tot: '16:00', persoon: 'marijke' }] }],
  };
  const directory = directoryWith([regio, oost]);
  const mine = (id: string, wall = '2022-01-10T10:00') => {
    const person = directory.persons.get(id);
    if (!person) throw new Error(id);
    const now = Temporal.PlainDateTime.from(wall).toZonedDateTime('Europe/Brussels').toInstant();
    return mijnDienstenView(directory, holidays, person, now).diensten;
  };

  it('staan over alle regio’s heen, dichtste eerst, ook die van een telefoonroute [P1]', () => {
    const act = 'Jeugdhulpregie – algemene permanentie ACT';
    expect(mine('p-marijke').slice(0, 5)).toEqual([
      { datum: '2022-01-10', van: '09:00', tot: '12:00', regio: 'Limburg', route: null },
      { datum: '2022-01-10', van: '14:00', tot: '17:00', regio: 'Limburg', route: act },
      { datum: '2022-01-11', van: '13:00', tot: '16:00', regio: 'Oost-Vlaanderen', route: null },
      { datum: '2022-01-12', van: '09:00', tot: '12:00', regio: 'Limburg', route: null },
      { datum: '2022-01-12', van: '14:00', tot: '17:00', regio: 'Limburg', route: act },
    ]);
    expect(mine('p-marijke')).toHaveLength(20);
  });

  it('laten weg wat voorbij is, maar niet wat bezig is', () => {
    expect(mine('p-marijke', '2022-01-10T11:59')[0]).toMatchObject({ van: '09:00' });
    expect(mine('p-marijke', '2022-01-10T12:00')[0]).toMatchObject({ van: '14:00' });
    expect(mine('p-marijke', '2022-01-10T17:00')[0]).toMatchObject({ datum: '2022-01-11' });
  });

  it('zijn er geen voor wie niet op het rooster staat', () => expect(mine('p-planner')).toEqual([]));
});

describe('/permanentie', () => {
  const oost: Region = { ...regio, code: 'OVL', naam: 'Oost-Vlaanderen' };
  const world = () => memoryWorld(directoryWith([regio, oost]), monday);
  const type = (text: string) => play.type(world(), 'marijke', `/permanentie ${text}`);
  const press = (subject: string) => play.press(world(), 'marijke', 'permanentie.tonen', subject);
  /** Region and Monday of the week that is shown. */
  const shownWeek = (outcome: Outcome) => {
    if (outcome.kind !== 'answer' || outcome.view.view !== 'rooster_week') return outcome;
    return `${outcome.view.regioCode} ${outcome.view.dagen[0]?.datum}`;
  };

  // It is Monday 10 January 2022.
  it.each([
    ['week', 'LIM 2022-01-10'],
    ['Week?', 'LIM 2022-01-10'],
    ['week vandaag', 'LIM 2022-01-10'],
    ['week volgende maandag', 'LIM 2022-01-17'],
    ['week volgende maandag?', 'LIM 2022-01-17'],
    ['week volgende vrijdag', 'LIM 2022-01-17'],
    ['volgende week', 'LIM 2022-01-17'],
    ['Volgende week?', 'LIM 2022-01-17'],
    ['week volgende week', 'LIM 2022-01-17'],
    ['week 7 maart', 'LIM 2022-03-07'],
    ['week 7/3/2022', 'LIM 2022-03-07'],
    ['week 2022-03-09', 'LIM 2022-03-07'],
    ['OVL week', 'OVL 2022-01-10'],
    ['week OVL', 'OVL 2022-01-10'],
    ['week volgende maandag ovl', 'OVL 2022-01-17'],
    ['ovl week 7/3', 'OVL 2022-03-07'],
  ])('%s toont het rooster van %s', async (typed, expected) => expect(shownWeek(await type(typed))).toBe(expected));

  it.each([
    ['LIM/week', 'LIM 2022-01-10'],
    ['OVL/week/2022-01-17', 'OVL 2022-01-17'],
    ['LIM/week/2022-01-03', 'LIM 2022-01-03'],
  ])('de knop %s toont het rooster van %s', async (subject, expected) =>
    expect(shownWeek(await press(subject))).toBe(expected),
  );

  it.each(['van mij', 'Van mij', 'van mij?', 'mijn', 'ik', 'van mij OVL', 'LIM van mij'])(
    '%s toont mijn dagdelen',
    async (typed) => {
      expect(await type(typed)).toMatchObject({
        kind: 'answer',
        view: { view: 'mijn_diensten', naam: 'Marijke' },
      });
    },
  );

  it.each([
    ['week ooit', 'ooit'],
    ['week 31/2', '31/2'],
    ['weken', 'weken'],
    ['van jou', 'van jou'],
  ])('%s leest niemand: zegt wat niet te lezen was', async (typed, unread) => {
    expect(await type(typed)).toMatchObject({
      view: { view: 'weigering', refusal: { kind: 'datum_onleesbaar', typed: unread } },
    });
  });

  it('een dag, ook volgende week, blijft een dag [P3]', async () => {
    expect(await type('volgende dinsdag')).toMatchObject({ view: { view: 'permanentie', dag: '2022-01-18' } });
    expect(await type('dinsdag?')).toMatchObject({ view: { view: 'permanentie', dag: '2022-01-11' } });
    expect(await type('?')).toMatchObject({ view: { view: 'permanentie', dag: null } });
  });
});
