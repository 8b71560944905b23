/** Fewer cases than this could be recognised outside the circle of the coordinators [M2]. */
export const MINST_ZICHTBAAR = 5;

export const teKlein = (casussen: number): boolean => casussen > 0 && casussen < MINST_ZICHTBAAR;

/**
 * Which rows of a table with a total are hidden: those of too few cases, and then the smallest others until what is
 * hidden together is no small number either, for the total would tell it [M2].
 */
export function verborgen(casussen: readonly number[]): boolean[] {
  const hidden = casussen.map(teKlein);
  const bySize = casussen
    .map((count, n) => ({ count, n }))
    .filter(({ count, n }) => count > 0 && !hidden[n])
    .sort((a, b) => a.count - b.count);
  const enough = () => {
    const those = casussen.filter((_, n) => hidden[n]);
    return those.length === 0 || (those.length > 1 && those.reduce((sum, c) => sum + c, 0) >= MINST_ZICHTBAAR);
  };
  for (const { n } of bySize) {
    if (enough()) break;
    hidden[n] = true;
  }
  return hidden;
}
