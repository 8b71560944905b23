import { expect, it } from 'vitest';
import type { Directory } from '../personen/directory.ts';
import { brussels as at } from '../play.fixture.ts';
import { limburg2022 } from '../regio/limburg-2022.fixture.ts';
import { permanentieView } from './permanentie-view.ts';
import { referenceHolidays } from './reference-table.fixture.ts';

const nobodyKnown: Directory = {
  version: 1,
  regions: new Map(),
  persons: new Map(),
  accountsByKey: new Map(),
  accountsByPerson: new Map(),
  personIdByEmail: new Map(),
};
const view = (wall: string, day: string | null = null, region = limburg2022) =>
  permanentieView(region, nobodyKnown, referenceHolidays, at(wall), day);

const monday = [
  { van: '09:00', tot: '12:00', wie: 'Marijke' },
  { van: '14:00', tot: '17:00', wie: 'Jeugdhulpregie – algemene permanentie ACT' },
];

it('shows who answers now, until when, how to ring and who is next [P1, P3]', () => {
  expect(view('2022-03-07T10:00')).toEqual({
    view: 'permanentie',
    regio: 'Limburg',
    regioCode: 'LIM',
    zone: 'Europe/Brussels',
    dag: null,
    nu: { naam: 'Marijke', telefoon: '02 243 55 05', route: false, tot: '2022-03-07T11:00:00Z' },
    volgende: {
      naam: 'Jeugdhulpregie – algemene permanentie ACT',
      telefoon: '011 30 31 40',
      route: true,
      van: '2022-03-07T13:00:00Z',
      tot: '2022-03-07T16:00:00Z',
    },
    dagdelen: monday,
    waaromNiet: null,
    dringend: [{ naam: 'Kind en Gezin-Lijn', telefoon: '078 150 100' }],
    route: null,
    telefoon: '02 243 55 05',
    nietBereikbaar: [],
    overdracht: false,
    magWijzigen: false,
  });
});

it('on Friday evening says why nobody answers, and that Monday has a new number [P2, P3]', () => {
  expect(view('2022-03-04T18:00')).toMatchObject({
    nu: null,
    waaromNiet: 'buiten_uren',
    volgende: { naam: 'Marijke', telefoon: '02 243 55 05', van: '2022-03-07T08:00:00Z' },
    telefoon: '0490 44 82 58',
    dringend: [{ telefoon: '078 150 100' }],
  });
});

it('answers for a day with what is valid that day [P3]', () => {
  expect(view('2022-05-04T10:00', '2022-02-28')).toMatchObject({
    dag: '2022-02-28',
    nu: null,
    volgende: null,
    waaromNiet: null,
    dagdelen: monday,
    telefoon: '0490 44 82 58',
  });
});

it('takes today for now', () => {
  expect(view('2022-03-07T10:00', '2022-03-07')).toEqual(view('2022-03-07T10:00'));
});

it('of an empty day says why and who comes first after it [P2]', () => {
  expect(view('2022-04-04T10:00', '2022-04-18')).toMatchObject({
    dagdelen: [],
    waaromNiet: 'feestdag',
    volgende: { naam: 'Ines', van: '2022-04-19T07:00:00Z' },
  });
  expect(view('2022-04-04T10:00', '2022-04-16')).toMatchObject({ waaromNiet: 'weekend' });
});

it('gives the own number of a person only where the region has none', () => {
  const personen = limburg2022.personen.map((p) => ({ ...p, telefoon: '011 00 00 00' }));
  const region = { ...limburg2022, personen, contact: { telefoon: [] } };
  expect(view('2022-03-07T10:00', null, region)).toMatchObject({ nu: { telefoon: '011 00 00 00' }, telefoon: null });
  expect(view('2022-03-07T10:00', null, { ...limburg2022, personen }).nu?.telefoon).toBe('02 243 55 05');
});

it('writes the end of a day as 24:00', () => {
  const region = {
    ...limburg2022,
    permanentie: [{ dagdelen: [{ dag: 'ma' as const, van: '22:00', tot: '24:00', persoon: 'ines' }] }],
  };
  expect(view('2022-03-07T10:00', null, region).dagdelen).toEqual([{ van: '22:00', tot: '24:00', wie: 'Ines' }]);
});
