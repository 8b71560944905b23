import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { httpFetch } from './http-fetch.ts';

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const post = (url: string, body?: string, signal = AbortSignal.timeout(2_000)) =>
  httpFetch(url, { method: 'POST', headers: {}, redirect: 'error', signal, ...(body === undefined ? {} : { body }) });

it('sends what it is given and gives what it gets, in UTF-8', async () => {
  const url = await serve(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    response.writeHead(201, { 'Retry-After': '3' }).end(Buffer.concat(parts));
  });
  const response = await post(url, 'coördinator ⚠️');
  expect(response).toMatchObject({ ok: true, status: 201 });
  expect(response.headers.get('retry-after')).toBe('3');
  expect(response.headers.get('x-none')).toBeNull();
  expect(await response.text()).toBe('coördinator ⚠️');
});

it('says that it is not ok, and follows no redirect', async () => {
  const url = await serve((request, response) =>
    request.url === '/' ? response.writeHead(403).end('{}') : response.writeHead(307, { location: '/' }).end(),
  );
  expect(await post(url)).toMatchObject({ ok: false, status: 403 });
  await expect(post(`${url}elders`)).rejects.toThrow('redirected');
});

it.each([
  ['nobody answers', () => {}],
  ['the answer stops halfway', (_, response) => response.writeHead(200).write('{"id":')],
] satisfies [string, RequestListener][])('ends with its signal when %s', async (_what, listener) => {
  await expect(post(await serve(listener), '{}', AbortSignal.timeout(100))).rejects.toThrow();
});

it('rejects when the answer is cut off, and when there is nobody', async () => {
  const url = await serve((_request, response) => {
    response.writeHead(200, { 'content-length': 100 });
    response.write('{"id":', () => response.destroy());
  });
  await expect(post(url, '{}')).rejects.toThrow();
  await expect(post('http://127.0.0.1:1/', '{}')).rejects.toThrow();
});
