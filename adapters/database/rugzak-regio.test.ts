import { expect, it } from 'vitest';
import type { Termijn } from '../../src/casus/termijn.ts';
import { type Boeking, categorieen, fasen } from '../../src/rugzak/boeking.ts';
import { boven, casusSom, spreiding } from '../../src/rugzak/opvallend.fixture.ts';
import { rugzak } from '../../src/rugzak/rugzak.fixture.ts';
import { aCasus, anAanmeldingCommit, aTermijn, auditEntry, noon } from '../../test/database-fixtures.ts';
import { eachDatabase } from '../../test/databases.ts';
import { readMigrations } from './migrations.ts';

const CASES = 12;

/** Lines as chance would have it, but the same every time. */
function ledger(): Boeking[] {
  let seed = 7;
  const next = (max: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % max;
  };
  return Array.from({ length: 150 }, (_, n): Boeking => {
    const from = next(fasen.length);
    return {
      id: `b-${String(n).padStart(3, '0')}`,
      casusId: `c-${next(CASES)}`,
      aanvraagId: 'a-1',
      factuurId: null,
      van: n % 3 === 0 ? null : (fasen[from] ?? null),
      naar: n % 7 === 1 ? null : (fasen[(from + 1) % fasen.length] ?? null),
      categorie: categorieen[next(categorieen.length)] ?? 'ander',
      cents: 1 + next(90_000),
      jaar: 2026,
      door: 'p-ines',
      op: noon,
      datum: `2026-0${1 + next(9)}-1${next(9)}`,
      corrigeert: null,
    };
  }).filter((b) => b.van !== b.naar);
}

