import type { Change, Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Instant } from '../time.ts';
import { alleKlokken } from './klokken.ts';
import { aanIedereen, inAgenda, lopendeTafel, metTafel, tafelOf } from './tafel-change.ts';
import { startVan, type Zorgtafel } from './zorgtafel.ts';

/** A table that does not take place: calendars hear of it when they knew. */
export function afgelast(tafel: Zorgtafel, reden: string, now: Instant): Zorgtafel {
  const next: Zorgtafel = { ...tafel, stand: 'afgelast', reden };
  const start = startVan(tafel);
  return start ? inAgenda(next, start, now) : next;
}

/** Called off, with a reason that everybody at the table reads. No clock of it goes on. */
export function afgelasten(seen: Seen, tafelId: string, door: string, reden: string, now: Instant): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const tafel = afgelast(found.tafel, reden, now);
  return metTafel(seen, tafel, {
    gebeurtenissen: [{ op: now, soort: 'zorgtafel_afgelast', door, detail: reden }],
    berichten: aanIedereen(tafel, 'afgelast', now, door),
    stop: alleKlokken(tafel.id),
  });
}

/**
 * A case ends (withdrawn, closed): the table that still goes on is called off with it. To wrap around the decision
 * that ends the case; clocks are stopped by that decision.
 */
export function metAfgelasteTafel(decision: Decision, seen: Seen, door: string, reden: string): Decision {
  const lopend = lopendeTafel(seen);
  if ('refusal' in decision || !lopend) return decision;
  const tafel = afgelast(lopend, reden, seen.now);
  const change: Change = {
    ...decision,
    zorgtafel: tafel,
    gebeurtenissen: [...decision.gebeurtenissen, { op: seen.now, soort: 'zorgtafel_afgelast', door, detail: reden }],
    berichten: [...decision.berichten, ...aanIedereen(tafel, 'afgelast', seen.now, door)],
  };
  return change;
}
