import type { ActionId } from '../actions.ts';
import { aanspreekpuntNaam, nameOf } from '../casus/casus-views.ts';
import { ended } from '../casus/ended.ts';
import { may } from '../toegang/policy.ts';
import { magLezen } from '../toegang/zorgplan-velden.ts';
import { voorbij } from './klokken.ts';
import { type Evaluatie, laatsteGehouden, type ZorgplanInhoud } from './zorgplan.ts';
import type { ZorgplanEvaluatieView } from './zorgplan-view.ts';
import { actieRegel, type PlanGezien, schrijven, scoreLijnen } from './zorgplan-views.ts';

/** The score a goal got in the last evaluation that was held before this one; null: none yet. */
export function vorigeScore({ evaluaties }: ZorgplanInhoud, doelId: string, voor: string): number | null {
  const until = evaluaties.findIndex((e) => e.id === voor);
  const before = until === -1 ? evaluaties : evaluaties.slice(0, until);
  return before.findLast((e) => e.scores[doelId] !== undefined)?.scores[doelId] ?? null;
}

/** One evaluation with what was agreed, for who may read the plan; null: there is no such one. */
export function zorgplanEvaluatieView(
  gezien: PlanGezien,
  id: string,
  melding: ZorgplanEvaluatieView['melding'],
): ZorgplanEvaluatieView | null {
  const { seen, plan, lezer } = gezien;
  const { inhoud } = plan;
  const found: Evaluatie | undefined = inhoud.evaluaties.find((e) => e.id === id);
  if (!found) return null;
  const { door, op: _, scores, notas, ...rest } = found;
  const told = magLezen(lezer, 'verslagen', inhoud);
  const gestopt = ended(seen.casus) !== null;
  const planned = found.stand === 'gepland' && !gestopt;
  const last = laatsteGehouden(inhoud)?.id ?? null;
  const buttons: ActionId[] = [
    ...(planned && schrijven(seen) === 'alles'
      ? (['zorgplan.evalueren', 'zorgplan.verzetten', 'zorgplan.overslaan'] as const)
      : []),
    ...(id === last && !gestopt && schrijven(seen) === 'alles' ? (['zorgplan.verbeteren'] as const) : []),
    'zorgplan.tonen',
  ];
  return {
    view: 'zorgplan_evaluatie',
    casusId: seen.casus.id,
    referentie: seen.casus.referentie,
    zone: seen.region.tijdzone,
    evaluatie: {
      ...rest,
      ...(!told && { nota: '', zonderGezin: null, overstap: rest.overstap && { ...rest.overstap, reden: '' } }),
      door: door && nameOf(seen.directory, door),
    },
    melding: found.stand === 'gepland' ? melding : null,
    teLaat: planned && voorbij(seen, found.datum),
    gestopt: gestopt && found.stand === 'gepland',
    aanspreekpunt: aanspreekpuntNaam(seen),
    actief: inhoud.actief,
    doelen: inhoud.doelen.map((d) => ({
      ...d,
      score: scores[d.id] ?? null,
      nota: told ? (notas[d.id] ?? '') : '',
      vorige: vorigeScore(inhoud, d.id, id),
    })),
    acties: inhoud.plannen[inhoud.actief].acties.map((a) => actieRegel(seen, a)),
    scores: scoreLijnen(inhoud),
    vorige: last === id ? null : last,
    mag: buttons.filter((a) => may(a, seen.relations)),
  };
}
