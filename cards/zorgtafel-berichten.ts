import type {
  TafelBewaardView,
  TafelLijstView,
  TafelMeldingView,
  TafelRegel,
  TafelTermijnView,
} from '../src/zorgtafel/tafel-view.ts';
import type { PlaatsDeel } from '../src/zorgtafel/wijzig-plaats.ts';
import type { Card, Part } from './card.ts';
import { and, button, date, facts, link, moment, saying, shortMoment, text } from './words.ts';
import { agendaDelen, duurWoorden, plaatsWoorden, zelfZeggen, zin } from './zorgtafel-woorden.ts';

const open = (view: { mag: readonly string[]; casusId: string; tafelId: string }): Part[] => {
  const subject = `${view.casusId}/${view.tafelId}`;
  const buttons = [
    ...(view.mag.includes('zorgtafel.verslag') ? [button('zorgtafel.verslag', subject)] : []),
    ...(view.mag.includes('zorgtafel.tonen') ? [button('zorgtafel.tonen', subject)] : []),
  ];
  return buttons.length === 0 ? [] : [{ type: 'buttons', buttons }];
};

const passOn = (view: { voor: readonly string[] }): Part[] =>
  view.voor.length === 0 ? [] : [text(`Laat het ook weten aan ${and(view.voor)}.`, 'warning')];

/** Something happened to a table. What no longer holds is not said: the card follows the table as it is now. */
export function tafelMeldingCard(view: TafelMeldingView): Card {
  const [title, lines] = melding(view);
  return {
    title,
    summary: title,
    parts: [
      ...lines,
      ...(aboutTable(view) ? passOn(view) : []),
      ...(aboutTable(view) || view.soort === 'niet_meer_nodig' ? calendars(view) : []),
      ...open(view),
    ],
  };
}

/** The reader's link; those of who they invite stand on their cards. */
const calendars = ({ agenda, agendaVan: van }: TafelMeldingView): Part[] => [
  ...agendaDelen(agenda),
  ...(van.length === 0
    ? []
    : [
        text(
          `De link voor de agenda van ${and(van)} staat op ${van.length === 1 ? 'die kaart' : 'hun kaarten'}.`,
          'subtle',
        ),
      ]),
];

/** Told to everybody at the table: says where it stands now. */
const aboutTable = (view: TafelMeldingView) => ['vast', 'opnieuw', 'gewijzigd', 'afgelast'].includes(view.soort);

function melding(view: TafelMeldingView): [string, Part[]] {
  const ref = view.referentie;
  const who = view.wie ?? 'Iemand';
  switch (view.soort) {
    case 'vast':
    case 'opnieuw':
    case 'afgelast':
      return asItStands(view);
    case 'gewijzigd':
      return isNew(view);
    case 'niet_meer_nodig':
      return [
        `Zorgtafel ${ref}: niet meer nodig`,
        [
          text(
            view.voor.length > 0
              ? zin(`${and(view.voor)} ${view.voor.length === 1 ? 'hoeft' : 'hoeven'} niet te komen. Geef je dat door?`)
              : 'Je hoeft niet te komen. Bedankt dat je wou meewerken.',
          ),
        ],
      ];
    case 'andere_doorgever':
      return [
        `Zorgtafel ${ref}: iemand anders nodigt uit`,
        [
          text(
            view.voor.length > 0
              ? `Voor ${and(view.voor)} hoef jij niets meer te doen: ${view.nieuw ?? 'iemand anders'} nodigt nu uit. Bedankt.`
              : 'Dat wijzigde intussen weer. De uitnodiging zegt hoe het nu is.',
          ),
        ],
      ];
    case 'allen_geantwoord':
      return [`Zorgtafel ${ref}: iedereen antwoordde`, [text('Op de kaart staat wat de bot voorstelt.', 'good')]];
    case 'kan_toch_niet':
      return [
        `Zorgtafel ${ref}: iemand kan toch niet`,
        [text(zin(`${who} kan niet. Bekijk of de zorgtafel zo kan doorgaan.`), 'warning')],
      ];
    case 'expert_vervangen':
      return [
        `Zorgtafel ${ref}: andere expert gevraagd`,
        [text(`${who} kan niet${view.nieuw ? `; ${view.nieuw} werd gevraagd` : ''}. Je hoeft niets te doen.`)],
      ];
    case 'geen_expert':
      return [
        `Zorgtafel ${ref}: geen expert over`,
        [
          text(
            view.wie
              ? `${view.wie} kan niet, en er is niemand anders in de pool.`
              : 'Er zijn minder experts in de pool dan je vroeg.',
            'warning',
            true,
          ),
          text('Voeg zelf iemand toe, kies andere momenten, of vraag het aan de provinciaal coördinator.'),
        ],
      ];
    default:
      throw new Error(view.soort satisfies never);
  }
}

const news: Record<Exclude<PlaatsDeel, 'link'>, string> = {
  plaats: 'andere plaats',
  lokaal: 'ander lokaal',
  duur: 'andere duur',
  boodschap: 'nieuwe boodschap',
};

