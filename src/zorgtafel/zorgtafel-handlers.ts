import type { ActionId } from '../actions.ts';
import type { Handler } from '../context.ts';
import * as plaats from './plaats-actions.ts';
import * as tafelPlan from './plan-actions.ts';
import * as tafel from './tafel-actions.ts';
import * as tafelForm from './tafel-form-actions.ts';

/** What each button and form about a zorgtafel does. A missing one does not compile. */
export const zorgtafelHandlers = {
  'zorgtafel.lijst': tafel.zorgtafelLijst,
  'zorgtafel.tonen': tafel.zorgtafelTonen,
  'zorgtafel.iedereen': tafel.zorgtafelIedereen,
  'zorgtafel.plannen': tafelPlan.zorgtafelPlannen,
  'zorgtafel.bewaren': tafelPlan.planBewaren,
  'zorgtafel.verder': tafelPlan.planVerder,
  'zorgtafel.terug': tafelPlan.planTerug,
  'zorgtafel.versturen': tafelPlan.planVersturen,
  'zorgtafel.antwoorden': tafel.zorgtafelAntwoorden,
  'zorgtafel.geen_moment': tafel.zorgtafelGeenMoment,
  'zorgtafel.kom': tafel.zorgtafelKom,
  'zorgtafel.kom_niet': tafel.zorgtafelKomNiet,
  'zorgtafel.doorgegeven': tafel.zorgtafelDoorgegeven,
  'zorgtafel.vastleggen': tafel.zorgtafelVastleggen,
  'zorgtafel.expert': tafel.zorgtafelExpert,
  'zorgtafel.kiezen': tafelForm.zorgtafelKiezen,
  'zorgtafel.kiezen_bewaren': tafelForm.kiezenBewaren,
  'zorgtafel.moment': tafelForm.zorgtafelMoment,
  'zorgtafel.moment_bewaren': tafelForm.momentBewaren,
  'zorgtafel.verplaatsen': tafelForm.zorgtafelVerplaatsen,
  'zorgtafel.verplaatsen_bewaren': tafelForm.verplaatsenBewaren,
  'zorgtafel.plaats': plaats.zorgtafelPlaats,
  'zorgtafel.plaats_bewaren': plaats.plaatsBewaren,
  'zorgtafel.afgelasten': tafelForm.zorgtafelAfgelasten,
  'zorgtafel.afgelasten_bewaren': tafelForm.afgelastenBewaren,
  'zorgtafel.genodigde': tafelForm.zorgtafelGenodigde,
  'zorgtafel.genodigde_bewaren': tafelForm.genodigdeBewaren,
  'zorgtafel.doorgever': tafelForm.zorgtafelDoorgever,
  'zorgtafel.doorgever_bewaren': tafelForm.doorgeverBewaren,
  'zorgtafel.verwijderen': tafelForm.zorgtafelVerwijderen,
  'zorgtafel.verwijderen_bewaren': tafelForm.verwijderenBewaren,
  'zorgtafel.noteren': tafelForm.zorgtafelNoteren,
  'zorgtafel.noteren_bewaren': tafelForm.noterenBewaren,
  'zorgtafel.verslag': tafelForm.zorgtafelVerslag,
  'zorgtafel.verslag_bewaren': tafelForm.verslagBewaren,
  'zorgtafel.afwezig': tafelForm.zorgtafelAfwezig,
  'zorgtafel.afwezig_bewaren': tafelForm.afwezigBewaren,
} as const satisfies Record<Extract<ActionId, `zorgtafel.${string}`>, Handler>;
