import { type DestinationStream, type Logger, pino } from 'pino';
import type { Log, LogFields } from '../../src/ports.ts';

/** The only fields that ever reach a log line; anything else is dropped, whoever passes it [S14]. */
const allowed = [
  'platform',
  'action',
  'command',
  'casusId',
  'berichtId',
  'regio',
  'kind',
  'count',
  'ms',
  'status',
  'attempt',
  'fault',
  'port',
  'version',
] as const satisfies readonly (keyof LogFields)[];

/**
 * JSON log lines on standard output at a pino level; an unknown level falls back to `info`.
 * No message is ever built from what somebody typed: an event name, and allow-listed fields.
 */
export function createLog(level = 'info', destination?: DestinationStream): Log {
  const known = Object.hasOwn(pino.levels.values, level) || level === 'silent';
  const options = { level: known ? level : 'info', base: null, timestamp: pino.stdTimeFunctions.isoTime };
  const logger: Logger = destination ? pino(options, destination) : pino(options);
  const at = (line: 'debug' | 'info' | 'warn' | 'error') => (event: string, fields?: LogFields) =>
    logger[line](pick(fields), event);
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}

function pick(fields: LogFields | undefined): LogFields {
  if (!fields) return {};
  return Object.fromEntries(allowed.filter((name) => fields[name] !== undefined).map((name) => [name, fields[name]]));
}
