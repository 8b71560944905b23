import type { Zorgplan } from '../zorgplan/zorgplan.ts';
import { aanTafel, type Zorgtafel } from '../zorgtafel/zorgtafel.ts';
import type { Casus } from './casus.ts';

/**
 * Who is on a case besides its aanmelder and contact [T2]: everybody at its last table or one that was held, who
 * invites somebody to it, and who took up an action of the plan.
 */
export function betrokkenenOf(
  casus: Pick<Casus, 'aanmelder' | 'aanspreekpunt'>,
  tafels: readonly Zorgtafel[],
  plan: Zorgplan | null,
): string[] {
  const last = tafels.at(-1);
  const atTables = tafels
    // Who was asked to a table that was called off can still read that it was, until there is another.
    .filter((t) => t === last || (t.stand !== 'afgelast' && t.stand !== 'niet_gehouden'))
    .flatMap((t) => aanTafel(t).flatMap((d) => [d.persoonId, d.via]));
  const onPlan = plan
    ? [plan.inhoud.plannen.a, plan.inhoud.plannen.b, plan.inhoud.plannen.c].flatMap((p) =>
        p.acties.map((a) => a.persoonId),
      )
    : [];
  return [...new Set([...atTables, ...onPlan])].filter(
    (id): id is string => id !== null && id !== casus.aanmelder && id !== casus.aanspreekpunt,
  );
}
