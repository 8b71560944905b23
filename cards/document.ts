/**
 * A text to print or to keep, for people without chat: plain data, as a Card is. How it looks on paper is for
 * `adapters/document`.
 */
export type Document = {
  titel: string;
  /** Small lines under the title: whose, of when. */
  onderschrift: string[];
  /** At the foot of every page, beside the page number. */
  voet: string;
  delen: DocumentDeel[];
};

export type DocumentDeel =
  | { soort: 'kop'; tekst: string }
  | { soort: 'tussenkop'; tekst: string }
  | { soort: 'alinea'; tekst: string; stil?: boolean }
  | { soort: 'lijst'; items: string[] }
  /** `breedtes`: percentage of the width per column, 100 together; a cell may be long and is broken over lines and pages. */
  | { soort: 'tabel'; kolommen: string[]; breedtes: number[]; rijen: string[][] };
