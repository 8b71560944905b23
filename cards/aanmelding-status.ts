import type { AanmeldingStatusView } from '../src/aanmelding/aanmelding-view.ts';
import type { View } from '../src/view.ts';
import { ontvangst } from './aanmelding-controle.ts';
import type { Card, Part } from './card.ts';
import { button, buttons, facts, meldingen, moment, text, uitkomsten } from './words.ts';

/** The aanmelder's living card: who has it, what happens, what can still be done [A3]. */
export function aanmeldingStatusCard(view: AanmeldingStatusView): Card {
  return {
    title: `Aanmelding ${view.referentie}`,
    summary: `Aanmelding ${view.referentie}`,
    parts: [
      ...meldingen(view.meldingen),
      ...(view.namens
        ? [text(`Opgeschreven voor ${view.namens}, die belde. Laat zelf weten wat hieronder verandert.`, 'subtle')]
        : []),
      ...standing(view),
      ...(view.openVragen > 0
        ? [
            text(
              view.openVragen === 1
                ? 'Er wacht een vraag op je antwoord, in een bericht hieronder.'
                : `Er wachten ${view.openVragen} vragen op je antwoord, in de berichten hieronder.`,
              'warning',
            ),
          ]
        : []),
      ...buttons(view.mag, view.casusId),
    ],
  };
}

function standing(view: AanmeldingStatusView): Part[] {
  switch (view.stand) {
    case 'aangemeld':
      return ontvangst(view.ontvangst, view.zone);
    case 'opgenomen':
      return [
        text(`${view.opgenomenDoor} nam je aanmelding op en is je aanspreekpunt.`, 'good', true),
        ...facts([
          ['Bellen', view.ontvangst.telefoon],
          ['Antwoord ten laatste', moment(view.ontvangst.uiterlijk, view.zone)],
        ]),
      ];
    case 'teruggekoppeld':
      return [
        text(view.uitkomst ? `${uitkomsten[view.uitkomst]}.` : 'Er is een terugkoppeling.', 'good', true),
        ...(view.nota ? [text(view.nota)] : []),
        ...facts([
          ['Aanspreekpunt', view.opgenomenDoor],
          ['Bellen', view.ontvangst.telefoon],
        ]),
      ];
    case 'ingetrokken':
      return [text('Je trok deze aanmelding in. Er wordt niets meer mee gedaan.')];
    case 'afgesloten':
      return [
        text('Deze casus is afgesloten. Er hoeft niets meer te gebeuren.'),
        ...facts([['Aanspreekpunt', view.opgenomenDoor]]),
      ];
    default:
      throw new Error(view.stand satisfies never);
  }
}

/** Right after sending: the reference, who has it, by when; the living card follows as a message. */
export function aanmeldingVerzondenCard({ status }: Extract<View, { view: 'aanmelding_verzonden' }>): Card {
  return {
    title: 'Aanmelding verstuurd',
    summary: `Aanmelding ${status.referentie} verstuurd`,
    parts: [
      ...meldingen(status.meldingen),
      text(`Je referentie is ${status.referentie}.`, 'good', true),
      ...ontvangst(status.ontvangst, status.zone),
      text('Je krijgt een bericht dat de stand toont, en een bericht bij elke stap.', 'subtle'),
    ],
  };
}

export function aanmeldingHervattenCard(view: Extract<View, { view: 'aanmelding_hervatten' }>): Card {
  const [at, of] = view.paginaVan;
  return {
    title: 'Je was al begonnen',
    summary: 'Je hebt nog een aanmelding in voorbereiding',
    parts: [
      text(
        `Er staat een aanmelding klaar bij stap ${at} van ${of}. Ze blijft bewaard tot ${moment(view.bewaardTot, view.zone)}.`,
      ),
      {
        type: 'buttons',
        buttons: [
          button('aanmelding.hervatten', view.draftId),
          button('aanmelding.opnieuw', '', 'Weggooien en opnieuw beginnen'),
        ],
      },
    ],
  };
}
