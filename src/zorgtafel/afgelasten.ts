import { aanspreekpuntNaam } from '../casus/casus-views.ts';
import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Refusal } from '../refusal.ts';
import { type Instant, isBefore } from '../time.ts';
import { may } from '../toegang/policy.ts';
import { alleKlokken } from './klokken.ts';
import { aanIedereen, inAgenda, lopendeTafel, metTafel, tafelOf } from './tafel-change.ts';
import { metDeCasus, startVan, type Zorgtafel } from './zorgtafel.ts';

/** A table that does not take place: calendars hear of it when they knew. */
function afgelast(tafel: Zorgtafel, reden: string, now: Instant): Zorgtafel {
  const next: Zorgtafel = { ...tafel, stand: 'afgelast', reden };
  const start = startVan(tafel);
  return start ? inAgenda(next, start, now) : next;
}

/** Called off, with a reason that everybody at the table reads. No clock of it goes on. */
export function afgelasten(seen: Seen, tafelId: string, door: string, reden: string, now: Instant): Decision {
  const found = tafelOf(seen, tafelId);
  const refusal = eerstVerslag(seen);
  if ('refusal' in found) return found;
  if (refusal) return { refusal };
  const tafel = afgelast(found.tafel, reden, now);
  return metTafel(seen, tafel, {
    gebeurtenissen: [{ op: now, soort: 'zorgtafel_afgelast', door, detail: reden }],
    berichten: aanIedereen(tafel, 'afgelast', now, door),
    stop: alleKlokken(tafel.id),
  });
}

/** A table that began is not called off any more, by itself or with its case: first what came of it [T7]. Null: no such table. */
export function eerstVerslag(seen: Seen): Refusal | null {
  const tafel = lopendeTafel(seen);
  const start = tafel && startVan(tafel);
  if (!start || isBefore(seen.now, start)) return null;
  return {
    kind: 'zorgtafel_eerst_verslag',
    aanspreekpunt: aanspreekpuntNaam(seen),
    subject: may('zorgtafel.verslag', seen.relations) ? `${seen.casus.id}/${tafel.id}` : null,
  };
}

/**
 * A case ends: the table that is still to come is called off with it, and everybody who was invited hears so [T4].
 * To wrap around the decision that ends the case; clocks are stopped by that decision.
 */
export function metAfgelasteTafel(
  decision: Decision,
  seen: Seen,
  door: string,
  einde: keyof typeof metDeCasus,
): Decision {
  const lopend = lopendeTafel(seen);
  if ('refusal' in decision || !lopend) return decision;
  const refusal = eerstVerslag(seen);
  if (refusal) return { refusal };
  const reden = metDeCasus[einde];
  const tafel = afgelast(lopend, reden, seen.now);
  const told = aanIedereen(tafel, 'afgelast', seen.now, door);
  const hears = new Set(told.map(({ aan }) => 'persoon' in aan && aan.persoon));
  return {
    ...decision,
    zorgtafel: tafel,
    gebeurtenissen: [...decision.gebeurtenissen, { op: seen.now, soort: 'zorgtafel_afgelast', door, detail: reden }],
    berichten: [
      // Who hears that the table is off reads there that the case is closed: once is enough.
      ...decision.berichten.filter(
        ({ onderwerp, aan }) => !(onderwerp === 'afgesloten' && 'persoon' in aan && hears.has(aan.persoon)),
      ),
      ...told,
    ],
  };
}
