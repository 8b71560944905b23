import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { z } from 'zod';
import type { Card } from '../../cards/card.ts';
import { cardOf as realCardOf } from '../../cards/card-of.ts';
import type { Account, Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { ChatPlatform, Log, Posted } from '../../src/ports.ts';
import type { Clock } from '../../src/time.ts';
import type { View } from '../../src/view.ts';
import { draw } from './draw.ts';

type ToyConfig = { url: string; secret: string };

const platform = 'toy';
/** Toy waits three seconds for an answer. */
const answerWithinMs = 2_500;

const incoming = z.object({
  id: z.string().min(1),
  user: z.string().min(1),
  channel: z.string().nullable(),
  input: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('typed'), text: z.string() }),
    z.object({
      kind: z.literal('pressed'),
      message: z.string().nullable(),
      data: z.object({ action: z.string(), subject: z.string(), form: z.boolean() }),
      values: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
    }),
  ]),
});
type Incoming = z.infer<typeof incoming>;

type Needs = {
  config: ToyConfig;
  handle: (intent: Intent) => Promise<Outcome>;
  log: Log;
  clock: Clock;
  cardOf?: (view: View) => Card;
  timeoutMs?: number;
};

export function createToy({ config, handle, log, clock, cardOf = realCardOf, timeoutMs = 3_000 }: Needs) {
  const sign = (body: string) => createHmac('sha256', config.secret).update(body).digest('hex');

  async function call(method: string, path: string, body: unknown): Promise<Posted | { kind: 'found'; body: unknown }> {
    try {
      const sent = JSON.stringify(body ?? null);
      const response = await fetch(new URL(path, config.url), {
        method,
        headers: { 'x-toy': sign(sent) },
        ...(method === 'GET' ? {} : { body: sent }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (response.status === 429)
        return { kind: 'later', afterMs: Number(response.headers.get('retry-after') ?? 1) * 1_000, reason: 'busy' };
      if (response.status >= 500) return { kind: 'later', reason: `${response.status}` };
      if (!response.ok) return { kind: 'unreachable', reason: `${response.status}` };
      return { kind: 'found', body: await response.json() };
    } catch (fault) {
      return { kind: 'later', reason: fault instanceof Error ? fault.name : 'unknown' };
    }
  }

  const idOf = z.object({ id: z.string() });
  const posted = (result: Awaited<ReturnType<typeof call>>): Posted =>
    result.kind === 'found' ? { kind: 'posted', ref: idOf.parse(result.body).id } : result;

  const who = z.object({ ref: z.string(), naam: z.string(), email: z.string() });
  async function person(query: string) {
    const result = await call('GET', `people?${query}`, null);
    return result.kind === 'found' ? who.parse(result.body) : null;
  }
  const accountOf = (ref: string): Account => ({ platform, ref, address: ref });

  const chat: ChatPlatform = {
    platform,
    post: async (to, view, key) => posted(await call('POST', 'messages', { ...to, key, drawn: draw(cardOf(view)) })),
    update: async (ref, view) =>
      posted(await call('PUT', `messages/${encodeURIComponent(ref)}`, { drawn: draw(cardOf(view)) })),
    profile: async (ref) => {
      const found = await person(`ref=${encodeURIComponent(ref)}`);
      return found && { naam: found.naam, email: found.email };
    },
    find: async (email) => {
      const found = await person(`email=${encodeURIComponent(email)}`);
      return found && accountOf(found.ref);
    },
  };

  function intentOf({ id, user, channel, input }: Incoming): Intent {
    return {
      delivery: `${platform}:${id}`,
      at: clock.now(),
      account: accountOf(user),
      place: channel === null ? 'private' : 'shared',
      input:
        input.kind === 'typed'
          ? { kind: 'command', text: input.text.replace(/^@bot\s+/, '').trim() }
          : {
              kind: 'action',
              action: input.data.action,
              subject: input.data.subject,
              values: input.values,
              from: input.data.form ? 'form' : 'card',
            },
    };
  }

  const shown = (outcome: Outcome) =>
    outcome.kind === 'nothing'
      ? { show: null }
      : {
          show: outcome.kind,
          drawn: draw(cardOf(outcome.view)),
          notice: outcome.kind === 'replace' ? (outcome.notice ?? null) : null,
        };
  type Shown =
    | ReturnType<typeof shown>
    | { show: 'answer'; drawn: { lines: string[]; inputs: []; buttons: [] }; notice: null };

  async function decide(intent: Intent): Promise<Shown> {
    try {
      return shown(await handle(intent));
    } catch (fault) {
      log.error('toy.fault', { platform, fault: fault instanceof Error ? fault.name : 'unknown' });
      const lines = ['Er ging iets mis en er is niets gewijzigd. Probeer het opnieuw.'];
      return { show: 'answer', drawn: { lines, inputs: [], buttons: [] }, notice: null };
    }
  }

  return {
    platform: chat,
    /** For `POST /toy/events`. */
    async requestListener(req: IncomingMessage, res: ServerResponse): Promise<void> {
      const body = await text(req);
      const given = Buffer.from(String(req.headers['x-toy'] ?? ''));
      const wanted = Buffer.from(sign(body));
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return void res.writeHead(401).end();
      const parsed = incoming.safeParse(JSON.parse(body));
      if (!parsed.success) return void res.writeHead(400).end();
      const decided = decide(intentOf(parsed.data));
      const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), answerWithinMs).unref());
      const answer = await Promise.race([decided, late]);
      res.writeHead(200).end(JSON.stringify(answer ?? { show: null }));
      if (answer === null) await call('POST', 'answers', { user: parsed.data.user, ...(await decided) });
    },
    async start() {},
    async stop() {},
  };
}
