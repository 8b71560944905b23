import type { Values } from '../intent.ts';

/**
 * Every eleven digits in a row, with at most three signs between any two of them. A lookahead, so that candidates
 * may overlap: in `12 85.07.30-033.28` the house number must not hide what comes after it. `+32 …` is a telephone.
 */
const CANDIDATES = /(?<!\d|\+(?=32))(?=(\d(?:[\s\p{Cf}\p{Pd}./_·]{0,3}\d){10})(?!\d))/gu;

/**
 * Whether a text holds a national register number (or bis number), however it is punctuated: eleven
 * digits whose last two check the first nine, modulo 97, for births before and from 2000 [S10].
 */
export const hasRijksregisternummer = (text: string): boolean => numbersIn(text).length > 0;

/** What was typed in a form, fit to be kept or shown again [S10]. */
export const withoutRijksregisternummers = (values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [
      id,
      typeof value === 'string' ? withoutRijksregisternummer(value) : value.map(withoutRijksregisternummer),
    ]),
  );

/** The same text with `[…]` where a national register number stood: what else was typed is not lost. */
export const withoutRijksregisternummer = (text: string): string =>
  numbersIn(text).reduce((left, number) => left.replaceAll(number, '[…]'), text);

const numbersIn = (text: string): string[] =>
  [...text.matchAll(CANDIDATES)].flatMap(([, candidate = '']) => (checks(candidate) ? [candidate] : []));

function checks(candidate: string): boolean {
  const digits = candidate.replaceAll(/\D/g, '');
  const check = Number(digits.slice(9));
  const body = digits.slice(0, 9);
  return 97 - (Number(body) % 97) === check || 97 - (Number(`2${body}`) % 97) === check;
}
