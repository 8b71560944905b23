import { commands } from '../../src/commands.ts';

export type TeamsManifestNeeds = {
  /** Application (client) ID of the registration in Entra: the id of the bot and of the app. */
  appId: string;
  /** Public address of the bot, `https://…`. */
  url: string;
  /** Rises with every change that Teams has to see. */
  version?: string;
};

/** Where each command can be called; a slash command in a channel is seen by its author only. */
const scopes = ['personal', 'team', 'groupChat'] as const;

/**
 * The manifest of the Teams app. 1.29 is the first version with `supportsTargetedMessages` and slash
 * triggers. Limits: name 30, short description 80, full 4000, at most 12 commands in a list.
 */
export function teamsManifest({ appId, url, version = '1.0.0' }: TeamsManifestNeeds) {
  const { origin, host } = new URL(url);
  return {
    $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.29/MicrosoftTeams.schema.json',
    manifestVersion: '1.29',
    version,
    id: appId,
    localizationInfo: { defaultLanguageTag: 'nl' },
    developer: {
      name: 'Zorggarantie',
      websiteUrl: origin,
      privacyUrl: `${origin}/privacy`,
      termsOfUseUrl: `${origin}/voorwaarden`,
    },
    name: { short: 'Zorggarantie', full: 'Zorggarantie voor het jonge kind' },
    description: {
      short: 'Eén aanspreekpunt, één planning en één budget voor het jonge kind.',
      full: ['Wat je hier kan doen:', ...commands.map(({ usage, description }) => `${usage}: ${description}`)].join(
        '\n\n',
      ),
    },
    icons: { color: 'color.png', outline: 'outline.png' },
    accentColor: '#1f4e5f',
    defaultInstallScope: 'personal',
    bots: [
      {
        botId: appId,
        scopes,
        supportsFiles: false,
        isNotificationOnly: false,
        supportsTargetedMessages: true,
        commandLists: [
          {
            triggers: ['slash', 'mention'],
            scopes,
            commands: commands.map(({ name, short }) => ({ title: name, description: short })),
          },
        ],
      },
    ],
    permissions: ['identity', 'messageTeamMembers'],
    validDomains: [host],
  };
}
