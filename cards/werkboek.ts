/** A workbook of plain figures: real amounts and dates, so that people can reckon with them. */
export type Werkboek = { bladen: Blad[] };

export type Blad = {
  /** At most 31 characters. */
  naam: string;
  /** The first row; it stays in view. `breedte`: characters. */
  kolommen: { kop: string; breedte: number }[];
  rijen: Cel[][];
};

/** `vet`: a heading or a total. An empty cell is null. */
export type Cel =
  | { soort: 'tekst'; tekst: string; vet?: boolean }
  /** Integer cents. */
  | { soort: 'euro'; cents: number; vet?: boolean }
  | { soort: 'aantal'; aantal: number; vet?: boolean }
  /** ISO date. */
  | { soort: 'datum'; datum: string }
  | null;