/** What changed about a table that goes on, as it is now. */
function isNew(view: TafelMeldingView): [string, Part[]] {
  if (!view.nieuws || (view.stand !== 'vast' && view.stand !== 'peilen')) return asItStands(view);
  const { delen, duur, boodschap } = view.nieuws;
  const has = (deel: PlaatsDeel) => delen.includes(deel);
  const url = view.plaats?.link ?? '';
  return [
    `Zorgtafel ${view.referentie}: ${and(delen.filter((d) => d !== 'lokaal' || !has('plaats')).map((d) => (d !== 'link' ? news[d] : url ? 'nieuwe link' : 'geen link meer')))}`,
    [
      ...facts([
        ['Wanneer', view.start && moment(view.start, view.zone)],
        ['Waar', (has('plaats') || has('lokaal')) && view.plaats && plaatsWoorden(view.plaats)],
        ['Hoe lang', has('duur') && duurWoorden(duur)],
      ]),
      ...(has('link') ? (url ? link('Online', url) : [text('Online aansluiten kan niet meer.')]) : []),
      ...(has('boodschap') && boodschap ? [text(boodschap)] : []),
    ],
  ];
}

function asItStands(view: TafelMeldingView): [string, Part[]] {
  const ref = view.referentie;
  const where = [
    ...facts([
      ['Waar', view.plaats && plaatsWoorden(view.plaats)],
      ['Reden', view.reden],
    ]),
    ...link('Online', view.plaats?.link),
  ];
  switch (view.stand) {
    case 'vast':
      return [
        `Zorgtafel ${ref} ligt vast`,
        [text(view.start ? `Op ${moment(view.start, view.zone)}.` : '', 'good', true), ...where, ...stillToSay(view)],
      ];
    case 'peilen':
      if (view.vervalt)
        return [
          `Zorgtafel ${ref}: de afspraak vervalt`,
          [
            text(`De afspraak van ${moment(view.vervalt, view.zone)} gaat niet door.`, 'warning', true),
            text('Er komt een ander moment. Op de uitnodiging zeg je wanneer je kan.'),
            ...where,
          ],
        ];
      return [
        `Zorgtafel ${ref}: laat weten wanneer je kan`,
        [text('Er zijn momenten bij gekomen. Op de uitnodiging zeg je wanneer je kan.'), ...where],
      ];
    case 'afgelast':
    case 'niet_gehouden':
      return [
        `Zorgtafel ${ref} gaat niet door`,
        [text('Je hoeft niet te komen.', 'warning', true), ...facts([['Reden', view.reden]])],
      ];
    default:
      return [`Zorgtafel ${ref} is voorbij`, [text('Ze is gehouden.', 'subtle')]];
  }
}

/** The moment is fixed, and an answer to it is missing: the reader's own, or of who they invite. */
function stillToSay({ ontbreekt: { zelf, voor } }: TafelMeldingView): Part[] {
  const who = [...(zelf ? ['jij'] : []), ...voor];
  if (who.length === 0) return [];
  const comes = voor.length === 0 ? 'je er bent' : `${and(who)} er ${who.length === 1 ? 'is' : 'zijn'}`;
  return [text(`Laat nog weten of ${comes}.`, 'warning')];
}

/** A rung of one of the clocks of a table. */
export function tafelTermijnCard(view: TafelTermijnView): Card {
  const ref = `Zorgtafel ${view.referentie}`;
  if (view.voorbij) return { title: ref, summary: ref, parts: [text('Dit is afgehandeld.', 'good'), ...open(view)] };
  const limit = moment(view.einde, view.zone);
  const card = (title: string, parts: Part[]): Card => ({ title, summary: title, parts: [...parts, ...open(view)] });
  switch (view.klok) {
    case 'zorgtafel':
      return card(view.soort === 'escalatie' ? `Dringend: ${ref} ligt niet vast` : `Herinnering: ${ref}`, [
        text(
          view.verstreken
            ? `De 48 uur zijn voorbij sinds ${limit}, en er is nog geen zorgtafel.`
            : `De zorgtafel moet er zijn binnen de 48 uur, tot ${limit}.`,
          view.verstreken ? 'danger' : 'warning',
          true,
        ),
        ...facts([['Aanspreekpunt', view.aanspreekpunt]]),
      ]);
    case 'zorgtafel_antwoorden':
      return view.soort === 'herinnering'
        ? card(`${ref}: je antwoord ontbreekt nog`, [
            text(
              view.start
                ? 'Laat weten of je komt, ook als je niet kan.'
                : 'Laat weten wanneer je kan, ook als je niet kan.',
              'warning',
            ),
            ...(view.voor.length > 0 ? [text(`Ook voor ${and(view.voor)}.`)] : []),
          ])
        : view.zonderMoment
          ? card(`${ref}: alle momenten zijn voorbij`, [
              text('Er ligt nog niets vast. Voeg een moment toe op de kaart van de zorgtafel.', 'warning', true),
            ])
          : card(
              `${ref}: nog geen antwoord van ${view.wie.length === 1 ? 'één persoon' : `${view.wie.length} mensen`}`,
              [text(`Nog geen antwoord van ${and(view.wie)}. De bot vroeg het al: bel even.`, 'warning')],
            );
    case 'zorgtafel_afspraak':
      return card(`${ref}: ${view.start ? moment(view.start, view.zone) : ''}`, [
        text(view.start ? `De zorgtafel is op ${moment(view.start, view.zone)}.` : '', 'normal', true),
        ...facts([['Waar', view.plaats && plaatsWoorden(view.plaats)]]),
        ...link('Online', view.plaats?.link),
        ...passOn(view),
      ]);
    case 'zorgtafel_verslag':
      return card(view.soort === 'escalatie' ? `${ref}: het verslag ontbreekt` : `${ref}: hoe was het?`, [
        text(
          view.soort === 'escalatie'
            ? `${view.aanspreekpunt} gaf nog niet door hoe de zorgtafel verliep.`
            : 'Noteer wie er was, wat is afgesproken voor de komende dagen, en het besluit. Het zorgplan begint daarmee.',
          view.soort === 'escalatie' ? 'warning' : 'normal',
        ),
      ]);
    default:
      throw new Error(view.klok satisfies never);
  }
}

