/**
 * Every command, declared once: the parser, `/hulp`, both manifests and the README table derive from it.
 */
export const commands = [
  {
    name: 'aanmelding',
    usage: '/aanmelding',
    short: 'Meld een jong kind aan',
    description:
      'Meld een (ongeboren) kind onder 3 jaar aan bij de casuscoördinator van wacht, of werk je concept verder af.',
  },
  {
    name: 'permanentie',
    usage: '/permanentie [datum, week, van mij of agenda]',
    short: 'Wie is er nu van wacht?',
    description:
      'Toont wie nu van wacht is, tot wanneer, hoe je die bereikt en wie daarna komt. Met een datum: voor die dag. Met week: het rooster. Met van mij: jouw dagdelen. Met agenda: in je eigen agenda.',
  },
  {
    name: 'casus',
    usage: '/casus [referentie]',
    short: 'Mijn casussen en termijnen',
    description: 'Toont jouw casussen met hun eerstvolgende termijn. Met een referentie: die casus met zijn verloop.',
  },
  {
    name: 'zorgtafel',
    usage: '/zorgtafel [referentie]',
    short: 'Mijn zorgtafels en uitnodigingen',
    description:
      'Toont de zorgtafels waar jij bij bent, en wat nog op jouw antwoord wacht. Met een referentie: de zorgtafel van die casus.',
  },
  {
    name: 'rugzak',
    usage: '/rugzak [referentie en dag, of regio en jaar]',
    short: 'Rugzakmiddelen en jaarbudget',
    description:
      'Met een referentie: de rugzak van die casus, en met een dag erachter het saldo op die dag. Zonder: jouw casussen met een rugzak. Met regio: het jaarbudget, of dat van een ander jaar.',
  },
  {
    name: 'werk',
    usage: '/werk',
    short: 'Mijn werk: wat wacht er op mij?',
    description:
      'Mijn werk: dagdelen, casussen en termijnen, en wat op jou wacht. Het overzicht blijft vanzelf juist. Je mag ook mijn werk typen.',
  },
  {
    name: 'zorgplan',
    usage: '/zorgplan [referentie]',
    short: 'Zorgplannen en evaluaties',
    description:
      'Toont de zorgplannen waar je bij betrokken bent, met hun volgende evaluatie en jouw acties. Met een referentie: dat plan.',
  },
  {
    name: 'hulp',
    usage: '/hulp',
    short: 'Wat kan ik hier doen?',
    description: 'Legt uit wat je met deze bot kan doen, afgestemd op jouw rol.',
  },
] as const satisfies readonly CommandDeclaration[];

export type CommandDeclaration = {
  /** 2–32 lower-case characters, as both platforms allow. */
  name: string;
  usage: string;
  /** At most 32 characters: shown in the command menus. */
  short: string;
  /** One or two Dutch sentences for `/hulp` and the README. */
  description: string;
};

export type CommandName = (typeof commands)[number]['name'];

/**
 * The command in words somebody typed, with or without slash, upper or lower case, and what stands behind it;
 * `mijn werk` is how people say `werk`. Null: it is none.
 */
export function commandIn(text: string): { name: CommandName; rest: string } | null {
  const [first = '', ...rest] = text
    .trim()
    .replace(/^\/?mijn\s+werk\b/i, 'werk')
    .split(/\s+/);
  const word = first.toLowerCase().replace(/^\//, '');
  const name = commands.find((c) => c.name === word)?.name;
  return name ? { name, rest: rest.join(' ') } : null;
}
