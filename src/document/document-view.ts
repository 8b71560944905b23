import type { Seen } from '../casus/see.ts';

import type { ZorgplanView } from '../zorgplan/zorgplan-view.ts';
import { planGezien, zorgplanView } from '../zorgplan/zorgplan-views.ts';

import type { CasusDocumentSoort } from './document-soort.ts';

/** What a document shows, as plain data: what its reader may see, at the moment it is made. */
export type DocumentView = {
  document: CasusDocumentSoort;
  referentie: string;
  zone: string;
  /** When it was made. */
  op: string;
  plan: ZorgplanView;
};

/**
 * A document as this person may have it; null: there is nothing (yet) that is theirs to print. The one for the family
 * is what the table may read, whoever prints it [S8]; only who may read more can ask for it.
 */
export function documentView(seen: Seen, soort: CasusDocumentSoort): DocumentView | null {
  const own = planGezien(seen);
  if (!own || (soort === 'zorgplan_gezin' && own.lezer !== 'team')) return null;
  return {
    document: soort,
    referentie: seen.casus.referentie,
    zone: seen.region.tijdzone,
    op: seen.now.toString(),
    plan: zorgplanView(soort === 'zorgplan_gezin' ? { ...own, lezer: 'tafel' } : own),
  };
}
