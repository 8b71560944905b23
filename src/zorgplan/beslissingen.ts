import { mededeling } from '../casus/berichten-over.ts';
import type { Decision } from '../casus/change.ts';
import { ended } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import type { Refusal } from '../refusal.ts';
import { maakteMee } from '../toegang/zorgplan-velden.ts';
import { beginPlan } from './begin-plan.ts';
import { volgende } from './bewerken.ts';
import { planChange } from './plan-change.ts';
import {
  type Delen,
  type Evaluatie,
  findActie,
  geplandeEvaluatie,
  laatsteGehouden,
  type PlanLetter,
  planLetters,
  type Zorgplan,
  type ZorgplanInhoud,
} from './zorgplan.ts';

/** Who decides, and where new ids come from. */
export type Door = { door: string; nextId: () => string };

/** Why a plan cannot be changed; null: it can. */
export function planRefusal(seen: Seen): Refusal | null {
  return ended(seen.casus) ?? (seen.zorgplan ? null : { kind: 'geen_zorgplan' });
}

/** The report of the zorgtafel that was held last; null: none was. */
const laatsteVerslag = ({ zorgtafels }: Pick<Seen, 'zorgtafels'>) =>
  zorgtafels.findLast((z) => z.stand === 'gehouden' && z.verslag !== null)?.verslag ?? null;

/** Whether a zorgtafel was held: the plan starts from it [T7]. */
export const tafelGehouden = ({ zorgtafels }: Pick<Seen, 'zorgtafels'>): boolean =>
  zorgtafels.some((z) => z.stand === 'gehouden');

/** Begins the plan, once; without a zorgtafel only with the reason why. */
export function maken(seen: Seen, zonderTafel: string | null, { door, nextId }: Door): Decision {
  const { casus, now } = seen;
  const over = ended(casus);
  if (over) return { refusal: over };
  if (casus.stand === 'aangemeld') return { refusal: { kind: 'zorgplan_te_vroeg' } };
  if (seen.zorgplan) return { refusal: { kind: 'al_zorgplan' } };
  const plan = beginPlan(casus, laatsteVerslag(seen), tafelGehouden(seen) ? null : zonderTafel, door, now);
  return planChange(seen, plan, door, nextId, {
    gebeurtenissen: [
      { op: now, soort: 'zorgplan_gemaakt', door, ...(plan.inhoud.zonderTafel && { detail: plan.inhoud.zonderTafel }) },
    ],
  });
}

/** What a plan cannot do without when it is to be followed. */
export function onaf({ doelen, plannen, actief }: ZorgplanInhoud): ('doelen' | 'plan')[] {
  const followed = plannen[actief];
  return [
    ...(doelen.length === 0 ? (['doelen'] as const) : []),
    ...(followed.omschrijving === '' && followed.acties.length === 0 ? (['plan'] as const) : []),
  ];
}

/** From now on the plan is followed: its first evaluation is planned and its clock runs [Z2]. */
export function vastleggen(seen: Seen, datum: string, { door, nextId }: Door): Decision {
  const plan = seen.zorgplan;
  const refusal = planRefusal(seen);
  if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
  if (plan.inhoud.vastgelegd) return { refusal: { kind: 'al_vastgelegd', door: plan.inhoud.vastgelegd.door } };
  const ontbreekt = onaf(plan.inhoud);
  if (ontbreekt.length > 0) return { refusal: { kind: 'zorgplan_onaf', ontbreekt } };
  const { casus, now } = seen;
  const inhoud: ZorgplanInhoud = {
    ...plan.inhoud,
    vastgelegd: { door, op: now },
    evaluaties: [...plan.inhoud.evaluaties, gepland(nextId(), datum)],
  };
  const made = casus.betrokkenen.filter((id) => maakteMee(seen.zorgtafels, plan.inhoud, id));
  const readers = plan.inhoud.delen === 'niet' ? [] : [casus.aanmelder, ...made];
  return planChange(seen, volgende(plan, inhoud, [], door, now), door, nextId, {
    gebeurtenissen: [{ op: now, soort: 'zorgplan_vastgelegd', door }],
    berichten: [...new Set([casus.aanspreekpunt, ...readers])].flatMap((aan) =>
      mededeling('zorgplan_vastgelegd', now, aan, door),
    ),
  });
}

