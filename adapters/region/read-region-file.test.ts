import { expect, it } from 'vitest';
import { parseRegionText, readRegionFile } from './read-region-file.ts';

/** The example of contract.md, its dots filled in. */
const contract = `
code: LIM
naam: Limburg
tijdzone: Europe/Brussels
gemeenten: [Hasselt, Genk]
contact: { email: limburg@example.org, telefoon: [{ nummer: 02 243 55 05, van: 2022-03-07 }] }
personen:
  - { id: marijke, naam: Marijke, email: marijke@example.org, rollen: [casuscoordinator], organisatie: ckg-molenberg }
organisaties: [{ id: ckg-molenberg, naam: CKG Molenberg, sector: CKG }]
permanentie:
  - van: 2022-01-01
    dagdelen:
      - { dag: ma, uren: 09:00-12:00, persoon: marijke }
      - { dag: ma, uren: 14:00-17:00, route: act, eigenaar: marijke }
routes: [{ id: act, naam: Jeugdhulpregie – algemene permanentie ACT, telefoon: 011 30 31 40 }]
termijnen: { terugkoppeling: PT24H, zorgtafel: PT48H, evaluatie: P6W }
rugzak: { maximum: 20000, verblijf: 50%, duur: P3M, verlengingen: 1, drempels: [50%, 75%, 90%, 100%], jaarbudget: { 2026: 400000 } }
kanalen: { permanentie: [{ platform: slack, ref: C123 }, { platform: teams, ref: "19:x@thread.tacv2" }] }
`;
const problems = (text: string) => {
  const read = parseRegionText(text);
  return read.kind === 'ok' ? [] : read.problems.map((p) => `${p.line}:${p.column} ${p.path}: ${p.message}`);
};
const region = (text: string) => {
  const read = parseRegionText(text);
  if (read.kind === 'invalid') expect.fail(JSON.stringify(read.problems));
  return read.region;
};

it('reads the file of the contract as it is written', () => {
  expect(region(contract)).toMatchObject({
    contact: { telefoon: [{ nummer: '02 243 55 05', van: '2022-03-07' }] },
    permanentie: [
      {
        van: '2022-01-01',
        dagdelen: [
          { dag: 'ma', van: '09:00', tot: '12:00', persoon: 'marijke' },
          { dag: 'ma', van: '14:00', tot: '17:00', route: 'act', eigenaar: 'marijke' },
        ],
      },
    ],
    routes: [{ telefoon: '011 30 31 40' }],
    rugzak: { maximum: 2_000_000, verblijf: 5000, jaarbudget: { 2026: 40_000_000 } },
  });
});

it('takes postcodes instead of municipalities', () => {
  const text = contract.replace('gemeenten: [Hasselt, Genk]', 'postcodes: [3500-3990]');
  expect(region(text).postcodes).toEqual([{ van: 3500, tot: 3990 }]);
});

it('keeps numbers as they were written', () => {
  const numbers = (nummer: string) => region(contract.replace('02 243 55 05', nummer)).contact.telefoon[0]?.nummer;
  expect(numbers('0490448258')).toBe('0490448258');
  expect(numbers('+3222435505')).toBe('+3222435505');
  expect(problems(contract.replace('maximum: 20000', 'maximum: 20.000'))).toEqual([
    '17:11 rugzak.maximum: "20.000" is geen bedrag. Verwacht: een bedrag in euro zonder teken of spaties, zoals 20000 of 20000.50.',
  ]);
});

it('points at line and column of what is wrong, in the order of the file', () => {
  const text = contract
    .replace('gemeenten:', 'gemeente:')
    .replace('email: marijke@example.org', 'email: marijke')
    .replace('2022-01-01', '2022-02-30')
    .replace('dag: ma, uren: 14', 'dag: maa, uren: 14')
    .replace('verblijf: 50%', 'verblijf: 50')
    .replace('naam: Limburg\n', '');
  expect(problems(text).map((line) => line.slice(0, line.indexOf(':', 5)))).toEqual([
    '2:1 naam',
    '4:1 gemeente',
    '7:35 personen.0.email',
    '10:5 permanentie.0.van',
    '13:11 permanentie.0.dagdelen.1.dag',
    '16:27 rugzak.verblijf',
  ]);
});

it('points at the part that names somebody unknown', () => {
  expect(problems(contract.replace('persoon: marijke', 'persoon: marijk'))).toEqual([
    '13:39 permanentie.0.dagdelen.0.persoon: Onbekende persoon "marijk". Bedoelde je marijke? Toegelaten: marijke.',
  ]);
});

it.each([
  ['a key twice', 'code: LIM\ncode: VBR\n', '2:1 : Deze sleutel staat er twee keer.'],
  ['a tab', 'contact:\n\temail: x\n', '2:1 : Spring in met spaties, niet met tabs.'],
  ['an open bracket', 'gemeenten: [Hasselt\n', '2:1 : '],
  ['nothing', '', '1:1 : Verwacht: een YAML-bestand met sleutels'],
  ['a list', '- a\n', '1:1 : Verwacht: een YAML-bestand met sleutels'],
  ['two documents', `${contract}---\n${contract}`, ': Eén regio per bestand'],
])('says in Dutch what is wrong with %s', (_what, text, wanted) => expect(problems(text).join('\n')).toContain(wanted));

it('says so when there is no file to read', async () => {
  expect(await readRegionFile('/nergens/lim.yaml')).toEqual({
    kind: 'invalid',
    problems: [{ line: 1, column: 1, path: '', message: 'Het bestand bestaat niet. Controleer het pad.' }],
  });
  expect(await readRegionFile(import.meta.dirname)).toMatchObject({
    problems: [{ message: expect.stringContaining('map') }],
  });
});
