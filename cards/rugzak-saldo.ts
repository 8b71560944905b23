import type { RugzakViews } from '../src/rugzak/rugzak-view.ts';
import { gebonden } from '../src/rugzak/saldo.ts';
import type { Card } from './card.ts';
import { categorieNamen, faseNamen } from './rugzak-woorden.ts';
import { and, buttons, date, euro, text } from './words.ts';

/** What a rugzak came to on a day: what it is for, by where the money was [B1]. */
export function rugzakSaldoCard(view: Extract<RugzakViews, { view: 'rugzak_saldo' }>): Card {
  const title = `Saldo ${view.referentie} op ${date(view.datum)}`;
  const row = (name: string, s: typeof view.samen): string[] => [
    name,
    euro(s.vastgelegd),
    euro(s.gefactureerd),
    euro(s.betaald),
    euro(gebonden(s)),
  ];
  const bound = view.regels.filter((r) => gebonden(r.saldo) !== 0);
  const waits = view.regels.filter((r) => r.saldo.aangevraagd > 0);
  return {
    title,
    summary: title,
    parts: [
      ...(view.toekomst ? [text('Die dag moet nog komen: dit is wat er vandaag geboekt is.', 'warning')] : []),
      text(`Er was ${euro(gebonden(view.samen))} van ${euro(view.maximum)} vastgelegd.`, 'normal', true),
      ...(bound.length > 0
        ? [
            {
              type: 'table' as const,
              columns: ['Waarvoor', faseNamen.vastgelegd, faseNamen.gefactureerd, faseNamen.betaald, 'Vastgelegd'],
              rows: [
                ...bound.map((r) => row(categorieNamen[r.categorie], r.saldo)),
                ...(bound.length > 1 ? [row('Samen', view.samen)] : []),
              ],
            },
          ]
        : []),
      ...(waits.length > 0
        ? [
            text(
              `Wachtte op een beslissing: ${and(waits.map((r) => `${euro(r.saldo.aangevraagd)} voor ${categorieNamen[r.categorie].toLowerCase()}`))}.`,
            ),
          ]
        : []),
      text(
        'Wat betaald is, telt vanaf de dag dat het betaald werd; al de rest vanaf de dag dat het geboekt werd.',
        'subtle',
      ),
      ...buttons(view.mag, view.casusId),
    ],
  };
}
