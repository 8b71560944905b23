import type { IncomingMessage, ServerResponse } from 'node:http';
import { App, webApi } from '@slack/bolt';
import type { Card } from '../../cards/card.ts';
import { cardOf as realCardOf } from '../../cards/card-of.ts';
import type { DrawPicture } from '../../cards/chart.ts';
import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { ChatPlatform, ConfigProblem, Log } from '../../src/ports.ts';
import type { Clock } from '../../src/time.ts';
import type { View } from '../../src/view.ts';
import { createAnswer } from './answer.ts';
import { createAutosave } from './autosave.ts';
import type { SlackConfig } from './config.ts';
import { createDelivery } from './deliver.ts';
import { readIncoming } from './incoming.ts';
import { createPictures } from './pictures.ts';
import { createProfileChanges } from './profile-changes.ts';
import { quietLogger } from './quiet-logger.ts';
import { createReceiver } from './receive.ts';
import { renderSentence } from './render.ts';
import { createRespond } from './respond.ts';
import { sentences } from './sentences.ts';
import { createServe } from './serve.ts';
import { createShowIllustrated } from './show-illustrated.ts';
import { faultCode } from './slack-fault.ts';
import { createSocketReceiver } from './socket-receiver.ts';
import { startProblem } from './start-problem.ts';

export type Slack = {
  platform: ChatPlatform;
  /** For `POST /slack/events` of the shared server; refuses everything in Socket Mode. */
  requestListener(req: IncomingMessage, res: ServerResponse): Promise<void>;
  /**
   * Asks Slack who we are and, in Socket Mode, connects. A problem is something for the operator. `away`: it goes on
   * trying by itself; what Slack sends meanwhile is refused, so that it sends it again.
   */
  start(): Promise<{ kind: 'started' } | { kind: 'away' } | { kind: 'problem'; problem: ConfigProblem }>;
  /** Why Slack is not started yet; null: it is. */
  trouble(): string | null;
  /** Disconnects, keeps the drafts that wait and finishes what is in hand. */
  stop(): Promise<void>;
};

type Needs = {
  config: SlackConfig;
  handle: (intent: Intent) => Promise<Outcome>;
  log: Log;
  clock: Clock;
  /** Draws what Slack cannot draw itself. */
  draw: DrawPicture;
  cardOf?: (view: View) => Card;
  /** How long one call to Slack may take, in milliseconds. */
  timeoutMs?: number;
  /** How long to wait before trying again when Slack is away at the start. */
  againAfterMs?: number;
};

type Started = { kind: 'started' } | { kind: 'away'; code: string } | { kind: 'problem'; problem: ConfigProblem };

type Send = (body?: unknown) => Promise<void>;

/**
 * Slack: one app in one workspace (or the workspaces that `SLACK_TEAMS` names).
 * Importing this file loads Bolt: do that only when Slack is configured.
 */
