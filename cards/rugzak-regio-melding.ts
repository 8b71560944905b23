import { basispuntenVan } from '../src/rugzak/bedrag.ts';
import type { RugzakRegioMeldingView } from '../src/rugzak/rugzak-regio-view.ts';
import type { Card, Part } from './card.ts';
import { procent, ramingZinnen } from './rugzak-woorden.ts';
import { and, button, euro, saying, text } from './words.ts';

/** A year budget reached a share, or will run out: what happened, what it means, what can be done [B9]. */
export function rugzakRegioMeldingCard(view: RugzakRegioMeldingView): Card {
  const { jaar, regio, budget, gebonden, aangevraagd, raming } = view;
  const budgetName = `Jaarbudget ${jaar} ${regio}`;
  const show = { type: 'buttons' as const, buttons: [button('rugzak.regio', `${view.regioCode}/${jaar}`)] };
  if (budget === null && view.wat.includes('geen_budget')) return withoutBudget(view, budgetName, show);
  if (view.wat.length === 0 || budget === null)
    return saying(
      `${budgetName}: niet meer zo`,
      [
        budget === null
          ? view.gezegd.includes('geen_budget')
            ? 'Deze melding geldt niet meer: voor dit jaar is niets meer aangevraagd of vastgelegd.'
            : 'Deze melding geldt niet meer: voor dit jaar is geen budget meer ingesteld.'
          : `Deze melding geldt niet meer: nu is ${euro(gebonden)} van ${euro(budget)} vastgelegd (${procent(basispuntenVan(gebonden, budget))}).`,
      ],
      'subtle',
      [show],
    );
  const points = view.wat.filter((p) => typeof p === 'number');
  const highest = points.at(-1);
  const used = gebonden >= budget;
  const title = used
    ? `${budgetName} is volledig vastgelegd`
    : highest === undefined
      ? raming?.op === null
        ? `${budgetName} volstaat nipt`
        : `${budgetName} raakt op vóór het einde van het jaar`
      : `${budgetName}: ${procent(highest)} vastgelegd`;
  const free = budget - gebonden;
  const sentences = ramingZinnen(view);
  return {
    title,
    summary: title,
    parts: [
      text(
        `Er is ${euro(gebonden)} van de ${euro(budget)} vastgelegd (${procent(basispuntenVan(gebonden, budget))}).`,
        used ? 'danger' : 'warning',
        true,
      ),
      ...(points.length > 1 ? [text(`Daarmee ging het in één keer voorbij ${and(points.map(procent))}.`)] : []),
      text(
        used
          ? `Aanvragen voor hulp die in ${jaar} start, kunnen pas weer goedgekeurd worden als er iets vrijkomt of als het budget verhoogd wordt.`
          : `Er is nog ${euro(free)} vrij voor hulp die in ${jaar} start.`,
      ),
      ...(aangevraagd > 0 ? [text(`${euro(aangevraagd)} is aangevraagd en wacht op een beslissing.`)] : []),
      ...(sentences && raming?.tempo !== null ? sentences.map((s, n) => text(s, n === 0 ? 'normal' : 'subtle')) : []),
      text('Wat kan je doen?', 'normal', true),
      {
        type: 'list',
        items: [
          'Kijk in het overzicht waar het naartoe gaat en welke casussen opvallen.',
          'Laat vrijgeven wat vastgelegd is en niet meer gefactureerd wordt: de coördinatoren doen dat in de rugzak van elke casus. Van welke hulp de laatste factuur te lang uitblijft, staat in het overzicht onder “Te laat”.',
          used
            ? 'Bespreek met de toegangspoort en je collega’s hoe dringende vragen toch geholpen worden.'
            : 'Bespreek op de intervisie waar de rest van het jaar voor nodig is.',
        ],
      },
      show,
    ],
  };
}

/** Something is asked for a year that nobody set a budget for [B8]. */
function withoutBudget({ jaar, gebonden, aangevraagd }: RugzakRegioMeldingView, name: string, show: Part): Card {
  const title = `${name}: nog niet ingesteld`;
  const amounts = [
    ...(gebonden > 0 ? [`${euro(gebonden)} vastgelegd`] : []),
    ...(aangevraagd > 0 ? [`${euro(aangevraagd)} aangevraagd`] : []),
  ];
  return {
    title,
    summary: title,
    parts: [
      text(`Voor hulp die in ${jaar} start is al ${and(amounts)}, maar er is geen jaarbudget.`, 'warning', true),
      text(
        'Zolang dat zo is, is er geen grens: alles kan goedgekeurd worden, en bij geen enkele drempel komt er een melding.',
      ),
      text('Wat kan je doen?', 'normal', true),
      {
        type: 'list',
        items: [
          `Vraag de beheerder van je regio om het budget in het regiobestand te zetten, onder rugzak bij jaarbudget: ${jaar} met het bedrag in euro.`,
          `Bespreek intussen met je collega’s wat er voor ${jaar} goedgekeurd kan worden.`,
        ],
      },
      show,
    ],
  };
}
