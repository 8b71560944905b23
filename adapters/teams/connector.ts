import { z } from 'zod';
import type { Posted } from '../../src/ports.ts';
import type { OutgoingActivity } from './activity-of.ts';
import type { Fetch } from './http-fetch.ts';
import type { Pace } from './pace.ts';

/** A conversation as the Bot Connector names it. */
type Conversation = { serviceUrl: string; conversationId: string };

/** Somebody in a conversation or a team. */
export type Member = { id: string; ref: string; naam: string; email: string | null };

/**
 * The Bot Connector's REST API: everything the bot says goes through here.
 *
 * Not through botbuilder's own client, which retries inside and so swallows `Retry-After`, hangs ten
 * seconds on a dead host, drops fields it does not know and has no targeted messages. Its credentials
 * are used. Every call ends within `deadlineMs`; what fails is thrown as ConnectorError.
 */
export type Connector = {
  /** The id of the message. `targeted`: only this user of the conversation sees it, for 24 hours. */
  send(to: Conversation, activity: OutgoingActivity, targeted?: { userId: string }): Promise<string>;
  update(to: Conversation, activityId: string, activity: OutgoingActivity, deadlineMs?: number): Promise<void>;
  /** Opens the personal chat, or finds it when there is one; its id. */
  open(serviceUrl: string, tenantId: string, userId: string): Promise<string>;
  member(of: Conversation, id: string): Promise<Member>;
  members(of: Conversation, continuation: string | null): Promise<{ members: Member[]; continuation: string | null }>;
};

type Unposted = Exclude<Posted, { kind: 'posted' }>;

/** A call that failed, already judged: is it worth coming back? `fault`: what was asked is wrong, whoever it was for. */
export class ConnectorError extends Error {
  override readonly name = 'ConnectorError';
  readonly verdict: Unposted | { kind: 'fault'; reason: string };
  readonly status: number | undefined;

  constructor(verdict: ConnectorError['verdict'], options: { status?: number; cause?: unknown } = {}) {
    super(verdict.reason, { cause: options.cause });
    this.verdict = verdict;
    this.status = options.status;
  }
}

export type ConnectorNeeds = {
  botId: string;
  /** Bearer token for the Connector; null in local mode. */
  token: () => Promise<string | null>;
  fetch: Fetch;
  pace: Pace;
  /** Only these hosts ever get the bot's token. */
  isTrusted: (serviceUrl: string) => boolean;
  deadlineMs?: number;
};

