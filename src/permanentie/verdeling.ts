import { isClosed, isWeekend } from '../regio/is-closed.ts';
import type { Region } from '../regio/region.ts';
import { validOn } from '../regio/valid-on.ts';
import { isBefore } from '../time.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { dayPlan } from './day-plan.ts';
import type { Duty, Holidays } from './on-duty.ts';
import { type Uitzondering, uitzonderingenOp } from './uitzondering.ts';
import { wallInstant } from './wall-instant.ts';

/** What one person did or is to do. Minutes are those of the clock on the wall [P5]. */
export type Aandeel = {
  /** Person id of the region file. */
  persoon: string;
  /** By month of the period, in its order. */
  minuten: number[];
  dagdelen: number;
  /** Day parts taken over from somebody else, without one in return. */
  overgenomen: number;
  /** Day parts got in a swap that both agreed to. */
  geruild: number;
  /** Day parts on a public holiday, a closing day or in the weekend. */
  bijzonder: number;
  /** Minutes as the owner of a phone route: not on duty, but what comes in is theirs [P1]. */
  alsEigenaar: number;
};

/** One month of the rota; `region` has the changes of that month. */
export type Maand = { maand: string; region: Region };

/**
 * How the day parts of some months are divided, most hours first: everybody who is on the rota in them and
 * every coordinator of then, with nothing if that is so. Planned day parts count as well; undone changes do not [P4].
 */
export function verdeling(months: readonly Maand[], holidays: Holidays): Aandeel[] {
  const shares = new Map<string, Aandeel>();
  const share = (persoon: string): Aandeel => {
    let found = shares.get(persoon);
    if (!found) {
      found = {
        persoon,
        minuten: months.map(() => 0),
        dagdelen: 0,
        overgenomen: 0,
        geruild: 0,
        bijzonder: 0,
        alsEigenaar: 0,
      };
      shares.set(persoon, found);
    }
    return found;
  };
  for (const [n, { maand, region }] of months.entries()) {
    const swaps = swapsIn(region.uitzonderingen ?? []);
    for (const datum of daysOf(maand)) {
      for (const { id, rollen, ...valid } of region.personen)
        if (rollen.includes('casuscoordinator') && validOn(valid, datum)) share(id);
      const { duties } = cachedDayPlan(region, holidays, datum);
      const special = isClosed(region, holidays, datum) || isWeekend(datum);
      for (const duty of duties) {
        const minutes = wallMinutes(region, duty);
        if (duty.kind === 'route') {
          share(duty.eigenaar).alsEigenaar += minutes;
          continue;
        }
        const own = share(duty.persoon);
        own.minuten[n] = (own.minuten[n] ?? 0) + minutes;
        own.dagdelen += 1;
        if (special) own.bijzonder += 1;
      }
      const how = origins(region, holidays, datum, duties, swaps);
      for (const { persoon, geruild } of how) share(persoon)[geruild ? 'geruild' : 'overgenomen'] += 1;
    }
  }
  return [...shares.values()].sort((a, b) => totaal(b) - totaal(a) || (a.persoon < b.persoon ? -1 : 1));
}

export const totaal = (aandeel: Pick<Aandeel, 'minuten'>): number => aandeel.minuten.reduce((sum, m) => sum + m, 0);

/** Day parts that somebody has because of a change, and had before it somebody else or nobody. */
function origins(
  region: Region,
  holidays: Holidays,
  datum: string,
  duties: readonly Duty[],
  swaps: ReadonlySet<string>,
): { persoon: string; geruild: boolean }[] {
  const changes = uitzonderingenOp(region.uitzonderingen ?? [], datum);
  if (changes.length === 0) return [];
  const planned = dayPlan({ ...region, uitzonderingen: [] }, holidays, datum);
  return duties.flatMap((duty): { persoon: string; geruild: boolean }[] => {
    if (duty.kind === 'route') return [];
    const change = changes.findLast(
      ({ wat, van, tot }) =>
        wat.kind === 'persoon' &&
        wat.persoon === duty.persoon &&
        overlaps(duty, {
          start: wallInstant(region.tijdzone, datum, van),
          end: wallInstant(region.tijdzone, datum, tot),
        }),
    );
    if (!change) return [];
    if (change.groep !== null && swaps.has(change.groep)) return [{ persoon: duty.persoon, geruild: true }];
    const others = planned.duties.some(
      (before) => overlaps(duty, before) && !(before.kind === 'persoon' && before.persoon === duty.persoon),
    );
    return others ? [{ persoon: duty.persoon, geruild: false }] : [];
  });
}

/** A request of which both sides changed hands; taking over one day part has only one side. */
function swapsIn(all: readonly Uitzondering[]): Set<string> {
  const groups = Map.groupBy(
    all.filter((u) => u.groep !== null && u.ongedaan === null && u.wat.kind === 'persoon'),
    (u) => u.groep ?? '',
  );
  return new Set([...groups].flatMap(([groep, changes]) => (changes.length > 1 ? [groep] : [])));
}

type Span = Pick<Duty, 'start' | 'end'>;
const overlaps = (a: Span, b: Span) => isBefore(a.start, b.end) && isBefore(b.start, a.end);

/** From midnight to six is six hours, also in the night the clock changes [P5]. */
function wallMinutes({ tijdzone }: Region, { start, end }: Span): number {
  const wall = (at: Temporal.Instant) => at.toZonedDateTimeISO(tijdzone).toPlainDateTime();
  return wall(start).until(wall(end)).total('minutes');
}

function daysOf(maand: string): string[] {
  const month = Temporal.PlainYearMonth.from(maand);
  return Array.from({ length: month.daysInMonth }, (_, n) => month.toPlainDate({ day: n + 1 }).toString());
}
