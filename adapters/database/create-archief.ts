import type { Archief } from '../../src/ports.ts';
import { appendAudit } from './audit-chain.ts';
import type { Tx } from './connection.ts';
import { toDate, toInstant } from './instants.ts';
import type { Database } from './open-database.ts';
import type { Job, Queue } from './queue.ts';
import { faultsAsStoreError } from './store-error.ts';

/** How long somebody who cannot be reached is tried, before it is forgotten where a card stands. */
const PATIENCE_HOURS = 14 * 24;

export function createArchief({ database, queue }: { database: Database; queue: Queue }): Archief {
  const { prisma, kept } = database;
  return faultsAsStoreError<Archief>('archief', {
    async afgerond(regio, voor, na, limit) {
      const [op, id] = [na && toDate(na.aangemeldOp), na?.id ?? null];
      const rows = await prisma.$queryRaw<
        {
          id: string;
          referentie: string;
          versie: number;
          aangemeld_op: Date;
          laatste_seq: number;
          laatst: Date | null;
        }[]
      >`
        SELECT c.id, c.referentie, c.versie, c.aangemeld_op, c.laatste_seq, g.op AS laatst
        FROM casus c LEFT JOIN gebeurtenis g ON g.casus_id = c.id AND g.seq = c.laatste_seq
        WHERE NOT c.open AND c.regio = ${regio} AND c.aangemeld_op <= ${toDate(voor)}
          AND (${id}::text IS NULL OR (c.aangemeld_op, c.id) > (${op}::timestamptz, ${id}))
        ORDER BY c.aangemeld_op, c.id LIMIT ${limit}`;
      return rows.map((row) => ({
        id: row.id,
        referentie: row.referentie,
        versie: row.versie,
        aangemeldOp: toInstant(row.aangemeld_op),
        laatst: toInstant(row.laatst ?? row.aangemeld_op),
        seq: row.laatste_seq,
      }));
    },

    aantalAfgerond: (regio) => prisma.casus.count({ where: { regio, open: false } }),

    async verwijder({ id, versie, seq }, onderwerp, now) {
      const jobs = await database.transaction(async (tx) => {
        // Whoever has it in hand goes first, and another replica that removes it too.
        const [row] = await tx.rows<{ dubbel_index: string | null }>`
          SELECT dubbel_index FROM casus WHERE id = ${id} AND versie = ${versie} AND laatste_seq = ${seq} AND NOT open
          FOR UPDATE SKIP LOCKED`;
        if (!row) return null;
        const also = await alsoShownIn(tx, id, row.dubbel_index);
        await removeRows(tx, id);
        await keepAddresses(tx, id, onderwerp, toDate(now));
        const jobs: Job[] = [{ queue: 'ververs', casusId: onderwerp }, ...also];
        await queue.enqueue(tx, jobs);
        // What others say of it in the chain says no more than this: an id that leads nowhere.
        await appendAudit(tx, kept.audit, [
          { op: now, wie: 'bot', wat: 'casus.verwijderd', waarover: id, resultaat: 'toegestaan' },
        ]);
        return jobs;
      });
      if (jobs) queue.wake(jobs);
      return jobs !== null;
    },

    async vergeetAdressen(now) {
      const { jobs, ...counts } = await database.transaction(async (tx) => {
        const [at, tooLong] = [toDate(now), toDate(now.subtract({ hours: PATIENCE_HOURS }))];
        // One that is in hand may be just about to say where it stands.
        const vergeten = await tx.run`
          DELETE FROM bericht WHERE soort = 'verwijderd' AND (stand = 'vervallen' OR op <= ${tooLong})
            AND (lease_tot IS NULL OR lease_tot <= ${at})`;
        const left = await tx.rows<{ onderwerp: string; aantal: number }>`
          SELECT onderwerp, count(*)::int AS aantal FROM bericht WHERE soort = 'verwijderd' GROUP BY onderwerp`;
        const jobs = left.map(({ onderwerp }): Job => ({ queue: 'ververs', casusId: onderwerp }));
        if (jobs.length > 0) await queue.enqueue(tx, jobs);
        return { jobs, vergeten, teWissen: left.reduce((sum, { aantal }) => sum + aantal, 0) };
      });
      queue.wake(jobs);
      return counts;
    },
  });
}

/** What else shows its number or a note about it: cases that may be the same child, and the card of who wrote the note. */
async function alsoShownIn(tx: Tx, id: string, dubbelIndex: string | null): Promise<Job[]> {
  const alike = await tx.rows<{ id: string }>`
    SELECT id FROM casus WHERE dubbel_index = ${dubbelIndex} AND id <> ${id}`;
  const written = await tx.rows<{ id: string }>`
    SELECT b.id FROM bericht b WHERE b.casus_id IS NULL AND b.soort = 'overdracht' AND b.stand = 'verzonden'
      AND EXISTS (SELECT FROM nota n WHERE n.casus_id = ${id} AND n.dienst = b.onderwerp AND n.door = b.aan_persoon)`;
  return [
    ...alike.map((row): Job => ({ queue: 'ververs', casusId: row.id })),
    ...written.map((row): Job => ({ queue: 'bericht', berichtId: row.id })),
  ];
}

/** Everything that says something of the case. Of its money the sums by year and month stay, which name no case. */
async function removeRows(tx: Tx, id: string): Promise<void> {
  await tx.run`DELETE FROM gebeurtenis WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM nota WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM termijn WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM tafel_agenda WHERE zorgtafel_id IN (SELECT id FROM zorgtafel WHERE casus_id = ${id})`;
  await tx.run`DELETE FROM deelname WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM zorgtafel WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM zorgplan WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM rugzak WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM boeking WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM rugzak_casus WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM document_adres WHERE casus_id = ${id}`;
  await tx.run`DELETE FROM concept WHERE casus_id = ${id} OR position(${id} IN formulier) > 0`;
  await tx.run`DELETE FROM casus WHERE id = ${id}`;
  await tx.run`DELETE FROM pgboss.job WHERE data ->> 'casusId' = ${id}`;
}

/**
 * Of its messages only where they stand, and no longer about what or for whom. Also what seems never to have been posted:
 * a worker may be posting it at this moment.
 */
async function keepAddresses(tx: Tx, id: string, onderwerp: string, at: Date): Promise<void> {
  await tx.run`
    UPDATE bericht SET soort = 'verwijderd', onderwerp = ${onderwerp}, sleutel = 'verwijderd|' || id, casus_id = NULL,
      op = ${at}, aan_persoon = NULL, aan_platform = NULL, aan_kanaal = NULL, stand = 'verzonden', getoond = NULL,
      reden = NULL, wekker = NULL, bekeken_op = NULL
    WHERE casus_id = ${id}`;
}
