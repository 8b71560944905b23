import { basispuntenVan } from '../src/rugzak/bedrag.ts';
import { MINST_CASUSSEN } from '../src/rugzak/opvallend.ts';
import type { RugzakRegioView } from '../src/rugzak/rugzak-regio-view.ts';
import type { Card, Part } from './card.ts';
import type { Bars, Chart, Line } from './chart.ts';
import { kwartaalText } from './rugzak.ts';
import { categorieNamen, procent, ramingZinnen } from './rugzak-woorden.ts';
import { and, button, date, euro, monthName, text } from './words.ts';

type Overzicht = RugzakRegioView['overzicht'];

/** A region's budget of a year: where it is and goes, what for, and which cases stand out [B8, B10]. */
export function rugzakRegioCard(view: RugzakRegioView): Card {
  const { overzicht } = view;
  const title = `Jaarbudget ${overzicht.jaar} ${view.regio}`;
  return {
    title,
    summary: title,
    parts: [
      ...standParts(view),
      ...forecast(overzicht),
      ...(view.loopt === 'nu' ? late(view) : []),
      ...(overzicht.gebonden > 0 && view.loopt !== 'komt' ? [overTime(view)] : []),
      ...months(view),
      ...purposes(overzicht),
      ...(view.loopt === 'nu' ? standsOut(view) : []),
      {
        type: 'buttons',
        buttons: [
          ...(overzicht.gebonden > 0 || overzicht.aangevraagd > 0
            ? [
                button('rugzak.export', `${view.regioCode}/${overzicht.jaar}`),
                button('rugzak.export', `${view.regioCode}/${overzicht.jaar}/extern`, 'Excel om te delen'),
              ]
            : []),
          ...[-1, 1].map((by) => {
            const jaar = overzicht.jaar + by;
            return button('rugzak.regio', `${view.regioCode}/${jaar}`, by < 0 ? `← ${jaar}` : `${jaar} →`);
          }),
        ],
      },
    ],
  };
}

/** The main figures in a sentence; also what the picture says to who cannot see it. */
function mainSentence({ budget, gebonden, betaald, jaar }: Overzicht): string {
  const paid = betaald > 0 ? `, ${euro(betaald)} daarvan is betaald` : '';
  if (budget === null)
    return gebonden > 0
      ? `Voor ${jaar} is ${euro(gebonden)} vastgelegd${paid}.`
      : `Voor ${jaar} is nog niets vastgelegd.`;
  if (gebonden === 0) return `Van het jaarbudget van ${euro(budget)} is nog niets vastgelegd.`;
  return `${euro(gebonden)} van ${euro(budget)} is vastgelegd (${procent(basispuntenVan(gebonden, budget))})${paid}.`;
}

function standParts(view: RugzakRegioView): Part[] {
  const { overzicht, structureel } = view;
  const { budget, gebonden, aangevraagd, jaar } = overzicht;
  const open = budget === null ? 0 : budget - gebonden;
  return [
    text(mainSentence(overzicht), 'normal', true),
    ...(budget === null
      ? [
          text(
            `De regio heeft voor ${jaar} geen jaarbudget, dus er is geen grens en geen raming. De beheerder zet het in het regiobestand, onder rugzak bij jaarbudget: ${jaar} met het bedrag in euro.`,
            'warning',
          ),
        ]
      : open < 0
        ? [text(`Dat is ${euro(-open)} meer dan het budget.`, 'danger')]
        : open === 0
          ? [text('Het budget is op: er kan pas weer iets goedgekeurd worden als er iets vrijkomt.', 'danger')]
          : gebonden > 0
            ? [text(view.loopt === 'voorbij' ? `Er bleef ${euro(open)} vrij.` : `Er is nog ${euro(open)} vrij.`)]
            : []),
    ...(aangevraagd > 0 ? [text(`${euro(aangevraagd)} is aangevraagd en wacht op een beslissing.`)] : []),
    ...(structureel === null
      ? []
      : [
          text(
            `Daarnaast is er ${euro(structureel)} voor structureel aanbod${budget === null ? '' : ` (${procent(basispuntenVan(structureel, budget + structureel))} van alle middelen)`}. De bot volgt enkel de rugzakmiddelen.`,
            'subtle',
          ),
        ]),
  ];
}

function forecast(overzicht: Overzicht): Part[] {
  const sentences = ramingZinnen(overzicht);
  if (!sentences) return [];
  const [outcome, how] = sentences;
  return [text(outcome, overzicht.raming?.op ? 'warning' : 'normal', true), text(how, 'subtle')];
}

