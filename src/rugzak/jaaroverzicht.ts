import type { MaandSom } from '../ports.ts';
import { type Categorie, categorieen, type Fase } from './boeking.ts';
import { type Raming, ramen } from './raming.ts';

/** Integer cents: what became bound, and what was paid. */
export type Bedragen = { gebonden: number; betaald: number };

/** A region's budget of one calendar year, and where it is. Integer cents; every sum equals the ledger's [B8]. */
export type Jaaroverzicht = {
  jaar: number;
  /** Null: the region set none. */
  budget: number | null;
  aangevraagd: number;
  gebonden: number;
  betaald: number;
  /** What was booked before January, after December, and in the months between (`2026-03`). */
  vooraf: Bedragen;
  nadien: Bedragen;
  maanden: ({ maand: string } & Bedragen)[];
  /** What is bound, by what it is for; without what nothing went to. */
  categorieen: ({ categorie: Categorie } & Bedragen)[];
  /** Only of the year that runs, with a budget. */
  raming: Raming | null;
};

/** Phases that weigh on a budget; see `gebonden` of saldo.ts. */
const bound: readonly Fase[] = ['vastgelegd', 'gefactureerd', 'betaald'];

/** The year from its sums by month; `vorig`: those of the year before, for the pace in its first months. */
export function jaaroverzicht(
  jaar: number,
  today: string,
  budget: number | null,
  sommen: readonly MaandSom[],
  vorig: readonly MaandSom[],
): Jaaroverzicht {
  const months = monthsOfYear(jaar);
  const [first = '', last = ''] = [months[0], months.at(-1)];
  const whole = bedragen(sommen);
  const aangevraagd = total(sommen.filter((s) => s.fase === 'aangevraagd'));
  return {
    jaar,
    budget,
    aangevraagd,
    ...whole,
    vooraf: bedragen(sommen.filter((s) => s.maand < first)),
    nadien: bedragen(sommen.filter((s) => s.maand > last)),
    maanden: months.map((maand) => ({ maand, ...bedragen(sommen.filter((s) => s.maand === maand)) })),
    categorieen: categorieen
      .map((categorie) => ({ categorie, ...bedragen(sommen.filter((s) => s.categorie === categorie)) }))
      .filter((c) => c.gebonden !== 0),
    raming:
      budget !== null && today.startsWith(`${jaar}-`)
        ? ramen({ today, budget, gebonden: whole.gebonden, aangevraagd, boundIn: monthly(sommen, vorig, jaar) })
        : null,
  };
}

/** What became bound by month, each month on the budget of its own year; `sinds`: the first month that anything was booked. */
export type Gebonden = { in(maand: string): number; sinds: string | null };

function monthly(sommen: readonly MaandSom[], vorig: readonly MaandSom[], jaar: number): Gebonden {
  const of = (maand: string) => (Number.parseInt(maand, 10) === jaar ? sommen : vorig);
  return {
    in: (maand) => bedragen(of(maand).filter((s) => s.maand === maand)).gebonden,
    sinds: [...sommen, ...vorig].map((s) => s.maand).sort()[0] ?? null,
  };
}

const bedragen = (sommen: readonly MaandSom[]): Bedragen => ({
  gebonden: total(sommen.filter((s) => bound.includes(s.fase))),
  betaald: total(sommen.filter((s) => s.fase === 'betaald')),
});

const total = (sommen: readonly MaandSom[]) => sommen.reduce((sum, s) => sum + s.cents, 0);

const monthsOfYear = (jaar: number) => Array.from({ length: 12 }, (_, n) => `${jaar}-${`${n + 1}`.padStart(2, '0')}`);
