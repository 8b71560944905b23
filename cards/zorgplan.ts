import type { ActionId } from '../src/actions.ts';
import type { Sectie } from '../src/zorgplan/onderdelen.ts';
import type { SectieView, ZorgplanLijstView, ZorgplanSectieView, ZorgplanView } from '../src/zorgplan/zorgplan-view.ts';
import type { Button, Card, Part } from './card.ts';
import { button, buttons, date, day, shortMoment, text } from './words.ts';
import {
  actieZin,
  bewaardParts,
  delenWoorden,
  figuurRollen,
  kort,
  ontbreektParts,
  perspectiefHint,
  perspectieven,
  planNaam,
  scoreParts,
  sectieNamen,
  sectieUitleg,
} from './zorgplan-woorden.ts';

/** Characters of a section on the card of the whole plan; the rest is a press away. */
const KORT = 280;

/** The whole plan: how it stands, each section in short with its button. */
export function zorgplanCard(view: ZorgplanView): Card {
  return {
    title: `Zorgplan ${view.referentie}`,
    summary: `Zorgplan ${view.referentie}`,
    whole: button('zorgplan.tonen', view.casusId, 'Volledige tekst'),
    parts: [
      ...bewaardParts(view.bewaard),
      text(standZin(view), view.stand === 'vastgelegd' ? 'good' : 'normal', true),
      ...(view.evaluatie
        ? [
            text(
              view.evaluatie.teLaat
                ? `De evaluatie van ${day(view.evaluatie.datum)} is nog niet gehouden.`
                : `Volgende evaluatie: ${day(view.evaluatie.datum)}.`,
              view.evaluatie.teLaat ? 'danger' : 'normal',
            ),
            // Beside its date: below twelve sections nobody on a phone finds it.
            ...buttons(view.mag.filter(isEvaluatie), view.casusId),
          ]
        : []),
      ...(view.zonderTafel ? [text(`Begonnen zonder zorgtafel: ${view.zonderTafel}`, 'subtle')] : []),
      ...ontbreektParts(view.ontbreekt),
      ...view.secties.flatMap((s) => sectieKort(s, view)),
      ...(view.scores.length > 0 ? scoreParts(view.scores) : []),
      text(
        `Versie ${view.versie}, laatst gewijzigd door ${view.door} op ${shortMoment(view.op, view.zone)}. Aanspreekpunt: ${view.aanspreekpunt}.`,
        'subtle',
      ),
      ...(view.delen ? [text(`De tafel mag: ${delenWoorden[view.delen].toLowerCase()}.`, 'subtle')] : []),
      ...buttons(
        view.mag.filter((a) => a !== 'zorgplan.pdf' && !(view.evaluatie && isEvaluatie(a))),
        view.casusId,
      ),
      ...(view.mag.includes('zorgplan.pdf')
        ? [
            {
              type: 'buttons' as const,
              buttons: [
                button('zorgplan.pdf', `${view.casusId}/zorgplan`),
                // Only who reads more than the table has another version for it.
                ...(view.delen === null
                  ? []
                  : [button('zorgplan.pdf', `${view.casusId}/zorgplan_gezin`, 'Afdrukken voor het gezin')]),
              ],
            },
          ]
        : []),
    ],
  };
}

const isEvaluatie = (a: ActionId) => a === 'zorgplan.evaluatie';

function standZin(view: ZorgplanView): string {
  if (view.stand === 'gestopt') return 'Deze casus is afgerond; dit is het plan zoals het was.';
  return view.stand === 'vastgelegd'
    ? `Jullie volgen ${planNaam(view.actief)}.`
    : 'Dit plan is nog in opmaak: het telt pas als het is vastgelegd.';
}

function sectieKort(s: SectieView, view: ZorgplanView): Part[] {
  const all = sectieRegels(s);
  const line = kort(all.join('\n'), KORT);
  const active = s.sectie === `plan_${view.actief}` && view.stand === 'vastgelegd' ? ' (dit plan volgen jullie)' : '';
  return [
    { type: 'heading', text: `${sectieNamen[s.sectie]}${active}` },
    ...(all.length > 0 ? [text(line)] : [text(sectieUitleg[s.sectie], 'subtle')]),
    ...herkomst(s),
    ...row(sectieButtons(s, view, line !== all.join('\n'))),
  ];
}

