import { basispuntenVan } from './bedrag.ts';
import type { Boeking } from './boeking.ts';
import type { CasusSom, Spreiding } from './opvallend.ts';
import { gebonden, saldo } from './saldo.ts';

/** What the database keeps of a case, from its lines: for tests. */
export const casusSom = (casusId: string, referentie: string, lines: readonly Boeking[]): CasusSom => ({
  casusId,
  referentie,
  gebonden: gebonden(saldo(lines)),
  verblijf: gebonden(saldo(lines.filter((b) => b.categorie === 'verblijf'))),
});

/** The quartiles as the database finds them: the first amount that so many are at most at. */
export function spreiding(all: readonly CasusSom[]): Spreiding {
  const sums = all.filter((s) => s.gebonden > 0);
  const at = (values: number[], quarters: number) =>
    values.sort((a, b) => a - b)[Math.ceil((values.length * quarters) / 4) - 1] ?? 0;
  const quartiles = (values: number[]) => ({ kwart: at(values, 1), driekwart: at(values, 3) });
  return {
    aantal: sums.length,
    bedrag: quartiles(sums.map((s) => s.gebonden)),
    verblijf: quartiles(sums.map((s) => basispuntenVan(s.verblijf, s.gebonden))),
  };
}

export const boven = (all: readonly CasusSom[], limits: { bedrag: number; verblijf: number }): CasusSom[] =>
  all
    .filter(
      (s) => s.gebonden > 0 && (s.gebonden > limits.bedrag || basispuntenVan(s.verblijf, s.gebonden) > limits.verblijf),
    )
    .sort((a, b) => b.gebonden - a.gebonden || (a.casusId < b.casusId ? -1 : 1));
