import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Playground, type PlaygroundPerson, startPlayground } from '../adapters/teams/playground.ts';
import type { Card } from '../cards/card.ts';
import type { Intent } from '../src/intent.ts';
import { cardBook, plainCard } from './chat-contract.ts';
import { hasChromium, openPlayground, type PlaygroundBrowser } from './stand-ins/playground.ts';
import { startTeamsService } from './stand-ins/teams.ts';
import { startTeamsBot, type TeamsBot } from './stand-ins/teams-bot.ts';

/** A port nobody has: another run of this test may be going on. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, resolve));
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

const person = (n: number): PlaygroundPerson => ({
  id: `persoon-${n}`,
  aadObjectId: `00000000-0000-0000-0000-00000000002${n}`,
  name: `Persoon ${n}`,
  email: `persoon${n}@example.org`,
});

const form = (error?: string): Card => ({
  title: 'Een formulier',
  summary: 'Vul in',
  parts: [
    { type: 'text', text: 'Vul in *wat* je weet.' },
    { type: 'input', kind: 'text', id: 'naam', label: 'Naam', required: true, maxLength: 50, error },
    { type: 'input', kind: 'date', id: 'dag', label: 'Dag', required: false },
    { type: 'input', kind: 'choice', id: 'keuze', label: 'Keuze', required: false, options: options(3) },
    { type: 'input', kind: 'choice', id: 'veel', label: 'Uit veel', required: false, options: options(30) },
    { type: 'input', kind: 'choices', id: 'meer', label: 'Meer', required: false, options: options(3) },
  ],
  form: { submit: { action: 'kennismaking.bewaren', label: 'Bewaren', subject: 's' } },
});
const options = (count: number) => Array.from({ length: count }, (_, n) => ({ value: `w${n}`, label: `Waarde ${n}` }));

if (!hasChromium()) console.info('skipped: the Teams playground in a browser, install chromium to run it');

describe.skipIf(!hasChromium())('the Teams playground', () => {
  const book = cardBook();
  const intents: Intent[] = [];
  let bot: TeamsBot;
  let playground: Playground;
  let browser: PlaygroundBrowser;

  beforeAll(async () => {
    const service = await startTeamsService([], { id: 'none', channels: [] });
    const port = await freePort();
    const serviceUrl = `http://localhost:${port}/_connector`;
    bot = await startTeamsBot(
      service,
      {
        config: { mode: 'local', serviceUrl },
        cardOf: book.cardOf,
        async handle(intent) {
          intents.push(intent);
          const { input } = intent;
          if (input.kind === 'lifecycle') return { kind: 'nothing' };
          if (input.kind === 'command') return { kind: 'form', view: book.viewOf(form()) };
          if (input.values.naam === undefined) return { kind: 'form', view: book.viewOf(form('Vul een naam in.')) };
          return { kind: 'answer', view: book.viewOf(plainCard(`Dag ${input.values.naam}`)) };
        },
      },
      true,
    );
    await service.close();
    playground = await startPlayground({
      endpoint: bot.endpoint,
      me: person(0),
      others: [person(1), person(2), person(3), person(4), person(5)],
      port,
    });
    expect(playground.serviceUrl).toBe(serviceUrl);
  });
  afterAll(async () => {
    await browser?.close();
    await playground?.stop();
    await bot?.close();
  });

  it('knows its people, and takes messages that nobody asked for', async () => {
    const me = await bot.teams.platform.find('persoon0@example.org');
    expect(me?.ref).toBe(person(0).aadObjectId);
    expect((await bot.teams.platform.find('persoon3@example.org'))?.ref).toBe(person(3).aadObjectId);
    const post = (text: string) =>
      bot.teams.platform.post({ account: me?.address ?? '' }, book.viewOf(plainCard(text)), text);
    // The first page to connect usually shows this, not always, and a later one never.
    expect((await post('Vooraf')).kind).toBe('posted');
    browser = await openPlayground(playground.url);
    await post('Daarna');
    await browser.waitFor('Daarna');
    expect(intents.at(0)?.input).toEqual({ kind: 'lifecycle', event: 'reachable' });
  });

  it('takes a form to its end in one card', async () => {
    await browser.type('iets');
    await browser.waitFor('Vul in *wat* je weet.');
    await browser.press('Bewaren');
    await browser.waitFor('Vul een naam in.');
    await browser.fill('naam', 'An & <co>');
    await browser.fill('dag', '2026-12-20');
    await browser.fill('keuze', 'Waarde 1');
    await browser.fill('veel', 'Waarde 29');
    await browser.fill('meer', ['Waarde 0', 'Waarde 2']);
    await browser.press('Bewaren');
    await browser.waitFor('Dag An & <co>');
    expect(await browser.text()).not.toContain('Vul in');
    expect(intents.at(-1)?.input).toMatchObject({
      values: { naam: 'An & <co>', dag: '2026-12-20', keuze: 'w1', veel: 'w29', meer: ['w0', 'w2'] },
    });
  });

  it('answers in the personal chat what is asked in the channel', async () => {
    await browser.open('Kanaal');
    await browser.type('@ iets');
    await browser.waitFor('Ik antwoord je privé.');
    expect(intents.at(-1)).toMatchObject({ place: 'shared', input: { kind: 'command', text: 'iets' } });
    expect(await browser.text()).not.toContain('Vul in');
    await browser.open('Personal Chat');
    await browser.waitFor('Vul in *wat* je weet.');
  });
});

describe('the port of the playground', () => {
  it('is refused plainly when it is taken', async () => {
    const taken = createServer();
    await new Promise<void>((resolve) => taken.listen(0, resolve));
    const { port } = taken.address() as AddressInfo;
    const started = startPlayground({
      endpoint: 'http://127.0.0.1:1/api/messages',
      me: person(0),
      others: [person(1), person(2), person(3), person(4), person(5)],
      port,
    });
    await expect(started).rejects.toThrow(`Poort ${port} is al in gebruik`);
    await new Promise((resolve) => taken.close(resolve));
  });
});