const hasItems = (sectie: Sectie): boolean => /^(doelen|zorgfiguren|plan_[abc])$/.test(sectie);

function sectieButtons(s: SectieView, view: ZorgplanView, cut: boolean): Button[] {
  const subject = `${view.casusId}/${s.sectie}`;
  const name = sectieNamen[s.sectie];
  const opens = button('zorgplan.sectie', subject, `${name} openen`);
  if (hasItems(s.sectie)) return [opens];
  return [
    ...(view.schrijven === 'alles' ? [button('zorgplan.bewerken', subject, `${name} bewerken`)] : []),
    ...(cut ? [opens] : []),
  ];
}

const row = (found: readonly Button[]): Part[] => (found.length > 0 ? [{ type: 'buttons', buttons: [...found] }] : []);

const herkomst = (s: SectieView): Part[] =>
  s.herkomst
    ? [
        text(
          s.herkomst === 'aanmelding'
            ? 'Uit de aanmelding overgenomen.'
            : 'Uit het verslag van de zorgtafel overgenomen.',
          'subtle',
        ),
      ]
    : [];

/** A section in lines, items numbered as their buttons are. */
export function sectieRegels(s: SectieView): string[] {
  return [
    ...(s.tekst ? [s.tekst] : []),
    ...(s.perspectief ? [perspectieven[s.perspectief]] : []),
    ...s.doelen.map((d, n) => `${n + 1}. ${d.doel} – bereikt als: ${d.zichtbaar}`),
    ...s.acties.map((a, n) => `${n + 1}. ${actieZin(a)}`),
    ...s.zorgfiguren.map((z, n) => `${n + 1}. ${z.wie}, ${figuurZin(z)}`),
  ];
}

const figuurZin = ({ rol, ondersteuning }: SectieView['zorgfiguren'][number]) =>
  `${figuurRollen[rol].toLowerCase()}${ondersteuning ? `. Ondersteuning: ${ondersteuning}` : ', nog zonder ondersteuning'}`;

/** One section with all its text and items. */
export function zorgplanSectieCard(view: ZorgplanSectieView): Card {
  const { sectie: s, casusId } = view;
  const name = sectieNamen[s.sectie];
  const subject = `${casusId}/${s.sectie}`;
  const lines = sectieRegels({ ...s, tekst: '' });
  const followed = s.sectie === `plan_${view.actief}`;
  return {
    title: `${name}, ${view.referentie}`,
    summary: `Zorgplan ${view.referentie}`,
    whole: button('zorgplan.sectie', subject, 'Volledige tekst'),
    parts: [
      ...bewaardParts(view.bewaard),
      ...(view.terug
        ? [
            {
              type: 'buttons' as const,
              buttons: [
                button(
                  'zorgplan.terugzetten',
                  `${casusId}/${view.terug.onderdeel}/${view.terug.versie}`,
                  'Ongedaan maken',
                ),
              ],
            },
          ]
        : []),
      ...row(verder(view)),
      ...(s.tekst === '' && lines.length === 0 ? [text(sectieUitleg[s.sectie], 'subtle')] : []),
      ...(s.tekst ? [text(s.tekst)] : []),
      ...herkomst(s),
      ...(s.sectie === 'perspectief' && s.perspectief && perspectiefHint[s.perspectief]
        ? [text(perspectiefHint[s.perspectief] ?? '', 'warning')]
        : []),
      ...lines.map((line, n) => text(line, s.acties[n]?.teLaat ? 'danger' : 'normal')),
      ...(s.acties.length > 0 && !followed
        ? [
            text(
              'Aan deze acties herinnert de bot pas als jullie dit plan volgen. Wat nu al moet gebeuren, hoort in het plan dat jullie volgen.',
              'subtle',
            ),
          ]
        : []),
      ...(s.gewijzigd
        ? [text(`Laatst gewijzigd door ${s.gewijzigd.door}, ${shortMoment(s.gewijzigd.op, view.zone)}.`, 'subtle')]
        : []),
      ...row(itemButtons(view)),
      ...row([
        ...adds(view),
        ...(view.geschiedenis ? [button('zorgplan.wijzigingen', subject)] : []),
        button('zorgplan.tonen', casusId, 'Heel het zorgplan'),
      ]),
    ],
  };
}

