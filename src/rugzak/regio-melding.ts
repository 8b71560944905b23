import { aandeel, basispuntenVan } from './bedrag.ts';
import type { Jaaroverzicht } from './jaaroverzicht.ts';

/** Basis points of the year budget that were reached, that it will run out within the year [B9], or that there is none [B8]. */
export type Punt = number | (typeof zonderCijfer)[number];

const zonderCijfer = ['uitputting', 'geen_budget'] as const;

/** What was said of a region's year budget and still holds; `versie` rises with every change. */
export type RugzakRegioMelding = { regio: string; jaar: number; versie: number; lopend: Lopend[] };

/** One message and what of it still holds; `onderwerp` names it in the outbox. */
type Lopend = { onderwerp: string; wat: Punt[] };

type Stand = Pick<Jaaroverzicht, 'budget' | 'gebonden' | 'aangevraagd' | 'raming'> & {
  /** Something is asked or bound, and there is no budget where the year before had one. */
  budgetOntbreekt: boolean;
};

/** Share of the budget (basis points) that has to be left at the end of the year before a forecast that it runs out is over. */
const WEER_RUIM = 500;

export type NaMelding = {
  next: RugzakRegioMelding;
  /** To be said now, in one message; null: nothing new. */
  nieuw: Lopend | null;
  /** Messages of which something holds no longer: to be brought up to date. */
  voorbij: string[];
};

/**
 * What is to be said of a year budget as it is now; null: all that holds was said, and all that was said holds. Each
 * point once until it is gone: then it may come again. A jump over several is one message about all of them.
 */
export function naMelding(was: RugzakRegioMelding, overzicht: Stand, drempels: readonly number[]): NaMelding | null {
  const holds = reached(overzicht, drempels, said(was).includes('uitputting'));
  const fresh = holds.filter((p) => !said(was).includes(p));
  const kept = was.lopend.map((l) => ({ ...l, wat: l.wat.filter((p) => holds.includes(p)) }));
  const voorbij = was.lopend.filter((l, n) => kept[n]?.wat.length !== l.wat.length).map((l) => l.onderwerp);
  if (fresh.length === 0 && voorbij.length === 0) return null;
  const versie = was.versie + 1;
  const nieuw = fresh.length === 0 ? null : { onderwerp: onderwerpVan(was, versie, fresh), wat: fresh };
  const lopend = [...kept.filter((l) => l.wat.length > 0), ...(nieuw ? [nieuw] : [])];
  return { next: { ...was, versie, lopend }, nieuw, voorbij };
}

const said = ({ lopend }: RugzakRegioMelding): Punt[] => lopend.flatMap((l) => l.wat);

/** The points that hold. A budget that is used up has run out, so that it is not said of as a forecast once more. */
function reached(stand: Stand, drempels: readonly number[], was: boolean): Punt[] {
  const { budget, gebonden, budgetOntbreekt } = stand;
  if (budget === null) return budgetOntbreekt ? ['geen_budget'] : [];
  const share = basispuntenVan(gebonden, budget);
  const out = gebonden >= budget || runsOut(stand, budget, was);
  return [
    ...drempels.filter((d) => share >= d).sort((a, b) => a - b),
    ...(out && budget > 0 ? ['uitputting' as const] : []),
  ];
}

/**
 * Whether the pace alone uses it up: a request that is sent and taken back is no pace. Near the edge a forecast goes to
 * and fro by the day, so one that was said (`was`) is over only when there is room again. Of another year than the one
 * that runs there is no forecast to come or go.
 */
function runsOut({ aangevraagd, raming }: Stand, budget: number, was: boolean): boolean {
  if (raming === null) return was;
  const end = raming.punten.at(-1)?.cents;
  if (end === undefined) return false;
  return end - aangevraagd >= (was ? budget - aandeel(budget, WEER_RUIM) : budget);
}

const onderwerpVan = ({ regio, jaar }: RugzakRegioMelding, versie: number, wat: readonly Punt[]) =>
  `${regio}/rugzak/${jaar}/${versie}/${wat.join('+')}`;

/** What a message is about, from its subject; null: it is another kind. */
export function leesOnderwerp(onderwerp: string): { regio: string; jaar: number; wat: Punt[] } | null {
  const [, regio, jaar, wat] = /^([A-Z0-9]{2,8})\/rugzak\/(\d{4})\/\d+\/([\d+a-z_]+)$/.exec(onderwerp) ?? [];
  if (!regio || !jaar || !wat) return null;
  return {
    regio,
    jaar: Number.parseInt(jaar, 10),
    wat: wat.split('+').map((p) => zonderCijfer.find((z) => z === p) ?? Number.parseInt(p, 10)),
  };
}

/** What of a message still holds. */
export const houdtNog = (wat: readonly Punt[], overzicht: Stand): Punt[] => {
  const now = reached(
    overzicht,
    wat.filter((p) => typeof p === 'number'),
    wat.includes('uitputting'),
  );
  return wat.filter((p) => now.includes(p));
};
