import type { Termijn } from '../casus/termijn.ts';
import { type Instant, isBefore } from '../time.ts';
import { zonderAntwoord } from './antwoorden.ts';
import { BEDENKTIJD } from './klokken.ts';
import { ontvanger } from './tafel-change.ts';
import { aanTafel, type Deelnemer, loopt, type Zorgtafel } from './zorgtafel.ts';

/**
 * Who a rung for everybody at the table, due now, goes to: who still owes an answer and was not reminded of it, or who
 * has not said they stay away. Once for each person, also when they invite several [T4].
 */
export function ontvangersVan(
  tafel: Zorgtafel,
  klok: Pick<Termijn, 'soort' | 'ladder' | 'volgende'>,
  now: Instant,
): string[] {
  if (!loopt(tafel)) return [];
  // The first reminder that leaves somebody the time to answer is theirs; those before `volgende` went out already.
  const dueFor = (d: Deelnemer) => {
    const since = d.sinds.add(BEDENKTIJD);
    const own = klok.ladder.find((r) => r.soort === 'herinnering' && !isBefore(r.op, since));
    return own && klok.volgende && !isBefore(own.op, klok.volgende) && !isBefore(now, own.op);
  };
  const people =
    klok.soort === 'zorgtafel_antwoorden'
      ? zonderAntwoord(tafel, now).filter(dueFor)
      : aanTafel(tafel).filter((d) => d.stand !== 'komt_niet');
  return [...new Set(people.map(ontvanger))].filter((id): id is string => id !== null);
}
