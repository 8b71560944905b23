import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { BotOptions } from '../../adapters/start-bot.ts';

/** Somebody the bot already knows, by an account of theirs. */
export type Known = { ref: string; address: string };

/** Which server this process is. Everything it needs comes along: it loads nothing it does not measure. */
export type ServerTask =
  | { kind: 'bot'; slack: BotOptions['slack']; teams: BotOptions['teams']; known: Known[] }
  | { kind: 'bolt'; signingSecret: string }
  | { kind: 'echo' }
  | { kind: 'bare-start'; sdk: '@slack/bolt' | 'botbuilder'; folder: string };

const start = {
  /** The whole bot on PGlite in memory, heartbeat and workers included. */
  async bot({ slack, teams, known }: Extract<ServerTask, { kind: 'bot' }>) {
    const { startBot } = await import('../../adapters/start-bot.ts');
    const { parseKeyRing } = await import('../../adapters/database/key-ring.ts');
    const { createLog } = await import('../../adapters/log/create-log.ts');
    const keys = parseKeyRing(`bench:${Buffer.alloc(32, 5).toString('base64')}`);
    if ('problem' in keys) throw new Error(keys.problem);
    const bot = await startBot({
      config: {
        port: 0,
        mode: 'local',
        databaseUrl: undefined,
        dataDir: 'memory://',
        regionFiles: [fileURLToPath(new URL('../../adapters/region/limburg.yaml', import.meta.url))],
        logLevel: 'warn',
      },
      keys,
      slack,
      teams,
      log: createLog('warn'),
    });
    const platform = slack ? 'slack' : 'teams';
    await bot.world.store.commit({
      persons: known.map((_, n) => ({
        id: `p-${n}`,
        naam: `Aanmelder ${n}`,
        email: `aanmelder${n}@example.org`,
        organisatie: 'Ziekenhuis',
        functie: 'Sociaal werker',
        sector: 'basisvoorziening',
        regio: 'LIM',
        voorkeur: null,
      })),
      accounts: known.map((account, n) => ({ platform, ...account, personId: `p-${n}`, reachable: true })),
      audit: [],
    });
    return bot.port;
  },

  /** Bolt with nothing of ours: it verifies, and acknowledges with a fixed text. */
  async bolt({ signingSecret }: Extract<ServerTask, { kind: 'bolt' }>) {
    const { App, HTTPReceiver } = await import('@slack/bolt');
    const app = new App({
      receiver: new HTTPReceiver({ signingSecret }),
      token: 'xoxb-bench',
      botId: 'B0BOT',
      botUserId: 'U0BOT',
      tokenVerificationEnabled: false,
    });
    app.command('/permanentie', async ({ ack }) => ack({ response_type: 'ephemeral', text: 'Marijke is van wacht.' }));
    return portOf((await app.start(0)) as Server);
  },

  /** botbuilder with nothing of ours: it replies with what was said. */
  async echo() {
    const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
    const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({ MicrosoftAppId: '' }));
    const server = createServer(async (request, response) => {
      const { method, headers } = request;
      const body = JSON.parse(await textOf(request));
      const answer = {
        socket: request.socket,
        status: (code: number) => {
          response.statusCode = code;
        },
        header: (name: string, value: unknown) => response.setHeader(name, String(value)),
        send: (text: unknown) => response.write(typeof text === 'string' ? text : JSON.stringify(text)),
        end: () => response.end(),
      };
      await adapter.process({ method, headers, body }, answer, async (context) => {
        await context.sendActivity(`Echo: ${context.activity.text}`);
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return portOf(server);
  },

  /** The least a bot of this kind starts with: the platform's SDK loaded, the embedded database open, a port. */
  async 'bare-start'({ sdk, folder }: Extract<ServerTask, { kind: 'bare-start' }>) {
    const { PGlite } = await import('@electric-sql/pglite');
    const [pglite] = await Promise.all([PGlite.create({ dataDir: folder }), import(sdk)]);
    process.once('SIGTERM', () => void pglite.close().then(() => process.exit()));
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return portOf(server);
  },
};

const portOf = (server: Server) => (server.address() as AddressInfo).port;

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

function run(task: ServerTask): Promise<number> {
  switch (task.kind) {
    case 'bot':
      return start.bot(task);
    case 'bolt':
      return start.bolt(task);
    case 'echo':
      return start.echo();
    case 'bare-start':
      return start['bare-start'](task);
    default:
      throw new Error(task satisfies never);
  }
}

if (import.meta.main) {
  // The bench that started this process is gone: so is the reason to run.
  process.once('disconnect', () => process.exit());
  process.once('message', async (task: ServerTask) => process.send?.(await run(task)));
}
