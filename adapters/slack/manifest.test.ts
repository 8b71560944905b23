import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands.ts';
import { slackManifest, slackScopes } from './manifest.ts';

describe('the Slack manifest', () => {
  const manifest = slackManifest({ url: 'https://bot.example.org' });

  it('has every command of the registry, within the limits of Slack', () => {
    const slash = manifest.features.slash_commands;
    expect(slash.map(({ command }) => command)).toEqual(commands.map(({ name }) => `/${name}`));
    expect(slash.length).toBeLessThanOrEqual(50);
    for (const { command, description, usage_hint, url } of slash) {
      expect(command).toMatch(/^\/[a-z0-9_-]{2,32}$/);
      expect(description.length).toBeLessThanOrEqual(2_000);
      expect(usage_hint ?? '').not.toContain('/');
      expect(url).toBe('https://bot.example.org/slack/events');
    }
  });

  it('keeps the limits of a manifest', () => {
    const { name, description } = manifest.display_information;
    expect(name.length).toBeLessThanOrEqual(35);
    expect(description.length).toBeLessThanOrEqual(140);
    expect(manifest.features.bot_user.display_name.length).toBeLessThanOrEqual(80);
  });

  it('sends everything to one address', () => {
    const { event_subscriptions, interactivity } = manifest.settings;
    expect([event_subscriptions.request_url, interactivity.request_url]).toEqual([
      'https://bot.example.org/slack/events',
      'https://bot.example.org/slack/events',
    ]);
  });

  it('has no address at all in Socket Mode', () => {
    const socket = slackManifest({ socketMode: true });
    expect(JSON.stringify(socket)).not.toContain('url');
    expect(socket.settings.socket_mode_enabled).toBe(true);
  });

  it('asks for no right without a reason, and cannot read channels', () => {
    expect(manifest.oauth_config.scopes.bot).toEqual(slackScopes.map(({ scope }) => scope));
    for (const { scope, why } of slackScopes) {
      expect(why).not.toBe('');
      expect(scope).not.toMatch(/^(channels|groups|mpim|files:read|admin)/);
    }
  });
});