const gepland = (id: string, datum: string): Evaluatie => ({
  id,
  datum,
  stand: 'gepland',
  scores: {},
  notas: {},
  nota: '',
  zonderGezin: null,
  overstap: null,
  door: null,
  op: null,
});

export type Gehouden = Pick<Evaluatie, 'datum' | 'scores' | 'notas' | 'nota' | 'zonderGezin'> & {
  /** The plan that is followed from now on, and why when it is another one. */
  actief: PlanLetter;
  reden: string;
  /** Day of the next one (ISO date). */
  volgende: string;
};

/** An evaluation was held: its scores, perhaps another plan, and the next date [Z2]. */
export function evalueren(seen: Seen, id: string, input: Gehouden, { door, nextId }: Door): Decision {
  const found = planned(seen, id);
  if ('refusal' in found) return found;
  const { plan, evaluatie } = found;
  const { inhoud } = plan;
  const { actief, reden, volgende: next, ...said } = input;
  const overstap = actief === inhoud.actief ? null : { van: inhoud.actief, naar: actief, reden };
  const held: Evaluatie = { ...evaluatie, ...said, stand: 'gehouden', overstap, door, op: seen.now };
  return planChange(
    seen,
    volgende(plan, { ...inhoud, actief, evaluaties: after(inhoud, held, gepland(nextId(), next)) }, [], door, seen.now),
    door,
    nextId,
    {
      gebeurtenissen: [
        { op: seen.now, soort: 'evaluatie_gehouden', door, ...(input.zonderGezin && { detail: input.zonderGezin }) },
        ...(overstap ? [{ op: seen.now, soort: 'zorgplan_overgestapt' as const, door, detail: reden }] : []),
      ],
    },
  );
}

/** What was written down of the last one that was held is put right: goals that are gone keep what they got [Z2]. */
export function evaluatieVerbeteren(
  seen: Seen,
  id: string,
  said: Omit<Gehouden, 'actief' | 'reden' | 'volgende'>,
  { door, nextId }: Door,
): Decision {
  const plan = seen.zorgplan;
  const refusal = planRefusal(seen);
  if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
  const held = laatsteGehouden(plan.inhoud);
  if (held?.id !== id) return { refusal: { kind: 'evaluatie_voorbij' } };
  const notas = Object.entries(held.notas).filter(([doel]) => said.scores[doel] === undefined);
  const next: Evaluatie = {
    ...held,
    ...said,
    scores: { ...held.scores, ...said.scores },
    notas: { ...Object.fromEntries(notas), ...said.notas },
  };
  const evaluaties = plan.inhoud.evaluaties.map((e) => (e.id === id ? next : e));
  return planChange(seen, volgende(plan, { ...plan.inhoud, evaluaties }, [], door, seen.now), door, nextId, {
    gebeurtenissen: [{ op: seen.now, soort: 'evaluatie_verbeterd', door }],
  });
}

/** Skipped, only with a reason; the next one is planned all the same [Z2]. */
export function overslaan(seen: Seen, id: string, reden: string, next: string, { door, nextId }: Door): Decision {
  const found = planned(seen, id);
  if ('refusal' in found) return found;
  const { plan, evaluatie } = found;
  const skipped: Evaluatie = { ...evaluatie, stand: 'overgeslagen', nota: reden, door, op: seen.now };
  const evaluaties = after(plan.inhoud, skipped, gepland(nextId(), next));
  return planChange(seen, volgende(plan, { ...plan.inhoud, evaluaties }, [], door, seen.now), door, nextId, {
    gebeurtenissen: [{ op: seen.now, soort: 'evaluatie_overgeslagen', door, detail: reden }],
  });
}