/** What just went up goes on, by the number it has now. */
function verder({ sectie: s, casusId, versie, hoger }: ZorgplanSectieView): Button[] {
  if (!hoger) return [];
  const at = [...s.doelen, ...s.acties, ...s.zorgfiguren].findIndex(({ id }) => hoger.endsWith(`:${id}`));
  return [button('zorgplan.naar_boven', `${casusId}/${hoger}/${versie}`, `Nummer ${at + 1} nog naar boven`)];
}

/** A button for every item, by its number. */
function itemButtons({ sectie: s, casusId, schrijven }: ZorgplanSectieView): Button[] {
  const edits = schrijven === 'alles';
  return [
    ...s.acties.map((a, n) => button('zorgplan.actie', `${casusId}/${a.id}`, `Actie ${n + 1}`)),
    ...(edits
      ? [
          ...s.doelen.map((d, n) => button('zorgplan.bewerken', `${casusId}/doel:${d.id}`, `Doel ${n + 1} bewerken`)),
          ...s.zorgfiguren.map((z, n) =>
            button('zorgplan.bewerken', `${casusId}/zorgfiguur:${z.id}`, `Zorgfiguur ${n + 1} bewerken`),
          ),
        ]
      : []),
  ];
}

function adds({ sectie: s, casusId, schrijven }: ZorgplanSectieView): Button[] {
  if (schrijven === 'niets') return [];
  const add = (what: string, label: string) => button('zorgplan.bewerken', `${casusId}/${what}`, label);
  const whole = schrijven === 'alles' ? [add(s.sectie, `${sectieNamen[s.sectie]} bewerken`)] : [];
  if (s.sectie === 'doelen') return [add('doel', 'Doel toevoegen')];
  if (s.sectie === 'zorgfiguren') return [add('zorgfiguur', 'Zorgfiguur toevoegen')];
  const letter = /^plan_([abc])$/.exec(s.sectie)?.[1];
  return letter ? [add(`actie_${letter}`, 'Actie toevoegen'), ...whole] : whole;
}

/** `/zorgplan`: my plans, references only. */
export function zorgplanLijstCard(view: ZorgplanLijstView): Card {
  return {
    title: 'Zorgplannen',
    summary: 'Jouw zorgplannen',
    parts: [
      ...(view.plannen.length === 0
        ? [
            text(
              'Je bent nu bij geen enkel zorgplan betrokken. Een coördinator begint er een op de kaart van de casus, met “Zorgplan maken”.',
            ),
            { type: 'buttons' as const, buttons: [button('casus.lijst', '')] },
          ]
        : view.plannen.flatMap((p): Part[] => [
            text(
              `${p.referentie}: ${planZin(p)}, bij ${p.aanspreekpunt}.`,
              p.evaluatie?.teLaat ? 'danger' : 'normal',
              true,
            ),
            ...(p.mijnActies > 0 ? [text(mijnActies(p), p.mijnTeLaat > 0 ? 'danger' : 'normal')] : []),
            { type: 'buttons', buttons: [button('zorgplan.tonen', p.casusId, `Toon ${p.referentie}`)] },
          ])),
      ...(view.meer ? [text('Er zijn er meer. Typ /zorgplan met een referentie voor een ander.', 'subtle')] : []),
    ],
  };
}

function mijnActies({ mijnActies: open, mijnTeLaat: late }: ZorgplanLijstView['plannen'][number]): string {
  const own = open === 1 ? 'Je hebt 1 open actie' : `Je hebt ${open} open acties`;
  return late === 0 ? `${own}.` : `${own}, waarvan ${late} te laat.`;
}

/** `, 2 acties te laat`, or nothing. */
export const teLaat = ({ teLaat: n }: { teLaat: number }): string =>
  n === 0 ? '' : n === 1 ? ', 1 actie te laat' : `, ${n} acties te laat`;

/** How a plan stands, for lists and the card of its case. */
export function planZin(plan: {
  vastgelegd: boolean;
  actief: 'a' | 'b' | 'c';
  evaluatie: { datum: string; teLaat: boolean } | null;
}): string {
  if (!plan.vastgelegd) return 'zorgplan in opmaak';
  const { evaluatie } = plan;
  const next = evaluatie
    ? evaluatie.teLaat
      ? `, evaluatie van ${date(evaluatie.datum)} nog niet gehouden`
      : `, evaluatie op ${date(evaluatie.datum)}`
    : '';
  return `${planNaam(plan.actief)} loopt${next}`;
}
