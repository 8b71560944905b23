import type { Commit, KasCommit } from '../../src/ports.ts';
import { gebondenPerJaar } from '../../src/rugzak/kas.ts';
import { maandSommen } from '../../src/rugzak/maand-sommen.ts';
import type { Tx } from './connection.ts';
import { toText } from './instants.ts';
import type { KeyRing } from './key-ring.ts';
import { encryptRugzak } from './rugzak-row.ts';

/**
 * Means of a case, with the lines that are added to the ledger; the version of the case was checked before. False
 * when the budget of the region has no room for them any more, because another case was first [B8].
 */
export async function writeRugzak(
  tx: Tx,
  keys: KeyRing,
  { next, regio, boekingen, budget }: KasCommit,
): Promise<boolean> {
  await tx.run`
    INSERT INTO rugzak (casus_id, inhoud) VALUES (${next.casusId}, ${encryptRugzak(keys, next)})
    ON CONFLICT (casus_id) DO UPDATE SET inhoud = EXCLUDED.inhoud`;
  if (boekingen.length === 0) return true;
  for (const [jaar, bound] of [...gebondenPerJaar(boekingen)].sort(([a], [b]) => a - b))
    if (!(await bind(tx, regio, jaar, bound, budget.get(jaar)))) return false;
  const rows = boekingen.map((b) => ({
    id: b.id,
    casus_id: b.casusId,
    regio,
    aanvraag_id: b.aanvraagId,
    factuur_id: b.factuurId,
    van: b.van,
    naar: b.naar,
    categorie: b.categorie,
    cents: b.cents,
    jaar: b.jaar,
    datum: b.datum,
    door: b.door,
    op: toText(b.op),
    corrigeert: b.corrigeert,
  }));
  await tx.run`
    INSERT INTO boeking (id, casus_id, regio, aanvraag_id, factuur_id, van, naar, categorie, cents, jaar, datum, door,
      op, corrigeert)
    SELECT id, casus_id, regio, aanvraag_id, factuur_id, van, naar, categorie, cents, jaar, datum, door, op, corrigeert
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id text, casus_id text, regio text, aanvraag_id text, factuur_id text, van text, naar text, categorie text,
        cents bigint, jaar int, datum text, door text, op timestamptz, corrigeert text)`;
  for (const [jaar, lines] of Map.groupBy(boekingen, (b) => b.jaar))
    await tx.run`
      INSERT INTO rugzak_maand (regio, jaar, maand, categorie, fase, cents)
      SELECT ${regio}, ${jaar}::int, maand, categorie, fase, cents
      FROM jsonb_to_recordset(${JSON.stringify(maandSommen(lines))}::jsonb)
        AS r(maand text, categorie text, fase text, cents bigint)
      ORDER BY maand, categorie, fase
      ON CONFLICT (regio, jaar, maand, categorie, fase) DO UPDATE SET cents = rugzak_maand.cents + EXCLUDED.cents`;
  return true;
}

/** Binds (or frees) `bound` cents of a year's budget; the row stays locked until the end of the transaction. */
async function bind(tx: Tx, regio: string, jaar: number, bound: number, budget: number | undefined): Promise<boolean> {
  if (bound === 0) return true;
  // What is freed was bound before, so its year is there.
  if (bound < 0) {
    await tx.run`
      UPDATE rugzak_jaar SET gebonden = gebonden + ${bound}::bigint WHERE regio = ${regio} AND jaar = ${jaar}`;
    return true;
  }
  if (budget === undefined) {
    await tx.run`
      INSERT INTO rugzak_jaar (regio, jaar, gebonden) VALUES (${regio}, ${jaar}, ${bound}::bigint)
      ON CONFLICT (regio, jaar) DO UPDATE SET gebonden = rugzak_jaar.gebonden + EXCLUDED.gebonden`;
    return true;
  }
  const written = await tx.run`
    INSERT INTO rugzak_jaar (regio, jaar, gebonden)
    SELECT ${regio}, ${jaar}::int, ${bound}::bigint
    WHERE ${bound}::bigint <= ${budget}::bigint OR EXISTS (SELECT FROM rugzak_jaar WHERE regio = ${regio} AND jaar = ${jaar}::int)
    ON CONFLICT (regio, jaar) DO UPDATE SET gebonden = rugzak_jaar.gebonden + EXCLUDED.gebonden
    WHERE rugzak_jaar.gebonden + EXCLUDED.gebonden <= ${budget}::bigint`;
  return written === 1;
}

/** What was said of a region's year budget; false when another replica said it first [B9]. */
export async function writeRugzakRegioMelding(
  tx: Tx,
  { next: { regio, jaar, versie, lopend }, was }: NonNullable<Commit['rugzakRegioMelding']>,
): Promise<boolean> {
  const said = JSON.stringify(lopend);
  const written =
    was === null
      ? await tx.run`
          INSERT INTO rugzak_regio_melding (regio, jaar, versie, lopend)
          VALUES (${regio}, ${jaar}, ${versie}, ${said}::jsonb) ON CONFLICT DO NOTHING`
      : await tx.run`
          UPDATE rugzak_regio_melding SET versie = ${versie}, lopend = ${said}::jsonb
          WHERE regio = ${regio} AND jaar = ${jaar} AND versie = ${was}`;
  return written === 1;
}
