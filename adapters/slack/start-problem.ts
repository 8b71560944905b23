import type { ConfigProblem } from '../../src/ports.ts';

const revoked = 'wordt niet aanvaard door Slack: kopieer het opnieuw';

const causes: Record<string, string> = {
  invalid_auth: revoked,
  not_authed: revoked,
  token_revoked: revoked,
  token_expired: revoked,
  account_inactive:
    'hoort bij een app die uit de werkruimte verwijderd is: installeer ze opnieuw en kopieer het nieuwe token',
  missing_scope: 'mist een recht: werk de app bij met het manifest en installeer ze opnieuw',
  not_allowed_token_type: 'is een token van een andere soort: kopieer het opnieuw',
};

const places = {
  SLACK_BOT_TOKEN: 'OAuth & Permissions > Bot User OAuth Token van de Slack-app',
  SLACK_APP_TOKEN: 'Basic Information > App-Level Tokens van de Slack-app (met connections:write)',
} as const;

/** Why Slack could not be started, for the operator: the setting, what is wrong and where to look. */
export function startProblem(variable: keyof typeof places, code: string): ConfigProblem {
  const cause = causes[code];
  if (cause !== undefined) return { variable, problem: `${cause} (${places[variable]}).` };
  return {
    variable: 'SLACK_API_URL',
    problem: `Slack is niet bereikbaar (${code}): controleer de internetverbinding en of deze server naar slack.com mag.`,
  };
}
