import type { Instant } from '../time.ts';
import type { Onderdeel, Sectie } from './onderdelen.ts';

/**
 * The zorgplan of a case as it stands after one change: versions are only added, so that who changed what stays
 * visible [Z1]. Decided under the version of its case.
 */
export type Zorgplan = {
  casusId: string;
  /** 1, 2, 3 … */
  versie: number;
  /** Person who made this version. */
  door: string;
  op: Instant;
  /** Protected as a whole. */
  inhoud: ZorgplanInhoud;
};

export type Perspectief = 'thuis' | 'netwerk' | 'pleegzorg' | 'residentie';

export type PlanLetter = 'a' | 'b' | 'c';

export type ZorgplanInhoud = {
  zorgen: string;
  krachten: string;
  doelen: Doel[];
  plannen: Record<PlanLetter, Plandeel>;
  /** Which of the three is followed now. */
  actief: PlanLetter;
  /** Made with the network itself [Z4]. */
  veiligheidsplan: string;
  /** Minimal demands for going home [Z4]. */
  minimaleEisen: string;
  /** The child's one fixed safe haven [Z5]. */
  veiligeHaven: string;
  zorgfiguren: Zorgfiguur[];
  /** [Z3] */
  perspectief: Perspectief | null;
  /** Oldest first; the last is `gepland` while the plan is followed. */
  evaluaties: Evaluatie[];
  /** Sections that still read as they were told before, and where: they were not asked again [A9, T7]. */
  herkomst: Partial<Record<Sectie, 'aanmelding' | 'zorgtafel'>>;
  /** The last change of every part that was ever changed; a part that was removed keeps its own. */
  gewijzigd: Partial<Record<Onderdeel, Stempel>>;
  /** Made without a zorgtafel that was held: why. */
  zonderTafel: string | null;
  /** From when on it is followed, and evaluated [Z2]; null: still being written. */
  vastgelegd: { door: string; op: Instant } | null;
  /** What those at the table may do with it: nothing, read what was agreed there, or add to it as well. */
  delen: Delen;
};

export type Delen = 'niet' | 'lezen' | 'aanvullen';

/** Who changed a part last, in which version of the plan. */
export type Stempel = {
  versie: number;
  door: string;
  op: Instant;
  wat: 'toegevoegd' | 'gewijzigd' | 'verwijderd' | 'teruggezet' | 'geordend';
  /** Where it stands, or stood. */
  sectie: Sectie;
};

/** `zichtbaar`: what will be seen when it is reached. */
export type Doel = { id: string; doel: string; zichtbaar: string };

type Plandeel = { omschrijving: string; acties: Actie[] };

/** Who (`persoonId`, or `wie` in words), what, by when (ISO date). */
export type Actie = {
  id: string;
  wat: string;
  wie: string;
  persoonId: string | null;
  tegen: string | null;
  gedaan: { door: string; op: Instant } | null;
};

/** Somebody of the child's own network who takes up part of the care [Z6]. */
export type Zorgfiguur = {
  id: string;
  wie: string;
  rol: ZorgfiguurRol;
  ondersteuning: string;
};

export type ZorgfiguurRol = 'speelgezin' | 'steunfiguur' | 'buddy' | 'verblijf' | 'ander';

/** One evaluation, every six weeks or as agreed [Z2]. */
export type Evaluatie = {
  id: string;
  /** Day it was planned for, and once it was held the day it was (ISO date). */
  datum: string;
  stand: 'gepland' | 'gehouden' | 'overgeslagen';
  /** By goal id, 1 (nothing reached) to 10 (reached). */
  scores: Record<string, number>;
  /** What was said of a goal, by its id. */
  notas: Record<string, string>;
  /** What was agreed; of a skipped one: why it was skipped. */
  nota: string;
  /** Held without anybody of the family: why. */
  zonderGezin: string | null;
  /** From one plan to another, with the reason. */
  overstap: { van: PlanLetter; naar: PlanLetter; reden: string } | null;
  door: string | null;
  op: Instant | null;
};

/** The evaluation that is to come; none before the plan is followed. */
export const geplandeEvaluatie = ({ evaluaties }: Pick<ZorgplanInhoud, 'evaluaties'>): Evaluatie | undefined =>
  evaluaties.find((e) => e.stand === 'gepland');

/** The one that was held last; what was written down of it can be corrected. */
export const laatsteGehouden = ({ evaluaties }: Pick<ZorgplanInhoud, 'evaluaties'>): Evaluatie | undefined =>
  evaluaties.findLast((e) => e.stand === 'gehouden');

/** An action with the plan it stands in. */
export function findActie(
  { plannen }: Pick<ZorgplanInhoud, 'plannen'>,
  id: string,
): { letter: PlanLetter; actie: Actie } | undefined {
  for (const letter of planLetters) {
    const actie = plannen[letter].acties.find((a) => a.id === id);
    if (actie) return { letter, actie };
  }
  return undefined;
}

export const planLetters = ['a', 'b', 'c'] as const satisfies readonly PlanLetter[];
