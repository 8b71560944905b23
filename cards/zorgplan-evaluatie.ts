import type { ZorgplanEvaluatieView } from '../src/zorgplan/zorgplan-view.ts';
import type { Card, Part } from './card.ts';
import { button, day, text } from './words.ts';
import { actieZin, kort, planNaam, scoreParts } from './zorgplan-woorden.ts';

/** Characters of a goal and of an action here; all of it stands in the plan. */
const KORT = 160;

/** An evaluation: what was agreed, to prepare it; afterwards what came of it. */
export function zorgplanEvaluatieCard(view: ZorgplanEvaluatieView): Card {
  const { evaluatie: e, casusId, referentie } = view;
  const title =
    view.melding === 'escalatie' && view.teLaat
      ? `Dringend: evaluatie ${referentie}`
      : view.melding && !view.gestopt
        ? `Herinnering: evaluatie ${referentie}`
        : `Evaluatie ${referentie}`;
  return {
    title,
    summary: title,
    whole: button('zorgplan.evaluatie', `${casusId}/${e.id}`, 'Volledige tekst'),
    parts: [
      ...stand(view),
      ...(e.stand === 'overgeslagen' || view.gestopt
        ? []
        : [...doelen(view), ...acties(view), ...scoreParts(view.scores)]),
      {
        type: 'buttons',
        buttons: [
          ...view.mag.map((a) => button(a, a === 'zorgplan.tonen' ? casusId : `${casusId}/${e.id}`)),
          ...(view.vorige ? [button('zorgplan.evaluatie', `${casusId}/${view.vorige}`, 'Vorige evaluatie')] : []),
        ],
      },
    ],
  };
}

function stand(view: ZorgplanEvaluatieView): Part[] {
  const { evaluatie: e } = view;
  if (view.gestopt) return [text('De casus is afgerond: deze evaluatie hoeft niet meer.', 'subtle')];
  switch (e.stand) {
    case 'gepland':
      return [
        text(
          view.teLaat
            ? `De evaluatie van ${day(e.datum)} is nog niet gehouden.`
            : `De evaluatie is gepland op ${day(e.datum)}.`,
          view.teLaat ? 'danger' : 'normal',
          true,
        ),
        text(`Jullie volgen ${planNaam(view.actief)}. Aanspreekpunt: ${view.aanspreekpunt}.`),
      ];
    case 'overgeslagen':
      return [
        text(`De evaluatie van ${day(e.datum)} is overgeslagen door ${e.door ?? 'iemand'}.`, 'warning', true),
        ...(e.nota ? [text(`Reden: ${e.nota}`)] : []),
      ];
    case 'gehouden':
      return [
        text(`Gehouden op ${day(e.datum)}, opgeschreven door ${e.door ?? 'iemand'}.`, 'good', true),
        ...(e.overstap
          ? [
              text(
                `Overgestapt van ${planNaam(e.overstap.van)} naar ${planNaam(e.overstap.naar)}${e.overstap.reden ? `: ${e.overstap.reden}` : '.'}`,
                'warning',
              ),
            ]
          : []),
        ...(e.zonderGezin ? [text(`Zonder het gezin of het netwerk: ${e.zonderGezin}`, 'warning')] : []),
        ...(e.nota ? [text(e.nota)] : []),
      ];
    default:
      throw new Error(e.stand satisfies never);
  }
}

function doelen(view: ZorgplanEvaluatieView): Part[] {
  if (view.doelen.length === 0) return [];
  const items = view.doelen.map((d, n) => {
    const score =
      d.score !== null
        ? ` Score: ${d.score} op 10${d.vorige === null ? '' : ` (vorige keer ${d.vorige})`}.`
        : d.vorige === null
          ? ''
          : ` Vorige score: ${d.vorige} op 10.`;
    const reached = kort(d.zichtbaar, KORT).replace(/\.$/, '');
    return `${n + 1}. ${kort(d.doel, KORT)} – bereikt als: ${reached}.${score}${d.nota ? ` ${d.nota}` : ''}`;
  });
  return [{ type: 'heading', text: 'Doelen' }, ...items.map((item) => text(item))];
}

function acties(view: ZorgplanEvaluatieView): Part[] {
  if (view.acties.length === 0 || view.evaluatie.stand !== 'gepland') return [];
  const done = view.acties.filter((a) => a.gedaan).length;
  const count = view.acties.length === 1 ? '1 actie' : `${view.acties.length} acties`;
  return [
    { type: 'heading', text: `Acties van ${planNaam(view.actief)}` },
    text(`${count}, waarvan ${done} gedaan.`, 'subtle'),
    { type: 'list', items: view.acties.map((a) => kort(actieZin(a), KORT)) },
  ];
}
