import type { Instant } from '../time.ts';
import { mededeling } from './berichten-over.ts';
import type { Afsluiting, Casus } from './casus.ts';
import { type BerichtSpec, changed, type Decision, withInhoud } from './change.ts';
import { ended } from './ended.ts';

/**
 * Ends a case: what came of it, where the child lives, what stays open and who follows it up [M1]. Every clock ends, and
 * everybody on the case hears it. Undone by `heropenen`.
 */
export function afsluiten(casus: Casus, afsluiting: Omit<Afsluiting, 'op'>, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  if (casus.stand !== 'teruggekoppeld') return { refusal: { kind: 'eerst_terugkoppelen' } };
  if (casus.aanspreekpunt !== afsluiting.door)
    return { refusal: { kind: 'al_teruggekoppeld', door: casus.aanspreekpunt } };
  return {
    next: changed(casus, {
      stand: 'afgesloten',
      inhoud: withInhoud(casus, { afsluiting: { ...afsluiting, op: now } }),
    }),
    gebeurtenissen: [{ op: now, soort: 'afgesloten', door: afsluiting.door, detail: afsluiting.opvolging }],
    berichten: toEverybody('afgesloten', casus, afsluiting.door, now),
    stop: 'alle',
  };
}

/** Takes a closing back: the case goes on where it was; clocks that ended are not started again by it. */
export function heropenen(casus: Casus, door: string, now: Instant): Decision {
  if (casus.stand !== 'afgesloten') return { refusal: ended(casus) ?? { kind: 'niet_afgesloten' } };
  return {
    next: changed(casus, { stand: 'teruggekoppeld', inhoud: withInhoud(casus, { afsluiting: null }) }),
    gebeurtenissen: [{ op: now, soort: 'heropend', door }],
    berichten: toEverybody('heropend', casus, door, now),
  };
}

/** Once to everybody on the case, but not to who did it. */
const toEverybody = (soort: 'afgesloten' | 'heropend', casus: Casus, door: string, now: Instant): BerichtSpec[] =>
  [...new Set([casus.aanmelder, casus.aanspreekpunt, ...casus.betrokkenen])].flatMap((aan) =>
    mededeling(soort, now, aan, door),
  );
