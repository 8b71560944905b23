import type { DocumentSoort } from '../src/document/document-soort.ts';
import type { View } from '../src/view.ts';
import type { Card } from './card.ts';
import { clock, link, text } from './words.ts';

const titles: Record<DocumentSoort, (referentie: string) => string> = {
  zorgplan: (r) => `Zorgplan ${r} om af te drukken`,
  zorgplan_gezin: (r) => `Zorgplan ${r} om af te drukken`,
  rugzak_regio: (r) => `Jaarbudget ${r} in Excel`,
  rugzak_regio_extern: (r) => `Jaarbudget ${r} in Excel, om te delen`,
};

const contents: Record<DocumentSoort, string> = {
  zorgplan: 'Alles wat jij mag lezen.',
  zorgplan_gezin: 'De versie voor het gezin en het netwerk, zonder de beschermde delen.',
  rugzak_regio:
    'Het jaaroverzicht, de saldi per casus, de bewijzen per kwartaal en alle boekingen. Er staan referenties van casussen in: dit bestand blijft bij de coördinatoren van de regio. Zijn er veel boekingen, dan duurt het maken even.',
  rugzak_regio_extern:
    'Het jaaroverzicht zonder casussen; wat over minder dan 5 casussen gaat, is verborgen. Het bestand mag je delen buiten de kring van de coördinatoren, het adres niet.',
};

/** Where a document can be fetched, or why not. */
export function documentAdresCard(view: Extract<View, { view: 'document_adres' }>): Card {
  const title = titles[view.soort](view.referentie);
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
      text(contents[view.soort]),
      ...link('Open dit adres', view.adres),
      text(
        `Het adres werkt tot ${clock(view.verlooptOp, view.zone)} en is voor jou alleen: deel het niet. Elke keer dat je het document ophaalt, wordt genoteerd.`,
        'subtle',
      ),
    ],
  };
}
