import type { TeamsConfig } from './config.ts';

/** Hosts of the Bot Connector, with what may stand in front of a dot. */
const hosts = ['smba.trafficmanager.net', 'botframework.com', 'teams.microsoft.com'];
const localHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Whether the bot may send its token and its messages to this address. The token of a request binds the
 * address only when there is one in the request, so it is checked against this list too [S4].
 */
export function isTrustedServiceUrl(serviceUrl: string, mode: TeamsConfig['mode']): boolean {
  const url = URL.canParse(serviceUrl) ? new URL(serviceUrl) : null;
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (mode === 'local') return ['http:', 'https:'].includes(url.protocol) && localHosts.has(url.hostname);
  return (
    url.protocol === 'https:' &&
    url.port === '' &&
    hosts.some((host) => url.hostname === host || (host !== hosts[0] && url.hostname.endsWith(`.${host}`)))
  );
}

/**
 * Whether these people may talk to the bot. A valid token says that the request comes from Teams, not
 * from which organisation [S4]: every tenant the request names must be on the list, and one must be named.
 */
export function isTrustedTenant(named: (string | undefined)[], config: TeamsConfig): boolean {
  if (config.mode === 'local') return true;
  const tenants = named.filter((tenant) => tenant !== undefined);
  return tenants.length > 0 && tenants.every((tenant) => config.tenants.includes(tenant.toLowerCase()));
}
