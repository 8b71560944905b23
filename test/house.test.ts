import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { init, type ModuleInfos } from 'license-checker-rseidelsohn';
import { describe, expect, it } from 'vitest';
import { actionIds } from '../src/actions.ts';
import { type CommandDeclaration, commands } from '../src/commands.ts';
import { policy } from '../src/toegang/policy.ts';

const root = resolve(import.meta.dirname, '..');

const sources = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((f) => f.isFile() && f.name.endsWith('.ts'))
    .map((f) => relative(root, join(f.parentPath, f.name)).split(sep).join('/'))
    .sort();

const isTest = (file: string) => file.endsWith('.test.ts');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const all = ['src', 'cards', 'adapters'].flatMap(sources);

/** Line numbers where a pattern stands, as `file:line text`. */
const found = (file: string, pattern: RegExp): string[] =>
  read(file)
    .split('\n')
    .flatMap((line, n) => (pattern.test(line) ? [`${file}:${n + 1} ${line.trim()}`] : []));

/** What a file imports: paths from the root of the repository, or the name of a package. */
function importsOf(file: string): string[] {
  const named = /(?:\bfrom\s*|\bimport\s*\(?\s*)'([^']+)'/g;
  return [...read(file).matchAll(named)].map(([, target = '']) =>
    target.startsWith('.')
      ? relative(root, resolve(root, dirname(file), target))
          .split(sep)
          .join('/')
      : target,
  );
}

/** `src`, `cards`, `adapters/x`, `prisma/client` … or the name of a package without its subpath. */
function roomOf(target: string): string {
  const [first = '', second = ''] = target.split('/');
  if (first === 'adapters' && second.endsWith('.ts')) return 'adapters';
  if (first === 'adapters' || first === 'prisma' || first.startsWith('@')) return `${first}/${second}`;
  return first;
}

const isRoom = (room: string) => /^(src|cards|adapters|prisma|test|manifest|docs)(\/|$)/.test(room);

/** Rooms that put others together: they may know everybody. */
const composition = ['adapters', 'adapters/demo'];

function mayImport(from: string, target: string): boolean {
  const room = roomOf(target);
  if (from === 'src') return room === 'src' || room === 'zod';
  if (from === 'cards') return room === 'cards' || room === 'src';
  if (composition.includes(from)) return room !== 'prisma/client';
  if (room === 'prisma/client') return from === 'adapters/database';
  return !isRoom(room) || room === 'src' || room === 'cards' || room === from || room === 'prisma/migrations';
}

