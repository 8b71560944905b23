import type { CasusRegel } from '../src/casus/casus-view.ts';
import type { View } from '../src/view.ts';
import type { Card, Part } from './card.ts';
import { stapWoorden } from './stap-termijn.ts';
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

/** How a case stands: its plan, what it waits for, or how far it is. */
export const casusStand = (r: CasusRegel): string =>
  r.zorgplan ? `${planZin(r.zorgplan)}${teLaat(r.zorgplan)}` : r.stap ? stapWoorden[r.stap] : standen[r.stand];

const tegen = { zorgtafel: 'zorgtafel tegen', evaluatie: 'evaluatie tegen' } as const;

/** By when, as the end of a line. */
export const termijnText = (r: CasusRegel, zone: string): string =>
  r.termijn === null
    ? ''
    : r.verstreken
      ? `, termijn verstreken op ${shortMoment(r.termijn, zone)}`
      : `, ${r.van ? tegen[r.van] : 'antwoord tegen'} ${shortMoment(r.termijn, zone)}`;

/** One case in a line: reference, how it stands, whose it is, and by when [S9]. */
export function casusRegelText(r: CasusRegel, zone: string): string {
  const who =
    r.rol === 'aanmelder'
      ? `jouw aanmelding, bij ${r.aanspreekpunt}`
      : r.rol === 'zonder'
        ? `was van ${r.aanspreekpunt}, niet meer in het team`
        : `bij ${r.aanspreekpunt}`;
  return `${r.referentie}: ${casusStand(r)}, ${who}${r.zorgplan ? '' : termijnText(r, zone)}`;
}
