import type { PermanentieView } from '../src/permanentie/rooster-view.ts';
import type { Card, Part } from './card.ts';
import { and, button, clock, day, facts, moment, text } from './words.ts';

const reasons: Record<NonNullable<PermanentieView['waaromNiet']>, string> = {
  feestdag: 'Het is een feestdag of sluitingsdag: er is niemand van wacht.',
  weekend: 'Het is weekend: er is niemand van wacht.',
  buiten_uren: 'Op dit uur is er niemand van wacht.',
  niet_ingevuld: 'Voor dit moment is niemand ingepland.',
};

/** The same of another day. */
const dayReasons: typeof reasons = {
  ...reasons,
  feestdag: 'Dat is een feestdag of sluitingsdag: er is niemand van wacht.',
  weekend: 'Dat is in het weekend: er is niemand van wacht.',
  niet_ingevuld: 'Voor die dag is niemand ingepland.',
};

/** Who is on duty now, until when, how to reach, who is next; or who is on a given day [P1–P3]. */
export function permanentieCard(view: PermanentieView): Card {
  const { zone, nu, volgende } = view;
  const head: Part[] = nu
    ? [
        text(`${nu.naam} is nu van wacht, tot ${clock(nu.tot, zone)}.`, 'good', true),
        ...facts([['Bellen', nu.telefoon ?? view.telefoon]]),
      ]
    : [
        text(
          view.waaromNiet ? (view.dag ? dayReasons : reasons)[view.waaromNiet] : 'Er is nu niemand van wacht.',
          'warning',
          true,
        ),
        ...facts([
          [
            'Bellen kan wel',
            view.route && [view.route.naam, view.route.telefoon].filter((part) => part !== null).join(', '),
          ],
        ]),
      ];
  return {
    title: `Permanentie ${view.regio}${view.dag ? `, ${day(view.dag)}` : ''}`,
    summary: `Permanentie ${view.regio}`,
    parts: [
      ...(view.dag && view.dagdelen.length > 0 ? [] : head),
      ...(nu ? [] : urgent(view)),
      ...(view.dagdelen.length > 0
        ? [
            {
              type: 'table' as const,
              columns: ['Uren', view.dag ? 'Van wacht' : 'Vandaag'],
              rows: view.dagdelen.map((d) => [`${d.van}–${d.tot}`, d.wie]),
            },
          ]
        : []),
      ...facts([
        [nu ? 'Daarna' : 'De volgende', volgende && `${volgende.naam}, ${moment(volgende.van, zone)}`],
        ['Telefoon van de regio', nu ? null : view.telefoon],
      ]),
      ...(nu ? [] : waiting(view)),
      ...(view.nietBereikbaar.length > 0
        ? [
            text(
              `Niet bereikbaar via de bot: ${and(view.nietBereikbaar)}. Vraag om de bot één keer aan te spreken; tot dan gaat wat voor ${view.nietBereikbaar.length === 1 ? 'deze collega' : 'deze collega’s'} aangemeld wordt, naar iemand anders.`,
              'warning',
            ),
          ]
        : []),
      {
        type: 'buttons',
        buttons: [
          button('aanmelding.starten', ''),
          view.dag
            ? button('permanentie.tonen', `${view.regioCode}/${dayAfter(view.dag)}`, 'Volgende dag')
            : button('permanentie.tonen', `${view.regioCode}/morgen`, 'Morgen'),
          button('permanentie.tonen', `${view.regioCode}/week`, 'Deze week'),
          ...(view.overdracht ? [button('overdracht.tonen', view.regioCode)] : []),
          ...(view.magWijzigen
            ? [
                button('rooster.wijzigen', view.dag ? `${view.regioCode}/${view.dag}` : view.regioCode),
                button('permanentie.tonen', `${view.regioCode}/verdeling`, 'Verdeling'),
              ]
            : []),
        ],
      },
    ],
  };
}

const dayAfter = (isoDate: string) => Temporal.PlainDate.from(isoDate).add({ days: 1 }).toString();

/** Whom to call when it cannot wait: what somebody looks for first when nobody is on duty [P2, A6, A8]. */
const urgent = (view: PermanentieView): Part[] =>
  view.dag
    ? []
    : [
        { type: 'heading', text: 'Kan het niet wachten?' },
        ...facts([['Levensgevaar', '112'], ...view.dringend.map((d) => [d.naam, d.telefoon] as const)]),
      ];

/** What is sent now is not lost [P2]. */
const waiting = (view: PermanentieView): Part[] =>
  view.dag
    ? []
    : [
        text(
          'Wat je nu aanmeldt, gaat niet verloren: het wacht op wie daarna van wacht is, en de termijn voor een antwoord loopt.',
          'subtle',
        ),
      ];
