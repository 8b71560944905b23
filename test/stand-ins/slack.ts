import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parse } from 'node:querystring';
import { createEmulator } from 'emulate';
import { slackScopes } from '../../adapters/slack/manifest.ts';
import { blockProblems, viewProblems } from './slack-limits.ts';
import { type InputState, liveText, textOf } from './slack-screen.ts';

type Json = Record<string, unknown>;

/** Something with blocks that a person can see. `typed`: what that person filled in there. */
export type Shown = {
  /** Order of appearance over everything. */
  seq: number;
  blocks: unknown;
  text: string;
  typed: InputState;
};
export type ShownMessage = Shown & { channel: string; ts: string; ephemeralTo: string | null; threadTs: string | null };
export type ShownView = Shown & { id: string; hash: string; user: string; view: Json };

export type SlackPerson = { id: string; name: string; email: string; talk: string };

/** What happens to the next matching call: see `failNext`. */
export type Failure =
  | { kind: 'busy'; seconds: number }
  | { kind: 'broken' }
  | { kind: 'silent' }
  /** Slack does what was asked, but the answer never comes. */
  | { kind: 'silent-done' }
  | { kind: 'error'; code: string };

export type SlackStandIn = Awaited<ReturnType<typeof startSlackStandIn>>;

const slackTeam = 'T000000001';
const botUser = 'U0BOT';
/** Slack's own is 3 s. Here it lives longer, for the machine may be busy; `expireTriggers` ends it at once. */
const triggerMs = 15_000;
/** How long Slack needs before a fresh file may stand in a message. */
const fileMs = 700;

/**
 * Slack on this machine: the emulator for users, conversations and messages, and in front of it a server
 * that keeps what the emulator does not (modals as the client shows them, ephemerals, `response_url`),
 * refuses what Slack would refuse (Block Kit limits, late triggers) and remembers what everybody sees.
 */
