import type { View } from '../src/view.ts';
import type { Card } from './card.ts';
import { clock, text } from './words.ts';

/** Where a document can be fetched, or why not. */
export function documentAdresCard(view: Extract<View, { view: 'document_adres' }>): Card {
  const title = `Zorgplan ${view.referentie} om af te drukken`;
  if (view.adres === null || view.verlooptOp === null)
    return {
      title,
      summary: title,
      parts: [
        text(
          'Dit kan nog niet: de beheerder van deze bot moet eerst PUBLIC_URL instellen, het https-adres van de bot.',
          'warning',
        ),
      ],
    };
  return {
    title,
    summary: title,
    parts: [
      text(
        view.soort === 'zorgplan_gezin'
          ? 'De versie voor het gezin en het netwerk, zonder de beschermde delen. Open dit adres:'
          : 'Alles wat jij mag lezen. Open dit adres:',
      ),
      text(view.adres, 'normal', true),
      text(
        `Het adres werkt tot ${clock(view.verlooptOp, view.zone)} en is voor jou alleen: deel het niet. Elke keer dat je het document ophaalt, wordt genoteerd.`,
        'subtle',
      ),
    ],
  };
}
