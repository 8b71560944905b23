import type { Instant } from '../time.ts';
import { monthNames } from './parse-day.ts';

/** A calendar year or month: `2026`, `2026-03`. */
export type Periode = string;

/**
 * The period somebody means, or null when it cannot be read: nothing or `dit jaar`, `vorig jaar`, `volgend jaar`,
 * `2026`, `deze maand`, `vorige maand`, `maart` (of this year), `maart 2025`, `2025-03`.
 */
export function parsePeriode(text: string, now: Instant, zone: string): Periode | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const words = text
    .toLowerCase()
    .replace(/(?<=[a-z])\./g, '')
    .trim();
  const month = (plus: number) => today.toPlainYearMonth().add({ months: plus }).toString();
  const fixed: Record<string, string> = {
    '': String(today.year),
    'dit jaar': String(today.year),
    'vorig jaar': String(today.year - 1),
    'volgend jaar': String(today.year + 1),
    'deze maand': month(0),
    'vorige maand': month(-1),
    'volgende maand': month(1),
  };
  if (Object.hasOwn(fixed, words)) return fixed[words] ?? null;
  if (/^20\d{2}$/.test(words) || /^20\d{2}-(0[1-9]|1[0-2])$/.test(words)) return words;
  const { name = '', year = String(today.year) } = /^(?<name>[a-z]+)(?: (?<year>20\d{2}))?$/.exec(words)?.groups ?? {};
  const index = monthNames.findIndex((spellings) => spellings.includes(name));
  return index === -1 ? null : `${year}-${String(index + 1).padStart(2, '0')}`;
}

/** The months of a period, as `2026-03`. */
export const monthsOf = (periode: Periode): string[] =>
  periode.length === 4
    ? Array.from({ length: 12 }, (_, n) => `${periode}-${String(n + 1).padStart(2, '0')}`)
    : [periode];

/** The period `by` further on: a year, or a month. */
export const periodeBeside = (periode: Periode, by: number): Periode =>
  periode.length === 4
    ? String(Number(periode) + by)
    : Temporal.PlainYearMonth.from(periode).add({ months: by }).toString();
