import type { DienstView } from '../src/permanentie/rooster-view.ts';
import type { View } from '../src/view.ts';
import type { Card, Part } from './card.ts';
import { casusStand, termijnText } from './casus-lijst.ts';
import { herinneringLine } from './herinnering.ts';
import { teLezenParts } from './overdracht.ts';
import { and, button, clock, day, moment, text } from './words.ts';

type Of<K extends View['view']> = Extract<View, { view: K }>;

const hours = (parts: readonly { van: string; tot: string }[]) => and(parts.map((p) => `${p.van}–${p.tot}`));

/** The reminder before a day part, with what is handed over [P7]. */
export function dienstCard(view: DienstView): Card {
  const title =
    view.soort === 'morgen'
      ? `Permanentie ${day(view.datum)}`
      : view.begonnen
        ? 'Je bent nu van wacht'
        : 'Je permanentie begint zo';
  if (view.vervallen)
    return {
      title,
      summary: title,
      parts: [text('Dit dagdeel is intussen van iemand anders. Je hoeft niets te doen.', 'subtle')],
    };
  const route = view.dagdelen.find((d) => d.route !== null);
  return {
    title,
    summary: `${title}, ${view.regio}`,
    parts: [
      text(`Je bent van wacht voor ${view.regio}, ${hours(view.dagdelen)}.`, 'normal', true),
      ...(route ? [text(`Bellers komen bij ${route.route} terecht; wat binnenkomt, volg jij op.`, 'subtle')] : []),
      ...confirmation(view),
      ...teLezenParts(view.overdracht, view.subject, view.zone),
      ...today(view),
      ...handover(view),
    ],
  };
}

function confirmation(view: DienstView): Part[] {
  if (view.soort === 'morgen' || view.dagdelen.every((d) => d.route !== null)) return [];
  if (view.bevestigd) return [text(`Bevestigd om ${clock(view.bevestigd, view.zone)}.`, 'good')];
  if (view.voorbij) return [text('Dit dagdeel is voorbij.', 'subtle')];
  return [{ type: 'buttons', buttons: [button('permanentie.aanwezig', view.subject)] }];
}

/** What ends or happens that day, one line each. */
function today(view: DienstView): Part[] {
  const { termijnen, termijnenMeer, afspraken, zone } = view;
  const heading = (words: string): Part => ({ type: 'heading', text: words });
  const when = view.soort === 'morgen' ? 'die dag' : 'vandaag';
  return [
    ...(afspraken.length > 0
      ? [
          heading(`Afspraken ${when}`),
          { type: 'list' as const, items: afspraken.map((a) => `${clock(a.op, zone)} ${a.wat} ${a.referentie}`) },
        ]
      : []),
    ...(termijnen.length > 0
      ? [
          heading(`Termijnen ${when}`),
          {
            type: 'list' as const,
            items: [
              ...termijnen.map(
                (t) =>
                  `${clock(t.einde, zone)} ${t.referentie}, bij ${t.aanspreekpunt}${t.verstreken ? ', verstreken' : ''}`,
              ),
              ...(termijnenMeer > 0 ? [`en nog ${termijnenMeer}`] : []),
            ],
          },
        ]
      : []),
  ];
}

function handover(view: DienstView): Part[] {
  const { casussen, casussenMeer } = view;
  if (casussen.length === 0) return [text('Er staan geen casussen open.', 'subtle')];
  const count =
    casussen.length === 1
      ? 'Eén casus staat open'
      : `${casussenMeer ? 'Meer dan ' : ''}${casussen.length} casussen staan open`;
  return [
    { type: 'heading', text: count },
    {
      type: 'list',
      items: [
        ...casussen.map((c) => `${c.referentie}: ${casusStand(c)}, bij ${c.aanspreekpunt}${termijnText(c, view.zone)}`),
        ...(casussenMeer ? ['en nog andere'] : []),
      ],
    },
    { type: 'buttons', buttons: [button('casus.lijst', '', 'Toon casussen')] },
  ];
}

