import { audit, type Context } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { type DocumentSoort, waaroverDocument } from './document-soort.ts';

/** How long an address of a document works. */
const VALID_MINUTES = 30;

/** `over`: what the document is about; `referentie`: how it is called on the card. */
type Nieuw = { soort: DocumentSoort; over: string; referentie: string; zone: string };

/** An address for this person alone, for a short while; what is behind it is decided when it is fetched. */
export async function adresMaken(context: Context, { soort, over, referentie, zone }: Nieuw): Promise<Outcome> {
  const { world, intent, person, now } = context;
  const view = { view: 'document_adres', referentie, soort, zone } as const;
  if (!world.documenten.isReachable()) return { kind: 'answer', view: { ...view, adres: null, verlooptOp: null } };
  const { url, hash } = world.documenten.make();
  const verlooptOp = now.add({ minutes: VALID_MINUTES });
  // The press itself may have been noted already, by who looked whether it is allowed.
  const made = await world.store.commit({
    once: `${intent.delivery}:adres`,
    documentAdres: { hash, soort, over, persoonId: person.id, verlooptOp },
    audit: [audit(context, 'document.adres', waaroverDocument(soort, over))],
  });
  if (made.kind === 'al_verwerkt') return { kind: 'nothing' };
  return { kind: 'answer', view: { ...view, adres: url, verlooptOp: verlooptOp.toString() } };
}
