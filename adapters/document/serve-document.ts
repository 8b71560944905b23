import type { IncomingMessage, ServerResponse } from 'node:http';
import { documentOf } from '../../cards/document-of.ts';
import { rugzakWerkboek } from '../../cards/rugzak-werkboek.ts';
import { isRegioDocument } from '../../src/document/document-soort.ts';
import { type Gemaakt, type Gevonden, ophalen } from '../../src/document/ophalen.ts';
import type { RegioDocumentView } from '../../src/rugzak/regio-document.ts';
import type { World } from '../../src/world.ts';
import { renderPdf } from './render-pdf.ts';
import { xlsxBeside } from './xlsx-beside.ts';

/** Workbooks that are made at the same time: each takes a thread and the memory of a year of lines [S19]. */
const AT_ONCE = 2;
/** Seconds after which there is room again, mostly. */
const BUSY_SECONDS = 60;

type File = { bytes: Buffer; type: string; name: string };

/** `hash`: what is kept of the token in an address. */
type Needs = World & { hash: (token: string) => string };

/**
 * `/document/<token>`: `GET` gives a page with one button, `POST` the document itself. Programs that look ahead at
 * links in a chat only see the page, which says nothing. Unknown, expired and malformed addresses, and people who
 * lost the right since, get the same 404. Every fetch is audited before a byte of it is made; the address is in no
 * log line [S8, S13, S14]. Asked again while it is being made, the same bytes do for both [S19].
 */
export function serveDocument(needs: Needs) {
  const { clock, log, hash } = needs;
  const making = new Map<string, Promise<File>>();
  let large = 0;

  /** Null: too many are being made. */
  function fileAt(key: string, { groot, maak }: Gevonden): Promise<File> | null {
    const started = making.get(key);
    if (started) return started;
    if (groot && large >= AT_ONCE) return null;
    const file = (async () => fileOf(await maak(), clock.now()))().finally(() => {
      making.delete(key);
      if (groot) large -= 1;
    });
    if (groot) large += 1;
    making.set(key, file);
    return file;
  }

  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [, token] = /^\/document\/([A-Za-z0-9_-]{43})$/.exec((req.url ?? '/').split('?', 1)[0] ?? '/') ?? [];
    // Nothing is sent along: the address has to come from the chat each time.
    req.resume();
    try {
      if (req.method !== 'POST') {
        const known = token !== undefined && (await needs.store.documentAdres(hash(token))) !== null;
        return known ? page(res, 200, words, req.method === 'HEAD') : gone(res);
      }
      const found = token === undefined ? null : await ophalen(needs, hash(token));
      if (token === undefined || found === null) return gone(res);
      const file = fileAt(hash(token), found);
      if (file === null) {
        res.setHeader('retry-after', BUSY_SECONDS);
        return page(res, 503, busy);
      }
      const { bytes, type, name } = await file;
      log.info('document.served', { kind: found.groot ? 'werkboek' : 'pdf', count: bytes.length });
      res
        .writeHead(200, {
          ...closed,
          'content-type': type,
          'content-disposition': `attachment; filename="${name}"`,
          'content-length': bytes.length,
        })
        .end(bytes);
    } catch (fault) {
      log.error('document.failed', { fault: fault instanceof Error ? fault.name : 'unknown' });
      text(res, 503, 'Dat lukte niet. Probeer het zo meteen opnieuw.');
    }
  };
}

/** A reference, or a region and a year: the most a list of downloads may say [S9]. */
async function fileOf(view: Gemaakt, at: Temporal.Instant): Promise<File> {
  if (!isRegioView(view))
    return { bytes: await renderPdf(documentOf(view), at), type: 'application/pdf', name: `${view.referentie}.pdf` };
  return {
    bytes: await xlsxBeside(rugzakWerkboek(view)),
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    name: `jaarbudget-${view.regioCode}-${view.overzicht.jaar}${view.document === 'rugzak_regio_extern' ? '-om-te-delen' : ''}.xlsx`,
  };
}

const isRegioView = (view: Gemaakt): view is RegioDocumentView => isRegioDocument(view.document);

const closed = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

const text = (res: ServerResponse, status: number, words: string) =>
  void res.writeHead(status, { ...closed, 'content-type': 'text/plain; charset=utf-8' }).end(`${words}\n`);

const gone = (res: ServerResponse) =>
  text(res, 404, 'Dit adres bestaat niet of is verlopen. Vraag in de chat een nieuw.');

const words =
  'Dit document is voor jou alleen. Elke keer dat je het ophaalt, wordt genoteerd. Staat er veel in, dan duurt het maken even: laat deze bladzijde dan open.';
const busy =
  'Er worden nu al twee grote documenten gemaakt. Wacht een minuut en druk dan opnieuw: dit adres blijft werken.';

function page(res: ServerResponse, status: 200 | 503, said: string, head = false): void {
  const body = `<!doctype html><html lang="nl-BE"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Document ophalen</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;margin:3rem auto;max-width:32rem;padding:0 1rem;color-scheme:light dark}
button{font:inherit;padding:.6rem 1.2rem}</style>
<p>${said}</p>
<form method="post"><button>Document ophalen</button></form></html>`;
  res
    .writeHead(status, {
      ...closed,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'content-length': Buffer.byteLength(body),
    })
    .end(head ? undefined : body);
}
