import type { View } from '../src/view.ts';
import type { Card, Part } from './card.ts';
import { shortDay } from './dienst.ts';
import { button, day, text } from './words.ts';

type GatenView = Extract<View, { view: 'gaten' }>;
type Deel = { datum: string; van: string; tot: string };

/** Buttons on one card: of a longer absence the next ones come as these are taken. */
const MOST = 10;
const MOST_FILLED = 10;

const part = ({ datum, van, tot }: Deel) => `${shortDay(datum)} ${van}–${tot}`;
const count = (n: number) => (n === 1 ? 'Eén dagdeel is' : `${n} dagdelen zijn`);

/** Somebody is away for more than one day part: what is still free, each with its own button, and who took the others [P4]. */
export function gatenCard(view: GatenView): Card {
  const { wie, eigen, terug, vrij } = view;
  const when = view.van === view.tot ? day(view.van) : `${day(view.van)} tot en met ${day(view.tot)}`;
  if (terug !== null) {
    const title = eigen ? 'Je bent weer van wacht' : `${wie} is er toch`;
    const back = eigen
      ? `${terug} maakte je afwezigheid ongedaan. Wat niemand overnam, is weer van jou: ${when}.`
      : `Er is niets meer in te vullen voor ${when}.`;
    return {
      title,
      summary: title,
      parts: [
        text(back, 'good', true),
        ...(eigen
          ? [{ type: 'buttons' as const, buttons: [button('permanentie.tonen', 'mijn', 'Mijn dagdelen')] }]
          : []),
      ],
    };
  }
  const title = `${wie} is er niet`;
  const more = vrij.length - MOST;
  return {
    title,
    summary: `${title}, ${view.regio}`,
    parts: [
      text(`${view.regio}: ${when}.`, vrij.length > 0 ? 'warning' : 'normal', true),
      ...(vrij.length > 0 ? free(view) : [text('Er is niets meer in te vullen.', 'good')]),
      ...(more > 0 ? [text(`En nog ${more}: die komen hier zodra er van deze lijst ingevuld zijn.`, 'subtle')] : []),
      ...filled(view),
      {
        type: 'buttons',
        buttons: [
          button('permanentie.tonen', `${view.regioCode}/week/${vrij[0]?.datum ?? view.van}`, 'Toon de week'),
          button('rooster.wijzigen', view.regioCode),
        ],
      },
    ],
  };
}

function free({ vrij }: GatenView): Part[] {
  const shown = vrij.slice(0, MOST);
  const buttons = shown.flatMap((p) => {
    if (p.overnemen === null) return [];
    // None of them stands out: which one is for the reader to say.
    const { style: _, ...plain } = button('rooster.overnemen', p.overnemen, part(p));
    return [plain];
  });
  return [
    text(
      `${count(vrij.length)} niet ingevuld.${buttons.length > 0 ? ' Druk op wat jij overneemt; wie eerst drukt, heeft het.' : ''}`,
    ),
    ...(shown.some((p) => p.route)
      ? [text('Waar een telefoonroute opneemt, gaat het om opvolgen wat binnenkomt.', 'subtle')]
      : []),
    ...(buttons.length > 0
      ? [{ type: 'buttons' as const, buttons }]
      : [{ type: 'list' as const, items: shown.map(part) }]),
  ];
}

function filled({ ingevuld }: GatenView): Part[] {
  if (ingevuld.length === 0) return [];
  const more = ingevuld.length - MOST_FILLED;
  const items = ingevuld.slice(0, MOST_FILLED).map((p) => `${part(p)}: ${p.wie}`);
  return [
    { type: 'heading', text: 'Al ingevuld' },
    { type: 'list', items: more > 0 ? [...items, `en nog ${more}`] : items },
  ];
}
