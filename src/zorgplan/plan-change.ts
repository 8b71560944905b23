import { betrokkenenOf } from '../casus/betrokkenen.ts';
import { type BerichtSpec, type Change, changed, type Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Instant } from '../time.ts';
import { klokken } from './klokken.ts';
import type { Actie, Zorgplan, ZorgplanInhoud } from './zorgplan.ts';

/** The change of a case that comes with the next version of its plan: clocks, and who took an action hears of it. */
export function planChange(
  seen: Seen,
  next: Zorgplan,
  door: string,
  nextId: () => string,
  more: Partial<Pick<Change, 'gebeurtenissen' | 'berichten'>> = {},
): Change {
  const { casus, termijnen, now } = seen;
  const was = seen.zorgplan?.inhoud ?? null;
  const { start, stop } = klokken(casus.id, next.inhoud, was, termijnen, seen, nextId);
  return {
    next: changed(casus, { betrokkenen: betrokkenenOf(casus, seen.zorgtafels, next) }),
    gebeurtenissen: more.gebeurtenissen ?? [],
    berichten: [...nieuweActies(next.inhoud, was, door, now), ...(more.berichten ?? [])],
    zorgplan: next,
    start,
    stop,
  };
}

/** A case that is opened again: the clocks that its plan wants run again, and only those. */
export function hervatKlokken(seen: Seen, decision: Decision, nextId: () => string): Decision {
  const inhoud = seen.zorgplan?.inhoud;
  if ('refusal' in decision || !inhoud) return decision;
  const { start } = klokken(seen.casus.id, inhoud, null, [], seen, nextId);
  return { ...decision, start: [...(decision.start ?? []), ...start] };
}

/** A card for everybody who got an action in the plan that is followed; not for what somebody took themselves. */
function nieuweActies(inhoud: ZorgplanInhoud, was: ZorgplanInhoud | null, door: string, op: Instant): BerichtSpec[] {
  const before = was ? was.plannen[was.actief].acties : [];
  return inhoud.plannen[inhoud.actief].acties.flatMap((actie: Actie): BerichtSpec[] => {
    const { persoonId } = actie;
    const had = before.find((a) => a.id === actie.id);
    if (persoonId === null || persoonId === door || actie.gedaan || had?.persoonId === persoonId) return [];
    return [{ soort: 'zorgplan_actie', onderwerp: actie.id, op, aan: { persoon: persoonId } }];
  });
}
