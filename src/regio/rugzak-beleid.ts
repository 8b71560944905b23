import type { Dated, Region, RugzakBeleid } from './region.ts';
import { content } from './timeline.ts';
import { latestValid } from './valid-on.ts';

/** Every policy for means of a region, also of one that was applied before it had dates. */
export const rugzakBeleid = ({ rugzak }: Pick<Region, 'rugzak'>): readonly Dated<RugzakBeleid>[] => {
  const { maximum, verblijf, duur, verlengingen, drempels } = rugzak;
  return rugzak.beleid ?? [{ maximum, verblijf, duur, verlengingen, drempels }];
};

/** The one that holds on `date` (ISO): for a case the day it was reported; the first one for a day before all of them [B1, B2]. */
export function rugzakBeleidOp(region: Pick<Region, 'rugzak'>, date: string): RugzakBeleid {
  const all = rugzakBeleid(region);
  const entry = latestValid(all, date) ?? all[0];
  return entry ? content(entry) : region.rugzak;
}
