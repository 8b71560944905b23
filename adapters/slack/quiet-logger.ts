import { LogLevel } from '@slack/bolt';
import type { Log } from '../../src/ports.ts';

/** The SDK logs whole requests and error texts; of those only the fact remains [S14]. */
export function quietLogger(log: Log) {
  return {
    debug() {},
    info() {},
    warn: () => log.debug('slack.sdk_warning', { platform: 'slack' }),
    error: () => log.warn('slack.sdk_error', { platform: 'slack' }),
    setLevel() {},
    getLevel: () => LogLevel.WARN,
    setName() {},
  };
}
