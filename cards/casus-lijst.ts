import type { CasusRegel, View } from '../src/view.ts';
import type { Card, Part } from './card.ts';
import { button, shortMoment, standen, text } from './words.ts';
import { planZin, teLaat } from './zorgplan.ts';

/** My cases with their next deadline, and what waits in the region: references only. */
export function casusLijstCard(view: Extract<View, { view: 'casus_lijst' }>): Card {
  const empty = view.mijn.length === 0 && view.wachtend.length === 0 && view.zonder.length === 0;
  return {
    title: 'Casussen',
    summary: 'Jouw casussen',
    parts: empty
      ? [
          text('Je bent nu bij geen enkele open casus betrokken, en er wacht er geen.'),
          { type: 'buttons', buttons: [button('aanmelding.starten', ''), button('permanentie.tonen', '')] },
        ]
      : [
          ...list('Jouw casussen', view.mijn, view.zone),
          ...list('Zonder aanspreekpunt', view.zonder, view.zone),
          ...list('Wacht op een coördinator', view.wachtend, view.zone),
          ...(view.meer ? [text('Er zijn er meer. Typ /casus met een referentie voor een andere.', 'subtle')] : []),
        ],
  };
}

function list(heading: string, rows: readonly CasusRegel[], zone: string): Part[] {
  if (rows.length === 0) return [];
  return [
    { type: 'heading', text: heading },
    ...rows.flatMap((r): Part[] => [
      text(casusRegelText(r, zone), r.verstreken ? 'danger' : 'normal'),
      {
        type: 'buttons',
        buttons: [
          ...(r.rol === 'zonder' ? [button('casus.overdragen', r.casusId)] : []),
          r.rol === 'aanmelder'
            ? button('aanmelding.tonen', r.casusId, `Toon ${r.referentie}`)
            : button('casus.tonen', r.casusId, `Toon ${r.referentie}`),
        ],
      },
    ]),
  ];
}

/** One case in a line: reference, how it stands, whose it is, and by when [S9]. */
export function casusRegelText(r: CasusRegel, zone: string): string {
  const deadline = r.termijn
    ? r.verstreken
      ? `, termijn verstreken op ${shortMoment(r.termijn, zone)}`
      : `, antwoord tegen ${shortMoment(r.termijn, zone)}`
    : '';
  const who =
    r.rol === 'aanmelder'
      ? `jouw aanmelding, bij ${r.aanspreekpunt}`
      : r.rol === 'zonder'
        ? `was van ${r.aanspreekpunt}, niet meer in het team`
        : `bij ${r.aanspreekpunt}`;
  return `${r.referentie}: ${r.zorgplan ? `${planZin(r.zorgplan)}${teLaat(r.zorgplan)}` : standen[r.stand]}, ${who}${r.zorgplan ? '' : deadline}`;
}
