import type { Values } from '../intent.ts';
import type { FieldErrors } from '../view.ts';

/** A handover note as its reader may see it. */
export type NotaRegel = {
  /** Null: in general. */
  referentie: string | null;
  door: string;
  op: string;
  /** Null: this reader has no right to the case. */
  tekst: string | null;
};

/** Handover notes to read; *Gelezen* confirms the ones that are shown. */
export type TeLezen = {
  notas: NotaRegel[];
  /** As many more come after these. */
  nog: number;
  gelezen: { op: string; aantal: number } | null;
  /** Which notes in which version are shown; empty: nothing to confirm. */
  merk: string;
};

/** The handover of one person in a region: what they wrote, what they have to read [P7]. */
export type OverdrachtView = {
  view: 'overdracht';
  regio: string;
  regioCode: string;
  zone: string;
  /** The day part ends: write now. */
  vraag: { tot: string } | null;
  openCasussen: number;
  /** Who reads what is written now. */
  volgende: { naam: string; van: string } | null;
  /** Null: the card of a writer, which shows only what they wrote. */
  lezen: TeLezen | null;
  /** What this person read before. */
  eerder: NotaRegel[];
  mijn: (NotaRegel & {
    id: string;
    bewerkt: boolean;
    ingetrokken: boolean;
    gelezen: { door: string; op: string }[];
    wijzigbaar: boolean;
  })[];
  meer: number;
  magSchrijven: boolean;
};

export type NotaFormulierView = {
  view: 'nota_formulier';
  /** Region, or the id of the note that is changed. */
  subject: string;
  regio: string;
  zone: string;
  volgende: string | null;
  /** An existing note is changed; `referentie` null: a general one. */
  wijzigt: { referentie: string | null } | null;
  casussen: { veld: string; referentie: string; termijn: string | null }[];
  andere: { value: string; label: string }[];
  values: Values;
  errors: FieldErrors;
};
