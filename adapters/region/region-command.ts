import { type Directory, type Person, reachableAccount } from '../../src/personen/directory.ts';
import type { Store } from '../../src/ports.ts';
import { checkRegion } from '../../src/regio/check-region.ts';
import { describeChange } from '../../src/regio/describe-change.ts';
import { mergeRegion } from '../../src/regio/merge-region.ts';
import type { Region } from '../../src/regio/region.ts';
import { type Clock, dateIn, type Ids } from '../../src/time.ts';
import { teamOnderwerp } from '../../src/werk/onderwerp.ts';
import { personsOfRegion } from './persons-of-region.ts';
import { readRegionFile } from './read-region-file.ts';

/** Exit codes of `npm run region`: 78 is the system's code for wrong use or configuration. */
export const exitCode = { ok: 0, problems: 1, usage: 78 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

type Print = (line: string) => void;

const usage = 'Gebruik: npm run region -- check BESTAND … of npm run region -- apply BESTAND';

/** Whether the bot can write to the person with an e-mail address; `changed`: people about to be written. */
export const reachableIn =
  (directory: Directory, changed: readonly Person[] = []) =>
  (email: string): boolean => {
    const personId = changed.find((person) => person.email === email)?.id ?? directory.personIdByEmail.get(email);
    return personId !== undefined && reachableAccount(directory, personId) !== undefined;
  };

/**
 * `npm run region -- check FILE …`: says of each file whether it can be applied, and what to look at.
 * Warnings alone are no problem. `reachable` needs a database; without it nothing is said about that.
 */
export async function check(
  files: readonly string[],
  { clock, print, reachable }: { clock: Clock; print: Print; reachable?: (email: string) => boolean },
): Promise<ExitCode> {
  if (files.length === 0) {
    print(usage);
    return exitCode.usage;
  }
  let code: ExitCode = exitCode.ok;
  for (const file of files) {
    const region = await read(file, print);
    if (region === null) code = exitCode.problems;
    else {
      print(`${file}: in orde (${region.code}, ${region.naam})`);
      printWarnings(region, dateIn(region.tijdzone, clock.now()), print, reachable);
    }
  }
  return code;
}

/**
 * `npm run region -- apply FILE`, and `REGION_FILE` at start: shows the difference and writes it, with the
 * people of the file, in one commit [P3]. Idempotent: a second time there is no difference and nothing is
 * written. `by`: person id or `bot`, for the audit.
 */
export async function apply(
  file: string | undefined,
  {
    store,
    clock,
    ids,
    by,
    print,
  }: { store: Pick<Store, 'commit' | 'directory'>; clock: Clock; ids: Ids; by: string; print: Print },
): Promise<ExitCode> {
  if (file === undefined) {
    print(usage);
    return exitCode.usage;
  }
  const incoming = await read(file, print);
  if (incoming === null) return exitCode.problems;

  const now = clock.now();
  const today = dateIn(incoming.tijdzone, now);
  const directory = store.directory();
  const current = directory.regions.get(incoming.code) ?? null;
  const { next, changes } = mergeRegion(current, incoming, today);
  const persons = personsOfRegion(directory, current, next, ids);

  for (const change of changes) print(describeChange(change));
  for (const person of persons) print(personLine(directory, person));
  printWarnings(next, today, print, reachableIn(directory, persons));
  if (changes.length === 0 && persons.length === 0) {
    print(`${next.code}: geen verschillen, niets aangepast`);
    return exitCode.ok;
  }
  const result = await store.commit({
    ...(changes.length > 0 && { region: { next, by } }),
    ...(persons.length > 0 && { persons }),
    // What somebody of the team sees of their work depends on roles and rota [S7].
    refresh: teamOnderwerp(next.code),
    audit: [{ op: now, wie: by, wat: 'region.apply', waarover: next.code, resultaat: 'toegestaan' }],
  });
  if (result.kind === 'verouderd') {
    print(`${next.code}: intussen paste iemand anders deze regio aan. Er is niets aangepast; probeer opnieuw.`);
    return exitCode.problems;
  }
  print(`${next.code}: toegepast. Wat vóór ${today} gold, blijft bewaard.`);
  return exitCode.ok;
}

async function read(file: string, print: Print): Promise<Region | null> {
  const result = await readRegionFile(file);
  if (result.kind === 'ok') return result.region;
  for (const { line, column, path, message } of result.problems)
    print(`${file}:${line}:${column}${path === '' ? '' : ` ${path}`}: ${message}`);
  return null;
}

function printWarnings(region: Region, today: string, print: Print, reachable?: (email: string) => boolean): void {
  for (const { tekst } of checkRegion(region, today, reachable)) print(`! ${tekst}`);
}

const personLine = (directory: Directory, { id, naam, email }: Person) =>
  directory.persons.has(id) ? `~ gegevens van ${naam} <${email}>` : `+ nieuw bij de bot: ${naam} <${email}>`;
