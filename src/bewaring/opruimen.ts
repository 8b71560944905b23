import type { Archief, Log, Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { kasVan } from '../rugzak/beslissen.ts';
import type { Clock, Ids, Instant } from '../time.ts';
import { type Bewaring, bewaring } from './bewaren.ts';

/** Cases looked at between two steps of progress. */
const BATCH = 50;

/** What was found, as it is found. `verwijderen`: it was removed, or would be. */
export type Bevinding =
  | { kind: 'zonder_termijn'; regio: Pick<Region, 'code' | 'naam'>; aantal: number }
  | ({ referentie: string } & Extract<Bewaring, { kind: 'blijft' | 'verwijderen' }>)
  /** Somebody changed it or had it in hand just now: it waits for the next time. */
  | { kind: 'bezig'; referentie: string }
  | { kind: 'fout'; referentie: string }
  | { kind: 'voortgang'; bekeken: number; verwijderd: number };

export type Opruiming = {
  store: Store;
  archief: Archief;
  clock: Clock;
  ids: Ids;
  log: Log;
};

/**
 * Removes the cases that are past their term, one small transaction each: stopped anywhere, what is left waits for the
 * next time, and several may do it at once [S17]. `toon`: nothing is changed. `hoogstens`: no more than so many.
 */
export async function opruimen(
  world: Opruiming,
  {
    toon = false,
    hoogstens = Number.POSITIVE_INFINITY,
    zeg = () => {},
  }: {
    toon?: boolean;
    hoogstens?: number;
    zeg?(bevinding: Bevinding): void;
  } = {},
): Promise<{ bekeken: number; verwijderd: number; fouten: number }> {
  const { store, archief, clock } = world;
  const som = { bekeken: 0, verwijderd: 0, fouten: 0 };
  for (const region of store.directory().regions.values()) {
    const voor = laatsteAangemeld(region, clock.now());
    if (voor === null) {
      const aantal = await archief.aantalAfgerond(region.code);
      zeg({ kind: 'zonder_termijn', regio: region, aantal });
      continue;
    }
    for (let na: Parameters<Archief['afgerond']>[2] = null; ; ) {
      const batch = await archief.afgerond(region.code, voor, na, BATCH);
      for (const afgerond of batch) {
        if (som.verwijderd >= hoogstens) return som;
        const { referentie } = afgerond;
        som.bekeken += 1;
        try {
          const besluit = await besluitOver(world, region, afgerond);
          if (besluit?.kind === 'blijft') zeg({ referentie, ...besluit });
          if (besluit?.kind !== 'verwijderen') continue;
          if (!toon && !(await archief.verwijder(afgerond, `verwijderd/${world.ids.next()}`, clock.now()))) {
            zeg({ kind: 'bezig', referentie });
            continue;
          }
          som.verwijderd += 1;
          zeg({ referentie, ...besluit });
        } catch (fault) {
          // One that cannot be read, for want of its key, holds up none of the others.
          som.fouten += 1;
          world.log.error('bewaring.fault', {
            casusId: afgerond.id,
            fault: fault instanceof Error ? fault.name : 'unknown',
          });
          zeg({ kind: 'fout', referentie });
        }
      }
      na = batch.at(-1) ?? null;
      if (batch.length < BATCH || na === null) break;
      zeg({ kind: 'voortgang', ...som });
    }
  }
  return som;
}

/** Cases reported later than this cannot be past any term of the region; null: it has none. */
function laatsteAangemeld({ bewaring: terms = [], tijdzone }: Region, now: Instant): Instant | null {
  const wall = now.toZonedDateTimeISO(tijdzone);
  return terms
    .map(({ casus }) => wall.subtract(casus).toInstant())
    .reduce<Instant | null>((a, b) => (a === null || Temporal.Instant.compare(a, b) < 0 ? b : a), null);
}

async function besluitOver(
  { store, clock }: Opruiming,
  region: Region,
  { id, laatst }: Awaited<ReturnType<Archief['afgerond']>>[number],
): Promise<Bewaring | null> {
  const casus = await store.casusById(id);
  if (!casus) return null;
  const [termijnen, kas] = await Promise.all([store.termijnen(id), kasVan(store, { casus, region })]);
  return bewaring(casus, laatst, { termijnen, kas }, region, clock.now());
}
