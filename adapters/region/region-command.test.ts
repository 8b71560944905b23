import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { wachtend } from '../../src/casus/casus.fixture.ts';
import type { Casus } from '../../src/casus/casus.ts';
import type { Uitzondering } from '../../src/permanentie/uitzondering.ts';
import type { Directory, Person } from '../../src/personen/directory.ts';
import type { Commit, CommitResult } from '../../src/ports.ts';
import type { Region } from '../../src/regio/region.ts';
import { apply, check } from './region-command.ts';

const demo = (name: string) => `${import.meta.dirname}/${name}.yaml`;

/** Remembers what is committed, as the real store does, so that the next command sees it. */
function memory() {
  const regions = new Map<string, Region>();
  const persons = new Map<string, Person>();
  const commits: Commit[] = [];
  const waiting: Casus[] = [];
  let result: CommitResult = { kind: 'ok' };
  const directory = (): Directory => ({
    version: commits.length,
    regions,
    persons,
    accountsByKey: new Map(),
    accountsByPerson: new Map(
      [...persons.values()]
        .filter((p) => p.naam !== 'Ines')
        .map((p) => [p.id, [{ platform: 'x', ref: p.id, address: '', personId: p.id, reachable: true }]]),
    ),
    personIdByEmail: new Map([...persons.values()].map((p) => [p.email ?? '', p.id])),
  });
  const commit = async (change: Commit): Promise<CommitResult> => {
    if (result.kind !== 'ok') return result;
    commits.push(change);
    if (change.region) regions.set(change.region.next.code, change.region.next);
    for (const person of change.persons ?? []) persons.set(person.id, person);
    return result;
  };
  return {
    store: {
      commit,
      directory,
      openVerzoeken: async () => [],
      roosterTot: async () => new Map(),
      wachtend: async () => waiting,
      gebeurtenissen: async () => [],
    },
    waiting,
    commits,
    persons,
    regions,
    refuse: (kind: 'verouderd') => (result = { kind }),
  };
}

let lines: string[];
let now: string;
let count: number;
const print = (line: string) => lines.push(line.replaceAll('\u00a0', ' '));
const clock = { now: () => Temporal.Instant.from(now) };
const ids = { next: () => `person-${++count}` };
beforeEach(() => {
  lines = [];
  now = '2026-11-23T08:00:00Z';
  count = 0;
});

/** A copy of a demo region with changes, as an operator would edit it. */
async function edited(name: string, ...changes: [from: string | RegExp, to: string][]): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), 'region-')), `${name}.yaml`);
  await cp(demo(name), file);
  const text = changes.reduce((t, [from, to]) => t.replace(from, to), await readFile(file, 'utf8'));
  await writeFile(file, text);
  return file;
}

describe('region check', () => {
  it('passes both demo regions, with what to look at', async () => {
    expect(await check([demo('limburg'), demo('voorbeeldregio')], { clock, print })).toBe(0);
    expect(lines[0]).toBe(`${demo('limburg')}: in orde (LIM, Limburg)`);
    expect(lines[1]).toBe(`${demo('voorbeeldregio')}: in orde (VBR, Voorbeeldregio)`);
    expect(lines[2]).toContain('! Rooster vanaf 2026-07-01: wo 08:30-12:30 en 13:00-16:00 heeft niemand');
  });

  it('gives file, line, column, path and what is allowed, and fails', async () => {
    const file = await edited('limburg', ['persoon: ines', 'persoon: inez'], ['09:00-12:00', '9-12']);
    expect(await check([file, demo('limburg')], { clock, print })).toBe(1);
    expect(lines[0]).toMatch(
      /limburg\.yaml:\d+:\d+ permanentie\.0\.dagdelen\.0\.uren: "9-12" kan hier niet\. Verwacht: /,
    );
    expect(lines.at(-1)).toContain('in orde');
  });

  it('lists who the bot cannot reach', async () => {
    await check([demo('limburg')], { clock, print, reachable: (email) => !email.startsWith('ines') });
    expect(lines).toEqual([
      expect.stringContaining('in orde'),
      expect.stringContaining(
        '! Ines (ines@example.org) staat in het rooster, maar de bot kan die persoon niet bereiken',
      ),
    ]);
  });

  it('says how to use it', async () => {
    expect(await check([], { clock, print })).toBe(78);
    expect(lines[0]).toContain('npm run region -- check BESTAND');
  });
});

