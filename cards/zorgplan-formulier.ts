import type { ActionId } from '../src/actions.ts';
import { isTekstSectie, itemMax, letterOf, tekstMax } from '../src/zorgplan/onderdelen.ts';
import type { ZorgplanFormulier, ZorgplanFormulierView } from '../src/zorgplan/zorgplan-view.ts';
import type { Card, Option, Part } from './card.ts';
import { button, date, day, shortMoment, text } from './words.ts';
import { evaluatieInputs, verslagInputs } from './zorgplan-evaluatie-formulier.ts';
import { dag, keuze, planKeuzes, tekst } from './zorgplan-velden.ts';
import {
  delenWoorden,
  figuurRollen,
  ontbreektParts,
  perspectiefHint,
  perspectieven,
  planNaam,
  sectieNamen,
  sectieUitleg,
} from './zorgplan-woorden.ts';

type View = ZorgplanFormulierView;
type Shape = {
  title: (view: View) => string;
  intro: (view: View) => string;
  submit: ActionId;
  inputs: (view: View) => Part[];
};

const options = (words: Record<string, string>): Option[] =>
  Object.entries(words).map(([value, label]) => ({ value, label }));

/** Who reads the besluit of the report, as long as it stands there as it was written. */
const besluit = (view: View, sentence: string): Part[] => (view.besluit ? [text(sentence, 'warning')] : []);

const sectie = (view: View) => view.sectie ?? 'zorgen';

