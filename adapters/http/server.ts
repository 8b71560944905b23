import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Log } from '../../src/ports.ts';

export type RequestListener = (req: IncomingMessage, res: ServerResponse) => void | Promise<void>;

/** `POST /slack/events` → who handles it; `GET /ical/*` is everything right under `/ical/`. */
export type Routes = ReadonlyMap<string, RequestListener>;

export type RunningServer = { port: number; stop(): Promise<void> };

/** The port is taken by another program; the message says what to do. */
export class PortInUse extends Error {
  override name = 'PortInUse';
}

const plain = { 'content-type': 'text/plain; charset=utf-8' };

/** How long a request that is being answered may take once a stop was asked for. */
const DRAIN_MS = 5_000;

/**
 * One HTTP server for every platform, health and metrics. Listens on `host` only; port 0 takes a free one.
 * @throws PortInUse
 */
export function startServer(options: { port: number; host: string; routes: Routes; log: Log }): Promise<RunningServer> {
  const { port, host, routes, log } = options;
  const answer = async (req: IncomingMessage, res: ServerResponse) => {
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    const under = `${path.slice(0, path.lastIndexOf('/'))}/*`;
    const listener = routes.get(`${req.method} ${path}`) ?? routes.get(`${req.method} ${under}`);
    if (listener) return listener(req, res);
    res.writeHead(404, plain).end('Niet gevonden\n');
  };
  const server = createServer((req, res) => {
    // Unheard, the fault of one request would end the process.
    answer(req, res).catch((fault: unknown) => {
      log.error('http.fault', { fault: fault instanceof Error ? fault.name : 'unknown' });
      if (res.headersSent) res.destroy();
      else res.writeHead(500, plain).end('Er liep iets mis\n');
    });
  });
  // A client that sends its request in drips must not hold a connection for ever.
  server.headersTimeout = 10_000;
  server.requestTimeout = 20_000;
  // Longer than a proxy in front keeps its connections, so that it never sends into one that closes here.
  server.keepAliveTimeout = 65_000;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(String(port), { cause: error }) : error),
    );
    server.listen(port, host, () => {
      const address = server.address();
      resolve({ port: typeof address === 'object' && address ? address.port : port, stop: () => stop(server) });
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    setTimeout(() => server.closeAllConnections(), DRAIN_MS).unref();
  });
}
