import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import type { Refusal } from '../refusal.ts';
import { lopendeTafel } from './tafel-change.ts';

/** Why no table can be planned for a case now, or null [T1]. */
export function magPlannen(seen: Pick<Seen, 'casus' | 'zorgtafels'>): Refusal | null {
  const { casus } = seen;
  const over = ended(casus);
  if (over) return over;
  if (casus.stand === 'aangemeld') return { kind: 'zorgtafel_eerst_opnemen' };
  if (casus.stand === 'teruggekoppeld' && casus.uitkomst !== 'zorgtafel') return { kind: 'zorgtafel_andere_uitkomst' };
  return lopendeTafel(seen) ? { kind: 'zorgtafel_loopt' } : null;
}
