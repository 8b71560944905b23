import { nameOf } from '../casus/casus-views.ts';
import type { Seen } from '../casus/see.ts';
import { dateIn } from '../time.ts';
import { may } from '../toegang/policy.ts';
import { bladzijde } from './bladzijde.ts';
import { type Boeking, isGoedkeuring } from './boeking.ts';
import { aanvraagVan, factuurVan, type Kas } from './kas.ts';
import type { BoekingRegel, RugzakViews } from './rugzak-view.ts';
import { hoofd } from './rugzak-views.ts';

/** Lines of the ledger on one page. */
const LINES = 10;

/** A page of the ledger, each line with what can still be taken back. `tot`: number of its newest line. */
export function boekingenView(kas: Kas, seen: Seen, tot?: number): Extract<RugzakViews, { view: 'rugzak_boekingen' }> {
  const page = bladzijde(kas.boekingen, tot, LINES);
  // Back on the same page after a line of it was taken back; on the newest one the new line is seen.
  const here = page.later === null ? '' : `/${tot}`;
  return {
    view: 'rugzak_boekingen',
    ...hoofd(seen),
    ...page,
    regels: page.regels.map((b) => regel(b, kas, seen, here)),
    mag: (['rugzak.corrigeren', 'rugzak.boekingen', 'rugzak.tonen'] as const).filter((a) => may(a, seen.relations)),
  };
}

function regel(b: Boeking, kas: Kas, { casus, directory, region, relations, lezer }: Seen, here: string): BoekingRegel {
  const aanvraag = aanvraagVan(kas, b.aanvraagId);
  const teruggedraaid = kas.boekingen.some((c) => c.corrigeert === b.id);
  const noted = dateIn(region.tijdzone, b.op);
  return {
    subject: `${casus.id}/${b.id}${here}`,
    datum: noted,
    betaaldOp: (b.van === 'betaald' || b.naar === 'betaald') && b.datum !== noted ? b.datum : null,
    van: b.van,
    naar: b.naar,
    categorie: b.categorie,
    aanbieder: aanvraag?.aanbieder ?? '',
    factuur: b.factuurId === null ? null : (factuurVan(kas, b.factuurId)?.nummer ?? null),
    geweigerd: aanvraag?.stand === 'geweigerd',
    cents: b.cents,
    door: nameOf(directory, b.door),
    correctie: b.corrigeert !== null,
    teruggedraaid,
    terug:
      b.corrigeert === null &&
      b.van !== null &&
      !(b.van === 'aangevraagd' && b.naar === null) &&
      !teruggedraaid &&
      // Who only decides takes back what was decided; the rest is the team's.
      (may('rugzak.vrijgeven', relations) || (isGoedkeuring(b) && b.door === lezer)),
  };
}