/** What is bound and paid in all by the end of each month, and where that goes. */
function overTime(view: RugzakRegioView): Chart {
  const { overzicht, vandaag } = view;
  const { jaar, budget, raming } = overzicht;
  const past = overzicht.maanden.filter((m) => m.maand <= vandaag.slice(0, 7));
  const line = (what: 'gebonden' | 'betaald') => {
    let sum = overzicht.vooraf[what];
    return [
      { date: `${jaar}-01-01`, value: sum },
      ...past.map((m) => {
        sum += m[what];
        const end = Temporal.PlainYearMonth.from(m.maand);
        const last = end.toPlainDate({ day: end.daysInMonth }).toString();
        return { date: m.maand < vandaag.slice(0, 7) ? last : vandaag, value: sum };
      }),
    ].filter((point, n, all) => all.findLastIndex((p) => p.date === point.date) === n);
  };
  const ahead = (raming?.punten ?? []).filter((p) => p.datum > vandaag);
  const series: Line['series'] = [
    { label: 'Vastgelegd', points: line('gebonden') },
    { label: 'Betaald', points: line('betaald') },
    ...(ahead.length > 0
      ? [
          {
            label: 'Verwacht',
            forecast: true,
            points: [
              { date: vandaag, value: overzicht.gebonden + overzicht.aangevraagd },
              ...ahead.map((p) => ({ date: p.datum, value: p.cents })),
            ],
          },
        ]
      : []),
  ];
  return {
    type: 'chart',
    kind: 'line',
    title: 'Samen vastgelegd en betaald',
    alt: [mainSentence(overzicht), ramingZinnen(overzicht)?.[0], nadienZin(overzicht)].filter(Boolean).join(' '),
    unit: 'euro',
    series,
    marks: budget === null ? [] : [{ label: 'Jaarbudget', at: budget }],
  };
}

/** The lines end with the year; what came after it is in the total, and has to be said. */
function nadienZin({ jaar, nadien }: Overzicht): string | null {
  const { gebonden, betaald } = nadien;
  if (gebonden === 0 && betaald === 0) return null;
  const what = [
    ...(betaald === 0 ? [] : [`${euro(betaald)} betaald`]),
    ...(gebonden === 0 ? [] : [gebonden > 0 ? `${euro(gebonden)} vastgelegd` : `${euro(-gebonden)} vrijgegeven`]),
  ];
  return `Na ${jaar} werd er nog ${and(what)}; dat staat niet in de lijnen.`;
}

/** Month by month; what was booked before or after the year stands there too, so that it adds up. */
function months({ overzicht, vandaag }: RugzakRegioView): Part[] {
  const { vooraf, nadien, jaar, maanden } = overzicht;
  const some = (m: { gebonden: number; betaald: number }) => m.gebonden !== 0 || m.betaald !== 0;
  const shown = [
    ...(some(vooraf) ? [{ label: `Vóór ${jaar}`, ...vooraf }] : []),
    ...maanden
      .filter((m) => some(m) || (m.maand <= vandaag.slice(0, 7) && maanden.some((e) => some(e) && e.maand < m.maand)))
      .map((m) => ({ label: monthName(m.maand), ...m })),
    ...(some(nadien) ? [{ label: `Na ${jaar}`, ...nadien }] : []),
  ];
  if (shown.length === 0) return [];
  const rows = [...shown, ...(shown.length > 1 ? [{ label: 'Samen', ...overzicht }] : [])];
  return [
    { type: 'heading', text: 'Per maand' },
    {
      type: 'table',
      columns: ['Maand', 'Vastgelegd', 'Betaald'],
      rows: rows.map((r) => [r.label, euro(r.gebonden), euro(r.betaald)]),
    },
    ...(rows.some((r) => r.gebonden < 0)
      ? [text('Onder nul: er kwam die maand meer vrij dan er vastgelegd werd.', 'subtle')]
      : []),
  ];
}

function purposes({ categorieen, gebonden }: Overzicht): Part[] {
  const [most, ...others] = categorieen.toSorted((a, b) => b.gebonden - a.gebonden);
  if (!most || gebonden <= 0) return [];
  const share = (cents: number) => procent(basispuntenVan(Math.max(0, cents), gebonden));
  const bars: Bars & { type: 'chart' } = {
    type: 'chart',
    kind: 'bars',
    over: 'names',
    stacked: true,
    heading: 'Waarvoor',
    categories: [most, ...others].map((c) => categorieNamen[c.categorie]),
    series: [
      { label: 'Betaald', values: [most, ...others].map((c) => c.betaald) },
      { label: 'Nog te betalen', values: [most, ...others].map((c) => c.gebonden - c.betaald) },
    ],
  };
  const alt =
    others.length === 0
      ? `Alles ging naar ${categorieNamen[most.categorie].toLowerCase()}.`
      : `Het meeste ging naar ${categorieNamen[most.categorie].toLowerCase()}: ${euro(most.gebonden)}, ${share(most.gebonden)} van alles.`;
  return [
    { type: 'heading', text: 'Waar het naartoe gaat' },
    { ...bars, title: 'Vastgelegd per soort hulp', alt, unit: 'euro' },
  ];
}

