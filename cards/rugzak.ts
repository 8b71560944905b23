import type { ActionId } from '../src/actions.ts';
import type { Stap } from '../src/rugzak/rugzak.ts';
import type { AanvraagRegel, Komend, RugzakView, RugzakViews } from '../src/rugzak/rugzak-view.ts';
import { gebonden } from '../src/rugzak/saldo.ts';
import type { Card, Part } from './card.ts';
import type { Chart } from './chart.ts';
import { bladeren, categorieNamen } from './rugzak-woorden.ts';
import { and, button, buttons, date, euro, facts, shortDate, text } from './words.ts';

/** The means of one case: what is left, what comes, what was asked [B1, B2, B4, B7]. */
export function rugzakCard(view: RugzakView): Card {
  const title = `Rugzak ${view.referentie}`;
  const todo = view.stappen.flatMap(({ stap, datum }) => (datum ? [] : [steps[stap].replace(/^Be/, 'be')]));
  return {
    title,
    summary: title,
    parts: [
      ...(view.beeindigd
        ? [
            text('De casus is afgelopen: er komt niets meer bij, betalen en bewijzen bezorgen kan nog.', 'subtle'),
            ...(view.saldo.vastgelegd > 0
              ? [
                  text(
                    `${euro(view.saldo.vastgelegd)} is nog vastgelegd. Komt er geen factuur meer, geef het dan vrij.`,
                    'warning',
                  ),
                ]
              : []),
          ]
        : []),
      meter(view),
      text(
        view.vrij.totaal > 0
          ? `Vrij: ${euro(view.vrij.totaal)}, waarvan hoogstens ${euro(Math.max(0, view.vrij.verblijf))} voor verblijf.`
          : 'Er is niets meer vrij.',
        view.vrij.totaal > 0 ? 'normal' : 'warning',
        true,
      ),
      ...startParts(view),
      ...nietMeerBinnenParts(view),
      ...facts([
        ['Vastgelegd', euro(gebonden(view.saldo))],
        ['Gefactureerd', view.saldo.gefactureerd > 0 && euro(view.saldo.gefactureerd)],
        ['Betaald', view.saldo.betaald > 0 && euro(view.saldo.betaald)],
        ['Wacht op een beslissing', view.saldo.aangevraagd > 0 && euro(view.saldo.aangevraagd)],
        ['Aanspreekpunt', view.aanspreekpunt],
        ['Loopt', term(view)],
        ...view.verlengd.map((v): [string, string] => ['Verlengd', `door ${v.door}: ${v.reden}`]),
        ['Pleeggezin', view.pleegzorg && 'Er wordt een pleeggezin gezocht'],
      ]),
      ...(view.komend.length > 0
        ? [
            { type: 'heading' as const, text: 'Komende datums' },
            ...view.komend.map((k) => text(komendeText(k), k.voorbij ? 'danger' : 'normal')),
          ]
        : []),
      { type: 'heading', text: 'Naar de toegangspoort' },
      ...view.stappen.flatMap(({ stap, datum }) => (datum ? [text(`${steps[stap]}: ${date(datum)}`, 'good')] : [])),
      ...(todo.length > 0 ? [text(`Nog niet: ${and(todo)}.`)] : []),
      text(
        view.geldigTot
          ? `ISV en beslissing gelden tot en met ${date(view.geldigTot)}.`
          : 'ISV en beslissing gaan in bij de start van de eerste hulp.',
        'subtle',
      ),
      ...requests(view),
      ...below(view),
    ],
  };
}

function below({ mag, startTeVragen, casusId, verlengd }: RugzakView): Part[] {
  const shown = mag.filter((a) => startTeVragen === null || a !== 'rugzak.starten');
  const about = (a: ActionId) => (a === 'rugzak.verlenging_terug' ? `${casusId}/${verlengd.length}` : casusId);
  return shown.length === 0 ? [] : [{ type: 'buttons', buttons: shown.map((a) => button(a, about(a))) }];
}

/** Help should have started, and nobody said that it did: then no term runs [B2, B4]. */
const startParts = ({ startTeVragen, mag, casusId }: RugzakView): Part[] =>
  startTeVragen === null
    ? []
    : [
        text(
          `De hulp vanaf ${date(startTeVragen)} is goedgekeurd, maar er staat niet wanneer ze begon. Zolang loopt er geen termijn en waarschuwt de bot niet voor het einde.`,
          'warning',
          true,
        ),
        ...(mag.includes('rugzak.starten') ? buttons(['rugzak.starten'], casusId) : []),
      ];

