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

/** What weighs on a cap: promised, invoiced or paid. What is only asked for does not. */
export const gebonden = (s: Saldo): number => s.vastgelegd + s.gefactureerd + s.betaald;

/** Phases that are below zero: there are none, in a ledger that is right. */
export const negatief = (s: Saldo): Fase[] => fasen.filter((f) => s[f] < 0);
