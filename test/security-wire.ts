import type { Database } from '../adapters/database/open-database.ts';
import { renderModal } from '../adapters/slack/render.ts';
import { render } from '../adapters/teams/render.ts';
import { cardOf } from '../cards/card-of.ts';
import type { Intent } from '../src/intent.ts';
import type { View } from '../src/view.ts';
import { textField } from './text-fields.ts';

type Json = Record<string, unknown>;

/** One request as it went over the line, and what came back. */
export type Exchange = { url: string; sent: string; status: number; answered: string };

/** What a platform was given: over its API (`channel`: others read it too), or in answer to a request. */
export type Given = { where: string; channel: boolean; body: unknown };

const toBot = /\/(slack\/events|api\/messages)$/;

/** Takes the place of `fetch`: keeps everything, and sends a request of a platform many times when asked. */
export function createWire(real: typeof fetch) {
  const exchanges: Exchange[] = [];
  let times = 1;

  async function once(input: Parameters<typeof fetch>[0], init: RequestInit | undefined): Promise<Response> {
    const response = await real(input, init);
    const answered = await response.clone().text();
    exchanges.push({ url: String(input), sent: String(init?.body ?? ''), status: response.status, answered });
    return response;
  }

  return {
    exchanges,
    /** The next request to the bot goes that many times, side by side. */
    multiply: (by: number) => {
      times = by;
    },
    fetch: (async (input, init) => {
      if (times === 1 || !toBot.test(String(input))) return once(input, init);
      const count = times;
      times = 1;
      const copies = await Promise.all(Array.from({ length: count }, () => once(input, init)));
      const lengths = await Promise.all(copies.map(async (copy) => (await copy.clone().text()).length));
      const told = copies[lengths.indexOf(Math.max(...lengths))];
      if (told === undefined) throw new Error('nothing was sent');
      return told;
    }) as typeof fetch,
    /** What Teams, `response_url` and the acknowledgements were given since `from`. */
    given(channel: string, from = 0): Given[] {
      return exchanges.slice(from).flatMap(({ url, sent, answered }): Given[] => {
        if (toBot.test(url)) return answered === '' ? [] : [{ where: 'ack', channel: false, body: parsed(answered) }];
        if (/\/response\//.test(url)) return [{ where: 'response_url', channel: false, body: parsed(sent) }];
        if (!/\/v3\/conversations\//.test(url)) return [];
        const shared = decodeURIComponent(url).includes(channel) && !url.includes('isTargetedActivity=true');
        return [{ where: 'teams', channel: shared, body: parsed(sent) }];
      });
    },
  };
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Opens an address of a document as a browser does: what a list of downloads or a look ahead may come to show. */
export async function fetchDocument(url: string): Promise<Given> {
  const page = await fetch(url);
  const looked = await page.text();
  const made = await fetch(url, { method: 'POST' });
  const size = (await made.arrayBuffer()).byteLength;
  if (made.status !== 200 || size < 1_000) throw new Error(`${made.status}, ${size} bytes`);
  return { where: 'document', channel: true, body: [[...page.headers], looked, [...made.headers]] };
}

/** A calendar as the phone of its owner shows it, and of who looks over their shoulder. */
export async function fetchCalendar(url: string): Promise<Given> {
  const answer = await fetch(url);
  const text = await answer.text();
  if (!text.startsWith('BEGIN:VCALENDAR')) throw new Error(`${answer.status} ${text.slice(0, 80)}`);
  // Long lines are folded.
  return { where: 'calendar', channel: true, body: [[...answer.headers], text.replaceAll(/\r?\n[ \t]/g, '')] };
}

/** A screen as each platform would draw it. */
export function drawings(view: View): unknown[] {
  const card = cardOf(view);
  return [renderModal(card), render(card), render(card, { targeted: true })];
}

/** The fields of an intent in which a text stands that `holds`, as `textFields` names them. */
export function fieldsWith({ input }: Intent, holds: (text: string) => boolean): string[] {
  if (input.kind !== 'action') return [];
  return Object.entries(input.values).flatMap(([id, value]) =>
    [value].flat().some(holds) ? [textField(input.action, id)] : [],
  );
}

/** What a platform shows on a locked screen or keeps on a card: notification texts, button values, ids, metadata. */
export function exposedTexts({ body, channel }: Given): string[] {
  if (channel) return [JSON.stringify(body)];
  const found: string[] = [];
  const walk = (value: unknown, top: boolean): void => {
    if (Array.isArray(value)) for (const one of value) walk(one, false);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return;
    const object = value as Json;
    for (const [key, inner] of Object.entries(object)) {
      const carried =
        // In Teams a `fallback` of an element is the same in other elements: it stands on the card itself.
        (hidden.has(key) && !(key === 'fallback' && typeof inner === 'object')) ||
        (top && key === 'text') ||
        (key === 'value' && (object.type === 'button' || 'text' in object));
      if (carried) found.push(typeof inner === 'string' ? inner : JSON.stringify(inner));
      walk(inner, false);
    }
  };
  walk(body, true);
  return found;
}

/** Parts of a message, modal or card that somebody else than the reader may come to see, or that are sent back. */
const hidden = new Set([
  ...['private_metadata', 'callback_id', 'external_id', 'action_id', 'block_id', 'alt_text', 'fallback', 'filename'],
  ...['summary', 'speak', 'fallbackText', 'altText', 'data', 'channelData', 'metadata', 'username', 'notification'],
]);

/** When pg-boss last looked after its queues: it does so every fifteen seconds, whatever anybody does. */
const upkeep = /^pgboss\.(queue|version)$/;

/** Every row of every table, the jobs too, as a dump shows it. */
export async function dumpOf({ executor }: Database, which = /./): Promise<Map<string, string>> {
  const { rows: tables } = await executor.executeSql(
    `SELECT schemaname || '.' || tablename AS name FROM pg_tables WHERE schemaname IN ('public', 'pgboss') ORDER BY 1`,
  );
  const dump = new Map<string, string>();
  for (const { name } of tables as { name: string }[]) {
    if (!which.test(name) || upkeep.test(name)) continue;
    const { rows } = await executor.executeSql(`SELECT t::text AS line FROM ${name} t ORDER BY 1`);
    dump.set(name, (rows as { line: string }[]).map(({ line }) => line).join('\n'));
  }
  return dump;
}

/** Whether a job is being done, or could be taken now. */
async function atWork({ executor }: Database): Promise<boolean> {
  const { rows } = await executor.executeSql(
    `SELECT 1 FROM pgboss.job WHERE state < 'completed' AND start_after <= now() LIMIT 1`,
  );
  return rows.length > 0;
}

/** How long deliveries may go on before it is a fault. */
const REST_MS = 40_000;

/** The dump once nothing is being delivered any more. */
export async function settledDump(database: Database, which?: RegExp): Promise<Map<string, string>> {
  let before = JSON.stringify([...(await dumpOf(database, which))]);
  // By the clock, not by tries: on a busy machine each dump takes longer, and so do the deliveries it waits for.
  for (let quiet = 0, last = performance.now() + REST_MS; performance.now() < last; ) {
    await new Promise((resolve) => setTimeout(resolve, 80));
    const now = await dumpOf(database, which);
    const text = JSON.stringify([...now]);
    // A refresh that waits for its turn changes nothing until it has it.
    quiet = text === before && !(await atWork(database)) ? quiet + 1 : 0;
    before = text;
    if (quiet === 3) return now;
  }
  throw new Error('the database does not come to rest');
}
