import type { RoosterBotsingView } from '../src/permanentie/rooster-view.ts';
import type { View } from '../src/view.ts';
import type { Card } from './card.ts';
import { button, day, text } from './words.ts';

/** To somebody whose coming day parts are others: another rota was applied. */
export function roosterNieuwCard(view: Extract<View, { view: 'rooster_nieuw' }>): Card {
  const title = 'Je permanentie wijzigt';
  return {
    title,
    summary: title,
    parts: [
      text(
        `Er is een nieuw rooster voor ${view.regio}. Voor jou wijzigt er iets vanaf ${day(view.vanaf)}.`,
        'normal',
        true,
      ),
      ...(view.mijn.length === 0
        ? [text('Je staat de vier weken daarna niet meer op het rooster.')]
        : [
            text('Je eerste dagdelen vanaf dan:'),
            {
              type: 'list' as const,
              items: view.mijn.map(
                (p) =>
                  `${day(p.datum)}, ${p.van}–${p.tot}${p.route ? ` (telefoonroute: jij volgt op wat binnenkomt)` : ''}`,
              ),
            },
          ]),
      { type: 'buttons', buttons: [button('permanentie.tonen', 'mijn', 'Mijn dagdelen')] },
    ],
  };
}

/** To the planners: changes they made that the new rota meets. Nothing was thrown away. */
export function roosterBotsingCard(view: RoosterBotsingView): Card {
  const title = `Nieuw rooster ${view.regio}: kijk deze wijzigingen na`;
  if (view.regels.length === 0)
    return { title, summary: title, parts: [text('Alles is nagekeken: er botst niets meer.', 'good')] };
  return {
    title,
    summary: title,
    parts: [
      text('Ze blijven gelden zoals ze zijn. Wat niet meer klopt, maak je ongedaan.', 'subtle'),
      {
        type: 'list',
        items: view.regels.map((r) => `${day(r.datum)}, ${hours(r)} (${what(r)}): ${reason(r)}`),
      },
      {
        type: 'buttons',
        buttons: [button('permanentie.tonen', `${view.regioCode}/wijzigingen`, 'Toon de wijzigingen')],
      },
    ],
  };
}

type Regel = RoosterBotsingView['regels'][number];

const hours = ({ van, tot }: Regel) => (van === '00:00' && tot === '24:00' ? 'hele dag' : `${van}–${tot}`);
const what = ({ wat, wie }: Regel) =>
  wat === 'open' ? (wie === null ? 'nog in te vullen' : `${wie} is er niet`) : (wie ?? 'gesloten');

function reason({ reden, wat, wie, uren, nu }: Regel): string {
  switch (reden) {
    case 'dagdeel_weg':
      return wat === 'persoon'
        ? `dit dagdeel staat niet meer in het rooster; ${wie} is dan van wacht als extra.`
        : wat === 'eigenaar'
          ? 'er is dan geen telefoonroute meer om op te volgen.'
          : 'dit dagdeel staat niet meer in het rooster.';
    case 'andere_uren':
      return `het dagdeel loopt nu ${uren}; de wijziging houdt haar eigen uren.`;
    case 'persoon_weg':
      return `${wie} hoort er dan niet meer bij; het dagdeel is niet ingevuld.`;
    case 'zelfde':
      return `het rooster zet nu zelf ${wie}; de wijziging is niet meer nodig.`;
    case 'andere_persoon':
      return `het rooster zet hier nu ${nu}${wat === 'open' ? '.' : `; de wijziging met ${wie} blijft gelden.`}`;
    default:
      throw new Error(reden satisfies never);
  }
}
