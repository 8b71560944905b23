import { read } from '../casus/with-casus.ts';
import { audit, type Context, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import type { DocumentSoort } from '../ports.ts';
import { documentView } from './document-view.ts';

/** How long an address of a document works. */
const VALID_MINUTES = 30;

const soorten: readonly DocumentSoort[] = ['zorgplan', 'zorgplan_gezin'];

/** A document to print: an address for this person alone, for a short while. Subject `<casus>/<kind of document>`. */
export const documentMaken: Handler = (context) => {
  const soort = soorten.find((s) => s === context.subject.split('/')[1]) ?? 'zorgplan';
  return read(context, 'zorgplan.pdf', async (seen) => {
    if (documentView(seen, soort) === null) return refuse({ kind: 'nog_geen_zorgplan' });
    return address(context, seen.casus.id, seen.casus.referentie, soort, seen.region.tijdzone);
  });
};

async function address(
  context: Context,
  casusId: string,
  referentie: string,
  soort: DocumentSoort,
  zone: string,
): Promise<Outcome> {
  const { world, person, now } = context;
  const view = { view: 'document_adres', referentie, soort, zone } as const;
  if (!world.documenten.isReachable()) return { kind: 'answer', view: { ...view, adres: null, verlooptOp: null } };
  const { url, hash } = world.documenten.make();
  const verlooptOp = now.add({ minutes: VALID_MINUTES });
  await world.store.commit({
    documentAdres: { hash, soort, casusId, persoonId: person.id, verlooptOp },
    audit: [audit(context, 'document.adres', casusId)],
  });
  return { kind: 'answer', view: { ...view, adres: url, verlooptOp: verlooptOp.toString() } };
}
