import type { Database } from './open-database.ts';
import { faultsAsStoreError } from './store-error.ts';

/**
 * What a chat adapter wants to know again after a restart: opaque texts of one kind, each once.
 *
 *     const known = new Set(await geheugen.load('teams.gesprek'));
 */
export type Geheugen = {
  load(kind: string): Promise<string[]>;
  save(kind: string, value: string): Promise<void>;
};

export const createGeheugen = ({ prisma }: Database): Geheugen =>
  faultsAsStoreError<Geheugen>('geheugen', {
    async load(kind) {
      const rows = await prisma.geheugen.findMany({ where: { soort: kind }, orderBy: { waarde: 'asc' } });
      return rows.map((row) => row.waarde);
    },
    async save(kind, value) {
      await prisma.geheugen.createMany({ data: [{ soort: kind, waarde: value }], skipDuplicates: true });
    },
  });
