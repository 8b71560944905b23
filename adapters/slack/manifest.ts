import { commands } from '../../src/commands.ts';

/** The rights the bot asks for, each with what it is for. Nothing else is asked. */
export const slackScopes = [
  { scope: 'commands', why: 'De commando’s van de bot aanbieden.' },
  { scope: 'chat:write', why: 'Berichten en kaarten tonen en bijwerken.' },
  { scope: 'im:write', why: 'Een privégesprek openen met wie een bericht moet krijgen.' },
  { scope: 'im:history', why: 'Lezen wat iemand in het privégesprek met de bot schrijft; geen andere gesprekken.' },
  { scope: 'app_mentions:read', why: 'Reageren wanneer iemand de bot in een kanaal noemt.' },
  { scope: 'files:write', why: 'Een grafiek als afbeelding tonen; geen bestanden lezen.' },
  { scope: 'users:read', why: 'De naam van een account kennen, en weten of het nog bestaat.' },
  { scope: 'users:read.email', why: 'Een account herkennen aan het e-mailadres.' },
] as const;

/** Events the bot hears, each needed by something in `incoming.ts`. */
const botEvents = ['app_home_opened', 'app_mention', 'message.im', 'user_change'];

/**
 * The app as Slack wants to read it (*Create an app > From a manifest*), derived from the registry of
 * commands. `url`: public address of the bot, `https://…`, without a path. In Socket Mode there is none.
 */
export function slackManifest(where: { url: string } | { socketMode: true }) {
  const requestUrl = 'url' in where ? new URL('/slack/events', where.url).href : undefined;
  const at = requestUrl === undefined ? {} : { request_url: requestUrl };
  return {
    display_information: {
      name: 'Zorggarantie',
      description: 'Eén aanspreekpunt, één planning en één budget voor het jonge kind.',
      background_color: '#1f4e5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      bot_user: { display_name: 'Zorggarantie', always_online: true },
      slash_commands: commands.map(({ name, usage, short }) => ({
        command: `/${name}`,
        ...(requestUrl === undefined ? {} : { url: requestUrl }),
        description: short,
        ...usageHint(usage),
        should_escape: false,
      })),
    },
    oauth_config: { scopes: { bot: slackScopes.map(({ scope }) => scope) } },
    settings: {
      event_subscriptions: { ...at, bot_events: botEvents },
      interactivity: { is_enabled: true, ...at },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** What may follow the command, without the command itself. */
function usageHint(usage: string): { usage_hint?: string } {
  const hint = usage.split(/\s+/).slice(1).join(' ');
  return hint === '' ? {} : { usage_hint: hint };
}
