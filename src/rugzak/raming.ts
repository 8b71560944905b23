import type { Gebonden } from './jaaroverzicht.ts';

/** Full months that say how fast means become bound. */
const MONTHS = 3;

/** Where a year budget goes if it goes on like this [B8, B9]. Integer cents. */
export type Raming = {
  /** Average that became bound per month; null: the region does not book long enough to say. */
  tempo: number | null;
  /** The months it was taken from (`2026-03`), oldest first. */
  maanden: string[];
  /** First day (ISO date) on which the budget is used up, today when it is already; null: not this year. */
  op: string | null;
  /** What is bound by then: the last day of each month from this one on. Empty without a pace. */
  punten: { datum: string; cents: number }[];
};

type Stand = {
  /** ISO date in the region. */
  today: string;
  budget: number;
  gebonden: number;
  aangevraagd: number;
  boundIn: Gebonden;
};

/**
 * What is bound today and asked for today, and from tomorrow on every month the average of the last three full
 * months, spread over its days and rounded down to the cent. No more than that: people must be able to redo it.
 */
export function ramen({ today, budget, gebonden, aangevraagd, boundIn }: Stand): Raming {
  const now = Temporal.PlainDate.from(today);
  const maanden = Array.from({ length: MONTHS }, (_, n) =>
    now
      .toPlainYearMonth()
      .subtract({ months: MONTHS - n })
      .toString(),
  );
  const enough = boundIn.sinds !== null && boundIn.sinds <= (maanden[0] ?? '');
  const tempo = enough ? average(maanden.map((maand) => boundIn.in(maand))) : null;
  if (gebonden >= budget) return { tempo, maanden, op: today, punten: [] };
  if (tempo === null) return { tempo, maanden, op: null, punten: [] };
  const basis = gebonden + aangevraagd;
  let op: string | null = basis >= budget ? today : null;
  let reached = basis;
  const punten: Raming['punten'] = [];
  for (let month = now.toPlainYearMonth(); month.year === now.year; month = month.add({ months: 1 })) {
    const from = punten.length === 0 ? now.day : 0;
    const at = (day: number) => reached + share(tempo, day - from, month.daysInMonth);
    for (let day = from + 1; op === null && day <= month.daysInMonth; day++)
      if (at(day) >= budget) op = month.toPlainDate({ day }).toString();
    reached = at(month.daysInMonth);
    punten.push({ datum: month.toPlainDate({ day: month.daysInMonth }).toString(), cents: reached });
  }
  return { tempo, maanden, op, punten };
}

/** More freed than bound is no pace: it does not bring means back. */
const average = (amounts: readonly number[]): number =>
  Math.max(0, Number(BigInt(amounts.reduce((sum, a) => sum + a, 0)) / BigInt(amounts.length)));

/** `days` of a month of `of` days: of an amount, rounded down to the cent. */
const share = (cents: number, days: number, of: number): number => Number((BigInt(cents) * BigInt(days)) / BigInt(of));
