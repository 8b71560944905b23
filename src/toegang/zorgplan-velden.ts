import type { ZorgplanInhoud } from '../zorgplan/zorgplan.ts';
import type { Relation } from './policy.ts';

/** Who reads a zorgplan: the coordinators of the case, or somebody at its table (the aanmelder sits there too). */
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
export function planLezer(
  relations: ReadonlySet<Relation>,
  { delen }: Pick<ZorgplanInhoud, 'delen'>,
): PlanLezer | null {
  if (relations.has('coordinator') || relations.has('aanspreekpunt') || relations.has('provinciaal')) return 'team';
  const atTable = relations.has('genodigde') || relations.has('aanmelder');
  return atTable && delen !== 'niet' ? 'tafel' : null;
}

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
