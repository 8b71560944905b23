import { see } from '../casus/see.ts';
import { may } from '../toegang/policy.ts';
import type { World } from '../world.ts';
import { type DocumentView, documentView } from './document-view.ts';

/**
 * What is behind an address that somebody opens now: with what this person may see now, whatever was true when the
 * address was made. Written in the audit log first: no entry, no document [S13]. Null: nothing, for whatever reason.
 */
export async function ophalen(world: World, hash: string): Promise<DocumentView | null> {
  const { store, clock } = world;
  const adres = await store.documentAdres(hash);
  const casus = adres && (await store.casusById(adres.casusId));
  if (!adres || !casus) return null;
  const now = clock.now();
  const seen = await see(world, casus, adres.persoonId, now);
  const view = seen && may('zorgplan.pdf', seen.relations) ? documentView(seen, adres.soort) : null;
  await store.commit({
    audit: [
      {
        op: now,
        wie: adres.persoonId,
        wat: 'document.ophalen',
        waarover: casus.id,
        resultaat: view ? 'toegestaan' : 'geweigerd',
      },
    ],
  });
  return view;
}
