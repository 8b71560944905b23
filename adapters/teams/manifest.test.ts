import { AppManifestUtils, type TeamsManifest } from '@microsoft/app-manifest';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands.ts';
import { teamsManifest } from './manifest.ts';

const manifest = teamsManifest({ appId: '22222222-2222-4222-8222-222222222222', url: 'https://bot.example.org' });
const [bot] = manifest.bots;

/** Against the schema that Microsoft publishes; the package has it on board. */
const problems = (checked: object) => AppManifestUtils.validateAgainstSchema(checked as TeamsManifest);

describe('the Teams manifest', () => {
  it('holds to the schema that Microsoft publishes', async () => {
    expect(await problems(manifest)).toEqual([]);
  });

  it('is caught by that schema when something is wrong with it', async () => {
    const broken = { ...manifest, name: { short: 'x'.repeat(31) }, bots: [{ ...bot, scopes: ['overal'] }] };
    expect((await problems(broken)).length).toBeGreaterThanOrEqual(2);
  });

  it('lists every command once, as a slash command and after a mention', () => {
    const [list] = bot?.commandLists ?? [];
    expect(list?.triggers).toEqual(['slash', 'mention']);
    expect(list?.commands.map(({ title }) => title)).toEqual(commands.map(({ name }) => name));
    expect(list?.commands.length).toBeLessThanOrEqual(12);
    expect(bot?.supportsTargetedMessages).toBe(true);
  });

  it('keeps the lengths that the store checks', () => {
    expect(manifest.name.short.length).toBeLessThanOrEqual(30);
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.full.length).toBeLessThanOrEqual(4_000);
  });
});
