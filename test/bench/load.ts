import autocannon, { type Request } from 'autocannon';
import { scale } from './alternate.ts';

const connections = 10;

/** Requests a second that `url` answers well, over ten connections that each send their own part of `requests`. */
export async function load(url: string, requests: Request[], seconds = 2): Promise<number> {
  const each = Math.floor(requests.length / connections);
  let client = 0;
  const result = await autocannon({
    url,
    connections,
    duration: seconds * scale,
    setupClient(one) {
      // Copies: autocannon writes in what it is given, and forgets what a function closes over.
      const part = requests.slice(client * each, (client + 1) * each).map((request) => ({ ...request }));
      client = (client + 1) % connections;
      one.setRequests(part);
    },
  });
  if (result.non2xx + result.errors + result.timeouts > 0)
    throw new Error(`${url} answered ${result.non2xx} wrongly, ${result.errors + result.timeouts} not at all`);
  return result['2xx'] / result.duration;
}
