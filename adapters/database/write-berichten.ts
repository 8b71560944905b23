import { berichtKey, type NewBericht } from '../../src/berichten/bericht.ts';
import type { Tx } from './connection.ts';
import { toText } from './instants.ts';

/**
 * Adds messages to the outbox; the ids of those that were not owed already. One that stands there twice is owed once:
 * somebody told as two of the people concerned, a channel named twice, two day parts that clash with the same one.
 */
export async function insertBerichten(tx: Tx, berichten: NewBericht[]): Promise<string[]> {
  const rows = berichten.map((b) => ({
    id: b.id,
    sleutel: berichtKey(b),
    soort: b.soort,
    casus_id: b.casusId,
    onderwerp: b.onderwerp,
    op: toText(b.op),
    ...('persoon' in b.aan
      ? { aan_persoon: b.aan.persoon, aan_platform: b.aan.account?.platform, aan_kanaal: b.aan.account?.ref }
      : { aan_platform: b.aan.kanaal.platform, aan_kanaal: b.aan.kanaal.ref }),
  }));
  // Within one statement PostgreSQL refuses to meet a key twice (21000), and with it the whole commit.
  const once = [...new Map(rows.map((row) => [row.sleutel, row])).values()];
  const inserted = await tx.rows<{ id: string }>`
    INSERT INTO bericht (id, sleutel, soort, casus_id, onderwerp, op, aan_persoon, aan_platform, aan_kanaal, stand)
    SELECT id, sleutel, soort, casus_id, onderwerp, op, aan_persoon, aan_platform, aan_kanaal, 'wacht'
    FROM jsonb_to_recordset(${JSON.stringify(once)}::jsonb)
      AS r(id text, sleutel text, soort text, casus_id text, onderwerp text, op timestamptz,
        aan_persoon text, aan_platform text, aan_kanaal text)
    -- What somebody asked for on one account, again: owed again, whatever became of it before.
    ON CONFLICT (sleutel) DO UPDATE SET stand = 'wacht', reden = NULL, bekeken_op = NULL
    WHERE bericht.aan_persoon IS NOT NULL AND bericht.aan_platform IS NOT NULL
      AND bericht.stand IN ('mislukt', 'vervallen')
    RETURNING id`;
  return inserted.map((row) => row.id);
}

/** What failed for a person is owed again; the ids. */
export async function reviveBerichten(tx: Tx, personId: string): Promise<string[]> {
  const revived = await tx.rows<{ id: string }>`
    UPDATE bericht SET stand = 'wacht', reden = NULL, bekeken_op = NULL
    WHERE aan_persoon = ${personId} AND stand = 'mislukt'
    RETURNING id`;
  return revived.map((row) => row.id);
}
