import type { Instant } from '../time.ts';

/** What the money is for. Only `verblijf` counts against the half for stay [B1]. */
export const categorieen = [
  'verblijf',
  'begeleiding',
  'contextversterking',
  'kraamzorg',
  'kinderopvang',
  'veiligheidsplanning',
  'vervoer',
  'ander',
] as const;
export type Categorie = (typeof categorieen)[number];

/** Where a euro is: asked for, promised, on an invoice, paid. */
export const fasen = ['aangevraagd', 'vastgelegd', 'gefactureerd', 'betaald'] as const;
export type Fase = (typeof fasen)[number];

/**
 * One line of the ledger: an amount that moves from one phase to another. Lines are only added; `van: null` comes in,
 * `naar: null` goes out, so that every euro is in one place and nothing appears or is lost.
 */
export type Boeking = {
  id: string;
  casusId: string;
  aanvraagId: string;
  factuurId: string | null;
  van: Fase | null;
  naar: Fase | null;
  categorie: Categorie;
  /** Integer euro cents, more than zero. */
  cents: number;
  /** Calendar year whose regional budget it weighs on: the year in which the help starts [B8]. */
  jaar: number;
  /** Person who noted it, and when. */
  door: string;
  op: Instant;
  /** The day (ISO date) it counts for: when it was noted, but of a payment the day it was paid [B7]. */
  datum: string;
  /** Id of the line this one takes back. */
  corrigeert: string | null;
};

/** Who does it and when, and an id for the line of the ledger. */
export type Daad = Pick<Boeking, 'door' | 'op' | 'datum'> & { boekingId: string };

/** The line that takes another back: the same amount, the other way. */
export const tegenboeking = (boeking: Boeking, { boekingId, ...daad }: Daad): Boeking => ({
  ...boeking,
  ...daad,
  id: boekingId,
  van: boeking.naar,
  naar: boeking.van,
  corrigeert: boeking.id,
});

/** The line of an approval. */
export const isGoedkeuring = ({ van, naar, corrigeert }: Boeking): boolean =>
  van === 'aangevraagd' && naar === 'vastgelegd' && corrigeert === null;
