import type { DocumentView } from '../src/document/document-view.ts';
import type { Document } from './document.ts';
import { zorgplanDocument } from './zorgplan-document.ts';

/** The document for a view. Pure: the same view always gives the same document. */
export function documentOf(view: DocumentView): Document {
  switch (view.document) {
    case 'zorgplan':
    case 'zorgplan_gezin':
      return zorgplanDocument(view);
    default:
      throw new Error(view.document satisfies never);
  }
}
