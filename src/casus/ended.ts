import type { Refusal } from '../refusal.ts';
import type { Casus } from './casus.ts';

/** Why nothing can be decided about a case any more: it was withdrawn or closed. Null: it goes on. */
export function ended(casus: Pick<Casus, 'stand'>): Refusal | null {
  if (casus.stand === 'ingetrokken') return { kind: 'al_ingetrokken' };
  return casus.stand === 'afgesloten' ? { kind: 'al_afgesloten' } : null;
}

/**
 * Somebody still has something to do in it: it stands on lists. An answer ends a case, unless the answer is that
 * there will be a zorgtafel: then it goes on until it is closed [T1].
 */
export const isOpen = (casus: Pick<Casus, 'stand' | 'uitkomst'>): boolean =>
  casus.stand === 'aangemeld' ||
  casus.stand === 'opgenomen' ||
  (casus.stand === 'teruggekoppeld' && casus.uitkomst === 'zorgtafel');
