import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { drawPicture } from '../adapters/charts/draw-picture.ts';
import type { Card } from '../cards/card.ts';
import type { Chart } from '../cards/chart.ts';
import { cardBook } from './chat-contract.ts';
import { meterChart, personsChart } from './sample-charts.ts';
import { type SlackHarness, slackHarness } from './stand-ins/slack-harness.ts';

const cardWith = (...charts: Chart[]): Card => ({
  title: 'Figuren',
  summary: 'Je hebt een bericht',
  parts: [...charts, { type: 'text', text: 'Einde' }],
});

describe('pictures in Slack', () => {
  const book = cardBook();
  let chat: SlackHarness;
  let drawn = 0;
  let draw: (chart: Chart) => Promise<Uint8Array> = drawPicture;

  beforeEach(async () => {
    drawn = 0;
    draw = drawPicture;
    chat = await slackHarness(
      { cardOf: book.cardOf },
      {
        draw: (chart) => {
          drawn += 1;
          return draw(chart);
        },
      },
    );
  });
  afterEach(() => chat.close());

  const post = (card: Card, key: string) =>
    chat.platform.post({ account: chat.account.address }, book.viewOf(card), key);
  const blocksOf = (n: number) => JSON.stringify(chat.slack.messages.at(n)?.blocks);

  it('are uploaded once, belong to the bot alone, and say nothing in their name [S9]', async () => {
    await post(cardWith(meterChart), 'a');
    await post(cardWith({ ...meterChart }), 'b');
    expect(drawn).toBe(1);
    expect([...chat.slack.files.values()].map(({ name, channel }) => [name, channel])).toEqual([['grafiek.png', '']]);
    expect(blocksOf(-1)).toContain('"slack_file":{"id":"F000000001"}');
    expect(blocksOf(-1)).toContain('Vastgelegd: €\u00a04.125,50');

    await post(cardWith({ ...meterChart, alt: 'Iets anders.' }), 'c');
    expect(drawn).toBe(2);
  });

  it.each([
    ['cannot be drawn', () => Promise.reject(new Error('no font'))],
    ['are no pictures', () => Promise.resolve(new TextEncoder().encode('not a png'))],
  ])('that %s leave the figures in a table', async (_, broken) => {
    draw = broken;
    expect((await post(cardWith(meterChart), 'a')).kind).toBe('posted');
    expect(blocksOf(-1)).not.toContain('slack_file');
    expect(chat.user.inbox().join('\n').replaceAll('\u00a0', ' ')).toContain('€ 4.125,50');
    // What the stand-in complained of is what this test is about.
    chat.slack.problems.length = 0;

    draw = drawPicture;
    await post(cardWith(meterChart), 'b');
    expect(blocksOf(-1)).toContain('slack_file');
  });

  it.each([/^files.getUploadURLExternal/, /^files.completeUploadExternal/, /^\/upload\//])(
    'leave the figures in a table when Slack breaks down at %s',
    async (call) => {
      chat.slack.failNext(call, { kind: 'broken' });
      expect((await post(cardWith(meterChart), 'a')).kind).toBe('posted');
      expect(chat.user.inbox().join('\n').replaceAll('\u00a0', ' ')).toContain('€ 4.125,50');
    },
  );

  it('that Slack refuses make place for the table, once', async () => {
    chat.slack.failNext(/^chat.postMessage/, { kind: 'error', code: 'invalid_blocks' });
    expect((await post(cardWith(meterChart), 'a')).kind).toBe('posted');
    expect(chat.user.inbox()).toHaveLength(1);
    expect(blocksOf(-1)).not.toContain('slack_file');
  });

  it('follow the words when they take long, and both answer within Slack’s 3 seconds', async () => {
    draw = async (chart) => {
      await new Promise((resolve) => setTimeout(resolve, 1_500));
      return drawPicture(chart);
    };
    chat.answerWith(() => ({ kind: 'answer', view: book.viewOf(cardWith(personsChart)) }));
    const before = performance.now();
    await chat.user.type('hulp');
    await chat.user.until(/129 uur/, 'screen');
    expect(performance.now() - before).toBeLessThan(3_000);
    expect(blocksOf(-1)).not.toContain('slack_file');
    await chat.user.until(/\[figuur\] Uren van wacht in 2026/, 'screen', 20_000);
    expect(chat.slack.messages.filter(({ ephemeralTo }) => ephemeralTo !== null)).toHaveLength(2);
  });

  it('stand in the answer itself when they are known', async () => {
    await post(cardWith(personsChart), 'a');
    chat.answerWith(() => ({ kind: 'answer', view: book.viewOf(cardWith(personsChart)) }));
    await chat.user.type('hulp');
    await chat.user.until(/\[figuur\][\s\S]*Einde/, 'screen', 1_400);
  });
});
