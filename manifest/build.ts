import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { slackManifest } from '../adapters/slack/manifest.ts';
import { teamsManifest } from '../adapters/teams/manifest.ts';
import { formsTable } from './forms-table.ts';

const here = import.meta.dirname;

/** What an operator knows and the code does not. */
export type Own = {
  /** Public address of the bot, `https://…`; in Slack's Socket Mode there is none. */
  url: string;
  socketMode: boolean;
  /** Application (client) ID of the registration in Entra. */
  appId: string;
  /** Of the Teams app: rises with every upload. */
  version: string;
};

/** Stands for what an operator fills in, in the manifests that are kept with the code. */
export const placeholder: Own = {
  url: 'https://bot.example.org',
  socketMode: false,
  appId: '00000000-0000-0000-0000-000000000000',
  version: '1.0.0',
};

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The two manifests, by their path under the folder they are written to. */
export function manifests(own: Own): { 'slack/manifest.json': string; 'teams/manifest.json': string } {
  return {
    'slack/manifest.json': json(slackManifest(own.socketMode ? { socketMode: true } : { url: own.url })),
    'teams/manifest.json': json(teamsManifest({ appId: own.appId, url: own.url, version: own.version })),
  };
}

/** What Teams takes: the manifest with its icons. The same content always gives the same bytes. */
export async function teamsZip(manifest: string): Promise<Uint8Array> {
  const icon = async (name: string) => new Uint8Array(await readFile(join(here, 'teams', name)));
  const files = {
    'manifest.json': new TextEncoder().encode(manifest),
    'color.png': await icon('color.png'),
    'outline.png': await icon('outline.png'),
  };
  return zipSync(files, { mtime: '2026-01-01T00:00:00', level: 9 });
}

async function write(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, content);
  process.stdout.write(`${relative('.', path)}\n`);
}

const usage = `Gebruik: npm run manifest                     de manifesten en docs/formulieren.md bijwerken; met -- --icons ook de pictogrammen
     of: npm run manifest -- --url https://bot.jouw-domein.be [--app-id ID] [--version 1.0.1] [--socket] [--out MAP]
         je eigen manifesten, in data/manifest of in MAP`;

async function build(args: string[]): Promise<number> {
  const options = {
    url: { type: 'string' },
    'app-id': { type: 'string' },
    version: { type: 'string' },
    socket: { type: 'boolean' },
    out: { type: 'string' },
    icons: { type: 'boolean' },
  } as const;
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
  try {
    ({ values } = parseArgs({ args, options }));
  } catch {
    process.stderr.write(`${usage}\n`);
    return 78;
  }
  const { url, 'app-id': appId, version, socket } = values;
  const problem =
    url !== undefined && !/^https:\/\/[^/]+\/?$/.test(url)
      ? `--url ${url}: verwacht het publieke adres van de bot, zoals https://bot.jouw-domein.be`
      : appId !== undefined && !/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(appId)
        ? `--app-id ${appId}: kopieer Application (client) ID uit het overzicht van de app-registratie in Entra.`
        : version !== undefined && !/^\d+\.\d+\.\d+$/.test(version)
          ? `--version ${version}: verwacht drie getallen, zoals 1.0.1`
          : null;
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    return 78;
  }
  if (values.icons) await (await import('./render-icons.ts')).renderIcons();
  const isOwn = [url, appId, version, socket].some((value) => value !== undefined);
  const own: Own = {
    url: url ?? placeholder.url,
    socketMode: socket ?? false,
    appId: appId ?? placeholder.appId,
    version: version ?? placeholder.version,
  };
  const out = values.out ?? (isOwn ? 'data/manifest' : here);
  const made = manifests(own);
  for (const [path, content] of Object.entries(made)) await write(join(out, path), content);
  await write(join(out, 'teams/zorggarantie-teams.zip'), await teamsZip(made['teams/manifest.json']));
  if (!isOwn && values.out === undefined) await write(join(here, '../docs/formulieren.md'), formsTable());
  return 0;
}

if (import.meta.main) process.exitCode = await build(process.argv.slice(2));