eachDatabase((_name, open) => {
  it('keeps what each case comes to with every line, and finds quartiles and outliers as the domain does [B10]', async () => {
    const { store, database } = await open();
    for (let n = 0; n < CASES; n++)
      await store.commit(
        anAanmeldingCommit(`c-${n}`, { newCasus: { casus: aCasus(`c-${n}`), prefix: 'LIM-2026' }, berichten: [] }),
      );
    const lines = ledger();
    // Several lines of one case at once, and the case again later.
    for (const half of [lines.slice(0, 70), lines.slice(70)])
      for (const [casusId, those] of Map.groupBy(half, (b) => b.casusId)) {
        const casus = await store.casusById(casusId);
        if (!casus) throw new Error('no case');
        const result = await store.commit({
          casus: { next: { ...casus, versie: casus.versie + 1 }, was: casus.versie },
          // What is freed before it was bound: here the sums matter, not the year's guard.
          rugzak: { next: { ...rugzak, casusId }, regio: 'LIM', boekingen: [], budget: new Map() },
          audit: [auditEntry()],
        });
        expect(result).toEqual({ kind: 'ok' });
        await database.transaction(
          (tx) =>
            tx.run`
            INSERT INTO boeking (id, casus_id, regio, aanvraag_id, van, naar, categorie, cents, jaar, datum, door, op)
            SELECT id, "casusId", 'LIM', "aanvraagId", van, naar, categorie, cents, jaar, datum, door, op
            FROM jsonb_to_recordset(${JSON.stringify(those)}::jsonb)
              AS r(id text, "casusId" text, "aanvraagId" text, van text, naar text, categorie text, cents bigint, jaar int,
                datum text, door text, op timestamptz)`,
        );
      }
    const sums = [...Map.groupBy(lines, (b) => b.casusId)].map(([id, those]) => casusSom(id, id, those));
    const { rows } = await database.executor.executeSql(
      'SELECT casus_id, begonnen, gebonden::text, verblijf::text FROM rugzak_casus ORDER BY casus_id',
    );
    expect(rows).toEqual(
      sums
        .map((s) => ({
          casus_id: s.casusId,
          begonnen: lines
            .filter((b) => b.casusId === s.casusId)
            .map((b) => b.datum)
            .sort()[0],
          gebonden: `${s.gebonden}`,
          verblijf: `${s.verblijf}`,
        }))
        .sort((a, b) => (a.casus_id < b.casus_id ? -1 : 1)),
    );
    expect(await store.rugzakSpreiding('LIM', '2026-01-01')).toEqual(spreiding(sums));
    const limits = { bedrag: spreiding(sums).bedrag.kwart, verblijf: 4_000 };
    const found = await store.rugzakBoven('LIM', '2026-01-01', limits, 3);
    const expected = boven(sums, limits);
    expect(expected.length).toBeGreaterThan(3);
    expect(found.aantal).toBe(expected.length);
    expect(found.casussen.map(({ referentie: _, ...c }) => c)).toEqual(
      expected.slice(0, 3).map(({ referentie: _, ...c }) => c),
    );
    expect(found.casussen[0]?.referentie).toMatch(/^LIM-2026-\d{4}$/);
    // Cases that began before, and other regions, are not compared.
    expect(await store.rugzakSpreiding('LIM', '2027-01-01')).toEqual(spreiding([]));
    expect(await store.rugzakBoven('LIM', '2027-01-01', limits, 3)).toEqual({ casussen: [], aantal: 0 });
    expect((await store.rugzakSpreiding('ANT', '2026-01-01')).aantal).toBe(0);
  });

  it('lets one of several replicas say what is new of a year budget [B9]', async () => {
    const { store } = await open();
    const said = {
      regio: 'LIM',
      jaar: 2026,
      versie: 1,
      lopend: [{ onderwerp: 'LIM/rugzak/2026/1/5000', wat: [5000] }],
    };
    const first = () => store.commit({ rugzakRegioMelding: { next: said, was: null }, audit: [] });
    const results = await Promise.all([first(), first(), first()]);
    expect(results.filter((r) => r.kind === 'ok')).toHaveLength(1);
    expect(await store.rugzakRegioMeldingen(['LIM'])).toEqual([said]);
    const next = { ...said, versie: 2, lopend: [{ onderwerp: 'x', wat: [5000, 'uitputting' as const] }] };
    expect(await store.commit({ rugzakRegioMelding: { next, was: 1 }, audit: [] })).toEqual({ kind: 'ok' });
    expect(await store.commit({ rugzakRegioMelding: { next, was: 1 }, audit: [] })).toEqual({ kind: 'verouderd' });
    expect(await store.rugzakRegioMeldingen(['LIM'])).toEqual([next]);
    expect(await store.rugzakRegioMeldingen(['ANT'])).toEqual([]);
  });

  it('finds the requests of a region that wait, and gives those from before their clock existed one [S16]', async () => {
    const { store, database } = await open();
    const line = (n: number, more: Partial<Boeking> = {}): Boeking => ({
      ...{ id: `b-${n}`, casusId: 'c-1', aanvraagId: 'a-1', factuurId: null, van: null, naar: 'aangevraagd' },
      ...{ categorie: 'vervoer', cents: 1000 * n, jaar: 2026, door: 'p-ines', op: noon, datum: '2026-11-02' },
      ...{ corrigeert: null, ...more },
    });
    await store.commit(anAanmeldingCommit('c-1', { termijnen: [], berichten: [] }));
    await store.commit(
      anAanmeldingCommit('c-2', {
        newCasus: { casus: aCasus('c-2', { stand: 'afgesloten' }), prefix: 'LIM-2026' },
        termijnen: [],
        berichten: [],
      }),
    );
    const wait = (id: string, over: string, hours: number) =>
      aTermijn('c-1', { id, over, soort: 'aanvraag', start: noon.add({ hours }), ladder: [], volgende: null });
    const add = async (casusId: string, boekingen: Boeking[], termijnen: Termijn[]) => {
      const casus = await store.casusById(casusId);
      if (!casus) throw new Error('no case');
      const next = { ...casus, versie: casus.versie + 1 };
      const kas = { next: { ...rugzak, casusId }, regio: 'LIM', boekingen, budget: new Map() };
      await store.commit({ casus: { next, was: casus.versie }, rugzak: kas, termijnen, audit: [auditEntry()] });
    };
    // The third was decided.
    await add(
      'c-1',
      [
        line(1),
        line(2, { aanvraagId: 'a-2' }),
        line(3, { aanvraagId: 'a-3' }),
        line(4, { aanvraagId: 'a-3', cents: 3000, van: 'aangevraagd', naar: 'vastgelegd' }),
      ],
      [wait('t-1', 'a-1', 2), wait('t-2', 'a-2', 1), { ...wait('t-3', 'a-3', 0), gestopt: { op: noon, reden: 'x' } }],
    );
    const about = { casusId: 'c-1', referentie: 'LIM-2026-0001', aanspreekpunt: 'p-marijke', door: 'p-ines' };
    const of = (aanvraagId: string, cents: number, terug: object | null = null) => ({
      ...{ ...about, aanvraagId, cents, gevraagd: noon, terug, einde: noon.add({ hours: 24 }) },
    });
    expect(await store.wachtendeAanvragen('LIM', 9)).toEqual([of('a-2', 2000), of('a-1', 1000)]);
    expect(await store.wachtendeAanvragen('LIM', 1)).toEqual([of('a-2', 2000)]);
    expect(await store.wachtendeAanvragen('ANT', 9)).toEqual([]);

    // Of what concerns one person, the longest: older ones they may not decide about take no place.
    const concerning = async (persoon: string, mandaat: number | null, limit = 9) =>
      (await store.wachtendeAanvragen('LIM', limit, { persoon, mandaat })).map((a) => a.aanvraagId);
    expect(await concerning('p-ander', 1000, 1)).toEqual(['a-1']);
    expect(await concerning('p-ander', 999)).toEqual([]);
    for (const [persoon, mandaat] of [
      ['p-ander', null],
      ['p-ines', 0],
      ['p-marijke', 0],
    ] as const)
      expect(await concerning(persoon, mandaat)).toEqual(['a-2', 'a-1']);

    // Approved and taken back, twice: the last time counts.
    const round = (n: number, hours: number, door: string): Boeking[] => [
      line(n, { aanvraagId: 'a-1', van: 'aangevraagd', naar: 'vastgelegd', op: noon.add({ hours }) }),
      line(n + 1, {
        aanvraagId: 'a-1',
        van: 'vastgelegd',
        naar: 'aangevraagd',
        door,
        op: noon.add({ hours: hours + 1 }),
      }),
    ];
    await add('c-1', [...round(10, 1, 'p-ines'), ...round(20, 3, 'p-marijke')], []);
    const terug = { boekingId: 'b-21', door: 'p-marijke', op: noon.add({ hours: 4 }) };
    expect((await store.wachtendeAanvragen('LIM', 9))[1]).toEqual(of('a-1', 1000, terug));

    await add('c-2', [line(5, { casusId: 'c-2', aanvraagId: 'a-5' })], []);
    await database.executor.executeSql(`DELETE FROM termijn`);
    const sql = (await readMigrations()).find((m) => m.name.endsWith('aanvraag_klok'))?.sql ?? '';
    await database.executor.executeSql(sql.slice(sql.indexOf('INSERT')));
    const backfilled = await store.wachtendeAanvragen('LIM', 9);
    // Since it came back, or was asked for.
    expect(backfilled.map((a) => a.aanvraagId)).toEqual(['a-2', 'a-1']);
    const [clock] = await store.termijnen('c-1');
    expect(clock?.ladder).toEqual([{ op: clock?.volgende, soort: 'herinnering', aan: 'beslissers' }]);
  });
});
