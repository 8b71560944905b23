import type { ActionId } from '../src/actions.ts';
import type { Refusal } from '../src/refusal.ts';
import type { NaEinde } from '../src/rugzak/klokken.ts';
import type { RugzakAanvraagView, RugzakControleView, RugzakPaginaView } from '../src/rugzak/rugzak-view.ts';
import type { Card, Input, Part } from './card.ts';
import { facturenParts } from './rugzak-facturen.ts';
import { categorieNamen, verblijfErna } from './rugzak-woorden.ts';
import { weigeringCard } from './weigering.ts';
import { and, button, date, euro, facts, text } from './words.ts';

/** One request, as everybody who may see it reads it; its buttons are the reader's own [S16]. */
export function rugzakAanvraagCard(view: RugzakAanvraagView): Card {
  const title = `${titleOf(view)} ${view.referentie}`;
  const subject = `${view.casusId}/${view.aanvraagId}`;
  const first = onTop(view);
  const elsewhere: ActionId[] = ['rugzak.betaald', ...(first?.antwoord === null ? ['rugzak.antwoorden' as const] : [])];
  const rest = view.mag.filter((a) => !elsewhere.includes(a));
  return {
    title,
    summary: title,
    parts: [
      ...(view.teruggedraaid
        ? [text(`${view.teruggedraaid} draaide de goedkeuring terug: er moet opnieuw beslist worden.`, 'warning', true)]
        : []),
      ...(first ? question(view, first) : []),
      ...state(view),
      ...hindrance(view),
      ...noBudget(view),
      ...facts([
        ['Waarvoor', categorieNamen[view.categorie]],
        ['Bedrag', euro(view.cents)],
        ['Aanbieder', view.aanbieder],
        ['Periode', `${date(view.van)} tot en met ${date(view.tot)}`],
        ['Hulp liep', view.geholpenTot !== null && `tot en met ${date(view.geholpenTot)}`],
        ['Rugzak loopt', view.stand === 'aangevraagd' && term(view.einde)],
        ['Beslissen tegen', view.wacht && date(view.wacht.tegen)],
        ['Gevraagd door', view.door],
        ['Aanspreekpunt', view.aanspreekpunt],
        ['Nog vrij in de rugzak', view.stand === 'aangevraagd' && free(view)],
        [`Jaarbudget ${view.jaarbudget.jaar}`, view.stand === 'aangevraagd' && yearBudget(view)],
        ['Nog te factureren', view.saldo.vastgelegd > 0 && euro(view.saldo.vastgelegd)],
      ]),
      text('Doel', 'subtle', true),
      text(view.doel),
      text('Waarom niet uit het reguliere aanbod', 'subtle', true),
      text(view.waaromNietRegulier),
      ...(view.categorie === 'verblijf' ? stayHints(view.vrijgegeven !== null && view.saldo.vastgelegd === 0) : []),
      ...view.vragen
        .filter((v) => v !== first)
        .flatMap((v) => [
          text(`Vraag van ${v.door}: ${v.tekst}`, 'subtle', true),
          text(v.antwoord ?? 'Nog geen antwoord.', v.antwoord ? 'normal' : 'warning'),
        ]),
      ...facturenParts(view.facturen, view.mag, subject),
      ...(rest.length > 0
        ? [
            {
              type: 'buttons' as const,
              buttons: [
                ...rest.map((a) => button(a, a === 'rugzak.tonen' ? view.casusId : subject)),
                ...(view.goedkeuringTerug
                  ? [button('rugzak.corrigeren', view.goedkeuringTerug, 'Goedkeuring terugdraaien')]
                  : []),
              ],
            },
          ]
        : []),
    ],
  };
}

type Vraag = RugzakAanvraagView['vragen'][number];

/** The question that is what this card is about now: one the reader has to answer, or whose answer they waited for. */
function onTop({ stand, vragen, mag }: RugzakAanvraagView): Vraag | undefined {
  if (stand !== 'aangevraagd') return undefined;
  const open = vragen.find((v) => v.antwoord === null);
  if (open) return mag.includes('rugzak.antwoorden') && !open.vanJou ? open : undefined;
  const last = vragen.at(-1);
  return last?.vanJou ? last : undefined;
}

