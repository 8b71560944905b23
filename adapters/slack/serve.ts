import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { Log } from '../../src/ports.ts';
import { type Acknowledge, type Answer, lateBody } from './answer.ts';
import type { Origin } from './incoming.ts';
import { faultCode } from './slack-fault.ts';

/** Slack gives up after 3 s; this leaves time for the network. */
const ackWithinMs = 2_500;

type Needs = {
  handle: (intent: Intent) => Promise<Outcome>;
  answer: (answer: Answer, origin: Origin, ack: Acknowledge) => Promise<void>;
  log: Log;
};

/**
 * Lets the core handle one intent and shows its answer. What was decided is durable when `handle` is done,
 * so the acknowledgement comes after it; a core that takes too long is acknowledged halfway, and its
 * answer follows by another way. Never throws.
 */
export function createServe({ handle, answer, log }: Needs) {
  return async (intent: Intent, origin: Origin, send: (body?: unknown) => Promise<void>): Promise<void> => {
    let acknowledged = false;
    const ack: Acknowledge = async (body) => {
      if (acknowledged) return false;
      acknowledged = true;
      await send(body);
      return true;
    };
    const late = setTimeout(() => {
      log.warn('slack.answer_late', { platform: 'slack', kind: origin.kind });
      ack(lateBody(origin)).catch(() => {});
    }, ackWithinMs);

    const fields = { platform: 'slack', kind: origin.kind };
    let outcome: Answer;
    try {
      outcome = await handle(intent);
    } catch (error) {
      log.error('slack.handle_failed', { ...fields, fault: faultCode(error) });
      outcome = { kind: 'fault', what: 'nothing-changed' };
    }
    try {
      await answer(outcome, origin, ack);
    } catch (error) {
      log.error('slack.answer_not_shown', { ...fields, fault: faultCode(error) });
      await answer({ kind: 'fault', what: 'not-shown' }, origin, ack).catch(() => {});
    } finally {
      clearTimeout(late);
      await ack().catch(() => {});
    }
  };
}
