import type { TermijnSoort } from '../casus/termijn.ts';
import { zonderAntwoord } from './antwoorden.ts';
import { ontvanger } from './tafel-change.ts';
import { aanTafel, loopt, type Zorgtafel } from './zorgtafel.ts';

/**
 * Who a rung for everybody at the table goes to: who still owes an answer, or who has not said they stay away. Once
 * for each person, also when they invite several [T4].
 */
export function ontvangersVan(tafel: Zorgtafel, soort: TermijnSoort): string[] {
  if (!loopt(tafel)) return [];
  const people =
    soort === 'zorgtafel_antwoorden' ? zonderAntwoord(tafel) : aanTafel(tafel).filter((d) => d.stand !== 'komt_niet');
  return [...new Set(people.map(ontvanger))].filter((id): id is string => id !== null);
}
