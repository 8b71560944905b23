import type { Region } from '../regio/region.ts';
import { type DayPlan, dayPlan } from './day-plan.ts';
import type { Holidays } from './on-duty.ts';

type Plans = { holidays: Holidays; byDate: Map<string, DayPlan> };

// A changed region is a new object, so its plans can never be stale.
const plansOf = new WeakMap<Region, Plans>();

/** About three years of days per region; a client asking for random dates must not fill the memory. */
const mostDays = 1100;

/** `dayPlan`, remembered per region and date. */
export function cachedDayPlan(region: Region, holidays: Holidays, date: string): DayPlan {
  let plans = plansOf.get(region);
  if (plans?.holidays !== holidays) {
    plans = { holidays, byDate: new Map() };
    plansOf.set(region, plans);
  }
  let plan = plans.byDate.get(date);
  if (plan === undefined) {
    if (plans.byDate.size >= mostDays) plans.byDate.clear();
    plan = dayPlan(region, holidays, date);
    plans.byDate.set(date, plan);
  }
  return plan;
}
