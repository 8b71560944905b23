import type { types } from '@slack/bolt';
import { limits, shorten } from './limits.ts';

export type Block = types.KnownBlock;
export type TextRun = types.RichTextText;

/** Text that Slack does not parse: no mention, link or markup can come out of it. */
export function plain(text: string, max: number): types.PlainTextElement {
  return { type: 'plain_text', text: shorten(text, max), emoji: false };
}

export const section = (text: string, max: number): Block => ({ type: 'section', text: plain(text, max) });

export const contextBlock = (text: string): Block => ({ type: 'context', elements: [plain(text, limits.contextText)] });

export const run = (text: string): TextRun => ({ type: 'text', text });

export const bold = (text: string): TextRun => ({ type: 'text', text, style: { bold: true } });

/** Runs of literal text: Slack does not parse these either. */
export const richText = (elements: TextRun[]): Block => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});

/** For the few places that Slack does parse. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