/** Approved help that the term does not reach: with an earlier start, or an extension that was taken back [B2]. */
export const nietMeerBinnenParts = ({
  nietMeerBinnen: all,
  einde,
}: Pick<RugzakView, 'nietMeerBinnen' | 'einde'>): Part[] =>
  all.length === 0 || einde === null
    ? []
    : [
        text(
          `De rugzak eindigt op ${date(einde)}, maar ${all.length === 1 ? 'deze goedgekeurde hulp loopt' : 'deze goedgekeurde hulp loopt telkens'} langer. Geef vrij wat na die dag komt, of verleng als dat nog kan.`,
          'warning',
          true,
        ),
        {
          type: 'list',
          items: all.map(
            (a) => `${categorieNamen[a.categorie]}, ${a.aanbieder}: ${date(a.van)} tot en met ${date(a.tot)}`,
          ),
        },
      ];

const term = (view: RugzakView): string =>
  view.start && view.einde
    ? `${date(view.start)} tot en met ${date(view.einde)}`
    : 'Nog niet: de termijn begint bij de start van de eerste hulp';

function meter(view: RugzakView): Chart {
  const used = view.saldo.betaald + view.saldo.gefactureerd;
  return {
    type: 'chart',
    kind: 'meter',
    title: `Rugzak van ${euro(view.maximum)}`,
    alt: `Er is ${euro(gebonden(view.saldo))} van ${euro(view.maximum)} vastgelegd.`,
    unit: 'euro',
    parts: [
      { label: 'Gefactureerd of betaald', value: used, fill: 'used' },
      { label: 'Nog te factureren', value: view.saldo.vastgelegd, fill: 'committed' },
      { label: 'Vrij', value: Math.max(0, view.vrij.totaal), fill: 'free' },
    ],
    marks: [{ label: 'Hoogstens voor verblijf', at: view.plafond, filled: view.verblijf }],
  };
}

/** `2026K1` as people say it. */
export const kwartaalText = (kwartaal: string): string => `kwartaal ${kwartaal.slice(5)} van ${kwartaal.slice(0, 4)}`;

/** A date that comes or went by, in a line. */
export function komendeText({ soort, datum, wat, voorbij }: Komend): string {
  switch (soort) {
    case 'rugzak_start':
      return `${shortDate(datum)}: begin van de eerste hulp${voorbij ? ' staat nog niet genoteerd' : ''}`;
    case 'rugzak_einde':
      return `${shortDate(datum)}: ${voorbij ? 'de rugzak liep af' : 'laatste dag van de rugzak'}`;
    case 'a_document':
      return `${shortDate(datum)}: A-document voor het pleeggezin${voorbij ? ' had ingediend moeten zijn' : ' ten laatste indienen'}`;
    case 'te_factureren':
      return `${shortDate(datum)}: ${voorbij ? `nog niet alles van ${wat ?? ''} is gefactureerd` : `laatste factuur van ${wat ?? ''} verwacht`}`;
    case 'factuur':
      return `${shortDate(datum)}: factuur ${wat ?? ''} ${voorbij ? 'is te laat, nog te betalen' : 'te betalen'}`;
    case 'aanvraag':
      return `${shortDate(datum)}: aanvraag voor ${wat ?? ''} ${voorbij ? 'had beslist moeten zijn' : 'te beslissen'}`;
    case 'bewijs':
      return `${shortDate(datum)}: bewijzen van ${kwartaalText(wat ?? '')} ${voorbij ? 'zijn te laat' : 'te bezorgen'}`;
    default:
      throw new Error(soort satisfies never);
  }
}

const steps: Record<Stap, string> = {
  vist: 'VIST Zorggarantie verstuurd',
  isv: 'ISV ontvangen',
  beslissing: 'Beslissing van de toegangspoort',
  a_document: 'A-document ingediend',
};

const standen = {
  aangevraagd: 'wacht op beslissing',
  goedgekeurd: 'goedgekeurd',
  geweigerd: 'geweigerd',
  ingetrokken: 'ingetrokken',
};

function requests({ aanvragen, casusId }: RugzakView): Part[] {
  if (aanvragen.eerste.length === 0)
    return [text('Er werd nog niets aangevraagd. Kies “Middelen aanvragen” om te beginnen.', 'subtle')];
  return [
    { type: 'heading', text: 'Aanvragen' },
    ...aanvragen.eerste.flatMap(request(casusId)),
    ...(aanvragen.nogMeer > 0
      ? [
          text(
            `Er ${aanvragen.nogMeer === 1 ? 'is nog 1 andere aanvraag' : `zijn nog ${aanvragen.nogMeer} andere aanvragen`}.`,
            'subtle',
          ),
          ...buttons(['rugzak.alle_aanvragen'], casusId),
        ]
      : []),
  ];
}

