import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../adapters/charts/draw-picture.ts';
import { createSlack, type Slack } from '../adapters/slack/slack.ts';
import type { Intent } from '../src/intent.ts';
import type { Log } from '../src/ports.ts';
import { cardBook, plainCard } from './chat-contract.ts';
import { type SlackStandIn, startSlackStandIn } from './stand-ins/slack.ts';
import { type SlackSocket, startSlackSocket } from './stand-ins/slack-socket.ts';

const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };

describe('Slack over Socket Mode', () => {
  const book = cardBook();
  let slack: SlackStandIn;
  let socket: SlackSocket;
  let adapter: Slack;
  let intents: Intent[];

  beforeEach(async () => {
    slack = await startSlackStandIn();
    socket = await startSlackSocket();
    slack.useSocket(socket.url);
    intents = [];
    adapter = createSlack({
      draw: drawPicture,
      config: { botToken: slack.botToken, signingSecret: null, appToken: 'xapp-1', apiUrl: slack.apiUrl, teams: [] },
      handle: async (intent) => {
        intents.push(intent);
        return { kind: 'answer', view: book.viewOf(plainCard('Nu van wacht: Marijke')) };
      },
      log: quiet,
      clock: { now: () => Temporal.Now.instant() },
      cardOf: book.cardOf,
      timeoutMs: 1_500,
      againAfterMs: 200,
    });
  });
  afterEach(async () => {
    await adapter.stop();
    await socket.close();
    await slack.close();
  });

  const command = () => {
    const [person] = slack.people;
    return {
      command: '/hulp',
      text: 'mij',
      team_id: slack.team,
      user_id: person?.id,
      channel_id: person?.talk,
      trigger_id: slack.newTrigger(person?.id ?? ''),
      response_url: slack.newResponseUrl(person?.id ?? '', person?.talk ?? '', null),
    };
  };

  it('answers a command in its acknowledgement', async () => {
    expect(await adapter.start()).toEqual({ kind: 'started' });
    const answer = await socket.send('slash_commands', command());
    expect(JSON.stringify(answer)).toContain('Nu van wacht: Marijke');
    expect(intents[0]?.input).toEqual({ kind: 'command', text: 'hulp mij' });
  });

  it('answers words in the private talk', async () => {
    await adapter.start();
    const [person] = slack.people;
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: person?.talk,
      user: person?.id,
      text: 'hulp',
      ts: '1.1',
    };
    await socket.send('events_api', { type: 'event_callback', team_id: slack.team, event_id: 'Ev1', event });
    await expect.poll(() => slack.messages.map(slack.read).join()).toContain('Nu van wacht: Marijke');
  });

  it('connects again after the line was cut', async () => {
    await adapter.start();
    socket.cut();
    await expect.poll(socket.connections, { timeout: 40_000 }).toBe(2);
    expect(JSON.stringify(await socket.send('slash_commands', command()))).toContain('Marijke');
  });

  it('goes on trying when Slack is away just then, and does not bring the process down', async () => {
    await adapter.start();
    slack.failNext(/apps.connections.open/, { kind: 'broken' });
    socket.cut();
    await expect.poll(socket.connections, { timeout: 40_000 }).toBe(2);
  });

  it('connects as soon as Slack is back when it was away at the start', async () => {
    slack.failNext(/apps.connections.open/, { kind: 'broken' });
    expect(await adapter.start()).toEqual({ kind: 'away' });
    await expect.poll(() => adapter.trouble(), { timeout: 10_000 }).toBeNull();
    expect(JSON.stringify(await socket.send('slash_commands', command()))).toContain('Marijke');
    socket.cut();
    await expect.poll(socket.connections, { timeout: 40_000 }).toBe(2);
  });

  it('says which token is wrong', async () => {
    slack.useSocket(null);
    expect(await adapter.start()).toMatchObject({ kind: 'problem', problem: { variable: 'SLACK_APP_TOKEN' } });
  });
});
