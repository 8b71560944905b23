import type { Casus } from '../casus/casus.ts';
import { isDeadline, isGeldklok, type Termijn } from '../casus/termijn.ts';
import { vangtOp, zonderAanspreekpunt } from '../casus/volgt-op.ts';
import { type Directory, rolesIn, vertrokken } from '../personen/directory.ts';
import { dateIn, type Instant } from '../time.ts';
import type { Relation } from './policy.ts';

/**
 * What a person is to a case right now. Computed at every click, never remembered on a card: a role
 * that was taken away is gone at once, whatever buttons are still on screens [S7].
 */
export function relationsTo(
  casus: Casus,
  termijnen: readonly Termijn[],
  directory: Directory,
  personId: string,
  now: Instant,
): ReadonlySet<Relation> {
  const relations = new Set<Relation>();
  if (casus.aanmelder === personId) relations.add('aanmelder');
  const region = directory.regions.get(casus.regio);
  const today = region && dateIn(region.tijdzone, now);
  const roles = region && today ? rolesIn(directory, region, personId, today) : [];
  // Who sat at the table as one of the team reads nothing of it any more once they left [S7].
  const left = region !== undefined && today !== undefined && vertrokken(directory, region, personId, today);
  if (casus.betrokkenen.includes(personId) && !left) relations.add('genodigde');
  if (roles.includes('casuscoordinator')) relations.add('coordinator');
  // A contact who left the region's team keeps nothing: the case has to be transferred [S7].
  if (casus.aanspreekpunt === personId && roles.length > 0) relations.add('aanspreekpunt');
  // Nobody of the region is left for a case but who watches over it: that one takes it over or gives it to somebody [A3, C4].
  if (
    region &&
    roles.includes('provinciaal_coordinator') &&
    zonderAanspreekpunt(casus, directory, now) &&
    vangtOp(directory, region, now).includes(personId)
  )
    relations.add('coordinator');
  // Late, or escalated that far where the region wants it: who is told may read what it is about [C4].
  const late = termijnen.some((t) => {
    const told = isGeldklok(t.soort) ? [] : t.ladder.filter((r) => r.aan === 'provinciaal').map((r) => r.op);
    return [...(isDeadline(t) ? [t.einde] : []), ...told].some(
      (op) => Temporal.Instant.compare(op, t.gestopt?.op ?? now) <= 0,
    );
  });
  if (roles.includes('provinciaal_coordinator')) relations.add('budget');
  if (roles.includes('provinciaal_coordinator') && late) relations.add('provinciaal');
  return relations;
}
