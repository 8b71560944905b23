import type { IncomingMessage, ServerResponse } from 'node:http';
import type { TurnContext } from 'botbuilder';
import type { Log } from '../../src/ports.ts';
import { type Activity, activitySchema } from './activity.ts';
import type { TeamsConfig } from './config.ts';
import { type Gate, nameOf } from './gate.ts';
import { isTrustedServiceUrl, isTrustedTenant } from './trusted.ts';

/** An activity is some tens of KB; a form of the bot at most 80. */
const maxBytes = 1024 * 1024;

export type ListenerNeeds = {
  config: TeamsConfig;
  gate: Gate;
  log: Log;
  /** Handles an activity that is authentic, readable and from one of our tenants. */
  turn: (context: TurnContext, activity: Activity) => Promise<void>;
};

/**
 * Answers `POST /api/messages`. Refuses, without anything being handled: no or a bad token 401 [S3, S4],
 * a foreign tenant or service url 403 [S4], something unreadable 400, more than 1 MB 413.
 */
export function createListener({ config, gate, log, turn }: ListenerNeeds) {
  const refuse = (response: ServerResponse, status: number, kind: string, fault?: string) => {
    log.warn('teams.refused', { platform: 'teams', status, kind, ...(fault === undefined ? {} : { fault }) });
    respond(response, status);
  };

  return async function requestListener(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      if (request.method !== 'POST') return respond(response, 405);
      const authorization = request.headers.authorization ?? '';
      if (config.mode === 'production' && authorization === '') return refuse(response, 401, 'no token');

      const body = await bodyOf(request);
      if (body === 'too long') return refuse(response, 413, 'too long');
      const activity = activityIn(body);
      if (activity === null) return refuse(response, 400, 'not an activity');

      // Other channels are let in by other rules of botbuilder, and the body says which channel it is.
      if (activity.channelId !== 'msteams') return refuse(response, 401, 'not from teams');
      const authentic = await gate.authenticate(activity, authorization);
      if (authentic.kind === 'refused') return refuse(response, authentic.status, 'token', authentic.fault);

      const read = activitySchema.safeParse(activity);
      if (!read.success) return refuse(response, 400, 'not an activity');
      const { serviceUrl, channelData, conversation } = read.data;
      if (!isTrustedServiceUrl(serviceUrl, config.mode)) return refuse(response, 403, 'service url');
      if (!isTrustedTenant([channelData?.tenant?.id, conversation.tenantId ?? undefined], config))
        return refuse(response, 403, 'tenant');

      const passed = await gate.pass(authentic, activity, (context) => turn(context, read.data));
      if (passed.fault !== undefined)
        log.error('teams.fault', { platform: 'teams', status: passed.status, fault: passed.fault });
      respond(response, passed.status, passed.body);
    } catch (fault) {
      log.error('teams.fault', { platform: 'teams', status: 500, fault: nameOf(fault) });
      if (!response.headersSent) respond(response, 500);
    }
  };
}

function respond(response: ServerResponse, status: number, body?: unknown): void {
  if (body === undefined) {
    response.writeHead(status, { 'content-length': 0 }).end();
    return;
  }
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(text) })
    .end(text);
}

async function bodyOf(request: IncomingMessage): Promise<Buffer | 'too long'> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // Read on past the limit, so that the answer can still be sent; the rest is thrown away.
  for await (const chunk of request) {
    bytes += chunk.length;
    if (bytes > maxBytes * 8) request.destroy();
    if (bytes <= maxBytes) chunks.push(chunk);
  }
  return bytes > maxBytes ? 'too long' : Buffer.concat(chunks);
}

type Incoming = Parameters<Gate['authenticate']>[0];

function activityIn(body: Buffer): Incoming | null {
  try {
    const read: unknown = JSON.parse(body.toString('utf8'));
    return isActivity(read) ? read : null;
  } catch {
    return null;
  }
}

/** As much as botbuilder needs to check the token; the rest is read with a schema, once it is authentic. */
const isActivity = (read: unknown): read is Incoming =>
  typeof read === 'object' && read !== null && 'type' in read && typeof read.type === 'string';
