import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../adapters/charts/draw-picture.ts';
import { createSlack } from '../adapters/slack/slack.ts';
import type { Log } from '../src/ports.ts';
import { type SlackStandIn, startSlackStandIn } from './stand-ins/slack.ts';

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

describe('starting Slack', () => {
  let slack: SlackStandIn;
  beforeEach(async () => {
    slack = await startSlackStandIn();
  });
  afterEach(() => slack.close());

  const startWith = (config: { botToken?: string; apiUrl?: string; teams?: string[] }) =>
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
    }).start();

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

  it.each(['silent', 'broken'] as const)('says within its time limit that Slack is %s', async (kind) => {
    slack.failNext(/auth.test/, { kind });
    const result = await startWith({});
    expect(result).toMatchObject({ kind: 'problem', problem: { variable: 'SLACK_API_URL' } });
  });

  it('says that nobody listens there', async () => {
    const result = await startWith({ apiUrl: 'http://127.0.0.1:1/api/' });
    expect(result).toMatchObject({ kind: 'problem', problem: { variable: 'SLACK_API_URL' } });
  });
});
