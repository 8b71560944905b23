import { read, utils, type WorkBook } from '@e965/xlsx';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rugzakWerkboek } from '../../cards/rugzak-werkboek.ts';
import type { RegioDocumentSoort } from '../../src/document/document-soort.ts';
import { type Boeking, categorieen } from '../../src/rugzak/boeking.ts';
import { regioDocumentView } from '../../src/rugzak/regio-document.ts';
import { rugzak } from '../../src/rugzak/rugzak.fixture.ts';
import type { Aanvraag, Factuur } from '../../src/rugzak/rugzak.ts';
import { gebonden, saldo } from '../../src/rugzak/saldo.ts';
import { directoryWith, memoryWorld, monday, people, regio } from '../../src/world.fixture.ts';
import { harmless, renderXlsx } from './render-xlsx.ts';

const at = Temporal.Instant.from('2022-07-13T10:00:00Z');
const naar = ['aangevraagd', 'vastgelegd', 'gefactureerd', 'betaald'] as const;

/** Lines of 2022: every request goes on through the phases, some only half-way. */
const ledger = (cases: number): (Boeking & { regio: string })[] =>
  Array.from({ length: cases * 4 }, (_, n) => {
    const [casus, step] = [Math.trunc(n / 4), n % 4];
    return {
      id: `b-${`${n}`.padStart(4, '0')}`,
      regio: 'LIM',
      casusId: `c-${casus}`,
      aanvraagId: `a-${casus}`,
      factuurId: null,
      van: step === 0 ? null : (naar[step - 1] ?? null),
      naar: naar[step] ?? null,
      categorie: categorieen[casus % 3] ?? 'ander',
      cents: 10_001 + casus * 37,
      jaar: 2022,
      door: 'p-kwaad',
      op: monday.add({ minutes: n }),
      datum: `2022-0${1 + (n % 6)}-10`,
      corrigeert: n === 7 ? 'b-0002' : null,
    };
  });

async function workbook(lines: (Boeking & { regio: string })[], soort: RegioDocumentSoort = 'rugzak_regio') {
  const world = memoryWorld(
    directoryWith(
      [regio],
      [...people, { ...people[0], id: 'p-kwaad', email: 'k@example.org', naam: '=cmd()|calc' } as never],
    ),
  );
  world.kept.boekingen.push(...lines);
  // Of the first case the proofs of its two quarters are known: the first went out.
  const aanvraag = {
    id: 'a-0',
    categorie: 'verblijf',
    aanbieder: '=CKG',
    van: '2022-02-01',
    tot: '2022-04-30',
  } as Aanvraag;
  const factuur = { aanvraagId: 'a-0', nummer: '2022/1', ontvangen: '2022-05-01', vervalt: '2022-05-31' } as Factuur;
  const facturen: Factuur[] = [
    {
      ...factuur,
      id: 'f-1',
      cents: 6_000,
      betaald: { door: 'p-ines', op: at, datum: '2022-06-02' },
      ingetrokken: null,
    },
    { ...factuur, id: 'f-2', nummer: '2022/2', cents: 4_001, betaald: null, ingetrokken: null },
    { ...factuur, id: 'f-3', nummer: '2022/3', cents: 1, betaald: null, ingetrokken: { door: 'p-ines', op: at } },
    // On a request of the year before: in that year's workbook.
    { ...factuur, id: 'f-4', aanvraagId: 'a-oud', cents: 1, betaald: null, ingetrokken: null },
  ];
  const bezorgd = { aanvraagId: 'a-0', kwartaal: '2022K1', door: 'p-ines', op: at, datum: '2022-07-13' };
  const oud = { ...aanvraag, id: 'a-oud', van: '2021-12-01', tot: '2021-12-31' };
  world.kept.rugzakken.set('c-0', {
    ...rugzak,
    casusId: 'c-0',
    aanvragen: [aanvraag, oud],
    facturen,
    bewijzen: [bezorgd],
  });
  const view = await regioDocumentView(world.store, regio, 2022, soort, at);
  const bytes = await renderXlsx(rugzakWerkboek(view));
  return { view, bytes, book: read(bytes, { cellFormula: true, cellNF: true, cellDates: true, cellStyles: true }) };
}
const rows = (book: WorkBook, name: string) => {
  const sheet = book.Sheets[name];
  if (!sheet) throw new Error(`no sheet ${name}`);
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1, raw: true, defval: null });
};
const cents = (value: unknown) => Math.round(Number(value) * 100);

