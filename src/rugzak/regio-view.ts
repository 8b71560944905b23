import { nameOf } from '../casus/casus-views.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { rugzakBeleidOp } from '../regio/rugzak-beleid.ts';
import { dateIn, type Instant } from '../time.ts';
import { basispuntenVan } from './bedrag.ts';
import { type Jaaroverzicht, jaaroverzicht } from './jaaroverzicht.ts';
import { laatsteDagVan } from './klokken.ts';
import { grenzen, waarinOpvallend } from './opvallend.ts';
import type { RugzakRegioView } from './rugzak-regio-view.ts';

/** Cases that stand out, and what is late, on one screen. */
const SHOWN = 8;

/** A region's budget of a year as it is now. */
export async function overzichtNu(
  store: Pick<Store, 'rugzakMaanden'>,
  region: Region,
  jaar: number,
  now: Instant,
): Promise<Jaaroverzicht> {
  const [sommen, vorig] = await Promise.all([
    store.rugzakMaanden(region.code, jaar),
    store.rugzakMaanden(region.code, jaar - 1),
  ]);
  return jaaroverzicht(jaar, dateIn(region.tijdzone, now), budgetOf(region, jaar), sommen, vorig);
}

/** Integer cents; null: the region set none for that year. */
export const budgetOf = ({ rugzak }: Pick<Region, 'rugzak'>, jaar: number): number | null =>
  rugzak.jaarbudget[String(jaar)] ?? null;

/** The year runs without limit though the region sets budgets: the year before had one, and something is asked or bound [B8]. */
export const budgetOntbreekt = (
  region: Pick<Region, 'rugzak'>,
  { jaar, budget, gebonden, aangevraagd }: Pick<Jaaroverzicht, 'jaar' | 'budget' | 'gebonden' | 'aangevraagd'>,
): boolean => budget === null && budgetOf(region, jaar - 1) !== null && gebonden + aangevraagd > 0;

/** Integer cents for structural offer; null: the region does not say [B8]. */
export const structureelVan = ({ rugzak }: Pick<Region, 'rugzak'>, jaar: number): number | null =>
  rugzak.structureel?.[String(jaar)] ?? null;

/** `/rugzak regio`: a year's budget [B8], and the cases of the last twelve months that stand out [B10]. */
export async function rugzakRegioView(
  store: Store,
  region: Region,
  jaar: number,
  now: Instant,
): Promise<RugzakRegioView> {
  const today = dateIn(region.tijdzone, now);
  const vanaf = Temporal.PlainDate.from(today).subtract({ months: 12 }).toString();
  const directory = store.directory();
  const [overzicht, spreiding, late] = await Promise.all([
    overzichtNu(store, region, jaar, now),
    store.rugzakSpreiding(region.code, vanaf),
    store.geldTeLaat(region.code, now, SHOWN),
  ]);
  const limits = grenzen(spreiding, rugzakBeleidOp(region, today).verblijf);
  const found = limits ? await store.rugzakBoven(region.code, vanaf, limits, SHOWN) : { casussen: [], aantal: 0 };
  const year = Temporal.PlainDate.from(today).year;
  return {
    view: 'rugzak_regio',
    regio: region.naam,
    regioCode: region.code,
    vandaag: today,
    loopt: jaar < year ? 'voorbij' : jaar > year ? 'komt' : 'nu',
    overzicht,
    structureel: structureelVan(region, jaar),
    opvallend: {
      vergeleken: spreiding.aantal,
      driekwart: { bedrag: spreiding.bedrag.driekwart, verblijf: spreiding.verblijf.driekwart },
      grenzen: limits,
      casussen: found.casussen.map((c) => ({
        casusId: c.casusId,
        referentie: c.referentie,
        gebonden: c.gebonden,
        verblijf: basispuntenVan(c.verblijf, c.gebonden),
        waarin: waarinOpvallend(c, limits),
      })),
      nogMeer: found.aantal - found.casussen.length,
    },
    teLaat: {
      aantal: late.aantal,
      regels: late.regels.map(({ casusId, referentie, soort, einde, over, aanspreekpunt }) => ({
        casusId,
        referentie,
        soort,
        datum: laatsteDagVan(region.tijdzone, einde),
        kwartaal: soort === 'bewijs' ? over : null,
        aanspreekpunt: nameOf(directory, aanspreekpunt),
      })),
    },
  };
}
