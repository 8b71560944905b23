import type { Keuze, PlanKeuzes } from './tafel-view.ts';
import { MOMENTEN_MAX } from './vastleggen.ts';

/** One field of the form that plans a table; what can be chosen comes from the case and its region. */
export type PlanVeld = { id: string; label: string; hint?: string; required: boolean } & (
  | { kind: 'text'; maxLength: number; multiline?: boolean }
  | { kind: 'date' | 'time' }
  | { kind: 'choice' | 'choices'; options: readonly Keuze[] }
);

export const planPaginas = ['Besproken en plaats', 'Momenten', 'Wie', 'Experts en uitleg', 'Nakijken'] as const;

/** Number of the page that shows everything before the invitations go. */
export const NAKIJKEN = 5;

/** Places that read otherwise in a sentence than in a list, as they are kept. */
export const plaatsLabels = { thuis: 'Thuis bij de ouders', online: 'Alleen online' } as const;

/** Characters of a place somebody types. */
export const PLAATS_MAX = 150;

/** Minutes. */
export const duren: readonly Keuze[] = [
  { value: '60', label: '1 uur' },
  { value: '90', label: 'anderhalf uur' },
  { value: '120', label: '2 uur' },
  { value: '150', label: '2 en een half uur' },
  { value: '180', label: '3 uur' },
];

const aantallen: readonly Keuze[] = [
  { value: '2', label: '2 (gewoonlijk)' },
  { value: '1', label: '1' },
  { value: '3', label: '3' },
  { value: '4', label: '4' },
  { value: '0', label: 'Geen' },
];

export const momentNrs = Array.from({ length: MOMENTEN_MAX }, (_, n) => n + 1);

const plaatsVelden = (plaatsen: readonly Keuze[]): PlanVeld[] => [
  {
    id: 'plaats',
    label: 'Waar?',
    hint: 'Liefst dicht bij de ouders, op een plek die ze kennen.',
    required: true,
    kind: 'choice',
    options: plaatsen,
  },
  {
    id: 'plaats_anders',
    label: 'Een andere plaats, of het adres',
    hint: 'Dit komt niet in agenda’s.',
    required: false,
    kind: 'text',
    maxLength: PLAATS_MAX,
  },
  { id: 'lokaal', label: 'Lokaal', required: false, kind: 'text', maxLength: 60 },
  {
    id: 'link',
    label: 'Link voor wie online aansluit',
    hint: 'Begint met https://',
    required: false,
    kind: 'text',
    maxLength: 500,
  },
  { id: 'duur', label: 'Hoe lang?', required: true, kind: 'choice', options: duren },
];

const boodschapVeld: PlanVeld = {
  id: 'boodschap',
  label: 'Wat mag iedereen weten?',
  hint: 'Komt op elke uitnodiging. Wat in de aanmelding staat, blijft daar. Geen namen.',
  required: false,
  kind: 'text',
  multiline: true,
  maxLength: 600,
};

/** The fields of *Plaats wijzigen*: what can change without the moment. */
export const plaatsFormulierVelden = (plaatsen: readonly Keuze[]): PlanVeld[] => [
  ...plaatsVelden(plaatsen),
  boodschapVeld,
];

/** The fields of a page, in order. */
export function planVelden(pagina: number, keuzes: PlanKeuzes): PlanVeld[] {
  const lijst = (id: string, label: string, hint: string): PlanVeld => ({
    id,
    label,
    hint,
    required: false,
    kind: 'text',
    multiline: true,
    maxLength: 600,
  });
  const via = (id: string, label: string): PlanVeld[] =>
    keuzes.doorgevers.length < 2
      ? []
      : [
          {
            id,
            label,
            hint: 'Die krijgt een korte tekst om te zeggen of door te sturen, en vult de antwoorden in.',
            required: false,
            kind: 'choice',
            options: keuzes.doorgevers,
          },
        ];
  switch (pagina) {
    case 1:
      return [
        {
          id: 'besproken_datum',
          label: 'Wanneer is het met de ouders besproken?',
          hint: 'Vanaf dan lopen de 48 uur.',
          required: true,
          kind: 'date',
        },
        { id: 'besproken_uur', label: 'Om hoe laat?', required: true, kind: 'time' },
        ...plaatsVelden(keuzes.plaatsen),
      ];
    case 2:
      return momentNrs.flatMap((n): PlanVeld[] => [
        {
          id: `moment_${n}_datum`,
          label: `Moment ${n}`,
          ...(n === 1 && { hint: 'Eén tot vijf momenten; wat je niet nodig hebt, laat je leeg.' }),
          required: n === 1,
          kind: 'date',
        },
        { id: `moment_${n}_uur`, label: `Uur van moment ${n}`, required: n === 1, kind: 'time' },
      ]);
    case 3:
      return [
        lijst('ouders', 'Ouders', 'Eén per lijn, zoals je ze noemt: mama, papa, plusvader. Geen namen.'),
        lijst('netwerk', 'Mensen uit hun netwerk', 'Eén per lijn: oma, buurvrouw, peter. Geen namen.'),
        ...via('netwerk_via', 'Wie nodigt ouders en netwerk uit?'),
        {
          id: 'kind_en_gezin',
          label: 'Lokaal team Kind en Gezin',
          hint: 'De psychopedagoog sluit aan.',
          required: true,
          kind: 'choice',
          options: [
            ...keuzes.kindEnGezin,
            { value: 'naam', label: 'Iemand die ik hieronder schrijf' },
            { value: 'geen', label: 'Sluit niet aan' },
          ],
        },
        {
          id: 'kind_en_gezin_naam',
          label: 'Wie van het lokaal team?',
          hint: 'Alleen als je “iemand die ik hieronder schrijf” koos.',
          required: false,
          kind: 'text',
          maxLength: 80,
        },
        ...(keuzes.personen.length === 0
          ? []
          : [
              {
                id: 'hulpverleners',
                label: 'Betrokken hulpverleners die de bot kent',
                required: false,
                kind: 'choices' as const,
                options: keuzes.personen,
              },
            ]),
        lijst('hulpverleners_namen', 'Andere hulpverleners', 'Eén per lijn: naam en dienst.'),
        ...via('hulpverleners_via', 'Wie nodigt die uit?'),
      ];
    case 4:
      return [
        {
          id: 'experts',
          label: 'Hoeveel experts uit de pool?',
          hint: 'De bot vraagt ze om de beurt; wie niet kan, wordt meteen vervangen.',
          required: true,
          kind: 'choice',
          options: aantallen,
        },
        ...(keuzes.expertises.length === 0
          ? []
          : [
              {
                id: 'expertise',
                label: 'Liefst iemand die thuis is in',
                required: false,
                kind: 'choice' as const,
                options: keuzes.expertises,
              },
            ]),
        {
          id: 'expert_vraag',
          label: 'Wat vraag je aan de experts?',
          hint: 'Alleen zij lezen dit, met de leeftijd en de signalen. Geen namen.',
          required: false,
          kind: 'text',
          multiline: true,
          maxLength: 600,
        },
        boodschapVeld,
      ];
    default:
      return [];
  }
}
