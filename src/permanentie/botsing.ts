import type { Region } from '../regio/region.ts';
import { isBefore } from '../time.ts';
import { dayPlan } from './day-plan.ts';
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
  | 'zelfde';

/** A change somebody made that meets the template. `uren`: of the day part there is now. */
export type Botsing = { uitzondering: Uitzondering; reden: BotsingReden; uren: string | null };

/**
 * Changes to the rota from `today` (ISO) on that mean something else under another template, soonest first [P4].
 * They stay as they are: somebody should look at them.
 */
export function botsingenTussen(current: Region, next: Region, holidays: Holidays, today: string): Botsing[] {
  return (current.uitzonderingen ?? [])
    .filter((u) => u.ongedaan === null && u.datum >= today)
    .flatMap((u) => {
      const found = botsing(next, holidays, u);
      return found && found.reden !== botsing(current, holidays, u)?.reden ? [found] : [];
    })
    .sort((a, b) => (sortKey(a) < sortKey(b) ? -1 : 1));
}

const sortKey = ({ uitzondering: { datum, van } }: Botsing) => `${datum} ${van}`;

/** How a change meets the template of its region; null: it does not. */
export function botsing(region: Region, holidays: Holidays, u: Uitzondering): Botsing | null {
  const found = (reden: BotsingReden, uren: string | null = null): Botsing => ({ uitzondering: u, reden, uren });
  const { wat } = u;
  const at = (time: string) => wallInstant(region.tijdzone, u.datum, time);
  const { uitzonderingen: _, ...template } = region;
  const plan = dayPlan(template, holidays, u.datum);
  const wie = gezet(u);
  if (wie !== null && !isOf(region, wie, u.datum)) return found('persoon_weg');
  const within = [...plan.duties, ...plan.unfilled.map((p) => ({ ...p, kind: 'open' as const }))].filter(
    (p) =>
      isBefore(p.start, at(u.tot)) &&
      isBefore(at(u.van), p.end) &&
      // Without a route there is nothing to own.
      (wat.kind !== 'eigenaar' || ('route' in p && p.route !== null)),
  );
  const [first] = within;
  if (!first) return found('dagdeel_weg');
  const exact = within.find((p) => p.start.equals(at(u.van)) && p.end.equals(at(u.tot)));
  const same =
    exact &&
    ((wat.kind === 'persoon' && exact.kind === 'persoon' && exact.persoon === wie) ||
      (wat.kind === 'eigenaar' && exact.kind === 'route' && exact.eigenaar === wie));
  if (same) return found('zelfde');
  // A whole day, or several day parts, is no day part of its own.
  if (exact || within.length > 1 || (u.van === '00:00' && u.tot === '24:00')) return null;
  const wall = (i: Temporal.Instant) =>
    i.toZonedDateTimeISO(region.tijdzone).toPlainTime().toString({ smallestUnit: 'minute' });
  return found('andere_uren', `${wall(first.start)}–${wall(first.end)}`);
}

const isOf = (region: Region, id: string, datum: string) =>
  region.personen.some(
    (p) => p.id === id && (p.van === undefined || p.van <= datum) && (p.tot === undefined || datum <= p.tot),
  );