describe('het huis', () => {
  const files = all.filter((f) => !isTest(f));

  it('kent alle bestanden: er wordt niet in het niets getest', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(files.flatMap(importsOf).length).toBeGreaterThan(400);
  });

  it('laat geen kamer importeren wat ze niet mag kennen', () => {
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !mayImport(roomOf(file), target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it('herkent een overtreding', () => {
    expect(mayImport('src', 'adapters/slack/slack.ts')).toBe(false);
    expect(mayImport('src', 'cards/card.ts')).toBe(false);
    expect(mayImport('src', 'node:fs')).toBe(false);
    expect(mayImport('cards', 'zod')).toBe(false);
    expect(mayImport('adapters/slack', 'adapters/teams/teams.ts')).toBe(false);
    expect(mayImport('adapters/slack', 'adapters/start-bot.ts')).toBe(false);
    expect(mayImport('adapters/slack', 'prisma/client/client.ts')).toBe(false);
    expect(mayImport('adapters/slack', 'test/chat-contract.ts')).toBe(false);
    expect(mayImport('adapters/slack', '@slack/bolt')).toBe(true);
    expect(mayImport('adapters/database', 'prisma/client/client.ts')).toBe(true);
  });

  it('leest in het domein en op de kaarten geen klok en geen toeval', () => {
    const chance = /\bTemporal\.Now\b|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/;
    const indoors = [...sources('src'), ...sources('cards')];
    expect(indoors.flatMap((file) => found(file, chance))).toEqual([]);
    // A test may measure how long something takes.
    const timing = indoors.filter((file) => !isTest(file)).flatMap((file) => found(file, /\bperformance\.|\bcrypto\./));
    expect(timing).toEqual([]);
  });

  it('noemt in het domein en op de kaarten geen platform', () => {
    const broken = [...sources('src'), ...sources('cards')].flatMap((file) => found(file, /slack|msteams|\bteams\b/i));
    expect(broken).toEqual([]);
  });

  it('noemt bij de platformen geen onderdeel van het werk', () => {
    const feature = /aanmelding|rugzak|zorgtafel|zorgplan|casus|permanentie/i;
    const broken = [...sources('adapters/slack'), ...sources('adapters/teams')]
      .filter((file) => !isTest(file))
      .flatMap((file) => found(file, feature));
    expect(broken).toEqual([]);
  });

  it('noemt bij het ene platform het andere niet', () => {
    const other = (folder: string, pattern: RegExp) =>
      sources(folder)
        .filter((file) => !isTest(file))
        .flatMap((file) => found(file, pattern));
    // The one calls its workspaces teams, so only the name as a platform counts.
    expect(other('adapters/slack', /msteams|microsoft|'teams'|\bTeams\b/)).toEqual([]);
    expect(other('adapters/teams', /slack/i)).toEqual([]);
  });
});

describe('wat eenmaal afgesproken is', () => {
  it('geeft elke actie een naam als activiteit.werkwoord, en iemand die ze mag [S6]', () => {
    expect(actionIds.length).toBeGreaterThan(100);
    for (const id of actionIds) {
      expect(id).toMatch(/^[a-z]+\.[a-z]+(_[a-z]+)*$/);
      expect(id.length).toBeLessThanOrEqual(48);
      expect(policy[id].length).toBeGreaterThan(0);
    }
  });

  it('houdt elk commando binnen wat beide platformen toelaten', () => {
    const declared: readonly CommandDeclaration[] = commands;
    expect(new Set(declared.map((c) => c.name)).size).toBe(declared.length);
    for (const { name, usage, short, description } of declared) {
      expect(name).toMatch(/^[a-z]{2,32}$/);
      expect(usage.startsWith(`/${name}`)).toBe(true);
      expect(short.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(200);
      expect(description.endsWith('.')).toBe(true);
    }
  });
});

type Lock = { packages: Record<string, { resolved?: string; hasInstallScript?: boolean; link?: boolean }> };
type Manifest = { dependencies: Record<string, string>; allowScripts: Record<string, boolean> };
const lock: Lock = JSON.parse(read('package-lock.json'));
const manifest: Manifest = JSON.parse(read('package.json'));

describe('wat van anderen komt [S20]', () => {
  it('ligt vast op één versie', () => {
    for (const [name, version] of Object.entries(manifest.dependencies)) expect(version, name).toMatch(/^\d[\w.-]*$/);
  });

  it('noemt geen server om van te halen: dat kiest wie installeert', () => {
    const hosts = Object.entries(lock.packages).flatMap(([path, p]) =>
      p.resolved && !p.link ? [`${path} ${p.resolved}`] : [],
    );
    expect(hosts).toEqual([]);
  });

  it('voert bij het installeren enkel uit wat op de lijst staat', () => {
    const scripts = Object.entries(lock.packages).flatMap(([path, p]) =>
      p.hasInstallScript && path !== '' ? [path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)] : [],
    );
    expect(scripts.filter((name) => !(name in manifest.allowScripts))).toEqual([]);
    expect(Object.keys(manifest.allowScripts).filter((name) => !scripts.includes(name))).toEqual([]);
  });

  /** Licences that allow use in a closed product without opening it. */
  const allowed = [
    'MIT',
    'MIT*',
    'ISC',
    'Apache-2.0',
    'BSD-2-Clause',
    'BSD-3-Clause',
    '0BSD',
    'Unlicense',
    'BlueOak-1.0.0',
    'CC0-1.0',
    'Zlib',
  ];
  /** Others, one by one, with what makes them fit. */
  const exceptions: Record<string, string> = {
    '@expo-google-fonts/atkinson-hyperlegible':
      'OFL-1.1: a font, used unchanged to draw with; pictures made with it are free',
    '@resvg/resvg-js': 'MPL-2.0: used unchanged; only a change to its own files would have to be published',
    argparse: 'PSF-2.0: as permissive as BSD',
    'date-holidays': 'ISC, its data CC-BY-3.0: named in the docs',
    elkjs: 'EPL-2.0: comes with the studio of prisma, used unchanged and not shipped by us',
  };

  it('heeft een licentie die op de lijst staat', async () => {
    const found = await new Promise<ModuleInfos>((give, fail) =>
      init({ start: root, production: true, excludePrivatePackages: true }, (error, infos) =>
        error ? fail(error) : give(infos),
      ),
    );
    const licences = Object.entries(found).map(([id, info]) => ({
      name: id.slice(0, id.lastIndexOf('@')),
      names: [info.licenses ?? 'none'].flat().flatMap((l) => l.replaceAll(/[()]/g, '').split(/ (?:OR|AND|and|or) /)),
    }));
    expect(licences.length).toBeGreaterThan(100);
    const odd = licences.filter((l) => !l.names.every((n) => allowed.includes(n)));
    // A library with a binary per machine has a package for each: `resvg-js-linux-x64-gnu`.
    const isOf = (name: string) => (l: { name: string }) => l.name === name || l.name.startsWith(`${name}-`);
    expect(odd.filter((l) => !Object.keys(exceptions).some((name) => isOf(name)(l)))).toEqual([]);
    expect(Object.keys(exceptions).filter((name) => !odd.some(isOf(name)))).toEqual([]);
  });
});