/** On another day; later than the region's term, with a reason. */
export function verzetten(seen: Seen, id: string, datum: string, reden: string, { door, nextId }: Door): Decision {
  const found = planned(seen, id);
  if ('refusal' in found) return found;
  const { plan, evaluatie } = found;
  const evaluaties = plan.inhoud.evaluaties.map((e) => (e.id === id ? { ...evaluatie, datum } : e));
  return planChange(seen, volgende(plan, { ...plan.inhoud, evaluaties }, [], door, seen.now), door, nextId, {
    gebeurtenissen: [{ op: seen.now, soort: 'evaluatie_verzet', door, ...(reden && { detail: reden }) }],
  });
}

/** From one plan to another between two evaluations, with the reason. */
export function overstappen(seen: Seen, naar: PlanLetter, reden: string, { door, nextId }: Door): Decision {
  const plan = seen.zorgplan;
  const refusal = planRefusal(seen);
  if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
  if (plan.inhoud.actief === naar) return { refusal: { kind: 'al_overgestapt', naar } };
  return planChange(seen, volgende(plan, { ...plan.inhoud, actief: naar }, [], door, seen.now), door, nextId, {
    gebeurtenissen: [{ op: seen.now, soort: 'zorgplan_overgestapt', door, detail: reden }],
  });
}

/** What those at the table may do with the plan. */
export function delen(seen: Seen, wat: Delen, { door, nextId }: Door): Decision {
  const plan = seen.zorgplan;
  const refusal = planRefusal(seen);
  if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
  return planChange(seen, volgende(plan, { ...plan.inhoud, delen: wat }, [], door, seen.now), door, nextId);
}

/** An action is done, or after all it is not. Said twice it stays as it was said first. */
export function actieGedaan(seen: Seen, id: string, gedaan: boolean, team: boolean, { door, nextId }: Door): Decision {
  const plan = seen.zorgplan;
  const refusal = planRefusal(seen);
  if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
  const found = findActie(plan.inhoud, id);
  if (!found) return { refusal: { kind: 'onderdeel_weg' } };
  if (!team && found.actie.persoonId !== door) return { refusal: { kind: 'geen_recht' } };
  if ((found.actie.gedaan !== null) === gedaan)
    return gedaan && found.actie.gedaan
      ? { refusal: { kind: 'al_gedaan', door: found.actie.gedaan.door } }
      : { refusal: { kind: 'al_open' } };
  const done = gedaan ? { door, op: seen.now } : null;
  const deel = plan.inhoud.plannen[found.letter];
  const acties = deel.acties.map((a) => (a.id === id ? { ...a, gedaan: done } : a));
  const plannen = { ...plan.inhoud.plannen, [found.letter]: { ...deel, acties } };
  return planChange(seen, volgende(plan, { ...plan.inhoud, plannen }, [], door, seen.now), door, nextId, {
    gebeurtenissen: [{ op: seen.now, soort: gedaan ? 'actie_gedaan' : 'actie_heropend', door }],
  });
}

const after = ({ evaluaties }: ZorgplanInhoud, done: Evaluatie, next: Evaluatie): Evaluatie[] => [
  ...evaluaties.map((e) => (e.id === done.id ? done : e)),
  next,
];

/** The evaluation a form is about, while it is still to come: of two who fill it in at once one is first. */
function planned(seen: Seen, id: string): { plan: Zorgplan; evaluatie: Evaluatie } | { refusal: Refusal } {
  const refusal = planRefusal(seen);
  const plan = seen.zorgplan;
  if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
  const evaluatie = geplandeEvaluatie(plan.inhoud);
  return evaluatie?.id === id ? { plan, evaluatie } : { refusal: { kind: 'evaluatie_voorbij' } };
}

export const isPlanLetter = (text: string): text is PlanLetter => (planLetters as readonly string[]).includes(text);
