import { encryptRugzak } from '../../adapters/database/rugzak-row.ts';
import { renderXlsx } from '../../adapters/document/render-xlsx.ts';
import { rugzakWerkboek } from '../../cards/rugzak-werkboek.ts';
import { beat } from '../../src/casus/beat.ts';
import type { Region } from '../../src/regio/region.ts';
import { kasVan } from '../../src/rugzak/beslissen.ts';
import { regioDocumentView } from '../../src/rugzak/regio-document.ts';
import { rugzakRegioView } from '../../src/rugzak/regio-view.ts';
import type { Aanvraag } from '../../src/rugzak/rugzak.ts';
import { rugzakBeat } from '../../src/rugzak/rugzak-beat.ts';
import { gebonden, saldo } from '../../src/rugzak/saldo.ts';
import { alternate, scale } from './alternate.ts';
import { limburg } from './limburg.ts';
import { log, noServer, type OwnDatabase, ownPostgres } from './own-databases.ts';
import { type Row, skipped } from './table.ts';

const few = 100;
const many = 100_000;
/** Lines of the ledger per case, and years over which the cases are spread. */
const linesEach = 10;
const years = 5;
/** Of so many cases the rugzak itself is there as well, encrypted, with what was asked: their balance is read. */
const read = 5_000;
const what = 'With 100 000 cases and a million lines of ledger';

const today = Temporal.Now.plainDateISO('Europe/Brussels');
const now = today.toZonedDateTime({ timeZone: 'Europe/Brussels', plainTime: '12:00' }).toInstant();
const clock = { now: () => now };
const ids = { next: () => crypto.randomUUID() };
const region: Region = {
  ...limburg,
  code: 'LIM',
  // So much that nothing is reached: a beat with nothing to say.
  rugzak: { ...limburg.rugzak, jaarbudget: { [today.year]: 900_000_000_000_000 } },
};

/** The ledger against plain SQL for the same answer, and the minute's beat against one with few cases. */
export async function rugzakLedger(): Promise<Row[]> {
  if (noServer !== null) return [skipped(what, noServer)];
  const big = await filled(many);
  const small = await filled(few);
  try {
    return [
      await row(
        'balance of a case',
        'plain SQL on the same lines',
        5,
        () => balance(big),
        () => plainBalance(big),
      ),
      await row(
        'overview of a region with forecast and cases that stand out',
        'plain SQL that adds up the lines of its year and of the last twelve months',
        200,
        () => overview(big),
        () => plainOverview(big),
      ),
      await row(
        'the minute’s check of budgets and clocks',
        `with ${few} cases`,
        null,
        () => quiet(big),
        () => quiet(small),
      ),
      await row(
        'a year in Excel (200 000 lines)',
        'reading those lines with plain SQL',
        null,
        () => workbook(big),
        () => plainLines(big),
        1,
      ),
    ];
  } finally {
    await big.close();
    await small.close();
  }
}

async function row(
  name: string,
  yardstick: string,
  most: number | null,
  ours: () => Promise<number>,
  theirs: () => Promise<number>,
  rounds = 5,
): Promise<Row> {
  await ours();
  const compared = await alternate(ours, theirs, rounds);
  return {
    what: `${what}: ${name}`,
    ours: ms(compared.ours),
    yardstick: `${ms(compared.yardstick)}: ${yardstick}`,
    ratio: compared.ratio.toFixed(2),
    aim: most === null ? '' : `< ${most} ms`,
    met: most === null ? null : compared.ours < most,
  };
}

const ms = (value: number) =>
  `${value >= 100 ? Math.round(value).toLocaleString('en').replaceAll(',', ' ') : value.toFixed(1)} ms`;

/** Mean of as many as fit in 0.4 s, in ms. */
async function each(work: (n: number) => Promise<unknown>): Promise<number> {
  const started = performance.now();
  let done = 0;
  do await work(done++);
  while (performance.now() - started < 400 * scale);
  return (performance.now() - started) / done;
}

const caseOf = (n: number) => `c-${1 + ((n * 7_919) % read)}`;

const balance = ({ store }: OwnDatabase) =>
  each(async (n) => {
    const kas = await kasVan(store, { casus: { id: caseOf(n), aangemeldOp: now }, region });
    if (kas.rugzak.aanvragen.length === 0 || gebonden(saldo(kas.boekingen)) <= 0) throw new Error('nothing is bound');
  });