const shapes: Record<ZorgplanFormulier, Shape> = {
  tekst: {
    title: (view) => sectieNamen[sectie(view)],
    intro: (view) => sectieUitleg[sectie(view)],
    submit: 'zorgplan.bewaren',
    inputs: (view) => {
      const s = sectie(view);
      const max = isTekstSectie(s) ? tekstMax[s] : 2000;
      const label = letterOf(s) ? 'Omschrijving' : sectieNamen[s];
      return [
        ...(view.herkomst
          ? [
              text(
                view.herkomst === 'aanmelding'
                  ? 'Dit staat er uit de aanmelding. Vul aan of herschrijf het samen met het gezin; je hoeft het niet opnieuw te vragen.'
                  : view.besluit && view.sectie === 'plan_a'
                    ? 'Dit is het besluit uit het verslag. Bewaar je het in een gedeeld plan, dan lezen ook wie aan tafel zat en de aanmelder het.'
                    : 'Dit staat er uit het verslag van de zorgtafel.',
                view.besluit && view.sectie === 'plan_a' ? 'warning' : 'subtle',
              ),
            ]
          : []),
        tekst(view, 'tekst', label, `Hoogstens ${max} tekens.`, max, false),
      ];
    },
  },
  perspectief: {
    title: () => 'Perspectief',
    intro: () => sectieUitleg.perspectief,
    submit: 'zorgplan.bewaren',
    inputs: (view) => {
      const hint = perspectiefHint[view.values.perspectief as keyof typeof perspectiefHint];
      return [
        ...(hint ? [text(hint, 'warning')] : []),
        keuze(view, 'perspectief', 'Waar groeit het kind op?', '', options(perspectieven)),
      ];
    },
  },
  doel: {
    title: (view) => (view.bestaat ? 'Doel' : 'Nieuw doel'),
    intro: () => sectieUitleg.doelen,
    submit: 'zorgplan.bewaren',
    inputs: (view) => [
      tekst(view, 'doel', 'Doel', 'Wat moet er anders zijn?', itemMax.doel),
      tekst(view, 'zichtbaar', 'Bereikt als', 'Wat zien jullie dan, concreet?', itemMax.zichtbaar),
    ],
  },
  actie: {
    title: (view) => (view.bestaat ? 'Actie' : 'Nieuwe actie'),
    intro: () =>
      'Wie de bot gebruikt, wordt op tijd aan de eigen actie herinnerd. Voor de anderen krijgt het aanspreekpunt de herinnering.',
    submit: 'zorgplan.bewaren',
    inputs: (view) => [
      tekst(view, 'wat', 'Wat', 'Eén concrete stap.', itemMax.wat),
      keuze(view, 'persoon', 'Wie', '', [
        ...view.mensen,
        { value: 'iemand', label: 'Iemand die de bot niet gebruikt' },
      ]),
      tekst(
        view,
        'wie',
        'Wie, als die de bot niet gebruikt',
        'Een rol volstaat: mama, oma, buurvrouw.',
        itemMax.wie,
        false,
      ),
      dag(view, 'tegen', 'Tegen wanneer', 'Zonder datum komt er geen herinnering.', false),
      keuze(view, 'plan', 'In welk plan', `Jullie volgen nu ${planNaam(view.actief)}.`, planKeuzes),
    ],
  },
  zorgfiguur: {
    title: (view) => (view.bestaat ? 'Zorgfiguur' : 'Nieuwe zorgfiguur'),
    intro: () => sectieUitleg.zorgfiguren,
    submit: 'zorgplan.bewaren',
    inputs: (view) => [
      tekst(view, 'wie', 'Wie', 'Een rol volstaat: oma, tante, buurman.', itemMax.wie),
      keuze(view, 'rol', 'Rol', '', options(figuurRollen)),
      tekst(
        view,
        'ondersteuning',
        'Ondersteuning',
        'Wat heeft deze persoon nodig om het vol te houden?',
        itemMax.ondersteuning,
        false,
      ),
    ],
  },
  maken: {
    title: () => 'Zorgplan maken',
    intro: () => 'Er is nog geen zorgtafel gehouden. Een plan begint gewoonlijk daar; schrijf waarom je nu al begint.',
    submit: 'zorgplan.maken_bewaren',
    inputs: (view) => [tekst(view, 'reden', 'Waarom zonder zorgtafel?', 'Een korte zin volstaat.', 500)],
  },
  vastleggen: {
    title: () => 'Plan vastleggen',
    intro: () => 'Vanaf dan wordt dit plan gevolgd en geëvalueerd. Aanpassen kan altijd.',
    submit: 'zorgplan.vastleggen_bewaren',
    inputs: (view) => [
      ...ontbreektParts(view.ontbreekt),
      ...besluit(
        view,
        'Plan A staat er zoals in het besluit van het verslag. Is het plan gedeeld, dan lezen wie aan tafel zat en de aanmelder dat voortaan: kijk het eerst na.',
      ),
      dag(view, 'datum', 'Eerste evaluatie', 'Een werkdag. Je krijgt er vooraf twee keer bericht van.'),
    ],
  },
  overstappen: {
    title: () => 'Ander plan volgen',
    intro: (view) => `Jullie volgen nu ${planNaam(view.actief)}. Aan de acties daarvan herinnert de bot dan niet meer.`,
    submit: 'zorgplan.overstap_bewaren',
    inputs: (view) => [
      keuze(
        view,
        'plan',
        'Welk plan volgen jullie voortaan?',
        '',
        planKeuzes.filter((o) => o.value !== view.actief),
      ),
      tekst(view, 'reden', 'Waarom?', 'Wat veranderde er?', 2000),
    ],
  },
  delen: {
    title: () => 'Delen met de tafel',
    intro: () =>
      'De aanmelder, wie aan een zorgtafel zat of had toegezegd, en wie een actie opnam. Zorgen, het veiligheidsplan en wat nog letterlijk uit de aanmelding komt, lezen zij nooit.',
    submit: 'zorgplan.delen_bewaren',
    inputs: (view) => [
      ...besluit(
        view,
        'Plan A is nog het besluit uit het verslag. Zij lezen het pas als jij het bewaart of het plan vastlegt.',
      ),
      keuze(view, 'delen', 'Wat mogen zij?', '', options(delenWoorden)),
    ],
  },
  evaluatie: {
    title: () => 'Evaluatie',
    intro: () => 'Geef elk doel een score: 1 is nog niets bereikt, 10 is bereikt.',
    submit: 'zorgplan.evaluatie_bewaren',
    inputs: evaluatieInputs,
  },
  verbeteren: {
    title: () => 'Evaluatie verbeteren',
    intro: () => 'Dit komt in de plaats van wat er stond; het verloop toont dat het verbeterd werd.',
    submit: 'zorgplan.verbetering_bewaren',
    inputs: verslagInputs,
  },
  verzetten: {
    title: () => 'Evaluatie verzetten',
    intro: (view) => (view.datum ? `De evaluatie staat nu op ${day(view.datum)}.` : ''),
    submit: 'zorgplan.verzetting_bewaren',
    inputs: (view) => [
      dag(view, 'datum', 'Nieuwe datum', 'Een werkdag.'),
      tekst(view, 'reden', 'Waarom?', 'Nodig als er meer dan twee keer de gewone termijn tussen zit.', 2000, false),
    ],
  },
  overslaan: {
    title: () => 'Evaluatie overslaan',
    intro: (view) =>
      `${view.datum ? `De evaluatie van ${day(view.datum)} gaat dan niet door.` : ''} De reden blijft bij het plan staan.`.trim(),
    submit: 'zorgplan.overslaan_bewaren',
    inputs: (view) => [
      tekst(view, 'reden', 'Waarom?', 'Een korte zin volstaat.', 2000),
      dag(view, 'volgende', 'Volgende evaluatie', 'Een werkdag.'),
    ],
  },
};