/** What should have been invoiced, paid or proven by now, of every case [B7]. */
function late({ teLaat: { aantal, regels } }: RugzakRegioView): Part[] {
  if (regels.length === 0) return [];
  const { te_factureren: rest, factuur, bewijs } = aantal;
  const what = [
    ...(rest > 0
      ? [
          rest === 1
            ? 'van 1 aanvraag is de hulp voorbij en niet alles gefactureerd'
            : `van ${rest} aanvragen is de hulp voorbij en niet alles gefactureerd`,
        ]
      : []),
    ...(factuur > 0 ? [factuur === 1 ? '1 factuur is nog te betalen' : `${factuur} facturen zijn nog te betalen`] : []),
    ...(bewijs > 0
      ? [bewijs === 1 ? 'van 1 kwartaal ontbreken bewijzen' : `van ${bewijs} kwartalen ontbreken bewijzen`]
      : []),
  ];
  const more = rest + factuur + bewijs - regels.length;
  return [
    { type: 'heading', text: 'Te laat' },
    text(`${and(what).replace(/^v/, 'V')}.`, 'danger'),
    {
      type: 'list',
      items: regels.map((r) => `${r.referentie}: ${lateText(r)}. Aanspreekpunt ${r.aanspreekpunt}.`),
    },
    ...(more > 0
      ? [
          text(
            `En nog ${more}. In Excel staan ze allemaal, op de bladen “Saldi per casus”, “Facturen” en “Bewijzen per kwartaal” van hun jaar.`,
            'subtle',
          ),
        ]
      : []),
    ...showing(regels),
  ];
}

const lateText = ({ soort, datum, kwartaal }: RugzakRegioView['teLaat']['regels'][number]): string =>
  soort === 'te_factureren'
    ? `laatste factuur verwacht tegen ${date(datum)}, op te vragen of vrij te geven`
    : soort === 'factuur'
      ? `factuur te betalen tegen ${date(datum)}`
      : `bewijzen van ${kwartaalText(kwartaal ?? '')} te bezorgen tegen ${date(datum)}`;

/** A button to the rugzak of each case. */
function showing(casussen: readonly { casusId: string; referentie: string }[]): Part[] {
  const each = new Map(casussen.map((c) => [c.casusId, c.referentie]));
  if (each.size === 0) return [];
  return [
    { type: 'buttons', buttons: [...each].map(([id, referentie]) => button('rugzak.tonen', id, `Toon ${referentie}`)) },
  ];
}

function standsOut({ opvallend, teLaat }: RugzakRegioView): Part[] {
  const { vergeleken, grenzen, casussen, nogMeer } = opvallend;
  const heading: Part = { type: 'heading', text: 'Casussen die opvallen' };
  if (vergeleken === 0) return [];
  if (grenzen === null)
    return [
      heading,
      text(
        `${vergeleken === 1 ? 'Er is maar 1 casus' : `Er zijn maar ${vergeleken} casussen`} met middelen in de laatste twaalf maanden: te weinig om te vergelijken. Dat kan vanaf ${MINST_CASUSSEN}.`,
        'subtle',
      ),
    ];
  if (casussen.length === 0)
    return [heading, text(`Geen van de ${vergeleken} casussen van de laatste twaalf maanden valt op.`)];
  return [
    heading,
    { type: 'list', items: casussen.map((c) => `${c.referentie}: ${reason(c, opvallend)}.`) },
    ...showing(casussen.filter((c) => !teLaat.regels.some((r) => r.casusId === c.casusId))),
    ...(nogMeer > 0 ? [text(nogMeer === 1 ? 'En nog 1 casus.' : `En nog ${nogMeer} casussen.`, 'subtle')] : []),
    text(
      `Vergeleken met de ${vergeleken} casussen die in de laatste twaalf maanden begonnen. Om achteraf te bespreken op de intervisie: het is geen reden om een aanvraag te weigeren.`,
      'subtle',
    ),
  ];
}

function reason(
  casus: RugzakRegioView['opvallend']['casussen'][number],
  { driekwart }: RugzakRegioView['opvallend'],
): string {
  return and(
    casus.waarin.map((what) =>
      what === 'bedrag'
        ? `${euro(casus.gebonden)} vastgelegd (bij drie op de vier casussen hoogstens ${euro(driekwart.bedrag)})`
        : `${procent(casus.verblijf)} ging naar verblijf (bij drie op de vier hoogstens ${procent(driekwart.verblijf)})`,
    ),
  );
}
