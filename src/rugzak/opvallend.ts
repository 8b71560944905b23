import { basispuntenVan } from './bedrag.ts';

/** With fewer cases there is no usual to compare with. */
export const MINST_CASUSSEN = 8;

/** A quarter of the cases is at most at `kwart`, three quarters at most at `driekwart`. */
type Kwartielen = { kwart: number; driekwart: number };

/** How the cases of a region lie: amounts bound in integer cents, and their share for stay in basis points. */
export type Spreiding = { aantal: number; bedrag: Kwartielen; verblijf: Kwartielen };

/** What one case comes to: integer cents. */
export type CasusSom = { casusId: string; referentie: string; gebonden: number; verblijf: number };

/** Above these a case stands out; null: there are too few cases to say so. */
export type Grenzen = { bedrag: number; verblijf: number } | null;

/**
 * The usual statistic for what stands out: more than one and a half times the distance between the quartiles above the
 * upper one; where nearly all cases are alike, at least a quarter above it. A share for stay only counts above the one
 * that the region allows of the maximum (`plafond`, basis points). For afterwards, never a reason to refuse [B10].
 */
export function grenzen({ aantal, bedrag, verblijf }: Spreiding, plafond: number): Grenzen {
  if (aantal < MINST_CASUSSEN) return null;
  return { bedrag: above(bedrag), verblijf: Math.max(plafond, above(verblijf)) };
}

const above = ({ kwart, driekwart }: Kwartielen): number =>
  driekwart + Math.max(part(driekwart - kwart, 3n, 2n), part(driekwart, 1n, 4n));

/** A fraction, rounded down. */
const part = (whole: number, times: bigint, by: bigint): number => Number((BigInt(whole) * times) / by);

/** In what a case stands out; empty: in nothing. */
export function waarinOpvallend(
  som: Pick<CasusSom, 'gebonden' | 'verblijf'>,
  limits: Grenzen,
): ('bedrag' | 'verblijf')[] {
  if (limits === null || som.gebonden <= 0) return [];
  return [
    ...(som.gebonden > limits.bedrag ? ['bedrag' as const] : []),
    ...(basispuntenVan(som.verblijf, som.gebonden) > limits.verblijf ? ['verblijf' as const] : []),
  ];
}
