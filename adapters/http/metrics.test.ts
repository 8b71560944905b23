import { expect, it, onTestFinished } from 'vitest';
import type { Log } from '../../src/ports.ts';
import { silent } from '../../test/databases.ts';
import { createMetrics } from './metrics.ts';
import { type RequestListener, startServer } from './server.ts';

async function serve(listener: RequestListener, log: Log = silent): Promise<string> {
  const server = await startServer({ port: 0, host: '127.0.0.1', routes: new Map([['GET /it', listener]]), log });
  onTestFinished(() => server.stop());
  return `http://127.0.0.1:${server.port}/it`;
}

it('answers with what it knows while the database is away, and lives on', async () => {
  let away = false;
  const metrics = createMetrics(async () => {
    if (away) throw new Error('away');
    return 3;
  });
  const url = await serve(metrics.listener);
  expect(await (await fetch(url)).text()).toContain('zorggarantie_undelivered_messages 3');
  away = true;
  const answer = await fetch(url);
  const body = await answer.text();
  expect(answer.status).toBe(200);
  expect(body).toContain('zorggarantie_heartbeats_total 0');
  // Not known is neither none nor what it was.
  expect(body).toMatch(/^zorggarantie_undelivered_messages nan$/im);
});

it.each([
  ['before it answered', false],
  ['in the middle of its answer', true],
])('a listener that faults %s ends its request, not the process', async (_, begun) => {
  const faults: unknown[] = [];
  const log: Log = { ...silent, error: (event, fields) => void faults.push([event, fields?.fault]) };
  const url = await serve(async (_req, res) => {
    if (begun) res.writeHead(200, { 'content-length': '10' }).write('half');
    throw new TypeError('listener');
  }, log);
  const answer = fetch(url).then(async (res) => [res.status, await res.text()]);
  if (begun) await expect(answer).rejects.toThrow();
  else expect(await answer).toEqual([500, 'Er liep iets mis\n']);
  expect(faults).toEqual([['http.fault', 'TypeError']]);
});
