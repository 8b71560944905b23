import { fields } from '../src/aanmelding/fields.ts';
import { antwoordSubject } from '../src/zorgtafel/antwoord-subject.ts';
import { plaatsLabels } from '../src/zorgtafel/plan-velden.ts';
import type { UitnodigingView } from '../src/zorgtafel/tafel-view.ts';
import type { Plaats } from '../src/zorgtafel/zorgtafel.ts';
import type { Card, Part } from './card.ts';
import { and, button, facts, link, moment, text } from './words.ts';
import { agendaDelen, antwoordVeld, duurWoorden, plaatsWoorden, zin } from './zorgtafel-woorden.ts';

/** An invitation to a zorgtafel, with answer fields as long as people are asked [T4]. */
export function uitnodigingCard(view: UitnodigingView): Card {
  const title = `Zorgtafel ${view.referentie}`;
  return {
    // Who is invited is family as often as not: it stands in the card, not above it.
    title: view.voor ? `${title}: uitnodiging om door te geven` : title,
    summary: `Uitnodiging voor een zorgtafel, ${view.referentie}`,
    parts: [
      ...(view.melding
        ? [text('Dat antwoord ging over een ander moment en telt niet. Kijk wat nu geldt.', 'warning', true)]
        : []),
      ...(view.stand === 'weg'
        ? [text('Je bent hier niet meer voor nodig. Bedankt.', 'subtle'), ...agendaDelen(view.agenda)]
        : body(view)),
    ],
  };
}

function body(view: UitnodigingView): Part[] {
  switch (view.stand) {
    case 'afgelast':
    case 'niet_gehouden':
      return [
        text('Deze zorgtafel gaat niet door.', 'warning', true),
        ...facts([['Waarom', view.reden]]),
        ...(view.voor ? [text(`Laat het ook weten aan ${view.voor.naam}.`)] : []),
        ...contact(view),
        ...agendaDelen(view.agenda),
      ];
    case 'gehouden':
      return [
        text(
          `Deze zorgtafel is gehouden${view.gekozen ? ` op ${moment(view.gekozen.start, view.zone)}` : ''}.`,
          'good',
        ),
      ];
    case 'vast':
      return fixed(view);
    default:
      return asking(view);
  }
}

const subject = (view: UitnodigingView) => `${view.casusId}/${view.tafelId}/${view.deelnemerId}`;

const where = (view: UitnodigingView): Part[] => [
  ...facts([
    ['Waar', view.plaats && plaatsWoorden(view.plaats)],
    ['Hoe lang', view.duur !== null && duurWoorden(view.duur)],
  ]),
  ...link('Online', view.plaats?.link),
];

const contact = ({ samenroeper }: UitnodigingView): Part[] =>
  facts([
    ['Wie roept samen', samenroeper && (samenroeper.team ? samenroeper.naam : `${samenroeper.naam}, casuscoördinator`)],
    ['Bellen', samenroeper?.telefoon],
  ]);

const about = (view: UitnodigingView): Part[] => [
  ...(view.boodschap ? [text(view.boodschap)] : []),
  ...facts([
    ['Leeftijd van het kind', view.leeftijd],
    [
      'Signalen',
      view.signalen && view.signalen.length > 0
        ? and(view.signalen.map((s) => signalen.find((o) => o.value === s)?.label ?? s))
        : null,
    ],
  ]),
  ...(view.expertVraag ? [text('Vraag aan de experts', 'subtle', true), text(view.expertVraag)] : []),
];

const signalen = fields.flatMap((f) => (f.id === 'signalen' && 'options' in f ? [...f.options] : []));

function asking(view: UitnodigingView): Part[] {
  const open = view.momenten.filter((m) => !m.voorbij);
  const who = view.voor?.naam ?? null;
  if (open.length === 0)
    return [
      ...off(view),
      text(
        `De momenten van deze zorgtafel zijn voorbij. Je hoort het als er een nieuw is${who === null ? '' : `, ook voor ${who}`}.`,
      ),
      ...contact(view),
      ...away(view),
    ];
  return [
    ...off(view),
    text(
      who === null
        ? view.expert
          ? 'Je wordt gevraagd als expert aan een zorgtafel. Wanneer kan je?'
          : 'Je wordt gevraagd voor een zorgtafel. Wanneer kan je?'
        : zin(`${who} heeft geen chat. Nodig jij uit? Vul hier in wat je hoort.`),
      'normal',
      true,
    ),
    ...(view.vervalt || !view.reden ? [] : [text(`Er komt een ander moment: ${view.reden}`, 'warning')]),
    ...(who === null ? about(view) : []),
    ...where(view),
    ...(who === null
      ? []
      : toSay(
          view,
          open.map((m) => m.start),
        )),
    ...contact(view),
    ...(view.beantwoord
      ? [
          text(
            who === null
              ? 'Bedankt, je antwoord is genoteerd. Je kan het nog wijzigen.'
              : 'Genoteerd. Je kan het nog wijzigen.',
            'good',
          ),
        ]
      : []),
    ...open.map((m) => antwoordVeld(m.id, moment(m.start, view.zone), m.antwoord, view.errors[`antwoord_${m.id}`])),
    {
      type: 'buttons',
      buttons: [
        button('zorgtafel.antwoorden', subject(view)),
        button(
          'zorgtafel.geen_moment',
          antwoordSubject(
            view,
            view.momenten.map((m) => m.id),
          ),
          who === null ? undefined : 'Kan op geen enkel moment',
        ),
        ...passedOn(view),
        ...(view.expert ? [button('zorgtafel.afwezig', '')] : []),
      ],
    },
  ];
}

