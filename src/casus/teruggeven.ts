import type { Instant } from '../time.ts';
import { casusKaart, mededeling } from './berichten-over.ts';
import type { Casus } from './casus.ts';
import { changed, type Decision } from './change.ts';
import { ended } from './ended.ts';

/**
 * The undo of `opnemen`: the case goes back to the permanentie, to `naar`, who is on duty now or next.
 * The clock never stopped, so it does not start again.
 */
export function teruggeven(casus: Casus, door: string, naar: string, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  if (casus.stand === 'teruggekoppeld') return { refusal: { kind: 'al_teruggekoppeld', door: casus.aanspreekpunt } };
  if (casus.stand === 'aangemeld') return { refusal: { kind: 'eerst_opnemen' } };
  return {
    next: changed(casus, { stand: 'aangemeld', aanspreekpunt: naar, opgenomenOp: null }),
    gebeurtenissen: [{ op: now, soort: 'teruggegeven', door, betreft: naar }],
    berichten: [
      casusKaart(casus, naar),
      ...mededeling('teruggegeven', now, naar, door),
      ...mededeling('nieuw_aanspreekpunt', now, casus.aanmelder, door),
    ],
  };
}
