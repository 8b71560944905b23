/** Slack escapes these three characters, and only these, in what people type. */
export const unescapeText = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/**
 * The text of a message as its writer saw it: `<https://x.be|x.be>` is `x.be`, `<#C1|algemeen>` is
 * `#algemeen`, and escaped characters are themselves again.
 */
export function plainText(text: string): string {
  const words = text.replace(/<([@#!]?)([^>|]*)(?:\|([^>]*))?>/g, (_, sign: string, target: string, label?: string) => {
    const shown = label ?? target.replace(/^mailto:/, '');
    return sign === '@' || sign === '#' ? `${sign}${shown.replace(/^[@#]/, '')}` : shown;
  });
  return unescapeText(words);
}
