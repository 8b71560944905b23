import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { commands } from '../src/commands.ts';
import { manifests, placeholder, teamsZip } from './build.ts';
import { formsTable } from './forms-table.ts';

const cure = 'is out of date: run `npm run manifest`';
const here = import.meta.dirname;
const own = { ...placeholder, url: 'https://bot.zorg.be', appId: '11111111-2222-4333-8444-555555555555' };

const parsed = (text: string): unknown => JSON.parse(text);

describe('what is generated', () => {
  it.each(Object.entries(manifests(placeholder)))('keeps manifest/%s up to date', async (path, content) => {
    expect(await readFile(join(here, path), 'utf8'), `manifest/${path} ${cure}`).toBe(content);
  });

  it('keeps the Teams zip up to date', async () => {
    const zip = new Uint8Array(await readFile(join(here, 'teams/zorggarantie-teams.zip')));
    const made = await teamsZip(manifests(placeholder)['teams/manifest.json']);
    expect(Buffer.from(zip).equals(made), `manifest/teams/zorggarantie-teams.zip ${cure}`).toBe(true);
  });

  it('keeps docs/formulieren.md up to date', async () => {
    expect(await readFile(join(here, '../docs/formulieren.md'), 'utf8'), `docs/formulieren.md ${cure}`).toBe(
      formsTable(),
    );
  });
});

describe('the Teams manifest', () => {
  const text = manifests(own)['teams/manifest.json'];
  const manifest = parsed(text) as TeamsManifest & { $schema: string };

  it('is valid against the published schema of its version', async () => {
    const version = /\/teams\/(v[\d.]+)\//.exec(manifest.$schema)?.[1] ?? '';
    const schemas = join(createRequire(import.meta.url).resolve('@microsoft/app-manifest'), '../json-schemas/teams');
    const schema = parsed(await readFile(join(schemas, version, 'MicrosoftTeams.schema.json'), 'utf8'));
    type Schema = Parameters<typeof AppManifestUtils.validateAgainstSchema>[1];
    expect(await AppManifestUtils.validateAgainstSchema(manifest, schema as Schema)).toEqual([]);
    expect(
      await AppManifestUtils.validateAgainstSchema({ ...manifest, bots: 'none' } as never, schema as Schema),
    ).not.toEqual([]);
  });

  it('offers every command in at most 3 lists of 12, short enough for the menu', () => {
    const lists = manifest.bots?.[0]?.commandLists ?? [];
    expect(lists.length).toBeLessThanOrEqual(3);
    for (const list of lists) {
      expect(list.commands.map(({ title }) => title)).toEqual(commands.map(({ name }) => name));
      expect(list.commands.length).toBeLessThanOrEqual(12);
      for (const { title, description = '' } of list.commands) {
        expect(title.length).toBeLessThanOrEqual(32);
        expect(description.length).toBeLessThanOrEqual(128);
      }
    }
  });

  it('goes into the zip with its icons, at the top, the same bytes each time', async () => {
    const zip = await teamsZip(text);
    expect(await teamsZip(text)).toEqual(zip);
    const files = unzipSync(zip);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    expect(strFromU8(files['manifest.json'] ?? new Uint8Array())).toBe(text);
  });

  it.each([
    ['color.png', 192],
    ['outline.png', 32],
  ])('has %s at %i by %i pixels', async (name, size) => {
    const png = await readFile(join(here, 'teams', name));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([size, size]);
  });
});

describe('the Slack manifest', () => {
  const read = (settings: Partial<typeof own>) =>
    JSON.parse(manifests({ ...own, ...settings })['slack/manifest.json']) as {
      display_information: { name: string; description: string };
      features: {
        bot_user: { display_name: string };
        slash_commands: { command: string; description: string; usage_hint?: string; url?: string }[];
      };
      settings: { socket_mode_enabled: boolean };
    };

  it('stays within what Slack takes', () => {
    const { display_information: info, features } = read({});
    expect(info.name.length).toBeLessThanOrEqual(35);
    expect(info.description.length).toBeLessThanOrEqual(140);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.slash_commands.length).toBeLessThanOrEqual(50);
    expect(features.slash_commands.map(({ command }) => command)).toEqual(commands.map(({ name }) => `/${name}`));
    for (const { command, description } of features.slash_commands) {
      expect(command).toMatch(/^\/[a-z0-9_-]{2,32}$/);
      expect(description.length).toBeLessThanOrEqual(2000);
    }
  });

  it('names the bot’s address, and none in Socket Mode', () => {
    expect(JSON.stringify(read({}))).toContain('https://bot.zorg.be/slack/events');
    const socket = read({ socketMode: true });
    expect(socket.settings.socket_mode_enabled).toBe(true);
    expect(JSON.stringify(socket)).not.toContain('https://');
  });
});
