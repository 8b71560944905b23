/** Of a case. `zorgplan_gezin`: without the parts that are not for everybody, to print for the family. */
export type CasusDocumentSoort = 'zorgplan' | 'zorgplan_gezin';

/** Of a region's year budget. `extern`: to leave the circle of the coordinators, without cases or small numbers [M2]. */
export type RegioDocumentSoort = 'rugzak_regio' | 'rugzak_regio_extern';

export type DocumentSoort = CasusDocumentSoort | RegioDocumentSoort;

export const isRegioDocument = (soort: DocumentSoort): soort is RegioDocumentSoort => soort.startsWith('rugzak_regio');

/** What the audit says a document is about: the file that leaves the circle is another than the whole ledger [S18]. */
export const waaroverDocument = (soort: DocumentSoort, over: string): string =>
  soort === 'rugzak_regio_extern' ? `${over}/extern` : over;
