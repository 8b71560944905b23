import { createHash } from 'node:crypto';
import type { webApi } from '@slack/bolt';
import type { Card, Part } from '../../cards/card.ts';
import type { Chart, DrawPicture } from '../../cards/chart.ts';
import { chartText } from '../../cards/chart-text.ts';
import type { Log } from '../../src/ports.ts';
import { faultCode } from './slack-fault.ts';

/** A chart of which the picture is with Slack. */
export type Picture = { type: 'picture'; file: string; title: string; alt: string };

/** A card of which some charts became pictures; those that did not are shown as a table. */
export type Illustrated = Omit<Card, 'parts'> & { parts: (Part | Picture)[] };

export type Pictures = {
  /** The card with the pictures that are there in time; itself when there are none. Never throws. */
  illustrate(card: Card): Promise<Illustrated>;
  /** Slack would not show these: they are drawn anew the next time. */
  forget(card: Card): void;
};

type Needs = {
  client: webApi.WebClient;
  apiUrl: string;
  draw: DrawPicture;
  log: Log;
  timeoutMs: number;
  /** How long Slack needs before a new file may stand in a message, in milliseconds. */
  settleMs?: number;
};

/** Drawing, uploading and settling together; after this a message goes out with the table. */
const withinMs = 4_000;
/** Pictures remembered; each is two short strings. */
const maxPictures = 1_000;
/** More pictures in one message would be a long way to scroll. */
const maxInCard = 6;

/**
 * Pictures of charts, uploaded once: the same figures are the same file, until a restart. A file belongs to
 * the bot and is shared nowhere, so only who may read a message sees what is in it. Its name says nothing.
 *
 * Slack takes about a second before a fresh file may stand in a message (`invalid_blocks` until then);
 * asking whether it is ready would need the right to read every file, so it is waited for.
 */
export function createPictures({ client, apiUrl, draw, log, timeoutMs, settleMs = 1_000 }: Needs): Pictures {
  const files = new Map<string, Promise<string>>();
  const hosts = ['https://files.slack.com', new URL(apiUrl).origin];

  async function upload(chart: Chart): Promise<string> {
    const bytes = await draw(chart);
    const { upload_url: url, file_id: id } = await client.files.getUploadURLExternal({
      filename: 'grafiek.png',
      length: bytes.byteLength,
    });
    if (url === undefined || id === undefined) throw new Error('Slack gave no place to upload to');
    if (!hosts.includes(new URL(url).origin)) throw new Error('the place to upload to is not an address of Slack');
    const sent = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream' },
      body: Buffer.from(bytes),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    });
    await sent.arrayBuffer();
    if (!sent.ok) throw new Error(`the upload was answered ${sent.status}`);
    await client.files.completeUploadExternal({ files: [{ id, title: 'Grafiek' }] });
    await new Promise((resolve) => setTimeout(resolve, settleMs));
    return id;
  }

  function fileOf(chart: Chart): Promise<string> {
    const key = keyOf(chart);
    const known = files.get(key);
    if (known !== undefined) return known;
    if (files.size >= maxPictures) files.delete(files.keys().next().value ?? '');
    const made = upload(chart);
    files.set(key, made);
    made.catch((error) => {
      files.delete(key);
      log.warn('slack.picture_failed', { platform: 'slack', fault: faultCode(error) });
    });
    return made;
  }

  return {
    async illustrate(card) {
      const charts = card.parts.filter((part) => part.type === 'chart').slice(0, maxInCard);
      if (charts.length === 0) return card;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<null>((resolve) => {
        timer = setTimeout(() => resolve(null), withinMs);
      });
      const found = await Promise.all(charts.map((chart) => Promise.race([fileOf(chart).catch(() => null), late])));
      clearTimeout(timer);
      if (found.every((file) => file === null)) return card;
      return {
        ...card,
        parts: card.parts.map((part) => {
          const file = part.type === 'chart' ? found[charts.indexOf(part)] : undefined;
          return part.type === 'chart' && file
            ? { type: 'picture', file, title: part.title, alt: chartText(part) }
            : part;
        }),
      };
    },
    forget(card) {
      for (const part of card.parts) if (part.type === 'chart') files.delete(keyOf(part));
    },
  };
}

export const hasChart = (card: Card): boolean => card.parts.some((part) => part.type === 'chart');

/** Only the pictures, under the title: what follows when the words went first. */
export function picturesOnly(card: Illustrated): Illustrated | null {
  const parts = card.parts.filter((part) => part.type === 'picture');
  return parts.length === 0 ? null : { title: card.title, summary: card.summary, parts };
}

const keyOf = (chart: Chart) => createHash('sha256').update(JSON.stringify(chart)).digest('base64url');
