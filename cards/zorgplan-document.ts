import type { DocumentView } from '../src/document/document-view.ts';
import type { SectieView, ZorgplanView } from '../src/zorgplan/zorgplan-view.ts';
import type { Document, DocumentDeel } from './document.ts';
import { date, day, moment, shortDate } from './words.ts';
import { figuurRollen, perspectieven, planNaam, sectieNamen } from './zorgplan-woorden.ts';

/** Evaluations shown side by side; more do not fit on a page that reads well. */
const MOST_EVALUATIONS = 6;

/** A zorgplan on paper, in plain Dutch, for people without chat. */
export function zorgplanDocument({ document, referentie, zone, op, plan }: DocumentView): Document {
  const family = document === 'zorgplan_gezin';
  return {
    titel: `Zorgplan ${referentie}`,
    onderschrift: [
      `Versie ${plan.versie}, afgedrukt op ${moment(op, zone)}. Aanspreekpunt: ${plan.aanspreekpunt}.`,
      stand(plan),
      ...(plan.evaluatie ? [`Volgende evaluatie: ${day(plan.evaluatie.datum)}.`] : []),
      ...(family ? ['Dit is de versie voor het gezin en het netwerk.'] : []),
    ],
    voet: `${referentie} · versie ${plan.versie} · vertrouwelijk`,
    delen: [...plan.secties.flatMap((s) => section(s, plan)), ...scores(plan)],
  };
}

function stand({ stand, actief }: ZorgplanView): string {
  if (stand === 'gestopt') return 'Deze casus is afgerond; dit is het plan zoals het was.';
  return stand === 'vastgelegd' ? `We volgen ${planNaam(actief)}.` : 'Dit plan is nog in opmaak.';
}

function section(s: SectieView, plan: ZorgplanView): DocumentDeel[] {
  const followed = s.sectie === `plan_${plan.actief}` && plan.stand === 'vastgelegd';
  const body: DocumentDeel[] = [
    ...paragraphs(s.tekst),
    ...(s.perspectief ? [{ soort: 'alinea' as const, tekst: perspectieven[s.perspectief] }] : []),
    ...(s.doelen.length > 0
      ? [
          {
            soort: 'tabel' as const,
            kolommen: ['', 'Doel', 'Bereikt als'],
            breedtes: [6, 44, 50],
            rijen: s.doelen.map((d, n) => [`${n + 1}`, d.doel, d.zichtbaar]),
          },
        ]
      : []),
    ...(s.acties.length > 0
      ? [
          {
            soort: 'tabel' as const,
            kolommen: ['Wat', 'Wie', 'Tegen', 'Stand'],
            breedtes: [48, 20, 17, 15],
            rijen: s.acties.map((a) => [
              a.wat,
              a.wie,
              a.tegen ? shortDate(a.tegen) : '',
              a.gedaan ? 'gedaan' : a.teLaat ? 'te laat' : 'open',
            ]),
          },
        ]
      : []),
    ...(s.zorgfiguren.length > 0
      ? [
          {
            soort: 'tabel' as const,
            kolommen: ['Wie', 'Rol', 'Ondersteuning'],
            breedtes: [25, 25, 50],
            rijen: s.zorgfiguren.map((z) => [z.wie, figuurRollen[z.rol], z.ondersteuning]),
          },
        ]
      : []),
  ];
  return [
    { soort: 'kop', tekst: `${sectieNamen[s.sectie]}${followed ? ' – dit plan volgen we nu' : ''}` },
    ...(body.length > 0 ? body : [{ soort: 'alinea' as const, tekst: 'Nog niet ingevuld.', stil: true }]),
  ];
}

const paragraphs = (text: string): DocumentDeel[] =>
  text
    .split(/\n+/)
    .filter((line) => line.trim() !== '')
    .map((tekst) => ({ soort: 'alinea', tekst }));

/** How far each goal is, from 1 to 10, at the last evaluations. */
function scores({ scores: lines }: ZorgplanView): DocumentDeel[] {
  const dates = [...new Set(lines.flatMap((l) => l.punten.map((p) => p.datum)))].sort().slice(-MOST_EVALUATIONS);
  if (dates.length === 0) return [];
  const width = Math.floor(70 / dates.length);
  return [
    { soort: 'kop', tekst: 'Hoe ver de doelen staan' },
    {
      soort: 'alinea',
      tekst: 'Van 1 (nog niets bereikt) tot 10 (bereikt), zoals besproken bij de evaluaties.',
      stil: true,
    },
    {
      soort: 'tabel',
      kolommen: ['Doel', ...dates.map(date)],
      breedtes: [100 - width * dates.length, ...dates.map(() => width)],
      rijen: lines.map((l) => [
        `Doel ${l.nummer}`,
        ...dates.map((d) => `${l.punten.find((p) => p.datum === d)?.score ?? '–'}`),
      ]),
    },
  ];
}
