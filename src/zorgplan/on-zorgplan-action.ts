import type { ActionId } from '../actions.ts';
import type { Handler } from '../context.ts';
import { documentMaken } from '../document/document-actions.ts';
import * as acties from './actie-actions.ts';
import * as evaluatie from './evaluatie-actions.ts';
import * as schrijf from './schrijf-actions.ts';
import * as versie from './versie-actions.ts';
import * as zorgplan from './zorgplan-actions.ts';

/** What each button and form about a zorgplan does. */
export const onZorgplanAction = {
  'zorgplan.lijst': zorgplan.zorgplanLijst,
  'zorgplan.maken': zorgplan.zorgplanMaken,
  'zorgplan.maken_bewaren': zorgplan.zorgplanMakenBewaren,
  'zorgplan.tonen': zorgplan.zorgplanTonen,
  'zorgplan.pdf': documentMaken,
  'zorgplan.sectie': zorgplan.zorgplanSectie,
  'zorgplan.bewerken': schrijf.zorgplanBewerken,
  'zorgplan.bewaren': schrijf.zorgplanBewaren,
  'zorgplan.naar_boven': schrijf.zorgplanNaarBoven,
  'zorgplan.verwijderen': schrijf.zorgplanVerwijderen,
  'zorgplan.wijzigingen': versie.zorgplanWijzigingen,
  'zorgplan.terugzetten': versie.zorgplanTerugzetten,
  'zorgplan.delen': evaluatie.zorgplanDelen,
  'zorgplan.delen_bewaren': evaluatie.delenBewaren,
  'zorgplan.vastleggen': evaluatie.zorgplanVastleggen,
  'zorgplan.vastleggen_bewaren': evaluatie.vastleggenBewaren,
  'zorgplan.overstappen': evaluatie.zorgplanOverstappen,
  'zorgplan.overstap_bewaren': evaluatie.overstapBewaren,
  'zorgplan.evaluatie': evaluatie.zorgplanEvaluatie,
  'zorgplan.evalueren': evaluatie.zorgplanEvalueren,
  'zorgplan.evaluatie_bewaren': evaluatie.evaluatieBewaren,
  'zorgplan.verbeteren': evaluatie.zorgplanVerbeteren,
  'zorgplan.verbetering_bewaren': evaluatie.verbeteringBewaren,
  'zorgplan.verzetten': evaluatie.zorgplanVerzetten,
  'zorgplan.verzetting_bewaren': evaluatie.verzettingBewaren,
  'zorgplan.overslaan': evaluatie.zorgplanOverslaan,
  'zorgplan.overslaan_bewaren': evaluatie.overslaanBewaren,
  'zorgplan.actie': acties.zorgplanActie,
  'zorgplan.gedaan': acties.zorgplanGedaan,
  'zorgplan.niet_gedaan': acties.zorgplanNietGedaan,
} as const satisfies Partial<Record<ActionId, Handler>>;