const plainBalance = ({ database }: OwnDatabase) =>
  each((n) =>
    database.executor.executeSql(
      `SELECT sum(CASE WHEN naar IN ('vastgelegd', 'gefactureerd', 'betaald') THEN cents ELSE 0 END
         - CASE WHEN van IN ('vastgelegd', 'gefactureerd', 'betaald') THEN cents ELSE 0 END) FROM boeking WHERE casus_id = $1`,
      [caseOf(n)],
    ),
  );

const overview = ({ store }: OwnDatabase) =>
  each(async () => {
    const view = await rugzakRegioView(store, region, today.year, now);
    if (view.overzicht.gebonden <= 0 || view.opvallend.casussen.length === 0) throw new Error('an empty overview');
  });

const plainOverview = ({ database }: OwnDatabase) =>
  each(async () => {
    await database.executor.executeSql(
      `SELECT left(datum, 7), categorie, naar, van, sum(cents) FROM boeking WHERE regio = 'LIM' AND jaar IN ($1, $1 - 1)
       GROUP BY 1, 2, 3, 4`,
      [today.year],
    );
    await database.executor.executeSql(
      `SELECT casus_id, sum(CASE WHEN naar IN ('vastgelegd', 'gefactureerd', 'betaald') THEN cents ELSE 0 END
         - CASE WHEN van IN ('vastgelegd', 'gefactureerd', 'betaald') THEN cents ELSE 0 END) AS bound
       FROM boeking WHERE regio = 'LIM' GROUP BY casus_id HAVING min(datum) >= $1 ORDER BY bound DESC LIMIT 8`,
      [today.subtract({ months: 12 }).toString()],
    );
  });

const quiet = ({ store }: OwnDatabase) =>
  each(async () => {
    if ((await rugzakBeat({ store, clock, ids })) + (await beat({ store, clock, ids, log })) > 0)
      throw new Error('something was due');
  });

async function workbook({ store }: OwnDatabase): Promise<number> {
  const started = performance.now();
  const view = await regioDocumentView(store, region, today.year - 1, 'rugzak_regio', now);
  const bytes = await renderXlsx(rugzakWerkboek(view));
  if (view.regels.length < 100_000 || bytes.length < 1_000_000) throw new Error('an empty workbook');
  return performance.now() - started;
}

async function plainLines({ database }: OwnDatabase): Promise<number> {
  const started = performance.now();
  await database.executor.executeSql(`SELECT * FROM boeking WHERE regio = 'LIM' AND jaar = $1 ORDER BY op, id`, [
    today.year - 1,
  ]);
  return performance.now() - started;
}

/** The rugzak of the first cases, as the store writes it. */
async function withRugzakken({ database: { keys, executor } }: OwnDatabase, count: number): Promise<void> {
  const { maximum, verblijf, duur, verlengingen, drempels } = region.rugzak;
  const rows = Array.from({ length: count }, (_, n) => {
    const casusId = `c-${n + 1}`;
    const aanvraag: Aanvraag = {
      id: `a-${n + 1}`,
      categorie: 'begeleiding',
      doel: 'Voeding opvolgen. '.repeat(10),
      aanbieder: 'CKG Molenberg',
      cents: 100_000,
      van: `${today.year}-01-01`,
      tot: `${today.year}-03-31`,
      waaromNietRegulier: 'Wachttijd van vier maanden. '.repeat(10),
      door: 'p-1',
      op: now,
      stand: 'goedgekeurd',
      beslissing: { door: 'p-2', op: now, reden: '' },
    };
    const beleid = { maximum, verblijf, duur, verlengingen, drempels };
    const inhoud = encryptRugzak(keys, {
      casusId,
      beleid,
      start: null,
      verlengingen: [],
      aanvragen: [aanvraag],
      facturen: [],
    });
    return { casus_id: casusId, inhoud: Buffer.from(inhoud).toString('hex') };
  });
  await executor.executeSql(
    `INSERT INTO rugzak (casus_id, inhoud) SELECT casus_id, decode(inhoud, 'hex')
     FROM jsonb_to_recordset($1::jsonb) AS r(casus_id text, inhoud text)`,
    [JSON.stringify(rows)],
  );
}

