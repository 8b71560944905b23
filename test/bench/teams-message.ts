import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Request } from 'autocannon';
import { writeRef } from '../../adapters/teams/refs.ts';
import { alternate } from './alternate.ts';
import { load } from './load.ts';
import { runServer } from './run-server.ts';
import { type Row, rateRow } from './table.ts';

/** Many: Teams takes seven messages a second in one conversation, and the bot keeps to that. */
const people = 2_000;
const tenantId = '11111111-1111-4111-8111-111111111111';

/** The message `permanentie` through the whole bot in local mode, against an echo; both reply to the same connector. */
export async function teamsMessage(): Promise<Row[]> {
  const connector = await startConnector();
  const serviceUrl = `http://127.0.0.1:${connector.port}/`;
  const persons = Array.from({ length: people }, (_, n) => ({
    userId: `29:${n}`,
    conversationId: `a:personal-${n}`,
    aadObjectId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  }));
  const bot = await runServer({
    kind: 'bot',
    slack: null,
    teams: { mode: 'local' },
    known: persons.map(({ userId, conversationId, aadObjectId }) => ({
      ref: aadObjectId,
      address: writeRef({ serviceUrl, tenantId, userId, conversationId }),
    })),
  });
  const echo = await runServer({ kind: 'echo' });
  const requests: Request[] = persons.map(({ userId, conversationId, aadObjectId }, n) => ({
    method: 'POST',
    path: '/api/messages',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'message',
      id: `u${n}`,
      channelId: 'msteams',
      serviceUrl,
      timestamp: new Date().toISOString(),
      from: { id: userId, name: `Aanmelder ${n}`, aadObjectId },
      recipient: { id: '28:bot', name: 'Bot' },
      conversation: { id: conversationId, tenantId, conversationType: 'personal' },
      channelData: { tenant: { id: tenantId } },
      locale: 'nl-BE',
      text: 'permanentie',
      textFormat: 'plain',
    }),
  }));
  const answered = async (url: string, expected: RegExp) => {
    const before = connector.messages();
    const value = await load(url, requests);
    const replies = connector.messages() - before;
    if (replies < value || !expected.test(connector.last())) throw new Error(`${url} replied with ${connector.last()}`);
    return value;
  };
  try {
    const ours = () => answered(bot.url, /AdaptiveCard.*permanentie/is);
    const bare = () => answered(echo.url, /Echo: permanentie/);
    await ours();
    await bare();
    return [
      rateRow(
        '`permanentie` in Teams, local mode, whole bot, card sent',
        'bare botbuilder CloudAdapter that echoes the text',
        await alternate(ours, bare),
        0.8,
      ),
    ];
  } finally {
    await bot.stop();
    await echo.stop();
    connector.close();
  }
}

/** As little of the Bot Connector as both need: it takes a message and gives an id. */
async function startConnector() {
  let messages = 0;
  let last = '';
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      messages++;
      last = Buffer.concat(chunks).toString('utf8');
      response.writeHead(201, { 'content-type': 'application/json' }).end(`{"id":"m${messages}"}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    messages: () => messages,
    last: () => last,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}
