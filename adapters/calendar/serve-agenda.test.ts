import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import type { Log, LogFields } from '../../src/ports.ts';
import { memoryWorld } from '../../src/world.fixture.ts';
import { createAgendaAddresses, hashOfToken } from './agenda-addresses.ts';
import { serveAgenda } from './serve-agenda.ts';

const addresses = createAgendaAddresses(() => 'https://bot.example.org');

async function serving(agendaByHash?: (hash: string) => Promise<never>) {
  const world = memoryWorld();
  const lines: string[] = [];
  const line = (event: string, fields?: LogFields) => void lines.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = { debug: line, info: line, warn: line, error: line };
  const store = agendaByHash ? { ...world.store, agendaByHash } : world.store;
  const server = createServer(serveAgenda({ ...world, store, log }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(`http://127.0.0.1:${port}${path}`, { headers, method });
  const make = (persoonId: string, regio: string | null = null) => {
    const { url, hash } = addresses.make();
    world.kept.agendas.set(hash, { hash, persoonId, regio, gemaaktOp: world.clock.now() });
    return { path: new URL(url).pathname, hash };
  };
  return { world, lines, get, make };
}

it('maakt adressen die niemand raadt, en bewaart er enkel een afdruk van', () => {
  const made = Array.from({ length: 200 }, () => addresses.make());
  const tokens = made.map(({ url }) => /^https:\/\/bot\.example\.org\/ical\/([A-Za-z0-9_-]{43})\.ics$/.exec(url)?.[1]);
  expect(new Set(tokens).size).toBe(200);
  for (const [n, { hash }] of made.entries()) {
    expect(hash).toBe(hashOfToken(tokens[n] ?? ''));
    expect(hash).not.toContain(tokens[n]);
  }
  expect(createAgendaAddresses(() => null).isReachable()).toBe(false);
});

it('geeft de agenda, en zegt wie hem al heeft dat hij nog klopt', async () => {
  const { get, make, world } = await serving();
  const { path } = make('p-marijke');
  const first = await get(path);
  expect(first.status).toBe(200);
  expect(first.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
  expect(first.headers.get('cache-control')).toBe('private, no-cache');
  expect(await first.text()).toContain('SUMMARY:Permanentie Limburg');
  const etag = first.headers.get('etag') ?? '';
  for (const known of [etag, `W/${etag}`, `"x", ${etag}`, '*']) {
    const again = await get(path, { 'if-none-match': known });
    expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag]);
  }
  expect((await get(path, { 'if-none-match': '"x"' })).status).toBe(200);
  const head = await get(path, {}, 'HEAD');
  expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', etag]);
  expect((await get(`${path}?x=1`)).status).toBe(200);
  world.clock.set(world.clock.now().add({ hours: 24 }));
  expect((await get(path, { 'if-none-match': etag })).status).toBe(200);
});

it('antwoordt hetzelfde op een onbekend, ingetrokken, misvormd en niet langer toegelaten adres', async () => {
  const { get, make, world } = await serving();
  const revoked = make('p-ines');
  world.kept.agendas.delete(revoked.hash);
  const { path: unknown } = { path: new URL(addresses.make().url).pathname };
  const paths = [
    unknown,
    revoked.path,
    make('p-melder', 'LIM').path,
    make('p-niemand').path,
    '/ical/kort.ics',
    unknown.replace('.ics', ''),
    unknown.replace('.ics', '.ICS'),
    `/ical/${'%2e'.repeat(15)}.ics`,
    `/ical/x${unknown.slice(6)}`,
  ];
  const answers = await Promise.all(
    paths.map(async (path) => {
      const { status, headers, text } = await get(path).then(async (r) => ({
        status: r.status,
        headers: [...r.headers].filter(([name]) => name !== 'date'),
        text: await r.text(),
      }));
      return JSON.stringify({ status, headers, text });
    }),
  );
  expect(new Set(answers).size).toBe(1);
  expect(answers[0]).toContain('"status":404');
});

it('zet het adres in geen enkele logregel, ook niet als het misgaat [S14]', async () => {
  const { get, make, lines } = await serving(async (hash) => {
    throw new Error(`no database for ${hash}`);
  });
  const { path, hash } = make('p-marijke');
  const answer = await get(path);
  expect([answer.status, await answer.text()]).toEqual([503, 'Even niet beschikbaar\n']);
  expect(lines).toEqual(['ical.failed {"fault":"Error"}']);
  expect(lines.join()).not.toContain(path.slice(6, 20));
  expect(lines.join()).not.toContain(hash);
});
