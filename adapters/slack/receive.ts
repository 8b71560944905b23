import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import { type App, type Receiver, verifySlackRequest } from '@slack/bolt';
import type { Log } from '../../src/ports.ts';
import type { Clock } from '../../src/time.ts';
import { faultCode } from './slack-fault.ts';

/** Slack's own requests stay far below this. */
const bodyLimit = 1024 * 1024;

/** Bolt refuses what is older than five minutes; what claims to be from the future is as strange. */
const maxAheadSeconds = 5 * 60;

type Needs = {
  /** Null in Socket Mode: every request over HTTP is refused then. */
  signingSecret: string | null;
  clock: Clock;
  log: Log;
};

/** A Bolt receiver without a server of its own: `requestListener` is mounted on `POST /slack/events`. */
export type SlackReceiver = Receiver & {
  requestListener(req: IncomingMessage, res: ServerResponse): Promise<void>;
};

/**
 * Takes Slack's requests from the shared server. Nothing is looked at before the signature over its bytes
 * is right, `ssl_check` and `url_verification` included [S1]. The acknowledgement is sent when the listener
 * calls `context.acknowledge`: Bolt's own `ack` answers events before anything is stored.
 */
export function createReceiver({ signingSecret, clock, log }: Needs): SlackReceiver {
  let app: App | undefined;

  function isFromSlack(req: IncomingMessage, body: string): boolean {
    const timestamp = req.headers['x-slack-request-timestamp'];
    const signature = req.headers['x-slack-signature'];
    if (signingSecret === null || typeof signature !== 'string') return false;
    if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
    const seconds = Number(timestamp);
    const nowMilliseconds = clock.now().epochMilliseconds;
    if (seconds > nowMilliseconds / 1000 + maxAheadSeconds) return false;
    try {
      const headers = { 'x-slack-signature': signature, 'x-slack-request-timestamp': seconds };
      verifySlackRequest({ signingSecret, body, headers, nowMilliseconds });
      return true;
    } catch {
      return false;
    }
  }

  return {
    init(bolt) {
      app = bolt;
    },
    async start() {},
    async stop() {},

    async requestListener(req, res) {
      const raw = await readBody(req).catch(() => undefined);
      if (raw === undefined) return;
      if (raw === null) return refuse(res, 413);
      const text = raw.toString('utf8');
      if (!isFromSlack(req, text)) {
        log.warn('slack.request_refused', { platform: 'slack', status: 401 });
        return refuse(res, 401);
      }
      const body = parseBody(req.headers['content-type'] ?? '', text);
      if (body === null) return refuse(res, 400);
      if (body.ssl_check !== undefined) return send(res, undefined);
      if (body.type === 'url_verification') return send(res, { challenge: body.challenge });
      if (app === undefined) return refuse(res, 503);

      let sent = false;
      const acknowledge = async (answer?: unknown) => {
        if (sent) return;
        sent = true;
        send(res, answer);
      };
      try {
        await app.processEvent({ body, ack: async () => {}, customProperties: { acknowledge } });
        // Nobody listens to it: Slack need not send it again.
        await acknowledge();
      } catch (error) {
        log.error('slack.request_failed', { platform: 'slack', fault: faultCode(error) });
        if (!sent) refuse(res, 500);
      }
    },
  };
}

/** Null when it is too large: the rest is not waited for. */
function readBody(req: IncomingMessage): Promise<Buffer | null> {
  if (Number(req.headers['content-length'] ?? 0) > bodyLimit) return Promise.resolve(null);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > bodyLimit) resolve(null);
      else chunks.push(chunk);
    });
    req.on('end', () => resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)));
    req.on('error', reject);
    req.on('close', () => reject(new Error('the request was cut off')));
  });
}

function parseBody(contentType: string, text: string): Record<string, unknown> | null {
  try {
    if (!contentType.startsWith('application/x-www-form-urlencoded')) return objectOf(JSON.parse(text));
    const fields = parse(text);
    return typeof fields.payload === 'string' ? objectOf(JSON.parse(fields.payload)) : { ...fields };
  } catch {
    return null;
  }
}

const objectOf = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

function send(res: ServerResponse, body: unknown): void {
  if (body === undefined || body === '') {
    res.writeHead(200).end();
    return;
  }
  const json = JSON.stringify(body);
  // With its length told, header and body leave in one write.
  res.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(json) }).end(json);
}

function refuse(res: ServerResponse, status: number): void {
  // After a body that was not read to its end the connection cannot be used again.
  if (!res.headersSent) res.writeHead(status, status === 413 ? { connection: 'close' } : {}).end();
}
