import type { Tx } from '../../adapters/database/connection.ts';
import { berichtKey } from '../../src/berichten/bericht.ts';
import type { Commit } from '../../src/ports.ts';

/**
 * The rows of an aanmelding as somebody would write them who only wants them in: a statement per table,
 * nothing encrypted, no digest worked out, no version checked.
 */
export async function byHand(tx: Tx, commit: Commit): Promise<void> {
  const { newCasus, gebeurtenissen = [], termijnen = [], berichten = [], audit } = commit;
  if (newCasus === undefined) throw new Error('an aanmelding has a case');
  const { casus, prefix } = newCasus;
  const at = (instant: Temporal.Instant) => instant.toString();
  await tx.executeSql('INSERT INTO verwerkt VALUES ($1, $2)', [commit.once, at(casus.aangemeldOp)]);
  const { rows } = await tx.executeSql(
    `INSERT INTO teller VALUES ($1, 1) ON CONFLICT (prefix) DO UPDATE SET laatste = teller.laatste + 1 RETURNING laatste`,
    [prefix],
  );
  await tx.executeSql('INSERT INTO casus VALUES ($1, $2, $3, $4, $5, $6, $7, $8, NULL, NULL, NULL, true, $9, $10, 1)', [
    casus.id,
    `${prefix}-${(rows as { laatste: number }[])[0]?.laatste}`,
    casus.regio,
    casus.stand,
    casus.versie,
    casus.aanmelder,
    casus.aanspreekpunt,
    at(casus.aangemeldOp),
    Buffer.from(JSON.stringify(casus.inhoud)),
    'digest',
  ]);
  for (const g of gebeurtenissen)
    await tx.executeSql('INSERT INTO gebeurtenis VALUES ($1, 1, $2, $3, $4, NULL, NULL)', [
      g.casusId,
      at(g.op),
      g.soort,
      g.door,
    ]);
  for (const t of termijnen)
    await tx.executeSql('INSERT INTO termijn VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      t.id,
      t.casusId,
      t.soort,
      at(t.start),
      at(t.einde),
      JSON.stringify(t.ladder),
      t.volgende && at(t.volgende),
    ]);
  await tx.executeSql(
    `INSERT INTO bericht (id, sleutel, soort, casus_id, onderwerp, op, aan_persoon, aan_platform, aan_kanaal, stand)
     VALUES ${places(berichten.length, 9, `'wacht'`)}`,
    berichten.flatMap((b) => [
      b.id,
      berichtKey(b),
      b.soort,
      b.casusId,
      b.onderwerp,
      at(b.op),
      'persoon' in b.aan ? b.aan.persoon : null,
      'kanaal' in b.aan ? b.aan.kanaal.platform : null,
      'kanaal' in b.aan ? b.aan.kanaal.ref : null,
    ]),
  );
  await tx.executeSql(
    `INSERT INTO pgboss.job (name, data) VALUES ${places(berichten.length, 2)}`,
    berichten.flatMap((b) => ['bericht', JSON.stringify({ berichtId: b.id })]),
  );
  const gone = commit.draft && 'remove' in commit.draft ? commit.draft.remove : '';
  await tx.executeSql('DELETE FROM concept WHERE id = $1', [gone]);
  const head = await tx.executeSql('UPDATE audit_hoofd SET seq = seq + 1 RETURNING seq::text');
  for (const a of audit)
    await tx.executeSql('INSERT INTO audit VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      (head.rows as { seq: string }[])[0]?.seq,
      at(a.op),
      a.wie,
      a.wat,
      a.waarover,
      a.resultaat,
      'hash',
    ]);
}

/** `($1, $2), ($3, $4)` for rows of values, with `more` behind each. */
const places = (count: number, width: number, more?: string) =>
  Array.from({ length: count }, (_, row) => {
    const marks = Array.from({ length: width }, (__, n) => `$${row * width + n + 1}`);
    return `(${[...marks, ...(more ? [more] : [])]})`;
  }).join();
