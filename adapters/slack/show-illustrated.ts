import type { Card } from '../../cards/card.ts';
import type { Log } from '../../src/ports.ts';
import type { Pictures } from './pictures.ts';
import { renderMessage, type SlackMessage } from './render.ts';
import { ResponseRefused } from './respond.ts';
import { faultCode } from './slack-fault.ts';

/** Sends a card with its pictures; when Slack refuses those, the same with its figures in a table. */
export function createShowIllustrated({ pictures, log }: { pictures: Pictures; log: Log }) {
  return async <T>(card: Card, send: (message: SlackMessage) => Promise<T>): Promise<T> => {
    const illustrated = await pictures.illustrate(card);
    if (illustrated === card) return send(renderMessage(card));
    try {
      return await send(renderMessage(illustrated));
    } catch (error) {
      if (!isRefused(error)) throw error;
      log.warn('slack.picture_refused', { platform: 'slack', fault: faultCode(error) });
      pictures.forget(card);
      return send(renderMessage(card));
    }
  };
}

export type ShowIllustrated = ReturnType<typeof createShowIllustrated>;

/** Refused for what is in it; anything else would go wrong a second time, or twice over. */
const isRefused = (error: unknown): boolean =>
  error instanceof ResponseRefused || ['invalid_blocks', 'invalid_blocks_format'].includes(faultCode(error));