/** The morning post in the region's channel: who, from when until when. */
export function ochtendCard(view: Of<'dienst_ochtend'>): Card {
  const title = `Permanentie ${view.regio}, ${day(view.datum)}`;
  return {
    title,
    summary: title,
    parts:
      view.dagdelen.length === 0
        ? [text('Er is vandaag niemand van wacht.', 'warning')]
        : [
            {
              type: 'table',
              columns: ['Uren', 'Van wacht'],
              rows: view.dagdelen.map((d) => [`${d.van}–${d.tot}`, d.wie]),
            },
          ],
  };
}

/** Nobody confirmed to be there: planner and next colleague look. */
export function onbevestigdCard(view: Of<'dienst_onbevestigd'>): Card {
  const title = `${view.wie} bevestigde de permanentie niet`;
  if (view.bevestigd && !view.vervangen)
    return {
      title: `${view.wie} is er`,
      summary: `${view.wie} is er`,
      parts: [text(`Bevestigd om ${clock(view.bevestigd.op, view.zone)}.`, 'good')],
    };
  if (view.voorbij) return { title, summary: title, parts: [text('Dit dagdeel is voorbij.', 'subtle')] };
  if (view.vervangen) {
    const solved = `${view.wie} doet dit dagdeel nu`;
    return {
      title: solved,
      summary: solved,
      parts: [text(`${day(view.datum)}, ${view.van}–${view.tot}. Het rooster is intussen gewijzigd.`, 'good')],
    };
  }
  return {
    title,
    summary: title,
    parts: [
      text(`${day(view.datum)}, ${view.van}–${view.tot}.`, 'warning', true),
      ...(view.ongelezen > 0
        ? [
            text(
              view.ongelezen === 1
                ? 'De overdracht is nog niet gelezen: één nota.'
                : `De overdracht is nog niet gelezen: ${view.ongelezen} nota’s.`,
            ),
          ]
        : []),
      text('Neem contact op. Kan die persoon niet, laat het dagdeel dan door iemand anders doen.'),
      { type: 'buttons', buttons: [chooseOther(view.subject.split('/')[0] ?? '', view, 'Iemand anders kiezen')] },
    ],
  };
}

/** Straight to who does this day part. */
const chooseOther = (regio: string, { datum, van }: { datum: string; van: string }, label: string) =>
  button('rooster.wijzigen', `${regio}/${datum}/vervangen/${van}`, label);

/** Nobody is planned, ahead or now [P6]. */
export function gatCard(view: Of<'gat'>): Card {
  const when = `${day(view.datum)}, ${view.van}${view.tot ? `–${view.tot}` : ''}`;
  if (view.opgelost) {
    const title = view.door ? `Ingevuld door ${view.door}` : 'Niet meer nodig';
    return { title, summary: title, parts: [text(`${view.regio}: ${when}.`, 'good')] };
  }
  if (view.voorbij) {
    const title = 'Een dagdeel bleef zonder iemand van wacht';
    return { title, summary: title, parts: [text(`${view.regio}: ${when}. Dit dagdeel is voorbij.`, 'subtle')] };
  }
  const title = view.nu ? 'Er is nu niemand van wacht' : 'Een dagdeel is niet ingevuld';
  return {
    title,
    summary: `${title}, ${view.regio}`,
    parts: [
      text(`${view.regio}: ${when}.`, view.nu ? 'danger' : 'warning', true),
      ...(view.route
        ? [text(`Bellers komen bij ${view.route} terecht; wie het overneemt, volgt op wat binnenkomt.`, 'subtle')]
        : []),
      text(
        view.nu
          ? 'Wie nu aanmeldt, wacht op de volgende.'
          : view.overnemen
            ? 'Wie het kan overnemen, drukt op de knop; de eerste neemt het.'
            : 'Kies wie het doet.',
      ),
      {
        type: 'buttons',
        buttons: [
          ...(view.overnemen ? [button('rooster.overnemen', view.overnemen)] : []),
          chooseOther(view.regioCode, view, 'Kies wie het doet'),
        ],
      },
    ],
  };
}

/** After an outage: what was not sent because it no longer made sense. */
export function gemistCard(view: Of<'rooster_gemist'>): Card {
  const title = 'De bot was even weg';
  return {
    title,
    summary: title,
    parts: [
      text(
        `Tussen ${moment(view.van, view.zone)} en ${moment(view.tot, view.zone)} ${view.aantal === 1 ? 'werd één herinnering' : `werden ${view.aantal} herinneringen`} van de permanentie ${view.regio} niet gestuurd, omdat ze te laat ${view.aantal === 1 ? 'kwam' : 'kwamen'}.`,
        'warning',
      ),
      text(`Het ging over ${and(view.dagen.map(day))}.`),
      text('Termijnen van casussen liepen door; wat daarvan nog telt, is wel gestuurd.', 'subtle'),
    ],
  };
}

