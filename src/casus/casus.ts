import type { Aanmelding } from '../aanmelding/aanmelding.ts';
import type { Instant } from '../time.ts';

/** The first answer to the aanmelder [A2], as one of these outcomes. */
export type Uitkomst =
  | 'zorgtafel'
  | 'regulier_aanbod'
  | 'advies'
  | 'gemandateerde_voorziening'
  | 'crisis'
  | 'niet_voor_ons';

/** aangemeld → opgenomen → teruggekoppeld → afgesloten; ingetrokken from any of the first three. */
export type Stand = 'aangemeld' | 'opgenomen' | 'teruggekoppeld' | 'ingetrokken' | 'afgesloten';

type Vraag = {
  id: string;
  door: string;
  tekst: string;
  op: Instant;
  antwoord?: { door: string; tekst: string; op: Instant };
};

/** One case. `inhoud` is protected: encrypted at rest, shown only where `toegang` allows. */
export type Casus = {
  id: string;
  /** `LIM-2026-0001`, given by the store when the case is made. */
  referentie: string;
  regio: string;
  stand: Stand;
  /** Rises with every change; a change based on an older one is refused and decided anew. */
  versie: number;
  /** Person who reported; for a phone call the coordinator who wrote it down [A7]. */
  aanmelder: string;
  /** The one contact of this case now [A3]; before it is taken up, who it waits for. */
  aanspreekpunt: string;
  /** People at its zorgtafel now, besides aanmelder and aanspreekpunt: they are on the case too [T2]. */
  betrokkenen: readonly string[];
  aangemeldOp: Instant;
  opgenomenOp: Instant | null;
  teruggekoppeldOp: Instant | null;
  uitkomst: Uitkomst | null;
  inhoud: {
    aanmelding: Aanmelding;
    aanvullingen: { door: string; tekst: string; op: Instant }[];
    vragen: Vraag[];
    terugkoppeling: { door: string; nota: string; op: Instant } | null;
    intrekking: { door: string; reden: string; op: Instant } | null;
    /** Absent in what was written before there was such a thing. */
    afsluiting?: Afsluiting | null;
  };
};

/** How a case ended [M1]. */
export type Afsluiting = {
  door: string;
  op: Instant;
  resultaat: 'bereikt' | 'regulier' | 'doorverwezen' | 'gestopt' | 'geen_oplossing';
  /** Where the child lives. */
  woont: 'thuis' | 'netwerk' | 'pleegzorg' | 'residentie' | 'onbekend';
  /** Who follows up, in words. */
  opvolging: string;
  openPunten: string;
};

/** One line of a case's story. `detail` is protected like the case itself. */
export type Gebeurtenis = {
  casusId: string;
  op: Instant;
  soort: GebeurtenisSoort;
  /** Person who did it; null: the bot itself. */
  door: string | null;
  /** Another person concerned (new contact, asked aanmelder). */
  betreft?: string;
  detail?: string;
};

/** A line of the story with its place in it: 1 is the first. */
export type Genummerd = Gebeurtenis & { seq: number };

export type GebeurtenisSoort =
  | 'aangemeld'
  | 'doorgegeven'
  | 'opgenomen'
  | 'teruggegeven'
  | 'teruggekoppeld'
  | 'terugkoppeling_verbeterd'
  | 'vraag_gesteld'
  | 'vraag_beantwoord'
  | 'overgedragen'
  | 'nota'
  | 'nota_gewijzigd'
  | 'nota_ingetrokken'
  | 'aangevuld'
  | 'verbeterd'
  | 'ingetrokken'
  | 'geboren'
  | 'afgesloten'
  | 'heropend'
  | 'gemandateerde_voorziening_ingeschakeld'
  | 'zorgplan_gemaakt'
  | 'zorgplan_vastgelegd'
  | 'zorgplan_overgestapt'
  | 'actie_gedaan'
  | 'actie_heropend'
  | 'evaluatie_verzet'
  | 'evaluatie_gehouden'
  | 'evaluatie_verbeterd'
  | 'evaluatie_overgeslagen'
  | 'rugzak_aangevraagd'
  | 'rugzak_goedgekeurd'
  | 'rugzak_geweigerd'
  | 'rugzak_gevraagd'
  | 'rugzak_gewijzigd'
  | 'rugzak_verlengd'
  | 'herinnerd'
  | 'geescaleerd'
  | 'herinnering_gemist'
  | 'zorgtafel_gepland'
  | 'zorgtafel_antwoord'
  | 'zorgtafel_doorgegeven'
  | 'zorgtafel_moment'
  | 'zorgtafel_vast'
  | 'zorgtafel_verplaatst'
  | 'zorgtafel_gewijzigd'
  | 'zorgtafel_afgelast'
  | 'zorgtafel_genodigd'
  | 'zorgtafel_doorgever'
  | 'zorgtafel_verwijderd'
  | 'expert_gevraagd'
  | 'expert_vervangen'
  | 'zorgtafel_gehouden'
  | 'zorgtafel_niet_gehouden'
  | 'zorgtafel_verslag_verbeterd'
  | 'niet_bereikt';
