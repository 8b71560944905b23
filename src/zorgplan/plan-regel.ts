import type { Casus } from '../casus/casus.ts';
import { type Seen, see } from '../casus/see.ts';
import type { Termijn } from '../casus/termijn.ts';
import { type Instant, isBefore } from '../time.ts';
import type { World } from '../world.ts';
import type { PlanStand } from './zorgplan-view.ts';
import { planStand } from './zorgplan-views.ts';

const ofPlan = (t: Termijn): boolean => !t.gestopt && (t.soort === 'evaluatie' || t.soort === 'actie');

/** A case whose plan has something that runs, as one person sees it; null: nothing of its plan is to be said on a list. */
export const lopendPlan = (
  world: Pick<World, 'store' | 'holidays'>,
  casus: Casus,
  termijnen: readonly Termijn[],
  personId: string,
  now: Instant,
): Promise<Seen | null> => (termijnen.some(ofPlan) ? see(world, casus, personId, now) : Promise.resolve(null));

/** How the plan of a case stands, for its line on a list. */
export async function planRegel(...about: Parameters<typeof lopendPlan>): Promise<PlanStand | null> {
  const seen = await lopendPlan(...about);
  return seen && planStand(seen);
}

/** An evaluation or an action of its plan is late: known from its clocks alone. */
export const planTeLaat = (termijnen: readonly Termijn[], now: Instant): boolean =>
  termijnen.some((t) => ofPlan(t) && !isBefore(now, t.einde));
