import type { types, webApi } from '@slack/bolt';
import type { Card } from '../../cards/card.ts';
import type { Outcome } from '../../src/outcome.ts';
import type { Log } from '../../src/ports.ts';
import type { View } from '../../src/view.ts';
import { errorsOf, sameFields } from './form-fields.ts';
import { commandButton, type Origin } from './incoming.ts';
import { hasChart, type Pictures, picturesOnly } from './pictures.ts';
import {
  fitsMessage,
  renderHome,
  renderMessage,
  renderModal,
  renderSentence,
  renderSentenceModal,
  type SlackMessage,
} from './render.ts';
import type { Respond } from './respond.ts';
import { sentences } from './sentences.ts';
import type { ShowIllustrated } from './show-illustrated.ts';
import { faultCode } from './slack-fault.ts';

/** What the core answered, or that it could not (`nothing-changed`), or that its answer cannot be drawn. */
export type Answer = Outcome | { kind: 'fault'; what: 'nothing-changed' | 'not-shown' };

const faultSentence = (fault: { what: 'nothing-changed' | 'not-shown' }): string =>
  fault.what === 'not-shown' ? sentences.notShown : sentences.fault;

/** Acknowledges once; false when that was done already, and the body went nowhere. */
export type Acknowledge = (body?: unknown) => Promise<boolean>;

type Needs = {
  client: webApi.WebClient;
  respond: Respond;
  cardOf: (view: View) => Card;
  log: Log;
  pictures: Pictures;
  showIllustrated: ShowIllustrated;
};

/** How long somebody who asked looks at nothing before the words come without the pictures. */
const wordsAfterMs = 1_500;

type From<K extends Origin['kind']> = Extract<Origin, { kind: K }>;

/**
 * Shows an answer where it was asked. The acknowledgement carries it when Slack allows that (no call
 * needed); what comes too late for that goes through `response_url` or `views.update`.
 *
 * A form needs a `trigger_id` to open in. Words in a talk or a mention have none: there a button is shown
 * that carries out the same command again, this time with a trigger. The button holds the name of the
 * command only, so it works after a restart and keeps nothing that was typed.
 */
