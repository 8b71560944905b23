import type { Seen } from '../casus/see.ts';
import { planLetters, type ZorgplanInhoud } from '../zorgplan/zorgplan.ts';
import { aanTafel, type Zorgtafel } from '../zorgtafel/zorgtafel.ts';

/** Who reads a zorgplan: the coordinators of the case, or who made it with them at the table (`maakteMee`). */
export type PlanLezer = 'team' | 'tafel';

/** What of a zorgplan can be shown. `geschiedenis`: who changed what, and how it read before. */
export type PlanVeld =
  | 'zorgen'
  | 'krachten'
  | 'doelen'
  | 'plan_a'
  | 'plan_b'
  | 'plan_c'
  | 'veiligheidsplan'
  | 'minimale_eisen'
  | 'veilige_haven'
  | 'zorgfiguren'
  | 'perspectief'
  | 'evaluatiedag'
  | 'scores'
  | 'verslagen'
  | 'ontbreekt'
  | 'geschiedenis';

/**
 * Who may read what of a zorgplan: the one table everything that shows a plan goes through [S8]. Those at the table
 * read what was agreed there. The worries and the safety plan stay with the coordinators, who say or hand them over
 * where that is safe; what was said of an evaluation too.
 */
export const planVelden = {
  zorgen: ['team'],
  krachten: ['team', 'tafel'],
  doelen: ['team', 'tafel'],
  plan_a: ['team', 'tafel'],
  plan_b: ['team', 'tafel'],
  plan_c: ['team', 'tafel'],
  veiligheidsplan: ['team'],
  minimale_eisen: ['team', 'tafel'],
  veilige_haven: ['team', 'tafel'],
  zorgfiguren: ['team', 'tafel'],
  perspectief: ['team', 'tafel'],
  evaluatiedag: ['team', 'tafel'],
  scores: ['team', 'tafel'],
  verslagen: ['team'],
  ontbreekt: ['team'],
  geschiedenis: ['team'],
} as const satisfies Record<PlanVeld, readonly PlanLezer[]>;

/** As whom somebody reads a plan; null: not at all, because it is not shared or not theirs. */
export function planLezer(seen: Lezend, inhoud: Pick<ZorgplanInhoud, 'delen' | 'plannen'>): PlanLezer | null {
  const { relations } = seen;
  if (relations.has('coordinator') || relations.has('aanspreekpunt') || relations.has('provinciaal')) return 'team';
  return inhoud.delen !== 'niet' && isVanTafel(seen, inhoud) ? 'tafel' : null;
}

type Lezend = Pick<Seen, 'relations' | 'lezer' | 'zorgtafels'>;

/** Whether somebody is of the table whose plan it is: the aanmelder is, others by what they did for it [S8]. */
export const isVanTafel = (
  { relations, lezer, zorgtafels }: Lezend,
  inhoud: Pick<ZorgplanInhoud, 'plannen'>,
): boolean =>
  relations.has('aanmelder') || (relations.has('genodigde') && lezer !== null && maakteMee(zorgtafels, inhoud, lezer));

/**
 * Who was at a table that was held, or had said they would come, or took up an action. Who was only asked, declined or
 * passes an invitation on did not hear what was agreed, and does not read it either.
 */
export const maakteMee = (
  zorgtafels: readonly Zorgtafel[],
  { plannen }: Pick<ZorgplanInhoud, 'plannen'>,
  persoon: string,
): boolean =>
  planLetters.some((letter) => plannen[letter].acties.some((a) => a.persoonId === persoon)) ||
  zorgtafels.some(
    (t) =>
      t.stand === 'gehouden' &&
      aanTafel(t).some((d) => d.persoonId === persoon && (d.stand === 'komt' || t.verslag?.aanwezig.includes(d.id))),
  );

/**
 * Whether this reader sees a field. What still reads as the aanmelding told it was not said at the table: it stays
 * with the coordinators until one of them wrote it anew. What reads as the report of the zorgtafel was written by a
 * coordinator for coordinators: until one of them kept it in the plan, or recorded the plan.
 */
export function magLezen(lezer: PlanLezer, veld: PlanVeld, inhoud: Herkomst): boolean {
  return (planVelden[veld] as readonly PlanLezer[]).includes(lezer) && (lezer === 'team' || !nogVanTeam(veld, inhoud));
}

type Herkomst = Pick<ZorgplanInhoud, 'herkomst' | 'vastgelegd'>;

function nogVanTeam(veld: PlanVeld, { herkomst, vastgelegd }: Herkomst): boolean {
  const told = (herkomst as Partial<Record<PlanVeld, 'aanmelding' | 'zorgtafel'>>)[veld];
  return told === 'aanmelding' || (told === 'zorgtafel' && vastgelegd === null);
}

/** Plan A still is the besluit of the report, which the table does not read yet. */
export const nogBesluit = (inhoud: Herkomst): boolean =>
  inhoud.herkomst.plan_a === 'zorgtafel' && nogVanTeam('plan_a', inhoud);
