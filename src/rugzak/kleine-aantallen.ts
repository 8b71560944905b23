/** Fewer cases than this could be recognised outside the circle of the coordinators [M2]. */
export const MINST_ZICHTBAAR = 5;

/** What each case comes to, by its id: integer cents, never zero. */
export type PerCasus = ReadonlyMap<string, number>;

const teKlein = ({ size }: PerCasus): boolean => size > 0 && size < MINST_ZICHTBAAR;

/**
 * Which rows of a column with a total are hidden: those of too few cases, and then the smallest others until what is
 * hidden together is of no small number either, for the total would tell it [M2]. The same case may be in several rows,
 * and may come to nothing in all: what counts is of whom the total less what is shown is.
 */
export function verborgen(rijen: readonly PerCasus[]): boolean[] {
  const hidden = rijen.map(teKlein);
  const bySize = rijen
    .map(({ size }, n) => ({ size, n }))
    .filter(({ size, n }) => size > 0 && !hidden[n])
    .sort((a, b) => a.size - b.size);
  const tells = () => teKlein(samen(rijen.filter((_, n) => hidden[n])));
  for (const { n } of bySize) {
    if (!tells()) break;
    hidden[n] = true;
  }
  return hidden;
}

/** Rows added up by case; what comes to nothing is left out. */
export function samen(rijen: readonly PerCasus[]): PerCasus {
  const sums = new Map<string, number>();
  for (const rij of rijen) for (const [id, cents] of rij) sums.set(id, (sums.get(id) ?? 0) + cents);
  return new Map([...sums].filter(([, cents]) => cents !== 0));
}
