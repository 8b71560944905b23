import type { Intussen } from './permanentie/rooster-view.ts';
import type { ItemSoort } from './zorgplan/onderdelen.ts';
import type { PlanLetter } from './zorgplan/zorgplan.ts';

/** Why something was not done. A value, never an exception; `cards/weigering.ts` has the sentence for each. */
export type Refusal =
  /** Same answer for a case that does not exist and one you are not on [S5]. */
  | { kind: 'niet_gevonden' }
  | { kind: 'geen_recht' }
  | { kind: 'al_opgenomen'; door: string }
  | { kind: 'al_teruggekoppeld'; door: string }
  | { kind: 'al_ingetrokken' }
  | { kind: 'al_afgesloten' }
  | { kind: 'niet_afgesloten' }
  | { kind: 'eerst_terugkoppelen' }
  | { kind: 'al_geboren' }
  /** Nobody else in the region may have a case. */
  | { kind: 'niemand_om_over_te_dragen' }
  /** Who has it left the team: somebody has to take it over before anything else. */
  | { kind: 'eerst_overdragen'; was: string }
  | { kind: 'nog_geen_zorgplan' }
  | { kind: 'al_beantwoord' }
  | { kind: 'eerst_opnemen' }
  /** Reported by phone: there is no chat to ask in; call back [A7]. */
  | { kind: 'telefonisch_gemeld' }
  | { kind: 'concept_verlopen' }
  /** Nobody took the case up yet: there is no plan to begin. */
  | { kind: 'zorgplan_te_vroeg' }
  | { kind: 'geen_zorgplan' }
  | { kind: 'al_zorgplan' }
  | { kind: 'al_vastgelegd'; door: string }
  /** What a plan that is followed cannot do without. */
  | { kind: 'zorgplan_onaf'; ontbreekt: ('doelen' | 'plan')[] }
  /** No more than `max` of these fit in one plan. */
  | { kind: 'zorgplan_vol'; wat: ItemSoort; max: number }
  /** The goal, action, zorgfiguur or version a button is about is not there any more. */
  | { kind: 'onderdeel_weg' }
  | { kind: 'niets_terug_te_zetten' }
  | { kind: 'al_gedaan'; door: string }
  | { kind: 'al_open' }
  | { kind: 'al_overgestapt'; naar: PlanLetter }
  /** An evaluation that was held, skipped or replaced by another date's. */
  | { kind: 'evaluatie_voorbij' }
  | { kind: 'geen_regio' }
  /** *Ik ben er* for a day part that is somebody else's, or over. */
  | { kind: 'niet_jouw_dienst' }
  /** Somebody else changed the same day part first, and nothing of it is the reader's any more. */
  | { kind: 'intussen_gewijzigd'; intussen: Intussen }
  /** Reminders of the permanentie for somebody who is on no team. */
  | { kind: 'niet_op_rooster' }
  /** Not a coordinator of the region, and not on duty. */
  | { kind: 'niet_in_permanentie' }
  /** Withdrawn, somebody else's, or never there: the same answer. */
  | { kind: 'nota_weg' }
  | { kind: 'nota_gelezen'; door: string }
  /** There is nothing to replace or to be away from on that day (ISO date). */
  | { kind: 'geen_dagdeel'; datum: string; tot?: string }
  | { kind: 'al_ingevuld'; door: string }
  | { kind: 'al_ongedaan' }
  /** The colleague who would be asked cannot be written to. */
  | { kind: 'collega_niet_bereikbaar'; naam: string }
  /** A request that was decided already, or whose day parts are no longer as they were. */
  | { kind: 'verzoek_vervallen' }
  | { kind: 'dagdeel_voorbij' }
  | { kind: 'datum_onleesbaar'; typed: string }
  | { kind: 'jaar_onleesbaar'; typed: string }
  /** The budget of a region is for who watches over it [B8]. */
  | { kind: 'alleen_coordinatoren' }
  /** Means: what is still free, in integer cents [B1, B8]. */
  | { kind: 'rugzak_vol'; vrij: number }
  | { kind: 'verblijf_vol'; vrij: number }
  | { kind: 'jaarbudget_op'; jaar: number; vrij: number }
  /** The help would start after the last day of the rugzak (ISO date) [B2]. */
  | { kind: 'na_einde_rugzak'; einde: string }
  /** Who asks does not approve [S16]. */
  | { kind: 'eigen_aanvraag' }
  /** The most this person may approve, in integer cents. */
  | { kind: 'boven_mandaat'; mandaat: number }
  | { kind: 'aanvraag_al_beslist'; stand: 'goedgekeurd' | 'geweigerd' | 'ingetrokken'; door: string }
  | { kind: 'niet_goedgekeurd' }
  /** What is still promised on the request, in integer cents. */
  | { kind: 'meer_dan_vastgelegd'; rest: number }
  | { kind: 'al_betaald'; door: string }
  | { kind: 'factuur_ingetrokken' }
  | { kind: 'niets_vrij_te_geven' }
  | { kind: 'al_gecorrigeerd' }
  | { kind: 'niet_te_corrigeren' }
  /** Who only decides takes back a decision, and no other line [S16]. */
  | { kind: 'alleen_goedkeuring_terug' }
  /** What came after it stands on it. */
  | { kind: 'bedrag_niet_meer_daar' }
  /** A zorgtafel is planned for a case somebody took up [T1]. */
  | { kind: 'zorgtafel_eerst_opnemen' }
  | { kind: 'zorgtafel_andere_uitkomst' }
  | { kind: 'zorgtafel_loopt' }
  /** It began: first what came of it [T7]. `subject`: of the button that says so, for who may. */
  | { kind: 'zorgtafel_eerst_verslag'; aanspreekpunt: string; subject: string | null }
  | { kind: 'geen_zorgtafel' }
  /** It was called off or is over. */
  | { kind: 'zorgtafel_voorbij'; stand: 'afgelast' | 'gehouden' | 'niet_gehouden' | 'peilen' | 'vast' }
  | { kind: 'zorgtafel_al_vast' }
  | { kind: 'zorgtafel_nog_niet_vast' }
  | { kind: 'zorgtafel_nog_niet_gehouden' }
  | { kind: 'zorgtafel_moment_weg' }
  | { kind: 'zorgtafel_moment_voorbij' }
  /** Somebody who has to be there cannot, or did not say [T2]. */
  | { kind: 'zorgtafel_past_niet' }
  | { kind: 'zorgtafel_vol' }
  | { kind: 'zorgtafel_zonder_ouders' }
  | { kind: 'niet_meer_genodigd' }
  | { kind: 'al_genodigd'; naam: string }
  | { kind: 'tafel_vol'; aantal: number }
  | { kind: 'coordinator_blijft' }
  | { kind: 'geen_expert_over' }
  /** The term of a rugzak that did not start cannot be extended [B2]. */
  | { kind: 'rugzak_niet_gestart' }
  /** Somebody else just did [B2]. */
  | { kind: 'al_verlengd'; door: string }
  /** As often as the region allows [B2]. */
  | { kind: 'geen_verlenging_meer'; aantal: number }
  /** The rugzak would be extended until a day that is over (ISO date). */
  | { kind: 'verlenging_voorbij'; einde: string }
  /** The extension a button is about was taken back, or there is a newer one. */
  | { kind: 'verlenging_weg' }
  /** A question about means that has its answer. */
  | { kind: 'rugzak_vraag_beantwoord' }
  | { kind: 'bewijs_al_bezorgd'; door: string }
  /** `<case>/<request>` */
  | { kind: 'al_aangevraagd'; subject: string }
  /** The form of a request is gone: sent, or too old. */
  | { kind: 'aanvraag_concept_weg' }
  | { kind: 'factuur_bestaat_al' }
  /** Means are asked for by who has the case. */
  | { kind: 'rugzak_eerst_opnemen' }
  | { kind: 'knop_onbekend' }
  | { kind: 'storing' };
