import { botsingenTussen } from '../../src/permanentie/botsing.ts';
import { followTemplate } from '../../src/permanentie/follow-rota.ts';
import { sjabloonGevolgen } from '../../src/permanentie/sjabloon.ts';
import { type Directory, type Person, reachableAccount } from '../../src/personen/directory.ts';
import type { Log, Store } from '../../src/ports.ts';
import { checkRegion } from '../../src/regio/check-region.ts';
import { describeBotsing } from '../../src/regio/describe-botsing.ts';
import { describeChange } from '../../src/regio/describe-change.ts';
import { mergeRegion } from '../../src/regio/merge-region.ts';
import type { Region } from '../../src/regio/region.ts';
import { type Clock, dateIn, type Ids } from '../../src/time.ts';
import { teamOnderwerp } from '../../src/werk/onderwerp.ts';
import { flemishHolidays } from './holidays.ts';
import { personsOfRegion } from './persons-of-region.ts';
import { readRegionFile } from './read-region-file.ts';

/** Exit codes of `npm run region`: 78 is the system's code for wrong use or configuration. */
const exitCode = { ok: 0, problems: 1, usage: 78 } as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];

type Print = (line: string) => void;

const usage = 'Gebruik: npm run region -- check BESTAND … of npm run region -- apply BESTAND';

/** Whether the bot can write to the person with an e-mail address; `changed`: people about to be written. */
const reachableIn =
  (directory: Directory, changed: readonly Person[] = []) =>
  (email: string): boolean => {
    const personId = changed.find((person) => person.email === email)?.id ?? directory.personIdByEmail.get(email);
    return personId !== undefined && reachableAccount(directory, personId) !== undefined;
  };

/**
 * `npm run region -- check FILE …`: says of each file whether it can be applied, and what to look at.
 * Warnings alone are no problem. `directory` needs a database; without it nothing is said about who cannot be
 * reached, nor about changes in the chat that meet the file.
 */
export async function check(
  files: readonly string[],
  {
    clock,
    print,
    directory,
    reachable = directory && reachableIn(directory),
  }: { clock: Clock; print: Print; directory?: Directory; reachable?: (email: string) => boolean },
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
      const today = dateIn(region.tijdzone, clock.now());
      const current = directory?.regions.get(region.code);
      if (directory && current)
        for (const line of conflictLines(current, mergeRegion(current, region, today).next, directory, today))
          print(line);
      for (const line of warnings(region, today, reachable)) print(line);
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
    log,
  }: {
    store: Pick<Store, 'commit' | 'directory' | 'openVerzoeken' | 'roosterTot' | 'wachtend' | 'gebeurtenissen'>;
    clock: Clock;
    ids: Ids;
    by: string;
    print: Print;
    log?: Log;
  },
): Promise<ExitCode> {
  if (file === undefined) {
    print(usage);
    return exitCode.usage;
  }
  const incoming = await read(file, print);
  if (incoming === null) return exitCode.problems;

  const now = clock.now();
  const today = dateIn(incoming.tijdzone, now);
  let shown = '';
  for (let attempt = 0; attempt < APPLY_ATTEMPTS; attempt++) {
    const directory = store.directory();
    const current = directory.regions.get(incoming.code) ?? null;
    const { next, changes } = mergeRegion(current, incoming, today);
    const persons = personsOfRegion(directory, current, next, ids);
    const gevolgen =
      current && changes.length > 0
        ? sjabloonGevolgen(current, next, directory, persons, {
            holidays: flemishHolidays,
            now,
            ids,
            verzoeken: await store.openVerzoeken(today),
            tot: (await store.roosterTot()).get(next.code) ?? null,
          })
        : null;
    const lines = [
      ...changes.map(describeChange),
      ...persons.map((person) => personLine(directory, person)),
      ...conflictLines(current, next, directory, today),
      ...warnings(next, today, reachableIn(directory, persons)),
    ];
    // Before anything is applied; once more only when somebody else's change made it another story.
    if (lines.join('\n') !== shown) for (const line of lines) print(line);
    shown = lines.join('\n');
    if (changes.length === 0 && persons.length === 0) {
      print(`${next.code}: geen verschillen, niets aangepast`);
      return exitCode.ok;
    }
    const result = await store.commit({
      ...(changes.length > 0 && { region: { next, by, was: directory.version } }),
      ...(persons.length > 0 && { persons }),
      berichten: gevolgen?.berichten ?? [],
      // What somebody of the team sees of their work depends on roles and rota [S7].
      refresh: [teamOnderwerp(next.code), ...(gevolgen?.refresh ?? [])],
      audit: [{ op: now, wie: by, wat: 'region.apply', waarover: next.code, resultaat: 'toegestaan' }],
    });
    // Somebody was first, perhaps with the same file: what it changes is looked at anew.
    if (result.kind !== 'ok') continue;
    if (gevolgen && gevolgen.botsingen.length > 0)
      log?.warn('region.exceptions_meet_template', { regio: next.code, count: gevolgen.botsingen.length });
    if (current && changes.length > 0)
      // It is applied: what could not follow is told, and makes nothing fail.
      await followTemplate({ store, clock, ids, holidays: flemishHolidays }, current).catch(() => {
        log?.warn('region.waiting_did_not_follow', { regio: next.code });
        print('! Niet elke aanmelding die wacht, kon het nieuwe rooster volgen: laat een coördinator ze nakijken.');
      });
    print(`${next.code}: toegepast. Wat vóór ${today} gold, blijft bewaard.`);
    return exitCode.ok;
  }
  print(`${incoming.code}: intussen paste iemand anders deze regio aan. Er is niets aangepast; probeer opnieuw.`);
  return exitCode.problems;
}

/** How often a file is tried when the picture it was compared with turns out to be old. */
const APPLY_ATTEMPTS = 5;

/** Changes people made in the chat that the new template meets, before anything is written [P4]. */
function conflictLines(current: Region | null, next: Region, directory: Directory, today: string): string[] {
  if (current === null) return [];
  return botsingenTussen(current, next, flemishHolidays, today).map((b) => `! ${describeBotsing(b, next, directory)}`);
}

async function read(file: string, print: Print): Promise<Region | null> {
  const result = await readRegionFile(file);
  if (result.kind === 'ok') return result.region;
  for (const { line, column, path, message } of result.problems)
    print(`${file}:${line}:${column}${path === '' ? '' : ` ${path}`}: ${message}`);
  return null;
}

const warnings = (region: Region, today: string, reachable?: (email: string) => boolean): string[] =>
  checkRegion(region, today, reachable).map(({ tekst }) => `! ${tekst}`);

const personLine = (directory: Directory, { id, naam, email }: Person) =>
  directory.persons.has(id) ? `~ gegevens van ${naam} <${email}>` : `+ nieuw bij de bot: ${naam} <${email}>`;
