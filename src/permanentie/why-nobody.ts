import { isWeekend } from '../regio/is-closed.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import type { Holidays } from './on-duty.ts';
import type { PermanentieView } from './rooster-view.ts';

export type WhyNobody = NonNullable<PermanentieView['waaromNiet']>;

/**
 * Why nobody answers at an instant; only meaningful when `onDutyAt` gives null [P2]. A day on which the
 * region is closed, by its file or by who plans it, counts as `feestdag`; `niet_ingevuld` is a gap on a day when somebody was to be expected.
 */
export function whyNobody(region: Region, holidays: Holidays, at: Instant): WhyNobody {
  const date = dateIn(region.tijdzone, at);
  const plan = cachedDayPlan(region, holidays, date);
  if (plan.unfilled.some((part) => !isBefore(at, part.start) && isBefore(at, part.end))) return 'niet_ingevuld';
  return plan.duties.length + plan.unfilled.length > 0 ? 'buiten_uren' : whyEmptyDay(region, holidays, date);
}

/** Why a whole day (ISO date) has no duties. */
export function whyEmptyDay(region: Region, holidays: Holidays, date: string): Exclude<WhyNobody, 'buiten_uren'> {
  const plan = cachedDayPlan(region, holidays, date);
  if (plan.closed) return 'feestdag';
  return plan.unfilled.length === 0 && isWeekend(date) ? 'weekend' : 'niet_ingevuld';
}