export function createAnswer({ client, respond, cardOf, log, pictures, showIllustrated }: Needs) {
  const modalOf = (view: View) => renderModal(cardOf(view));

  const whisper = (url: string, message: SlackMessage) =>
    respond(url, { ...message, response_type: 'ephemeral', replace_original: false });

  /**
   * Pictures in time stand in the answer; otherwise the words and figures go first and the pictures follow
   * under them. Not in the acknowledgement: Slack would not say that it refuses them.
   */
  async function whisperIllustrated(url: string, card: Card): Promise<void> {
    const drawn = pictures.illustrate(card);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => {
      timer = setTimeout(() => resolve(null), wordsAfterMs);
    });
    const inTime = await Promise.race([drawn, late]);
    clearTimeout(timer);
    if (inTime !== null) return showIllustrated(card, (message) => whisper(url, message));
    await whisper(url, renderMessage(card));
    const following = picturesOnly(await drawn);
    if (following === null) return;
    await whisper(url, renderMessage(following)).catch((error) => {
      pictures.forget(card);
      log.warn('slack.picture_refused', { platform: 'slack', fault: faultCode(error) });
    });
  }

  /** True when it is open; false when the trigger had expired. */
  async function open(triggerId: string, view: types.ModalView): Promise<boolean> {
    try {
      await client.views.open({ trigger_id: triggerId, view });
      return true;
    } catch (error) {
      const code = faultCode(error);
      log.warn('slack.form_not_opened', { platform: 'slack', fault: code });
      if (['expired_trigger_id', 'trigger_expired', 'exchanged_trigger_id', 'timeout'].includes(code)) return false;
      throw error;
    }
  }

  const retryMessage = (retry: { action: string; subject: string } | { command: string } | null): SlackMessage =>
    retry === null
      ? renderSentence(sentences.expiredWithoutButton)
      : sentenceWithButton(sentences.expired, sentences.againButton, retry);

  async function answerCommand(answer: Answer, { responseUrl, triggerId, retry }: From<'command'>, ack: Acknowledge) {
    const show = async (message: SlackMessage) => {
      if (!(await ack({ response_type: 'ephemeral', ...message }))) await whisper(responseUrl, message);
    };
    switch (answer.kind) {
      case 'answer':
      case 'replace': {
        const card = cardOf(answer.view);
        if (hasChart(card)) {
          await ack();
          await whisperIllustrated(responseUrl, card);
        } else await show(renderMessage(card));
        if (answer.kind === 'answer') return;
        if (answer.notice !== undefined) await whisper(responseUrl, renderSentence(answer.notice));
        return;
      }
      case 'form': {
        const view = modalOf(answer.view);
        await ack();
        if (!(await open(triggerId, view)))
          await whisper(responseUrl, retryMessage(retry === null ? null : { command: retry }));
        return;
      }
      case 'nothing':
        await ack();
        return;
      case 'fault':
        return show(renderSentence(faultSentence(answer)));
      default:
        throw new Error(answer satisfies never);
    }
  }

  async function answerMessage(answer: Answer, origin: From<'message'>, ack: Acknowledge) {
    const { responseUrl, channel, ts, ephemeral, triggerId } = origin;
    // A message in the private talk stays there; in a channel only who pressed may read the answer.
    const direct = channel.startsWith('D') && !ephemeral;
    const replaceOriginal = async (message: SlackMessage) => {
      try {
        if (responseUrl === null) throw new Error('no response_url');
        await respond(responseUrl, { ...message, replace_original: true });
      } catch (error) {
        // Only in the private talk: what stands in a channel is read by others [S9].
        if (!direct) throw error;
        await client.chat.update({ channel, ts, ...message });
      }
    };
    const tell = async (message: SlackMessage) => {
      if (responseUrl === null && !channel.startsWith('D')) throw new Error('others would read this answer');
      if (responseUrl === null) await client.chat.postMessage({ channel, ...message });
      else if (direct) await respond(responseUrl, { ...message, response_type: 'in_channel', replace_original: false });
      else await whisper(responseUrl, message);
    };
    await ack();
    switch (answer.kind) {
      case 'answer': {
        const card = cardOf(answer.view);
        if (origin.form !== null) return showIllustrated(card, replaceOriginal);
        // Too long for a message: a modal has room for all of it, and a press can open one.
        if (!fitsMessage(card) && (await open(triggerId, renderModal(card)))) return;
        return showIllustrated(card, tell);
      }
      case 'replace':
        await showIllustrated(cardOf(answer.view), replaceOriginal);
        if (answer.notice !== undefined && responseUrl !== null)
          await whisper(responseUrl, renderSentence(answer.notice));
        return;
      case 'form': {
        const card = cardOf(answer.view);
        // The same form with its errors stays in the message; another page opens as a modal.
        if (origin.form !== null && sameFields(card, origin.form)) return replaceOriginal(renderMessage(card));
        if (!(await open(triggerId, renderModal(card))) && responseUrl !== null)
          await whisper(responseUrl, retryMessage(origin.form === null ? origin.retry : null));
        return;
      }
      case 'nothing':
        return;
      case 'fault':
        if (responseUrl !== null) await whisper(responseUrl, renderSentence(faultSentence(answer)));
        return;
      default:
        throw new Error(answer satisfies never);
    }
  }

  async function answerModal(answer: Answer, { viewId, hash, triggerId }: From<'modal'>, ack: Acknowledge) {
    await ack();
    const update = async (view: types.ModalView) => {
      try {
        await client.views.update({ view_id: viewId, hash, view });
      } catch (error) {
        // Pressed twice, or closed meanwhile: what they see now is newer, or they do not want to see it.
        if (!['hash_conflict', 'not_found', 'view_not_found'].includes(faultCode(error))) throw error;
        log.info('slack.form_moved_on', { platform: 'slack', fault: faultCode(error) });
      }
    };
    switch (answer.kind) {
      case 'answer':
      case 'form':
        return update(modalOf(answer.view));
      case 'replace':
        return update(withNotice(cardOf(answer.view), answer.notice));
      case 'nothing':
        return;
      case 'fault':
        // On top of the form: what was filled in stays.
        await client.views.push({
          trigger_id: triggerId,
          view: renderSentenceModal(sentences.faultTitle, faultSentence(answer)),
        });
        return;
      default:
        throw new Error(answer satisfies never);
    }
  }

  async function answerSubmission(answer: Answer, { viewId, fields }: From<'submission'>, ack: Acknowledge) {
    const update = async (view: types.ModalView) => {
      if (!(await ack({ response_action: 'update', view }))) await client.views.update({ view_id: viewId, view });
    };
    switch (answer.kind) {
      case 'answer':
        return update(modalOf(answer.view));
      case 'form': {
        const card = cardOf(answer.view);
        const errors = errorsOf(card);
        const ids = Object.keys(errors);
        if (ids.length > 0 && ids.every((id) => fields.includes(id)) && sameFields(card, fields))
          if (await ack({ response_action: 'errors', errors })) return;
        return update(renderModal(card));
      }
      case 'replace': {
        // The message it was opened from is brought up to date by the outbox.
        if (answer.notice === undefined && (await ack({ response_action: 'clear' }))) return;
        return update(withNotice(cardOf(answer.view), answer.notice));
      }
      case 'nothing':
        if (!(await ack())) await update(renderSentenceModal(sentences.doneTitle, sentences.done));
        return;
      case 'fault': {
        // As an error under the last field, so that what was filled in stays.
        const last = answer.what === 'not-shown' ? undefined : fields.at(-1);
        if (last !== undefined && (await ack({ response_action: 'errors', errors: { [last]: sentences.fault } })))
          return;
        return update(renderSentenceModal(sentences.faultTitle, faultSentence(answer)));
      }
      default:
        throw new Error(answer satisfies never);
    }
  }

  /** An answer to a press on the Home tab opens above it; where the trigger came too late it is told privately. */
  async function answerHomePress(answer: Answer, { user, triggerId, retry }: From<'home-press'>, ack: Acknowledge) {
    await ack();
    const tell = (message: SlackMessage) => client.chat.postMessage({ channel: user, ...message });
    switch (answer.kind) {
      case 'answer':
        if (!(await open(triggerId, modalOf(answer.view)))) await showIllustrated(cardOf(answer.view), tell);
        return;
      case 'replace': {
        const view = withNotice(cardOf(answer.view), answer.notice);
        if (!(await open(triggerId, view))) await showIllustrated(cardOf(answer.view), tell);
        return;
      }
      case 'form':
        if (!(await open(triggerId, modalOf(answer.view)))) await tell(retryMessage(retry));
        return;
      case 'nothing':
        return;
      case 'fault':
        if (!(await open(triggerId, renderSentenceModal(sentences.faultTitle, faultSentence(answer)))))
          await tell(renderSentence(faultSentence(answer)));
        return;
      default:
        throw new Error(answer satisfies never);
    }
  }

  async function answerTalk(answer: Answer, { channel, user, thread, retry }: From<'talk'>) {
    const tell = async (message: SlackMessage) => {
      const where = { channel, ...(thread === null ? {} : { thread_ts: thread }), ...message };
      if (channel.startsWith('D')) await client.chat.postMessage(where);
      else await client.chat.postEphemeral({ ...where, user });
    };
    switch (answer.kind) {
      case 'answer':
        return showIllustrated(cardOf(answer.view), tell);
      case 'replace':
        await showIllustrated(cardOf(answer.view), tell);
        if (answer.notice !== undefined) await tell(renderSentence(answer.notice));
        return;
      case 'form':
        return tell(
          retry === null
            ? retryMessage(null)
            : sentenceWithButton(sentences.openHere, sentences.openButton, { command: retry }),
        );
      case 'nothing':
        return;
      case 'fault':
        return tell(renderSentence(faultSentence(answer)));
      default:
        throw new Error(answer satisfies never);
    }
  }

  return async (answer: Answer, origin: Origin, ack: Acknowledge): Promise<void> => {
    switch (origin.kind) {
      case 'command':
        return answerCommand(answer, origin, ack);
      case 'message':
        return answerMessage(answer, origin, ack);
      case 'modal':
        return answerModal(answer, origin, ack);
      case 'submission':
        return answerSubmission(answer, origin, ack);
      case 'talk':
        await ack();
        return answerTalk(answer, origin);
      case 'home':
        await ack();
        if (answer.kind === 'answer')
          await client.views.publish({ user_id: origin.user, view: renderHome(cardOf(answer.view)) });
        return;
      case 'home-press':
        return answerHomePress(answer, origin, ack);
      case 'none':
        await ack();
        return;
      default:
        throw new Error(origin satisfies never);
    }
  };
}

/** What a request is acknowledged with when the answer takes too long: a modal would close on an empty one. */
export const lateBody = (origin: Origin): unknown =>
  origin.kind === 'submission'
    ? { response_action: 'update', view: renderSentenceModal(sentences.waitingTitle, sentences.waiting) }
    : undefined;

const sentenceWithButton = (
  sentence: string,
  label: string,
  retry: { action: string; subject: string } | { command: string },
): SlackMessage =>
  renderSentence(
    sentence,
    'command' in retry ? { action: commandButton, label, subject: retry.command } : { ...retry, label },
  );

/** The card as it is now, without its form, under a short sentence. */
const withNotice = (card: Card, notice: string | undefined): types.ModalView =>
  renderModal({
    ...card,
    form: undefined,
    parts: [...(notice === undefined ? [] : [{ type: 'text', text: notice, strong: true } as const]), ...card.parts],
  });