describe('region apply', () => {
  it('lists changes made in the chat that meet the new rota before anything is applied, and tells the planners once [P4]', async () => {
    const { store, commits, regions, persons } = memory();
    await apply(demo('limburg'), { store, clock, ids, by: 'bot', print });
    const limburg = regions.get('LIM');
    const beheerder = [...persons.values()].find((p) => p.naam === 'Beheerder');
    if (!limburg || !beheerder) throw new Error('no region');
    const change: Uitzondering = {
      id: 'u-1',
      regio: 'LIM',
      datum: '2026-11-30',
      van: '09:00',
      tot: '12:00',
      wat: { kind: 'persoon', persoon: 'ines' },
      groep: null,
      door: beheerder.id,
      op: Temporal.Instant.from('2026-11-20T08:00:00Z'),
      ongedaan: null,
    };
    regions.set('LIM', { ...limburg, uitzonderingen: [change] });
    const file = await edited('limburg', [
      '{ dag: ma, uren: 09:00-12:00, persoon: marijke }',
      '{ dag: ma, uren: 09:00-12:00, persoon: ines }',
    ]);
    lines = [];
    expect(await check([file], { clock, print, directory: store.directory() })).toBe(0);
    const said =
      '! Wijziging op 30 november 2026, 09:00-12:00 (Ines, door Beheerder): het rooster zet nu zelf die persoon; de wijziging is niet meer nodig.';
    expect(lines).toContain(said);
    expect(commits).toHaveLength(1);
    lines = [];
    expect(await apply(file, { store, clock, ids, by: 'bot', print })).toBe(0);
    expect(lines.indexOf(said)).toBeGreaterThan(-1);
    expect(lines.indexOf(said)).toBeLessThan(lines.findIndex((line) => line.includes('toegepast')));
    expect(commits[1]?.berichten?.map((b) => [b.soort, b.onderwerp])).toEqual(
      expect.arrayContaining([
        ['rooster_botsing', 'LIM/botsing/u-1'],
        ['rooster_nieuw', expect.stringContaining('LIM/nieuw/')],
      ]),
    );
    expect(await apply(file, { store, clock, ids, by: 'bot', print })).toBe(0);
    expect(commits).toHaveLength(2);
  });

  it('writes region, people and audit in one commit, and says what changed', async () => {
    const { store, commits, persons } = memory();
    expect(await apply(demo('limburg'), { store, clock, ids, by: 'bot', print })).toBe(0);
    expect(commits).toHaveLength(1);
    expect(commits[0]).toMatchObject({
      region: { next: { code: 'LIM' }, by: 'bot' },
      audit: [{ wie: 'bot', wat: 'region.apply', waarover: 'LIM', resultaat: 'toegestaan', op: clock.now() }],
    });
    expect([...persons.values()].find((p) => p.email === 'expert-ckg@example.org')).toEqual({
      id: expect.stringContaining('person-'),
      naam: 'Expert CKG',
      email: 'expert-ckg@example.org',
      organisatie: 'CKG Molenberg',
      functie: 'Expert Jonge Kind',
      sector: 'ckg_cig',
      regio: 'LIM',
      voorkeur: null,
    });
    expect(lines[0]).toBe('+ nieuwe regio LIM: Limburg');
    expect(lines).toContain('+ nieuw bij de bot: Marijke <marijke@example.org>');
    expect(lines.at(-1)).toBe('LIM: toegepast. Wat vóór 2026-11-23 gold, blijft bewaard.');
  });

  it('does nothing the second time, today or next year [P3]', async () => {
    const { store, commits } = memory();
    await apply(demo('limburg'), { store, clock, ids, by: 'bot', print });
    for (const later of ['2026-11-23T09:00:00Z', '2027-11-23T09:00:00Z']) {
      now = later;
      lines = [];
      expect(await apply(demo('limburg'), { store, clock, ids, by: 'bot', print })).toBe(0);
      expect(lines.at(-1)).toBe('LIM: geen verschillen, niets aangepast');
    }
    expect(commits).toHaveLength(1);
  });

  it('shows the difference and keeps who somebody was [P3]', async () => {
    const { store, persons, regions } = memory();
    await apply(demo('limburg'), { store, clock, ids, by: 'bot', print });
    const marijke = [...persons.values()].find((p) => p.naam === 'Marijke');
    const file = await edited(
      'limburg',
      ['marijke@example.org', 'marijke.g@example.org'],
      ['maximum: 20000', 'maximum: 25000'],
      [/.*id: expert-cig[\s\S]*?organisatie: cig-demo\n/, ''],
    );
    lines = [];
    expect(await apply(file, { store, clock, ids, by: marijke?.id ?? '', print })).toBe(0);
    expect(lines).toEqual([
      '~ persoon Marijke <marijke@example.org>, casuscoordinator → Marijke <marijke.g@example.org>, casuscoordinator',
      '- persoon Expert CIG <expert-cig@example.org>, expert, cig-demo: geldt nu tot en met 22 november 2026 (was onbeperkt)',
      expect.stringMatching(/^- rugzak van een casus € 20\.000, .*: geldt nu tot en met 22 november 2026/),
      expect.stringMatching(/^\+ rugzak van een casus € 25\.000, .* vanaf 23 november 2026$/),
      '~ gegevens van Marijke <marijke.g@example.org>',
      expect.stringContaining('! Ines (ines@example.org) staat in het rooster'),
      'LIM: toegepast. Wat vóór 2026-11-23 gold, blijft bewaard.',
    ]);
    expect(persons.get(marijke?.id ?? '')?.email).toBe('marijke.g@example.org');
    expect(persons.size).toBe(6);
    expect(regions.get('LIM')?.personen.find((p) => p.id === 'expert-cig')?.tot).toBe('2026-11-22');
  });

  it('takes what waits for a day part to who does it in the new rota [A1, P3]', async () => {
    const { store, persons, commits, waiting } = memory();
    await apply(demo('limburg'), { store, clock, ids, by: 'bot', print });
    const id = (naam: string) => [...persons.values()].find((p) => p.naam === naam)?.id ?? '';
    // Saturday's, that waits for Monday.
    now = '2026-11-21T10:00:00Z';
    waiting.push({ ...wachtend, aanspreekpunt: id('Marijke'), aangemeldOp: clock.now() });
    const who = 'Provinciaal coördinator Limburg';
    const file = await edited('limburg', [
      'ma, uren: 09:00-12:00, persoon: marijke',
      'ma, uren: 09:00-12:00, persoon: provinciaal',
    ]);
    expect(await apply(file, { store, clock, ids, by: 'bot', print })).toBe(0);
    expect(commits.at(-1)?.casus?.next.aanspreekpunt).toBe(id(who));
    expect(commits.at(-1)?.berichten?.map((b) => b.onderwerp)).toContain('kaart');
    store.wachtend = () => Promise.reject(new Error('away'));
    expect(await apply(demo('limburg'), { store, clock, ids, by: 'bot', print })).toBe(0);
    expect(lines.at(-2)).toContain('! Niet elke aanmelding die wacht');
  });

  it('takes today from the calendar of the region, not of UTC [P5]', async () => {
    const { store, regions } = memory();
    await apply(demo('limburg'), { store, clock, ids, by: 'bot', print });
    now = '2026-11-23T23:30:00Z';
    const file = await edited('limburg', [/.*id: beheerder.*\n/, '']);
    await apply(file, { store, clock, ids, by: 'bot', print });
    expect(regions.get('LIM')?.personen.find((p) => p.id === 'beheerder')?.tot).toBe('2026-11-23');
  });

  it('makes somebody new of a changed address when another region keeps the old one', async () => {
    const { store, persons } = memory();
    await apply(demo('limburg'), { store, clock, ids, by: 'bot', print });
    const shared = await edited('voorbeeldregio', ['noor@example.org', 'marijke@example.org']);
    await apply(shared, { store, clock, ids, by: 'bot', print });
    const file = await edited('limburg', ['marijke@example.org', 'marijke.g@example.org']);
    await apply(file, { store, clock, ids, by: 'bot', print });
    const emails = [...persons.values()].map((p) => p.email).filter((email) => email?.startsWith('marijke'));
    expect(emails).toEqual(['marijke@example.org', 'marijke.g@example.org']);
  });

  it('leaves preference, function and region of known people alone', async () => {
    const { store, persons, commits } = memory();
    const known = {
      id: 'p0',
      naam: 'Marijke',
      email: 'marijke@example.org',
      organisatie: 'X',
      functie: 'Baas',
      sector: null,
      regio: 'VBR',
      voorkeur: 'x',
    };
    persons.set('p0', known);
    await apply(demo('limburg'), { store, clock, ids, by: 'bot', print });
    expect(persons.get('p0')).toEqual(known);
    expect(commits[0]?.persons).toHaveLength(5);
  });

  it('writes nothing when the file is wrong, somebody was first, or no file is named', async () => {
    const { store, commits, refuse } = memory();
    const wrong = await edited('limburg', ['code: LIM', 'code: lim']);
    expect(await apply(wrong, { store, clock, ids, by: 'bot', print })).toBe(1);
    expect(await apply(undefined, { store, clock, ids, by: 'bot', print })).toBe(78);
    refuse('verouderd');
    expect(await apply(demo('limburg'), { store, clock, ids, by: 'bot', print })).toBe(1);
    expect(lines.at(-1)).toContain('Er is niets aangepast; probeer opnieuw.');
    expect(commits).toEqual([]);
  });
});
