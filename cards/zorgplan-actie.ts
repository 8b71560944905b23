import type { ZorgplanActieView } from '../src/zorgplan/zorgplan-view.ts';
import type { Card } from './card.ts';
import { button, day, facts, saying, shortMoment, text } from './words.ts';
import { planNaam } from './zorgplan-woorden.ts';

/** One action, for who took it and for the coordinators. */
export function zorgplanActieCard(view: ZorgplanActieView): Card {
  const { actie, casusId, referentie } = view;
  if (!actie)
    return saying(
      `Zorgplan ${referentie}`,
      ['Deze actie staat niet meer in het zorgplan. Je hoeft er niets meer voor te doen.'],
      'subtle',
    );
  const title =
    actie.gedaan || view.gestopt
      ? `Actie ${referentie}`
      : view.melding === 'herinnering'
        ? `Herinnering: actie ${referentie}`
        : view.melding === 'nieuw'
          ? `Actie voor jou, ${referentie}`
          : `Actie ${referentie}`;
  const late = actie.teLaat && !view.gestopt;
  return {
    title,
    summary: title,
    parts: [
      text(actie.wat, 'normal', true),
      ...(actie.gedaan
        ? [text(`Gedaan, aangeduid door ${actie.gedaan.door} op ${shortMoment(actie.gedaan.op, view.zone)}.`, 'good')]
        : late
          ? [text(`Dit moest klaar zijn op ${day(actie.tegen ?? '')}.`, 'danger')]
          : []),
      ...facts([
        ['Wie', view.vanJou ? 'Jij' : actie.wie],
        ['Tegen', actie.tegen ? day(actie.tegen) : 'Geen datum afgesproken'],
        ['Plan', view.letter && planNaam(view.letter).replace('p', 'P')],
        ['Aanspreekpunt', view.aanspreekpunt],
      ]),
      ...(view.gestopt ? [text('De casus is afgerond: hier hoeft niets meer voor te gebeuren.', 'subtle')] : []),
      ...(view.letter !== view.actief && !actie.gedaan && !view.gestopt
        ? [text(`Jullie volgen nu ${planNaam(view.actief)}; deze actie wacht tot dit plan aan de beurt is.`, 'subtle')]
        : []),
      ...(view.mag.length > 0
        ? [
            {
              type: 'buttons' as const,
              buttons: view.mag.map((action) =>
                button(
                  action,
                  action === 'zorgplan.tonen'
                    ? casusId
                    : action === 'zorgplan.bewerken'
                      ? `${casusId}/actie:${view.actieId}`
                      : `${casusId}/${view.actieId}`,
                ),
              ),
            },
          ]
        : []),
    ],
  };
}