function question({ casusId, aanvraagId, mag }: RugzakAanvraagView, v: Vraag): Part[] {
  if (v.antwoord !== null)
    return [
      text(`Je vroeg: ${v.tekst}`, 'subtle', true),
      text(`Antwoord van ${v.antwoordDoor}: ${v.antwoord}`, 'good'),
    ];
  const answer = button('rugzak.antwoorden', `${casusId}/${aanvraagId}/${v.vraagId}`);
  return [
    text(`${v.door} vraagt: ${v.tekst}`, 'warning', true),
    ...(mag.includes('rugzak.antwoorden')
      ? [{ type: 'buttons' as const, buttons: [{ ...answer, style: 'primary' as const }] }]
      : []),
  ];
}

function titleOf(view: RugzakAanvraagView): string {
  const first = onTop(view);
  if (first) return first.antwoord === null ? 'Vraag over rugzakmiddelen' : 'Antwoord over rugzakmiddelen';
  if (view.melding) return view.wacht?.teLaat ? 'Wacht te lang: rugzakmiddelen' : 'Herinnering: rugzakmiddelen';
  return view.teruggedraaid ? 'Opnieuw te beslissen: rugzakmiddelen' : titles[view.stand];
}

/** Why it cannot be approved now, or what to look at first [B1, B2, B8]. */
function hindrance({ belet, naEinde }: RugzakAanvraagView): Part[] {
  if (belet) return refusalLines(belet);
  return naEinde ? [text(tooLong(naEinde), 'warning')] : [];
}

/** Help goes on after the term; where no start is noted, from the first day that is asked for [B2]. */
const tooLong = ({ einde, start }: NaEinde): string =>
  `De hulp loopt langer dan de rugzak, die ${start ? `bij een start op ${date(start)} eindigt` : 'eindigt'} op ${date(einde)}: wat later komt, kan zo niet betaald worden.`;

/** The region sets budgets, but none for this year: nothing stops what is approved [B8]. */
const noBudget = ({ stand, jaarbudget: { jaar, ontbreekt } }: RugzakAanvraagView): Part[] =>
  stand === 'aangevraagd' && ontbreekt
    ? [
        text(
          `Voor ${jaar} is nog geen jaarbudget ingesteld, dus er is geen grens. Vraag de beheerder van je regio om het in te stellen.`,
          'warning',
        ),
      ]
    : [];

const term = (einde: string | null): string =>
  einde ? `tot en met ${date(einde)}` : 'nog niet, de termijn begint bij de start van de eerste hulp';

const yearBudget = ({ jaarbudget: { vrij } }: RugzakAanvraagView): string =>
  vrij === null ? 'geen ingesteld: er is geen grens' : `${euro(Math.max(0, vrij))} vrij`;

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
                  : `Jij kan tot ${euro(view.bovenMandaat)} beslissen; dit is meer.`,
                'subtle',
              ),
            ];
      const who =
        view.beslissers.length > 0
          ? text(`Wacht op een beslissing. Wie mag goedkeuren: ${and(view.beslissers)}.`, 'warning')
          : text('Wacht op een beslissing, maar niemand in deze regio mag dit bedrag goedkeuren.', 'danger');
      const since =
        view.wacht && view.melding
          ? [
              text(
                `Deze aanvraag wacht sinds ${date(view.wacht.sinds)}${view.wacht.teLaat ? `: ze had beslist moeten zijn tegen ${date(view.wacht.tegen)}.` : '.'}`,
                view.wacht.teLaat ? 'danger' : 'warning',
                true,
              ),
            ]
          : [];
      return [...since, who, ...(view.eigen ? [text('Je vroeg dit zelf aan: een collega beslist.', 'subtle')] : limit)];
    }
    case 'goedgekeurd':
      return [
        text(`${view.beslissing?.door ?? ''} keurde dit goed.`, 'good'),
        ...(view.vrijgegeven
          ? [text(`${view.vrijgegeven.door} gaf ${euro(view.vrijgegeven.cents)} vrij: dat was niet meer nodig.`)]
          : []),
      ];
    case 'geweigerd':
      return [
        text(`${view.beslissing?.door ?? ''} weigerde dit.`, 'danger'),
        ...(view.beslissing?.reden ? [text(view.beslissing.reden)] : []),
      ];
    case 'ingetrokken':
      return [
        text(`${view.beslissing?.door ?? view.door} trok deze aanvraag in. Er hoeft niets meer te gebeuren.`, 'subtle'),
      ];
    default:
      throw new Error(view.stand satisfies never);
  }
}

