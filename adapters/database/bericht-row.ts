import type { Bericht as BerichtRow } from '../../prisma/client/client.ts';
import type { Bericht } from '../../src/berichten/bericht.ts';
import { toInstant } from './instants.ts';

/** Stands of messages that wait, or are shown and kept up to date. */
export const inUse: Bericht['stand'][] = ['wacht', 'verzonden'];

export function toBericht(row: BerichtRow): Bericht {
  const { aanPersoon, aanPlatform, aanKanaal, adresPlatform, adresRef } = row;
  return {
    id: row.id,
    soort: row.soort as Bericht['soort'],
    casusId: row.casusId,
    onderwerp: row.onderwerp,
    op: toInstant(row.op),
    aan:
      aanPersoon === null
        ? { kanaal: { platform: aanPlatform ?? '', ref: aanKanaal ?? '' } }
        : {
            persoon: aanPersoon,
            ...(aanPlatform !== null && { account: { platform: aanPlatform, ref: aanKanaal ?? '' } }),
          },
    stand: row.stand as Bericht['stand'],
    adres: adresPlatform === null ? null : { platform: adresPlatform, ref: adresRef ?? '' },
    getoond: row.getoond,
    pogingen: row.pogingen,
  };
}
