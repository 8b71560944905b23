/**
 * The day a child turns `years`: somebody born on 29 February has a birthday on 1 March in other
 * years, which gives the child the longer of the two readings [D1].
 */
export function birthday(born: Temporal.PlainDate, years: number): Temporal.PlainDate {
  const day = born.add({ years });
  return day.day === born.day ? day : day.add({ days: 1 });
}

/** Eligible until the day before the third birthday; both ISO dates [D1]. */
export const isUnderThree = (born: string, today: string): boolean =>
  Temporal.PlainDate.compare(Temporal.PlainDate.from(today), birthday(Temporal.PlainDate.from(born), 3)) < 0;

/** Age in words a coordinator uses: weeks, then months, then years; for the unborn the weeks to go. */
export function ageInWords(kind: 'geboren' | 'ongeboren', date: string, today: string): string {
  const born = Temporal.PlainDate.from(date);
  const now = Temporal.PlainDate.from(today);
  if (kind === 'ongeboren') {
    const weeks = Math.round(now.until(born, { largestUnit: 'days' }).days / 7);
    if (weeks > 0) return `ongeboren, verwacht over ${plural(weeks, 'week', 'weken')}`;
    return weeks === 0
      ? 'ongeboren, verwacht deze week'
      : `ongeboren, ${plural(-weeks, 'week', 'weken')} na de verwachte datum`;
  }
  const { days } = born.until(now, { largestUnit: 'days' });
  if (days < 14) return plural(days, 'dag', 'dagen');
  if (days < 12 * 7) return plural(Math.floor(days / 7), 'week', 'weken');
  const { years, months } = born.until(now, { largestUnit: 'years' });
  if (years < 2) return plural(years * 12 + months, 'maand', 'maanden');
  return months === 0 ? `${years} jaar` : `${years} jaar en ${plural(months, 'maand', 'maanden')}`;
}

/** `1 week`, `3 weken`: nouns whose plural is not the singular. */
export const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
