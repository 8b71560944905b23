import type { IRichTextBlock, ITextBlock, ITextRun, Spacing } from '@microsoft/teams.cards';

// Cards are written as plain objects, checked against Microsoft's types: its builder classes carry every
// field a card can have, and take five times as long to make and to send.

/** How a line of text looks. */
export type TextStyle = Pick<ITextRun, 'size' | 'weight' | 'color' | 'isSubtle'> & { spacing?: Spacing };

/** At most `max` characters, ending in … when something was left out. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  // Not through the middle of a character that takes two.
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * One line of text as it is, whatever a person typed. `TextRun` knows no Markdown, so no mention, link
 * or emphasis can come out of it. `{{` would start a date function: an invisible joiner parts it.
 */
export function plainText(text: string, { spacing, ...style }: TextStyle = {}): IRichTextBlock {
  const shown = text.replaceAll('{{', '{\u2060{') || '–';
  return { type: 'RichTextBlock', spacing, inlines: [{ type: 'TextRun', text: shown, ...style }] };
}

/** A text with line breaks: a line each, as a break inside one run is not drawn everywhere. */
export function plainLines(text: string, style: TextStyle, maxLines: number): IRichTextBlock[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const shown = lines.length > maxLines ? [...lines.slice(0, maxLines - 1), '…'] : lines;
  return shown.map((line, n) => plainText(line, n === 0 ? style : { ...style, spacing: 'None' }));
}

/** Letters, digits and signs that no Markdown gives a meaning to, wherever they stand. */
const harmless = /^(?!\d+[).]\s|[-+]\s)[\p{L}\p{M}\p{N} ,:;?!'’“”()–—…%/+-]+$/u;

/**
 * A heading. A screen reader only finds it as one in a `TextBlock`, which knows Markdown: so that is
 * used for harmless text only.
 */
export function headingText(text: string, style: TextStyle): ITextBlock | IRichTextBlock {
  if (!harmless.test(text) || /www|http/i.test(text)) return plainText(text, { weight: 'Bolder', ...style });
  return { type: 'TextBlock', text, weight: 'Bolder', wrap: true, style: 'heading', ...style };
}