describe('het jaarbudget in Excel', () => {
  it('klopt tot op de cent met het grootboek, geopend met een andere bibliotheek [B8]', async () => {
    const lines = ledger(20);
    const { book } = await workbook(lines);
    expect(book.SheetNames).toEqual([
      'Jaaroverzicht',
      'Saldi per casus',
      'Facturen',
      'Bewijzen per kwartaal',
      'Grootboek',
    ]);
    const total = saldo(lines);
    const [, ...ledgerRows] = rows(book, 'Grootboek');
    expect(ledgerRows).toHaveLength(lines.length);
    expect(ledgerRows.reduce((sum, r) => sum + cents(r[6]), 0)).toBe(lines.reduce((sum, b) => sum + b.cents, 0));
    expect(ledgerRows.reduce((sum, r) => sum + cents(r[7]), 0)).toBe(gebonden(total));
    // Line 8 takes line 3 back.
    expect(ledgerRows[7]?.[9]).toBe(3);
    const [, ...balances] = rows(book, 'Saldi per casus');
    expect(balances.reduce((sum, r) => sum + cents(r[5]), 0)).toBe(total.betaald);
    expect(balances.reduce((sum, r) => sum + cents(r[6]), 0)).toBe(gebonden(total));
    const year = rows(book, 'Jaaroverzicht');
    const sums = year.filter((r) => r[0] === 'Samen');
    expect(sums).toHaveLength(3);
    for (const r of sums) expect([cents(r[2]), cents(r[3])]).toEqual([gebonden(total), total.betaald]);
    expect(cents(year.find((r) => r[0] === 'Jaarbudget')?.[2])).toBe(40_000_000);
    // Only where the region says how much there is for it.
    expect(year.some((r) => /Structureel/.test(String(r[0])))).toBe(false);
    const region = { ...regio, rugzak: { ...regio.rugzak, structureel: { 2022: 7 } } };
    const view = await regioDocumentView(memoryWorld().store, region, 2022, 'rugzak_regio', at);
    expect(rugzakWerkboek(view).bladen[0]?.rijen).toContainEqual([
      expect.objectContaining({ tekst: 'Structureel aanbod, niet in de bot geboekt' }),
      null,
      expect.objectContaining({ cents: 7 }),
    ]);
  });

  it('heeft echte getallen, bedragen in euro en datums, en een kop die blijft staan', async () => {
    const { book, bytes } = await workbook(ledger(3));
    const sheet = book.Sheets.Grootboek ?? {};
    expect(sheet.G2).toMatchObject({ t: 'n', v: 100.01 });
    expect(sheet.G2.z).toContain('[$€-813]');
    expect(sheet.B2.t).toBe('d');
    expect((sheet.B2.v as Date).toISOString().slice(0, 10)).toBe('2022-01-10');
    expect(sheet.B2.z).toBe('dd/mm/yyyy');
    const { unzipSync, strFromU8 } = await import('fflate');
    const files = unzipSync(bytes);
    for (const n of [1, 2, 3, 4, 5])
      expect(strFromU8(files[`xl/worksheets/sheet${n}.xml`] ?? new Uint8Array())).toMatch(
        /<pane [^>]*ySplit="1"[^>]*state="frozen"/,
      );
  });

  it('noemt per kwartaal welke bewijzen bezorgd zijn en welke niet [B7]', async () => {
    const { book } = await workbook(ledger(3));
    const [, ...proofs] = rows(book, 'Bewijzen per kwartaal');
    const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
    expect(proofs.map((p) => [p[0], p[2], p[3], day(p[4]), day(p[5]), p[6]])).toEqual([
      ['2022 kwartaal 1', 'Verblijf', '\u200b=CKG', '2022-06-30', '2022-07-13', 'bezorgd'],
      ['2022 kwartaal 2', 'Verblijf', '\u200b=CKG', '2022-09-30', null, 'nog te bezorgen'],
    ]);
  });

  it('noemt elke factuur van het jaar één keer, met wat te laat is, zonder wat ingetrokken werd [B7]', async () => {
    const { book } = await workbook(ledger(3));
    const [, ...invoices] = rows(book, 'Facturen');
    const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
    expect(invoices.map((f) => [f[0], f[4], day(f[6]), day(f[7]), f[8]])).toEqual([
      ['2022/1', 60, '2022-05-31', '2022-06-02', 'betaald'],
      ['2022/2', 40.01, '2022-05-31', null, 'te laat'],
    ]);
  });

  it('heeft in het jaaroverzicht koppen die kloppen met wat eronder staat', async () => {
    const { book } = await workbook(ledger(3));
    const [top, ...year] = rows(book, 'Jaaroverzicht');
    expect(top?.slice(1, 4)).toEqual(['Aantal', 'Bedrag', 'Waarvan betaald']);
    // Amounts on lines without a count are not called committed.
    expect(year.find((r) => r[0] === 'Jaarbudget')?.slice(1, 4)).toEqual([null, 400_000, null]);
  });

  it('rekent niets uit van wat iemand typte [S18]', async () => {
    const { book, bytes } = await workbook(ledger(2));
    const cell = book.Sheets.Grootboek?.I2;
    expect(cell).toMatchObject({ t: 's', v: '\u200b=cmd()|calc' });
    expect(cell.f).toBeUndefined();
    const { unzipSync, strFromU8 } = await import('fflate');
    for (const [name, file] of Object.entries(unzipSync(bytes)))
      if (name.startsWith('xl/worksheets/')) expect(strFromU8(file)).not.toMatch(/<f[ >]/);
    for (const typed of [
      '=1+1',
      '+32',
      '-5',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      ' =1',
      'toString',
      '__proto__',
      '＝1',
      '\u200b=1',
    ])
      expect(harmless(typed)).toBe(`\u200b${typed}`);
    for (const typed of ['Marijke', 'a=b', '', 'l’été', '3+4']) expect(harmless(typed)).toBe(typed);
    expect(harmless('a\u0000b\ud800c\ufffd\uffff')).toBe('abc');
  });

  /** Any code point, and those that XML or the library has no place for as often. */
  const odd = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.constantFrom('\u0000', '\u0085', '\ud800', '\udfff', '\ufffd', '\ufffe', '\uffff', '_x003D_', '\r', '='),
  );

  it('laat wat iemand typte lezen zoals het er stond, en gaat er nooit aan stuk', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: odd, maxLength: 40 }), { minLength: 40, maxLength: 60 }),
        async (all) => {
          const rijen = all.map((tekst) => [{ soort: 'tekst' as const, tekst }]);
          const bytes = await renderXlsx({ bladen: [{ naam: 'x', kolommen: [{ kop: 'k', breedte: 9 }], rijen }] });
          const sheet = read(bytes, { cellFormula: true }).Sheets.x ?? {};
          // Line ends are all the same in XML.
          const same = (t: string) => t.replace(/\r\n?/g, '\n');
          for (const [n, typed] of all.entries()) {
            const cell = sheet[`A${n + 2}`];
            expect(cell?.f).toBeUndefined();
            expect(/^[=+\-@\t\r]/.test(String(cell?.v ?? ''))).toBe(false);
            expect(same(String(cell?.v ?? ''))).toBe(same(harmless(typed)));
          }
        },
      ),
      { numRuns: 12, endOnFailure: true },
    );
  });

  it('verbergt buiten de kring elke casus en elk klein aantal, ook wat uit het totaal af te leiden is [M2]', async () => {
    // 12, 5 and 1 cases in three kinds.
    const of = (count: number, categorie: Boeking['categorie'], from: number) =>
      ledger(count).map((b) => ({ ...b, id: `${categorie}-${b.id}`, casusId: `${from}-${b.casusId}`, categorie }));
    const lines = [...of(12, 'begeleiding', 0), ...of(5, 'vervoer', 1), ...of(1, 'verblijf', 2)];
    const { book } = await workbook(lines, 'rugzak_regio_extern');
    expect(book.SheetNames).toEqual(['Jaaroverzicht']);
    const year = rows(book, 'Jaaroverzicht');
    expect(JSON.stringify(year)).not.toMatch(/LIM-|cmd/);
    const by = (label: string) => year.find((r) => r[0] === label)?.slice(1, 4);
    expect(by('Begeleiding')).toEqual([12, expect.any(Number), expect.any(Number)]);
    for (const label of ['Verblijf', 'Vervoer'])
      expect(by(label)).toEqual(['< 5 of verborgen', 'verborgen', 'verborgen']);
    // Too few cases in all: no amount at all but the budget.
    const few = rows((await workbook(ledger(4), 'rugzak_regio_extern')).book, 'Jaaroverzicht');
    expect(few.flat().filter((v) => typeof v === 'number')).toEqual([400_000]);
    // Who only asked, or got nothing in the end, does not count: of what is bound and paid these are one child's.
    const bound = ledger(1).map((b) => ({ ...b, categorie: 'vervoer' as const }));
    const asked = of(4, 'vervoer', 3).filter((b) => b.naar === 'aangevraagd');
    const freed = of(4, 'vervoer', 4).flatMap((b): typeof lines =>
      b.naar === 'vastgelegd' ? [b, { ...b, id: `${b.id}-terug`, van: 'vastgelegd', naar: null }] : [],
    );
    const one = rows((await workbook([...bound, ...asked, ...freed], 'rugzak_regio_extern')).book, 'Jaaroverzicht');
    expect(one.flat().filter((v) => typeof v === 'number' && v !== 0)).toEqual([400_000]);
    // Bound for twelve, paid for two of them: the second amount stays away, wherever it stands.
    const twoPaid = of(12, 'vervoer', 5).filter((b) => b.naar !== 'betaald' || /-c-[01]$/.test(b.casusId));
    const half = rows((await workbook(twoPaid, 'rugzak_regio_extern')).book, 'Jaaroverzicht');
    expect(half.find((r) => r[0] === 'Vastgelegd')?.[2]).toEqual(expect.any(Number));
    for (const label of ['Vervoer', 'Samen'])
      expect(half.find((r) => r[0] === label)?.slice(1, 4)).toEqual([
        '< 5 of verborgen',
        expect.any(Number),
        'verborgen',
      ]);
    expect(half.find((r) => r[0] === 'Betaald')?.[2]).toBe('verborgen');
  });
});