export async function startSlackStandIn(names: string[] = ['an', 'marijke']) {
  const botToken = 'xoxb-stand-in';
  const emulator = await createEmulator({
    service: 'slack',
    port: 0,
    seed: {
      slack: {
        // The bot gets the rights of its manifest and no others.
        strict_scopes: true,
        users: names.map((name) => ({ name, real_name: capital(name), email: `${name}@example.org` })),
        channels: [{ name: 'permanentie' }],
        oauth_apps: [
          {
            client_id: '1.1',
            client_secret: 'none',
            name: 'Zorggarantie',
            redirect_uris: [],
            app_id: 'A0APP',
            bot_id: 'B0BOT',
            bot_user_id: botUser,
            bot_name: 'zorggarantie',
          },
        ],
        tokens: [
          {
            token: botToken,
            user_id: botUser,
            bot_id: 'B0BOT',
            app_id: 'A0APP',
            scopes: slackScopes.map(({ scope }) => scope),
          },
          { token: 'xoxp-all', user_id: 'U000000001' },
        ],
      },
    },
  });

  const messages: ShownMessage[] = [];
  const views: ShownView[] = [];
  const homes = new Map<string, Json>();
  const triggers = new Map<string, { user: string; at: number; viewId: string | null; used: boolean }>();
  const responseUrls = new Map<string, { user: string; channel: string; origin: ShownMessage | null; uses: number }>();
  const calls: { method: string; body: Json; via: string }[] = [];
  const problems: string[] = [];
  const files = new Map<
    string,
    { name: string; length: number; bytes: Buffer | null; readyAt: number; channel: string }
  >();
  let failures: { match: RegExp; failure: Failure }[] = [];
  let seq = 0;
  let socketUrl: string | null = null;

  const emulate = async (method: string, body: string, token = botToken): Promise<Json> => {
    const response = await fetch(`${emulator.url}/api/${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-www-form-urlencoded' },
      body,
    });
    return (await response.json()) as Json;
  };
  const ask = (method: string, fields: Record<string, string>, token = botToken) =>
    emulate(method, new URLSearchParams(fields).toString(), token);

  const refuse = (what: string, found: string[], code: string): Json => {
    problems.push(...found.map((problem) => `${what}: ${problem}`));
    return { ok: false, error: code, response_metadata: { messages: found } };
  };

  const addMessage = (channel: string, ts: string, body: Json, ephemeralTo: string | null): ShownMessage => {
    seq += 1;
    const threadTs = typeof body.thread_ts === 'string' ? body.thread_ts : null;
    const text = typeof body.text === 'string' ? body.text : '';
    const message = { seq, channel, ts, ephemeralTo, threadTs, blocks: body.blocks, text, typed: {} };
    messages.push(message);
    return message;
  };
  const change = (message: ShownMessage, body: Json) => {
    if (body.blocks !== undefined) message.blocks = body.blocks;
    if (typeof body.text === 'string') message.text = body.text;
  };

  const showView = (view: Json, user: string, replaces: ShownView | null): ShownView => {
    seq += 1;
    const hash = `${seq}.${Math.random().toString(36).slice(2)}`;
    if (replaces !== null) {
      Object.assign(replaces, { view, blocks: view.blocks, hash });
      return replaces;
    }
    const shown = { seq, id: `V${seq}`, hash, user, view, blocks: view.blocks, text: '', typed: {} };
    views.push(shown);
    return shown;
  };
  const viewAnswer = (shown: ShownView): Json => ({
    ok: true,
    view: { ...shown.view, id: shown.id, hash: shown.hash, team_id: slackTeam },
  });
  const useTrigger = (id: unknown): { user: string; viewId: string | null } | string => {
    const trigger = triggers.get(String(id));
    if (trigger === undefined) return 'invalid_trigger_id';
    if (trigger.used) return 'exchanged_trigger_id';
    if (performance.now() - trigger.at > triggerMs) return 'expired_trigger_id';
    trigger.used = true;
    return trigger;
  };

  /** Pictures that are not there, or not yet: Slack refuses the whole message. */
  const fileProblems = (blocks: unknown): string[] =>
    (Array.isArray(blocks) ? (blocks as Json[]) : []).flatMap((block) => {
      const id = (block.slack_file as Json | undefined)?.id;
      if (id === undefined) return [];
      const file = files.get(String(id));
      return file === undefined || performance.now() < file.readyAt ? [`invalid slack file ${id}`] : [];
    });
  const messageProblems = (blocks: unknown) => [...blockProblems(blocks, 'message'), ...fileProblems(blocks)];

  /** What Slack checks of a file that is sent: who, how much, and that it is a picture. */
  function takeFile(id: string, bytes: Buffer): number {
    const file = files.get(id);
    const isPng = bytes.subarray(0, 8).toString('hex') === '89504e470d0a1a0a';
    if (file === undefined || bytes.length !== file.length || !isPng) {
      problems.push(`upload ${id}: ${bytes.length} bytes, announced ${file?.length}, png ${isPng}`);
      return 400;
    }
    file.bytes = bytes;
    return 200;
  }
  function answerFile(method: string, body: Json, token: string): Json {
    if (token !== `Bearer ${botToken}`) return { ok: false, error: 'invalid_auth' };
    if (!slackScopes.some(({ scope }) => scope === 'files:write')) return { ok: false, error: 'missing_scope' };
    if (method === 'files.getUploadURLExternal') {
      const length = Number(body.length);
      if (!Number.isInteger(length) || length < 1 || typeof body.filename !== 'string')
        return refuse(method, ['filename and length'], 'invalid_arguments');
      const id = `F${String(files.size + 1).padStart(9, '0')}`;
      files.set(id, { name: body.filename, length, bytes: null, readyAt: Number.POSITIVE_INFINITY, channel: '' });
      return { ok: true, upload_url: `${origin}/upload/${id}`, file_id: id };
    }
    for (const { id } of body.files as Json[]) {
      const file = files.get(String(id));
      if (file?.bytes == null) return refuse(method, [`${id} was not sent`], 'file_not_found');
      file.readyAt = performance.now() + fileMs;
      file.channel = typeof body.channel_id === 'string' ? body.channel_id : '';
    }
    return { ok: true, files: body.files };
  }

  /** Answers one Web API call: what the emulator has goes there, after Slack's own checks. */
  async function answer(method: string, raw: string, via: string, token = ''): Promise<Json> {
    const body = decode(raw);
    calls.push({ method, body, via });
    if (method.startsWith('files.')) return answerFile(method, body, token);
    if (method.startsWith('chat.') && body.blocks !== undefined) {
      const found = messageProblems(body.blocks);
      if (found.length > 0)
        return refuse(
          method,
          found,
          found.some((p) => p.startsWith('msg_')) ? 'msg_blocks_too_long' : 'invalid_blocks',
        );
    }
    if (method.startsWith('views.')) {
      const found = viewProblems(body.view);
      if (found.length > 0) return refuse(method, found, 'invalid_arguments');
    }
    const view = body.view as Json;
    switch (method) {
      case 'apps.connections.open':
        return socketUrl === null ? { ok: false, error: 'invalid_auth' } : { ok: true, url: socketUrl };
      case 'views.open': {
        const trigger = useTrigger(body.trigger_id);
        return typeof trigger === 'string'
          ? { ok: false, error: trigger }
          : viewAnswer(showView(view, trigger.user, null));
      }
      case 'views.push': {
        const trigger = useTrigger(body.trigger_id);
        if (typeof trigger === 'string') return { ok: false, error: trigger };
        const stack = views.filter(({ user }) => user === trigger.user);
        if (trigger.viewId === null || stack.length === 0) return { ok: false, error: 'not_found' };
        if (stack.length >= 3) return { ok: false, error: 'push_limit_reached' };
        return viewAnswer(showView(view, trigger.user, null));
      }
      case 'views.update': {
        const shown = views.find(({ id }) => id === body.view_id);
        if (shown === undefined) return { ok: false, error: 'not_found' };
        if (body.hash !== undefined && body.hash !== shown.hash) return { ok: false, error: 'hash_conflict' };
        return viewAnswer(showView(view, shown.user, shown));
      }
    }
    const result = await emulate(method, raw);
    if (result.ok !== true) return result;
    const channel = String(result.channel ?? body.channel);
    if (method === 'chat.postMessage') addMessage(channel, String(result.ts), body, null);
    if (method === 'chat.postEphemeral') addMessage(channel, String(result.message_ts), body, String(body.user));
    if (method === 'chat.update') {
      const message = messages.find(({ channel: c, ts }) => c === channel && ts === result.ts);
      if (message !== undefined) change(message, body);
    }
    if (method === 'views.publish') homes.set(String(body.user_id), view);
    return result;
  }

  async function takeResponse(id: string, body: Json): Promise<{ status: number; text: string }> {
    const target = responseUrls.get(id);
    if (target === undefined || target.uses >= 5) return { status: 404, text: 'used_url' };
    target.uses += 1;
    const found = body.blocks === undefined ? [] : messageProblems(body.blocks);
    if (found.length > 0) {
      refuse('response_url', found, 'invalid_blocks');
      return { status: 400, text: 'invalid_blocks' };
    }
    if (body.replace_original === true && target.origin !== null) {
      const { origin } = target;
      change(origin, body);
      if (origin.ephemeralTo === null)
        await ask('chat.update', {
          channel: origin.channel,
          ts: origin.ts,
          text: origin.text,
          blocks: JSON.stringify(origin.blocks),
        });
    } else if (body.response_type === 'in_channel') {
      const sent = await ask('chat.postMessage', {
        channel: target.channel,
        text: String(body.text ?? ''),
        blocks: JSON.stringify(body.blocks ?? []),
      });
      addMessage(target.channel, String(sent.ts), body, null);
    } else addMessage(target.channel, `${Date.now()}.${seq}`, body, target.user);
    return { status: 200, text: 'ok' };
  }

  const server = createServer(async (req, res) => {
    const bytes = await bodyOf(req);
    const raw = bytes.toString('utf8');
    const { pathname } = new URL(req.url ?? '/', 'http://localhost');
    const [, via = '', method = pathname] = /^(?:\/via-([^/]+))?\/api\/(.*)$/.exec(pathname) ?? [];
    const failing = failures.find(({ match }) => match.test(method));
    failures = failures.filter((one) => one !== failing);
    switch (failing?.failure.kind) {
      case 'busy':
        res.writeHead(429, { 'retry-after': String(failing.failure.seconds) }).end();
        return;
      case 'broken':
        res.writeHead(500).end('server error');
        return;
      case 'silent':
        return;
      case 'silent-done':
        await answer(method, raw, via);
        return;
      case 'error':
        return json(res, { ok: false, error: failing.failure.code });
    }
    if (pathname.startsWith('/response/')) {
      const { status, text } = await takeResponse(pathname.slice('/response/'.length), JSON.parse(raw) as Json);
      res.writeHead(status).end(text);
      return;
    }
    if (pathname.startsWith('/upload/')) {
      res.writeHead(takeFile(pathname.slice('/upload/'.length), bytes)).end('OK');
      return;
    }
    json(res, await answer(method, raw, via, req.headers.authorization));
  });
  // The platforms do not close a connection under a request; Node does after 5 s, on a busy machine just then.
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const people: SlackPerson[] = [];
  for (const name of names) {
    const email = `${name}@example.org`;
    const found = (await ask('users.lookupByEmail', { email })) as { user: { id: string } };
    const opened = (await ask('conversations.open', { users: found.user.id })) as { channel: { id: string } };
    people.push({ id: found.user.id, name, email, talk: opened.channel.id });
  }
  const { channels } = (await ask('conversations.list', {}, 'xoxp-all')) as {
    channels: { id: string; name: string }[];
  };
  const channel = channels.find(({ name }) => name === 'permanentie')?.id ?? '';
  // The bot is invited, as an operator would.
  await ask('conversations.invite', { channel, users: botUser }, 'xoxp-all');

  return {
    /** For `SLACK_API_URL`. */
    apiUrl: `${origin}/api/`,
    /** The same for one of several bots: `via` of its calls tells which. */
    apiUrlFor: (name: string) => `${origin}/via-${name}/api/`,
    botToken,
    signingSecret: 'a-secret-of-the-stand-in',
    team: slackTeam,
    botUser,
    people,
    /** Id of a channel that everybody and the bot are in. */
    channel,
    /** Everything that was shown; updated in place. */
    messages,
    /** Modals that are open, the newest on top. */
    views,
    homes,
    /** Files that were uploaded, by id. */
    files,
    /** Every Web API call, with its decoded arguments; `via`: see `apiUrlFor`. */
    calls,
    /** What Slack would have refused: a test that ends with something in here has failed. */
    problems,
    /** Where Socket Mode connects; null: the app-level token is refused. */
    useSocket(url: string | null) {
      socketUrl = url;
    },
    /** The answer takes it back, when it did not happen yet. */
    failNext(match: RegExp, failure: Failure): () => void {
      const one = { match, failure };
      failures.push(one);
      return () => {
        failures = failures.filter((other) => other !== one);
      };
    },

    newTrigger(user: string, viewId: string | null = null): string {
      seq += 1;
      const id = `${seq}.${Math.random().toString(36).slice(2)}`;
      triggers.set(id, { user, at: performance.now(), viewId, used: false });
      return id;
    },
    /** Makes a trigger as old as one that Slack no longer takes. */
    expireTriggers() {
      for (const trigger of triggers.values()) trigger.at -= triggerMs + 1;
    },
    newResponseUrl(user: string, inChannel: string, from: ShownMessage | null): string {
      seq += 1;
      const id = `r${seq}`;
      responseUrls.set(id, { user, channel: inChannel, origin: from, uses: 0 });
      return `${origin}/response/${id}`;
    },
    /** What the bot said in answer to a request itself: an ephemeral, or what becomes of the modal. */
    takeAcknowledgement(user: string, inChannel: string, view: ShownView | null, body: Json): Record<string, string> {
      if (view === null) {
        if (body.blocks === undefined && body.text === undefined) return {};
        const found = body.blocks === undefined ? [] : blockProblems(body.blocks, 'message');
        if (found.length > 0) refuse('acknowledgement', found, 'invalid_blocks');
        else addMessage(inChannel, `${Date.now()}.${seq}`, body, user);
        return {};
      }
      switch (body.response_action) {
        case undefined:
          views.splice(views.indexOf(view), 1);
          return {};
        case 'clear':
          for (const open of views.filter((one) => one.user === user)) views.splice(views.indexOf(open), 1);
          return {};
        case 'errors': {
          const errors = body.errors as Record<string, string>;
          const inputs = (view.view.blocks as Json[]).filter((block) => block.type === 'input');
          for (const id of Object.keys(errors))
            if (!inputs.some((block) => block.block_id === id)) problems.push(`error on ${id}, which is no input`);
          return errors;
        }
        default: {
          const found = viewProblems(body.view);
          if (found.length > 0) refuse('acknowledgement', found, 'invalid_arguments');
          else showView(body.view as Json, user, view);
          return {};
        }
      }
    },
    closeView(view: ShownView) {
      views.splice(views.indexOf(view), 1);
    },
    /** Text of a message as it is read; Slack shows the blocks and falls back to the text. */
    read: (shown: Shown): string =>
      Array.isArray(shown.blocks) && shown.blocks.length > 0 ? textOf(shown.blocks, shown.typed) : liveText(shown.text),

    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.close();
    },
  };
}

const capital = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const json = (res: ServerResponse, body: Json) =>
  void res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));

async function bodyOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** The SDK sends forms with JSON in the fields that are objects. */
function decode(raw: string): Json {
  const body: Json = { ...parse(raw) };
  for (const [key, value] of Object.entries(body))
    if (typeof value === 'string' && /^[[{]/.test(value) && ['blocks', 'view', 'metadata', 'files'].includes(key))
      body[key] = JSON.parse(value);
  return body;
}
