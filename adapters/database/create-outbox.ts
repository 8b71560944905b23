import type { Outbox } from '../../src/ports.ts';
import { inUse, toBericht } from './bericht-row.ts';
import { toDate } from './instants.ts';
import type { Database } from './open-database.ts';
import { faultsAsStoreError } from './store-error.ts';

/** Bookkeeping of the outbox, and what an operator does about messages that failed. */
export type DatabaseOutbox = Outbox & {
  /** Gives up on a message that was never shown; one that is somewhere stays as it is. Whether it failed for good. */
  bury(id: string, reden: string): Promise<boolean>;
  /** An operator looked at every message that failed so far; the count. */
  acknowledgeDead(now: Temporal.Instant): Promise<number>;
};

export function createOutbox({ prisma }: Database): DatabaseOutbox {
  return faultsAsStoreError('outbox', {
    async lease(id, now, leaseMs) {
      const at = toDate(now);
      const free = { id, OR: [{ leaseTot: null }, { leaseTot: { lte: at } }] };
      const leased = await prisma.bericht.updateManyAndReturn({
        where: free,
        data: { leaseTot: new Date(at.getTime() + leaseMs), pogingen: { increment: 1 } },
      });
      const [row] = leased;
      if (row) return toBericht(row);
      return (await prisma.bericht.count({ where: { id } })) > 0 ? 'bezig' : 'weg';
    },

    async settle(id, { stand, adres, getoond, reden, wekker }) {
      await prisma.bericht.updateMany({
        where: { id },
        data: {
          stand,
          adresPlatform: adres?.platform ?? null,
          adresRef: adres?.ref ?? null,
          getoond,
          reden: reden ?? null,
          // What is not kept up to date any more changes by itself no more: it would ring for ever.
          ...(inUse.includes(stand) ? wekker !== undefined && { wekker: wekker && toDate(wekker) } : { wekker: null }),
          leaseTot: null,
        },
      });
    },

    async about(...subjects) {
      if (subjects.length === 0) return [];
      const rows = await prisma.bericht.findMany({
        where: {
          OR: [{ casusId: { in: subjects } }, { casusId: null, onderwerp: { in: subjects } }],
          stand: { in: inUse },
        },
        select: { id: true },
        orderBy: { id: 'asc' },
      });
      return rows.map((row) => row.id);
    },

    async recipients(casusId) {
      const rows = await prisma.bericht.findMany({
        where: { casusId, aanPersoon: { not: null } },
        select: { aanPersoon: true },
        distinct: ['aanPersoon'],
      });
      return rows.flatMap((row) => row.aanPersoon ?? []);
    },

    deadCount: () => prisma.bericht.count({ where: { stand: 'mislukt', bekekenOp: null } }),

    async bury(id, reden) {
      const where = { id, stand: { in: ['wacht', 'mislukt'] } };
      const { count } = await prisma.bericht.updateMany({ where, data: { stand: 'mislukt', reden, leaseTot: null } });
      return count > 0;
    },

    async acknowledgeDead(now) {
      const where = { stand: 'mislukt', bekekenOp: null };
      const { count } = await prisma.bericht.updateMany({ where, data: { bekekenOp: toDate(now) } });
      return count;
    },
  });
}
