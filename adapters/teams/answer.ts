import { setTimeout as sleep } from 'node:timers/promises';
import type { Card } from '../../cards/card.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { Log } from '../../src/ports.ts';
import type { View } from '../../src/view.ts';
import { activityOf, type OutgoingActivity, textActivity } from './activity-of.ts';
import { type Connector, ConnectorError } from './connector.ts';
import { cardAnswer, type InvokeAnswer, sentenceAnswer } from './invoke-answer.ts';
import type { PrivateTalk } from './private-talk.ts';
import type { Arrival } from './receive.ts';
import { type RenderOptions, render } from './render.ts';
import { sentences } from './sentences.ts';

export type Answering = {
  /** Shows an outcome as messages: to a command, or to a press that cannot be answered in place (any more). */
  bySending(arrival: Arrival, outcome: Outcome): Promise<void>;
  /** Shows an outcome to a press that waits for its answer, at most `leftMs` longer. */
  inPlace(arrival: Arrival, outcome: Outcome, leftMs: number): Promise<InvokeAnswer>;
  /** A neutral sentence to who spoke, where nobody else reads along if that can be. */
  say(arrival: Arrival, sentence: string): Promise<void>;
};

export type AnswerNeeds = {
  connector: Connector;
  talk: PrivateTalk;
  cardOf: (view: View) => Card;
  log: Log;
  /** The playground has no targeted messages. */
  canTarget: boolean;
};

/** How often and at most how long after a busy moment an answer is tried again: then it is no answer any more. */
const retries = 4;
const maxWaitMs = 15_000;

/** How long a pressed button waits for its card to be changed for good; it is answered with the card anyway. */
const changeMs = 2_000;

type Draw = (options?: RenderOptions) => OutgoingActivity;

export function createAnswering({ connector, talk, cardOf, log, canTarget }: AnswerNeeds): Answering {
  const drawn = (view: View, notice?: string): Draw => {
    const card = cardOf(view);
    return (options) => activityOf(render(card, { ...options, ...(notice ? { notice } : {}) }), card.summary);
  };
  const here = (arrival: Arrival) => ({
    serviceUrl: arrival.person.serviceUrl,
    conversationId: arrival.conversationId,
  });

  /** An answer is not in the outbox: what does not go at once is tried a few times more. */
  async function surely(send: () => Promise<unknown>): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await send();
        return;
      } catch (fault) {
        const verdict = fault instanceof ConnectorError ? fault.verdict : null;
        if (verdict?.kind !== 'later' || attempt >= retries) throw fault;
        await sleep(Math.min(verdict.afterMs ?? 500 * 2 ** attempt, maxWaitMs) * (1 + Math.random() / 4));
      }
    }
  }

  async function inPersonalChat(arrival: Arrival, activity: OutgoingActivity): Promise<void> {
    await surely(() => talk.tell(arrival.person, activity));
  }

  async function targeted(arrival: Arrival, draw: Draw): Promise<boolean> {
    if (!canTarget) return false;
    try {
      await connector.send(here(arrival), draw({ targeted: true }), { userId: arrival.person.userId });
      return true;
    } catch (fault) {
      if (!(fault instanceof ConnectorError)) throw fault;
      log.info('teams.not_targeted', { platform: 'teams', kind: fault.verdict.kind, status: fault.status });
      return false;
    }
  }

  /** To one person, from a conversation where others look along. What is then to be said there. */
  async function besides(arrival: Arrival, draw: Draw): Promise<string> {
    if (await targeted(arrival, draw)) return sentences.privately;
    try {
      await inPersonalChat(arrival, draw());
      return sentences.privately;
    } catch (fault) {
      if (!(fault instanceof ConnectorError)) throw fault;
      return sentences.openPersonalChat;
    }
  }

  /** The sentence to say where it was asked, or nothing when that is where the answer is. */
  async function send(arrival: Arrival, draw: Draw): Promise<string> {
    if (!arrival.alone) return besides(arrival, draw);
    await surely(() => connector.send(here(arrival), draw()));
    return '';
  }

  /** Changes the pressed message for good; what an invoke answers is lost when Teams reloads. */
  async function change(arrival: Arrival, activity: OutgoingActivity, deadlineMs?: number): Promise<boolean> {
    // A message that others see too is brought up to date by the outbox, with what they may see.
    if (arrival.pressedId === null || !arrival.alone) return false;
    try {
      await connector.update(here(arrival), arrival.pressedId, activity, deadlineMs);
      return true;
    } catch (fault) {
      if (!(fault instanceof ConnectorError)) throw fault;
      log.info('teams.not_updated', { platform: 'teams', kind: fault.verdict.kind, status: fault.status });
      return false;
    }
  }

  const takesPlace = (arrival: Arrival, outcome: Exclude<Outcome, { kind: 'nothing' }>): boolean => {
    if (arrival.kind !== 'press' || arrival.intent.input.kind !== 'action') return false;
    if (arrival.stays) return false;
    if (outcome.kind === 'replace') return true;
    // A form that is opened from a card gets a message of its own: the card keeps telling what is true.
    return (arrival.alone || arrival.hidden) && arrival.intent.input.from === 'form';
  };

  return {
    async bySending(arrival, outcome) {
      if (outcome.kind === 'nothing') return;
      const draw = drawn(outcome.view, outcome.kind === 'replace' ? outcome.notice : undefined);
      if (takesPlace(arrival, outcome) && (await change(arrival, draw()))) return;
      const sentence = await send(arrival, draw);
      // Nobody saw a hidden question: no need to say that it is answered privately.
      if (sentence === '' || (arrival.hidden && sentence === sentences.privately)) return;
      await surely(() => connector.send(here(arrival), textActivity(sentence)));
    },

    async inPlace(arrival, outcome, leftMs) {
      if (outcome.kind === 'nothing') return sentenceAnswer('');
      const draw = drawn(outcome.view, outcome.kind === 'replace' ? outcome.notice : undefined);
      if (!takesPlace(arrival, outcome)) return sentenceAnswer(await send(arrival, draw));
      await change(arrival, draw(), Math.min(Math.max(leftMs - 300, 200), changeMs));
      const activity = draw({ targeted: arrival.hidden });
      return 'attachments' in activity ? cardAnswer(activity.attachments[0].content) : sentenceAnswer('');
    },

    async say(arrival, sentence) {
      const activity = textActivity(sentence);
      if (arrival.alone || !arrival.hidden) await surely(() => connector.send(here(arrival), activity));
      else if (!(await targeted(arrival, () => activity))) await inPersonalChat(arrival, activity);
    },
  };
}