/** Closed cases, each with a request that went through the phases in parts; a few much larger than the others, and clocks of money. */
async function filled(cases: number): Promise<OwnDatabase> {
  const own = await ownPostgres();
  const { executor } = own.database;
  const start = `('${today.year - years + 1}-01-01'::date + ((n::bigint * ${years} * 320) / ${cases})::int)`;
  /** So many cases at once: a statement may take 30 s. */
  const part = 10_000;
  const lines = (from: number, to: number) =>
    `INSERT INTO boeking (id, casus_id, regio, aanvraag_id, van, naar, categorie, cents, jaar, datum, door, op)
     SELECT 'b-' || lpad(n::text, 7, '0') || '-' || s, 'c-' || n, 'LIM', 'a-' || n,
       (ARRAY[NULL, 'aangevraagd', 'vastgelegd', 'gefactureerd', 'vastgelegd', 'gefactureerd', 'vastgelegd', 'gefactureerd', 'vastgelegd', 'gefactureerd'])[s],
       (ARRAY['aangevraagd', 'vastgelegd', 'gefactureerd', 'betaald', 'gefactureerd', 'betaald', 'gefactureerd', 'betaald', 'gefactureerd', 'betaald'])[s],
       (ARRAY['verblijf', 'begeleiding', 'contextversterking', 'kraamzorg'])[1 + n % 4],
       (CASE WHEN n % 500 = 0 THEN 1500000 ELSE 100000 + (n * 37) % 400000 END) / CASE WHEN s <= 2 THEN 1 ELSE 4 END,
       extract(year FROM ${start})::int, (${start} + s * 4)::text, 'p-1', ${start} + s * interval '4 days'
     FROM generate_series(${from}, ${to}) n, generate_series(1, ${linesEach}) s`;
  const clocks = (soort: string, einde: string, volgende: string, gestopt: string, which: string) =>
    `INSERT INTO termijn (id, casus_id, soort, over, start, einde, ladder, volgende, gestopt_op)
     SELECT gen_random_uuid(), 'c-' || n, '${soort}', '${soort}-' || n, now() - interval '2 years', ${einde}, '[]'::jsonb,
       (${volgende})::timestamptz, (${gestopt})::timestamptz
     FROM generate_series(1, ${cases}) n WHERE ${which}`;
  const statements = [
    `INSERT INTO casus (id, referentie, regio, stand, versie, aanmelder, aanspreekpunt, aangemeld_op, inhoud, laatste_seq, open)
     SELECT 'c-' || n, 'LIM-' || n, 'LIM', 'afgesloten', 3, 'p-1', 'p-2', now(), decode(repeat('00', 200), 'hex'), 0, false
     FROM generate_series(1, ${cases}) n`,
    ...Array.from({ length: Math.ceil(cases / part) }, (_, p) => lines(p * part + 1, Math.min(cases, (p + 1) * part))),
    // Clocks of money outlive their case: of each one that was paid in time, of some one that ran out long ago and has
    // nothing more to say, of some one that is to speak in the months to come.
    clocks('factuur', `now() - interval '1 year'`, 'NULL', `now() - interval '1 year'`, 'true'),
    clocks('factuur', `now() - interval '40 days'`, 'NULL', 'NULL', 'n % 100 = 0'),
    clocks('bewijs', `now() + interval '60 days'`, `now() + (1 + n % 50) * interval '1 day'`, 'NULL', 'n % 50 = 1'),
    `INSERT INTO rugzak_maand (regio, jaar, maand, categorie, fase, cents)
     SELECT regio, jaar, left(datum, 7), categorie, fase, sum(c) FROM (
       SELECT regio, jaar, datum, categorie, naar AS fase, cents AS c FROM boeking WHERE naar IS NOT NULL
       UNION ALL SELECT regio, jaar, datum, categorie, van, -cents FROM boeking WHERE van IS NOT NULL) AS moved
     GROUP BY 1, 2, 3, 4, 5`,
    `INSERT INTO rugzak_jaar (regio, jaar, gebonden)
     SELECT regio, jaar, sum(cents) FROM rugzak_maand WHERE fase <> 'aangevraagd' GROUP BY 1, 2`,
  ];
  try {
    await own.store.commit({ region: { next: region, by: 'bench' }, audit: [] });
    for (const statement of statements) await executor.executeSql(statement);
    await withRugzakken(own, Math.min(cases, read));
    await executor.executeSql('VACUUM ANALYZE');
    return own;
  } catch (fault) {
    await own.close();
    throw fault;
  }
}
