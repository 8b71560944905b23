import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parse } from 'node:querystring';
import type { App, Receiver } from '@slack/bolt';
import type { Log } from '../../src/ports.ts';
import type { Clock } from '../../src/time.ts';
import { faultCode } from './slack-fault.ts';

/** Slack's own requests stay far below this. */
const bodyLimit = 1024 * 1024;

/** A signature is good for five minutes; one that claims to be from the future is as strange as an old one. */
const maxOffSeconds = 5 * 60;

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

  // Bolt's own check compares by two more digests with a random key: a fifth of the time a command takes.
  function isFromSlack(req: IncomingMessage, body: Buffer): boolean {
    const timestamp = req.headers['x-slack-request-timestamp'];
    const signature = req.headers['x-slack-signature'];
    if (signingSecret === null || typeof signature !== 'string' || !/^v0=[0-9a-f]{64}$/.test(signature)) return false;
    if (typeof timestamp !== 'string' || !/^\d{1,12}$/.test(timestamp)) return false;
    if (Math.abs(clock.now().epochMilliseconds / 1000 - Number(timestamp)) > maxOffSeconds) return false;
    const expected = createHmac('sha256', signingSecret).update(`v0:${timestamp}:`).update(body).digest();
    return timingSafeEqual(Buffer.from(signature.slice(3), 'hex'), expected);
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
      if (!isFromSlack(req, raw)) {
        log.warn('slack.request_refused', { platform: 'slack', status: 401 });
        return refuse(res, 401);
      }
      const body = parseBody(req.headers['content-type'] ?? '', raw.toString('utf8'));
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
    // Every request closes: an error for each would cost more than reading it.
    req.on('close', () => {
      if (!req.complete) reject(new Error('the request was cut off'));
    });
  });
}

function parseBody(contentType: string, text: string): Record<string, unknown> | null {
  try {
    if (!contentType.startsWith('application/x-www-form-urlencoded')) return objectOf(JSON.parse(text));
    const fields = parse(text);
    return typeof fields.payload === 'string' ? objectOf(JSON.parse(fields.payload)) : fields;
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
