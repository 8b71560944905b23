import { sectoren } from '../src/personen/kennismaking.ts';
import type { View } from '../src/view.ts';
import type { Card, Input } from './card.ts';
import { button, text } from './words.ts';

/** Asked once of somebody new: organisation, function, kind of organisation, and region when there is a choice. */
export function kennismakingCard(view: Extract<View, { view: 'kennismaking' }>): Card {
  const value = (id: string) => {
    const typed = view.values[id];
    return typeof typed === 'string' ? typed : undefined;
  };
  const asked = (id: string, label: string, hint: string): Input => ({
    type: 'input',
    kind: 'text',
    id,
    label,
    hint,
    required: true,
    maxLength: 80,
    value: value(id),
    error: view.errors[id],
  });
  return {
    title: 'Even kennismaken',
    summary: 'Even kennismaken',
    parts: [
      text(`${view.naam ? `Dag ${view.naam}. ` : ''}Je gebruikt deze bot voor het eerst. Dit vragen we maar één keer.`),
      text('Dringt het nu? Bij levensgevaar bel je 112.', 'subtle'),
      asked('organisatie', 'Organisatie', 'Waar werk je? Bijvoorbeeld: materniteit, lokaal team, CKG.'),
      asked('functie', 'Functie', 'Bijvoorbeeld: sociaal werker, vroedvrouw.'),
      {
        type: 'input',
        kind: 'choice',
        id: 'sector',
        label: 'Soort organisatie',
        hint: 'Daarvan hangt af wie het eerste aanspreekpunt is.',
        required: true,
        value: value('sector'),
        options: sectoren.map((s) => ({ ...s })),
        error: view.errors.sector,
      },
      ...(view.regios.length > 0
        ? [
            {
              type: 'input' as const,
              kind: 'choice' as const,
              id: 'regio',
              label: 'Regio',
              hint: 'De regio waar je meestal werkt.',
              required: true,
              value: value('regio'),
              options: view.regios.map((r) => ({ value: r.code, label: r.naam })),
              error: view.errors.regio,
            },
          ]
        : []),
    ],
    form: { submit: button('kennismaking.bewaren', view.then) },
  };
}
