import type { ActionId } from '../src/actions.ts';
import type { TafelDeelnemer, TafelKaartView, TafelMoment } from '../src/zorgtafel/tafel-view.ts';
import type { Button, Card, Part } from './card.ts';
import { and, button, facts, link, moment, text } from './words.ts';
import {
  agendaDelen,
  antwoordTekens,
  duurWoorden,
  kort,
  plaatsWoorden,
  soortWoorden,
  zelfZeggen,
  zin,
} from './zorgtafel-woorden.ts';

/** As many people as a message shows without scrolling for ever; the rest behind a button. */
const OP_DE_KAART = 15;
/** People in one text of the list of everybody. */
const PER_TEKST = 8;
/** Characters of a name in the table, so that it fits beside five moments on a phone. */
const NAAM = 20;
/** Characters of a name where it has the width for itself. */
const LANGE_NAAM = 40;
/** Names in one sentence; who else it is stands in the table. */
const NAMEN = 3;

/** The coordinator's overview of a table: what to do, the answers, then the details. */
export function tafelKaartCard(view: TafelKaartView): Card {
  const title = `Zorgtafel ${view.referentie}`;
  const subject = `${view.casusId}/${view.tafelId}`;
  const rest = view.mag.filter((a) => a !== 'casus.tonen');
  return {
    title,
    summary: title,
    whole: button('zorgtafel.iedereen', subject, 'Volledige tekst'),
    parts: [
      ...state(view),
      ...(view.iedereen ? [] : zelfZeggen(view.voor)),
      ...(view.zelfOpen ? [text('Jij antwoordde zelf nog niet. Druk “Antwoord noteren”.', 'warning', true)] : []),
      ...(view.iedereen ? [] : proposal(view)),
      ...answers(view),
      ...facts([
        ['Waar', plaatsWoorden(view.plaats)],
        ['Hoe lang', duurWoorden(view.duur)],
        ['Besproken met de ouders', moment(view.besproken, view.zone)],
      ]),
      ...link('Online', view.plaats.link),
      ...agendaDelen(view.agenda),
      ...(rest.length === 0 || view.iedereen
        ? []
        : [
            {
              type: 'buttons' as const,
              buttons: rest.map((a) => pressFor(a, view)),
            },
          ]),
      ...(view.mag.includes('casus.tonen') && !view.iedereen
        ? [{ type: 'buttons' as const, buttons: [button('casus.tonen', view.casusId)] }]
        : []),
      ...(view.iedereen
        ? [{ type: 'buttons' as const, buttons: [button('zorgtafel.tonen', subject, 'Terug naar de zorgtafel')] }]
        : []),
    ],
  };
}

function state(view: TafelKaartView): Part[] {
  const limit = moment(view.uiterlijk, view.zone);
  switch (view.stand) {
    case 'peilen':
      return [
        // With a proposal to press on, there is nothing to wait for.
        ...(view.voorstel ? [] : [text('De uitnodigingen zijn verstuurd; de antwoorden komen hier binnen.')]),
        ...(view.klok === 'verstreken'
          ? [text(`De 48 uur zijn voorbij sinds ${limit}.`, 'danger', true)]
          : view.klok === 'loopt'
            ? [text(`De 48 uur lopen tot ${limit}.`, 'normal', true)]
            : []),
        ...(view.reden ? [text(`Verplaatst: ${view.reden}`, 'subtle')] : []),
        ...(view.zonderOuders ? [text('Er zijn geen ouders uitgenodigd.', 'warning')] : []),
      ];
    case 'vast':
      return [
        text(`Ligt vast: ${view.gekozen ? moment(view.gekozen, view.zone) : ''}.`, 'good', true),
        ...(view.reden ? [text(`Reden: ${view.reden}`, 'subtle')] : []),
        ...(view.klok === 'loopt' ? [text(`De 48 uur lopen tot ze gehouden is, uiterlijk ${limit}.`, 'subtle')] : []),
      ];
    case 'afgelast':
      return [text('Afgelast.', 'warning', true), ...(view.reden ? [text(`Reden: ${view.reden}`)] : [])];
    case 'niet_gehouden':
      return [text('Niet doorgegaan.', 'warning', true), ...(view.reden ? [text(`Reden: ${view.reden}`)] : [])];
    case 'gehouden':
      return [
        text(`Gehouden op ${view.gekozen ? moment(view.gekozen, view.zone) : ''}.`, 'good', true),
        ...(view.verslag
          ? [
              ...facts([
                ['Aanwezig', and(view.verslag.aanwezig)],
                ['Zonder de ouders', view.verslag.zonderOuders],
              ]),
              text('Afgesproken voor de komende dagen', 'subtle', true),
              text(view.verslag.veiligheid),
              text('Besluit', 'subtle', true),
              text(view.verslag.besluit),
            ]
          : []),
      ];
    default:
      throw new Error(view.stand satisfies never);
  }
}

