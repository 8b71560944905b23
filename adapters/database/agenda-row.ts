import type { Agenda as Row } from '../../prisma/client/client.ts';
import type { Agenda } from '../../src/permanentie/agenda.ts';
import type { Commit } from '../../src/ports.ts';
import type { Tx } from './connection.ts';
import { toDate, toInstant } from './instants.ts';

export const toAgenda = ({ hash, persoonId, regio, gemaaktOp }: Row): Agenda => ({
  hash,
  persoonId,
  regio,
  gemaaktOp: toInstant(gemaaktOp),
});

/** Revokes the calendar address in use and keeps the next; false when it is no longer the one in use. */
export async function writeAgenda(tx: Tx, { was, next, op }: NonNullable<Commit['agenda']>): Promise<boolean> {
  if (was !== null) {
    const revoked = await tx.run`
      UPDATE agenda SET ingetrokken_op = ${toDate(op)} WHERE hash = ${was} AND ingetrokken_op IS NULL`;
    if (revoked !== 1) return false;
  }
  if (next === null) return true;
  // Two at once: the second waits for the first here, and finds that there is one in use.
  const made = await tx.run`
    INSERT INTO agenda (hash, persoon_id, regio, gemaakt_op)
    VALUES (${next.hash}, ${next.persoonId}, ${next.regio}, ${toDate(next.gemaaktOp)})
    ON CONFLICT DO NOTHING`;
  return made === 1;
}
