import type { RequestListener } from './server.ts';

/** What has to be well before traffic is sent here. Each gives null, or the reason it is not well. */
export type Checks = Record<string, () => Promise<string | null> | string | null>;

/** `GET /healthz`: the process lives. */
export const healthz: RequestListener = (_req, res) => {
  res.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('ok\n');
};

/** `GET /readyz`: 200 with notes, or 503 with every reason. `notes` are worth knowing but no reason to stop. */
export const readyz =
  (checks: Checks, notes: Checks = {}): RequestListener =>
  async (_req, res) => {
    const problems = await run(checks);
    const remarks = await run(notes);
    const ready = Object.keys(problems).length === 0;
    res
      .writeHead(ready ? 200 : 503, { 'content-type': 'application/json; charset=utf-8' })
      .end(`${JSON.stringify({ ready, problems, notes: remarks })}\n`);
  };

const CHECK_MS = 2_000;

async function run(checks: Checks): Promise<Record<string, string>> {
  const outcomes = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const timeout = AbortSignal.timeout(CHECK_MS);
      const late = new Promise<string>((resolve) =>
        timeout.addEventListener('abort', () => resolve('no answer in time')),
      );
      try {
        return [name, await Promise.race([check(), late])] as const;
      } catch {
        return [name, 'failed'] as const;
      }
    }),
  );
  return Object.fromEntries(outcomes.flatMap(([name, reason]) => (reason === null ? [] : [[name, reason]])));
}
