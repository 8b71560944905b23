import { type Instant, isBefore } from '../time.ts';
import type { Moment, Zorgtafel } from './zorgtafel.ts';

/** An expert of the region's pool as they are now [T5]. */
export type Kandidaat = {
  persoonId: string;
  naam: string;
  organisatie: string | null;
  specialismen: readonly string[];
  /** Invitations of the last months, and the last one. */
  aantal: number;
  laatst: Instant | null;
  /** Last day of an absence (ISO date). */
  afwezigTot: string | null;
  /** Other tables that they are asked for. */
  bezet: readonly { start: Instant; einde: Instant }[];
};

type Voor = Pick<Zorgtafel, 'deelnemers' | 'duur' | 'expertise'>;

/**
 * The next experts in turn [T5]: with the expertise that is wanted, then who was asked least, then longest ago. Never
 * somebody who sits or sat on the list of this table, of the aanmelder's own organisation (`eigen`), away, or
 * taken by another table at every one of the moments.
 */
export function kiesExperts(
  pool: readonly Kandidaat[],
  tafel: Voor,
  momenten: readonly Moment[],
  eigen: string | null,
  aantal: number,
  dagVan: (at: Instant) => string,
): Kandidaat[] {
  const bekend = new Set(tafel.deelnemers.map((d) => d.persoonId));
  const vrij = (k: Kandidaat, { start }: Moment) => {
    const einde = start.add({ minutes: tafel.duur });
    return (
      !(k.afwezigTot !== null && dagVan(start) <= k.afwezigTot) &&
      !k.bezet.some((b) => isBefore(b.start, einde) && isBefore(start, b.einde))
    );
  };
  const kent = (k: Kandidaat) => tafel.expertise !== null && k.specialismen.includes(tafel.expertise);
  return pool
    .filter(
      (k) =>
        !bekend.has(k.persoonId) &&
        !(eigen !== null && k.organisatie !== null && zelfde(eigen, k.organisatie)) &&
        momenten.some((m) => vrij(k, m)),
    )
    .sort(
      (a, b) =>
        Number(kent(b)) - Number(kent(a)) ||
        a.aantal - b.aantal ||
        (a.laatst?.epochMilliseconds ?? 0) - (b.laatst?.epochMilliseconds ?? 0),
    )
    .slice(0, Math.max(0, aantal));
}

const zelfde = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
