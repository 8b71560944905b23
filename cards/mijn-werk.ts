import type { CasusRegel } from '../src/casus/casus-view.ts';
import type { Begin, MijnWerkView, WachtOpJou } from '../src/werk/werk-view.ts';
import type { Button, Card, Part } from './card.ts';
import { casusRegelText } from './casus-lijst.ts';
import { stapWacht } from './stap-termijn.ts';
import { button, day, euro, saying, text } from './words.ts';

/** One's own work: what waits first, then cases, then day parts; each list with the way to all of it. */
export function mijnWerkCard(view: MijnWerkView): Card {
  return {
    title: 'Mijn werk',
    summary: 'Mijn werk',
    stays: true,
    parts: [
      ...duty(view),
      ...waiting(view),
      ...casussen(view),
      ...aanmeldingen(view),
      ...(view.nietGelezen
        ? [text('Je hebt meer casussen dan hier passen: je ziet die met de eerste termijn.', 'subtle')]
        : []),
      ...gaten(view),
      ...dagdelen(view),
      { type: 'divider' },
      {
        type: 'buttons',
        buttons: [
          // What waits is first: then this is one of the other buttons.
          { ...button('aanmelding.starten', ''), ...(view.wacht.eerste.length > 0 && { style: undefined }) },
          button('permanentie.tonen', ''),
          ...(view.inTeam ? [button('casus.lijst', '', 'Alle casussen')] : []),
          button('hulp.tonen', ''),
        ],
      },
    ],
  };
}

function duty(view: MijnWerkView): Part[] {
  if (view.nu.length > 0)
    return view.nu.flatMap(({ regio, tot, route }) => [
      text(`Je bent nu van wacht voor ${regio}, tot ${tot}.`, 'good', true),
      ...(route ? [text(`Bellers komen bij ${route} terecht; wat binnenkomt, volg jij op.`, 'subtle')] : []),
    ]);
  const [next] = view.dagdelen.eerste;
  if (next) return [text(`Je bent nu niet van wacht. De volgende keer: ${when(next)}.`)];
  return view.coordinator ? [text('Je staat de komende twee maanden niet op het rooster.', 'subtle')] : [];
}

function waiting({ wacht, inTeam, zone }: MijnWerkView): Part[] {
  if (wacht.eerste.length === 0) return inTeam ? [text('Er wacht niets op jouw antwoord.', 'subtle')] : [];
  return [
    { type: 'heading', text: 'Wacht op jou' },
    ...wacht.eerste.flatMap((item): Part[] => {
      const { line, presses } = waits(item, zone);
      return [text(line, 'warning'), { type: 'buttons', buttons: presses }];
    }),
    ...more(wacht.nogMeer, (n) => `En nog ${n}: die verschijnen hier zodra je er een afwerkt.`),
  ];
}

function waits(item: WachtOpJou, zone: string): { line: string; presses: Button[] } {
  switch (item.soort) {
    case 'bevestigen':
      return {
        line: `Bevestig dat je er bent: ${when(item)}.`,
        presses: [button('permanentie.aanwezig', item.subject)],
      };
    case 'zonder_aanspreekpunt':
      return {
        line: `${item.referentie} heeft geen aanspreekpunt meer: ${item.was} is niet meer in het team.`,
        presses: [
          button('casus.overdragen', item.subject),
          button('casus.tonen', item.subject, `Toon ${item.referentie}`),
        ],
      };
    case 'stap':
      return { line: stapWacht(item, zone), presses: [button(item.knop, item.subject)] };
    case 'vraag':
      return {
        line: `${item.door} stelde je een vraag over ${item.referentie}.`,
        presses: [button('casus.vraag_tonen', item.subject)],
      };
    case 'rugzak_vraag':
      return {
        line: `${item.door} stelde een vraag over de rugzak van ${item.referentie}.`,
        presses: [button('rugzak.antwoorden', item.subject), button('rugzak.aanvraag', item.subject)],
      };
    case 'aanvraag':
      return {
        line: `${item.door} vraagt ${euro(item.cents)} uit de rugzak van ${item.referentie}: ${item.teLaat ? `je had moeten beslissen tegen ${day(item.tegen)}` : `beslis tegen ${day(item.tegen)}`}.`,
        presses: [button('rugzak.aanvraag', item.subject)],
      };
    case 'actie':
      return {
        line: item.teLaat
          ? `Je actie voor ${item.referentie} moest klaar zijn op ${day(item.tegen)}.`
          : `Je hebt een actie voor ${item.referentie}, tegen ${day(item.tegen)}.`,
        presses: [button('zorgplan.actie', item.subject), button('zorgplan.gedaan', item.subject)],
      };
    case 'evaluatie':
      return {
        line: item.teLaat
          ? `De evaluatie van ${item.referentie} op ${day(item.datum)} is nog niet gehouden.`
          : `Evaluatie van ${item.referentie} op ${day(item.datum)}.`,
        presses: [button('zorgplan.evaluatie', item.subject, 'Evaluatie voorbereiden')],
      };
    case 'zorgtafel':
      return {
        line: item.voor
          ? `Zorgtafel ${item.referentie}: iemand die jij uitnodigt antwoordde nog niet.`
          : `Zorgtafel ${item.referentie}: laat weten wanneer je kan.`,
        presses: [button('zorgtafel.tonen', item.subject)],
      };
    case 'verzoek':
      return {
        line: item.krijg
          ? `${item.van} wil ruilen: jij doet ${span(item.geef)}, ${item.van} neemt ${span(item.krijg)}.`
          : `${item.van} vraagt of jij ${span(item.geef)} kan overnemen.`,
        presses: [button('rooster.aanvaarden', item.subject), button('rooster.weigeren', item.subject)],
      };
    default:
      throw new Error(item satisfies never);
  }
}

