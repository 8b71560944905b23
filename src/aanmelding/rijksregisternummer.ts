/** Digits of a candidate: eleven, with at most two separators between any two of them. */
const CANDIDATE = /(?<!\d)\d(?:[ .\-/]{0,2}\d){10}(?!\d)/g;

/**
 * Whether a text holds a national register number (or bis number), however it is punctuated: eleven
 * digits whose last two check the first nine, modulo 97, for births before and from 2000 [S10].
 */
export function hasRijksregisternummer(text: string): boolean {
  for (const [candidate] of text.matchAll(CANDIDATE)) {
    const digits = candidate.replaceAll(/\D/g, '');
    const check = Number(digits.slice(9));
    const body = digits.slice(0, 9);
    if (97 - (Number(body) % 97) === check || 97 - (Number(`2${body}`) % 97) === check) return true;
  }
  return false;
}
