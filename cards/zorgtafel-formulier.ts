import type { ActionId } from '../src/actions.ts';
import { plaatsFormulierVelden } from '../src/zorgtafel/plan-velden.ts';
import type { TafelFormulierSoort, TafelFormulierView } from '../src/zorgtafel/tafel-view.ts';
import type { Card, Input, Option } from './card.ts';
import { button, text } from './words.ts';
import { planInput } from './zorgtafel-plan.ts';
import { antwoordVeld } from './zorgtafel-woorden.ts';

type Shape = { title: string; intro: string; submit: ActionId; inputs: (view: TafelFormulierView) => Input[] };

/** What every field shares: its error, and what was typed. */
const base = (view: TafelFormulierView, id: string, label: string, required: boolean, hint?: string) => ({
  type: 'input' as const,
  id,
  label,
  required,
  ...(hint && { hint }),
  ...(view.errors[id] !== undefined && { error: view.errors[id] }),
});

const one = (view: TafelFormulierView, id: string) => {
  const value = view.values[id];
  return typeof value === 'string' && value !== '' ? { value } : {};
};

const many = (view: TafelFormulierView, id: string): string[] => [view.values[id] ?? []].flat().filter(Boolean);

const choice = (
  view: TafelFormulierView,
  id: string,
  label: string,
  options: readonly Option[],
  required = true,
  hint?: string,
): Input => ({ ...base(view, id, label, required, hint), kind: 'choice', options: [...options], ...one(view, id) });

const tekst = (view: TafelFormulierView, id: string, label: string, required: boolean, hint?: string): Input => ({
  ...base(view, id, label, required, hint),
  kind: 'text',
  multiline: true,
  maxLength: 2000,
  ...one(view, id),
});

const regel = (view: TafelFormulierView, id: string, label: string, hint?: string): Input => ({
  ...base(view, id, label, false, hint),
  kind: 'text',
  maxLength: 80,
  ...one(view, id),
});

const wanneer = (view: TafelFormulierView): Input[] => [
  { ...base(view, 'datum', 'Datum', true), kind: 'date', ...one(view, 'datum') },
  { ...base(view, 'uur', 'Uur', true), kind: 'time', ...one(view, 'uur') },
];

const rollen: Option[] = [
  { value: 'ouder', label: 'Ouder' },
  { value: 'netwerk', label: 'Netwerk van de ouders' },
  { value: 'hulpverlener', label: 'Hulpverlener' },
  { value: 'kind_en_gezin', label: 'Lokaal team Kind en Gezin' },
  { value: 'expert', label: 'Expert' },
];

