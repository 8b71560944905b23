import { readFile } from 'node:fs/promises';
import { type Document, isCollection, isMap, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Region } from '../../src/regio/region.ts';
import { parseRegionFile } from '../../src/regio/region-file.ts';

/** Where and what is wrong in a region file. `path` is dotted (`permanentie.0.dagdelen.2.persoon`), `message` Dutch. */
type RegionProblem = { line: number; column: number; path: string; message: string };

export type ReadRegion = { kind: 'ok'; region: Region } | { kind: 'invalid'; problems: RegionProblem[] };

/** Reads and checks a region file. A file that cannot be read is a problem like any other. */
export async function readRegionFile(path: string): Promise<ReadRegion> {
  try {
    return parseRegionText(await readFile(path, 'utf8'));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (typeof code !== 'string') throw error;
    const message = unreadable[code] ?? `Het bestand kan niet gelezen worden (${code}).`;
    return { kind: 'invalid', problems: [{ line: 1, column: 1, path: '', message }] };
  }
}

const unreadable: Readonly<Record<string, string>> = {
  ENOENT: 'Het bestand bestaat niet. Controleer het pad.',
  EISDIR: 'Dit is een map. Verwacht: een YAML-bestand.',
  EACCES: 'Het bestand mag niet gelezen worden. Controleer de rechten.',
};

/** Checks the text of a region file. Problems come in the order of the file. */
export function parseRegionText(text: string): ReadRegion {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const problem = (offset: number, path: string, message: string): RegionProblem => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1), path, message };
  };
  if (document.errors.length > 0)
    return { kind: 'invalid', problems: document.errors.map((error) => problem(error.pos[0], '', yamlProblem(error))) };
  if (!isMap(document.contents))
    return {
      kind: 'invalid',
      problems: [problem(0, '', 'Verwacht: een YAML-bestand met sleutels als code, naam en personen.')],
    };

  keepWrittenNumbers(document);
  const parsed = parseRegionFile(document.toJS());
  if (parsed.kind === 'ok') return parsed;
  return {
    kind: 'invalid',
    problems: parsed.problems
      .map(({ path, message }) => ({ ...problem(offsetOf(document, path), path.join('.'), message) }))
      .sort((a, b) => a.line - b.line || a.column - b.column),
  };
}

/**
 * What is a number to YAML but would not be written back the same stays the text it was: `0490448258`
 * would lose its first digit, and `20.000` euros would be twenty.
 */
function keepWrittenNumbers(document: Document): void {
  visit(document, {
    Scalar(_key, node) {
      if (typeof node.value === 'number' && `${node.value}` !== node.source) node.value = node.source;
    },
  });
}

/** Where the key of a path stands, or the nearest block around it that exists. */
function offsetOf(document: Document, path: readonly (string | number)[]): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (!isCollection(node)) break;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && `${item.key.value}` === `${step}`);
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else {
      node = node.get(step, true);
      offset = startOf(node) ?? offset;
    }
  }
  return offset;
}

const startOf = (node: unknown): number | undefined =>
  isScalar(node) || isCollection(node) ? node.range?.[0] : undefined;

function yamlProblem(error: YAMLError): string {
  return `${yamlProblems[error.code] ?? 'Dit is geen geldige YAML.'} Kijk deze regel en de regel erboven na.`;
}

const yamlProblems: Partial<Record<YAMLError['code'], string>> = {
  BAD_INDENT: 'De inspringing klopt niet.',
  BLOCK_AS_IMPLICIT_KEY: 'Een dubbelpunt te veel op één regel; zet tekst met een dubbelpunt tussen aanhalingstekens.',
  BLOCK_IN_FLOW: 'Tussen { } of [ ] moet alles op de korte manier geschreven zijn.',
  DUPLICATE_KEY: 'Deze sleutel staat er twee keer.',
  MISSING_CHAR: 'Er ontbreekt een teken: een haakje, een komma, een dubbelpunt of een aanhalingsteken.',
  MULTIPLE_DOCS: 'Eén regio per bestand: --- mag maar één keer.',
  TAB_AS_INDENT: 'Spring in met spaties, niet met tabs.',
  UNEXPECTED_TOKEN: 'Hier staat een teken dat niet past.',
};
