import { describe, expect, it } from 'vitest';
import { parseRegionFile } from './region-file.ts';

const least = {
  code: 'LIM',
  naam: 'Limburg',
  gemeenten: ['Hasselt'],
  personen: [
    { id: 'marijke', naam: 'Marijke', email: 'Marijke@Example.org', rollen: ['aanmelder', 'casuscoordinator'] },
  ],
};
const region = (more: object = {}) => {
  const parsed = parseRegionFile({ ...least, ...more });
  if (parsed.kind === 'invalid') expect.fail(JSON.stringify(parsed.problems));
  return parsed.region;
};
const problems = (more: object) => {
  const parsed = parseRegionFile({ ...least, ...more });
  return parsed.kind === 'ok' ? [] : parsed.problems.map(({ path, message }) => `${path.join('.')}: ${message}`);
};
const person = (more: object) => ({ id: 'ines', naam: 'Ines', email: 'ines@example.org', rollen: [], ...more });
const rota = (...dagdelen: object[]) => ({
  permanentie: [{ dagdelen }],
  routes: [{ id: 'act', naam: 'ACT', telefoon: '011 30 31 40' }],
});
const part = (more: object = {}) => ({ dag: 'ma', uren: '09:00-12:00', persoon: 'marijke', ...more });

describe('what a file may leave out', () => {
  it('gets the terms, ladder and rugzak of the rules [A2, T1, Z2, B1, B2, B9]', () => {
    expect(region()).toMatchObject({
      tijdzone: 'Europe/Brussels',
      postcodes: [],
      contact: { telefoon: [] },
      termijnen: { terugkoppeling: 'PT24H', zorgtafel: 'PT48H', evaluatie: 'P6W', rekening: 'klokuren' },
      ladder: {
        terugkoppeling: [
          { na: 'PT12H', soort: 'herinnering', aan: 'aanspreekpunt' },
          { na: 'PT20H', soort: 'herinnering', aan: 'aanspreekpunt' },
          { na: 'PT22H', soort: 'escalatie', aan: 'coordinatoren' },
          { na: 'PT24H', soort: 'escalatie', aan: 'provinciaal' },
        ],
      },
      rugzak: {
        maximum: 2_000_000,
        verblijf: 5000,
        duur: 'P3M',
        verlengingen: 1,
        drempels: [5000, 7500, 9000, 10_000],
        jaarbudget: {},
      },
      kanalen: { permanentie: [] },
      deuren: {},
      sluitingsdagen: [],
    });
  });

  it('gets a zorgplan that is asked for once and then told to the colleagues, or the rungs it wants [T7, Z1]', () => {
    expect(region().ladder.zorgplan).toEqual([
      { na: 'P1W', soort: 'herinnering', aan: 'aanspreekpunt' },
      { na: 'P2W', soort: 'escalatie', aan: 'coordinatoren' },
    ]);
    const own = [{ na: 'P3D', soort: 'escalatie', aan: 'provinciaal' }];
    expect(region({ ladder: { zorgplan: own } }).ladder).toMatchObject({ zorgplan: own });
  });

  it('gets an evaluation that is asked ahead and whose lateness climbs, or says which rungs it wants [Z2]', () => {
    expect(region().ladder.evaluatie).toEqual([
      { voor: 'P2W', soort: 'herinnering', aan: 'aanspreekpunt' },
      { voor: 'P3D', soort: 'herinnering', aan: 'aanspreekpunt' },
      { na: 'P1D', soort: 'escalatie', aan: 'aanspreekpunt' },
      { na: 'P3D', soort: 'escalatie', aan: 'coordinatoren' },
      { na: 'P1W', soort: 'escalatie', aan: 'provinciaal' },
    ]);
    const own = [{ voor: 'P1W', soort: 'herinnering', aan: 'coordinatoren' }];
    expect(region({ ladder: { evaluatie: own } }).ladder).toMatchObject({ evaluatie: own });
    for (const wrong of [{}, { voor: 'P1W', na: 'P1D' }])
      expect(problems({ ladder: { evaluatie: [{ ...wrong, soort: 'herinnering', aan: 'coordinatoren' }] } })).toEqual([
        'ladder.evaluatie.0: Geef voor of na: hoelang voor of na de dag van de evaluatie.',
      ]);
  });

  it('keeps the other defaults when only one value is given', () => {
    expect(region({ termijnen: { rekening: 'werkuren' } }).termijnen.terugkoppeling).toBe('PT24H');
    expect(region({ rugzak: { verblijf: '40%' } }).rugzak).toMatchObject({ maximum: 2_000_000, verblijf: 4000 });
  });
});

