import type { Intent } from '../../src/intent.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { Log } from '../../src/ports.ts';
import type { Answering } from './answer.ts';
import { nameOf } from './gate.ts';
import { type InvokeAnswer, sentenceAnswer } from './invoke-answer.ts';
import type { Arrival } from './receive.ts';
import { sentences } from './sentences.ts';

/** Teams gives up on a pressed button after 5 s, and on a message after 15. */
const pressMs = 4_000;
const messageMs = 10_000;
const pressLimitMs = 4_700;
const settleMs = 10_000;

type Spoken = Extract<Arrival, { intent: Intent }>;

export type Converse = {
  /** Ends when the answer was sent, or when Teams must not wait any longer: then it is sent later. */
  message(arrival: Spoken): Promise<void>;
  press(arrival: Spoken): Promise<InvokeAnswer>;
  /** Ends when everything that was still to be sent later is, or after 10 s: what Teams keeps refusing is given up. */
  settle(): Promise<void>;
};

/** Hands what came in to the core and shows what it answers, within the time Teams allows. */
export function createConverse(needs: {
  handle: (intent: Intent) => Promise<Outcome>;
  answering: Answering;
  log: Log;
}): Converse {
  const { handle, answering, log } = needs;
  const later = new Set<Promise<void>>();

  const report = (event: string, fault: unknown) => log.error(event, { platform: 'teams', fault: nameOf(fault) });

  async function decide(arrival: Spoken): Promise<Outcome | 'fault'> {
    try {
      return await handle(arrival.intent);
    } catch (fault) {
      report('teams.fault', fault);
      return 'fault';
    }
  }

  /** What is sent after Teams got its acknowledgement can only be logged when it fails. */
  function background(work: Promise<void>): Promise<void> {
    const done = work.catch((fault: unknown) => report('teams.not_answered', fault)).finally(() => later.delete(done));
    later.add(done);
    return done;
  }

  async function show(arrival: Spoken, decided: Promise<Outcome | 'fault'>): Promise<void> {
    const outcome = await decided;
    if (outcome === 'fault') await answering.say(arrival, sentences.fault);
    else await answering.bySending(arrival, outcome);
  }

  return {
    async message(arrival) {
      await within(messageMs, background(show(arrival, decide(arrival))));
    },

    async press(arrival) {
      const startedAt = performance.now();
      const decided = decide(arrival);
      const outcome = await within(pressMs, decided);
      if (outcome === 'late') {
        background(show(arrival, decided));
        return sentenceAnswer(sentences.patience);
      }
      if (outcome === 'fault') return sentenceAnswer(sentences.fault);
      const leftMs = pressLimitMs - (performance.now() - startedAt);
      const answered = answering.inPlace(arrival, outcome, leftMs).catch((fault: unknown) => {
        report('teams.not_answered', fault);
        return sentenceAnswer(sentences.fault);
      });
      const answer = await within(leftMs, answered);
      if (answer !== 'late') return answer;
      background(answered.then(() => {}));
      return sentenceAnswer(sentences.patience);
    },

    async settle() {
      await within(settleMs, Promise.all(later));
    },
  };
}

/** What the promise gives, or `late` when that takes longer; the promise goes on. */
async function within<T>(ms: number, promise: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(resolve, Math.max(ms, 0), 'late');
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
