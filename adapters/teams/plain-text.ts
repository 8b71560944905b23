import { RichTextBlock, TextBlock, TextRun, type TextRunOptions } from '@microsoft/teams.cards';

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
export function plainText(text: string, style: TextRunOptions = {}): RichTextBlock {
  return new RichTextBlock().withInlines(new TextRun(text.replaceAll('{{', '{\u2060{') || '–', style));
}

/** A text with line breaks: a line each, as a break inside one run is not drawn everywhere. */
export function plainLines(text: string, style: TextRunOptions, maxLines: number): RichTextBlock[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const shown = lines.length > maxLines ? [...lines.slice(0, maxLines - 1), '…'] : lines;
  return shown.map((line, n) => (n === 0 ? plainText(line, style) : plainText(line, style).withSpacing('None')));
}

/** Letters, digits and signs that no Markdown gives a meaning to, wherever they stand. */
const harmless = /^(?!\d+[).]\s|[-+]\s)[\p{L}\p{M}\p{N} ,:;?!'’“”()–—…%/+-]+$/u;

/**
 * A heading. A screen reader only finds it as one in a `TextBlock`, which knows Markdown: so that is
 * used for harmless text only.
 */
export function headingText(text: string, size: 'Large' | 'Medium'): TextBlock | RichTextBlock {
  if (!harmless.test(text) || /www|http/i.test(text)) return plainText(text, { size, weight: 'Bolder' });
  return new TextBlock(text, { size, weight: 'Bolder', wrap: true, style: 'heading' });
}