/** The moment that stood fixed does not hold: first of all, for who would come then. */
const off = (view: UitnodigingView): Part[] =>
  view.vervalt
    ? [
        text(
          `De afspraak van ${moment(view.vervalt, view.zone)} gaat niet door.${
            view.voor ? ` Laat het ${view.voor.naam} nu weten.` : ' Er komt een ander moment.'
          }`,
          'warning',
          true,
        ),
        ...facts([['Reden', view.reden]]),
        ...agendaDelen(view.agenda),
      ]
    : [];

/** What an expert can still say where nothing is asked any more. */
const away = (view: UitnodigingView): Part[] =>
  view.expert ? [{ type: 'buttons', buttons: [button('zorgtafel.afwezig', '')] }] : [];

const passedOn = (view: UitnodigingView) =>
  view.voor && !view.voor.doorgegeven ? [button('zorgtafel.doorgegeven', subject(view))] : [];

/** Plain words to say or send to somebody without chat. */
function toSay(view: UitnodigingView, starts: readonly string[]): Part[] {
  const from = view.samenroeper
    ? ` Vragen? Bel ${view.samenroeper.naam}${view.samenroeper.telefoon ? ` op ${view.samenroeper.telefoon}` : ''}.`
    : '';
  const when = starts.map((s) => moment(s, view.zone));
  return [
    text('Zeg of stuur dit', 'subtle', true),
    text(
      `Dag. ${
        view.vervalt
          ? `Onze afspraak van ${moment(view.vervalt, view.zone)} gaat niet door. We zoeken een ander moment.`
          : 'We willen graag samen met jou rond de tafel zitten om te kijken wat helpt.'
      } ${
        when.length === 1 ? `Dat kan op ${when[0]}.` : `Welk moment past voor jou: ${when.join('; ')}?`
      } Het duurt ongeveer ${duurWoorden(view.duur ?? 90)}.${sayWhere(view.plaats)}${from}`,
    ),
    ...(view.boodschap ? [text(`Mag je ook zeggen: ${view.boodschap}`)] : []),
  ];
}

/** Where it is, as one says it to the parents themselves. */
function sayWhere(plaats: Plaats | null): string {
  if (!plaats) return '';
  const { omschrijving, link } = plaats;
  if (omschrijving === plaatsLabels.online) return ` We spreken elkaar online${link && `: ${link} `}.`;
  const place = plaatsWoorden(plaats);
  const where = omschrijving === plaatsLabels.thuis ? 'We komen bij jou thuis' : place && `Het is hier: ${place}`;
  return `${where && ` ${where}.`}${link && ` Online kan ook: ${link} .`}`;
}

function fixed(view: UitnodigingView): Part[] {
  const who = view.voor?.naam ?? null;
  const when = view.gekozen ? moment(view.gekozen.start, view.zone) : '';
  if (view.begonnen)
    return [text(`De zorgtafel begon op ${when}.`, 'good', true), ...where(view), ...contact(view), ...away(view)];
  const zetel = antwoordSubject(view, view.gekozen ? [view.gekozen.id] : []);
  const yes = button('zorgtafel.kom', zetel, who === null ? undefined : 'Komt');
  const no = button('zorgtafel.kom_niet', zetel, who === null ? 'Ik kan toch niet' : 'Kan niet');
  return [
    text(`De zorgtafel is op ${when}.`, 'good', true),
    ...(view.reden ? [text(`Reden: ${view.reden}`)] : []),
    text(
      view.komt === 'ja'
        ? who === null
          ? 'Je bent erbij.'
          : zin(`${who} is erbij.`)
        : view.komt === 'nee'
          ? who === null
            ? 'Je liet weten dat je niet kan.'
            : zin(`${who} kan niet.`)
          : who === null
            ? 'Laat nog weten of je er bent.'
            : `Laat nog weten of ${who} er is.`,
      view.komt === 'onbekend' ? 'warning' : 'normal',
    ),
    ...(who === null
      ? about(view)
      : [text(`Zeg of stuur aan ${who}: we zien elkaar op ${when}.${sayWhere(view.plaats)}`)]),
    ...where(view),
    ...contact(view),
    ...agendaDelen(view.agenda),
    {
      type: 'buttons',
      buttons: [
        ...(view.komt === 'ja' ? [no] : view.komt === 'nee' ? [yes] : [yes, no]),
        ...passedOn(view),
        ...(view.expert ? [button('zorgtafel.afwezig', '')] : []),
      ],
    },
  ];
}
