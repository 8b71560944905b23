import type { ZorgplanFormulierView } from '../src/zorgplan/zorgplan-view.ts';
import type { Part } from './card.ts';
import { text } from './words.ts';
import { dag, keuze, planKeuzes, tekst } from './zorgplan-velden.ts';
import { planNaam } from './zorgplan-woorden.ts';

const scores = Array.from({ length: 10 }, (_, n) => ({ value: `${n + 1}`, label: `${n + 1}` }));

/** What is asked of an evaluation that was held: what came of it, which plan, the next date [Z2]. */
export function evaluatieInputs(view: ZorgplanFormulierView): Part[] {
  return [
    ...verslagInputs(view),
    keuze(view, 'plan', 'Welk plan volgen jullie nu?', `Tot nu toe ${planNaam(view.actief)}.`, planKeuzes),
    tekst(view, 'overstap_reden', 'Bij een ander plan: waarom?', '', 2000, false),
    dag(view, 'volgende', 'Volgende evaluatie', 'Een werkdag.'),
  ];
}

/** What came of it: when it was, every goal, who was there. */
export function verslagInputs(view: ZorgplanFormulierView): Part[] {
  return [
    dag(view, 'gehouden_op', 'Wanneer was de evaluatie?', ''),
    ...view.doelen.flatMap((d, n): Part[] => [
      text(`Doel ${n + 1}: ${d.doel}`, 'normal', true),
      text(`Bereikt als: ${d.zichtbaar}`, 'subtle'),
      keuze(view, `score_${d.id}`, `Score doel ${n + 1}`, d.vorige === null ? '' : `Vorige keer: ${d.vorige}.`, scores),
      tekst(view, `nota_${d.id}`, `Nota bij doel ${n + 1}`, '', 500, false),
    ]),
    tekst(view, 'nota', 'Wat is er besproken en afgesproken?', 'Ook wat er voor de veiligheid is afgesproken.', 3000),
    keuze(view, 'gezin', 'Was er iemand van het gezin of het netwerk bij?', '', [
      { value: 'ja', label: 'Ja' },
      { value: 'nee', label: 'Nee' },
    ]),
    tekst(view, 'zonder_gezin', 'Zo niet: waarom?', 'Enkel als er niemand van hen bij was.', 500, false),
  ];
}
