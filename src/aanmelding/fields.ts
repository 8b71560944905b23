import type { Values } from '../intent.ts';

/**
 * The fields of the aanmelding, declared once: the pages, the checks, the summary and the docs table
 * derive from it. `id` is what other programs rely on.
 */
export type Field = {
  id: FieldId;
  page: 1 | 2 | 3;
  label: string;
  /** One line that explains the field. */
  hint: string;
  required: boolean | ((values: Values) => boolean);
  /** Asked only then; absent: always. */
  when?: (values: Values, asker: Asker) => boolean;
  rule: string;
} & (
  | { kind: 'text'; maxLength: number; multiline?: boolean }
  | { kind: 'date' }
  | { kind: 'choice'; options: readonly Choice[] }
  | { kind: 'choices'; options: readonly Choice[] }
);

export type Choice = { value: string; label: string };

/** Who fills in: some fields are only for a coordinator, some only for a basic facility. */
export type Asker = { coordinator: boolean; basisvoorziening: boolean };

export type FieldId =
  | 'namens'
  | 'beller_naam'
  | 'beller_organisatie'
  | 'beller_telefoon'
  | 'kind'
  | 'initialen'
  | 'geboortedatum'
  | 'gemeente'
  | 'oudere_sibling'
  | 'gevaar_nu'
  | 'signalen'
  | 'verontrusting'
  | 'krachten'
  | 'minimaal_nodig'
  | 'waarom_uithuisplaatsing'
  | 'besproken_met_ouders'
  | 'waarom_niet_besproken'
  | 'bereidheid'
  | 'regulier_aanbod'
  | 'regulier_toelichting'
  | 'lokaal_team'
  | 'maatschappelijke_noodzaak';

export const pageTitles = ['Voor wie', 'De verontrusting', 'Ouders en aanbod', 'Nakijken en versturen'] as const;

/** Number of the page that shows everything before it is sent. */
export const CHECK_PAGE = 4;

const jaNee = [
  { value: 'ja', label: 'Ja' },
  { value: 'nee', label: 'Nee' },
] as const;

/** Asked once it is clear that somebody rang [A7]: the page comes back with these. */
const byPhone = (values: Values, asker: Asker) => asker.coordinator && values.namens === 'beller';

