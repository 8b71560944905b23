import type { StapTermijnView } from '../src/casus/casus-view.ts';
import type { WachtOpJou } from '../src/werk/werk-view.ts';
import type { Card } from './card.ts';
import { buttons, facts, moment, shortMoment, text } from './words.ts';

/** What a case waits for itself, for a line on a list. */
export const stapWoorden: Record<StapTermijnView['stap'], string> = {
  zorgtafel: 'nog geen zorgtafel gepland',
  zorgplan: 'zorgtafel gehouden, nog geen zorgplan',
  zorgplan_concept: 'zorgplan nog niet vastgelegd',
};

/** Nobody took the next step of a case yet [T1, T7]. */
export function stapTermijnCard(view: StapTermijnView): Card {
  const { referentie, stap } = view;
  if (view.voorbij)
    return {
      title: referentie,
      summary: referentie,
      parts: [text('Dit is afgehandeld.', 'good'), ...buttons(view.mag, view.casusId)],
    };
  const title = `${view.soort === 'escalatie' ? 'Dringend' : 'Herinnering'}: ${referentie}, ${stapWoorden[stap]}`;
  return {
    title,
    summary: title,
    parts: [
      text(zin(view), view.verstreken ? 'danger' : 'warning', true),
      ...facts([['Aanspreekpunt', view.aanspreekpunt]]),
      ...buttons(view.mag, view.casusId),
    ],
  };
}

function zin({ stap, verstreken, einde, zone }: StapTermijnView): string {
  if (stap === 'zorgtafel')
    return verstreken
      ? `De 48 uur om een zorgtafel te plannen zijn voorbij sinds ${moment(einde, zone)}.`
      : `Er komt een zorgtafel, maar ze is nog niet gepland. De 48 uur lopen tot ${moment(einde, zone)}.`;
  return stap === 'zorgplan'
    ? 'De zorgtafel is gehouden en het verslag is er. Begin nu het zorgplan: wat afgesproken is, staat er al in.'
    : 'Het zorgplan staat nog in opmaak. Leg het vast: dan wordt het gevolgd en staat de evaluatie gepland.';
}

/** The same, as what waits for its contact. */
export function stapWacht(item: Extract<WachtOpJou, { soort: 'stap' }>, zone: string): string {
  const { referentie, stap, teLaat, tegen } = item;
  if (stap === 'zorgtafel')
    return teLaat
      ? `${referentie} heeft nog geen zorgtafel; dat moest tegen ${shortMoment(tegen, zone)}.`
      : `Plan de zorgtafel van ${referentie}, tegen ${shortMoment(tegen, zone)}.`;
  return stap === 'zorgplan'
    ? `De zorgtafel van ${referentie} is gehouden: begin het zorgplan.`
    : `Het zorgplan van ${referentie} is nog niet vastgelegd.`;
}
