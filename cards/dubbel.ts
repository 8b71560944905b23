import type { DubbelView } from '../src/permanentie/rooster-view.ts';
import type { Card } from './card.ts';
import { button, day, text } from './words.ts';

/** Somebody is expected in two regions at the same time: the planners of both read it [P4]. */
export function dubbelCard(view: DubbelView): Card {
  const hours = view.tot === null ? view.van : `${view.van}–${view.tot}`;
  const when = `${view.regio}: ${day(view.datum)}, ${hours}`;
  if (view.opgelost) {
    const title = 'Dubbele permanentie opgelost';
    return {
      title,
      summary: title,
      parts: [
        text(
          view.wie ? `${when}: ${view.wie}. Er is geen overlapping meer.` : `${when}: er is geen overlapping meer.`,
          'good',
        ),
      ],
    };
  }
  const title = `${view.wie} staat tegelijk in twee regio’s`;
  const here = view.route ? `volgt ${view.route} op` : 'is van wacht';
  return {
    title,
    summary: 'Iemand staat tegelijk in twee regio’s',
    parts: [
      text(`${when}: ${view.wie} ${here}.`, view.voorbij ? 'subtle' : 'warning', true),
      ...view.andere.map((other) =>
        text(`Ook ${other.regio}, ${other.van}–${other.tot}${other.route ? ` (${other.route})` : ''}.`),
      ),
      ...(view.voorbij
        ? [text('Dit dagdeel is voorbij.', 'subtle')]
        : [
            text(
              'De beheerders van beide regio’s kregen dit bericht. Lost een van beide het op, dan verandert deze kaart.',
              'subtle',
            ),
            {
              type: 'buttons' as const,
              buttons: [
                ...(view.overnemen ? [button('rooster.overnemen', view.overnemen)] : []),
                ...(view.vervangen ? [button('rooster.wijzigen', view.vervangen, 'Iemand anders kiezen')] : []),
              ],
            },
          ]),
    ],
  };
}
