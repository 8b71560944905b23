import type { SlackMessage } from './render.ts';

/** Slack took the response and would not show it: used up, too old, or not to its liking. */
export class ResponseRefused extends Error {
  override readonly name = 'ResponseRefused';
}

/** A replacement keeps the kind that the original was. */
type Response = SlackMessage & { response_type?: 'ephemeral' | 'in_channel'; replace_original: boolean };

/** Posts to the `response_url` of an interaction. Throws when it is refused, or has not worked after `timeoutMs`. */
export type Respond = (responseUrl: string, response: Response) => Promise<void>;

/**
 * The address comes in from outside, though signed: only Slack's own host is called, or the stand-in that
 * `apiUrl` names. Slack takes 5 responses within 30 minutes.
 */
export function createRespond(apiUrl: string, timeoutMs: number): Respond {
  const hosts = ['https://hooks.slack.com', new URL(apiUrl).origin];
  return async (responseUrl, response) => {
    if (!hosts.includes(new URL(responseUrl).origin)) throw new Error('response_url is not an address of Slack');
    const result = await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(response),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    // The body has to be read for the connection to be used again.
    await result.arrayBuffer();
    if (result.status >= 400 && result.status < 500 && result.status !== 429)
      throw new ResponseRefused(`response_url answered ${result.status}`);
    if (!result.ok) throw new Error(`response_url answered ${result.status}`);
  };
}
