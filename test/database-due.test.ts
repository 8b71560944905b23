import { expect, it } from 'vitest';
import { anAanmeldingCommit, aTermijn, noon } from './database-fixtures.ts';
import { eachDatabase, type TestDatabase } from './databases.ts';

/** Cases that are done with, clocks, story and messages included. */
async function addClosed({ database }: TestDatabase, count: number) {
  const run = (text: string) => database.executor.executeSql(text.replaceAll(':n', String(count)));
  await run(`INSERT INTO casus (id, referentie, regio, stand, versie, aanmelder, aanspreekpunt, aangemeld_op,
      teruggekoppeld_op, uitkomst, open, inhoud, dubbel_index, laatste_seq)
    SELECT 'x' || n, 'LIM-2025-' || n, 'LIM', 'teruggekoppeld', 3, 'p-aanmelder', 'p-marijke',
      timestamptz '2025-01-01' + n * interval '5 min', timestamptz '2025-01-02' + n * interval '5 min', 'advies', false,
      decode(repeat('00', 200), 'hex'), 'digest' || n, 3 FROM generate_series(1, :n) n`);
  await run(`INSERT INTO termijn (id, casus_id, soort, start, einde, ladder, volgende, gestopt_op, gestopt_reden)
    SELECT 'xt' || n, 'x' || n, 'terugkoppeling', timestamptz '2025-01-01', timestamptz '2025-01-02', '[]',
      CASE WHEN n % 2 = 0 THEN timestamptz '2025-01-02' END, timestamptz '2025-01-02', 'teruggekoppeld'
    FROM generate_series(1, :n) n`);
  await run(`INSERT INTO bericht (id, sleutel, soort, casus_id, onderwerp, op, aan_persoon, stand)
    SELECT 'xb' || n, 'k' || n, 'casus_kaart', 'x' || n, 'kaart', timestamptz '2025-01-01', 'p-marijke', 'verzonden'
    FROM generate_series(1, :n) n`);
  await run('ANALYZE');
}

async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 30; n++) {
    const started = performance.now();
    await work();
    times.push(performance.now() - started);
  }
  return times.sort((a, b) => a - b)[15] ?? 0;
}

eachDatabase((name, open) => {
  // Filling takes its time where the database is WebAssembly; the plan is the same.
  const closed = name === 'PGlite' ? 20_000 : 100_000;

  it('asks what is due, who waits and whose case it is in the same time, however many cases are closed', async () => {
    const test = await open();
    const { store, outbox, database } = test;
    for (let n = 0; n < 50; n++) await store.commit(anAanmeldingCommit(`c-${n}`, { termijnen: [aTermijn(`c-${n}`)] }));
    const due = noon.add({ hours: 13 });
    const questions = {
      termijnenDue: () => store.termijnenDue(due, 20, null),
      wachtend: () => store.wachtend(['LIM'], 20),
      casussenVan: () => store.casussenVan('p-marijke', 20),
      mogelijkDubbel: () => store.mogelijkDubbel('c-1', 5),
      aboutCasus: () => outbox.about('c-1'),
      deadCount: () => outbox.deadCount(),
    };
    const few: Record<string, number> = {};
    for (const [key, ask] of Object.entries(questions)) few[key] = await median(ask);
    await addClosed(test, closed);
    const lines: string[] = [];
    for (const [key, ask] of Object.entries(questions)) {
      const many = await median(ask);
      lines.push(`${key} ${few[key]?.toFixed(2)} → ${many.toFixed(2)} ms`);
      // Generous, for a busy machine: a scan of the table would be a hundred times as much.
      expect(many, key).toBeLessThan(5 * (few[key] ?? 0) + 20);
    }
    console.log(`${name}, 50 → ${closed + 50} cases: ${lines.join(', ')}`);
    const { rows } = await database.executor.executeSql(
      `EXPLAIN SELECT * FROM termijn WHERE volgende IS NOT NULL AND volgende <= $1 AND gestopt_op IS NULL
        ORDER BY volgende LIMIT 20`,
      [due.toString()],
    );
    const plan = JSON.stringify(rows);
    expect(plan).toContain('Index Scan using termijn_volgende');
    expect(plan).not.toContain('Seq Scan');
  }, 240_000);
});
