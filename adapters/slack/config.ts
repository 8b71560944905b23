import { z } from 'zod';
import type { ConfigProblem } from '../../src/ports.ts';

/** What the adapter needs to know of one Slack app in one workspace. */
export type SlackConfig = {
  botToken: string;
  /** Null only in Socket Mode, where no request comes in from outside. */
  signingSecret: string | null;
  /** Present: Socket Mode. */
  appToken: string | null;
  /** Ends in `/`. */
  apiUrl: string;
  /** Workspaces that may talk to the bot; empty: only the one the bot token belongs to. */
  teams: string[];
};

export type SlackConfigReading =
  | { kind: 'absent' }
  | { kind: 'ok'; config: SlackConfig }
  | { kind: 'wrong'; problems: ConfigProblem[] };

const defaultApiUrl = 'https://slack.com/api/';

/**
 * Reads the Slack settings. None set: Slack is not used. Some set but not enough, or something that
 * cannot be right: one Dutch line for each, naming the variable and where to find its value [S3].
 */
export function readSlackConfig(env: Record<string, string | undefined>): SlackConfigReading {
  const read = (name: string) => env[name]?.trim() || null;
  const botToken = read('SLACK_BOT_TOKEN');
  const signingSecret = read('SLACK_SIGNING_SECRET');
  const appToken = read('SLACK_APP_TOKEN');
  const url = read('SLACK_API_URL');
  const teamList = read('SLACK_TEAMS');
  if ([botToken, signingSecret, appToken, url, teamList].every((value) => value === null)) return { kind: 'absent' };

  const problems: ConfigProblem[] = [];
  const wrong = (variable: string, problem: string) => problems.push({ variable, problem });

  const tokenPlace = 'OAuth & Permissions > Bot User OAuth Token van de Slack-app';
  if (botToken === null) wrong('SLACK_BOT_TOKEN', `ontbreekt: kopieer het uit ${tokenPlace}.`);
  else if (!/^xoxb-\S+$/.test(botToken))
    wrong('SLACK_BOT_TOKEN', `is geen bottoken (begint met xoxb-): kopieer het uit ${tokenPlace}.`);

  if (appToken !== null && !/^xapp-\S+$/.test(appToken))
    wrong(
      'SLACK_APP_TOKEN',
      'is geen app-level token (begint met xapp-): maak er een in Basic Information > App-Level Tokens, met connections:write.',
    );
  if (signingSecret === null && appToken === null)
    wrong(
      'SLACK_SIGNING_SECRET',
      'ontbreekt: kopieer hem uit Basic Information > App Credentials van de Slack-app (of zet SLACK_APP_TOKEN voor Socket Mode).',
    );
  else if (signingSecret !== null && /\s/.test(signingSecret))
    wrong('SLACK_SIGNING_SECRET', 'bevat een spatie: kopieer hem opnieuw uit Basic Information > App Credentials.');

  const apiUrl = url === null ? defaultApiUrl : url.endsWith('/') ? url : `${url}/`;
  if (!isSafeApiUrl(apiUrl))
    wrong(
      'SLACK_API_URL',
      `moet met https:// beginnen (http:// mag enkel naar 127.0.0.1 of localhost): laat hem weg voor Slack zelf.`,
    );

  const teams = (teamList ?? '').split(/[\s,]+/).filter((team) => team !== '');
  const strange = teams.filter((team) => !/^T[A-Z0-9]+$/.test(team));
  if (strange.length > 0)
    wrong(
      'SLACK_TEAMS',
      `bevat iets dat geen werkruimte is (T…, met komma's ertussen): je vindt het in het adres van Slack in de browser, app.slack.com/client/T….`,
    );

  if (problems.length > 0 || botToken === null) return { kind: 'wrong', problems };
  return { kind: 'ok', config: { botToken, signingSecret, appToken, apiUrl, teams } };
}

/** The token travels along with every call: only encrypted, or not leaving this machine. */
function isSafeApiUrl(url: string): boolean {
  const parsed = z.url({ protocol: /^https?$/ }).safeParse(url);
  if (!parsed.success) return false;
  const { protocol, hostname } = new URL(parsed.data);
  return protocol === 'https:' || ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}
