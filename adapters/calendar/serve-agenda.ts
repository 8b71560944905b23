import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { agendaFeed } from '../../src/permanentie/agenda.ts';
import type { World } from '../../src/world.ts';
import { tafelItem, tafelItems } from '../../src/zorgtafel/tafel-agenda.ts';
import { hashOfToken } from './agenda-addresses.ts';
import { renderAgenda } from './render-agenda.ts';

/** An organizer needs an address; `.invalid` says that nobody reads it (RFC 2606). */
const NO_REPLY = 'zorggarantie@bot.invalid';

type Needs = Pick<World, 'store' | 'holidays' | 'clock' | 'log'>;

/**
 * `GET` and `HEAD /ical/<token>.ics`. Whoever has the address reads it, calendar programs cannot sign in;
 * so an unknown, a revoked and a malformed address get the same 404, the one of any path that is not there.
 * The address is in no log line and in no error [S14].
 */
export function serveAgenda({ store, holidays, clock, log }: Needs) {
  async function read(path: string): Promise<string | null> {
    const [, token] = /^\/ical\/([A-Za-z0-9_-]{43})\.ics$/.exec(path) ?? [];
    if (token === undefined) return null;
    const hash = hashOfToken(token);
    const agenda = await store.agendaByHash(hash);
    if (agenda === null) return readTafel(hash);
    const ook =
      agenda.regio === null ? tafelItems(await store.zorgtafelsVan(agenda.persoonId, 'recente'), agenda.persoonId) : [];
    const feed = agendaFeed(store.directory(), holidays, agenda, clock.now(), ook);
    return feed && renderAgenda(feed, agenda.gemaaktOp);
  }

  /** The one entry of somebody at a zorgtafel: opened again after a change, it takes the place of the one before. */
  async function readTafel(hash: string): Promise<string | null> {
    const found = await store.tafelAgenda(hash);
    const d = found?.tafel.deelnemers.find((p) => p.id === found.deelnemerId);
    const item = found && d ? tafelItem(found.tafel, d) : null;
    const casus = found && (await store.casusById(found.tafel.casusId));
    const region = casus ? store.directory().regions.get(casus.regio) : undefined;
    if (!found || !d || !item || !region) return null;
    return renderAgenda({ naam: 'Zorgtafel', bezet: true, items: [item] }, d.sinds, {
      naam: `Zorggarantie ${region.naam}`,
      email: region.contact.email ?? NO_REPLY,
      vervallen: item.stand === 'vervallen',
    });
  }
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    try {
      const body = await read((req.url ?? '/').split('?', 1)[0] ?? '/');
      if (body === null) {
        res.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Niet gevonden\n');
        return;
      }
      const etag = `"${createHash('sha256').update(body).digest('base64url')}"`;
      // May be kept, by this reader only, and asked about before it is used again.
      const headers = { etag, 'cache-control': 'private, no-cache', 'x-content-type-options': 'nosniff' };
      if (isKnown(req.headers['if-none-match'], etag)) {
        res.writeHead(304, headers).end();
        return;
      }
      res
        .writeHead(200, {
          ...headers,
          'content-type': 'text/calendar; charset=utf-8',
          'content-disposition': 'inline; filename="permanentie.ics"',
          'content-length': Buffer.byteLength(body),
        })
        .end(req.method === 'HEAD' ? undefined : body);
    } catch (fault) {
      log.error('ical.failed', { fault: fault instanceof Error ? fault.name : 'unknown' });
      // Not 404: a program that hears that throws the calendar away.
      res
        .writeHead(503, { 'content-type': 'text/plain; charset=utf-8', 'retry-after': '300' })
        .end('Even niet beschikbaar\n');
    }
  };
}

/** `If-None-Match`: several may be named, and a proxy may have made them weak. */
const isKnown = (header: string | undefined, etag: string): boolean =>
  header !== undefined &&
  (header.trim() === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag));