describe('what is written', () => {
  it('splits a year budget by kind; one amount is all for rugzakken [B8]', () => {
    const { rugzak } = region({
      rugzak: {
        jaarbudget: { 2026: 400_000, 2027: { rugzak: 350_000, structureel: 350_000.5 }, 2028: { structureel: 1 } },
      },
    });
    expect(rugzak.jaarbudget).toEqual({ 2026: 40_000_000, 2027: 35_000_000 });
    expect(rugzak.structureel).toEqual({ 2027: 35_000_050, 2028: 100 });
    expect(region({ rugzak: { jaarbudget: { 2026: 1 } } }).rugzak.structureel).toBeUndefined();
  });

  it('says from which day another policy for means holds, with the rest as it stands without a date [B1, B2]', () => {
    const { rugzak } = region({
      rugzak: { maximum: 20_000, duur: 'P3M', beleid: [{ van: '2027-01-01', maximum: 25_000 }] },
    });
    expect(rugzak).toMatchObject({ maximum: 2_000_000 });
    expect(rugzak.beleid).toEqual([
      expect.objectContaining({ maximum: 2_000_000, duur: 'P3M' }),
      expect.objectContaining({ van: '2027-01-01', maximum: 2_500_000, verblijf: 5000, duur: 'P3M' }),
    ]);
    expect(region({}).rugzak.beleid).toBeUndefined();
  });

  it('says how long a case is kept, from the beginning and from a day on; nothing where nothing is written [S17]', () => {
    expect(region({ bewaring: { casus: 'p5y', beleid: [{ van: '2027-01-01', casus: 'P18M' }] } }).bewaring).toEqual([
      { casus: 'P5Y' },
      { van: '2027-01-01', casus: 'P18M' },
    ]);
    expect(region({}).bewaring).toBeUndefined();
    expect(region({ bewaring: {} }).bewaring).toBeUndefined();
  });

  it('is read into cents, basis points, ranges and times', () => {
    const read = region({
      gemeenten: [],
      postcodes: [3500, '3510-3590'],
      rugzak: { maximum: 12_500.5, verblijf: '12,5%', jaarbudget: { 2026: 400_000 } },
      ...rota(part({ uren: '9:00-12:00' }), { dag: 'ma', uren: '22:00 – 24:00', route: 'act', eigenaar: 'marijke' }),
    });
    expect(read.postcodes).toEqual([
      { van: 3500, tot: 3500 },
      { van: 3510, tot: 3590 },
    ]);
    expect(read.rugzak).toMatchObject({ maximum: 1_250_050, verblijf: 1250, jaarbudget: { 2026: 40_000_000 } });
    expect(read.permanentie[0]?.dagdelen).toEqual([
      { dag: 'ma', van: '09:00', tot: '12:00', persoon: 'marijke' },
      { dag: 'ma', van: '22:00', tot: '24:00', route: 'act', eigenaar: 'marijke' },
    ]);
  });

  it('has e-mail in lower case, and no role for what anybody is', () => {
    expect(region().personen).toEqual([
      { id: 'marijke', naam: 'Marijke', email: 'marijke@example.org', rollen: ['casuscoordinator'] },
    ]);
  });

  it.each([
    '02 243 55 05',
    '0490 44 82 58',
    '011/30.31.40',
    '+32 2 243 55 05',
    '0032490448258',
    '078 150 100',
    112,
    1712,
  ])('takes %s as a number', (nummer) =>
    expect(region({ contact: { telefoon: [{ nummer }] } }).contact.telefoon[0]?.nummer).toBe(`${nummer}`),
  );
});

