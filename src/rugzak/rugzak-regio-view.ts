import type { TePresteren } from '../casus/termijn.ts';
import type { Jaaroverzicht } from './jaaroverzicht.ts';
import type { Grenzen } from './opvallend.ts';
import type { Punt } from './regio-melding.ts';

/** A region's budget of a year [B8], and what stands out [B10]. Integer cents; shares in basis points. */
export type RugzakRegioView = {
  view: 'rugzak_regio';
  regio: string;
  regioCode: string;
  /** ISO date in the region. */
  vandaag: string;
  /** The year is over, runs, or is still to come. */
  loopt: 'voorbij' | 'nu' | 'komt';
  overzicht: Jaaroverzicht;
  /** Cents for structural offer in that year; null: the region does not say [B8]. */
  structureel: number | null;
  opvallend: {
    /** Cases of the last twelve months. */
    vergeleken: number;
    /** Three quarters of them are at most at these. */
    driekwart: { bedrag: number; verblijf: number };
    grenzen: Grenzen;
    casussen: {
      casusId: string;
      referentie: string;
      gebonden: number;
      verblijf: number;
      waarin: ('bedrag' | 'verblijf')[];
    }[];
    nogMeer: number;
  };
  /** What was to be invoiced, paid or proven by now, of every case of the region: the longest late first [B7]. */
  teLaat: {
    aantal: Record<TePresteren, number>;
    regels: {
      casusId: string;
      referentie: string;
      soort: TePresteren;
      /** ISO date by which it was due. */
      datum: string;
      /** Name of the quarter (`2026K1`) of proofs. */
      kwartaal: string | null;
      aanspreekpunt: string;
    }[];
  };
};

/** What was said of a year budget (`gezegd`), and what of it still holds (`wat`) [B9]. */
export type RugzakRegioMeldingView = {
  view: 'rugzak_regio_melding';
  regio: string;
  regioCode: string;
  gezegd: Punt[];
  wat: Punt[];
} & Pick<Jaaroverzicht, 'jaar' | 'budget' | 'aangevraagd' | 'gebonden' | 'betaald' | 'raming'>;
