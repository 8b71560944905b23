import type { MaandSom } from '../ports.ts';
import type { Boeking } from './boeking.ts';

/** What lines add to each phase by category and month of booking; what comes to nothing is left out. */
export function maandSommen(
  boekingen: readonly Pick<Boeking, 'van' | 'naar' | 'categorie' | 'cents' | 'datum'>[],
): MaandSom[] {
  const sums = new Map<string, MaandSom>();
  for (const { van, naar, categorie, cents, datum } of boekingen)
    for (const [fase, amount] of [
      [van, -cents],
      [naar, cents],
    ] as const) {
      if (fase === null) continue;
      const maand = datum.slice(0, 7);
      const key = `${maand}|${categorie}|${fase}`;
      sums.set(key, { maand, categorie, fase, cents: (sums.get(key)?.cents ?? 0) + amount });
    }
  return [...sums.values()].filter((s) => s.cents !== 0);
}
