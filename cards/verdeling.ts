import type { VerdelingView } from '../src/permanentie/rooster-view.ts';
import type { Card, Part } from './card.ts';
import { chartValue } from './chart-value.ts';
import { and, button, monthName, shortMonth, text } from './words.ts';

/** Less than this apart (minutes) is nothing to talk about. */
const SAME = 120;
/** So many columns of months stand beside a name on a phone. */
const MONTHS_BESIDE = 3;

type Persoon = VerdelingView['personen'][number];

/** How fair the rota is: in one sentence, a picture, a table; the months behind a button. */
export function verdelingCard(view: VerdelingView): Card {
  const title = `Verdeling ${view.regio}, ${periodeName(view.periode)}`;
  const nobody = view.personen.every((p) => p.totaal === 0 && p.alsEigenaar === 0);
  return {
    title,
    summary: title,
    parts: [
      ...(nobody
        ? [text(`In ${periodeName(view.periode)} staat er niemand op het rooster.`, 'subtle')]
        : view.perMaand
          ? months(view)
          : totals(view)),
      { type: 'buttons', buttons: wayOn(view, nobody) },
    ],
  };
}

function totals(view: VerdelingView): Part[] {
  const { personen } = view;
  const mean = average(personen);
  const sentence = summing(personen, mean);
  const onDuty = personen.some((p) => p.totaal > 0);
  const particulars = personen.flatMap((p) => {
    const said = particularsOf(p);
    return said.length === 0 ? [] : [`${p.naam}: ${and(said)}`];
  });
  const owners = personen.filter((p) => p.alsEigenaar > 0);
  return [
    text(sentence, 'normal', true),
    ...(onDuty
      ? [
          {
            type: 'chart' as const,
            kind: 'bars' as const,
            over: 'names' as const,
            stacked: false,
            title: 'Uren van wacht',
            alt: sentence,
            unit: 'uren' as const,
            heading: 'Wie',
            categories: personen.map((p) => p.naam),
            series: [{ label: 'Uren', values: personen.map((p) => p.totaal) }],
          },
          {
            type: 'table' as const,
            columns: ['Wie', 'Uren', 'Verschil'],
            rows: personen.map((p) => [p.naam, bare(p.totaal), difference(p.totaal - mean)]),
          },
        ]
      : []),
    ...(particulars.length > 0
      ? [
          { type: 'heading' as const, text: 'Wisselingen en bijzondere dagen' },
          { type: 'list' as const, items: particulars },
        ]
      : []),
    ...(owners.length > 0
      ? [
          { type: 'heading' as const, text: 'Opvolging van de telefoonroute' },
          text(
            'Niet zelf van wacht: wat bij de route binnenkomt, komt bij hen terecht. Telt niet mee hierboven.',
            'subtle',
          ),
          { type: 'table' as const, columns: ['Wie', 'Uren'], rows: owners.map((p) => [p.naam, bare(p.alsEigenaar)]) },
        ]
      : []),
    ...(view.metPlanning ? [text('Met wat nog op het rooster staat.', 'subtle')] : []),
  ];
}

/** A quarter at a time, so that it can be read on a phone; a quarter in which nobody is on duty is left out. */
function months({ maanden, personen }: VerdelingView): Part[] {
  const starts = maanden.flatMap((_, n) => (n % MONTHS_BESIDE === 0 ? [n] : []));
  return starts.flatMap((start): Part[] => {
    const shown = maanden.slice(start, start + MONTHS_BESIDE);
    const active = personen.filter((p) => shown.some((_, n) => (p.minuten[start + n] ?? 0) > 0));
    if (active.length === 0) return [];
    return [
      { type: 'heading', text: `Uren, ${monthName(shown[0] ?? '')} tot ${monthName(shown.at(-1) ?? '')}` },
      {
        type: 'table',
        columns: ['Wie', ...shown.map(shortMonth)],
        rows: active.map((p) => [p.naam, ...shown.map((_, n) => bare(p.minuten[start + n] ?? 0))]),
      },
    ];
  });
}

const wayOn = (view: VerdelingView, nobody: boolean) => {
  const at = (periode: string, more = '') => `${view.regioCode}/verdeling/${periode}${more}`;
  const same = view.perMaand ? '/maanden' : '';
  return [
    ...(nobody || view.maanden.length === 1
      ? []
      : [
          view.perMaand
            ? button('permanentie.tonen', at(view.periode), 'Totalen')
            : button('permanentie.tonen', at(view.periode, '/maanden'), 'Per maand'),
        ]),
    button('permanentie.tonen', at(view.vorige, same), `← ${periodeName(view.vorige)}`),
    button('permanentie.tonen', at(view.volgende, same), `${periodeName(view.volgende)} →`),
  ];
};

/** Without a judgement: who has more and who has less than the average, or that it is even. */
function summing(personen: readonly Persoon[], mean: number): string {
  const [most, ...rest] = personen;
  const least = rest.at(-1);
  if (!most || most.totaal === 0) return 'Alleen de telefoonroute staat op het rooster.';
  if (!least) return `Alleen ${most.naam} staat op het rooster, samen ${hours(most.totaal)}.`;
  const above = most.totaal - mean;
  const below = mean - least.totaal;
  if (above < SAME && below < SAME) return `De uren zijn gelijk verdeeld: ieder heeft er ongeveer ${round(mean)}.`;
  return `${most.naam} heeft ${hours(whole(above))} meer dan gemiddeld, ${least.naam} ${hours(whole(below))} minder.`;
}

function particularsOf(p: Persoon): string[] {
  const parts = (count: number) => (count === 1 ? '1 dagdeel' : `${count} dagdelen`);
  return [
    ...(p.overgenomen > 0 ? [`${parts(p.overgenomen)} overgenomen`] : []),
    ...(p.geruild > 0 ? [`${parts(p.geruild)} geruild`] : []),
    ...(p.bijzonder > 0 ? [`${parts(p.bijzonder)} op een feestdag, sluitingsdag of in het weekend`] : []),
  ];
}

const average = (personen: readonly Persoon[]) =>
  personen.length === 0 ? 0 : personen.reduce((sum, p) => sum + p.totaal, 0) / personen.length;

const hours = (minutes: number) => chartValue('uren', minutes);
const bare = (minutes: number) => chartValue('aantal', minutes / 60);
const whole = (minutes: number) => Math.round(minutes / 60) * 60;
const round = (minutes: number) => chartValue('aantal', Math.round(minutes / 60));
const difference = (minutes: number) => {
  const shown = whole(minutes);
  return shown === 0 ? 'gelijk' : `${shown > 0 ? '+' : '−'}${chartValue('aantal', Math.abs(shown) / 60)}`;
};

/** `2026`, `maart 2026`. */
const periodeName = (periode: string) =>
  periode.length === 4 ? periode : `${monthName(periode)} ${periode.slice(0, 4)}`;
