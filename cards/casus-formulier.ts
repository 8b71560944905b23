import type { ActionId } from '../src/actions.ts';
import type { CasusFormulier } from '../src/casus/casus-view.ts';
import { NOTA_MAX } from '../src/overdracht/nota.ts';
import type { View } from '../src/view.ts';
import type { Card, Input, Part } from './card.ts';
import { verblijfErna } from './rugzak-woorden.ts';
import { and, bewaardZin, button, euro, moment, resultaten, text, uitkomsten, woonplaatsen } from './words.ts';

type FormulierView = Extract<View, { view: 'casus_formulier' }>;

type Shape = {
  title: string;
  intro: string | ((view: FormulierView) => string);
  submit: ActionId;
  inputs: (view: FormulierView) => Input[];
};

const filled = (view: FormulierView, id: string) => {
  const value = view.values[id];
  return {
    ...(typeof value === 'string' && { value }),
    ...(view.errors[id] !== undefined && { error: view.errors[id] }),
  };
};

const multiline = (
  view: FormulierView,
  id: string,
  label: string,
  hint: string,
  required = true,
  maxLength = 2000,
): Input => {
  return {
    type: 'input',
    kind: 'text',
    id,
    label,
    hint,
    required,
    multiline: true,
    maxLength,
    ...filled(view, id),
  };
};

const choice = (
  view: FormulierView,
  id: string,
  label: string,
  hint: string,
  options: { value: string; label: string }[],
): Input => {
  return { type: 'input', kind: 'choice', id, label, hint, required: true, options, ...filled(view, id) };
};

const options = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));

const shapes: Record<CasusFormulier, Shape> = {
  terugkoppeling: {
    title: 'Terugkoppeling',
    intro: ({ beller }) =>
      beller
        ? `Deze aanmelding kwam per telefoon: bel ${beller.naam} op ${beller.telefoon}. Wat je hier schrijft, gaat niet naar wie belde, maar komt in het verloop en stopt de klok.`
        : 'Dit gaat in deze woorden naar de aanmelder en stopt de klok.',
    submit: 'casus.terugkoppeling_bewaren',
    inputs: (view) => [
      choice(view, 'uitkomst', 'Uitkomst', 'Wat er nu gebeurt.', options(uitkomsten)),
      multiline(
        view,
        'nota',
        'Wat je de aanmelder zegt',
        'Wat is afgesproken, ook voor de veiligheid in de komende dagen?',
      ),
    ],
  },
  vraag: {
    title: 'Vraag aan de aanmelder',
    intro: 'De aanmelder krijgt een kaart met een antwoordveld; het antwoord komt hier terug.',
    submit: 'casus.vraag_bewaren',
    inputs: (view) => [multiline(view, 'vraag', 'Je vraag', 'Vraag niet opnieuw wat al in de aanmelding staat.')],
  },
  overdracht: {
    title: 'Overdragen',
    intro: 'Je collega wordt aanspreekpunt. De klok loopt door en iedereen op de casus krijgt bericht.',
    submit: 'casus.overdracht_bewaren',
    inputs: (view) => [
      choice(view, 'naar', 'Aan wie?', 'Wie in deze regio een casus kan opvolgen.', view.keuzes),
      multiline(view, 'nota', 'Nota voor je collega', 'Wat moet die zeker weten?', false),
    ],
  },
  geboorte: {
    title: 'Geboren',
    intro: 'De casus gaat verder met de geboortedatum. Alles wat al verteld is, blijft staan.',
    submit: 'casus.geboorte_bewaren',
    inputs: (view) => [
      {
        type: 'input',
        kind: 'date',
        id: 'geboortedatum',
        label: 'Geboortedatum',
        required: true,
        ...filled(view, 'geboortedatum'),
      },
      {
        type: 'input',
        kind: 'text',
        id: 'initialen',
        label: 'Initialen van het kind',
        hint: 'Enkel initialen. Laat leeg als ze niet veranderen.',
        required: false,
        maxLength: 12,
        ...filled(view, 'initialen'),
      },
    ],
  },
  afsluiting: {
    title: 'Afsluiten',
    intro:
      'Iedereen op de casus krijgt bericht en elke termijn stopt, behalve van facturen en bewijzen van de rugzak. Ging het te snel, dan kan je de casus heropenen.',
    submit: 'casus.afsluiting_bewaren',
    inputs: (view) => [
      choice(view, 'resultaat', 'Hoe eindigt het?', 'Wat het best past.', options(resultaten)),
      choice(view, 'woont', 'Waar woont het kind nu?', 'Zonder adres.', options(woonplaatsen)),
      multiline(view, 'opvolging', 'Wie volgt verder op?', 'Welke dienst, en wat is met het gezin afgesproken?'),
      multiline(view, 'open_punten', 'Wat blijft open?', 'Waar de volgende rekening mee houdt.', false),
      ...(view.zorgtafel
        ? [
            {
              type: 'input' as const,
              kind: 'choices' as const,
              id: 'zorgtafel',
              label: 'De zorgtafel die nog moet komen',
              required: true,
              options: [{ value: view.zorgtafel.id, label: 'Ze gaat niet door: last ze af' }],
              value: [view.values.zorgtafel ?? []].flat(),
              ...(view.errors.zorgtafel !== undefined && { error: view.errors.zorgtafel }),
            },
          ]
        : []),
    ],
  },
  nota: {
    title: 'Nota voor de volgende',
    intro: 'Wie na jou van wacht is, leest dit bij de overdracht. Jij blijft wat je nu bent in deze casus.',
    submit: 'casus.nota_bewaren',
    inputs: (view) => [
      multiline(view, 'nota', 'Nota', 'Wat moet wie na jou komt zeker weten? Geen namen.', true, NOTA_MAX),
    ],
  },
  aanvulling: {
    title: 'Aanvullen',
    intro: 'Wat je hier schrijft, komt bij de aanmelding te staan. Je aanspreekpunt krijgt bericht.',
    submit: 'aanmelding.aanvulling_bewaren',
    inputs: (view) => [multiline(view, 'aanvulling', 'Aanvulling', 'Wat is er nieuw of veranderd? Geen namen.')],
  },
  intrekking: {
    title: 'Intrekken',
    intro: 'De casuscoördinator stopt er dan mee. Dat kan niet ongedaan gemaakt worden; opnieuw aanmelden kan altijd.',
    submit: 'aanmelding.intrekking_bevestigen',
    inputs: (view) => [multiline(view, 'reden', 'Waarom trek je in?', 'Een korte zin volstaat.')],
  },
};

