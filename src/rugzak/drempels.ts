import { basispuntenVan } from './bedrag.ts';
import { type Kas, verblijfPlafond } from './kas.ts';
import { gebonden, saldo } from './saldo.ts';

/** Which cap a threshold is of: the whole rugzak, or the part for stay [B1, B9]. */
export type Plafond = 'totaal' | 'verblijf';
export type Overschrijding = { plafond: Plafond /** Basis points. */; drempel: number };

type Stand = Pick<Kas, 'rugzak' | 'boekingen'>;

/** What is bound of each cap, and that cap: integer cents. */
export function standen({
  rugzak: { beleid },
  boekingen,
}: Stand): Record<Plafond, { gebonden: number; plafond: number }> {
  const stay = boekingen.filter((b) => b.categorie === 'verblijf');
  return {
    totaal: { gebonden: gebonden(saldo(boekingen)), plafond: beleid.maximum },
    verblijf: { gebonden: gebonden(saldo(stay)), plafond: verblijfPlafond(beleid) },
  };
}

/**
 * The highest threshold of each cap that a decision passed upwards [B9]. One that was passed before is not passed
 * again until the balance was below it: what was before and what is after say all there is to know, so nothing
 * has to be remembered.
 */
export function overschrijdingen(voor: Stand, na: Stand): Overschrijding[] {
  const [before, after] = [standen(voor), standen(na)];
  return (['totaal', 'verblijf'] as const).flatMap((plafond) => {
    const at = (s: ReturnType<typeof standen>) => basispuntenVan(s[plafond].gebonden, s[plafond].plafond);
    const passed = na.rugzak.beleid.drempels.filter((d) => at(before) < d && d <= at(after));
    return passed.length > 0 ? [{ plafond, drempel: Math.max(...passed) }] : [];
  });
}

/** What a message about it is about: `<line of the ledger>:totaal=7500:verblijf=10000`. */
export const meldingOnderwerp = (boekingId: string, passed: readonly Overschrijding[]): string =>
  [boekingId, ...passed.map((p) => `${p.plafond}=${p.drempel}`)].join(':');

export const leesMelding = (onderwerp: string): Overschrijding[] =>
  onderwerp
    .split(':')
    .slice(1)
    .map((part) => part.split('='))
    .map(([plafond, drempel = '']) => ({
      plafond: plafond === 'verblijf' ? 'verblijf' : 'totaal',
      drempel: Number.parseInt(drempel, 10),
    }));
