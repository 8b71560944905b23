import type { Instant } from '../time.ts';
import { casusKaart, mededeling } from './berichten-over.ts';
import type { Casus, Uitkomst } from './casus.ts';
import { changed, type Decision, withInhoud } from './change.ts';
import { ended } from './ended.ts';

/**
 * The aanmelder has an answer: the 24-hour clock stops [A2]. Given without taking up first it takes up
 * as well; given again by the same person it corrects the earlier one.
 */
export function terugkoppelen(casus: Casus, door: string, uitkomst: Uitkomst, nota: string, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  const other = casus.aanspreekpunt !== door;
  if (casus.stand === 'teruggekoppeld' && other)
    return { refusal: { kind: 'al_teruggekoppeld', door: casus.aanspreekpunt } };
  if (casus.stand === 'opgenomen' && other) return { refusal: { kind: 'al_opgenomen', door: casus.aanspreekpunt } };
  const again = casus.stand === 'teruggekoppeld';
  return {
    next: changed(casus, {
      stand: 'teruggekoppeld',
      aanspreekpunt: door,
      opgenomenOp: casus.opgenomenOp ?? now,
      teruggekoppeldOp: casus.teruggekoppeldOp ?? now,
      uitkomst,
      inhoud: withInhoud(casus, { terugkoppeling: { door, nota, op: now } }),
    }),
    gebeurtenissen: [
      { op: now, soort: again ? 'terugkoppeling_verbeterd' : 'teruggekoppeld', door, detail: nota },
      // [A5] when a mandated facility was brought in is part of the record
      ...(uitkomst === 'gemandateerde_voorziening' && casus.uitkomst !== uitkomst
        ? [{ op: now, soort: 'gemandateerde_voorziening_ingeschakeld' as const, door }]
        : []),
    ],
    berichten: [
      ...(other ? [casusKaart(casus, door)] : []),
      ...mededeling('teruggekoppeld', now, casus.aanmelder, door),
    ],
    stop: [{ soort: 'terugkoppeling' }],
  };
}
