import type { CasusVerloopView } from '../src/casus/casus-view.ts';
import type { Card } from './card.ts';
import { button, buttons, gebeurtenissen, shortMoment, standen, text } from './words.ts';

/** The story of a case, oldest first. */
export function casusVerloopCard(view: CasusVerloopView): Card {
  return {
    title: `Verloop ${view.referentie}`,
    whole: button('casus.verloop', view.casusId, 'Volledige tekst'),
    summary: `Verloop ${view.referentie}`,
    parts: [
      text(`${capital(standen[view.stand])}. Aanspreekpunt: ${view.aanspreekpunt}.`),
      {
        type: 'list',
        items: view.regels.map((r) => {
          const who = [r.door && `door ${r.door}`, r.betreft && `(${r.betreft})`].filter(Boolean).join(' ');
          // Only a channel is nobody.
          const what =
            r.soort === 'niet_bereikt' && r.betreft === null
              ? 'Het kanaal van de regio kon niet bereikt worden'
              : gebeurtenissen[r.soort];
          const head = `${shortMoment(r.op, view.zone)} ${what}${who ? ` ${who}` : ''}`;
          return r.detail ? `${head}: ${r.detail}` : head;
        }),
      },
      ...(view.vroeger !== null || view.later
        ? [
            {
              type: 'buttons' as const,
              buttons: [
                ...(view.vroeger !== null
                  ? [button('casus.verloop', `${view.casusId}/${view.vroeger}`, 'Vroeger')]
                  : []),
                ...(view.later ? [button('casus.verloop', view.casusId, 'Naar het nieuwste')] : []),
              ],
            },
          ]
        : []),
      ...buttons(view.mag, view.casusId),
    ],
  };
}

const capital = (words: string) => words.slice(0, 1).toUpperCase() + words.slice(1);
