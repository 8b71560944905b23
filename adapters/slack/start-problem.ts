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

/** What in the configuration keeps Slack from starting, for the operator; null: nothing, it may work later. */
export function startProblem(variable: keyof typeof places, code: string): ConfigProblem | null {
  const cause = causes[code];
  return cause === undefined ? null : { variable, problem: `${cause} (${places[variable]}).` };
}
