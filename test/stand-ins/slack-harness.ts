import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { drawPicture } from '../../adapters/charts/draw-picture.ts';
import { createSlack, type Slack } from '../../adapters/slack/slack.ts';
import type { Card } from '../../cards/card.ts';
import type { DrawPicture } from '../../cards/chart.ts';
import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { Log } from '../../src/ports.ts';
import type { Clock } from '../../src/time.ts';
import type { View } from '../../src/view.ts';
import type { ChatHarness } from '../chat-contract.ts';
import { type SlackStandIn, startSlackStandIn } from './slack.ts';
import { createSlackUser, type SentRequest, type SlackUser, sendToBot, signSlack } from './slack-user.ts';

export type SlackHarness = ChatHarness & {
  user: SlackUser;
  other: SlackUser;
  slack: SlackStandIn;
  adapter: Slack;
  baseUrl: string;
  /** Lines the adapter logged, as JSON. */
  logged: string[];
  /** Sends bytes to the bot, with whatever headers. */
  send(request: SentRequest): ReturnType<typeof sendToBot>;
};

const wallClock: Clock = { now: () => Temporal.Now.instant() };

type Options = { clock?: Clock; timeoutMs?: number; draw?: DrawPicture };

/** The Slack adapter on a server of its own, against the stand-in. */
export async function slackHarness(
  { cardOf }: { cardOf: (view: View) => Card },
  { clock = wallClock, timeoutMs = 1_500, draw = drawPicture }: Options = {},
): Promise<SlackHarness> {
  const slack = await startSlackStandIn();
  const intents: Intent[] = [];
  const logged: string[] = [];
  let answer: (intent: Intent) => Outcome | Promise<Outcome> = () => ({ kind: 'nothing' });
  const line = (event: string, fields?: object) => void logged.push(JSON.stringify({ event, ...fields }));
  const log: Log = { debug: line, info: line, warn: line, error: line };

  const adapter = createSlack({
    config: {
      botToken: slack.botToken,
      signingSecret: slack.signingSecret,
      appToken: null,
      apiUrl: slack.apiUrl,
      teams: [],
    },
    handle: async (intent) => {
      intents.push(intent);
      return answer(intent);
    },
    log,
    clock,
    draw,
    cardOf,
    timeoutMs,
  });
  const server = createServer((req, res) => void adapter.requestListener(req, res));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const started = await adapter.start();
  if (started.kind === 'problem') throw new Error(JSON.stringify(started.problem));

  const [one, two] = slack.people;
  if (one === undefined || two === undefined) throw new Error('the stand-in has two people');
  const user = createSlackUser({ slack, person: one, baseUrl, clock });
  const other = createSlackUser({ slack, person: two, baseUrl, clock });
  const ref = `${slack.team}/${one.id}`;

  return {
    platform: adapter.platform,
    user,
    other,
    account: { platform: 'slack', ref, address: ref },
    email: one.email,
    channel: slack.channel,
    intents,
    answerWith(next) {
      answer = next;
    },
    failNext(kind) {
      const calls = /^(chat\.|conversations\.open|views\.publish)/;
      if (kind === 'busy') slack.failNext(calls, { kind, seconds: 2 });
      else if (kind === 'gone') slack.failNext(calls, { kind: 'error', code: 'user_disabled' });
      else slack.failNext(calls, { kind });
    },
    async forge() {
      const body = new URLSearchParams({ command: '/hulp', user_id: one.id, team_id: slack.team }).toString();
      const type = { 'content-type': 'application/x-www-form-urlencoded' };
      const now = Math.floor(clock.now().epochMilliseconds / 1000);
      const good = signSlack(body, slack.signingSecret, now);
      const check = `ssl_check=1&${body}`;
      const attempts: [string, string, Record<string, string>][] = [
        ['no signature', body, {}],
        ['a signature without its time', body, { 'x-slack-signature': good['x-slack-signature'] ?? '' }],
        ['another secret', body, signSlack(body, 'another', now)],
        ['another body', `${body}&text=more`, good],
        ['another time', body, { ...good, 'x-slack-request-timestamp': String(now - 1) }],
        ['a time that is no number', body, { ...good, 'x-slack-request-timestamp': 'NaN' }],
        ['an empty time', body, { ...good, 'x-slack-request-timestamp': '' }],
        [
          'another version',
          body,
          { ...good, 'x-slack-signature': (good['x-slack-signature'] ?? '').replace('v0', 'v1') },
        ],
        ['half a signature', body, { ...good, 'x-slack-signature': 'v0=' }],
        ['six minutes old', body, signSlack(body, slack.signingSecret, now - 360)],
        ['six minutes ahead', body, signSlack(body, slack.signingSecret, now + 360)],
        ['an unsigned ssl_check', check, {}],
      ];
      const results: { what: string; status: number }[] = [];
      for (const [what, sent, headers] of attempts) {
        const { status } = await sendToBot(baseUrl, { body: sent, headers: { ...type, ...headers } });
        results.push({ what, status });
      }
      return results;
    },
    async replay() {
      await sendToBot(baseUrl, user.last());
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await adapter.stop();
      await slack.close();
      if (slack.problems.length > 0) throw new Error(`Slack would refuse:\n${slack.problems.join('\n')}`);
    },
    slack,
    adapter,
    baseUrl,
    logged,
    send: (request) => sendToBot(baseUrl, request),
  };
}