const request =
  (casusId: string) =>
  (a: AanvraagRegel): Part[] => [
    text(`${categorieNamen[a.categorie]}, ${a.aanbieder}: ${euro(a.cents)}, ${standen[a.stand]}${phases(a)}`),
    { type: 'buttons', buttons: [button('rugzak.aanvraag', `${casusId}/${a.aanvraagId}`, 'Bekijken')] },
  ];

/** Every request of a rugzak, a page at a time. */
export function rugzakAanvragenCard(view: Extract<RugzakViews, { view: 'rugzak_aanvragen' }>): Card {
  const title = `Aanvragen ${view.referentie}`;
  return {
    title,
    summary: title,
    parts: [
      ...(view.regels.length === 0 ? [text('Er werd nog niets aangevraagd.', 'subtle')] : []),
      ...view.regels.flatMap(request(view.casusId)),
      ...bladeren(view, 'rugzak.alle_aanvragen', view.casusId),
      ...buttons(view.mag, view.casusId),
    ],
  };
}

const phases = ({ stand, saldo }: AanvraagRegel): string => {
  const parts = [
    saldo.vastgelegd > 0 ? `${euro(saldo.vastgelegd)} te factureren` : '',
    saldo.gefactureerd > 0 ? `${euro(saldo.gefactureerd)} gefactureerd` : '',
    saldo.betaald > 0 ? `${euro(saldo.betaald)} betaald` : '',
  ].filter(Boolean);
  return stand === 'goedgekeurd' && parts.length > 0 ? ` (${parts.join(', ')})` : '';
};

/** What waits for the reader first, then my cases with a rugzak: references, amounts and dates only. */
export function rugzakLijstCard({ beslissen, casussen, meer, jaarbudget }: Lijst): Card {
  return {
    title: 'Rugzakken',
    summary: 'Jouw casussen met een rugzak',
    parts: [
      ...decisions(beslissen),
      ...(beslissen.eerste.length > 0 && casussen.length > 0
        ? [{ type: 'heading' as const, text: 'Jouw casussen' }]
        : []),
      ...casussen.flatMap((c): Part[] => [
        text(lijstText(c), c.eerst?.voorbij ? 'danger' : 'normal'),
        { type: 'buttons', buttons: [button('rugzak.tonen', c.casusId, `Toon ${c.referentie}`)] },
      ]),
      ...(meer ? [text('Er zijn er meer. Typ /rugzak met een referentie voor een andere.', 'subtle')] : []),
      ...(casussen.length > 0 || meer
        ? []
        : [
            text(
              'Geen van jouw casussen heeft een rugzak. Middelen aanvragen begint met “Rugzak” op de kaart van een casus.',
            ),
          ]),
      ...(jaarbudget ? [text('Wat te laat is of opvalt in de hele regio, staat bij het jaarbudget.', 'subtle')] : []),
      ...(jaarbudget || casussen.length === 0
        ? [
            {
              type: 'buttons' as const,
              buttons: [
                ...(jaarbudget ? [button('rugzak.regio', jaarbudget)] : []),
                ...(casussen.length === 0 ? [button('casus.lijst', '')] : []),
              ],
            },
          ]
        : []),
    ],
  };
}

type Lijst = Extract<RugzakViews, { view: 'rugzak_lijst' }>;

function lijstText({ referentie, vrij, einde, eerst, beeindigd }: Lijst['casussen'][number]): string {
  const term = beeindigd
    ? ', casus afgelopen'
    : einde
      ? `, loopt tot en met ${shortDate(einde)}`
      : ', nog niet gestart';
  const next = eerst && eerst.soort !== 'rugzak_einde' ? `. ${komendeText(eerst)}` : '';
  return `${referentie}: ${euro(vrij)} vrij${term}${next}`;
}

function decisions({ eerste, nogMeer }: Lijst['beslissen']): Part[] {
  if (eerste.length === 0) return [];
  return [
    { type: 'heading', text: 'Wacht op jouw beslissing' },
    ...eerste.flatMap((a): Part[] => [
      text(
        `${a.referentie}: ${a.door} vraagt ${euro(a.cents)}, ${a.teLaat ? 'te laat: ' : ''}te beslissen tegen ${shortDate(a.tegen)}`,
        a.teLaat ? 'danger' : 'warning',
      ),
      { type: 'buttons', buttons: [button('rugzak.aanvraag', a.subject, 'Bekijken')] },
    ]),
    ...(nogMeer > 0 ? [text(`En nog ${nogMeer}: die verschijnen hier zodra je er een beslist.`, 'subtle')] : []),
  ];
}