/** `/zorgtafel`: my tables and invitations. */
export function tafelLijstCard(view: TafelLijstView): Card {
  return {
    title: 'Zorgtafels',
    summary: 'Jouw zorgtafels',
    parts: [
      ...(view.regels.length === 0
        ? [text('Er is nu geen zorgtafel waar jij bij bent. Een coördinator plant er een op de kaart van een casus.')]
        : view.regels.flatMap((r): Part[] => [
            text(line(r, view.zone), r.open > 0 && r.rol !== 'coordinator' ? 'warning' : 'normal'),
            {
              type: 'buttons',
              buttons: [button('zorgtafel.tonen', `${r.casusId}/${r.tafelId}`, `Toon ${r.referentie}`)],
            },
          ])),
      ...(view.meer ? [text('Er zijn er meer. Typ /zorgtafel met een referentie.', 'subtle')] : []),
      ...(view.expert
        ? [
            ...(view.afwezigTot
              ? [text(`Je wordt niet gevraagd als expert tot en met ${date(view.afwezigTot)}.`, 'subtle')]
              : []),
            { type: 'buttons' as const, buttons: [button('zorgtafel.afwezig', '')] },
          ]
        : []),
    ],
  };
}

function line(r: TafelRegel, zone: string): string {
  const when = r.start ? `op ${shortMoment(r.start, zone)}` : 'moment nog te bepalen';
  const what =
    r.rol === 'coordinator'
      ? r.open > 0
        ? `, nog ${r.open} zonder antwoord`
        : ', iedereen antwoordde'
      : r.open > 0
        ? ', wacht op jouw antwoord'
        : ', je antwoordde';
  return `${r.referentie}: ${when}${what}`;
}

const kept: Record<TafelBewaardView['wat'], [string, string]> = {
  gepland: [
    'Uitnodigingen verstuurd',
    'Wie antwoordt, zie je op de kaart van de zorgtafel. Wie niet antwoordt, krijgt één herinnering.',
  ],
  kiezen: ['Moment vastgelegd', 'Wie chat heeft, krijgt bericht, met een link voor de agenda.'],
  moment: ['Moment toegevoegd', 'Wie chat heeft, krijgt het erbij.'],
  verplaatsen: ['Zorgtafel verplaatst', 'Wie chat heeft, krijgt bericht.'],
  plaats: ['Zorgtafel bijgewerkt', 'Wie komt en chat heeft, krijgt bericht van wat wijzigde.'],
  afgelasten: ['Zorgtafel afgelast', 'Wie chat heeft, krijgt bericht.'],
  genodigde: ['Uitnodiging verstuurd', 'Het antwoord komt op de kaart van de zorgtafel.'],
  doorgever: [
    'Doorgegeven',
    'Wie nu uitnodigt, kreeg de uitnodiging; wie het eerst deed, hoort dat het niet meer hoeft.',
  ],
  verwijderen: ['Van de lijst gehaald', 'Die persoon krijgt bericht.'],
  noteren: ['Antwoord genoteerd', 'Het staat op de kaart van de zorgtafel.'],
  verslag: ['Genoteerd', 'De kaart van de zorgtafel toont het verslag.'],
  afwezig: ['Genoteerd', ''],
};

/** What is left of a form about a table once it is kept. */
export function tafelBewaardCard(view: TafelBewaardView): Card {
  const [title, line] = kept[view.wat];
  if (view.wat === 'afwezig')
    return saying(
      title,
      [
        view.referentie
          ? `Tot en met ${date(view.referentie)} word je niet gevraagd als expert.`
          : 'Je bent weer beschikbaar als expert.',
      ],
      'good',
    );
  // Of who is taken off and has no chat, nobody hears but the reader.
  const lines = view.wat === 'verwijderen' && view.voor.length > 0 ? [] : [line];
  return saying(`${title}: ${view.referentie}`, lines, 'good', [...zelfZeggen(view.voor), ...open(view)]);
}