/** What has to be known when stay is paid from the rugzak [B6]. */
const stayHints = (vrijgegeven: boolean): Part[] => [
  vrijgegeven
    ? text(verblijfErna)
    : text('Verblijf met rugzakmiddelen wordt niet geregistreerd in BinC of ERB; zonder rugzakmiddelen wel.', 'subtle'),
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
      hint: 'Wat regulier kan, moet regulier. Geen namen.',
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

/** Why it does not fit: a year budget may grow, what is free in the rugzak does not by waiting [B1, B8]. */
const shortage = (tekort: NonNullable<RugzakControleView['tekort']>): Part[] =>
  tekort.kind === 'jaarbudget_op'
    ? [
        text(
          `Het jaarbudget ${tekort.jaar} van de regio volstaat niet: daarin is nog ${euro(tekort.vrij)} vrij.`,
          'danger',
          true,
        ),
        text(
          'Je kan de aanvraag versturen. Ze kan pas goedgekeurd worden als er in het jaarbudget weer iets vrijkomt.',
        ),
      ]
    : refusalLines(tekort);

/** A refusal as lines on a card: what it is, and what to do. */
function refusalLines(refusal: Refusal): Part[] {
  const { title, parts } = weigeringCard(refusal);
  return [text(title, 'danger', true), ...parts.filter((p) => p.type === 'text')];
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
      ...(view.tekort ? shortage(view.tekort) : [text('Dit past in de rugzak.', 'good', true)]),
      ...facts([
        ['Waarvoor', categorieNamen[view.categorie]],
        ['Bedrag', euro(view.cents)],
        ['Aanbieder', view.aanbieder],
        ['Periode', `${date(view.van)} tot en met ${date(view.tot)}`],
        ['Vrij in de rugzak', effect(view.vrij.totaal, view.na.totaal)],
        ['Vrij voor verblijf', stay && effect(view.vrij.verblijf, view.na.verblijf)],
        ['Rugzak loopt', term(view.einde)],
        ['Wie beslist', view.beslissers.length > 0 && and(view.beslissers)],
      ]),
      ...(view.naEinde
        ? [
            text(
              view.naEinde.start
                ? `De periode loopt langer dan de rugzak: bij een start op ${date(view.naEinde.start)} eindigt die op ${date(view.naEinde.einde)}. Kort ze in, of vraag later een verlenging.`
                : 'De periode loopt langer dan de rugzak. Kort ze in, of verleng de rugzak.',
              'warning',
            ),
          ]
        : []),
      ...(view.beslissers.length === 0
        ? [text('Niemand in deze regio mag dit bedrag goedkeuren. Verwittig de beheerder van je regio.', 'danger')]
        : []),
      ...(stay ? stayHints(false) : []),
      text('Doel', 'subtle', true),
      text(view.doel),
      text('Waarom niet uit het reguliere aanbod', 'subtle', true),
      text(view.waaromNietRegulier),
    ],
    // What can never be approved is not sent: back to the amount, and what was typed is kept.
    form: {
      submit:
        view.tekort && view.tekort.kind !== 'jaarbudget_op'
          ? button('rugzak.terug', `${view.draftId}/2`, 'Bedrag aanpassen')
          : button('rugzak.versturen', `${view.draftId}/3/${view.casusId}`),
      back: button('rugzak.terug', `${view.draftId}/3`),
    },
  };
}