const shapes: Record<TafelFormulierSoort, Shape> = {
  kiezen: {
    title: 'Zelf vastleggen',
    intro: 'Kies het moment. Past het niet voor iedereen die er moet bij zijn, schrijf dan waarom het toch zo kan.',
    submit: 'zorgtafel.kiezen_bewaren',
    inputs: (v) => [
      choice(v, 'moment', 'Welk moment?', v.momenten),
      tekst(v, 'reden', 'Waarom kan het zo?', false, 'Iedereen aan tafel leest dit. Geen namen.'),
    ],
  },
  moment: {
    title: 'Moment toevoegen',
    intro: 'Iedereen krijgt het nieuwe moment erbij en kan antwoorden.',
    submit: 'zorgtafel.moment_bewaren',
    inputs: wanneer,
  },
  verplaatsen: {
    title: 'Verplaatsen',
    intro: 'Wie chat heeft, krijgt bericht, met de link die de agenda bijwerkt.',
    submit: 'zorgtafel.verplaatsen_bewaren',
    inputs: (v) => [
      ...wanneer(v),
      choice(v, 'hoe', 'Ligt dat al vast?', [
        { value: 'vast', label: 'Ja, meteen vastleggen' },
        { value: 'vragen', label: 'Nee, eerst vragen wie kan' },
      ]),
      tekst(v, 'reden', 'Waarom?', true, 'Iedereen aan tafel leest dit. Geen namen.'),
    ],
  },
  plaats: {
    title: 'Plaats wijzigen',
    intro: 'Wie komt en chat heeft, krijgt bericht van wat wijzigt, met de link die de agenda bijwerkt.',
    submit: 'zorgtafel.plaats_bewaren',
    inputs: (v) => plaatsFormulierVelden(v.plaatsen ?? []).map((veld) => planInput(veld, v)),
  },
  afgelasten: {
    title: 'Afgelasten',
    intro: 'Wie chat heeft, krijgt bericht, met de link die het uit de agenda haalt. Opnieuw plannen kan altijd.',
    submit: 'zorgtafel.afgelasten_bewaren',
    inputs: (v) => [tekst(v, 'reden', 'Waarom gaat ze niet door?', true, 'Iedereen aan tafel leest dit. Geen namen.')],
  },
  genodigde: {
    title: 'Iemand toevoegen',
    intro: 'Wie erbij komt, krijgt meteen een uitnodiging.',
    submit: 'zorgtafel.genodigde_bewaren',
    inputs: (v) => [
      choice(v, 'soort', 'In welke rol?', rollen),
      ...(v.personen.length > 0 ? [choice(v, 'persoon', 'Wie, als de bot die kent', v.personen, false)] : []),
      regel(v, 'naam', 'Of iemand zonder chat', 'Zoals je die noemt: oma, of naam en dienst.'),
      choice(v, 'via', 'Wie nodigt die persoon uit?', v.doorgevers, false, 'Alleen voor iemand zonder chat.'),
    ],
  },
  doorgever: {
    title: 'Wie nodigt uit?',
    intro:
      'Wie je kiest, krijgt de uitnodiging met de antwoorden tot nu toe. Wie het eerst deed, hoort dat het niet meer hoeft.',
    submit: 'zorgtafel.doorgever_bewaren',
    inputs: (v) => [
      {
        ...base(v, 'deelnemers', 'Voor wie?', true),
        kind: 'choices',
        options: v.deelnemers,
        value: many(v, 'deelnemers'),
      },
      choice(v, 'via', 'Wie nodigt nu uit?', v.doorgevers),
    ],
  },
  verwijderen: {
    title: 'Iemand weghalen',
    intro: 'Die persoon krijgt bericht dat het niet meer nodig is.',
    submit: 'zorgtafel.verwijderen_bewaren',
    inputs: (v) => [choice(v, 'deelnemer', 'Wie?', v.deelnemers)],
  },
  noteren: {
    title: 'Antwoord noteren',
    intro: 'Voor jezelf, of voor iemand die je sprak.',
    submit: 'zorgtafel.noteren_bewaren',
    inputs: (v) => [
      choice(v, 'deelnemer', 'Voor wie?', v.deelnemers),
      ...v.momenten.map((m) => {
        const value = v.values[`antwoord_${m.value}`];
        return antwoordVeld(
          m.value,
          m.label,
          value === 'kan' || value === 'liever_niet' || value === 'kan_niet' ? value : null,
          v.errors[`antwoord_${m.value}`],
        );
      }),
    ],
  },
  verslag: {
    title: 'Na de zorgtafel',
    intro:
      'Wat je hier schrijft, lezen de coördinatoren. Begint het zorgplan hiermee, dan wordt het besluit plan A: wie aan tafel zat en de aanmelder lezen het zodra een coördinator het daar bewaart of het plan vastlegt.',
    submit: 'zorgtafel.verslag_bewaren',
    inputs: (v) => {
      return [
        choice(v, 'gehouden', 'Ging ze door?', [
          { value: 'ja', label: 'Ja' },
          { value: 'nee', label: 'Nee' },
        ]),
        {
          ...base(v, 'aanwezig', 'Wie was er?', false),
          kind: 'choices',
          options: [...v.deelnemers, { value: 'ouder_erbij', label: 'Een ouder die niet uitgenodigd was' }],
          value: many(v, 'aanwezig'),
        },
        tekst(v, 'ook_aanwezig', 'Wie was er nog?', false, 'Eén per lijn, zoals je die noemt: oma, of naam en dienst.'),
        tekst(v, 'zonder_ouders', 'Zonder de ouders: waarom?', false, 'Alleen als er geen ouder bij was.'),
        tekst(
          v,
          'veiligheid',
          'Wat is afgesproken voor de komende dagen?',
          false,
          'Veiligheid eerst: wie doet wat, tot wanneer. Geen namen van kind of familie.',
        ),
        tekst(v, 'besluit', 'Besluit', false, 'Wat is beslist, en wie volgt op?'),
        tekst(v, 'reden', 'Ging ze niet door: waarom?', false),
      ];
    },
  },
  afwezig: {
    title: 'Niet beschikbaar',
    intro: 'Tot en met die dag word je niet gevraagd als expert. Uitnodigingen die er al zijn, blijven staan.',
    submit: 'zorgtafel.afwezig_bewaren',
    inputs: (v) => [
      { ...base(v, 'tot', 'Tot en met', false, 'Leeg: je bent weer beschikbaar.'), kind: 'date', ...one(v, 'tot') },
    ],
  },
};

/** A small form about a table. */
export function tafelFormulierCard(view: TafelFormulierView): Card {
  const shape = shapes[view.soort];
  const subject = view.casusId ? [view.casusId, view.tafelId, view.basis].filter(Boolean).join('/') : '';
  return {
    title: shape.title,
    summary: [shape.title, view.referentie].filter(Boolean).join(' '),
    parts: [
      text([view.referentie && `${view.referentie}.`, shape.intro].filter(Boolean).join(' '), 'subtle'),
      ...shape.inputs(view),
    ],
    form: { submit: button(shape.submit, subject), cancel: button('formulier.annuleren', subject) },
  };
}
