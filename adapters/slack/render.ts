import type { types } from '@slack/bolt';
import type { Button, Card } from '../../cards/card.ts';
import { type Fitted, fitBlocks } from './fit-blocks.ts';
import { buttonRows, type SlackButton } from './form-blocks.ts';
import { limits, shorten } from './limits.ts';
import type { Illustrated } from './pictures.ts';
import { type Block, escapeText, plain, section } from './pieces.ts';
import type { Title } from './text-blocks.ts';

/** A message: `text` is what the notification and the screen reader say. */
export type SlackMessage = { text: string; blocks: Block[] } & typeof noPreviews;

/** Slack fetches nothing that a card links to: a preview would show it to who looks along [S9]. */
const noPreviews = { unfurl_links: false, unfurl_media: false } as const;

/** What a modal remembers between two requests: ids of actions and what they are about, never content [S9]. */
export type FormMeta = { submit: ActionRef; autosave?: ActionRef };
type ActionRef = { action: string; subject: string };

/** `block_id` of the row with the buttons of a form in a message. No field id starts with `~`. */
export const formButtonsBlock = '~form';

/**
 * Draws a card as a message. Whatever the card holds, the result is within Slack's limits: buttons and
 * inputs stay, long texts end in `…`, and what does not fit at all makes place for a line that says so.
 * Everything is `plain_text` or rich text runs, which Slack does not parse: nothing a person typed can
 * become a mention, a link or markup.
 */
export function renderMessage(card: Illustrated): SlackMessage {
  return {
    // The top-level text is the one place Slack parses: `<!channel>` must not come alive there.
    text: escapeText(shorten(card.summary || card.title || ' ', limits.notification)),
    blocks: messageBlocks(card).blocks,
    ...noPreviews,
  };
}

/** Whether a message shows all of a card; a modal has room for six times as much. */
export const fitsMessage = (card: Card): boolean => messageBlocks(card).all;

function messageBlocks(card: Illustrated): Fitted {
  const form = card.form;
  const formButtons = form === undefined ? [] : [form.submit, form.back, form.cancel].filter((b) => b !== undefined);
  const footer = buttonRows(formButtons, nextIndex(card.parts), formButtonsBlock);
  const parts = [titleBlock(card.title), ...card.parts];
  const budget = { blocks: limits.messageBlocks, characters: limits.messageCharacters };
  return fitBlocks(parts, footer, budget, false, card.whole);
}

/**
 * Draws a card as a modal. With `card.form` it has a submit button and `back` is a button at the bottom;
 * without, only *Sluiten*. Inputs outside a form are left out: Slack refuses those.
 */
export function renderModal(card: Card): types.ModalView {
  const form = card.form;
  const footer = form?.back === undefined ? [] : buttonRows([form.back], nextIndex(card.parts), formButtonsBlock);
  const title = card.title.length > limits.viewTitle ? [titleBlock(card.title)] : [];
  const parts = card.parts.filter((part) => part.type !== 'input' || form !== undefined);
  const budget = { blocks: limits.viewBlocks, characters: limits.viewCharacters };
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(card.title || '…', limits.viewTitle),
    close: plain(form?.cancel?.label || 'Sluiten', limits.viewTitle),
    ...(form === undefined ? {} : { submit: plain(form.submit.label || 'OK', limits.viewTitle) }),
    private_metadata: form === undefined ? '' : JSON.stringify(metaOf(form)),
    notify_on_close: false,
    blocks: fitBlocks([...title, ...parts], footer, budget, form?.autosave !== undefined).blocks,
  };
}

/** Draws a card on the Home tab. */
export function renderHome(card: Illustrated): types.HomeView {
  const parts = [titleBlock(card.title), ...card.parts];
  const budget = { blocks: limits.viewBlocks, characters: limits.viewCharacters };
  return { type: 'home', blocks: fitBlocks(parts, [], budget, false).blocks };
}

/** One plain sentence as a message. */
export function renderSentence(sentence: string, ...buttons: SlackButton[]): SlackMessage {
  const blocks = [section(sentence, limits.text), ...buttonRows(buttons, 0)];
  return { text: escapeText(sentence), blocks, ...noPreviews };
}

/** One plain sentence as a modal without a form. */
export function renderSentenceModal(title: string, sentence: string): types.ModalView {
  return renderModal({ title, summary: title, parts: [{ type: 'text', text: sentence }] });
}

/** The action behind an `action_id`: Slack wants those unique in a row, so a number stands behind it. */
export const actionOf = (actionId: string): string => actionId.replace(/#\d+$/, '');

function metaOf(form: NonNullable<Card['form']>): FormMeta {
  const ref = ({ action, subject }: Button): ActionRef => ({ action, subject });
  return { submit: ref(form.submit), ...(form.autosave === undefined ? {} : { autosave: ref(form.autosave) }) };
}

const titleBlock = (text: string): Title => ({ type: 'title', text });

/** Buttons drawn by the parts themselves, so that the ones of the form count on. */
const nextIndex = (parts: Illustrated['parts']): number =>
  parts.reduce((count, part) => count + (part.type === 'buttons' ? part.buttons.length : 0), 0);