/** A button about the table, in the words that fit where it stands. */
function pressFor(action: ActionId, view: TafelKaartView): Button {
  const subject = `${view.casusId}/${view.tafelId}`;
  if (action === 'zorgtafel.plannen') return button(action, view.casusId, 'Opnieuw plannen');
  if (action.startsWith('zorgplan.')) return button(action, view.casusId);
  // Once it was held, the plan is what comes next; correcting the report is not.
  if (action === 'zorgtafel.verslag' && view.stand === 'gehouden')
    return { action, subject, label: 'Verslag verbeteren' };
  return button(action, subject);
}

/** What the bot proposes, to be fixed in one press; or why none fits and what would help [T2]. */
function proposal(view: TafelKaartView): Part[] {
  if (view.stand !== 'peilen') return [];
  const best = view.momenten.find((m) => m.id === view.voorstel);
  if (best)
    return [
      text(
        `Voorstel: ${moment(best.start, view.zone)} (${counts(best)}).${best.opTijd ? '' : ' Dat is na de 48 uur.'}`,
        'good',
        true,
      ),
      { type: 'buttons', buttons: [button('zorgtafel.vastleggen', `${view.casusId}/${view.tafelId}/${best.id}`)] },
    ];
  const open = view.momenten.filter((m) => !m.voorbij);
  if (open.length === 0) return [text('Alle momenten zijn voorbij. Voeg een moment toe.', 'warning', true)];
  return [
    text('Nog geen moment past voor wie erbij moet zijn.', 'warning', true),
    { type: 'list', items: open.map((m) => `${moment(m.start, view.zone)}: ${lacks(m)}`) },
    text(advice(open), 'subtle'),
  ];
}

const counts = (m: TafelMoment) =>
  [
    `${m.kan} ${m.kan === 1 ? 'kan' : 'kunnen'}`,
    m.liever > 0 && `${m.liever} liever niet`,
    m.kanNiet > 0 && `${m.kanNiet} ${m.kanNiet === 1 ? 'kan' : 'kunnen'} niet`,
    m.onbekend > 0 && `${m.onbekend} nog geen antwoord`,
  ]
    .filter((t) => t !== false)
    .join(', ');

function lacks(m: TafelMoment): string {
  const no = m.ontbreekt.filter((o) => o.waarom === 'kan_niet').map((o) => o.naam);
  const silent = m.ontbreekt.filter((o) => o.waarom === 'geen_antwoord').map((o) => o.naam);
  return and(
    [
      no.length > 0 && `${enkele(no)} ${no.length === 1 ? 'kan' : 'kunnen'} niet`,
      silent.length > 0 && `${enkele(silent)} antwoordde${silent.length === 1 ? '' : 'n'} nog niet`,
      m.zonderExpert && 'er is geen expert die kan',
    ].filter((t) => t !== false),
  );
}

