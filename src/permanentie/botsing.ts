import type { Region } from '../regio/region.ts';
import { type Instant, isBefore, timeIn } from '../time.ts';
import { dayPlan, isSame } from './day-plan.ts';
import { endTime } from './end-time.ts';
import type { Holidays } from './on-duty.ts';
import { gezet, type Uitzondering } from './uitzondering.ts';
import { wallInstant } from './wall-instant.ts';

export type BotsingReden =
  /** The template has nothing there any more. */
  | 'dagdeel_weg'
  /** There is a day part, at other hours. */
  | 'andere_uren'
  /** Who would do it is no longer of the region that day. */
  | 'persoon_weg'
  /** The template puts the same person there itself. */
  | 'zelfde'
  /** The template puts somebody else there than the one who was away, or whose part it was. */
  | 'andere_persoon';

/** A change somebody made that meets the template. `uren`: of the day part there is now; `persoon`: who has it (id). */
export type Botsing = {
  uitzondering: Uitzondering;
  reden: BotsingReden;
  uren: string | null;
  persoon: string | null;
};

/**
 * Changes to the rota from `today` (ISO) on that mean something else under another template, soonest first [P4].
 * They stay as they are: somebody should look at them.
 */
export function botsingenTussen(current: Region, next: Region, holidays: Holidays, today: string): Botsing[] {
  return (current.uitzonderingen ?? [])
    .filter((u) => u.ongedaan === null && u.datum >= today)
    .flatMap((u) => {
      const found = botsing(next, holidays, u) ?? anderePersoon(current, next, holidays, u);
      return found && found.reden !== botsing(current, holidays, u)?.reden ? [found] : [];
    })
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = ({ uitzondering: { datum, van } }: Botsing) => `${datum} ${van}`;

/** How a change meets the template of its region; null: it does not. */
export function botsing(region: Region, holidays: Holidays, u: Uitzondering): Botsing | null {
  const found = (reden: BotsingReden, more: Partial<Botsing> = {}): Botsing => ({
    uitzondering: u,
    reden,
    uren: null,
    persoon: null,
    ...more,
  });
  const { wat } = u;
  const at = (time: string) => wallInstant(region.tijdzone, u.datum, time);
  const wie = gezet(u);
  if (wie !== null && !isOf(region, wie, u.datum)) return found('persoon_weg');
  const within = partsUnder(region, holidays, u);
  const [first] = within;
  if (!first) return found('dagdeel_weg');
  if (wat.kind === 'open' && wat.afwezig !== undefined) {
    const { afwezig } = wat;
    const others = within.map(personOf);
    if (others.every((p) => p !== null && !isSame(region, p, afwezig)))
      return found('andere_persoon', { persoon: others[0] ?? null });
  }
  const exact = within.find((p) => p.start.equals(at(u.van)) && p.end.equals(at(u.tot)));
  const same =
    exact &&
    ((wat.kind === 'persoon' && exact.kind === 'persoon' && exact.persoon === wie) ||
      (wat.kind === 'eigenaar' && exact.kind === 'route' && exact.eigenaar === wie));
  if (same) return found('zelfde');
  // A whole day, or several day parts, is no day part of its own.
  if (exact || within.length > 1 || (u.van === '00:00' && u.tot === '24:00')) return null;
  return found('andere_uren', {
    uren: `${timeIn(region.tijdzone, first.start)}–${endTime(region.tijdzone, first.end)}`,
  });
}

/** Day parts of the template under a change. */
function partsUnder(region: Region, holidays: Holidays, { datum, van, tot, wat }: Uitzondering) {
  const { uitzonderingen: _, ...template } = region;
  const plan = dayPlan(template, holidays, datum);
  const [start, end] = [van, tot].map((time) => wallInstant(region.tijdzone, datum, time)) as [Instant, Instant];
  return [...plan.duties, ...plan.unfilled.map((p) => ({ ...p, kind: 'open' as const }))].filter(
    (p) =>
      isBefore(p.start, end) &&
      isBefore(start, p.end) &&
      // Without a route there is nothing to own.
      (wat.kind !== 'eigenaar' || ('route' in p && p.route !== null)),
  );
}

type Under = ReturnType<typeof partsUnder>[number];
const personOf = (part: Under): string | null =>
  part.kind === 'persoon' ? part.persoon : part.kind === 'route' ? part.eigenaar : null;

/** Of a replacement or a swap: whose part it was is another now. Closed is closed, whoever would have done it. */
function anderePersoon(current: Region, next: Region, holidays: Holidays, u: Uitzondering): Botsing | null {
  if (gezet(u) === null) return null;
  const before = partsUnder(current, holidays, u).map(personOf);
  const persoon = partsUnder(next, holidays, u)
    .map(personOf)
    .find((p) => p !== null && !before.some((b) => b !== null && isSame(next, b, p)));
  return persoon ? { uitzondering: u, reden: 'andere_persoon', uren: null, persoon } : null;
}

/** Who the template has in the day part under a change, by their id; null: nobody. */
export const onderWijziging = (region: Region, holidays: Holidays, u: Uitzondering): string | null =>
  partsUnder(region, holidays, u)
    .map(personOf)
    .find((p) => p !== null) ?? null;

const isOf = (region: Region, id: string, datum: string) =>
  region.personen.some(
    (p) => p.id === id && (p.van === undefined || p.van <= datum) && (p.tot === undefined || datum <= p.tot),
  );
