import type { ActionId } from '../src/actions.ts';
import type { FactuurRegel, RugzakAanvraagView, RugzakViews } from '../src/rugzak/rugzak-view.ts';
import type { Card, Part } from './card.ts';
import { bladeren, categorieNamen } from './rugzak-woorden.ts';
import { buttons, euro, shortDate, text } from './words.ts';

/** The invoices on the card of their request, with a way to those it has no room for. */
export const facturenParts = (
  { eerste, nogMeer }: RugzakAanvraagView['facturen'],
  mag: readonly ActionId[],
  subject: string,
): Part[] => [
  ...eerste.flatMap(invoice(mag)),
  ...(nogMeer > 0
    ? [
        text(`Er ${nogMeer === 1 ? 'is nog 1 andere factuur' : `zijn nog ${nogMeer} andere facturen`}.`, 'subtle'),
        ...buttons(['rugzak.facturen'], subject),
      ]
    : []),
];

/** Every invoice of a request, a page at a time [B7]. */
export function rugzakFacturenCard(view: Extract<RugzakViews, { view: 'rugzak_facturen' }>): Card {
  const title = `Facturen ${view.referentie}`;
  const subject = `${view.casusId}/${view.aanvraagId}`;
  return {
    title,
    summary: title,
    parts: [
      text(`${categorieNamen[view.categorie]}, ${view.aanbieder}`, 'subtle'),
      ...(view.regels.length === 0 ? [text('Er kwam nog geen factuur.', 'subtle')] : []),
      ...view.regels.flatMap(invoice(view.mag)),
      ...bladeren(view, 'rugzak.facturen', subject),
      ...buttons(view.mag.includes('rugzak.aanvraag') ? ['rugzak.aanvraag'] : [], subject),
    ],
  };
}

/** An invoice, with the press that says it was paid [B7]. */
const invoice =
  (mag: readonly ActionId[]) =>
  (f: FactuurRegel): Part[] => [
    text(
      `Factuur ${f.nummer}: ${euro(f.cents)}, ${f.betaald ? `betaald op ${shortDate(f.betaald)}` : `te betalen tegen ${shortDate(f.vervalt)}${f.teLaat ? ', te laat' : ''}`}`,
      f.betaald ? 'good' : f.teLaat ? 'danger' : 'normal',
    ),
    ...(!f.betaald && mag.includes('rugzak.betaald') ? buttons(['rugzak.betaald'], f.subject) : []),
  ];
