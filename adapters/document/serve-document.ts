import type { IncomingMessage, ServerResponse } from 'node:http';
import { documentOf } from '../../cards/document-of.ts';
import { rugzakWerkboek } from '../../cards/rugzak-werkboek.ts';
import { isRegioDocument } from '../../src/document/document-soort.ts';
import { type Gemaakt, ophalen } from '../../src/document/ophalen.ts';
import type { RegioDocumentView } from '../../src/rugzak/regio-document.ts';
import type { World } from '../../src/world.ts';
import { renderPdf } from './render-pdf.ts';
import { xlsxBeside } from './xlsx-beside.ts';

/** `hash`: what is kept of the token in an address. */
type Needs = World & { hash: (token: string) => string };

/**
 * `/document/<token>`: `GET` gives a page with one button, `POST` the document itself. Programs that look ahead at
 * links in a chat only see the page, which says nothing. Unknown, expired and malformed addresses, and people who
 * lost the right since, get the same 404. Every fetch is audited before a byte of it is made; the address is in no
 * log line [S8, S13, S14].
 */
export function serveDocument(needs: Needs) {
  const { clock, log, hash } = needs;
  return async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const [, token] = /^\/document\/([A-Za-z0-9_-]{43})$/.exec((req.url ?? '/').split('?', 1)[0] ?? '/') ?? [];
    // Nothing is sent along: the address has to come from the chat each time.
    req.resume();
    try {
      if (req.method !== 'POST') {
        const known = token !== undefined && (await needs.store.documentAdres(hash(token))) !== null;
        return known ? page(res, req.method === 'HEAD') : gone(res);
      }
      const view = token === undefined ? null : await ophalen(needs, hash(token));
      if (view === null) return gone(res);
      const { bytes, type, name } = await fileOf(view, clock.now());
      log.info('document.served', { kind: view.document, count: bytes.length });
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
async function fileOf(view: Gemaakt, at: Temporal.Instant): Promise<{ bytes: Buffer; type: string; name: string }> {
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

function page(res: ServerResponse, head: boolean): void {
  const body = `<!doctype html><html lang="nl-BE"><meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1"><title>Document ophalen</title>
<style>body{font:1.1rem/1.5 system-ui,sans-serif;margin:3rem auto;max-width:32rem;padding:0 1rem;color-scheme:light dark}
button{font:inherit;padding:.6rem 1.2rem}</style>
<p>Dit document is voor jou alleen. Elke keer dat je het ophaalt, wordt genoteerd. Staat er veel in, dan duurt het maken even: laat deze bladzijde dan open.</p>
<form method="post"><button>Document ophalen</button></form></html>`;
  res
    .writeHead(200, {
      ...closed,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'",
      'content-length': Buffer.byteLength(body),
    })
    .end(head ? undefined : body);
}