function casussen({ casussen: list, zone, coordinator }: MijnWerkView): Part[] {
  if (list.eerste.length === 0) return coordinator ? [text('Je hebt geen open casussen.', 'subtle')] : [];
  return [
    { type: 'heading', text: 'Jouw casussen' },
    ...lines(list.eerste, zone),
    ...more(list.nogMeer, (n) => `En nog ${n}: druk op Alle casussen.`),
  ];
}

function aanmeldingen({ aanmeldingen: list, zone, inTeam }: MijnWerkView): Part[] {
  if (list.eerste.length === 0)
    return inTeam
      ? []
      : [
          text('Je hebt geen open aanmeldingen.'),
          text(
            'Maak je je zorgen over een kind onder drie jaar of een zwangerschap? Meld het hier aan; wie van wacht is, antwoordt je.',
            'subtle',
          ),
        ];
  return [
    { type: 'heading', text: 'Jouw aanmeldingen' },
    ...lines(list.eerste, zone),
    ...(list.nogMeer > 0
      ? [
          text(`En nog ${list.nogMeer}.`, 'subtle'),
          ...(inTeam ? [] : [{ type: 'buttons' as const, buttons: [button('casus.lijst', '', 'Alle aanmeldingen')] }]),
        ]
      : []),
  ];
}

const lines = (rows: readonly CasusRegel[], zone: string): Part[] =>
  rows.flatMap((r): Part[] => [
    text(casusRegelText(r, zone), r.verstreken ? 'danger' : 'normal'),
    {
      type: 'buttons',
      buttons: [button(r.rol === 'aanmelder' ? 'aanmelding.tonen' : 'casus.tonen', r.casusId, `Toon ${r.referentie}`)],
    },
  ]);

function gaten({ gaten: list }: MijnWerkView): Part[] {
  const [first] = list.eerste;
  if (!first) return [];
  return [
    { type: 'heading', text: 'Nog niet ingevuld' },
    ...list.eerste.flatMap((gat): Part[] => [
      text(`${when(gat)}: niemand van wacht.`, 'warning'),
      {
        type: 'buttons',
        buttons: [
          ...(gat.overnemen ? [button('rooster.overnemen', gat.subject)] : []),
          button('rooster.wijzigen', `${gat.regioCode}/${gat.datum}`),
        ],
      },
    ]),
    ...(list.nogMeer > 0
      ? [
          text(`En nog ${list.nogMeer} in de komende twee weken.`, 'subtle'),
          { type: 'buttons' as const, buttons: [button('permanentie.tonen', `${first.regioCode}/week`, 'Deze week')] },
        ]
      : []),
  ];
}

function dagdelen({ dagdelen: list }: MijnWerkView): Part[] {
  if (list.eerste.length === 0) return [];
  return [
    { type: 'heading', text: 'Jouw dagdelen' },
    {
      type: 'list',
      items: list.eerste.map((d) => `${when(d)}${d.route ? `, via ${d.route}` : ''}`),
    },
    {
      type: 'buttons',
      buttons: [
        button('permanentie.tonen', 'mijn', list.nogMeer > 0 ? `Alle dagdelen (nog ${list.nogMeer})` : 'Mijn dagdelen'),
      ],
    },
  ];
}

const more = (n: Begin<unknown>['nogMeer'], say: (n: number) => string): Part[] =>
  n > 0 ? [text(say(n), 'subtle')] : [];

const span = (s: { datum: string; van: string; tot: string }) => `${day(s.datum)}, ${s.van}–${s.tot}`;

const when = (s: { regio: string; datum: string; van: string; tot: string }) => `${span(s)} (${s.regio})`;

/** The home of somebody the bot does not know: what it will be for. */
export const welkomCard = (): Card =>
  saying(
    'Welkom',
    [
      'Hier zie je straks je aanmeldingen, casussen, termijnen en dagdelen, en wat op jou wacht.',
      'Maak eerst even kennis: dat vragen we maar één keer. Dringt het nu? Bij levensgevaar bel je 112.',
    ],
    'normal',
    [{ type: 'buttons', buttons: [button('werk.tonen', '', 'Even kennismaken')] }],
  );

/** What is left of an overview when there is a newer one below it. */
export const ouderWerkCard = (): Card => saying('Mijn werk', ['Verderop staat een nieuwer overzicht.'], 'subtle');