describe('what is refused, with what is allowed', () => {
  it.each<[string, object, string]>([
    [
      'an unknown key',
      { gemeente: ['Genk'] },
      'gemeente: Onbekende sleutel "gemeente". Bedoelde je gemeenten? Toegelaten: code, naam, ',
    ],
    [
      'an unknown key inside',
      { termijnen: { terugkopeling: 'PT1H' } },
      'termijnen.terugkopeling: Onbekende sleutel "terugkopeling". Bedoelde je terugkoppeling? Toegelaten: terugkoppeling, zorgtafel, zorgtafel_stopt, evaluatie, aanvraag, rekening.',
    ],
    [
      'a text cut by its comma',
      { deuren: { ocj: { naam: 'hulp', 'zoals een CKG': null } } },
      'deuren.ocj.zoals een CKG: Onbekende sleutel "zoals een CKG". Tekst met een komma hoort tussen aanhalingstekens.',
    ],
    ['a missing key', { naam: undefined }, 'naam: Ontbreekt. Verwacht: tekst.'],
    ['an empty key', { naam: null }, 'naam: Is leeg. Verwacht: tekst.'],
    ['a block for a text', { naam: {} }, 'naam: Moet één waarde zijn, geen lijst of blok. Verwacht: tekst.'],
    ['a text for a list', { gemeenten: 'Hasselt' }, 'gemeenten: Kan hier niet. Verwacht: een lijst.'],
    [
      'an unknown role',
      { personen: [person({ rollen: ['baas'] })] },
      'personen.0.rollen.0: "baas" kan hier niet. Toegelaten: aanmelder, casuscoordinator, ',
    ],
    [
      'an impossible date',
      { sluitingsdagen: ['2026-02-30'] },
      'sluitingsdagen.0: "2026-02-30" is geen datum. Verwacht: een datum als 2026-03-07',
    ],
    ['a date the other way', { sluitingsdagen: ['07/03/2026'] }, 'sluitingsdagen.0: "07/03/2026" is geen datum.'],
    [
      'a duration without unit',
      { termijnen: { zorgtafel: 48 } },
      'termijnen.zorgtafel: "48" is geen duur. Verwacht: een duur als PT24H',
    ],
    [
      'a term of a request that is no working days',
      { termijnen: { aanvraag: 'PT48H' } },
      'termijnen.aanvraag: "PT48H" is geen aantal werkdagen.',
    ],
    ['a duration of nothing', { termijnen: { zorgtafel: 'PT0H' } }, 'termijnen.zorgtafel: "PT0H" is geen duur.'],
    [
      'a reminder a day before the start',
      { herinneringen: { vooraf: 'P1D' } },
      'herinneringen.vooraf: "P1D" kan hier niet. Verwacht: een duur tot 12 uur, zoals PT15M',
    ],
    [
      'a wait longer than any day part',
      { herinneringen: { bevestigen_binnen: 'PT13H' } },
      'bevestigen_binnen: "PT13H"',
    ],
    [
      'a share without its sign',
      { rugzak: { verblijf: 50 } },
      'rugzak.verblijf: "50" kan hier niet. Verwacht: een percentage',
    ],
    ['more than all of it', { rugzak: { verblijf: '101%' } }, 'rugzak.verblijf: "101%" kan hier niet.'],
    [
      'thousands with a dot',
      { rugzak: { maximum: '20.000' } },
      'rugzak.maximum: "20.000" is geen bedrag. Verwacht: een bedrag in euro',
    ],
    [
      'a policy without a day',
      { rugzak: { beleid: [{ maximum: 1 }] } },
      'rugzak.beleid.0.van: Ontbreekt. Verwacht: een datum',
    ],
    [
      'two policies from one day',
      { rugzak: { beleid: [{ van: '2027-01-01' }, { van: '2027-01-01', maximum: 1 }] } },
      'rugzak.beleid.1.van: Een ander beleid begint ook op 2027-01-01. Geef elk een eigen van.',
    ],
    [
      'a term of days where years are meant',
      { bewaring: { casus: 'P5D' } },
      'bewaring.casus: "P5D" kan hier niet. Verwacht: hoelang iets bewaard blijft, zoals P5Y (5 jaar)',
    ],
    ['a term in hours', { bewaring: { casus: 'PT99999H' } }, 'bewaring.casus: "PT99999H" kan hier niet.'],
    ['a term of nothing', { bewaring: { casus: 'P' } }, 'bewaring.casus: "P" kan hier niet.'],
    ['a term for what is not kept by it', { bewaring: { nota: 'P1Y' } }, 'Onbekende sleutel "nota".'],
    [
      'two terms from one day',
      {
        bewaring: {
          beleid: [
            { van: '2027-01-01', casus: 'P5Y' },
            { van: '2027-01-01', casus: 'P6Y' },
          ],
        },
      },
      'bewaring.beleid.1.van: Een ander beleid begint ook op 2027-01-01.',
    ],
    [
      'a kind of budget that there is not',
      { rugzak: { jaarbudget: { 2026: { zorg: 1 } } } },
      'rugzak.jaarbudget.2026.zorg: Onbekende sleutel "zorg". Toegelaten: rugzak, structureel.',
    ],
    ['a budget that is no amount', { rugzak: { jaarbudget: { 2026: 'veel' } } }, '"veel" is geen bedrag.'],
    [
      'a budget without a year',
      { rugzak: { jaarbudget: { vorig: 1 } } },
      'rugzak.jaarbudget.vorig: Kan hier niet. Verwacht: een jaartal',
    ],
    [
      'a short phone number',
      { contact: { telefoon: [{ nummer: '02 243 55' }] } },
      'contact.telefoon.0.nummer: "02 243 55" is geen telefoonnummer.',
    ],
    [
      'a foreign phone number',
      { contact: { telefoon: [{ nummer: '+31 20 123 45 67' }] } },
      'contact.telefoon.0.nummer: "+31 20 123 45 67" is geen telefoonnummer.',
    ],
    ['an unknown zone', { tijdzone: 'Europe/Hasselt' }, 'tijdzone: "Europe/Hasselt" is geen tijdzone.'],
    [
      'an unsafe address',
      { deuren: { vk: { naam: 'VK', web: 'javascript:alert(1)' } } },
      'deuren.vk.web: "javascript:alert(1)" kan hier niet. Verwacht: een adres dat met https:// begint.',
    ],
    [
      'a night in one part',
      rota(part({ uren: '22:00-06:00' })),
      'permanentie.0.dagdelen.0.uren: "22:00-06:00" kan hier niet. Verwacht: van-tot binnen één dag',
    ],
    ['nowhere', { gemeenten: [] }, 'gemeenten: Geef minstens één gemeente (gemeenten) of postcode (postcodes).'],
    [
      'no coordinator',
      { personen: [person({ rollen: ['expert'] })] },
      'personen: Minstens één persoon heeft de rol casuscoordinator nodig.',
    ],
    [
      'an unknown person [P1]',
      rota(part({ persoon: 'marike' })),
      'permanentie.0.dagdelen.0.persoon: Onbekende persoon "marike". Bedoelde je marijke? Toegelaten: marijke.',
    ],
    [
      'an unknown route [P1]',
      rota(part({ persoon: undefined, route: 'x', eigenaar: 'marijke' })),
      'permanentie.0.dagdelen.0.route: Onbekende route "x". Toegelaten: act.',
    ],
    [
      'a route without owner [P1]',
      rota(part({ persoon: undefined, route: 'act' })),
      'permanentie.0.dagdelen.0: Een dagdeel heeft ofwel een persoon, ofwel een route met een eigenaar.',
    ],
    [
      'a person and a route [P1]',
      rota(part({ route: 'act', eigenaar: 'marijke' })),
      'permanentie.0.dagdelen.0: Een dagdeel heeft ofwel een persoon',
    ],
    [
      'overlapping parts',
      rota(part(), part({ uren: '11:45-13:00' })),
      'permanentie.0.dagdelen.1.uren: Overlapt met ma 09:00-12:00.',
    ],
    [
      'two rotas from one day',
      {
        permanentie: [
          { van: '2026-01-01', dagdelen: [] },
          { van: '2026-01-01', dagdelen: [] },
        ],
      },
      'permanentie.1: Een ander rooster begint ook op 2026-01-01.',
    ],
    [
      'an end before the begin [P3]',
      { sluitingsdagen: [], permanentie: [{ van: '2026-02-01', tot: '2026-01-01', dagdelen: [] }] },
      'permanentie.0.tot: tot (2026-01-01) ligt voor van (2026-02-01).',
    ],
    [
      'an e-mail address twice',
      { personen: [...least.personen, person({ email: 'marijke@example.org' })] },
      'personen.1.email: marijke@example.org staat al bij een andere persoon.',
    ],
    [
      'an id twice',
      { personen: [...least.personen, ...least.personen] },
      'personen.1.id: marijke staat hierboven al, voor dezelfde dagen.',
    ],
    [
      'an unknown organisation',
      {
        personen: [...least.personen, person({ organisatie: 'ckg-molenbeg' })],
        organisaties: [{ id: 'ckg-molenberg', naam: 'CKG' }],
      },
      'personen.1.organisatie: Onbekende organisatie "ckg-molenbeg". Bedoelde je ckg-molenberg?',
    ],
  ])('%s', (_what, more, wanted) => expect(problems(more).join('\n')).toContain(wanted));

  it('says everything that is wrong at once', () => {
    expect(problems({ code: 'lim', naam: '', kanalen: { permanentie: [{ platform: 'X 1' }] } })).toHaveLength(4);
  });

  it.each([null, 'tekst', [], 3])('is told that %j is no region', (data) => {
    expect(parseRegionFile(data)).toMatchObject({ kind: 'invalid', problems: [{ path: [] }] });
  });
});

it('lets parts touch, an id come back, and an organisation be a name [P3]', () => {
  const touching = [part(), part({ uren: '12:00-13:00' }), part({ uren: '08:00-09:00' }), part({ dag: 'di' })];
  expect(problems(rota(...touching))).toEqual([]);
  const [marijke] = least.personen;
  const personen = [
    { ...marijke, tot: '2026-01-31' },
    { ...marijke, van: '2026-03-01', organisatie: 'CKG Molenberg' },
  ];
  expect(problems({ personen })).toEqual([]);
});
