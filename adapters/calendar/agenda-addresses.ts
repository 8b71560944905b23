import { createHash, randomBytes } from 'node:crypto';
import type { AgendaAddresses } from '../../src/ports.ts';

/** 256 bits: nobody guesses one, whatever number there are. */
const TOKEN_BYTES = 32;

/** What is kept of a token: who reads the database cannot fetch a calendar with it. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * `base`: how the bot is reached from outside, asked each time; null: nobody said. The token stands between `before`
 * and `after` in the path.
 */
export function createAgendaAddresses(
  base: () => string | null,
  [before, after]: readonly [string, string] = ['/ical/', '.ics'],
): AgendaAddresses {
  const path = (token: string) => `${before}${token}${after}`;
  return {
    isReachable: () => base() !== null,
    make() {
      const token = randomBytes(TOKEN_BYTES).toString('base64url');
      return { token, hash: hashOfToken(token), url: `${base() ?? ''}${path(token)}` };
    },
    urlOf: (token) => (base() === null ? null : `${base()}${path(token)}`),
  };
}
