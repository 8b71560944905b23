import type { Seen } from '../casus/see.ts';
import { may } from '../toegang/policy.ts';
import { bladzijde } from './bladzijde.ts';
import { aanvraagVan, type Kas } from './kas.ts';
import type { FactuurRegel, RugzakViews } from './rugzak-view.ts';
import { hoofd, vandaag } from './rugzak-views.ts';

/** Invoices on one page. */
const PAGE = 10;

/** The invoices of a request that hold, as they came in. */
export const facturen = ({ rugzak }: Pick<Kas, 'rugzak'>, seen: Seen, aanvraagId: string): FactuurRegel[] =>
  rugzak.facturen
    .filter((f) => f.aanvraagId === aanvraagId && !f.ingetrokken)
    .map((f) => ({
      subject: `${seen.casus.id}/${aanvraagId}/${f.id}`,
      nummer: f.nummer,
      cents: f.cents,
      vervalt: f.vervalt,
      betaald: f.betaald?.datum ?? null,
      teLaat: !f.betaald && f.vervalt < vandaag(seen),
    }));

/** What is to be paid stands first, the one that is due first, then what was paid, the newest first [B7]. */
export const eerstTeBetalen = (all: readonly FactuurRegel[]): FactuurRegel[] => [
  ...all.filter((f) => !f.betaald).sort((a, b) => (a.vervalt < b.vervalt ? -1 : 1)),
  ...all.filter((f) => f.betaald).reverse(),
];

/** A page of every invoice of one request, the newest first; null: there is no such request. */
export function facturenView(
  kas: Kas,
  seen: Seen,
  aanvraagId: string,
  tot?: number,
): Extract<RugzakViews, { view: 'rugzak_facturen' }> | null {
  const aanvraag = aanvraagVan(kas, aanvraagId);
  if (!aanvraag) return null;
  const { categorie, aanbieder } = aanvraag;
  return {
    view: 'rugzak_facturen',
    ...hoofd(seen),
    aanvraagId,
    categorie,
    aanbieder,
    ...bladzijde(facturen(kas, seen, aanvraagId), tot, PAGE),
    mag: (['rugzak.betaald', 'rugzak.aanvraag'] as const).filter((a) => may(a, seen.relations)),
  };
}
