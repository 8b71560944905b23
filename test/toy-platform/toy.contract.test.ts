import { createHmac, randomUUID } from 'node:crypto';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import { chatContract, type MakeHarness } from '../../test/chat-contract.ts';
import type { ChatUser } from '../../test/stand-ins/chat-user.ts';
import type { Drawn } from './draw.ts';
import { createToy } from './toy.ts';

const secret = 'geheim';
const sign = (body: string) => createHmac('sha256', secret).update(body).digest('hex');
const people = [
  { ref: 'u1', naam: 'An', email: 'an@example.org' },
  { ref: 'u2', naam: 'Bart', email: 'bart@example.org' },
];
type Message = { id: string; account?: string; channel?: string; drawn: Drawn };
type Screen = { drawn: Drawn | null; notice: string; form: boolean; replacing: string | null };

async function serve(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise<void>((r) => {
        server.close(() => r());
        server.closeAllConnections();
      }),
  };
}

const harness: MakeHarness = async ({ cardOf }) => {
  const messages: Message[] = [];
  const screens = new Map<string, Screen>(
    people.map((p) => [p.ref, { drawn: null, notice: '', form: false, replacing: null }]),
  );
  let fail: string | null = null;
  const show = (
    ref: string,
    shown: { show: string | null; drawn: Drawn; notice: string | null },
    pressed: string | null,
    wasForm: boolean,
  ) => {
    const screen = screens.get(ref);
    if (!screen || shown.show === null) return;
    if (shown.show === 'replace') {
      screen.notice = shown.notice ?? '';
      const message = messages.find((m) => m.id === pressed);
      if (message) message.drawn = shown.drawn;
      else if (wasForm) Object.assign(screen, { drawn: null, form: false });
      else screen.drawn = shown.drawn;
    } else Object.assign(screen, { drawn: shown.drawn, form: shown.show === 'form' });
  };
  const toyServer = await serve(async (req, res) => {
    const url = new URL(req.url ?? '', 'http://x');
    const body = await text(req);
    const send = (status: number, value: unknown = null, headers = {}) =>
      void res.writeHead(status, headers).end(JSON.stringify(value));
    if (url.pathname === '/people') {
      const found = people.find(
        (p) => p.ref === url.searchParams.get('ref') || p.email === url.searchParams.get('email'),
      );
      return send(found ? 200 : 404, found);
    }
    const failing = fail;
    fail = null;
    if (failing === 'busy') return send(429, null, { 'retry-after': '2' });
    if (failing === 'broken') return send(503);
    if (failing === 'silent') return;
    if (failing === 'gone') return send(403);
    const data = JSON.parse(body);
    if (url.pathname === '/answers') {
      show(data.user, data, null, false);
      return send(200, {});
    }
    if (req.method === 'POST') {
      if (!data.channel && !people.some((p) => p.ref === data.account)) return send(404);
      const message = { ...data, id: randomUUID() };
      messages.push(message);
      return send(200, { id: message.id });
    }
    const message = messages.find((m) => m.id === decodeURIComponent(url.pathname.split('/').at(-1) ?? ''));
    if (!message) return send(404);
    message.drawn = data.drawn;
    send(200, { id: message.id });
  });

  const intents: Intent[] = [];
  let answer: (intent: Intent) => Outcome | Promise<Outcome> = () => ({ kind: 'nothing' });
  const log = { debug() {}, info() {}, warn() {}, error() {} };
  const toy = createToy({
    config: { url: toyServer.url, secret },
    handle: async (intent) => {
      intents.push(intent);
      return answer(intent);
    },
    log,
    clock: { now: () => Temporal.Now.instant() },
    cardOf,
    timeoutMs: 1_000,
  });
  const bot = await serve((req, res) => void toy.requestListener(req, res));
  let last = '';
  const sendRaw = (body: string, signature: string) =>
    fetch(bot.url, { method: 'POST', body, headers: { 'x-toy': signature } });

  function userOf(ref: string): ChatUser {
    const screen = () => screens.get(ref) as Screen;
    let filled: Record<string, string | string[]> = {};
    const send = async (input: unknown, channel: string | null, pressed: string | null, wasForm: boolean) => {
      last = JSON.stringify({ id: randomUUID(), user: ref, channel, input });
      const response = await sendRaw(last, sign(last));
      if (!response.ok) throw new Error(`${response.status}`);
      show(ref, (await response.json()) as never, pressed, wasForm);
    };
    const textOf = (drawn: Drawn | null) =>
      drawn ? [...drawn.lines, ...drawn.buttons.map((b) => b.label)].join('\n') : '';
    const inbox = () => messages.filter((m) => m.account === ref);
    const places = () => [
      ...(screen().drawn ? [{ drawn: screen().drawn as Drawn, id: null as string | null }] : []),
      ...inbox().toReversed(),
      ...messages.filter((m) => m.channel).toReversed(),
    ];
    const go = async (place: { drawn: Drawn; id: string | null }, label: string) => {
      const button = place.drawn.buttons.find((b) => b.label === label) ?? place.drawn.buttons[0];
      const values: Record<string, string | string[]> = {};
      for (const input of place.drawn.inputs) {
        const value = filled[input.id] ?? input.value;
        if (value !== undefined && value.length > 0) values[input.id] = value as string;
      }
      filled = {};
      await send(
        { kind: 'pressed', message: place.id, data: button?.data, values: button?.data.form ? values : {} },
        null,
        place.id,
        place.id === null && screen().form,
      );
    };
    return {
      name: ref,
      type: (typed) => send({ kind: 'typed', text: typed }, null, null, false),
      typeInChannel: (channel, typed) => send({ kind: 'typed', text: `@bot ${typed}` }, channel, null, false),
      async press(label, from) {
        const place = places().find(
          (p) => p.drawn.buttons.some((b) => b.label === label) && (!from || from.test(textOf(p.drawn))),
        );
        if (!place) throw new Error(`no button ${label}`);
        await go(place, label);
      },
      async fill(values) {
        const place = places().find((p) => Object.keys(values).every((id) => p.drawn.inputs.some((i) => i.id === id)));
        if (!place) throw new Error(`no such inputs: ${Object.keys(values)}`);
        filled = { ...filled, ...values };
      },
      async submit(label) {
        const place = places().find((p) =>
          label ? p.drawn.buttons.some((b) => b.label === label) : p.drawn.inputs.length > 0,
        );
        if (!place) throw new Error('nothing to submit');
        await go(place, label ?? place.drawn.buttons[0]?.label ?? '');
      },
      screen: () => `${screen().notice}\n${textOf(screen().drawn)}`,
      inbox: () => inbox().map((m) => textOf(m.drawn)),
      channel: (channel) => messages.filter((m) => m.channel === channel).map((m) => textOf(m.drawn)),
      async until(pattern, where, ms = 20_000) {
        const end = performance.now() + ms;
        for (;;) {
          const texts = [
            ...(where === undefined || where === 'screen' ? [this.screen()] : []),
            ...(where === undefined || where === 'inbox' ? this.inbox() : []),
            ...(where === undefined || where === 'channel'
              ? messages.filter((m) => m.channel).map((m) => textOf(m.drawn))
              : []),
          ];
          const found = texts.find((t) => pattern.test(t));
          if (found !== undefined) return found;
          if (performance.now() > end) throw new Error(`not to be read: ${pattern}\n${texts.join('\n--\n')}`);
          await sleep(20);
        }
      },
    };
  }

  return {
    platform: toy.platform,
    user: userOf('u1'),
    account: { platform: 'toy', ref: 'u1', address: 'u1' },
    email: 'an@example.org',
    other: userOf('u2'),
    channel: 'kanaal',
    intents,
    answerWith: (next) => {
      answer = next;
    },
    failNext: (kind) => {
      fail = kind;
    },
    async forge() {
      const body = JSON.stringify({ id: 'x', user: 'u1', channel: null, input: { kind: 'typed', text: 'hulp' } });
      const results = [];
      for (const [what, sig] of [
        ['none', ''],
        ['other body', sign('x')],
      ] as const)
        results.push({ what, status: (await sendRaw(body, sig)).status });
      return results;
    },
    replay: async () => void (await sendRaw(last, sign(last))),
    async close() {
      await bot.close();
      await toyServer.close();
    },
  };
};

chatContract('toy', harness);
