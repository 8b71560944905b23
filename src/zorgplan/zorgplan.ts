import type { Instant } from '../time.ts';

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

export type ZorgplanInhoud = {
  zorgen: string;
  krachten: string;
  doelen: Doel[];
  plannen: { a: Plandeel; b: Plandeel; c: Plandeel };
  /** Which of the three is followed now. */
  actief: 'a' | 'b' | 'c';
  /** Made with the network itself [Z4]. */
  veiligheidsplan: string;
  /** Minimal demands for going home [Z4]. */
  minimaleEisen: string;
  /** The child's one fixed safe haven [Z5]. */
  veiligeHaven: string;
  zorgfiguren: Zorgfiguur[];
  /** [Z3] */
  perspectief: Perspectief | null;
  evaluaties: Evaluatie[];
};

/** `zichtbaar`: what will be seen when it is reached. */
export type Doel = { id: string; doel: string; zichtbaar: string };

export type Plandeel = { omschrijving: string; acties: Actie[] };

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
  rol: 'speelgezin' | 'steunfiguur' | 'buddy' | 'verblijf' | 'ander';
  ondersteuning: string;
};

/** One evaluation, every six weeks or as agreed [Z2]. */
export type Evaluatie = {
  id: string;
  /** Day it was planned for (ISO date). */
  datum: string;
  stand: 'gepland' | 'gehouden' | 'overgeslagen';
  /** By goal id, 1 (nothing reached) to 10 (reached). */
  scores: Record<string, number>;
  nota: string;
  /** From one plan to another, with the reason. */
  overstap: { van: 'a' | 'b' | 'c'; naar: 'a' | 'b' | 'c'; reden: string } | null;
  door: string | null;
  op: Instant | null;
};
