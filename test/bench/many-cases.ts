import { alternate, rate } from './alternate.ts';
import { anAanmelding } from './an-aanmelding.ts';
import { noServer, type OwnDatabase, ownPostgres } from './own-databases.ts';
import { type Row, rateRow, skipped } from './table.ts';

const few = 100;
const many = 100_000;
const open = 40;
const what = 'With 100 000 closed cases';

/** What the bot asks all day, with many closed cases and with few: an open one costs the same. */
export async function manyCases(): Promise<Row[]> {
  if (noServer !== null) return [skipped(what, noServer)];
  const big = await filled(many);
  const small = await filled(few);
  try {
    const rows: Row[] = [];
    for (const [name, work] of Object.entries(asked)) {
      await rate(() => work(big), 1, 0.3);
      await rate(() => work(small), 1, 0.3);
      const compared = await alternate(
        () => rate(() => work(big), 1, 0.8),
        () => rate(() => work(small), 1, 0.8),
        7,
      );
      rows.push(rateRow(`${what}: ${name}`, `with ${few}`, compared, 0.8));
    }
    return rows;
  } finally {
    await big.close();
    await small.close();
  }
}

const later = () => Temporal.Now.instant().add({ hours: 13 });

/** By what it is for. Each is checked to give what it should, so that nothing is fast by being empty. */
const asked: Record<string, (own: OwnDatabase) => Promise<void>> = {
  'clocks that are due, my cases, who waits, the directory': async ({ store }) => {
    const due = await store.termijnenDue(later(), 200, null);
    const mine = await store.casussenVan('p-marijke', 20);
    const waiting = await store.wachtend(['LIM'], 20);
    store.directory();
    if (due.length < open || mine.length !== 20 || waiting.length !== 20) throw new Error('not what is open');
  },
  'a new aanmelding': async ({ store }) => {
    if ((await store.commit(anAanmelding())).kind !== 'ok') throw new Error('not committed');
  },
};

/** A database with closed cases, of the same people and children as the open ones, and everything about them. */
async function filled(closed: number): Promise<OwnDatabase> {
  const own = await ownPostgres();
  const { executor } = own.database;
  const statements = [
    `INSERT INTO casus SELECT 'oud-' || n, 'OUD-' || n, 'LIM', 'teruggekoppeld', 3, 'p-' || n % 500,
       CASE n % 3 WHEN 0 THEN 'p-marijke' ELSE 'p-' || n % 20 END, now() - n * interval '1 minute', now(), now(),
       'advies', false, decode(repeat(md5(n::text), 40), 'hex'), md5((n % 10000)::text), 3
     FROM generate_series(1, ${closed}) n`,
    `INSERT INTO gebeurtenis SELECT 'oud-' || n, s, now(), 'opgenomen', 'p-marijke', NULL, NULL
     FROM generate_series(1, ${closed}) n, generate_series(1, 3) s`,
    `INSERT INTO termijn SELECT 'oud-' || n, 'oud-' || n, 'terugkoppeling', now(), now(), '[]', NULL, now(), 'klaar'
     FROM generate_series(1, ${closed}) n`,
    `INSERT INTO bericht (id, sleutel, soort, casus_id, onderwerp, op, aan_persoon, stand)
     SELECT 'oud-' || n || s, 'oud-' || n || '-' || s, 'casus_kaart', 'oud-' || n, 'kaart', now(), 'p-marijke', 'verzonden'
     FROM generate_series(1, ${closed}) n, generate_series(1, 3) s`,
    `INSERT INTO verwerkt SELECT 'oud-' || n, now() FROM generate_series(1, ${closed}) n`,
    `INSERT INTO audit SELECT n, now(), 'p-marijke', 'casus.opnemen', 'oud-' || n, 'toegestaan', 'hash'
     FROM generate_series(1, ${closed}) n`,
    `UPDATE audit_hoofd SET seq = ${closed}`,
  ];
  try {
    for (const statement of statements) await executor.executeSql(statement);
    for (let n = 0; n < open; n++) await own.store.commit(anAanmelding());
    await executor.executeSql('VACUUM ANALYZE');
    return own;
  } catch (fault) {
    await own.close();
    throw fault;
  }
}
