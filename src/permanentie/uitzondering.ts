/**
 * One change to the rota: what holds on a day between two wall-clock times, instead of the template and
 * of earlier changes [P4]. Nothing is overwritten: undoing one restores exactly what was there before.
 */
export type Uitzondering = {
  id: string;
  regio: string;
  /** ISO date. */
  datum: string;
  /** Wall clock `HH:MM`; a whole day is `00:00` to `24:00`. */
  van: string;
  tot: string;
  wat: /** Person id of the region file. */
    | { kind: 'persoon'; persoon: string }
    /** The phone route goes on answering; this person gets what came in [P1]. Nothing where there is no route. */
    | { kind: 'eigenaar'; persoon: string }
    /**
     * This person does not come: what is theirs then is not filled yet. Whoever else is there, or comes there by
     * another template, stays. Absent in changes of before it was kept: whoever is there.
     */
    | { kind: 'open'; afwezig?: string }
    /** Nobody needs to be there. */
    | { kind: 'gesloten' };
  /** Changes that were agreed together are undone together: the id of the request behind them. */
  groep: string | null;
  /** Person who made the change (id across regions). */
  door: string;
  op: Temporal.Instant;
  ongedaan: { door: string; op: Temporal.Instant } | null;
};

/** Who a change puts there, by their id in the region's file; null: nobody. */
export const gezet = ({ wat }: Pick<Uitzondering, 'wat'>): string | null => ('persoon' in wat ? wat.persoon : null);

// A region with other changes has another list, so what is worked out about one can never be stale.
const byDate = new WeakMap<readonly Uitzondering[], Map<string, Uitzondering[]>>();

/** The changes that hold on a date, oldest first: a later one goes over an earlier one. */
export function uitzonderingenOp(all: readonly Uitzondering[], datum: string): readonly Uitzondering[] {
  let dates = byDate.get(all);
  if (dates === undefined) {
    const held = all.filter((u) => u.ongedaan === null);
    dates = Map.groupBy(
      held.sort((a, b) => Temporal.Instant.compare(a.op, b.op) || (a.id < b.id ? -1 : 1)),
      (u) => u.datum,
    );
    byDate.set(all, dates);
  }
  return dates.get(datum) ?? [];
}

/** Who said not to be there for (part of) a day part: their absence still stands, whoever does it now. */
export const lieten = (
  { uitzonderingen }: { uitzonderingen?: readonly Uitzondering[] },
  datum: string,
  part: { van: string; tot: string },
): string[] =>
  uitzonderingenOp(uitzonderingen ?? [], datum)
    .filter((u) => u.wat.kind === 'open' && u.van < part.tot && part.van < u.tot)
    .map((u) => u.door);
