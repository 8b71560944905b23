import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { zorgtafelBeleid } from '../regio/usual-zorgtafel.ts';
import { type Instant, isBefore } from '../time.ts';
import { standVan, zonderAntwoord } from './antwoorden.ts';
import type { Kandidaat } from './experts.ts';
import { hervatte48Uur, klokDieDoorgaat, klokkenVanVast, klokVanAntwoorden } from './klokken.ts';
import { aanIedereen, inAgenda, type Maak, metTafel, type TafelMeldingSoort, tafelOf } from './tafel-change.ts';
import { type Erbij, vervangExpert } from './vervang-expert.ts';
import { beoordeel, past } from './voorstel.ts';
import {
  type Antwoord,
  aanTafel,
  type Deelnemer,
  type Moment,
  momentenVooruit,
  momentVan,
  startVan,
  type Zorgtafel,
} from './zorgtafel.ts';

/** Most moments people are asked about. */
export const MOMENTEN_MAX = 5;

/** What a change of the moments comes to: the table, and what was done about experts who cannot any more. */
type Opgesteld = Pick<Erbij, 'tafel' | 'berichten' | 'gebeurtenissen'>;

/** Participants as they stand towards the moments that count now. An expert who cannot come to any is replaced [T5]. */
function opgesteld(
  seen: Seen,
  eerder: Zorgtafel,
  was: Zorgtafel,
  pool: readonly Kandidaat[],
  maak: Maak,
  now: Instant,
): Opgesteld {
  // Who said no once every moment was over was not replaced then.
  const begonnen = momentenVooruit(eerder, now).length === 0;
  const stand = (d: Deelnemer) => (aanTafel(was).includes(d) ? standVan(was, d.antwoorden, now) : d.stand);
  const weg = was.deelnemers.filter(
    (d) => d.soort === 'expert' && stand(d) === 'komt_niet' && (d.stand !== 'komt_niet' || begonnen),
  );
  const tafel = { ...was, deelnemers: was.deelnemers.map((d): Deelnemer => ({ ...d, stand: stand(d) })) };
  return weg.reduce(
    (sum: Opgesteld, d) => {
      const next = vervangExpert(seen, sum.tafel, d, pool, maak, now);
      return {
        tafel: next.tafel,
        berichten: [...sum.berichten, ...next.berichten],
        gebeurtenissen: [...sum.gebeurtenissen, ...next.gebeurtenissen],
      };
    },
    { tafel, berichten: [], gebeurtenissen: [] },
  );
}

/** Everybody who was at the table before hears it; who was just asked reads it in the invitation. */
const aanWieErWas = (was: Zorgtafel, tafel: Zorgtafel, soort: TafelMeldingSoort, now: Instant, door: string) =>
  aanIedereen(
    { ...tafel, deelnemers: tafel.deelnemers.filter((d) => was.deelnemers.some((p) => p.id === d.id)) },
    soort,
    now,
    door,
  );

/** The moment is fixed: calendars and everybody at the table hear of it, the reminders start. */
function vast(
  seen: Seen,
  eerder: Zorgtafel,
  was: Zorgtafel,
  moment: Moment,
  door: string,
  reden: string | null,
  soort: 'zorgtafel_vast' | 'zorgtafel_verplaatst',
  pool: readonly Kandidaat[],
  maak: Maak,
  now: Instant,
): Decision {
  const fixed = opgesteld(seen, eerder, { ...was, stand: 'vast', gekozen: moment.id, reden }, pool, maak, now);
  const tafel = inAgenda(fixed.tafel, moment.start, now);
  const nieuwe = tafel.deelnemers.length > was.deelnemers.length;
  const planned = zorgtafelBeleid(seen.region).stopt === 'gepland';
  return metTafel(seen, tafel, {
    gebeurtenissen: [{ op: now, soort, door, ...(reden && { detail: reden }) }, ...fixed.gebeurtenissen],
    berichten: [...aanWieErWas(was, tafel, 'vast', now, door), ...fixed.berichten],
    stop: [
      { soort: 'zorgtafel_antwoorden', over: tafel.id },
      ...(planned ? [{ soort: 'zorgtafel' as const, over: tafel.id }] : []),
    ],
    start: [
      ...klokkenVanVast(maak.id, tafel, seen),
      ...(zonderAntwoord(tafel, now).length === 0
        ? []
        : [
            // Another moment than people answered about: who does not say is asked again.
            soort === 'zorgtafel_verplaatst'
              ? klokVanAntwoorden(maak.id(), tafel, seen)
              : klokDieDoorgaat(maak.id(), tafel, seen, nieuwe),
          ]),
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
  pool: readonly Kandidaat[],
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
  return vast(seen, tafel, tafel, moment, door, reden, 'zorgtafel_vast', pool, maak, now);
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
  pool: readonly Kandidaat[],
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
  const next = opgesteld(seen, tafel, kanZelf({ ...tafel, momenten }, door, moment.id), pool, maak, now);
  return metTafel(seen, next.tafel, {
    gebeurtenissen: [{ op: now, soort: 'zorgtafel_moment', door }, ...next.gebeurtenissen],
    berichten: [...aanWieErWas(tafel, next.tafel, 'opnieuw', now, door), ...next.berichten],
    start: [klokVanAntwoorden(maak.id(), next.tafel, seen)],
  });
}

/**
 * A fixed table moves, with a reason: to another moment at once, or back to asking who can [T4]. The same
 * calendar entry follows. Without a moment the 48 hours run again [T1].
 */
export function verplaatsen(
  seen: Seen,
  tafelId: string,
  naar: { start: Instant; opnieuwVragen: boolean },
  door: string,
  reden: string,
  pool: readonly Kandidaat[],
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
    return vast(seen, tafel, moved, moment, door, reden, 'zorgtafel_verplaatst', pool, maak, now);
  const asking = opgesteld(seen, tafel, { ...moved, stand: 'peilen', gekozen: null, reden }, pool, maak, now);
  const next = was ? inAgenda(asking.tafel, was, now) : asking.tafel;
  return metTafel(seen, next, {
    gebeurtenissen: [{ op: now, soort: 'zorgtafel_verplaatst', door, detail: reden }, ...asking.gebeurtenissen],
    berichten: [...aanWieErWas(tafel, next, 'opnieuw', now, door), ...asking.berichten],
    stop: [
      { soort: 'zorgtafel_afspraak', over: tafel.id },
      { soort: 'zorgtafel_verslag', over: tafel.id },
    ],
    start: [klokVanAntwoorden(maak.id(), next, seen), ...hervatte48Uur(maak.id, next, seen)],
  });
}
