import type { Database } from '../../adapters/database/open-database.ts';
import { alternate, rate } from './alternate.ts';
import { anAanmelding } from './an-aanmelding.ts';
import { byHand } from './by-hand.ts';
import { noServer, type OwnDatabase, ownPglite, ownPostgres } from './own-databases.ts';
import { type Row, rateRow, skipped } from './table.ts';

const what = 'An aanmelding committed with everything that belongs to it';

/** `store.commit` of an aanmelding, against the same rows in plain SQL in one transaction of the same driver. */
export async function aanmeldingCommit(): Promise<Row[]> {
  const rows = await measured(await ownPglite(), [1]);
  if (noServer !== null) return [...rows, skipped(`${what}, PostgreSQL`, noServer)];
  return [...rows, ...(await measured(await ownPostgres(), [1, 10]))];
}

async function measured(own: OwnDatabase, parallel: number[]): Promise<Row[]> {
  const { database, store } = own;
  const ours = async () => {
    const { kind } = await store.commit(anAanmelding());
    if (kind !== 'ok') throw new Error(`an aanmelding was ${kind}`);
  };
  const plain = () => database.transaction((tx) => byHand(tx, anAanmelding()));
  try {
    await expectSameRows(database, ours, plain);
    const rows: Row[] = [];
    for (const lanes of parallel) {
      await rate(ours, lanes, 1);
      await rate(plain, lanes, 1);
      const compared = await alternate(
        () => rate(ours, lanes, 1.2),
        () => rate(plain, lanes, 1.2),
      );
      const where = lanes === 1 ? own.name : `${own.name}, ${lanes} at a time`;
      rows.push(rateRow(`${what}, ${where}`, 'the same rows, plain SQL, one transaction, unencrypted', compared, 0.3));
    }
    return rows;
  } finally {
    await own.close();
  }
}

const tables = ['verwerkt', 'casus', 'gebeurtenis', 'termijn', 'bericht', 'pgboss.job', 'audit'];

/** The yardstick is only one when it writes what we write. */
async function expectSameRows({ executor }: Database, ours: () => Promise<void>, plain: () => Promise<void>) {
  const count = async () => {
    const counts = tables.map((table) => `(SELECT count(*)::int FROM ${table}) AS "${table}"`);
    const { rows } = await executor.executeSql(`SELECT ${counts}`);
    return JSON.stringify(rows);
  };
  const added = async (work: () => Promise<void>) => {
    const before = Object.values((JSON.parse(await count()) as Record<string, number>[])[0] ?? {});
    await work();
    const after = Object.values((JSON.parse(await count()) as Record<string, number>[])[0] ?? {});
    return after.map((n, at) => n - (before[at] ?? 0)).join();
  };
  const [a, b] = [await added(ours), await added(plain)];
  if (a !== b || a !== '1,1,1,1,3,3,1') throw new Error(`rows in ${tables}: ours ${a}, by hand ${b}`);
}
