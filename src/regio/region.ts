import type { Uitzondering } from '../permanentie/uitzondering.ts';

/** Something valid from `van` up to and including `tot` (ISO dates, wall calendar of the region) [P3]. */
export type Dated<T> = T & { van?: string; tot?: string };

export type Role = 'casuscoordinator' | 'expert' | 'provinciaal_coordinator' | 'planmaker' | 'beheerder';

/** Roles that may approve a request for means. */
export type Goedkeurder = Extract<Role, 'casuscoordinator' | 'provinciaal_coordinator'>;

export type Weekday = 'ma' | 'di' | 'wo' | 'do' | 'vr' | 'za' | 'zo';

/** A part of a day with one person, or with a phone route that still has an owner [P1]. */
export type Dagdeel = {
  dag: Weekday;
  /** Wall-clock `HH:MM`, start included, end not [P5]. */
  van: string;
  tot: string;
} & ({ persoon: string } | { route: string; eigenaar: string });

export type RegionPerson = Dated<{
  /** Short id used inside the region file (`marijke`). */
  id: string;
  naam: string;
  /** Lower case. People are matched to chat accounts by it, across regions. */
  email: string;
  rollen: Role[];
  /** Id of one of `organisaties`, or just a name. */
  organisatie?: string;
  telefoon?: string;
  /** What an expert knows most about, in the region's own words [T5]. */
  specialisme?: string[];
}>;

/** A door: where somebody can go when this is not, or not yet, the right place [A6, A8, D8, U1]. */
export type Door = { naam: string; telefoon?: string; email?: string; web?: string };

export type DoorKind =
  | 'crisismeldpunt'
  | 'kind_en_gezin_lijn'
  | 'ocj'
  | 'vk'
  | 'm_document'
  | 'rechtstreekse_hulp'
  | 'brussel';

/** One rung of the ladder of a clock: after `na` (ISO 8601 duration) from its start, tell `aan`. */
export type LadderStep = {
  na: string;
  soort: 'herinnering' | 'escalatie';
  aan: 'aanspreekpunt' | 'coordinatoren' | 'provinciaal';
};

/** One rung of a clock that ends on a day: a duration before that day or after it, on a working day [Z2]. */
export type DagStap = ({ voor: string } | { na: string }) & Pick<LadderStep, 'soort' | 'aan'>;

/** One rung of the clock of a request for means: so many working days (`P2D`) after it came; `beslissers` may decide about it. */
export type AanvraagStap = Pick<LadderStep, 'na' | 'soort'> & { aan: 'beslissers' | 'aanspreekpunt' | 'provinciaal' };

/** The rules of the means of one case [B1, B2, B9]. */
export type RugzakBeleid = {
  /** Euro cents. */
  maximum: number;
  /** Share of the maximum that may go to stay, in basis points (50 % = 5000). */
  verblijf: number;
  duur: string;
  verlengingen: number;
  drempels: number[];
};

/** ISO 8601 period of whole days or more, by what is kept. */
type Bewaartermijn = { casus: string };

/** A region as it is applied: everything dated is kept, so any past day can be answered [P3]. */
export type Region = {
  code: string;
  naam: string;
  tijdzone: string;
  gemeenten: string[];
  postcodes: { van: number; tot: number }[];
  contact: { email?: string; telefoon: Dated<{ nummer: string }>[] };
  personen: RegionPerson[];
  organisaties: Dated<{ id: string; naam: string; sector?: string }>[];
  permanentie: Dated<{ dagdelen: Dagdeel[] }>[];
  routes: Dated<{ id: string; naam: string; telefoon: string }>[];
  termijnen: {
    terugkoppeling: string;
    zorgtafel: string;
    /** What ends the 48 hours: its moment is fixed (the usual), or it was held [T1]. Absent before it existed. */
    zorgtafelStopt?: 'gepland' | 'gehouden';
    evaluatie: string;
    /** Working days (`P5D`) in which a request for means is decided. Absent: `aanvraagBeleid`. */
    aanvraag?: string;
    rekening: 'klokuren' | 'werkuren';
  };
  /** All but the first: absent in regions applied before they existed. */
  ladder: {
    terugkoppeling: LadderStep[];
    zorgtafel?: LadderStep[];
    zorgplan?: LadderStep[];
    evaluatie?: DagStap[];
    aanvraag?: AanvraagStap[];
  };
  /** When people hear of their day parts; wall clock of the region [P6, P7]. */
  herinneringen: {
    /** `HH:MM` on the working day before. */
    dagVoor: string;
    /** ISO 8601 duration before a day part starts. */
    vooraf: string;
    /** `HH:MM` of the post in the region's channel. */
    ochtend: string;
    /** How long after the start somebody who did not confirm is looked for. */
    bevestigenBinnen: string;
    /** How long before the end of a day part somebody is asked for the handover. */
    overdracht: string;
    /** How many days ahead a gap is reported. */
    gaten: number[];
  };
  /** What stands here itself held on the day it was applied; read it by `rugzakBeleidOp`. */
  rugzak: RugzakBeleid & {
    /** Which policy holds from when. Absent before it had dates: always what stands above. */
    beleid?: Dated<RugzakBeleid>[];
    /** Of the means for rugzakken: euro cents by calendar year. */
    jaarbudget: Record<string, number>;
    /** The other half of the means, for structural offer, where the region says it: it is shown, nothing is booked on it [B8]. */
    structureel?: Record<string, number>;
    /** Up to how many cents who approves a request, null: without limit. Absent: `usualGoedkeuring` [S16]. */
    goedkeuring?: Record<Goedkeurder, number | null>;
    /** Working days the region needs itself for an A-document, on top of the thirty. Absent: none [B5]. */
    verwerkingstijd?: number;
  };
  /** How long a case is kept after it ended (`P5Y`), by the day it ended; read it by `bewaartermijnOp`. Absent: for good [S17]. */
  bewaring?: Dated<Bewaartermijn>[];
  kanalen: { permanentie: { platform: string; ref: string }[] };
  deuren: Partial<Record<DoorKind, Door>>;
  /** Changes to the rota [P4]. Not in the file: the store puts them on the region that it hands out. */
  uitzonderingen?: readonly Uitzondering[];
  /** Days the region is closed on top of the Flemish public holidays (ISO dates). */
  sluitingsdagen: string[];
};