/** A small form about one case. */
export function casusFormulierCard(view: FormulierView): Card {
  const shape = shapes[view.formulier];
  const intro = typeof shape.intro === 'string' ? shape.intro : shape.intro(view);
  return {
    title: shape.title,
    summary: `${shape.title} ${view.referentie}`,
    parts: [
      text(`${view.referentie}. ${intro}`, 'subtle'),
      ...unfinished(view),
      ...calledOff(view),
      ...(view.bewaard ? [text(bewaardZin(view.bewaard), 'subtle')] : []),
      ...shape.inputs(view),
    ],
    form: { submit: button(shape.submit, view.casusId), cancel: button('formulier.annuleren', view.casusId) },
  };
}

/** The zorgtafel that does not take place when this case ends; closing asks to say so [T4]. */
function calledOff({ zorgtafel, formulier }: FormulierView): Part[] {
  if (!zorgtafel) return [];
  const { start, zone, voor } = zorgtafel;
  const which = start ? `De zorgtafel van ${moment(start, zone)}` : 'De zorgtafel waarvoor mensen uitgenodigd zijn,';
  return [
    text(
      `${which} gaat dan niet door. Wie een uitnodiging kreeg, krijgt bericht.${
        formulier === 'afsluiting' ? ' Heropen je de casus later, dan blijft ze afgelast en plan je ze opnieuw.' : ''
      }`,
      'warning',
    ),
    ...(voor.length > 0 ? [text(`Laat het zelf weten aan ${and(voor)}.`, 'warning')] : []),
  ];
}

/** What closing does to the rugzak, and what it leaves to be done. */
function unfinished({ geld }: FormulierView): Part[] {
  if (!geld) return [];
  const lines = [
    geld.aangevraagd > 0 && `${euro(geld.aangevraagd)} wacht nog op een beslissing: die aanvragen worden ingetrokken.`,
    geld.vastgelegd > 0 &&
      `${euro(geld.vastgelegd)} van de rugzak blijft vastgelegd. Komt er geen factuur meer, kies dan bij de aanvraag “Rest vrijgeven”; dat kan ook na het afsluiten.`,
    geld.gefactureerd > 0 && `${euro(geld.gefactureerd)} is gefactureerd en nog te betalen.`,
    geld.verblijf && verblijfErna,
  ];
  return lines.flatMap((line) => (line ? [text(line, 'warning')] : []));
}

const kept: Record<
  Extract<View, { view: 'bewaard' }>['wat'],
  (view: Extract<View, { view: 'bewaard' }>) => [string, string]
> = {
  terugkoppeling: (v) => [
    `Terugkoppeling over ${v.referentie} bewaard`,
    v.beller
      ? `De klok staat stil. Wie belde, hoort het enkel van jou: ${v.beller.naam}, ${v.beller.telefoon}.`
      : 'De aanmelder krijgt ze nu, en de klok staat stil.',
  ],
  vraag: (v) => [`Vraag over ${v.referentie} verstuurd`, 'Het antwoord komt bij jou en op de kaart van de casus.'],
  overdracht: (v) => [`${v.referentie} overgedragen`, `${v.aanspreekpunt} is nu het aanspreekpunt en kreeg bericht.`],
  geboorte: (v) => [`Geboorte bij ${v.referentie} bewaard`, 'De casus gaat verder. Er wordt niets opnieuw gevraagd.'],
  afsluiting: (v) => [`${v.referentie} is afgesloten`, 'Iedereen op de casus krijgt bericht. Elke termijn staat stil.'],
  nota: (v) => [`Nota over ${v.referentie} bewaard`, 'Wie daarna van wacht is, krijgt ze te lezen.'],
  aanvulling: (v) => [`Aanmelding ${v.referentie} aangevuld`, `${v.aanspreekpunt} krijgt bericht.`],
  intrekking: (v) => [`Aanmelding ${v.referentie} ingetrokken`, `${v.aanspreekpunt} krijgt bericht.`],
  verbetering: (v) => [`Aanmelding ${v.referentie} verbeterd`, `${v.aanspreekpunt} krijgt bericht.`],
};

/** What is left of a form about a case once it is kept. */
export function bewaardCard(view: Extract<View, { view: 'bewaard' }>): Card {
  const [title, line] = kept[view.wat](view);
  const { voor = [] } = view;
  return {
    title,
    summary: title,
    parts: [
      text(line, 'good'),
      ...(voor.length > 0
        ? [text(`De zorgtafel gaat niet door. Laat het ook weten aan ${and(voor)}.`, 'warning')]
        : []),
    ],
  };
}
