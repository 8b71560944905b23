import type { Instant } from '../time.ts';
import { casusKaart, mededeling } from './berichten-over.ts';
import type { Casus } from './casus.ts';
import { changed, type Decision } from './change.ts';
import { ended } from './ended.ts';

/**
 * A coordinator takes up an aanmelding: from now on the one contact of the case [A1, A3]. Of two who
 * press at once the second gets `al_opgenomen` with the name of the first. The 24 hours keep running:
 * only an answer to the aanmelder stops them [A2].
 */
export function opnemen(casus: Casus, door: string, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  if (casus.stand === 'teruggekoppeld') return { refusal: { kind: 'al_teruggekoppeld', door: casus.aanspreekpunt } };
  if (casus.stand === 'opgenomen') return { refusal: { kind: 'al_opgenomen', door: casus.aanspreekpunt } };
  return {
    next: changed(casus, { stand: 'opgenomen', aanspreekpunt: door, opgenomenOp: now }),
    gebeurtenissen: [{ op: now, soort: 'opgenomen', door }],
    berichten: [casusKaart(casus, door), ...mededeling('opgenomen', now, casus.aanmelder, door)],
  };
}
