import { type Boeking, type Categorie, type Fase, fasen } from './boeking.ts';

/** Integer cents by phase. */
export type Saldo = Record<Fase, number>;

export const leeg = (): Saldo => ({ aangevraagd: 0, vastgelegd: 0, gefactureerd: 0, betaald: 0 });

/** What lines come to: what came into a phase less what left it. */
export function saldo(boekingen: Iterable<Pick<Boeking, 'van' | 'naar' | 'cents'>>): Saldo {
  const total = leeg();
  for (const { van, naar, cents } of boekingen) {
    if (van !== null) total[van] -= cents;
    if (naar !== null) total[naar] += cents;
  }
  return total;
}

export function saldoPerCategorie(boekingen: Iterable<Boeking>): Map<Categorie, Saldo> {
  const byCategory = Map.groupBy(boekingen, (b) => b.categorie);
  return new Map([...byCategory].map(([categorie, lines]) => [categorie, saldo(lines)]));
}

/**
 * The lines that count on a day (ISO date). A payment may be noted days after it was made, and counts for its own day:
 * then what it stands on (its request, the approval, its invoice) was there that day too, whenever that was noted.
 */
export function lijnenTot(boekingen: readonly Boeking[], datum: string): Boeking[] {
  const back = new Set(boekingen.map((b) => b.corrigeert));
  const paid = boekingen.flatMap((b, n) =>
    b.naar === 'betaald' && b.datum <= datum && !back.has(b.id) ? [{ ...b, n }] : [],
  );
  const before = (b: Boeking, n: number) => paid.filter((p) => p.aanvraagId === b.aanvraagId && n < p.n);
  const counted = new Set(
    boekingen.filter(
      (b, n) => b.datum <= datum || before(b, n).some((p) => b.factuurId === p.factuurId || leidtTot(b)),
    ),
  );
  // What was taken back before that payment made room for it.
  const ids = new Set([...counted].map((b) => b.id));
  return boekingen.filter(
    (b, n) => counted.has(b) || (b.corrigeert !== null && ids.has(b.corrigeert) && before(b, n).length > 0),
  );
}

/** Asked, approved, or that taken back; not what was freed, nor what is of an invoice. */
const leidtTot = ({ van, naar, factuurId }: Boeking): boolean =>
  factuurId === null && (van === 'aangevraagd' || naar === 'aangevraagd');

/** What weighs on a cap: promised, invoiced or paid. What is only asked for does not. */
export const gebonden = (s: Saldo): number => s.vastgelegd + s.gefactureerd + s.betaald;

/** Phases that are below zero: there are none, in a ledger that is right. */
export const negatief = (s: Saldo): Fase[] => fasen.filter((f) => s[f] < 0);
