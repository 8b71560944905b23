import type { Request } from 'autocannon';
import { startSlackStandIn } from '../stand-ins/slack.ts';
import { signSlack } from '../stand-ins/slack-user.ts';
import { alternate } from './alternate.ts';
import { load } from './load.ts';
import { runServer } from './run-server.ts';
import { type Row, rateRow } from './table.ts';

const people = 500;
const deliveries = 5_000;

/** `/permanentie` over signed HTTP through the whole bot, against Bolt that verifies and acknowledges a fixed text. */
export async function slackCommand(): Promise<Row[]> {
  const slack = await startSlackStandIn([]);
  const userOf = (n: number) => `U${String(n % people).padStart(9, '0')}`;
  const refs = Array.from({ length: people }, (_, n) => `${slack.team}/${userOf(n)}`);
  const { botToken, signingSecret, apiUrl } = slack;
  const bot = await runServer({
    kind: 'bot',
    slack: { botToken, signingSecret, apiUrl, appToken: null, teams: [] },
    teams: null,
    known: refs.map((ref) => ({ ref, address: ref })),
  });
  const bolt = await runServer({ kind: 'bolt', signingSecret });
  try {
    // Signed before each measurement: Slack's signatures are good for five minutes.
    const requests = () => Array.from({ length: deliveries }, (_, n) => command(slack, userOf(n), `${n}.bench`));
    await expectText(bot.url, requests(), /permanentie/i);
    await expectText(bolt.url, requests(), /Marijke is van wacht/);
    for (const { url } of [bot, bolt]) await load(url, requests(), 3);
    const compared = await alternate(
      () => load(bot.url, requests()),
      () => load(bolt.url, requests()),
      7,
    );
    return [
      rateRow(
        '`/permanentie` in Slack, signed HTTP, whole bot, card rendered',
        'bare Bolt 5 that verifies and acknowledges a fixed text',
        compared,
        0.7,
      ),
    ];
  } finally {
    await bot.stop();
    await bolt.stop();
    await slack.close();
  }
}

function command(slack: { team: string; signingSecret: string }, user: string, triggerId: string): Request {
  const body = new URLSearchParams({
    command: '/permanentie',
    text: '',
    team_id: slack.team,
    team_domain: 'bench',
    user_id: user,
    user_name: user.toLowerCase(),
    channel_id: 'D000000001',
    channel_name: 'directmessage',
    api_app_id: 'A0APP',
    trigger_id: triggerId,
    response_url: 'https://hooks.slack.com/commands/T000000001/1/bench',
  }).toString();
  const at = Math.floor(Date.now() / 1000);
  const headers = { 'content-type': 'application/x-www-form-urlencoded', ...signSlack(body, slack.signingSecret, at) };
  return { method: 'POST', path: '/slack/events', headers, body };
}

/** What is measured must be the answer, and not a refusal. */
async function expectText(url: string, [request]: Request[], expected: RegExp): Promise<void> {
  if (request === undefined) throw new Error('nothing to send');
  const { path, method, headers, body } = request;
  const response = await fetch(`${url}${path}`, { method, headers, body });
  const text = await response.text();
  if (response.status !== 200 || !expected.test(text)) throw new Error(`${url} answered ${response.status} ${text}`);
}
