import type { Concept } from '../../prisma/client/client.ts';
import type { Draft } from '../../src/aanmelding/draft.ts';
import type { Instant } from '../../src/time.ts';
import type { Tx } from './connection.ts';
import { decrypt, encrypt, type Field } from './field-encryption.ts';
import { toDate, toInstant } from './instants.ts';
import type { KeyRing } from './key-ring.ts';
import type { Database } from './open-database.ts';

export const waardenField = (draftId: string): Field => ({ table: 'concept', row: draftId, column: 'waarden' });

/** Keeps a form in the making; the one of the same person and form, if any, makes place. */
export async function saveDraft(tx: Tx, keys: KeyRing, draft: Draft): Promise<void> {
  const waarden = encrypt(keys, waardenField(draft.id), Buffer.from(JSON.stringify(draft.values)));
  await tx.run`
    INSERT INTO concept (id, persoon_id, formulier, pagina, casus_id, verloopt_op, waarden)
    VALUES (${draft.id}, ${draft.personId}, ${draft.form}, ${draft.page}, ${draft.casusId}, ${toDate(draft.expires)},
      ${waarden})
    ON CONFLICT (persoon_id, formulier) DO UPDATE SET id = EXCLUDED.id, pagina = EXCLUDED.pagina,
      casus_id = EXCLUDED.casus_id, verloopt_op = EXCLUDED.verloopt_op, waarden = EXCLUDED.waarden`;
}

export async function removeDraft(tx: Tx, id: string): Promise<void> {
  await tx.run`DELETE FROM concept WHERE id = ${id}`;
}

/** An expired one is as good as gone. */
export async function findDraft(
  { prisma, keys }: Database,
  where: { id: string } | { persoonId: string; formulier: string },
  now: Instant,
): Promise<Draft | null> {
  const row = await prisma.concept.findFirst({ where: { ...where, verlooptOp: { gt: toDate(now) } } });
  return row && toDraft(keys, row);
}

const toDraft = (keys: KeyRing, row: Concept): Draft => ({
  id: row.id,
  personId: row.persoonId,
  form: row.formulier as Draft['form'],
  page: row.pagina,
  values: JSON.parse(decrypt(keys, waardenField(row.id), row.waarden).toString()) as Draft['values'],
  casusId: row.casusId,
  expires: toInstant(row.verlooptOp),
});
