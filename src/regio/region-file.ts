import type { z } from 'zod';
import { crossCheck, type FileProblem } from './cross-check.ts';
import { nearest } from './nearest.ts';
import type { Region, Role } from './region.ts';
import { type RegionFile, regionFileSchema } from './region-file-schema.ts';

export type ParsedRegion = { kind: 'ok'; region: Region } | { kind: 'invalid'; problems: FileProblem[] };

/**
 * The region of a file (contract.md), read from YAML or JSON already: euros become cents, `50%` becomes
 * 5000, what is left out gets its default. Or everything that is wrong with it, each in Dutch with what
 * is allowed. A path of an unknown key ends in that key.
 */
export function parseRegionFile(data: unknown): ParsedRegion {
  const parsed = regionFileSchema.safeParse(data, { error: dutch });
  if (!parsed.success) return { kind: 'invalid', problems: parsed.error.issues.flatMap(problemsOf) };
  const problems = crossCheck(parsed.data);
  return problems.length > 0 ? { kind: 'invalid', problems } : { kind: 'ok', region: toRegion(parsed.data) };
}

function problemsOf(issue: z.core.$ZodIssue): FileProblem[] {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  if (issue.code !== 'unrecognized_keys') return [{ path, message: issue.message }];
  const allowed = issue.message.replace(/^Toegelaten: |\.$/g, '').split(', ');
  return issue.keys.map((key) => {
    const close = nearest(key, allowed);
    // `{ naam: hulp, zoals een CKG }` makes a key of what follows the comma.
    const quotes = /\s/.test(key) ? ' Tekst met een komma hoort tussen aanhalingstekens.' : '';
    const hint = close === null ? quotes : ` Bedoelde je ${close}?`;
    return { path: [...path, key], message: `Onbekende sleutel "${key}".${hint} ${issue.message}` };
  });
}

const kinds: Readonly<Record<string, string>> = {
  array: 'een lijst',
  object: 'een blok met sleutels',
  record: 'een blok met sleutels',
  string: 'tekst',
};

/** Dutch text for what zod finds itself; fields of `file-values.ts` bring their own. */
function dutch(issue: z.core.$ZodRawIssue): string {
  switch (issue.code) {
    case 'invalid_type': {
      const problem = issue.input === undefined ? 'Ontbreekt.' : issue.input === null ? 'Is leeg.' : 'Kan hier niet.';
      return `${problem} Verwacht: ${kinds[issue.expected] ?? issue.expected}.`;
    }
    case 'invalid_value':
      return `${issue.input === undefined ? 'Ontbreekt.' : `"${issue.input}" kan hier niet.`} Toegelaten: ${issue.values.join(', ')}.`;
    case 'invalid_key':
      return 'Kan hier niet. Verwacht: een jaartal, zoals 2026.';
    default:
      return 'Kan hier niet.';
  }
}

const termijnenOf = ({ termijnen: { zorgtafel_stopt: zorgtafelStopt, ...rest } }: Pick<RegionFile, 'termijnen'>) => ({
  ...rest,
  zorgtafelStopt,
});

/** What a later entry leaves out is as what stands without a date. */
function rugzakOf({ rugzak }: Pick<RegionFile, 'rugzak'>): Region['rugzak'] {
  const { beleid, jaarbudget, goedkeuring, verwerkingstijd, ...always } = rugzak;
  return {
    ...always,
    ...(beleid.length > 0 && { beleid: [always, ...beleid.map((later) => ({ ...always, ...later }))] }),
    jaarbudget: byYear(jaarbudget, 'rugzak'),
    ...(Object.values(jaarbudget).some((b) => b.structureel !== undefined) && {
      structureel: byYear(jaarbudget, 'structureel'),
    }),
    goedkeuring,
    verwerkingstijd,
  };
}

const byYear = (budgets: RegionFile['rugzak']['jaarbudget'], kind: 'rugzak' | 'structureel'): Record<string, number> =>
  Object.fromEntries(Object.entries(budgets).flatMap(([year, { [kind]: c }]) => (c === undefined ? [] : [[year, c]])));

/** A term from the beginning, and what comes in its place later. */
const bewaringOf = ({ casus, beleid }: RegionFile['bewaring']): NonNullable<Region['bewaring']> => [
  ...(casus === undefined ? [] : [{ casus }]),
  ...beleid,
];

function toRegion({ bewaring: written, ...file }: RegionFile): Region {
  const bewaring = bewaringOf(written);
  return {
    ...file,
    ...(bewaring.length > 0 && { bewaring }),
    rugzak: rugzakOf(file),
    termijnen: termijnenOf(file),
    herinneringen: {
      dagVoor: file.herinneringen.dag_voor,
      vooraf: file.herinneringen.vooraf,
      ochtend: file.herinneringen.ochtend,
      bevestigenBinnen: file.herinneringen.bevestigen_binnen,
      overdracht: file.herinneringen.overdracht,
      gaten: [...new Set(file.herinneringen.gaten)].sort((a, b) => b - a),
    },
    personen: file.personen.map((person) => ({
      ...person,
      rollen: person.rollen.filter((role): role is Role => role !== 'aanmelder'),
    })),
    permanentie: file.permanentie.map(({ dagdelen, ...dated }) => ({
      ...dated,
      dagdelen: dagdelen.map(({ dag, uren, persoon, route, eigenaar }) => {
        if (persoon !== undefined) return { dag, ...uren, persoon };
        if (route !== undefined && eigenaar !== undefined) return { dag, ...uren, route, eigenaar };
        throw new Error('crossCheck lets no day part through that nobody fills');
      }),
    })),
    sluitingsdagen: [...new Set(file.sluitingsdagen)].sort(),
  };
}
