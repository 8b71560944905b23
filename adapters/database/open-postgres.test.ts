import { connect, createServer, type Socket } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { eachPlace, silent } from '../../test/databases.ts';
import { openPostgres } from './open-postgres.ts';

/** Between bot and server; `silent`: nothing passes any more, and no connection ends, as when the server freezes. */
async function proxyTo(url: string) {
  const { hostname, port } = new URL(url);
  const state = { silent: false };
  const sockets = new Set<Socket>();
  const keep = (socket: Socket) => sockets.add(socket.on('error', () => {}));
  const proxy = createServer((near) => {
    keep(near);
    if (state.silent) return;
    const far = connect(Number(port || 5432), hostname);
    keep(far);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const)
      from.on('data', (bytes) => state.silent || to.write(bytes)).on('close', () => state.silent || to.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    proxy.close();
  });
  const address = proxy.address();
  const through = new URL(url);
  through.hostname = '127.0.0.1';
  through.port = String(typeof address === 'object' && address?.port);
  return { state, url: through.toString() };
}

eachPlace((name, openPlace) => {
  it.runIf(name === 'PostgreSQL')(
    'does not wait for ever for a server that fell silent, and goes on when it is back',
    async () => {
      const place = await openPlace();
      onTestFinished(place.remove);
      const { state, url } = await proxyTo(place.database.url ?? '');
      const connection = await openPostgres(url, silent, { connections: 2, answerMs: 500 });
      onTestFinished(connection.close);
      const ask = () => connection.executor.executeSql('SELECT 1 AS one', []);
      // Two connections: one for the transaction, one that is idle when the server falls silent.
      await Promise.all([ask(), ask()]);
      const within = connection.transaction(async (tx) => {
        await tx.rows`SELECT 1`;
        state.silent = true;
        return tx.rows`SELECT 1`;
      });
      await Promise.all([
        expect(within).rejects.toThrow('timeout'),
        new Promise((resolve) => setTimeout(resolve, 100)).then(() => expect(ask()).rejects.toThrow('timeout')),
      ]);
      state.silent = false;
      expect(await ask()).toMatchObject({ rows: [{ one: 1 }] });
      expect(await connection.transaction((tx) => tx.rows`SELECT 2 AS two`)).toEqual([{ two: 2 }]);
    },
    30_000,
  );
});
