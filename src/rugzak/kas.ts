import type { Refusal } from '../refusal.ts';
import { aandeel } from './bedrag.ts';
import type { Boeking, Daad } from './boeking.ts';
import type { Aanvraag, Beleid, Factuur, Rugzak } from './rugzak.ts';
import { gebonden, negatief, saldo } from './saldo.ts';

/** Everything a decision about means is taken on. */
export type Kas = {
  rugzak: Rugzak;
  /** The ledger of the case, oldest first. */
  boekingen: readonly Boeking[];
  /** By calendar year: what weighs on the region's budget, and that budget (null: the region set none). Integer cents. */
  regio: ReadonlyMap<number, { gebonden: number; budget: number | null }>;
};

/** What a decision comes to: the rugzak as it is then, and the lines that are added. */
export type KasChange = { rugzak: Rugzak; boekingen: Boeking[] };
export type KasDecision = KasChange | { refusal: Refusal };

/** The most that may go to stay, in integer cents [B1]. */
export const verblijfPlafond = ({ maximum, verblijf }: Beleid): number => aandeel(maximum, verblijf);

/** What is still free, in integer cents: of the whole, of the part for stay. Never more for stay than of the whole. */
export function vrij({ rugzak: { beleid }, boekingen }: Pick<Kas, 'rugzak' | 'boekingen'>): {
  totaal: number;
  verblijf: number;
} {
  const totaal = beleid.maximum - gebonden(saldo(boekingen));
  const stay = gebonden(saldo(boekingen.filter((b) => b.categorie === 'verblijf')));
  return { totaal, verblijf: Math.min(totaal, verblijfPlafond(beleid) - stay) };
}

/**
 * Whether `added` fits in: no cap is passed that was not passed already, and nothing leaves a phase of its request
 * where it is not. The one place where a cap is guarded on the side of the case [B1]; the store guards the budget of
 * the region once more, across cases [B8].
 */
export function past(kas: Kas, added: readonly Boeking[]): Refusal | null {
  const after = [...kas.boekingen, ...added];
  for (const id of new Set(added.map((b) => b.aanvraagId)))
    if (negatief(saldo(after.filter((b) => b.aanvraagId === id))).length > 0) return { kind: 'bedrag_niet_meer_daar' };
  const before = vrij(kas);
  const free = vrij({ ...kas, boekingen: after });
  if (free.totaal < 0 && free.totaal < before.totaal) return { kind: 'rugzak_vol', vrij: Math.max(0, before.totaal) };
  if (free.verblijf < 0 && free.verblijf < before.verblijf)
    return { kind: 'verblijf_vol', vrij: Math.max(0, before.verblijf) };
  for (const [jaar, bound] of gebondenPerJaar(added)) {
    const year = kas.regio.get(jaar);
    if (bound > 0 && year && year.budget !== null && year.gebonden + bound > year.budget)
      return { kind: 'jaarbudget_op', jaar, vrij: Math.max(0, year.budget - year.gebonden) };
  }
  return null;
}

/** What lines add to what is bound, by calendar year: integer cents, negative when they free something. */
export const gebondenPerJaar = (boekingen: readonly Boeking[]): Map<number, number> =>
  new Map([...Map.groupBy(boekingen, (b) => b.jaar)].map(([jaar, lines]) => [jaar, gebonden(saldo(lines))]));

/** What of one request is in each phase. */
export const saldoVan = (kas: Pick<Kas, 'boekingen'>, aanvraagId: string) =>
  saldo(kas.boekingen.filter((b) => b.aanvraagId === aanvraagId));

export const aanvraagVan = ({ rugzak }: Pick<Kas, 'rugzak'>, id: string): Aanvraag | undefined =>
  rugzak.aanvragen.find((a) => a.id === id);

export const factuurVan = ({ rugzak }: Pick<Kas, 'rugzak'>, id: string): Factuur | undefined =>
  rugzak.facturen.find((f) => f.id === id);

export const withAanvraag = (rugzak: Rugzak, next: Aanvraag): Rugzak => ({
  ...rugzak,
  aanvragen: rugzak.aanvragen.map((a) => (a.id === next.id ? next : a)),
});

export const withFactuur = (rugzak: Rugzak, next: Factuur): Rugzak => ({
  ...rugzak,
  facturen: rugzak.facturen.map((f) => (f.id === next.id ? next : f)),
});

/** A line of the ledger on a request: its whole amount, unless `move` says another. */
export const boekingOp = (
  { rugzak }: Pick<Kas, 'rugzak'>,
  aanvraag: Aanvraag,
  { boekingId, ...daad }: Daad,
  move: Pick<Boeking, 'van' | 'naar'> & Partial<Pick<Boeking, 'cents' | 'factuurId'>>,
): Boeking => ({
  id: boekingId,
  casusId: rugzak.casusId,
  aanvraagId: aanvraag.id,
  factuurId: null,
  categorie: aanvraag.categorie,
  cents: aanvraag.cents,
  jaar: Number(aanvraag.van.slice(0, 4)),
  ...daad,
  corrigeert: null,
  ...move,
});