export const fields: readonly Field[] = [
  {
    id: 'namens',
    page: 1,
    kind: 'choice',
    label: 'Wie meldt aan?',
    hint: 'Schrijf je dit op voor iemand die belde, kies dan de tweede.',
    required: true,
    when: (_, asker) => asker.coordinator,
    options: [
      { value: 'mezelf', label: 'Ik meld zelf aan' },
      { value: 'beller', label: 'Iemand die belde' },
    ],
    rule: 'A7',
  },
  {
    id: 'beller_naam',
    page: 1,
    kind: 'text',
    maxLength: 80,
    label: 'Naam van wie belde',
    hint: 'De professional, niet de ouder.',
    required: true,
    when: byPhone,
    rule: 'A7',
  },
  {
    id: 'beller_organisatie',
    page: 1,
    kind: 'text',
    maxLength: 80,
    label: 'Organisatie van wie belde',
    hint: 'Bijvoorbeeld: materniteit, CKG, lokaal team.',
    required: false,
    when: byPhone,
    rule: 'A7',
  },
  {
    id: 'beller_telefoon',
    page: 1,
    kind: 'text',
    maxLength: 30,
    label: 'Telefoon van wie belde',
    hint: 'Het nummer waarop je de terugkoppeling geeft.',
    required: true,
    when: byPhone,
    rule: 'A7',
  },
  {
    id: 'kind',
    page: 1,
    kind: 'choice',
    label: 'Het kind is',
    hint: 'Ook een ongeboren kind kan aangemeld worden.',
    required: true,
    options: [
      { value: 'geboren', label: 'Geboren' },
      { value: 'ongeboren', label: 'Nog niet geboren' },
    ],
    rule: 'D1',
  },
  {
    id: 'initialen',
    page: 1,
    kind: 'text',
    maxLength: 10,
    label: 'Initialen',
    hint: 'Van het kind, of van de moeder als het nog niet geboren is. Geen volledige naam.',
    required: true,
    rule: 'S10',
  },
  {
    id: 'geboortedatum',
    page: 1,
    kind: 'date',
    label: 'Geboortedatum of verwachte datum',
    hint: 'Zorggarantie is er tot de dag voor de derde verjaardag.',
    required: true,
    rule: 'D1',
  },
  {
    id: 'gemeente',
    page: 1,
    kind: 'text',
    maxLength: 60,
    label: 'Gemeente waar het kind verblijft',
    hint: 'Naam of postcode; die bepaalt welke regio opvolgt.',
    required: true,
    rule: 'D2',
  },
  {
    id: 'gevaar_nu',
    page: 1,
    kind: 'choice',
    label: 'Is er nu onmiddellijk gevaar?',
    hint: 'Iets dat vandaag een ingreep vraagt en niet kan wachten op een antwoord.',
    required: true,
    options: jaNee,
    rule: 'A6',
  },
  {
    id: 'oudere_sibling',
    page: 1,
    kind: 'choice',
    label: 'Is er een broer of zus van 3 jaar of ouder bij betrokken?',
    hint: 'De casuscoördinator bekijkt dan mee wat voor dat kind kan.',
    required: true,
    options: jaNee,
    rule: 'D6',
  },
  {
    id: 'signalen',
    page: 2,
    kind: 'choices',
    label: 'Wat maakt de opvoedingssituatie precair?',
    hint: 'Duid alles aan wat speelt.',
    required: true,
    options: [
      { value: 'intrafamiliaal_geweld', label: 'Intrafamiliaal geweld' },
      { value: 'verwaarlozing', label: 'Verwaarlozing' },
      { value: 'mishandeling', label: 'Lichamelijke of psychische mishandeling' },
      { value: 'verslaving', label: 'Verslavingsproblematiek' },
      { value: 'context', label: 'Onveilige context' },
      { value: 'ouders_sluiten_zich_af', label: 'Ouders houden hulp af' },
      { value: 'comorbiditeit', label: 'Meerdere problemen samen (psychisch, wonen, isolement …)' },
    ],
    rule: 'D3',
  },
  {
    id: 'verontrusting',
    page: 2,
    kind: 'text',
    maxLength: 2500,
    multiline: true,
    label: 'De verontrusting, concreet',
    hint: 'Welk gedrag, hoe ernstig, hoe vaak, en wat doet het met het kind?',
    required: true,
    rule: 'V1',
  },
  {
    id: 'krachten',
    page: 2,
    kind: 'text',
    maxLength: 1500,
    multiline: true,
    label: 'Krachten en veiligheid die er al zijn',
    hint: 'Wat loopt goed, wie helpt al, wat beschermt het kind?',
    required: true,
    rule: 'V1',
  },
  {
    id: 'minimaal_nodig',
    page: 2,
    kind: 'text',
    maxLength: 1500,
    multiline: true,
    label: 'Wat is minimaal nodig om veilig thuis op te groeien?',
    hint: 'Zo concreet mogelijk: wat moet er zijn, wat mag niet meer gebeuren?',
    required: true,
    rule: 'V2',
  },
  {
    id: 'waarom_uithuisplaatsing',
    page: 2,
    kind: 'text',
    maxLength: 1000,
    multiline: true,
    label: 'Waarom dreigt een uithuisplaatsing?',
    hint: 'Waarom volstaat thuis niet, ook niet met familie, vrienden en hulpverleners samen?',
    required: true,
    rule: 'D4',
  },
  {
    id: 'besproken_met_ouders',
    page: 3,
    kind: 'choice',
    label: 'Zijn de zorgen besproken met de ouders?',
    hint: 'Openheid met de ouders is het vertrekpunt.',
    required: true,
    options: [
      { value: 'ja', label: 'Ja' },
      { value: 'deels', label: 'Deels' },
      { value: 'nee', label: 'Nog niet' },
    ],
    rule: 'V3',
  },
  {
    id: 'waarom_niet_besproken',
    page: 3,
    kind: 'text',
    maxLength: 500,
    multiline: true,
    label: 'Zo niet, of maar deels: waarom?',
    hint: 'Bijvoorbeeld omdat het de veiligheid in gevaar zou brengen.',
    required: (values) => values.besproken_met_ouders === 'nee' || values.besproken_met_ouders === 'deels',
    rule: 'V3',
  },
  {
    id: 'bereidheid',
    page: 3,
    kind: 'choice',
    label: 'Willen de ouders mee aan een zorgtafel zitten?',
    hint: 'Daar wordt samen met hen een zorgplan gemaakt; een minimum aan bereidheid is nodig.',
    required: true,
    options: [
      { value: 'ja', label: 'Ja' },
      { value: 'twijfel', label: 'Ze twijfelen, of het is nog niet gevraagd' },
      { value: 'nee', label: 'Nee' },
    ],
    rule: 'D5, V5',
  },
  {
    id: 'regulier_aanbod',
    page: 3,
    kind: 'choice',
    label: 'Is er regulier aanbod dat past?',
    hint: 'Hulp die zonder zorggarantie kan starten.',
    required: true,
    options: [
      { value: 'geen', label: 'Neen, er is niets beschikbaar' },
      { value: 'onvoldoende', label: 'Ja, maar het is niet genoeg' },
      { value: 'voldoende', label: 'Ja, en het volstaat' },
      { value: 'niet_gezocht', label: 'Nog niet uitgezocht' },
    ],
    rule: 'V4',
  },
  {
    id: 'regulier_toelichting',
    page: 3,
    kind: 'text',
    maxLength: 1000,
    multiline: true,
    label: 'Welk aanbod werd bekeken?',
    hint: 'En waarom het er niet is of niet genoeg is.',
    required: (values) => values.regulier_aanbod === 'onvoldoende',
    rule: 'V4',
  },
  {
    id: 'lokaal_team',
    page: 3,
    kind: 'choice',
    label: 'Kijkt het lokaal team Kind & Gezin al mee?',
    hint: 'Voor ziekenhuis, OCMW, huisarts, vroedvrouw en opvang is dat het eerste aanspreekpunt.',
    required: true,
    when: (_, asker) => asker.basisvoorziening || asker.coordinator,
    options: [
      { value: 'betrokken', label: 'Ja' },
      { value: 'niet_betrokken', label: 'Nog niet' },
      { value: 'niet_bereikbaar', label: 'We kregen hen niet te pakken' },
    ],
    rule: 'V6, A8',
  },
  {
    id: 'maatschappelijke_noodzaak',
    page: 3,
    kind: 'choice',
    label: 'Vermoed je maatschappelijke noodzaak?',
    hint: 'Dan komt er ook een gemandateerde voorziening bij (OCJ of VK).',
    required: true,
    options: [
      { value: 'nee', label: 'Nee' },
      { value: 'twijfel', label: 'Ik twijfel' },
      { value: 'ja', label: 'Ja' },
    ],
    rule: 'A5',
  },
];

/** Fields of one page that apply to this asker, given the answers so far. */
export const fieldsOf = (page: number, asker: Asker, values: Values): readonly Field[] =>
  fields.filter((f) => f.page === page && (f.when?.(values, asker) ?? true));

/** One text of a value, however it came in. */
export const textOf = (values: Values, id: FieldId): string => {
  const value = values[id];
  return (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim();
};

/** Several choices, however they came in. */
export const choicesOf = (values: Values, id: FieldId): string[] => {
  const value = values[id];
  return Array.isArray(value) ? value : value ? [value] : [];
};
