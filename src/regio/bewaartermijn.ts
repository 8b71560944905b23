import type { Region } from './region.ts';
import { latestValid } from './valid-on.ts';

/**
 * How long a case that ended on `date` (ISO) is kept; null: for good. A case that ended before the region had a term
 * gets its first one; one that ended after the term was taken away gets none [S17].
 */
export function bewaartermijnOp({ bewaring = [] }: Pick<Region, 'bewaring'>, date: string): string | null {
  const [first] = bewaring;
  const before = first?.van !== undefined && date < first.van ? first : undefined;
  return (latestValid(bewaring, date) ?? before)?.casus ?? null;
}
