import type { Nota as Row } from '../../prisma/client/client.ts';
import type { Nota } from '../../src/overdracht/nota.ts';
import type { Commit } from '../../src/ports.ts';
import type { Tx } from './connection.ts';
import { fromJson, toJson } from './domain-json.ts';
import { decrypt, encrypt, type Field } from './field-encryption.ts';
import { toDate, toInstant, toInstantOrNull } from './instants.ts';
import type { KeyRing } from './key-ring.ts';

export const tekstField = (notaId: string): Field => ({ table: 'nota', row: notaId, column: 'tekst' });

export const toNota = (keys: KeyRing, row: Row): Nota => ({
  id: row.id,
  regio: row.regio,
  casusId: row.casusId,
  door: row.door,
  dienst: row.dienst,
  op: toInstant(row.op),
  bewerkt: toInstantOrNull(row.bewerktOp),
  ingetrokken: toInstantOrNull(row.ingetrokkenOp),
  tekst: decrypt(keys, tekstField(row.id), row.tekst).toString(),
  gelezen: fromJson(JSON.stringify(row.gelezen)),
  open: row.open,
  bij: row.bij,
  versie: row.versie,
});

/** Handover notes: new, or changed from the version they were decided on; false when somebody was first. */
export async function writeNotas(tx: Tx, keys: KeyRing, notas: NonNullable<Commit['notas']>): Promise<boolean> {
  // Always in the same order, so that two commits do not wait for each other.
  for (const { next, was } of [...notas].sort((a, b) => (a.next.id < b.next.id ? -1 : 1))) {
    const tekst = encrypt(keys, tekstField(next.id), Buffer.from(next.tekst));
    const bewerkt = next.bewerkt && toDate(next.bewerkt);
    const ingetrokken = next.ingetrokken && toDate(next.ingetrokken);
    const written =
      was === null
        ? await tx.run`
            INSERT INTO nota (id, regio, casus_id, door, dienst, op, bewerkt_op, ingetrokken_op, tekst, gelezen, open,
              bij, versie)
            VALUES (${next.id}, ${next.regio}, ${next.casusId}, ${next.door}, ${next.dienst}, ${toDate(next.op)},
              ${bewerkt}, ${ingetrokken}, ${tekst}, ${toJson(next.gelezen)}::jsonb, ${next.open}, ${next.bij},
              ${next.versie})`
        : await tx.run`
            UPDATE nota SET bewerkt_op = ${bewerkt}, ingetrokken_op = ${ingetrokken}, tekst = ${tekst},
              gelezen = ${toJson(next.gelezen)}::jsonb, open = ${next.open}, bij = ${next.bij}, versie = ${next.versie}
            WHERE id = ${next.id} AND versie = ${was}`;
    if (written !== 1) return false;
  }
  return true;
}
