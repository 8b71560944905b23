import type { DocumentAdres as Row } from '../../prisma/client/client.ts';
import type { DocumentAdres } from '../../src/ports.ts';
import type { Tx } from './connection.ts';
import { toDate, toInstant } from './instants.ts';

export const toDocumentAdres = (row: Row): DocumentAdres => ({
  ...row,
  soort: row.soort as DocumentAdres['soort'],
  verlooptOp: toInstant(row.verlooptOp),
});

export async function writeDocumentAdres(tx: Tx, { hash, soort, over, persoonId, verlooptOp }: DocumentAdres) {
  await tx.run`
    INSERT INTO document_adres (hash, soort, casus_id, persoon_id, verloopt_op)
    VALUES (${hash}, ${soort}, ${over}, ${persoonId}, ${toDate(verlooptOp)}) ON CONFLICT DO NOTHING`;
}
