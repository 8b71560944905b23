import { nearest } from './nearest.ts';
import type { RegionFile } from './region-file-schema.ts';

/** Something wrong in a region file: where (keys and indexes from the top), and what is allowed (Dutch). */
export type FileProblem = { path: (string | number)[]; message: string };

type Entry = { van?: string; tot?: string };

/** What the parts of a region file say about each other and a schema of one part cannot see. */
export function crossCheck(file: RegionFile): FileProblem[] {
  return [
    ...dates(file),
    ...people(file),
    ...ids(file, 'routes'),
    ...ids(file, 'organisaties'),
    ...templates(file),
    ...policies('rugzak', file.rugzak.beleid),
    ...policies('bewaring', file.bewaring.beleid),
    ...(file.gemeenten.length + file.postcodes.length === 0
      ? [{ path: ['gemeenten'], message: 'Geef minstens één gemeente (gemeenten) of postcode (postcodes).' }]
      : []),
  ];
}

/** Two policies from the same day: which one holds would be chance. */
const policies = (part: 'rugzak' | 'bewaring', beleid: readonly { van: string }[]): FileProblem[] =>
  beleid.flatMap(({ van }, i) =>
    beleid.slice(0, i).some((other) => other.van === van)
      ? [
          {
            path: [part, 'beleid', i, 'van'],
            message: `Een ander beleid begint ook op ${van}. Geef elk een eigen van.`,
          },
        ]
      : [],
  );

/** [P3] */
function dates(file: RegionFile): FileProblem[] {
  const lists: [(string | number)[], readonly Entry[]][] = [
    [['contact', 'telefoon'], file.contact.telefoon],
    [['personen'], file.personen],
    [['organisaties'], file.organisaties],
    [['permanentie'], file.permanentie],
    [['routes'], file.routes],
    [['rugzak', 'beleid'], file.rugzak.beleid],
    [['bewaring', 'beleid'], file.bewaring.beleid],
  ];
  return lists.flatMap(([path, entries]) =>
    entries.flatMap(({ van, tot }, i) =>
      van !== undefined && tot !== undefined && tot < van
        ? [
            {
              path: [...path, i, 'tot'],
              message: `tot (${tot}) ligt voor van (${van}). Verwacht: van ten laatste op tot.`,
            },
          ]
        : [],
    ),
  );
}

function people(file: RegionFile): FileProblem[] {
  const problems = ids(file, 'personen');
  const knownOrganisations = file.organisaties.map((o) => o.id);
  file.personen.forEach((person, i) => {
    const earlier = file.personen.slice(0, i);
    if (earlier.some((p) => p.email === person.email && p.id !== person.id))
      problems.push({
        path: ['personen', i, 'email'],
        message: `${person.email} staat al bij een andere persoon. Elke persoon heeft een eigen e-mailadres.`,
      });
    if (earlier.some((p) => p.id === person.id && p.email !== person.email))
      problems.push({
        path: ['personen', i, 'email'],
        message: `${person.id} heeft hierboven een ander e-mailadres. Gebruik één adres per persoon.`,
      });
    const org = person.organisatie;
    // Somebody's organisation may be a plain name; one that looks like an id must be one.
    if (org !== undefined && /^[a-z0-9]+(-[a-z0-9]+)+$/.test(org) && !knownOrganisations.includes(org))
      problems.push({ path: ['personen', i, 'organisatie'], message: unknown('organisatie', org, knownOrganisations) });
  });
  if (!file.personen.some((p) => p.rollen.includes('casuscoordinator')))
    problems.push({ path: ['personen'], message: 'Minstens één persoon heeft de rol casuscoordinator nodig.' });
  return problems;
}

/** An id may come back for another period, not twice for the same day. */
function ids(file: RegionFile, list: 'personen' | 'routes' | 'organisaties'): FileProblem[] {
  const entries: readonly (Entry & { id: string })[] = file[list];
  return entries.flatMap((entry, i) =>
    entries.slice(0, i).some((other) => other.id === entry.id && overlap(entry, other))
      ? [
          {
            path: [list, i, 'id'],
            message: `${entry.id} staat hierboven al, voor dezelfde dagen. Geef een andere id, of een andere van en tot.`,
          },
        ]
      : [],
  );
}

const overlap = (a: Entry, b: Entry) => (a.van ?? '') <= (b.tot ?? '9999') && (b.van ?? '') <= (a.tot ?? '9999');

function templates(file: RegionFile): FileProblem[] {
  const persons = [...new Set(file.personen.map((p) => p.id))];
  const routes = [...new Set(file.routes.map((r) => r.id))];
  return file.permanentie.flatMap((template, t) => {
    const problems: FileProblem[] = [];
    if (file.permanentie.slice(0, t).some((other) => other.van === template.van))
      problems.push({
        path: ['permanentie', t],
        message: `Een ander rooster begint ook ${template.van === undefined ? 'zonder van' : `op ${template.van}`}. Geef elk rooster een eigen van.`,
      });
    template.dagdelen.forEach((part, d) => {
      const at = (key?: string) => ['permanentie', t, 'dagdelen', d, ...(key === undefined ? [] : [key])];
      const known = (key: 'persoon' | 'route' | 'eigenaar', allowed: string[]) => {
        const id = part[key];
        if (id !== undefined && !allowed.includes(id))
          problems.push({ path: at(key), message: unknown(key, id, allowed) });
      };
      known('persoon', persons);
      known('route', routes);
      known('eigenaar', persons);
      const filled =
        part.route === undefined
          ? part.persoon !== undefined && part.eigenaar === undefined
          : part.persoon === undefined && part.eigenaar !== undefined;
      if (!filled)
        problems.push({
          path: at(),
          message: 'Een dagdeel heeft ofwel een persoon, ofwel een route met een eigenaar.',
        });
      const clash = template.dagdelen
        .slice(0, d)
        .find((other) => other.dag === part.dag && other.uren.van < part.uren.tot && part.uren.van < other.uren.tot);
      if (clash)
        problems.push({
          path: at('uren'),
          message: `Overlapt met ${clash.dag} ${clash.uren.van}-${clash.uren.tot}. Dagdelen van één dag mogen aansluiten, niet overlappen.`,
        });
    });
    return problems;
  });
}

function unknown(what: string, id: string, allowed: readonly string[]): string {
  const close = nearest(id, allowed);
  const hint = close === null ? '' : ` Bedoelde je ${close}?`;
  return `Onbekende ${what} "${id}".${hint} Toegelaten: ${allowed.join(', ') || '(nog geen ingevuld)'}.`;
}
