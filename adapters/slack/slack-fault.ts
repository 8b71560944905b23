import { webApi } from '@slack/bolt';
import type { Posted } from '../../src/ports.ts';

type Unposted = Exclude<Posted, { kind: 'posted' }>;

/**
 * What an error code of Slack means for a message. `unreachable`: it will never arrive there. `later`:
 * it may yet, by itself or after somebody repaired the configuration. A code that is not here is
 * `later`: giving up on a person because of something unknown would be worse than trying again.
 */
const meaning: Record<string, Unposted['kind']> = {
  user_not_found: 'unreachable',
  user_disabled: 'unreachable',
  user_not_visible: 'unreachable',
  users_not_found: 'unreachable',
  cannot_dm_bot: 'unreachable',
  channel_not_found: 'unreachable',
  not_in_channel: 'unreachable',
  user_not_in_channel: 'unreachable',
  // The app has no Home tab here: an operator loads the manifest again.
  not_enabled: 'unreachable',
  is_archived: 'unreachable',
  restricted_action: 'unreachable',
  restricted_action_read_only_channel: 'unreachable',
  message_not_found: 'unreachable',
  cant_update_message: 'unreachable',
  edit_window_closed: 'unreachable',
  // The operator must repair these; until then nothing arrives anywhere.
  invalid_auth: 'later',
  not_authed: 'later',
  token_revoked: 'later',
  // Of the token, not of who was written to: the app was removed from the workspace.
  account_inactive: 'later',
  token_expired: 'later',
  missing_scope: 'later',
  team_access_not_granted: 'later',
  ekm_access_denied: 'later',
  // Slack itself.
  ratelimited: 'later',
  rate_limited: 'later',
  internal_error: 'later',
  fatal_error: 'later',
  service_unavailable: 'later',
  request_timeout: 'later',
  // A fault of the renderer: ends in the dead-letter list, not as a person who cannot be reached.
  invalid_blocks: 'later',
  msg_blocks_too_long: 'later',
  msg_too_long: 'later',
  no_text: 'later',
};

/** The code Slack gave, `HTTP 500`, `rate_limited`, `timeout` or `network`: for logs and for `Posted.reason`. */
export function faultCode(error: unknown): string {
  if (error instanceof webApi.WebAPIPlatformError) return error.data.error;
  if (error instanceof webApi.WebAPIRateLimitedError) return 'rate_limited';
  if (error instanceof webApi.WebAPIHTTPError) return `HTTP ${error.statusCode}`;
  if (error instanceof webApi.WebAPIRequestError)
    return error.original.name === 'TimeoutError' || error.original.name === 'AbortError' ? 'timeout' : 'network';
  return error instanceof Error ? error.name : 'unknown';
}

/** What to do with a message that could not be posted. */
export function unpostedBy(error: unknown): Unposted {
  const reason = faultCode(error);
  if (error instanceof webApi.WebAPIRateLimitedError)
    return { kind: 'later', afterMs: Math.max(1, error.retryAfter) * 1_000, reason };
  return { kind: meaning[reason] ?? 'later', reason };
}