/** A form about a plan: one part of it, or what is decided about the whole. */
export function zorgplanFormulierCard(view: View): Card {
  const shape = shapes[view.formulier];
  const intro = shape.intro(view);
  const [, onderdeel, basis] = view.subject.split('/');
  return {
    title: shape.title(view),
    summary: `Zorgplan ${view.referentie}`,
    parts: [
      text(`${view.referentie}. ${intro}`, 'subtle'),
      ...intussen(view),
      ...shape.inputs(view),
      ...(view.bestaat
        ? [
            {
              type: 'buttons' as const,
              buttons: [
                ...(view.hoger ? [button('zorgplan.naar_boven', `${view.casusId}/${onderdeel}/${basis}`)] : []),
                button('zorgplan.verwijderen', `${view.casusId}/${onderdeel}/${basis}`),
              ],
            },
          ]
        : []),
    ],
    form: { submit: button(shape.submit, view.subject), cancel: button('formulier.annuleren', view.casusId) },
  };
}

/** What somebody else made of it meanwhile, and what pressing does now. */
function intussen({ intussen: now, zone, formulier }: View): Part[] {
  if (!now) return [];
  const when = shortMoment(now.op, zone);
  if (now.weg)
    return [
      text(`${now.door} verwijderde dit intussen (${when}).`, 'warning', true),
      text('Bewaren zet het terug zoals het hieronder staat. Annuleren laat het weg.', 'subtle'),
    ];
  return [
    text(`${now.door} wijzigde dit intussen (${when}). Zo staat het nu:`, 'warning', true),
    text(now.tekst.length > 0 ? now.tekst.map((line) => inWoorden(line, formulier)).join('\n') : 'Leeg.'),
    text(
      'Hieronder staat wat jij schreef. Bewaren vervangt wat er nu staat; Annuleren laat het zoals het is.',
      'subtle',
    ),
  ];
}

/** A value that stands for a choice or a day, in words. */
const inWoorden = (line: string, formulier: ZorgplanFormulier): string => {
  if (formulier === 'actie' && /^\d{4}-\d{2}-\d{2}$/.test(line)) return `tegen ${date(line)}`;
  const choices: Record<string, string> =
    formulier === 'perspectief' ? perspectieven : formulier === 'zorgfiguur' ? figuurRollen : {};
  return choices[line] ?? line;
};
