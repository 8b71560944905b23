import { read } from '../casus/with-casus.ts';
import { type Handler, refuse } from '../context.ts';
import { adresMaken } from './adres-maken.ts';
import type { CasusDocumentSoort } from './document-soort.ts';
import { documentView } from './document-view.ts';

const soorten: readonly CasusDocumentSoort[] = ['zorgplan', 'zorgplan_gezin'];

/** A document to print: an address for this person alone, for a short while. Subject `<casus>/<kind of document>`. */
export const documentMaken: Handler = (context) => {
  const soort = soorten.find((s) => s === context.subject.split('/')[1]) ?? 'zorgplan';
  return read(context, 'zorgplan.pdf', async (seen) => {
    if (documentView(seen, soort) === null) return refuse({ kind: 'nog_geen_zorgplan' });
    const { casus, region } = seen;
    return adresMaken(context, { soort, over: casus.id, referentie: casus.referentie, zone: region.tijdzone });
  });
};