export function createSlack(needs: Needs): Slack {
  const { config, handle, log, clock, draw, cardOf = realCardOf, timeoutMs = 8_000, againAfterMs = 10_000 } = needs;
  const logger = quietLogger(log);
  const clientOptions = {
    slackApiUrl: config.apiUrl,
    timeout: timeoutMs,
    // The job queue does the waiting and trying again.
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger,
  };
  const overSocket = config.appToken !== null;
  const httpReceiver = createReceiver({ signingSecret: overSocket ? null : config.signingSecret, clock, log });
  const receiver =
    config.appToken === null ? httpReceiver : createSocketReceiver({ appToken: config.appToken, clientOptions, log });
  const app = new App({
    receiver,
    // One app with one token: nothing to look up for each request.
    authorize: async () => ({ botToken: config.botToken }),
    clientOptions,
    convoStore: false,
    ignoreSelf: false,
    logger,
  });

  const client = new webApi.WebClient(config.botToken, clientOptions);
  const pictures = createPictures({ client, apiUrl: config.apiUrl, draw, log, timeoutMs });
  const showIllustrated = createShowIllustrated({ pictures, log });
  const platform = createDelivery({ client, cardOf, log, showIllustrated });
  const respond = createRespond(config.apiUrl, timeoutMs);
  const answer = createAnswer({ client, respond, cardOf, log, pictures, showIllustrated });
  const serve = createServe({ handle, answer, log });
  const isNewProfile = createProfileChanges();
  const autosave = createAutosave((intent) => serve(intent, { kind: 'none' }, async () => {}));
  const inHand = new Set<Promise<void>>();
  let self: { team: string; user: string } | null = null;
  let trouble: string | null = null;
  let again: NodeJS.Timeout | undefined;
  let trying: Promise<Started> | undefined;
  let stopped = false;

  async function take(body: unknown, send: Send): Promise<void> {
    if (self === null) throw new Error('Slack is not started');
    const { team, user } = self;
    const isOurs = (id: string) => (config.teams.length === 0 ? id === team : config.teams.includes(id));
    const incoming = readIncoming(body, { now: clock.now(), isOurs, botUser: user });
    switch (incoming.kind) {
      case 'intent': {
        const { origin } = incoming;
        if (origin.kind === 'modal' || origin.kind === 'submission') autosave.cancel(origin.viewId);
        return serve(incoming.intent, origin, send);
      }
      case 'autosave':
        await send();
        autosave.schedule(incoming.viewId, incoming.intent);
        return;
      case 'profile':
        if (isNewProfile(incoming.intent.account.ref, incoming.fingerprint))
          return serve(incoming.intent, { kind: 'none' }, send);
        return send();
      case 'foreign':
        log.warn('slack.foreign_workspace', { platform: 'slack' });
        return send(
          incoming.answerable ? { response_type: 'ephemeral', ...renderSentence(sentences.foreign) } : undefined,
        );
      case 'ignored':
        return send();
      default:
        throw new Error(incoming satisfies never);
    }
  }

  async function listener({ body, context }: { body: unknown; context: Record<string, unknown> }): Promise<void> {
    const send = context.acknowledge;
    const work = take(body, isSend(send) ? send : async () => {});
    const done = work.catch(() => {}).finally(() => inHand.delete(done));
    inHand.add(done);
    await work;
  }
  // One for everything Slack sends: what it is, is decided by `readIncoming`.
  app.use(listener);
  app.error(async (error) => {
    log.error('slack.request_failed', { platform: 'slack', fault: faultCode(error) });
    // Not acknowledged: the receiver answers 500 and Slack sends an event again.
    throw error;
  });

  async function connect(): Promise<Started> {
    try {
      const { team_id: team, user_id: user } = await client.auth.test();
      if (team === undefined || user === undefined) throw new Error('auth.test did not tell who we are');
      if (config.teams.length > 0 && !config.teams.includes(team))
        return {
          kind: 'problem',
          problem: {
            variable: 'SLACK_TEAMS',
            problem: `noemt de werkruimte van SLACK_BOT_TOKEN niet: voeg ${team} toe.`,
          },
        };
      self = { team, user };
    } catch (error) {
      return notStarted('SLACK_BOT_TOKEN', error);
    }
    if (!overSocket) return { kind: 'started' };
    try {
      await withinLimit(app.start(), timeoutMs);
      return { kind: 'started' };
    } catch (error) {
      await withinLimit(app.stop(), timeoutMs).catch(() => {});
      return notStarted('SLACK_APP_TOKEN', error);
    }
  }

  function tryLater(started: Exclude<Started, { kind: 'started' }>) {
    const fault = started.kind === 'away' ? started.code : started.problem.variable;
    const why = started.kind === 'away' ? `Slack cannot be reached (${fault})` : `${fault} ${started.problem.problem}`;
    if (why !== trouble) log.error('slack.away', { platform: 'slack', fault });
    trouble = why;
    again = setTimeout(async () => {
      trying = connect();
      const next = await trying;
      if (stopped) return;
      if (next.kind !== 'started') return tryLater(next);
      trouble = null;
      log.info('slack.back', { platform: 'slack' });
    }, againAfterMs);
  }

  return {
    platform,
    requestListener: httpReceiver.requestListener,
    trouble: () => trouble,

    async start() {
      const started = await connect();
      if (started.kind !== 'away') return started;
      tryLater(started);
      return { kind: 'away' };
    },

    async stop() {
      stopped = true;
      clearTimeout(again);
      await trying;
      if (overSocket) await app.stop().catch(() => {});
      await autosave.flush();
      await Promise.all(inHand);
    },
  };
}

function notStarted(variable: Parameters<typeof startProblem>[0], error: unknown): Started {
  const code = faultCode(error);
  const problem = startProblem(variable, code);
  return problem ? { kind: 'problem', problem } : { kind: 'away', code };
}

const isSend = (value: unknown): value is Send => typeof value === 'function';

async function withinLimit<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new DOMException('', 'TimeoutError')), ms);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}
