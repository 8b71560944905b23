import type { Card, Input } from '../cards/card.ts';
import { cardOf } from '../cards/card-of.ts';
import { type Asker, type Choice, type Field, fields, pageTitles } from '../src/aanmelding/fields.ts';
import type { CasusFormulier } from '../src/casus/casus-view.ts';
import type { RugzakFormulier } from '../src/rugzak/rugzak-view.ts';
import type { View } from '../src/view.ts';
import type { ZorgplanFormulier } from '../src/zorgplan/zorgplan-view.ts';
import { planPaginas } from '../src/zorgtafel/plan-velden.ts';
import type { TafelFormulierSoort } from '../src/zorgtafel/tafel-view.ts';

/** Markdown of `docs/formulieren.md`: every field of every form, with the id that other programs rely on. */
export function formsTable(): string {
  const pages = [1, 2, 3].map((page) =>
    section(
      `Aanmelding, pagina ${page}: ${pageTitles[page - 1]}`,
      ['id', 'vraag', 'soort', 'verplicht', 'voor wie', 'regel'],
      fields
        .filter((field) => field.page === page)
        .map((f) => [code(f.id), f.label, kindOf(f), requiredOf(f), askedOf(f), f.rule]),
    ),
  );
  const others = otherForms().map(({ name, card }) =>
    section(
      name,
      ['id', 'vraag', 'soort', 'verplicht'],
      inputsOf(card).map((input) => [code(input.id), input.label, kindOf(input), input.required ? 'ja' : 'nee']),
    ),
  );
  return [
    '# Formulieren',
    '',
    'Gemaakt door `npm run manifest`; niet met de hand aanpassen. De id van een veld is dezelfde op elk platform: in Slack',
    'de `block_id` en de `action_id`, in Teams de `Input.id`. De kolom regel noemt de regel waar de vraag uit komt.',
    '',
    ...[...pages, ...others].flatMap((part) => [...part, '']),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n');
}

/** A heading with a table, its columns as wide as the formatter wants them. */
function section(title: string, columns: string[], rows: string[][]): string[] {
  const lines = [columns, ...rows].map((cells) => cells.map((cell) => cell.replaceAll('|', '\\|')));
  const widths = columns.map((_, column) => Math.max(3, ...lines.map((cells) => cells[column]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [`## ${title}`, '', line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)];
}

const code = (text: string) => `\`${text}\``;

function kindOf(field: Field | Input): string {
  switch (field.kind) {
    case 'text':
      return `tekst, tot ${field.maxLength} tekens`;
    case 'date':
      return 'datum';
    case 'time':
      return 'uur (UU:MM)';
    case 'choice':
      return `keuze: ${optionsOf(field.options)}`;
    case 'choices':
      return `meerdere keuzes: ${optionsOf(field.options)}`;
    default:
      throw new Error(field satisfies never);
  }
}

const optionsOf = (options: readonly Choice[]) => options.map(({ value }) => code(value)).join(', ');

/** A field that is required only after some answers: each choice is tried, to find which. */
function requiredOf({ required }: Field): string {
  if (typeof required === 'boolean') return required ? 'ja' : 'nee';
  const after = fields.flatMap((field) =>
    field.kind === 'choice'
      ? field.options
          .filter(({ value }) => required({ [field.id]: value }))
          .map(({ value }) => code(`${field.id}=${value}`))
      : [],
  );
  return after.length === 0 ? 'soms' : `bij ${after.join(' of ')}`;
}

function askedOf({ when }: Field): string {
  if (when === undefined) return 'iedereen';
  const asked = (asker: Partial<Asker>) => when({}, { coordinator: false, basisvoorziening: false, ...asker });
  const who = [
    asked({}) && 'andere aanmelders',
    asked({ coordinator: true }) && 'casuscoördinatoren',
    asked({ basisvoorziening: true }) && 'basisvoorzieningen',
  ].filter((name) => name !== false);
  return who.length === 0 ? 'na een eerder antwoord' : who.join(', ');
}

const inputsOf = ({ parts }: Card): Input[] => parts.filter((part) => part.type === 'input');

/** Forms outside the aanmelding: their fields stand in the cards, so the cards are asked. */
function otherForms(): { name: string; card: Card }[] {
  const kennismaking: View = {
    view: 'kennismaking',
    naam: '',
    regios: [{ code: 'code van de regio', naam: '' }],
    values: {},
    errors: {},
    // biome-ignore lint/suspicious/noThenProperty: the view's word for what comes after; it holds a text.
    then: '',
  };
  const antwoord: View = {
    view: 'vraag',
    casusId: '',
    vraagId: '',
    referentie: '',
    door: '',
    tekst: '',
    antwoord: null,
    waarde: null,
    vervallen: false,
    errors: {},
  };
  const aboutCasus = (formulier: CasusFormulier): View => ({
    view: 'casus_formulier',
    formulier,
    casusId: '',
    referentie: '',
    beller: null,
    values: {},
    errors: {},
    keuzes: [{ value: 'id van de collega', label: '' }],
    ...(formulier === 'afsluiting' && { zorgtafel: { id: 'id van de zorgtafel', start: null, zone: '', voor: [] } }),
  });
  const aboutZorgplan = (formulier: ZorgplanFormulier): View => ({
    view: 'zorgplan_formulier',
    formulier,
    casusId: '',
    referentie: '',
    zone: 'Europe/Brussels',
    subject: '',
    sectie: null,
    bestaat: false,
    hoger: false,
    intussen: null,
    herkomst: null,
    besluit: false,
    values: {},
    errors: {},
    mensen: [{ value: 'id van een betrokkene', label: '' }],
    doelen: [{ id: 'id', doel: '', zichtbaar: '', vorige: null }],
    actief: 'a',
    datum: null,
    ontbreekt: [],
  });
  const nota: View = {
    view: 'nota_formulier',
    subject: '',
    regio: '',
    zone: 'Europe/Brussels',
    volgende: null,
    wijzigt: null,
    casussen: [{ veld: 'nota-<id van de casus>', referentie: 'per open casus, de dichtste termijnen', termijn: null }],
    andere: [{ value: 'id van de casus', label: '' }],
    values: {},
    errors: {},
  };
  const rugzakPagina = (pagina: 1 | 2): View => ({
    view: 'rugzak_pagina',
    draftId: '',
    casusId: '',
    referentie: '',
    pagina,
    vrij: { totaal: 0, verblijf: 0 },
    values: {},
    errors: {},
  });
  const aboutRugzak = (formulier: RugzakFormulier): View => ({
    view: 'rugzak_formulier',
    formulier,
    subject: '',
    referentie: '',
    vraag: null,
    rest: null,
    einde: null,
    values: {},
    errors: {},
  });
  return [
    { name: 'Kennismaking', card: cardOf(kennismaking) },
    ...Object.entries(casusFormulieren).map(([formulier, name]) => ({
      name,
      card: cardOf(aboutCasus(formulier as CasusFormulier)),
    })),
    ...Object.entries(zorgplanFormulieren).map(([formulier, name]) => ({
      name,
      card: cardOf(aboutZorgplan(formulier as ZorgplanFormulier)),
    })),
    { name: 'Permanentie: overdracht schrijven', card: cardOf(nota) },
    { name: 'Permanentie: nota wijzigen', card: cardOf({ ...nota, wijzigt: { referentie: null } }) },
    ...([1, 2] as const).map((pagina) => ({
      name: `Rugzak: middelen aanvragen, pagina ${pagina}`,
      card: cardOf(rugzakPagina(pagina)),
    })),
    ...Object.entries(rugzakFormulieren).map(([formulier, name]) => ({
      name,
      card: cardOf(aboutRugzak(formulier as RugzakFormulier)),
    })),
    { name: 'Antwoord op een vraag (op de kaart zelf)', card: cardOf(antwoord) },
    ...tafelForms(),
  ];
}

/** The pages that plan a zorgtafel, and the small forms about one. */
function tafelForms(): { name: string; card: Card }[] {
  const keuze = (label: string) => [{ value: label, label: '' }];
  const pagina = (n: number): View => ({
    view: 'tafel_plan',
    draftId: '',
    referentie: '',
    zone: '',
    pagina: n,
    paginas: planPaginas.length,
    keuzes: {
      plaatsen: keuze('plaats'),
      personen: keuze('id van de persoon'),
      kindEnGezin: keuze('id van de persoon'),
      doorgevers: [...keuze('id van de aanmelder'), ...keuze('id van de coördinator')],
      expertises: keuze('specialisme'),
    },
    values: {},
    errors: {},
    meldingen: [],
    overzicht: [],
  });
  const formulier = (soort: TafelFormulierSoort): View => ({
    view: 'tafel_formulier',
    soort,
    casusId: '',
    tafelId: '',
    referentie: '',
    zone: '',
    momenten: keuze('id van het moment'),
    deelnemers: keuze('id van de deelnemer'),
    personen: keuze('id van de persoon'),
    doorgevers: keuze('id van de persoon'),
    ...(soort === 'plaats' && { plaatsen: keuze('plaats') }),
    values: {},
    errors: {},
  });
  return [
    ...planPaginas
      .slice(0, -1)
      .map((title, n) => ({ name: `Zorgtafel plannen, pagina ${n + 1}: ${title}`, card: cardOf(pagina(n + 1)) })),
    ...Object.entries(tafelFormulieren).map(([soort, name]) => ({
      name,
      card: cardOf(formulier(soort as TafelFormulierSoort)),
    })),
  ];
}

const tafelFormulieren: Record<TafelFormulierSoort, string> = {
  kiezen: 'Zorgtafel: zelf vastleggen',
  moment: 'Zorgtafel: moment toevoegen',
  verplaatsen: 'Zorgtafel: verplaatsen',
  plaats: 'Zorgtafel: plaats wijzigen',
  afgelasten: 'Zorgtafel: afgelasten',
  genodigde: 'Zorgtafel: iemand toevoegen',
  doorgever: 'Zorgtafel: wie nodigt uit',
  verwijderen: 'Zorgtafel: iemand weghalen',
  noteren: 'Zorgtafel: antwoord noteren (de velden `antwoord_<moment>` staan ook op de uitnodiging)',
  verslag: 'Zorgtafel: verslag',
  afwezig: 'Expert: niet beschikbaar',
};

/** A form that is missing here does not compile. `score_<id>` and `nota_<id>` come once for every goal. */
const zorgplanFormulieren: Record<ZorgplanFormulier, string> = {
  tekst: 'Zorgplan: een tekst (zorgen, krachten, plan A …)',
  perspectief: 'Zorgplan: perspectief',
  doel: 'Zorgplan: doel',
  actie: 'Zorgplan: actie',
  zorgfiguur: 'Zorgplan: zorgfiguur',
  maken: 'Zorgplan: beginnen zonder zorgtafel',
  vastleggen: 'Zorgplan: vastleggen',
  overstappen: 'Zorgplan: ander plan volgen',
  delen: 'Zorgplan: delen met de tafel',
  evaluatie: 'Zorgplan: evaluatie gehouden',
  verbeteren: 'Zorgplan: evaluatie verbeteren',
  verzetten: 'Zorgplan: evaluatie verzetten',
  overslaan: 'Zorgplan: evaluatie overslaan',
};

/** A form that is missing here does not compile. */
const casusFormulieren: Record<CasusFormulier, string> = {
  terugkoppeling: 'Casus: terugkoppeling',
  vraag: 'Casus: vraag aan de aanmelder',
  overdracht: 'Casus: overdragen',
  geboorte: 'Casus: geboorte melden',
  afsluiting: 'Casus: afsluiten',
  nota: 'Casus: nota voor de volgende',
  aanvulling: 'Aanmelding: aanvullen',
  intrekking: 'Aanmelding: intrekken',
};

/** The same for those of the rugzak. */
const rugzakFormulieren: Record<RugzakFormulier, string> = {
  weigering: 'Rugzak: aanvraag weigeren',
  vraag: 'Rugzak: iets vragen over een aanvraag',
  antwoord: 'Rugzak: antwoorden op een vraag',
  start: 'Rugzak: eerste hulp gestart',
  verlenging: 'Rugzak: verlengen',
  stappen: 'Rugzak: stappen naar de toegangspoort',
  factuur: 'Rugzak: factuur ontvangen',
  betaling: 'Rugzak: factuur betaald',
  vrijgave: 'Rugzak: rest vrijgeven',
  saldo: 'Rugzak: saldo op een dag',
};
