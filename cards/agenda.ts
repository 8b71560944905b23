import type { AgendaView } from '../src/permanentie/rooster-view.ts';
import type { Button, Card, Part } from './card.ts';
import { button, shortMoment, text } from './words.ts';

/** `/permanentie agenda`: the address for a calendar program, or what stands in its way. */
export function agendaCard(view: AgendaView): Card {
  const subject = view.regio?.code ?? '';
  const title = view.regio ? `Agenda permanentie ${view.regio.naam}` : 'Jouw permanentie in je agenda';
  const others: Button[] = view.andere.map((r) => button('agenda.tonen', r.code, `Agenda van ${r.naam}`));
  const own: Button[] =
    view.regio && view.stand.kind !== 'niet_in_team' ? [button('agenda.tonen', '', 'Mijn agenda')] : [];
  const manage = [button('agenda.vernieuwen', subject), button('agenda.stoppen', subject)];
  const row = (buttons: Button[]): Part[] => (buttons.length === 0 ? [] : [{ type: 'buttons', buttons }]);
  const card = (parts: Part[], buttons: Button[] = []): Card => ({
    title,
    summary: title,
    parts: [...parts, ...row(buttons), ...row([...own, ...others])],
  });
  const { stand } = view;
  switch (stand.kind) {
    case 'nieuw':
      return card([...newAddress(view, stand.adres, stand.vervangt)], manage);
    case 'bestaat':
      return card(
        [
          text(`Je hebt al een adres, van ${shortMoment(stand.op, view.zone)}. Je agenda volgt het rooster vanzelf.`),
          text(
            'Het adres zelf wordt maar één keer getoond. Ben je het kwijt, vraag dan een nieuw; het oude werkt dan niet meer.',
            'subtle',
          ),
        ],
        manage,
      );
    case 'gestopt':
      return card(
        [text('Het adres werkt niet meer. Verwijder de agenda ook waar je hem toevoegde.')],
        [button('agenda.tonen', subject, 'Opnieuw beginnen')],
      );
    case 'geen_adres':
      return card([
        text(
          'Dit kan nog niet: de beheerder van deze bot moet eerst PUBLIC_URL instellen, het https-adres van de bot.',
          'warning',
        ),
      ]);
    case 'niet_op_rooster':
      return card([text('Je staat op geen enkel rooster: er is niets om in je agenda te zetten.')]);
    case 'niet_in_team':
      return card([text('Deze agenda is er voor het team van de regio.')]);
    default:
      throw new Error(stand satisfies never);
  }
}

const newAddress = (view: AgendaView, adres: string, vervangt: boolean): Part[] => [
  text(
    view.regio
      ? `Wie van wacht is in ${view.regio.naam}. Kopieer dit adres:`
      : 'Al je dagdelen, in elke regio. Kopieer dit adres:',
  ),
  text(adres, 'normal', true),
  ...(vervangt
    ? [text('Het vorige adres werkt niet meer: verwijder die agenda waar je hem toevoegde.', 'warning')]
    : []),
  text(
    'Bewaar het nu: het wordt niet opnieuw getoond. Wie het adres heeft, kan meelezen; deel het dus niet.',
    'warning',
  ),
  {
    type: 'list',
    items: [
      'Outlook: Agenda toevoegen, Abonneren via internet, en plak het adres.',
      'Google: op een computer, naast “Andere agenda’s” op +, dan “Via URL”.',
      'Apple: Archief, Nieuw agenda-abonnement; op een iPhone Agenda’s, Voeg agenda toe, Voeg agenda-abonnement toe.',
    ],
  },
  text(
    adres.startsWith('http://127.0.0.1')
      ? 'De bot draait nu lokaal: dit adres werkt enkel op deze computer.'
      : 'Outlook en Google kijken zelf na wat er wijzigt, soms pas na een dag. Wat hier in de chat staat, klopt altijd.',
    'subtle',
  ),
];
