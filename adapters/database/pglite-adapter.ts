import { PGlite } from '@electric-sql/pglite';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/**
 * Prisma on PGlite. pglite-prisma-adapter 0.7.2 does not wait for a script, so that a migration that
 * failed would pass for applied: here it waits. (It also swallows a COMMIT that failed: our transactions
 * do not go through it.)
 */
export function pgliteAdapter(pglite: PGlite): SqlMigrationAwareDriverAdapterFactory {
  const connect = async (db: PGlite, dispose: () => Promise<void>) => {
    const adapter = await new PrismaPGlite(db).connect();
    adapter.executeScript = async (script) => {
      await db.exec(script);
    };
    adapter.dispose = dispose;
    return adapter;
  };
  return {
    provider: 'postgres',
    adapterName: 'pglite-prisma-adapter',
    connect: () => connect(pglite, async () => {}),
    async connectToShadowDb() {
      const shadow = await PGlite.create('memory://');
      return connect(shadow, () => shadow.close());
    },
  };
}
