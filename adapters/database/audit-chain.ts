import { createHmac } from 'node:crypto';
import type { AuditEntry } from '../../src/ports.ts';
import type { Tx } from './connection.ts';
import { toDate } from './instants.ts';
import { StoreError } from './store-error.ts';

/** The last entry of the chain. Kept elsewhere now and then (a log, a mailbox), it anchors what came before. */
export type AuditHead = { seq: bigint; hash: string };

/**
 * Adds entries at the end of the chain. Last thing in a transaction: the head's row is locked from here
 * to the COMMIT, which puts the entries of all writers in one order.
 */
export async function appendAudit(tx: Tx, key: Buffer, entries: AuditEntry[]): Promise<void> {
  const [head] = await tx.rows<{ seq: string; hash: string }>`
    SELECT seq::text, hash FROM audit_hoofd WHERE id = 1 FOR UPDATE`;
  if (!head) throw new StoreError('audit_hoofd has no row');
  let seq = BigInt(head.seq);
  let { hash } = head;
  const rows = entries.map((entry) => {
    seq += 1n;
    const row = { ...entry, seq: String(seq), op: toDate(entry.op).toISOString() };
    hash = nextHash(key, hash, row);
    return { ...row, hash };
  });
  // One statement: the head moves with the entries.
  await tx.run`
    WITH hoofd AS (UPDATE audit_hoofd SET seq = ${String(seq)}::bigint, hash = ${hash} WHERE id = 1)
    INSERT INTO audit (seq, op, wie, wat, waarover, resultaat, hash)
    SELECT seq, op, wie, wat, waarover, resultaat, hash
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(seq bigint, op timestamptz, wie text, wat text, waarover text, resultaat text, hash text)`;
}

/** What the hash covers, in an order that never changes. `op` to the millisecond, in UTC. */
export type AuditLine = {
  seq: string;
  op: string;
  wie: string;
  wat: string;
  waarover: string | null;
  resultaat: string;
};

/** Keyed digest over an entry and everything before it. */
export function nextHash(key: Buffer, before: string, line: AuditLine): string {
  const canonical = JSON.stringify([before, line.seq, line.op, line.wie, line.wat, line.waarover, line.resultaat]);
  return createHmac('sha256', key).update(canonical).digest('base64url');
}
