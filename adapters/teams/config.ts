import { z } from 'zod';
import type { ConfigProblem } from '../../src/ports.ts';

/**
 * How the bot reaches Teams. `local` means the playground on this machine: nothing is authenticated,
 * so the server must listen on 127.0.0.1 only.
 */
export type TeamsConfig =
  | {
      mode: 'production';
      appId: string;
      /** Empty for a managed identity, which has none. */
      password: string;
      appType: AppType;
      tenantId: string;
      /** Tenants whose people may talk to the bot; the bot's own is always one of them. Lower case. */
      tenants: string[];
    }
  | {
      mode: 'local';
      /** Where the playground takes the bot's messages, so that the bot can write first. */
      serviceUrl?: string;
    };

type AppType = z.infer<typeof appTypes>;

const appTypes = z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI']);

const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * Reads what Teams needs from the environment. Without any of it Teams is `absent`; with a part of it,
 * or something unreadable, every problem is named with its cure. Never falls back to a bot without
 * authentication: botbuilder would do that silently on an empty app id [S3].
 */
export function readTeamsConfig(
  env: Record<string, string | undefined>,
): { kind: 'absent' } | { kind: 'ok'; config: TeamsConfig } | { kind: 'wrong'; problems: ConfigProblem[] } {
  if (env.BOT_MODE === 'local') return { kind: 'ok', config: { mode: 'local' } };

  const read = (name: string) => env[name]?.trim() ?? '';
  const appId = read('MicrosoftAppId');
  const password = read('MicrosoftAppPassword');
  const tenantId = read('MicrosoftAppTenantId');
  if (appId === '' && password === '' && tenantId === '') return { kind: 'absent' };

  const problems: ConfigProblem[] = [];
  const wrong = (variable: string, problem: string) => problems.push({ variable, problem });

  const appType = appTypes.safeParse(read('MicrosoftAppType') || 'SingleTenant');
  if (!appType.success)
    wrong('MicrosoftAppType', `kies uit ${appTypes.options.join(', ')}; zonder keuze: SingleTenant.`);

  if (appId === '') wrong('MicrosoftAppId', `ontbreekt: ${appIdCure}`);
  else if (!guid.test(appId)) wrong('MicrosoftAppId', `is geen id van een app: ${appIdCure}`);

  if (password === '' && appType.data !== 'UserAssignedMSI')
    wrong(
      'MicrosoftAppPassword',
      'ontbreekt: maak een geheim onder Certificates & secrets van de app-registratie in Entra en kopieer de waarde (Value, niet Secret ID).',
    );
  if (password !== '' && appType.data === 'UserAssignedMSI')
    wrong('MicrosoftAppPassword', 'laat dit leeg: een beheerde identiteit (UserAssignedMSI) heeft geen geheim.');

  if (tenantId === '') wrong('MicrosoftAppTenantId', `ontbreekt: ${tenantCure}`);
  else if (!guid.test(tenantId)) wrong('MicrosoftAppTenantId', `is geen id van een tenant: ${tenantCure}`);

  const others = read('TEAMS_TENANTS')
    .split(',')
    .map((tenant) => tenant.trim())
    .filter((tenant) => tenant !== '');
  const unreadable = others.filter((tenant) => !guid.test(tenant));
  if (unreadable.length > 0)
    wrong('TEAMS_TENANTS', `geen id van een tenant: ${unreadable.join(', ')}. Geef ids, gescheiden door komma's.`);

  if (problems.length > 0 || !appType.success) return { kind: 'wrong', problems };
  return {
    kind: 'ok',
    config: {
      mode: 'production',
      appId,
      password,
      appType: appType.data,
      tenantId,
      tenants: [tenantId, ...others].map((tenant) => tenant.toLowerCase()),
    },
  };
}

const appIdCure = 'kopieer Application (client) ID uit het overzicht van de app-registratie in Entra.';
const tenantCure = 'kopieer Directory (tenant) ID uit het overzicht van de app-registratie in Entra.';
