/** Why something was not done. A value, never an exception; `cards/weigering.ts` has the sentence for each. */
export type Refusal =
  /** Same answer for a case that does not exist and one you are not on [S5]. */
  | { kind: 'niet_gevonden' }
  | { kind: 'geen_recht' }
  | { kind: 'al_opgenomen'; door: string }
  | { kind: 'al_teruggekoppeld'; door: string }
  | { kind: 'al_ingetrokken' }
  | { kind: 'al_afgesloten' }
  | { kind: 'al_beantwoord' }
  | { kind: 'eerst_opnemen' }
  /** Reported by phone: there is no chat to ask in; call back [A7]. */
  | { kind: 'telefonisch_gemeld' }
  | { kind: 'concept_verlopen' }
  | { kind: 'geen_regio' }
  /** *Ik ben er* for a day part that is somebody else's, or over. */
  | { kind: 'niet_jouw_dienst' }
  /** There is nothing to replace or to be away from on that day (ISO date). */
  | { kind: 'geen_dagdeel'; datum: string }
  | { kind: 'al_ingevuld'; door: string }
  | { kind: 'al_ongedaan' }
  /** The colleague who would be asked cannot be written to. */
  | { kind: 'collega_niet_bereikbaar'; naam: string }
  /** A request that was decided already, or whose day parts are no longer as they were. */
  | { kind: 'verzoek_vervallen' }
  | { kind: 'dagdeel_voorbij' }
  | { kind: 'datum_onleesbaar'; typed: string }
  | { kind: 'knop_onbekend' }
  | { kind: 'storing' };
