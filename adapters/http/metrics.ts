import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { RequestListener } from './server.ts';

export type Metrics = {
  /** Wraps the bot's door: counts and times what goes through, by platform and kind. */
  measured(handle: (intent: Intent) => Promise<Outcome>): (intent: Intent) => Promise<Outcome>;
  /** A heartbeat ended; `fault`: what it could not do, null when all went well. */
  beaten(fault: string | null): void;
  listener: RequestListener;
};

/** Prometheus metrics; `deadCount` is read when they are asked for. */
export function createMetrics(deadCount: () => Promise<number>): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const seconds = new Histogram({
    name: 'zorggarantie_intent_seconds',
    help: 'Time to answer what came in, by platform, kind and outcome.',
    labelNames: ['platform', 'kind', 'outcome'],
    // Slack wants an answer within 3 s, Teams within 5 s.
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2, 3, 5],
    registers: [registry],
  });
  const beats = new Counter({ name: 'zorggarantie_heartbeats_total', help: 'Heartbeats done.', registers: [registry] });
  const faults = new Counter({
    name: 'zorggarantie_heartbeat_faults_total',
    help: 'Heartbeats that could not do everything.',
    registers: [registry],
  });
  new Gauge({
    name: 'zorggarantie_undelivered_messages',
    help: 'Messages that could not be delivered and nobody looked at yet.',
    registers: [registry],
    async collect() {
      // With the database away it is not known, and the rest is what somebody now wants to see.
      this.set(await deadCount().catch(() => Number.NaN));
    },
  });
  return {
    measured: (handle) => async (intent) => {
      const end = seconds.startTimer({ platform: intent.account.platform, kind: intent.input.kind });
      try {
        const outcome = await handle(intent);
        end({ outcome: outcome.kind });
        return outcome;
      } catch (fault) {
        end({ outcome: 'fault' });
        throw fault;
      }
    },
    beaten(fault) {
      beats.inc();
      if (fault !== null) faults.inc();
    },
    listener: async (_req, res) => {
      const body = await registry.metrics();
      res.writeHead(200, { 'content-type': registry.contentType }).end(body);
    },
  };
}
