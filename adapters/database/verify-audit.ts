import { type AuditHead, nextHash } from './audit-chain.ts';
import type { Database } from './open-database.ts';

/** Intact up to `head`, or the first entry that does not fit. */
export type AuditVerdict =
  | { kind: 'intact'; count: number; head: AuditHead }
  | { kind: 'broken'; seq: bigint; reason: 'changed' | 'missing' | 'cut' | 'anchor' };

const batch = 5_000;

/**
 * Reads the whole chain, in batches, and recomputes it [S13]. `broken` names the first entry that was
 * changed, is missing, or was cut off the end (the head's row knows how far it went). Somebody who can
 * write both can still cut the end: give an `anchor`, a head noted elsewhere earlier.
 */
export async function verifyAudit({ prisma, kept }: Database, anchor?: AuditHead): Promise<AuditVerdict> {
  // Read first: entries that are added while this runs are beyond it.
  const head = await prisma.auditHoofd.findUniqueOrThrow({ where: { id: 1 } });
  let seq = 0n;
  let hash = '';
  let anchored = anchor === undefined || anchor.seq === 0n;
  while (seq < head.seq) {
    const rows = await prisma.audit.findMany({
      where: { seq: { gt: seq, lte: head.seq } },
      orderBy: { seq: 'asc' },
      take: batch,
    });
    if (rows.length === 0) return { kind: 'broken', seq: seq + 1n, reason: 'cut' };
    for (const row of rows) {
      if (row.seq !== seq + 1n) return { kind: 'broken', seq: seq + 1n, reason: 'missing' };
      const { wie, wat, waarover, resultaat } = row;
      const line = { seq: String(row.seq), op: row.op.toISOString(), wie, wat, waarover, resultaat };
      hash = nextHash(kept.audit, hash, line);
      if (row.hash !== hash) return { kind: 'broken', seq: row.seq, reason: 'changed' };
      seq = row.seq;
      if (anchor?.seq === seq) {
        if (anchor.hash !== hash) return { kind: 'broken', seq, reason: 'anchor' };
        anchored = true;
      }
    }
  }
  if (hash !== head.hash) return { kind: 'broken', seq: head.seq, reason: 'changed' };
  if (!anchored) return { kind: 'broken', seq: head.seq + 1n, reason: 'cut' };
  // Beyond the head nothing may stand: entries put there by hand.
  const beyond = await prisma.audit.findFirst({ where: { seq: { gt: head.seq } }, orderBy: { seq: 'asc' } });
  const now = beyond && (await prisma.auditHoofd.findUniqueOrThrow({ where: { id: 1 } }));
  if (beyond && now && now.seq < beyond.seq) return { kind: 'broken', seq: beyond.seq, reason: 'changed' };
  return { kind: 'intact', count: Number(head.seq), head: { seq: head.seq, hash: head.hash } };
}