/** `oma, opa, Els en nog 9 anderen`: with forty people a sentence of all of them is a wall. */
function enkele(names: readonly string[]): string {
  const short = names.map((name) => kort(name, LANGE_NAAM));
  if (short.length <= NAMEN + 1) return and(short);
  return and([...short.slice(0, NAMEN), `nog ${short.length - NAMEN} anderen`]);
}

/** What would make a moment fit: the one that lacks least says it. */
function advice(open: readonly TafelMoment[]): string {
  const waiting = open.some((m) => m.ontbreekt.every((o) => o.waarom === 'geen_antwoord'));
  const expert = open.some((m) => m.zonderExpert && m.ontbreekt.length === 0);
  if (expert) return 'Alleen een expert ontbreekt nog: wacht op antwoord, of vraag nog een expert.';
  if (waiting) return 'Wacht op wie nog niet antwoordde, of bel zelf en noteer het antwoord.';
  return 'Voeg een moment toe, bel wie niet kan, of leg zelf een moment vast met de reden.';
}

/** People × moments; as many as fit a card, with a way to all of them. */
function answers(view: TafelKaartView): Part[] {
  const people = view.iedereen ? view.deelnemers : view.deelnemers.slice(0, OP_DE_KAART);
  const more = view.deelnemers.length - people.length;
  const asking = view.stand === 'peilen';
  const legend = view.momenten.map((m, n) => `${n + 1}. ${moment(m.start, view.zone)}: ${counts(m)}`);
  const over = view.stand === 'gehouden' || view.stand === 'afgelast' || view.stand === 'niet_gehouden';
  if (over && !view.iedereen) return [];
  return [
    ...(asking
      ? [text(legend.join('\n')), text('✓ kan   ~ liever niet   ✗ kan niet   ? geen antwoord', 'subtle')]
      : []),
    ...(view.iedereen ? everybody(people, asking) : [table(view, people, asking)]),
    ...passOn(view),
    ...(more > 0
      ? [
          text(`En nog ${more === 1 ? 'één persoon' : `${more} mensen`}.`, 'subtle'),
          {
            type: 'buttons' as const,
            buttons: [button('zorgtafel.iedereen', `${view.casusId}/${view.tafelId}`)],
          },
        ]
      : []),
  ];
}

function table(view: TafelKaartView, people: readonly TafelDeelnemer[], asking: boolean): Part {
  return {
    type: 'table',
    columns: ['Wie', ...(asking ? view.momenten.map((_, n) => `${n + 1}`) : ['Komt'])],
    rows: people.map((d) => [kort(d.naam, NAAM), ...(asking ? d.antwoorden.map(sign) : [comes(d)])]),
  };
}

/** Every name in full, a few people to a text: a table of forty is cut on some chat platforms, this is not. */
function everybody(people: readonly TafelDeelnemer[], asking: boolean): Part[] {
  const lines = people.map(
    (d) => `${asking ? d.antwoorden.map(sign).join(' ') : comes(d)}  ${d.naam} (${soortWoorden[d.soort]})`,
  );
  return Array.from({ length: Math.ceil(lines.length / PER_TEKST) }, (_, n) =>
    text(lines.slice(n * PER_TEKST, (n + 1) * PER_TEKST).join('\n')),
  );
}

/** Who still has to invite people without chat, a line for each of them [T4]. */
function passOn(view: TafelKaartView): Part[] {
  const waiting = view.deelnemers.filter((d) => d.via !== null && !d.doorgegeven);
  return [...Map.groupBy(waiting, (d) => d.via)].map(([via, of]) => {
    const names = of.map((d) => d.naam);
    return text(zin(`${via} moet nog uitnodigen: ${view.iedereen ? and(names) : enkele(names)}.`), 'subtle');
  });
}

const sign = (a: TafelDeelnemer['antwoorden'][number]) => (a === null ? '?' : antwoordTekens[a]);

const comes = (d: TafelDeelnemer) => (d.stand === 'komt' ? 'ja' : d.stand === 'komt_niet' ? 'nee' : '?');
