import type { Instant } from '../time.ts';
import { casusKaart, mededeling } from './berichten-over.ts';
import type { Casus } from './casus.ts';
import { changed, type Decision } from './change.ts';
import { ended } from './ended.ts';

/** Another coordinator becomes the contact; every clock keeps running and everyone hears who [C3]. */
export function overdragen(casus: Casus, door: string, naar: string, nota: string, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  if (casus.stand !== 'aangemeld' && casus.aanspreekpunt === naar)
    return { refusal: { kind: 'al_opgenomen', door: naar } };
  return {
    next: changed(casus, {
      stand: casus.stand === 'aangemeld' ? 'opgenomen' : casus.stand,
      aanspreekpunt: naar,
      opgenomenOp: casus.opgenomenOp ?? now,
    }),
    gebeurtenissen: [{ op: now, soort: 'overgedragen', door, betreft: naar, ...(nota && { detail: nota }) }],
    berichten: [
      casusKaart(casus, naar),
      ...mededeling('overgedragen_aan_jou', now, naar, door),
      ...[...new Set([casus.aanmelder, casus.aanspreekpunt, ...casus.betrokkenen])]
        .filter((aan) => aan !== naar)
        .flatMap((aan) => mededeling('nieuw_aanspreekpunt', now, aan, door)),
    ],
  };
}
