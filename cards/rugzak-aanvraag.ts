import type { ActionId } from '../src/actions.ts';
import type { RugzakAanvraagView, RugzakControleView, RugzakPaginaView } from '../src/rugzak/rugzak-view.ts';
import type { Card, Input, Part } from './card.ts';
import { categorieNamen } from './rugzak-woorden.ts';
import { weigeringCard } from './weigering.ts';
import { and, button, date, euro, facts, shortDate, text } from './words.ts';

/** One request, as everybody who may see it reads it; its buttons are the reader's own [S16]. */
export function rugzakAanvraagCard(view: RugzakAanvraagView): Card {
  const title = `${titles[view.stand]} ${view.referentie}`;
  const subject = `${view.casusId}/${view.aanvraagId}`;
  const open = view.vragen.find((v) => v.antwoord === null);
  const perFactuur: ActionId[] = ['rugzak.betaald'];
  const rest = view.mag.filter((a) => !perFactuur.includes(a));
  return {
    title,
    summary: title,
    parts: [
      ...state(view),
      ...facts([
        ['Waarvoor', categorieNamen[view.categorie]],
        ['Bedrag', euro(view.cents)],
        ['Aanbieder', view.aanbieder],
        ['Periode', `${date(view.van)} tot en met ${date(view.tot)}`],
        ['Gevraagd door', view.door],
        ['Nog vrij in de rugzak', view.stand === 'aangevraagd' && free(view)],
        ['Nog te factureren', view.saldo.vastgelegd > 0 && euro(view.saldo.vastgelegd)],
      ]),
      text('Doel', 'subtle', true),
      text(view.doel),
      text('Waarom niet uit het reguliere aanbod', 'subtle', true),
      text(view.waaromNietRegulier),
      ...(view.categorie === 'verblijf' ? stayHints : []),
      ...view.vragen.flatMap((v) => [
        text(`Vraag van ${v.door}: ${v.tekst}`, 'subtle', true),
        text(v.antwoord ?? 'Nog geen antwoord.', v.antwoord ? 'normal' : 'warning'),
      ]),
      ...view.facturen.flatMap((f): Part[] => [
        text(
          `Factuur ${f.nummer}: ${euro(f.cents)}, ${f.betaald ? `betaald op ${shortDate(f.betaald)}` : `te betalen tegen ${shortDate(f.vervalt)}${f.teLaat ? ', te laat' : ''}`}`,
          f.betaald ? 'good' : f.teLaat ? 'danger' : 'normal',
        ),
        ...(!f.betaald && view.mag.includes('rugzak.betaald')
          ? [{ type: 'buttons' as const, buttons: [button('rugzak.betaald', f.subject)] }]
          : []),
      ]),
      ...(rest.length > 0
        ? [
            {
              type: 'buttons' as const,
              buttons: rest.map((a) =>
                button(
                  a,
                  a === 'rugzak.tonen'
                    ? view.casusId
                    : a === 'rugzak.antwoorden' && open
                      ? `${subject}/${open.vraagId}`
                      : subject,
                ),
              ),
            },
          ]
        : []),
    ],
  };
}

const titles = {
  aangevraagd: 'Aanvraag rugzakmiddelen',
  goedgekeurd: 'Goedgekeurd: rugzakmiddelen',
  geweigerd: 'Geweigerd: rugzakmiddelen',
  ingetrokken: 'Ingetrokken: rugzakmiddelen',
};

const free = ({ vrij, categorie }: RugzakAanvraagView) =>
  categorie === 'verblijf' ? `${euro(vrij.verblijf)} voor verblijf` : euro(vrij.totaal);

function state(view: RugzakAanvraagView): Part[] {
  switch (view.stand) {
    case 'aangevraagd': {
      const limit =
        view.bovenMandaat === null
          ? []
          : [
              text(
                view.bovenMandaat === 0
                  ? 'Goedkeuren is niet aan jou.'
                  : `Jij kan tot ${euro(view.bovenMandaat)} goedkeuren; dit is meer.`,
                'subtle',
              ),
            ];
      const who =
        view.beslissers.length > 0
          ? text(`Wacht op een beslissing. Wie mag goedkeuren: ${and(view.beslissers)}.`, 'warning')
          : text('Wacht op een beslissing, maar niemand in deze regio mag dit bedrag goedkeuren.', 'danger');
      return [who, ...(view.eigen ? [text('Je vroeg dit zelf aan: een collega beslist.', 'subtle')] : limit)];
    }
    case 'goedgekeurd':
      return [text(`${view.beslissing?.door ?? ''} keurde dit goed.`, 'good')];
    case 'geweigerd':
      return [
        text(`${view.beslissing?.door ?? ''} weigerde dit.`, 'danger'),
        ...(view.beslissing?.reden ? [text(view.beslissing.reden)] : []),
      ];
    case 'ingetrokken':
      return [text('Deze aanvraag is ingetrokken. Er hoeft niets meer te gebeuren.', 'subtle')];
    default:
      throw new Error(view.stand satisfies never);
  }
}

