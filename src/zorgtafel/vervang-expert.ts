import type { BerichtSpec, Change } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Termijn } from '../casus/termijn.ts';
import { dateIn, type Instant } from '../time.ts';
import { type Kandidaat, kiesExperts } from './experts.ts';
import { klokDieDoorgaat } from './klokken.ts';
import { alsGenodigde, deelnemerVan, eigenOrganisatie } from './plannen.ts';
import { type Maak, metDeelnemer, tafelMelding, uitnodiging, vanDeLijst } from './tafel-change.ts';
import { type Deelnemer, momentenVooruit, type Zorgtafel } from './zorgtafel.ts';

/** What asking another expert comes to. */
export type Erbij = {
  tafel: Zorgtafel;
  berichten: BerichtSpec[];
  gebeurtenissen: Change['gebeurtenissen'];
  /** Who was just asked is chased when no answer comes. */
  start: Termijn[];
};

/** The next expert in turn, invited for the moments that are still ahead; null: nobody is left [T5]. */
export function volgendeExpert(
  seen: Seen,
  tafel: Zorgtafel,
  pool: readonly Kandidaat[],
  maak: Maak,
  now: Instant,
): (Erbij & { nieuw: Deelnemer }) | null {
  const dagVan = (at: Instant) => dateIn(seen.region.tijdzone, at);
  const [kandidaat] = kiesExperts(pool, tafel, momentenVooruit(tafel, now), eigenOrganisatie(seen), 1, dagVan);
  if (!kandidaat) return null;
  const nieuw = deelnemerVan(alsGenodigde(kandidaat), maak, now);
  const met = { ...tafel, deelnemers: [...tafel.deelnemers, nieuw] };
  return {
    nieuw,
    tafel: met,
    start: [klokDieDoorgaat(maak.id(), met, seen)],
    berichten: uitnodiging(tafel.id, nieuw),
    gebeurtenissen: [{ op: now, soort: 'expert_gevraagd', door: null, betreft: kandidaat.persoonId }],
  };
}

/**
 * An expert declined: the next one is asked at once and the coordinator only told; with nobody left the declining
 * one stays on the list as somebody who does not come, and the coordinator hears what can be done [T5].
 */
export function vervangExpert(
  seen: Seen,
  tafel: Zorgtafel,
  weg: Deelnemer,
  pool: readonly Kandidaat[],
  maak: Maak,
  now: Instant,
): Erbij {
  const next = volgendeExpert(
    seen,
    { ...tafel, deelnemers: metDeelnemer(tafel, weg.id, vanDeLijst(tafel, 'vervangen')) },
    pool,
    maak,
    now,
  );
  const { aanspreekpunt } = seen.casus;
  if (!next)
    return {
      tafel,
      berichten: [tafelMelding(tafel.id, 'geen_expert', now, aanspreekpunt, weg.id)],
      gebeurtenissen: [],
      start: [],
    };
  return {
    tafel: next.tafel,
    start: next.start,
    berichten: [
      ...next.berichten,
      tafelMelding(tafel.id, 'expert_vervangen', now, aanspreekpunt, `${weg.id}.${next.nieuw.id}`),
    ],
    gebeurtenissen: [
      { op: now, soort: 'expert_vervangen', door: null, ...(weg.persoonId && { betreft: weg.persoonId }) },
      ...next.gebeurtenissen,
    ],
  };
}
