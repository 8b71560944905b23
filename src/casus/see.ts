import type { Holidays } from '../permanentie/on-duty.ts';
import type { Directory } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import type { Instant } from '../time.ts';
import type { Relation } from '../toegang/policy.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import type { World } from '../world.ts';
import type { Zorgplan } from '../zorgplan/zorgplan.ts';
import type { Zorgtafel } from '../zorgtafel/zorgtafel.ts';
import type { Casus } from './casus.ts';
import type { Termijn } from './termijn.ts';

/** A case with what is needed to show it to one person, and to decide about it. */
export type Seen = {
  casus: Casus;
  termijnen: readonly Termijn[];
  /** Oldest first. */
  zorgtafels: readonly Zorgtafel[];
  /** Its newest version. */
  zorgplan: Zorgplan | null;
  region: Region;
  directory: Directory;
  holidays: Holidays;
  /** Who sees it; null: a channel. */
  lezer: string | null;
  relations: ReadonlySet<Relation>;
  now: Instant;
};

/**
 * A case as one person (null: a channel) sees it now; null when its region is gone. Read after the case, whose
 * version guards what is decided on it.
 */
export async function see(
  { store, holidays }: Pick<World, 'store' | 'holidays'>,
  casus: Casus,
  lezer: string | null,
  now: Instant,
): Promise<Seen | null> {
  const directory = store.directory();
  const region = directory.regions.get(casus.regio);
  if (!region) return null;
  // Nothing is planned for a case that nobody took up yet.
  const early = casus.stand === 'aangemeld';
  const [termijnen, zorgtafels, zorgplan] = await Promise.all([
    store.termijnen(casus.id),
    early ? [] : store.zorgtafels(casus.id),
    early ? null : store.zorgplan(casus.id),
  ]);
  const relations = lezer === null ? new Set<never>() : relationsTo(casus, termijnen, directory, lezer, now);
  return { casus, termijnen, zorgtafels, zorgplan, region, directory, holidays, lezer, relations, now };
}
