import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { zorgtafelBeleid } from '../regio/usual-zorgtafel.ts';
import { type Instant, isBefore } from '../time.ts';
import { standVan } from './antwoorden.ts';
import { klokkenVanVast, klokVanAntwoorden } from './klokken.ts';
import { aanIedereen, inAgenda, type Maak, metTafel, tafelOf } from './tafel-change.ts';
import { beoordeel, past } from './voorstel.ts';
import {
  type Antwoord,
  aanTafel,
  type Deelnemer,
  type Moment,
  momentVan,
  startVan,
  type Zorgtafel,
} from './zorgtafel.ts';

/** Most moments people are asked about. */
export const MOMENTEN_MAX = 5;

/** Participants as they stand towards the moment that was chosen. */
const opgesteld = (tafel: Zorgtafel, now: Instant): Zorgtafel => ({
  ...tafel,
  deelnemers: tafel.deelnemers.map(
    (d): Deelnemer => (aanTafel(tafel).includes(d) ? { ...d, stand: standVan(tafel, d.antwoorden, now) } : d),
  ),
});

/** The moment is fixed: calendars and everybody at the table hear of it, the reminders start. */
function vast(
  seen: Seen,
  was: Zorgtafel,
  moment: Moment,
  door: string,
  reden: string | null,
  soort: 'zorgtafel_vast' | 'zorgtafel_verplaatst',
  maak: Maak,
  now: Instant,
): Decision {
  const tafel = inAgenda(opgesteld({ ...was, stand: 'vast', gekozen: moment.id, reden }, now), moment.start, now);
  const planned = zorgtafelBeleid(seen.region).stopt === 'gepland';
  return metTafel(seen, tafel, {
    gebeurtenissen: [{ op: now, soort, door, ...(reden && { detail: reden }) }],
    berichten: aanIedereen(tafel, 'vast', now, door),
    stop: [
      { soort: 'zorgtafel_antwoorden', over: tafel.id },
      ...(planned ? [{ soort: 'zorgtafel' as const, over: tafel.id }] : []),
    ],
    start: [
      ...klokkenVanVast(maak.id, tafel, seen),
      // Another moment than people answered about: who does not say is asked again.
      ...(soort === 'zorgtafel_verplaatst' ? [klokVanAntwoorden(maak.id(), tafel, seen)] : []),
    ],
  });
}

/**
 * Fixes the moment. Where somebody who has to be there cannot or did not say, it wants a reason: held without the
 * parents is possible, and is written down [T2, T6].
 */
export function vastleggen(
  seen: Seen,
  tafelId: string,
  momentId: string,
  door: string,
  reden: string | null,
  maak: Maak,
  now: Instant,
): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const { tafel } = found;
  if (tafel.stand === 'vast') return { refusal: { kind: 'zorgtafel_al_vast' } };
  const moment = tafel.momenten.find((m) => m.id === momentId);
  if (!moment) return { refusal: { kind: 'zorgtafel_moment_weg' } };
  const b = beoordeel(tafel, moment, now);
  if (b.voorbij) return { refusal: { kind: 'zorgtafel_moment_voorbij' } };
  if (!past(b) && !reden) return { refusal: { kind: 'zorgtafel_past_niet' } };
  return vast(seen, tafel, moment, door, reden, 'zorgtafel_vast', maak, now);
}

/** The list of moments with one more, or the one that is there already. */
function metMoment(tafel: Zorgtafel, start: Instant): { momenten: Moment[]; moment: Moment } {
  const same = tafel.momenten.find((m) => m.start.equals(start));
  if (same) return { momenten: tafel.momenten, moment: same };
  const moment = momentVan(start);
  return { momenten: [...tafel.momenten, moment], moment };
}

/** Who proposes a moment can be there. */
const kanZelf = (tafel: Zorgtafel, door: string, momentId: string): Zorgtafel => ({
  ...tafel,
  deelnemers: tafel.deelnemers.map((d) =>
    d.persoonId === door ? { ...d, antwoorden: { [momentId]: 'kan' satisfies Antwoord, ...d.antwoorden } } : d,
  ),
});

/** One more moment to ask people about, while they are still asked. The oldest that is over makes place. */
export function momentErbij(
  seen: Seen,
  tafelId: string,
  start: Instant,
  door: string,
  maak: Maak,
  now: Instant,
): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const { tafel } = found;
  if (tafel.stand === 'vast') return { refusal: { kind: 'zorgtafel_al_vast' } };
  if (!isBefore(now, start)) return { refusal: { kind: 'zorgtafel_moment_voorbij' } };
  const open = tafel.momenten.filter((m) => isBefore(now, m.start));
  const kept = tafel.momenten.length < MOMENTEN_MAX ? tafel.momenten : open;
  if (kept.length >= MOMENTEN_MAX) return { refusal: { kind: 'zorgtafel_vol' } };
  const { momenten, moment } = metMoment({ ...tafel, momenten: kept }, start);
  const next = opgesteld(kanZelf({ ...tafel, momenten }, door, moment.id), now);
  return metTafel(seen, next, {
    gebeurtenissen: [{ op: now, soort: 'zorgtafel_moment', door }],
    berichten: aanIedereen(next, 'opnieuw', now, door),
    start: [klokVanAntwoorden(maak.id(), next, seen)],
  });
}

/**
 * A fixed table moves, with a reason: to another moment at once, or back to asking who can [T4]. The same
 * calendar entry follows.
 */
export function verplaatsen(
  seen: Seen,
  tafelId: string,
  naar: { start: Instant; opnieuwVragen: boolean },
  door: string,
  reden: string,
  maak: Maak,
  now: Instant,
): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const { tafel } = found;
  if (tafel.stand !== 'vast') return { refusal: { kind: 'zorgtafel_nog_niet_vast' } };
  if (!isBefore(now, naar.start)) return { refusal: { kind: 'zorgtafel_moment_voorbij' } };
  const was = startVan(tafel);
  if (was?.equals(naar.start)) return { refusal: { kind: 'zorgtafel_al_vast' } };
  const open = tafel.momenten.filter((m) => isBefore(now, m.start) && m.id !== tafel.gekozen);
  const { momenten, moment } = metMoment({ ...tafel, momenten: open.slice(0, MOMENTEN_MAX - 1) }, naar.start);
  const moved = kanZelf({ ...tafel, momenten }, door, moment.id);
  if (!naar.opnieuwVragen)
    return vast(seen, { ...moved, momenten }, moment, door, reden, 'zorgtafel_verplaatst', maak, now);
  const asking: Zorgtafel = opgesteld({ ...moved, stand: 'peilen', gekozen: null, reden }, now);
  const next = was ? inAgenda(asking, was, now) : asking;
  return metTafel(seen, next, {
    gebeurtenissen: [{ op: now, soort: 'zorgtafel_verplaatst', door, detail: reden }],
    berichten: aanIedereen(next, 'opnieuw', now, door),
    stop: [
      { soort: 'zorgtafel_afspraak', over: tafel.id },
      { soort: 'zorgtafel_verslag', over: tafel.id },
    ],
    start: [klokVanAntwoorden(maak.id(), next, seen)],
  });
}
