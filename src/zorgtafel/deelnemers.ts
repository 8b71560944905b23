import { nameOf } from '../casus/casus-views.ts';
import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { eerstVerslag } from './afgelasten.ts';
import { allenGeantwoord, heeftGeantwoord, standVan } from './antwoorden.ts';
import type { Kandidaat } from './experts.ts';
import { klokDieDoorgaat } from './klokken.ts';
import { deelnemerVan, type Genodigde } from './plannen.ts';
import {
  lopendeTafel,
  type Maak,
  metDeelnemer,
  metTafel,
  ontvanger,
  tafelKaart,
  tafelMelding,
  tafelOf,
  uitnodiging,
  vanDeLijst,
} from './tafel-change.ts';
import { volgendeExpert } from './vervang-expert.ts';
import { aanTafel, type Deelnemer, momentenVooruit, type Zorgtafel } from './zorgtafel.ts';

/** Most people at one table: cards stay readable and within what platforms take. */
export const DEELNEMERS_MAX = 40;

/** Why nobody can be asked any more: it began [T7], or every moment is over. */
export const nietsTeVragen = (seen: Seen, tafel: Zorgtafel): Refusal | null =>
  eerstVerslag(seen) ?? (momentenVooruit(tafel, seen.now).length > 0 ? null : { kind: 'zorgtafel_moment_voorbij' });

/** Somebody who comes later on the list, with an own invitation [T2]. */
export function toevoegen(
  seen: Seen,
  tafelId: string,
  genodigde: Genodigde,
  door: string,
  maak: Maak,
  now: Instant,
): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const { tafel } = found;
  const refusal = nietsTeVragen(seen, tafel);
  if (refusal) return { refusal };
  const people = aanTafel(tafel);
  const there = (p: { persoonId: string | null; naam: string }) =>
    genodigde.persoonId === null
      ? p.persoonId === null && p.naam.toLowerCase() === genodigde.naam.toLowerCase()
      : p.persoonId === genodigde.persoonId;
  // Also an expert who was replaced: the bot asks nobody twice [T5], a coordinator may.
  if (people.some(there)) return { refusal: { kind: 'al_genodigd', naam: genodigde.naam } };
  if (people.length >= DEELNEMERS_MAX) return { refusal: { kind: 'tafel_vol', aantal: DEELNEMERS_MAX } };
  const nieuw = deelnemerVan(genodigde, maak, now);
  const next = { ...tafel, deelnemers: [...tafel.deelnemers, nieuw] };
  return metTafel(seen, next, {
    gebeurtenissen: [
      {
        op: now,
        soort: 'zorgtafel_genodigd',
        door,
        ...(nieuw.persoonId ? { betreft: nieuw.persoonId } : { detail: nieuw.naam }),
      },
    ],
    berichten: uitnodiging(tafel.id, nieuw),
    start: [klokDieDoorgaat(maak.id(), next, seen)],
  });
}

/** Takes somebody off the list; they hear that they need not come. The coordinator stays. */
export function verwijderen(seen: Seen, tafelId: string, deelnemerId: string, door: string, now: Instant): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const { tafel } = found;
  const d = aanTafel(tafel).find((p) => p.id === deelnemerId);
  if (!d) return { refusal: { kind: 'niet_meer_genodigd' } };
  if (d.soort === 'casuscoordinator') return { refusal: { kind: 'coordinator_blijft' } };
  const persoon = ontvanger(d);
  const next = { ...tafel, deelnemers: metDeelnemer(tafel, d.id, vanDeLijst(tafel, 'verwijderd')) };
  // Who is gone may have been the last who did not answer.
  const { berichten, stop } = allenGeantwoord(seen, next, door);
  return metTafel(seen, next, {
    gebeurtenissen: [
      {
        op: now,
        soort: 'zorgtafel_verwijderd',
        door,
        ...(d.persoonId ? { betreft: d.persoonId } : { detail: d.naam }),
      },
    ],
    berichten: [
      ...(persoon === null || persoon === door ? [] : [tafelMelding(tafel.id, 'niet_meer_nodig', now, persoon, d.id)]),
      ...berichten,
    ],
    ...(stop && { stop }),
  });
}

/** One more expert, the next in turn [T5]. */
export function expertErbij(
  seen: Seen,
  tafelId: string,
  door: string,
  pool: readonly Kandidaat[],
  maak: Maak,
  now: Instant,
): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const refusal = nietsTeVragen(seen, found.tafel);
  if (refusal) return { refusal };
  if (aanTafel(found.tafel).length >= DEELNEMERS_MAX) return { refusal: { kind: 'tafel_vol', aantal: DEELNEMERS_MAX } };
  const next = volgendeExpert(seen, found.tafel, pool, maak, now);
  if (!next) return { refusal: { kind: 'geen_expert_over' } };
  return metTafel(seen, next.tafel, {
    gebeurtenissen: next.gebeurtenissen.map((g) => ({ ...g, door })),
    berichten: next.berichten,
    start: next.start,
  });
}

/**
 * The case got another contact: who it is now takes the seat of the casuscoördinator and the card of the table
 * [C3], and is asked what they did not say yet. To wrap around the decision that transfers the case.
 */
export function metNieuweCoordinator(decision: Decision, seen: Seen, maak: Maak): Decision {
  const tafel = lopendeTafel(seen);
  if ('refusal' in decision || !tafel || decision.next.aanspreekpunt === seen.casus.aanspreekpunt) return decision;
  const naar = decision.next.aanspreekpunt;
  // What they said already at this table they need not say again.
  const antwoorden = tafel.deelnemers.findLast((d) => d.persoonId === naar && d.geantwoordOp !== null);
  const zetel: Deelnemer = {
    ...deelnemerVan(
      { soort: 'casuscoordinator', persoonId: naar, naam: nameOf(seen.directory, naar), via: null },
      maak,
      seen.now,
    ),
    ...(antwoorden && {
      antwoorden: antwoorden.antwoorden,
      geantwoordOp: antwoorden.geantwoordOp,
      stand: standVan(tafel, antwoorden.antwoorden, seen.now),
    }),
  };
  const next: Zorgtafel = {
    ...tafel,
    deelnemers: [
      ...tafel.deelnemers.map((d) =>
        d.soort === 'casuscoordinator' || d.persoonId === naar
          ? { ...d, ...(aanTafel(tafel).includes(d) && vanDeLijst(tafel, 'verwijderd')) }
          : // Who was going to be told by the one before is told by the one after.
            d.via === seen.casus.aanspreekpunt
            ? { ...d, via: naar }
            : d,
      ),
      zetel,
    ],
  };
  const { stop = decision.stop } = allenGeantwoord(seen, next, naar);
  const { zorgtafel, next: casus } = metTafel(seen, next, {
    gebeurtenissen: [],
    berichten: [],
    casus: { aanspreekpunt: naar },
  });
  return {
    ...decision,
    next: { ...decision.next, betrokkenen: casus.betrokkenen },
    ...(zorgtafel && { zorgtafel }),
    ...(stop && { stop }),
    ...(!heeftGeantwoord(next, zetel, seen.now) && { start: [klokDieDoorgaat(maak.id(), next, seen)] }),
    berichten: [
      ...decision.berichten,
      tafelKaart(tafel, naar),
      ...aanTafel(next)
        .filter((d) => d.via === naar && d.persoonId === null)
        .flatMap((d) => uitnodiging(tafel.id, d)),
    ],
  };
}
