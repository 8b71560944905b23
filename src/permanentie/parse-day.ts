import type { Instant } from '../time.ts';

const relativeDays: Readonly<Record<string, number>> = {
  eergisteren: -2,
  gisteren: -1,
  vandaag: 0,
  morgen: 1,
  overmorgen: 2,
};

/** Monday first; every way of writing one that people use. */
const weekdayNames: readonly (readonly string[])[] = [
  ['maandag', 'ma', 'maa'],
  ['dinsdag', 'di', 'din'],
  ['woensdag', 'wo', 'woe', 'woens'],
  ['donderdag', 'do', 'don', 'dond'],
  ['vrijdag', 'vr', 'vrij'],
  ['zaterdag', 'za', 'zat'],
  ['zondag', 'zo', 'zon'],
];

export const monthNames: readonly (readonly string[])[] = [
  ['januari', 'jan'],
  ['februari', 'feb', 'febr'],
  ['maart', 'mrt', 'maa'],
  ['april', 'apr'],
  ['mei'],
  ['juni', 'jun'],
  ['juli', 'jul'],
  ['augustus', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt'],
  ['november', 'nov'],
  ['december', 'dec'],
];

const isoPattern = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})$/;
const numberPattern = /^(?<day>\d{1,2})[/.-](?<month>\d{1,2})(?:[/.-](?<year>\d{4}|\d{2}))?$/;
const wordPattern = /^(?<day>\d{1,2}) (?<month>[a-z]+)(?: (?<year>\d{4}))?$/;

/**
 * The day (ISO date) somebody means, or null when it cannot be read: `vandaag`, `morgen`, `maandag` or
 * `ma` (the next such day, today included), `volgende maandag` (in the week after this one), `7/3`, `07/03/2022`, `7 maart`, `ma 7 maart 2022`,
 * `2022-03-07`. Without a year it is the year that brings the day closest to today; a weekday in front
 * has to agree. `now` and `zone` say what today is.
 */
export function parseDay(text: string, now: Instant, zone: string): string | null {
  const today = now.toZonedDateTimeISO(zone).toPlainDate();
  const words = text
    .toLowerCase()
    .replace(/[,?!]+/g, ' ')
    .replace(/(?<=[a-z])\./g, '')
    .trim()
    .split(/\s+/);
  if (words[0] === 'op') words.shift();
  const first = words[0] ?? '';
  if (words.length === 1) {
    const days = Object.hasOwn(relativeDays, first) ? relativeDays[first] : undefined;
    if (days !== undefined) return today.add({ days }).toString();
  }
  if (first === 'volgende' && words.length === 2) return nextWeek(words[1] ?? '', today);
  const weekday = indexOfName(weekdayNames, first);
  if (weekday === undefined) return dateOf(words.join(' '), today, () => true);
  if (words.length === 1) return today.add({ days: (weekday + 8 - today.dayOfWeek) % 7 }).toString();
  return dateOf(words.slice(1).join(' '), today, (day) => day.dayOfWeek === weekday + 1);
}

/** `week` is today a week on; a weekday is the one of the calendar week after this one. */
function nextWeek(word: string, today: Temporal.PlainDate): string | null {
  const weekday = word === 'week' ? today.dayOfWeek - 1 : indexOfName(weekdayNames, word);
  return weekday === undefined ? null : today.add({ days: 8 - today.dayOfWeek + weekday }).toString();
}

function dateOf(text: string, today: Temporal.PlainDate, fits: (day: Temporal.PlainDate) => boolean): string | null {
  const groups = (isoPattern.exec(text) ?? numberPattern.exec(text) ?? wordPattern.exec(text))?.groups;
  if (!groups) return null;
  const { day = '', month = '', year } = groups;
  const named = indexOfName(monthNames, month);
  const monthNumber = named === undefined ? Number(month) : named + 1;
  const years =
    year === undefined
      ? [today.year, today.year - 1, today.year + 1]
      : [year.length === 2 ? 2000 + Number(year) : Number(year)];
  return (
    years
      .flatMap((y) => existing(y, monthNumber, Number(day)))
      .filter(fits)
      .sort((a, b) => distance(today, a) - distance(today, b))[0]
      ?.toString() ?? null
  );
}

/** The day, or nothing when the calendar does not have it (31 February, month 13, `7 foo`). */
function existing(year: number, month: number, day: number): Temporal.PlainDate[] {
  if (!(month >= 1 && month <= 12 && day >= 1)) return [];
  const inMonth = Temporal.PlainYearMonth.from({ year, month }).daysInMonth;
  return day > inMonth ? [] : [Temporal.PlainDate.from({ year, month, day })];
}

const distance = (a: Temporal.PlainDate, b: Temporal.PlainDate): number => Math.abs(a.until(b).days);

function indexOfName(names: readonly (readonly string[])[], name: string): number | undefined {
  const index = names.findIndex((spellings) => spellings.includes(name));
  return index === -1 ? undefined : index;
}
