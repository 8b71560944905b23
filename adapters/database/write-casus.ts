import type { Casus, Gebeurtenis } from '../../src/casus/casus.ts';
import { isOpen } from '../../src/casus/ended.ts';
import type { Termijn } from '../../src/casus/termijn.ts';
import { encryptDetail, encryptInhoud } from './casus-row.ts';
import type { Tx } from './connection.ts';
import { dubbelIndex } from './dubbel-index.ts';
import { toDate, toText, toTextOrNull } from './instants.ts';
import type { Database } from './open-database.ts';
import { StoreError } from './store-error.ts';

type Keys = Pick<Database, 'keys' | 'kept'>;

/** The next reference of a prefix: `LIM-2026-0001`. Its row stays locked until the end, so no number is skipped. */
export async function nextReferentie(tx: Tx, prefix: string): Promise<string> {
  const [row] = await tx.rows<{ laatste: number }>`
    INSERT INTO teller (prefix, laatste) VALUES (${prefix}, 1)
    ON CONFLICT (prefix) DO UPDATE SET laatste = teller.laatste + 1
    RETURNING laatste`;
  return `${prefix}-${String(row?.laatste).padStart(4, '0')}`;
}

/** A new case; `events` lines of its story follow in the same transaction. */
export async function insertCasus(tx: Tx, { keys, kept }: Keys, casus: Casus, events: number): Promise<void> {
  const c = columns(casus);
  await tx.run`
    INSERT INTO casus (id, referentie, regio, stand, versie, aanmelder, aanspreekpunt, betrokkenen, aangemeld_op,
      opgenomen_op, teruggekoppeld_op, uitkomst, open, inhoud, dubbel_index, laatste_seq)
    VALUES (${c.id}, ${c.referentie}, ${c.regio}, ${c.stand}, ${c.versie}, ${c.aanmelder}, ${c.aanspreekpunt},
      ${c.betrokkenen}, ${c.aangemeldOp}, ${c.opgenomenOp}, ${c.teruggekoppeldOp}, ${c.uitkomst}, ${c.open},
      ${encryptInhoud(keys, casus)}, ${dubbelIndex(kept.dubbel, casus.inhoud.aanmelding)}, ${events})`;
}

/**
 * The next version of a case, when it still is at version `was`; null when somebody was first.
 * Returns the number of events before this change.
 */
export async function updateCasus(
  tx: Tx,
  { keys, kept }: Keys,
  casus: Casus,
  was: number,
  events: number,
): Promise<number | null> {
  const c = columns(casus);
  const [row] = await tx.rows<{ laatste_seq: number }>`
    UPDATE casus SET regio = ${c.regio}, stand = ${c.stand}, versie = ${c.versie}, aanmelder = ${c.aanmelder},
      aanspreekpunt = ${c.aanspreekpunt}, betrokkenen = ${c.betrokkenen}, opgenomen_op = ${c.opgenomenOp}, teruggekoppeld_op = ${c.teruggekoppeldOp},
      uitkomst = ${c.uitkomst}, open = ${c.open}, inhoud = ${encryptInhoud(keys, casus)},
      dubbel_index = ${dubbelIndex(kept.dubbel, casus.inhoud.aanmelding)}, laatste_seq = laatste_seq + ${events}
    WHERE id = ${casus.id} AND versie = ${was}
    RETURNING laatste_seq`;
  return row ? row.laatste_seq - events : null;
}

/** Makes room for events of a case that is not changed itself; the number of events before them. */
export async function reserveEvents(tx: Tx, casusId: string, events: number): Promise<number> {
  const [row] = await tx.rows<{ laatste_seq: number }>`
    UPDATE casus SET laatste_seq = laatste_seq + ${events} WHERE id = ${casusId} RETURNING laatste_seq`;
  if (!row) throw new StoreError('event about a case that does not exist');
  return row.laatste_seq - events;
}

/** Lines of the stories of one or more cases; `before`: how many each had, by case id. */
export async function insertGebeurtenissen(
  tx: Tx,
  { keys }: Keys,
  events: Gebeurtenis[],
  before: ReadonlyMap<string, number>,
): Promise<void> {
  const last = new Map(before);
  const rows = events.map((event) => {
    const seq = (last.get(event.casusId) ?? 0) + 1;
    last.set(event.casusId, seq);
    const { casusId, soort, door, betreft, detail } = event;
    return {
      casus_id: casusId,
      seq,
      op: toText(event.op),
      soort,
      door,
      betreft,
      detail: detail === undefined ? null : hex(encryptDetail(keys, casusId, seq, detail)),
    };
  });
  await tx.run`
    INSERT INTO gebeurtenis (casus_id, seq, op, soort, door, betreft, detail)
    SELECT casus_id, seq, op, soort, door, betreft, decode(detail, 'hex')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(casus_id text, seq int, op timestamptz, soort text, door text, betreft text, detail text)`;
}

/** Clocks: inserted, or replaced by id. */
export async function upsertTermijnen(tx: Tx, termijnen: Termijn[]): Promise<void> {
  const rows = termijnen
    .map((t) => ({
      id: t.id,
      casus_id: t.casusId,
      soort: t.soort,
      over: t.over,
      start: toText(t.start),
      einde: toText(t.einde),
      ladder: t.ladder,
      volgende: toTextOrNull(t.volgende),
      gestopt_op: t.gestopt && toText(t.gestopt.op),
      gestopt_reden: t.gestopt?.reden,
    }))
    // Always locked in the same order, so that two commits do not wait for each other.
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.run`
    INSERT INTO termijn (id, casus_id, soort, over, start, einde, ladder, volgende, gestopt_op, gestopt_reden)
    SELECT id, casus_id, soort, over, start, einde, ladder, volgende, gestopt_op, gestopt_reden
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS r(id text, casus_id text, soort text, over text, start timestamptz, einde timestamptz, ladder jsonb,
        volgende timestamptz, gestopt_op timestamptz, gestopt_reden text)
    ON CONFLICT (id) DO UPDATE SET start = EXCLUDED.start, einde = EXCLUDED.einde, ladder = EXCLUDED.ladder,
      volgende = EXCLUDED.volgende, gestopt_op = EXCLUDED.gestopt_op, gestopt_reden = EXCLUDED.gestopt_reden`;
}

const hex = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');

const columns = (casus: Casus) => ({
  ...casus,
  aangemeldOp: toDate(casus.aangemeldOp),
  opgenomenOp: casus.opgenomenOp && toDate(casus.opgenomenOp),
  teruggekoppeldOp: casus.teruggekoppeldOp && toDate(casus.teruggekoppeldOp),
  open: isOpen(casus),
});
