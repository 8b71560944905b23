import { RIJKSREGISTER_GEWEIGERD } from '../aanmelding/check-page.ts';
import { hasRijksregisternummer } from '../aanmelding/rijksregisternummer.ts';

/** Most that one amount can be: € 9 999 999,99. More is a typing error, and far below what a number holds exactly. */
const MOST_CENTS = 999_999_999;

/** What somebody typed as an amount, as integer euro cents, or a sentence that says what to write instead. */
export type Bedrag = { cents: number } | { fout: string };

/**
 * Reads an amount the Belgian way: `1.234,56`, `€ 1234,5`, `1 234`, `250 euro`. A comma is the decimal sign, a
 * point or a space groups thousands. What could mean two things (`12.50`, `1,234`) is refused with both
 * readings named, never guessed: a factor of a hundred is somebody's care. No floating point anywhere.
 */
export function leesBedrag(typed: string): Bedrag {
  // A sentence below repeats what was typed: not this [S10].
  if (hasRijksregisternummer(typed)) return { fout: RIJKSREGISTER_GEWEIGERD };
  const text = typed
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .replace(/^(€|eur(?:o)?\b)\s*/i, '')
    .replace(/\s*(€|eur(?:o)?)$/i, '');
  if (text === '') return { fout: 'Schrijf een bedrag, bijvoorbeeld 1.234,56.' };
  if (/^[-−–]/.test(text)) return { fout: 'Een bedrag is altijd meer dan nul; terugnemen doe je met een correctie.' };
  const point = /^(\d+)\.(\d{1,2})$/.exec(text);
  if (point)
    return {
      fout: `${text} kan twee dingen betekenen. Bedoel je ${point[1]} euro en ${cents(point[2])} cent? Schrijf dan ${point[1]},${cents(point[2])}.`,
    };
  const comma = /^(\d{1,3}),(\d{3})$/.exec(text);
  if (comma)
    return {
      fout: `${text} kan twee dingen betekenen. Duizendtallen schrijf je met een punt of niets (${comma[1]}.${comma[2]}), centen met twee cijfers na de komma.`,
    };
  const parts = /^(\d+|\d{1,3}(?:[. ]\d{3})+)(?:,(\d{1,2}))?$/.exec(text);
  if (!parts || /\..* | .*\./.test(parts[1] ?? ''))
    return { fout: `“${short(text)}” is geen bedrag. Schrijf het zoals 1.234,56 of 1234,56.` };
  const euros = (parts[1] ?? '').replace(/[. ]/g, '').replace(/^0+(?=\d)/, '');
  if (euros.length > 8) return { fout: 'Dit bedrag is te groot. Kijk na of er geen cijfers te veel staan.' };
  const total = Number.parseInt(euros, 10) * 100 + Number.parseInt(cents(parts[2] ?? '0'), 10);
  if (total === 0) return { fout: 'Een bedrag is altijd meer dan nul.' };
  return total > MOST_CENTS
    ? { fout: 'Dit bedrag is te groot. Kijk na of er geen cijfers te veel staan.' }
    : { cents: total };
}

/** Two digits: `5` after a comma is fifty cents. */
const cents = (digits = '0') => digits.padEnd(2, '0');

const short = (text: string) => (text.length > 30 ? `${text.slice(0, 30)}…` : text);

/** Integer cents as a decimal number in text (`-1234.56`): what `Intl.NumberFormat` takes without losing any. */
export function decimaal(cents: number): `${number}` {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not integer cents: ${cents}`);
  const digits = `${Math.abs(cents)}`.padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}` as `${number}`;
}

/**
 * A share of an amount, in basis points (50 % = 5000), rounded down to the cent: the half of an odd amount is never
 * a cent too much [B1].
 */
export const aandeel = (cents: number, basispunten: number): number =>
  Number((BigInt(cents) * BigInt(basispunten)) / 10_000n);

/** How much `part` is of `whole`, in basis points rounded down; of nothing it is everything once there is something. */
export const basispuntenVan = (part: number, whole: number): number =>
  whole > 0 ? Number((BigInt(part) * 10_000n) / BigInt(whole)) : part > 0 ? 10_000 : 0;