export function createConnector(needs: ConnectorNeeds): Connector {
  const deadlineMs = needs.deadlineMs ?? 6_000;

  async function call<T>(
    schema: z.ZodType<T>,
    serviceUrl: string,
    method: string,
    path: string,
    body?: unknown,
    ms = deadlineMs,
  ): Promise<T> {
    if (!needs.isTrusted(serviceUrl)) throw new ConnectorError({ kind: 'unreachable', reason: 'foreign service url' });
    const signal = AbortSignal.timeout(Math.round(ms));
    try {
      const token = await before(signal, needs.token());
      const response = await needs.fetch(`${serviceUrl.replace(/\/$/, '')}/v3/conversations${path}`, {
        method,
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        redirect: 'error',
        signal,
      });
      const text = await response.text();
      if (!response.ok) throw judged(response, text);
      return schema.parse(text === '' ? {} : JSON.parse(text));
    } catch (cause) {
      if (cause instanceof ConnectorError) throw cause;
      throw new ConnectorError(
        { kind: 'later', reason: signal.aborted ? 'no answer in time' : 'no answer' },
        { cause },
      );
    }
  }

  const paced = async (conversationId: string, patienceMs = deadlineMs) => {
    if (!(await needs.pace(conversationId, patienceMs)))
      throw new ConnectorError({ kind: 'later', afterMs: deadlineMs, reason: 'too many messages at once' });
  };

  return {
    async send(to, activity, targeted) {
      await paced(to.conversationId);
      const query = targeted === undefined ? '' : '?isTargetedActivity=true';
      const recipient = targeted === undefined ? {} : { recipient: { id: targeted.userId } };
      const path = `/${encodeURIComponent(to.conversationId)}/activities${query}`;
      return (await call(withId, to.serviceUrl, 'POST', path, { ...activity, ...recipient })).id;
    },

    async update(to, activityId, activity, ms) {
      await paced(to.conversationId, ms);
      const path = `/${encodeURIComponent(to.conversationId)}/activities/${encodeURIComponent(activityId)}`;
      await call(anything, to.serviceUrl, 'PUT', path, { ...activity, id: activityId }, ms);
    },

    async open(serviceUrl, tenantId, userId) {
      const opened = await call(withId, serviceUrl, 'POST', '', {
        isGroup: false,
        bot: { id: needs.botId },
        members: [{ id: userId }],
        tenantId,
        channelData: { tenant: { id: tenantId } },
      }).catch((error: unknown) => {
        if (!(error instanceof ConnectorError) || error.status !== 400) throw error;
        // Nothing is asked but to talk with this person: that is what is wrong then.
        throw new ConnectorError({ kind: 'unreachable', reason: error.message }, { status: 400, cause: error });
      });
      return opened.id;
    },

    async member(of, id) {
      const path = `/${encodeURIComponent(of.conversationId)}/members/${encodeURIComponent(id)}`;
      return call(memberSchema, of.serviceUrl, 'GET', path);
    },

    async members(of, continuation) {
      const query = new URLSearchParams({ pageSize: '500' });
      if (continuation !== null) query.set('continuationToken', continuation);
      const path = `/${encodeURIComponent(of.conversationId)}/pagedmembers?${query}`;
      return call(page, of.serviceUrl, 'GET', path);
    },
  };
}

const anything = z.unknown();
const withId = z.object({ id: z.string().min(1) });

const memberSchema = z
  .object({
    id: z.string(),
    name: z.string().nullish(),
    email: z.string().nullish(),
    userPrincipalName: z.string().nullish(),
    aadObjectId: z.string().nullish(),
    /** What the roster of a team calls `aadObjectId`. */
    objectId: z.string().nullish(),
  })
  .transform(
    (member): Member => ({
      id: member.id,
      ref: member.aadObjectId || member.objectId || member.id,
      naam: member.name || '',
      email: member.email || member.userPrincipalName || null,
    }),
  );

const page = z
  .object({ members: z.array(memberSchema), continuationToken: z.string().nullish() })
  .transform(({ members, continuationToken }) => ({ members, continuation: continuationToken || null }));

/** Statuses that pass: not signed in, time-outs, throttling (412 and 429 in Teams) and broken servers. */
const passing = new Set([401, 408, 409, 412, 425, 429]);
/** Blocked, thrown out, removed. Any other refusal is about the message: a card that is too big says nothing of a person. */
const gone = new Set([403, 404, 410]);

function judged(response: Awaited<ReturnType<Fetch>>, text: string): ConnectorError {
  const { status } = response;
  const reason = `${status} ${/"code"\s*:\s*"(\w{1,60})"/.exec(text)?.[1] ?? ''}`.trim();
  if (!passing.has(status) && status < 500)
    return new ConnectorError({ kind: gone.has(status) ? 'unreachable' : 'fault', reason }, { status });
  const afterMs = retryAfterMs(response.headers.get('retry-after'));
  return new ConnectorError({ kind: 'later', reason, ...(afterMs === null ? {} : { afterMs }) }, { status });
}

/** `Retry-After` comes as seconds or as a date. */
function retryAfterMs(header: string | null): number | null {
  if (header === null) return null;
  const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1_000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(ms, 0) : null;
}

/** Signing in at Entra has no time limit of its own. */
function before<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    promise.then(resolve, reject);
  });
}
