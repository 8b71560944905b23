import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../adapters/charts/draw-picture.ts';
import { createSlack } from '../adapters/slack/slack.ts';
import { startBot } from '../adapters/start-bot.ts';
import type { Log } from '../src/ports.ts';
import { testKeys } from './databases.ts';
import { type SlackStandIn, startSlackStandIn } from './stand-ins/slack.ts';

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

describe('starting Slack', () => {
  let slack: SlackStandIn;
  beforeEach(async () => {
    slack = await startSlackStandIn();
  });
  afterEach(() => slack.close());

  const createWith = (config: { botToken?: string; apiUrl?: string; teams?: string[] }) =>
    createSlack({
      draw: drawPicture,
      config: {
        botToken: slack.botToken,
        signingSecret: 's',
        appToken: null,
        apiUrl: slack.apiUrl,
        teams: [],
        ...config,
      },
      handle: async () => ({ kind: 'nothing' }),
      log: quiet,
      clock: { now: () => Temporal.Now.instant() },
      timeoutMs: 500,
      againAfterMs: 100,
    });
  const startWith = async (config: Parameters<typeof createWith>[0]) => createWith(config).start();

  it('works with the right token', async () => {
    expect(await startWith({})).toEqual({ kind: 'started' });
    expect(await startWith({ teams: [slack.team] })).toEqual({ kind: 'started' });
  });

  it.each(['invalid_auth', 'token_revoked', 'account_inactive', 'missing_scope'])(
    'names the token after %s',
    async (code) => {
      slack.failNext(/auth.test/, { kind: 'error', code });
      expect(await startWith({})).toMatchObject({ kind: 'problem', problem: { variable: 'SLACK_BOT_TOKEN' } });
    },
  );

  it('says when the workspace of the token is not on the list', async () => {
    expect(await startWith({ teams: ['T0OTHER'] })).toMatchObject({ problem: { variable: 'SLACK_TEAMS' } });
  });

  it.each(['silent', 'broken'] as const)('while Slack is %s is tried again, until it is back', async (kind) => {
    slack.failNext(/auth.test/, { kind });
    const adapter = createWith({});
    expect(await adapter.start()).toEqual({ kind: 'away' });
    expect(adapter.trouble()).toContain(kind === 'silent' ? 'timeout' : 'HTTP 500');
    await expect.poll(() => adapter.trouble(), { timeout: 5_000 }).toBeNull();
    await adapter.stop();
  });

  it('says what is wrong with the token where that shows later, and goes on trying', async () => {
    slack.failNext(/auth.test/, { kind: 'broken' });
    const adapter = createWith({});
    await adapter.start();
    slack.failNext(/auth.test/, { kind: 'error', code: 'invalid_auth' });
    await expect.poll(() => adapter.trouble(), { timeout: 5_000, interval: 5 }).toContain('SLACK_BOT_TOKEN');
    await expect.poll(() => adapter.trouble(), { timeout: 5_000 }).toBeNull();
    await adapter.stop();
  });

  it('is left alone once the bot stops', async () => {
    let asked = 0;
    const broken = createServer((_req, res) => {
      asked++;
      res.writeHead(500).end();
    });
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const adapter = createWith({ apiUrl: `http://127.0.0.1:${(broken.address() as AddressInfo).port}/api/` });
    expect(await adapter.start()).toEqual({ kind: 'away' });
    await expect.poll(() => asked, { timeout: 5_000 }).toBeGreaterThan(2);
    await adapter.stop();
    const until = asked;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(asked).toBe(until);
    broken.close();
  });

  it('does not keep the bot from starting while Slack is away, and /readyz says so', async () => {
    const bot = await startBot({
      config: { port: 0, mode: 'local', databaseUrl: undefined, dataDir: '', regionFiles: [], logLevel: 'silent' },
      database: { dataDir: 'memory://' },
      keys: testKeys,
      slack: { botToken: 'xoxb-1', signingSecret: 's', appToken: null, apiUrl: 'http://127.0.0.1:1/api/', teams: [] },
      teams: null,
      log: quiet,
      heartbeat: false,
    });
    const ready = await fetch(`http://127.0.0.1:${bot.port}/readyz`);
    expect(await ready.json()).toMatchObject({ ready: true, notes: { slack: expect.stringContaining('network') } });
    await bot.stop();
  });
});
