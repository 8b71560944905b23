import { PGlite, type Transaction } from '@electric-sql/pglite';
import type { SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

/**
 * Prisma on PGlite, with two holes of pglite-prisma-adapter 0.7.2 closed: it does not wait for a script
 * (a failed migration would pass for applied) and swallows a COMMIT that failed, told here to `onLostCommit`.
 */
export function pgliteAdapter(
  pglite: PGlite,
  onLostCommit: (error: unknown) => void = () => {},
): SqlMigrationAwareDriverAdapterFactory {
  const client = {
    query: pglite.query.bind(pglite),
    exec: pglite.exec.bind(pglite),
    transaction: <T>(work: (tx: Transaction) => Promise<T>) =>
      pglite.transaction(work).catch((error: unknown) => {
        onLostCommit(error);
        throw error;
      }),
  };
  const factory = new PrismaPGlite(client as unknown as PGlite);
  const connect = async (db: PGlite, from: PrismaPGlite, dispose: () => Promise<void>) => {
    const adapter = await from.connect();
    adapter.executeScript = async (script) => {
      await db.exec(script);
    };
    adapter.dispose = dispose;
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => connect(pglite, factory, async () => {}),
    connectToShadowDb: async () => {
      const shadow = await PGlite.create('memory://');
      return connect(shadow, new PrismaPGlite(shadow), () => shadow.close());
    },
  };
}
