import { see } from '../casus/see.ts';
import type { DocumentAdres } from '../ports.ts';
import { type RegioDocumentView, regioDocumentView } from '../rugzak/regio-document.ts';
import { waaktOver } from '../rugzak/regio-team.ts';
import type { Instant } from '../time.ts';
import { may } from '../toegang/policy.ts';
import type { World } from '../world.ts';
import { isRegioDocument, waaroverDocument } from './document-soort.ts';
import { type DocumentView, documentView } from './document-view.ts';

export type Gemaakt = DocumentView | RegioDocumentView;
/** What an address is about, for the audit log, and how it is made; `maak: null`: not theirs. */
type Achter = { waarover: string; maak: (() => Gemaakt | Promise<Gemaakt>) | null };
/** `groot`: it takes a whole year of lines, and seconds. */
export type Gevonden = { groot: boolean; maak: () => Gemaakt | Promise<Gemaakt> };

/**
 * What is behind an address that somebody opens now: with what this person may see now, whatever was true when the
 * address was made. Written in the audit log first: no entry, no document [S13]. Null: nothing, for whatever reason.
 */
export async function ophalen(world: World, hash: string): Promise<Gevonden | null> {
  const { store, clock } = world;
  const adres = await store.documentAdres(hash);
  const now = clock.now();
  const found =
    adres && (isRegioDocument(adres.soort) ? behindRegion(world, adres, now) : await behindCasus(world, adres, now));
  if (!adres || !found) return null;
  await store.commit({
    audit: [
      {
        op: now,
        wie: adres.persoonId,
        wat: 'document.ophalen',
        waarover: found.waarover,
        resultaat: found.maak ? 'toegestaan' : 'geweigerd',
      },
    ],
  });
  return found.maak && { groot: isRegioDocument(adres.soort), maak: found.maak };
}

async function behindCasus(
  world: World,
  { over, soort, persoonId }: DocumentAdres,
  now: Instant,
): Promise<Achter | null> {
  const casus = await world.store.casusById(over);
  if (!casus || isRegioDocument(soort)) return null;
  const seen = await see(world, casus, persoonId, now);
  const view = seen && may('zorgplan.pdf', seen.relations) ? documentView(seen, soort) : null;
  return { waarover: casus.id, maak: view && (() => view) };
}

function behindRegion({ store }: World, { over, soort, persoonId }: DocumentAdres, now: Instant): Achter | null {
  const [code = '', jaar = ''] = over.split('/');
  const directory = store.directory();
  const region = directory.regions.get(code);
  if (!region || !isRegioDocument(soort)) return null;
  const allowed = waaktOver(directory, region, persoonId, now);
  return {
    waarover: waaroverDocument(soort, over),
    maak: allowed ? () => regioDocumentView(store, region, Number.parseInt(jaar, 10), soort, now) : null,
  };
}