/** What has to be known when stay is paid from the rugzak [B6]. */
const stayHints: Part[] = [
  text('Verblijf met rugzakmiddelen wordt niet geregistreerd in BinC of ERB; zonder rugzakmiddelen wel.', 'subtle'),
  text('Bij rechtstreeks toegankelijk verblijf gaat er geen kinderbijslag naar de voorziening.', 'subtle'),
];

/** A page of the request: what for, then when and why [B3]. */
export function rugzakPaginaCard(view: RugzakPaginaView): Card {
  const subject = `${view.draftId}/${view.pagina}`;
  const at = (id: string) => {
    const value = view.values[id];
    return {
      id,
      ...(typeof value === 'string' && { value }),
      ...(view.errors[id] !== undefined && { error: view.errors[id] }),
      required: true,
      type: 'input' as const,
    };
  };
  const first: Input[] = [
    {
      ...at('categorie'),
      kind: 'choice',
      label: 'Waarvoor?',
      options: Object.entries(categorieNamen).map(([value, label]) => ({ value, label })),
    },
    {
      ...at('doel'),
      kind: 'text',
      label: 'Doel',
      hint: 'Wat moet het opleveren? Geen namen.',
      multiline: true,
      maxLength: 2000,
    },
    { ...at('aanbieder'), kind: 'text', label: 'Aanbieder', hint: 'De dienst of voorziening.', maxLength: 120 },
    {
      ...at('bedrag'),
      kind: 'text',
      label: 'Bedrag in euro',
      hint: `Zoals 1.234,56. Vrij: ${euro(view.vrij.totaal)}, voor verblijf ${euro(view.vrij.verblijf)}.`,
      maxLength: 20,
    },
  ];
  const second: Input[] = [
    { ...at('van'), kind: 'date', label: 'Eerste dag van de hulp' },
    { ...at('tot'), kind: 'date', label: 'Laatste dag van de hulp' },
    {
      ...at('waarom_niet_regulier'),
      kind: 'text',
      label: 'Waarom kan het reguliere aanbod dit niet betalen?',
      hint: 'Wat regulier kan, moet regulier.',
      multiline: true,
      maxLength: 2000,
    },
  ];
  return {
    title: 'Rugzakmiddelen aanvragen',
    summary: `Rugzakmiddelen aanvragen ${view.referentie}`,
    parts: [text(`${view.referentie}. Stap ${view.pagina} van 3`, 'subtle'), ...(view.pagina === 1 ? first : second)],
    form: {
      submit: button('rugzak.verder', subject),
      autosave: button('rugzak.bewaren', subject),
      ...(view.pagina === 2 && { back: button('rugzak.terug', subject) }),
    },
  };
}

const effect = (before: number, after: number) =>
  after < 0 ? `${euro(before)}, dit is ${euro(-after)} te veel` : `${euro(before)}, daarna ${euro(after)}`;

/** What the request does, before it is sent [B1, B2]. */
export function rugzakControleCard(view: RugzakControleView): Card {
  const stay = view.categorie === 'verblijf';
  return {
    title: 'Nakijken en versturen',
    summary: `Rugzakmiddelen aanvragen ${view.referentie}`,
    parts: [
      text(`${view.referentie}. Stap 3 van 3`, 'subtle'),
      ...(view.tekort
        ? weigeringCard(view.tekort)
            .parts.filter((p) => p.type === 'text')
            .map((p) => text(p.text, 'danger', true))
        : [text('Dit past in de rugzak.', 'good', true)]),
      ...facts([
        ['Waarvoor', categorieNamen[view.categorie]],
        ['Bedrag', euro(view.cents)],
        ['Aanbieder', view.aanbieder],
        ['Periode', `${date(view.van)} tot en met ${date(view.tot)}`],
        ['Vrij in de rugzak', effect(view.vrij.totaal, view.na.totaal)],
        ['Vrij voor verblijf', stay && effect(view.vrij.verblijf, view.na.verblijf)],
        [
          'Rugzak loopt',
          view.einde ? `tot en met ${date(view.einde)}` : 'nog niet: de termijn begint bij de start van de eerste hulp',
        ],
        ['Wie beslist', view.beslissers.length > 0 && and(view.beslissers)],
      ]),
      ...(view.naEinde
        ? [text('De periode loopt langer dan de rugzak. Kort ze in, of verleng de rugzak.', 'warning')]
        : []),
      ...(view.beslissers.length === 0
        ? [text('Niemand in deze regio mag dit bedrag goedkeuren. Verwittig de beheerder van je regio.', 'danger')]
        : []),
      ...(stay ? stayHints : []),
      text('Doel', 'subtle', true),
      text(view.doel),
      text('Waarom niet uit het reguliere aanbod', 'subtle', true),
      text(view.waaromNietRegulier),
    ],
    form: {
      submit: button('rugzak.versturen', `${view.draftId}/3`),
      back: button('rugzak.terug', `${view.draftId}/3`),
    },
  };
}
