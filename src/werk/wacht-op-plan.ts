import { wallInstant } from '../permanentie/wall-instant.ts';
import { dateIn } from '../time.ts';
import { isOnCase } from '../toegang/policy.ts';
import { lopendPlan } from '../zorgplan/plan-regel.ts';
import { geplandeEvaluatie } from '../zorgplan/zorgplan.ts';
import { actiesVan, planStand } from '../zorgplan/zorgplan-views.ts';
import type { Wachtend, Werk } from './wacht-op-jou.ts';

/** How many days ahead an action and an evaluation start to wait for somebody. */
const VOORAF = 7;

/** Actions of zorgplannen on this person's name, and evaluations of their cases, that come near or are late [Z2]. */
export async function wachtOpPlan({ world, person, now, gelezen }: Werk): Promise<Wachtend[]> {
  const seen = await Promise.all(
    gelezen.map(({ casus, termijnen }) => lopendPlan(world, casus, termijnen, person.id, now)),
  );
  return seen.flatMap((s): Wachtend[] => {
    const inhoud = s?.zorgplan?.inhoud;
    if (!s || !inhoud || !isOnCase(s.relations)) return [];
    const zone = s.region.tijdzone;
    const today = dateIn(zone, now);
    const about = (id: string) => ({ subject: `${s.casus.id}/${id}`, referentie: s.casus.referentie });
    const wait = (datum: string, item: NonNullable<Wachtend['item']>): Wachtend => {
      const from = Temporal.PlainDate.from(datum).subtract({ days: VOORAF }).toString();
      return from > today
        ? { item: null, verandert: wallInstant(zone, from, '00:00') }
        : { item, verandert: datum < today ? null : wallInstant(zone, datum, '24:00') };
    };
    const acties = actiesVan(inhoud, person.id).flatMap(({ id, tegen }) =>
      tegen === null ? [] : [wait(tegen, { soort: 'actie', ...about(id), tegen, teLaat: tegen < today })],
    );
    const next = geplandeEvaluatie(inhoud);
    const own = s.relations.has('aanspreekpunt') && planStand(s) !== null;
    if (!own || !next) return acties;
    const { datum } = next;
    return [...acties, wait(datum, { soort: 'evaluatie', ...about(next.id), datum, teLaat: datum < today })];
  });
}