/** Something of the rota did not arrive: to the planners, once a day of each that cannot be reached. */
export function nietBezorgdCard({ regio, regioCode, wie }: Of<'rooster_niet_bezorgd'>): Card {
  const title = wie === null ? `Het kanaal van ${regio} is niet bereikbaar` : `${wie} is niet bereikbaar via de bot`;
  return {
    title,
    summary: title,
    parts: [
      text(
        wie === null
          ? 'Wie van wacht is en wat er aangemeld wordt, kan er niet meer verschijnen.'
          : `Een bericht van de permanentie ${regio} kwam niet aan.`,
        'warning',
        true,
      ),
      text(
        wie === null
          ? 'Kijk of het kanaal nog bestaat en of de bot er lid van is. Is het een ander kanaal, laat dat dan in het regiobestand zetten.'
          : `Neem zelf contact op met ${wie}. Wie de bot één keer aanspreekt, krijgt zijn berichten weer.`,
      ),
      {
        type: 'buttons',
        buttons: [button('permanentie.tonen', `${regioCode}/week`, 'Deze week'), button('rooster.wijzigen', regioCode)],
      },
    ],
  };
}

/** `/permanentie week`: short lines, so that it reads on a phone. */
export function weekCard(view: Of<'rooster_week'>): Card {
  const [first] = view.dagen;
  const title = `Permanentie ${view.regio}`;
  return {
    title,
    summary: title,
    parts: [
      ...(first ? [text(`Week van ${day(first.datum)}`, 'subtle')] : []),
      {
        type: 'table',
        columns: ['Dag', 'Uren', 'Van wacht'],
        rows: view.dagen.flatMap((d) => {
          const name = shortDay(d.datum);
          if (d.gesloten) return [[name, '–', 'gesloten']];
          if (d.dagdelen.length === 0) return [[name, '–', 'niemand']];
          // The day on every line: a line has to be read by itself where the columns do not fit.
          return d.dagdelen.map((p) => [name, `${p.van}–${p.tot}`, p.wie ?? 'NOG LEEG']);
        }),
      },
      {
        type: 'buttons',
        buttons: [
          button('permanentie.tonen', `${view.regioCode}/week/${view.vorige}`, 'Vorige week'),
          button('permanentie.tonen', `${view.regioCode}/week/${view.volgende}`, 'Volgende week'),
          ...(view.magWijzigen ? [button('rooster.wijzigen', view.regioCode)] : []),
        ],
      },
    ],
  };
}

export const shortDay = (isoDate: string) =>
  new Intl.DateTimeFormat('nl-BE', { weekday: 'short', day: 'numeric', month: 'numeric', timeZone: 'UTC' }).format(
    Temporal.Instant.from(`${isoDate}T00:00Z`).epochMilliseconds,
  );

/** `/permanentie van mij` */
export function mijnDienstenCard(view: Of<'mijn_diensten'>): Card {
  return {
    title: 'Jouw permanentie',
    summary: 'Jouw permanentie',
    parts:
      view.diensten.length === 0
        ? [text('Je staat de komende twee maanden niet op het rooster.')]
        : [
            {
              type: 'table',
              columns: ['Dag', 'Uren', 'Regio'],
              rows: view.diensten.map((d) => [
                shortDay(d.datum),
                `${d.van}–${d.tot}`,
                d.route ? `${d.regio}, telefoonroute` : d.regio,
              ]),
            },
            ...(view.diensten.some((d) => d.route)
              ? [text('Bij een telefoonroute komen bellers daar terecht; wat binnenkomt, volg jij op.', 'subtle')]
              : []),
            ...(view.herinnering ? [text(herinneringLine(view.herinnering), 'subtle')] : []),
            {
              type: 'buttons',
              buttons: [button('agenda.tonen', ''), ...(view.herinnering ? [button('herinnering.instellen', '')] : [])],
            },
          ],
  };
}
