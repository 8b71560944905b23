import { textError, textIn } from '../casus/casus-form.ts';
import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { deciding, read } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import { oneOf } from '../one-of.ts';
import type { Outcome } from '../outcome.ts';
import { isWerkdag, werkdag } from '../regio/werkdag.ts';
import { dateIn, isDate } from '../time.ts';
import {
  delen,
  evaluatieVerbeteren,
  evalueren,
  isPlanLetter,
  onaf,
  overslaan,
  overstappen,
  planRefusal,
  vastleggen,
  verzetten,
} from './beslissingen.ts';
import { vorigeScore, zorgplanEvaluatieView } from './evaluatie-views.ts';
import { voorstelDatum } from './klokken.ts';
import { ontbreekt } from './ontbreekt.ts';
import {
  type Delen,
  type Doel,
  type Evaluatie,
  geplandeEvaluatie,
  laatsteGehouden,
  type Zorgplan,
  type ZorgplanInhoud,
} from './zorgplan.ts';
import { doorOf, toonPlan } from './zorgplan-actions.ts';
import { planForm, wrongOf } from './zorgplan-form.ts';
import type { Bewaard, ZorgplanFormulier, ZorgplanFormulierView } from './zorgplan-view.ts';
import { planGezien } from './zorgplan-views.ts';

/** Most characters of what is said about one goal, and of one evaluation. */
const NOTA_MAX = 500;
const VERSLAG_MAX = 3000;

const today = ({ region, now }: Seen) => dateIn(region.tijdzone, now);

/** What is wrong with the day of an evaluation that is still to come. */
function dagError(seen: Seen, typed: string): string | null {
  if (!isDate(typed)) return 'Kies een dag.';
  const { region, holidays } = seen;
  if (typed <= today(seen)) return 'Kies een dag na vandaag.';
  if (typed > Temporal.PlainDate.from(today(seen)).add({ years: 1 }).toString())
    return 'Dat is meer dan een jaar vooruit: kies een dag die dichterbij ligt.';
  if (isWerkdag(region, holidays, typed)) return null;
  return `Dat is geen werkdag. De eerste daarna is ${inWoorden(werkdag(region, holidays, typed, 'erna'))}.`;
}

const inWoorden = (date: string) =>
  Temporal.PlainDate.from(date).toLocaleString('nl-BE', { weekday: 'long', day: 'numeric', month: 'long' });

/** The last day that is not late for an evaluation: twice the region's term after `vanaf` (ISO date). */
const tweeTermijnen = ({ region }: Seen, vanaf: string): string =>
  Temporal.PlainDate.from(vanaf).add(region.termijnen.evaluatie).add(region.termijnen.evaluatie).toString();

/** The same for the next one after `vanaf`: further away is putting it off, and that has a form of its own with a reason [Z2]. */
function volgendeError(seen: Seen, typed: string, vanaf = today(seen)): string | null {
  const latest = tweeTermijnen(seen, vanaf);
  return (
    dagError(seen, typed) ??
    (typed > latest
      ? `Dat is meer dan twee keer de gewone termijn: kies een dag tot en met ${inWoorden(latest)}. Later kan daarna met “Verzetten”, met de reden.`
      : null)
  );
}

/** The day from which the next is counted when one is skipped: the day it was to be, or today when that is past. */
const naOverslaan = (seen: Seen, { datum }: Evaluatie): string => (datum > today(seen) ? datum : today(seen));

/** Subject: `<casus>[/<evaluatie>]`; without one the evaluation that is to come. */
export const zorgplanEvaluatie: Handler = (context) =>
  read(context, 'zorgplan.evaluatie', (seen) => {
    const [, id] = context.subject.split('/');
    const gezien = planGezien(seen);
    if (!gezien) return refuse({ kind: 'geen_zorgplan' });
    const wanted = id ?? geplandeEvaluatie(gezien.plan.inhoud)?.id ?? '';
    const view = zorgplanEvaluatieView(gezien, wanted, null);
    return view ? { kind: 'answer', view } : refuse({ kind: 'evaluatie_voorbij' });
  });

/** What opens a form about the plan: it is refused now when it would be refused after typing. */
const opens =
  (
    action: 'zorgplan.vastleggen' | 'zorgplan.overstappen' | 'zorgplan.delen',
    formulier: ZorgplanFormulier,
    more: (seen: Seen, plan: Zorgplan) => Partial<ZorgplanFormulierView> | Outcome,
  ): Handler =>
  (context) =>
    read(context, action, (seen) => {
      const refusal = planRefusal(seen);
      if (refusal || !seen.zorgplan) return refuse(refusal ?? { kind: 'geen_zorgplan' });
      const made = more(seen, seen.zorgplan);
      return 'kind' in made ? made : planForm(seen, formulier, seen.casus.id, made);
    });

export const zorgplanVastleggen = opens('zorgplan.vastleggen', 'vastleggen', (seen, { inhoud }) => {
  const missing = onaf(inhoud);
  return missing.length > 0
    ? refuse({ kind: 'zorgplan_onaf', ontbreekt: missing })
    : { ontbreekt: ontbreekt(inhoud), values: { datum: voorstelDatum(seen, today(seen)) } };
});

export const zorgplanOverstappen = opens('zorgplan.overstappen', 'overstappen', () => ({}));

export const zorgplanDelen = opens('zorgplan.delen', 'delen', (_, { inhoud }) => ({ values: { delen: inhoud.delen } }));

/** What a form comes to: what is wrong by field, and the decision when nothing is. */
type Filled = { errors: Record<string, string | null>; decide: () => Decision };

/** Keeps a form about the plan or one evaluation: with mistakes it comes back, otherwise the decision is taken. */
const saves =
  (
    action: Parameters<typeof deciding>[1],
    formulier: ZorgplanFormulier,
    wat: Exclude<Bewaard['wat'], 'onderdeel'>,
    fill: (seen: Seen, values: Values, context: Context) => Filled,
    welke: (inhoud: ZorgplanInhoud) => Evaluatie | undefined = geplandeEvaluatie,
  ): Handler =>
  async (context) => {
    const { subject, values } = context;
    const [casusId = '', id = ''] = subject.split('/');
    return deciding(
      context,
      action,
      casusId,
      (seen) => {
        const refusal = planRefusal(seen);
        if (refusal) return { refusal };
        // An evaluation that was held meanwhile is said before what is wrong with the form about it.
        if (id !== '' && seen.zorgplan && welke(seen.zorgplan.inhoud)?.id !== id)
          return { refusal: { kind: 'evaluatie_voorbij' } };
        const { errors, decide } = fill(seen, values, context);
        const wrong = wrongOf(errors);
        if (Object.keys(wrong).length === 0) return decide();
        return { toon: planForm(seen, formulier, subject, { ...extra(seen, formulier), values, errors: wrong }) };
      },
      (seen) => toonPlan(seen, { wat }),
    );
  };

/** What a form shows besides its values. */
function extra(seen: Seen, formulier: ZorgplanFormulier): Partial<ZorgplanFormulierView> {
  const inhoud = seen.zorgplan?.inhoud;
  if (!inhoud) return {};
  if (formulier === 'vastleggen') return { ontbreekt: ontbreekt(inhoud) };
  const about = formulier === 'verbeteren' ? laatsteGehouden(inhoud) : geplandeEvaluatie(inhoud);
  if (!about || (formulier !== 'evaluatie' && formulier !== 'verbeteren')) return {};
  const doelen = formulier === 'verbeteren' ? metScore(inhoud, about) : inhoud.doelen;
  return { doelen: doelen.map((d) => ({ ...d, vorige: vorigeScore(inhoud, d.id, about.id) })) };
}

export const vastleggenBewaren = saves(
  'zorgplan.vastleggen_bewaren',
  'vastleggen',
  'vastgelegd',
  (seen, values, context) => {
    const datum = textIn(values, 'datum');
    return {
      errors: { datum: volgendeError(seen, datum) },
      decide: () => vastleggen(seen, datum, doorOf(context)),
    };
  },
);

export const overstapBewaren = saves(
  'zorgplan.overstap_bewaren',
  'overstappen',
  'overgestapt',
  (seen, values, context) => {
    const [naar, reden] = [textIn(values, 'plan'), textIn(values, 'reden')];
    return {
      errors: { plan: isPlanLetter(naar) ? null : 'Kies een plan.', reden: textError(reden, true) },
      decide: () => overstappen(seen, isPlanLetter(naar) ? naar : 'a', reden, doorOf(context)),
    };
  },
);

const isDelen = oneOf<Delen>('niet', 'lezen', 'aanvullen');

export const delenBewaren = saves('zorgplan.delen_bewaren', 'delen', 'gedeeld', (seen, values, context) => {
  const wat = textIn(values, 'delen');
  return {
    errors: { delen: isDelen(wat) ? null : 'Kies wat de tafel mag.' },
    decide: () => delen(seen, isDelen(wat) ? wat : 'niet', doorOf(context)),
  };
});

/** What opens a form about one evaluation, usually the one that is to come. Subject: `<casus>/<evaluatie>`. */
const opensEvaluatie =
  (
    action: 'zorgplan.evalueren' | 'zorgplan.verbeteren' | 'zorgplan.verzetten' | 'zorgplan.overslaan',
    formulier: ZorgplanFormulier,
    values: (seen: Seen, evaluatie: Evaluatie) => Values,
    welke: (inhoud: ZorgplanInhoud) => Evaluatie | undefined = geplandeEvaluatie,
  ): Handler =>
  (context) =>
    read(context, action, (seen) => {
      const refusal = planRefusal(seen);
      if (refusal || !seen.zorgplan) return refuse(refusal ?? { kind: 'geen_zorgplan' });
      const [, id] = context.subject.split('/');
      const next = welke(seen.zorgplan.inhoud);
      if (!next || (id !== undefined && next.id !== id)) return refuse({ kind: 'evaluatie_voorbij' });
      const more = { ...extra(seen, formulier), values: values(seen, next) };
      return planForm(seen, formulier, `${seen.casus.id}/${next.id}`, more);
    });

export const zorgplanEvalueren = opensEvaluatie('zorgplan.evalueren', 'evaluatie', (seen) => ({
  gehouden_op: today(seen),
  plan: seen.zorgplan?.inhoud.actief ?? 'a',
  volgende: voorstelDatum(seen, today(seen)),
}));

export const zorgplanVerbeteren = opensEvaluatie(
  'zorgplan.verbeteren',
  'verbeteren',
  (_, { datum, scores, notas, nota, zonderGezin }) => ({
    gehouden_op: datum,
    ...Object.fromEntries(Object.entries(scores).map(([id, score]) => [`score_${id}`, `${score}`])),
    ...Object.fromEntries(Object.entries(notas).map(([id, said]) => [`nota_${id}`, said])),
    nota,
    gezin: zonderGezin === null ? 'ja' : 'nee',
    zonder_gezin: zonderGezin ?? '',
  }),
  laatsteGehouden,
);

export const zorgplanVerzetten = opensEvaluatie('zorgplan.verzetten', 'verzetten', (_, { datum }) => ({ datum }));

export const zorgplanOverslaan = opensEvaluatie('zorgplan.overslaan', 'overslaan', (seen, evaluatie) => ({
  volgende: voorstelDatum(seen, naOverslaan(seen, evaluatie)),
}));

export const verzettingBewaren = saves(
  'zorgplan.verzetting_bewaren',
  'verzetten',
  'verzet',
  (seen, values, context) => {
    const [datum, reden] = [textIn(values, 'datum'), textIn(values, 'reden')];
    const wrong = dagError(seen, datum);
    return {
      errors: {
        datum: wrong,
        reden: textError(reden, false) ?? (wrong === null && reden === '' ? zonderReden(seen, datum) : null),
      },
      decide: () => verzetten(seen, idIn(context), datum, reden, doorOf(context)),
    };
  },
);

export const overslaanBewaren = saves(
  'zorgplan.overslaan_bewaren',
  'overslaan',
  'overgeslagen',
  (seen, values, context) => {
    const [reden, next] = [textIn(values, 'reden'), textIn(values, 'volgende')];
    const skipped = seen.zorgplan && geplandeEvaluatie(seen.zorgplan.inhoud);
    const vanaf = skipped ? naOverslaan(seen, skipped) : today(seen);
    return {
      errors: { reden: textError(reden, true), volgende: volgendeError(seen, next, vanaf) },
      decide: () => overslaan(seen, idIn(context), reden, next, doorOf(context)),
    };
  },
);

const idIn = (context: Context) => context.subject.split('/')[1] ?? '';

/** Goals of the plan that got a score in an evaluation. */
const metScore = ({ doelen }: ZorgplanInhoud, { scores }: Evaluatie) =>
  doelen.filter((d) => scores[d.id] !== undefined);

/** What was written down of an evaluation that was held: what is wrong with it, and what it says. */
function verslagIn(seen: Seen, values: Values, doelen: readonly Doel[], voor: string) {
  const text = (id: string) => textIn(values, id);
  const score = (id: string) => (/^([1-9]|10)$/.test(text(`score_${id}`)) ? Number(text(`score_${id}`)) : null);
  const gezin = text('gezin');
  return {
    errors: {
      gehouden_op: heldError(seen, text('gehouden_op'), voor),
      ...Object.fromEntries(
        doelen.flatMap(({ id }) => [
          [`score_${id}`, score(id) === null ? 'Geef een score van 1 tot 10.' : null],
          [`nota_${id}`, textError(text(`nota_${id}`), false, NOTA_MAX)],
        ]),
      ),
      nota: textError(text('nota'), true, VERSLAG_MAX),
      gezin: gezin === 'ja' || gezin === 'nee' ? null : 'Was er iemand van het gezin of het netwerk bij?',
      zonder_gezin: textError(text('zonder_gezin'), gezin === 'nee'),
    },
    verslag: {
      datum: text('gehouden_op'),
      scores: Object.fromEntries(doelen.map(({ id }) => [id, score(id) ?? 1])),
      notas: Object.fromEntries(
        doelen.flatMap(({ id }) => (text(`nota_${id}`) === '' ? [] : [[id, text(`nota_${id}`)]])),
      ),
      nota: text('nota'),
      zonderGezin: gezin === 'nee' ? text('zonder_gezin') : null,
    },
  };
}

export const evaluatieBewaren = saves(
  'zorgplan.evaluatie_bewaren',
  'evaluatie',
  'evaluatie',
  (seen, values, context) => {
    const inhoud = seen.zorgplan?.inhoud;
    const { errors, verslag } = verslagIn(seen, values, inhoud?.doelen ?? [], idIn(context));
    const [plan, reden, next] = [textIn(values, 'plan'), textIn(values, 'overstap_reden'), textIn(values, 'volgende')];
    return {
      errors: {
        ...errors,
        plan: isPlanLetter(plan) ? null : 'Kies het plan dat jullie nu volgen.',
        overstap_reden: textError(reden, isPlanLetter(plan) && plan !== inhoud?.actief),
        volgende: volgendeError(seen, next),
      },
      decide: () =>
        evalueren(
          seen,
          idIn(context),
          { ...verslag, actief: isPlanLetter(plan) ? plan : 'a', reden, volgende: next },
          doorOf(context),
        ),
    };
  },
);

export const verbeteringBewaren = saves(
  'zorgplan.verbetering_bewaren',
  'verbeteren',
  'verbeterd',
  (seen, values, context) => {
    const inhoud = seen.zorgplan?.inhoud;
    const held = inhoud && laatsteGehouden(inhoud);
    const { errors, verslag } = verslagIn(seen, values, held ? metScore(inhoud, held) : [], idIn(context));
    return { errors, decide: () => evaluatieVerbeteren(seen, idIn(context), verslag, doorOf(context)) };
  },
  laatsteGehouden,
);

/**
 * Later than the region's term after the day it should have been needs a reason: counted from the evaluation before,
 * so that putting it off again and again does too [Z2].
 */
function zonderReden(seen: Seen, datum: string): string | null {
  const inhoud = seen.zorgplan?.inhoud;
  if (!inhoud?.vastgelegd) return null;
  const before = inhoud.evaluaties.findLast((e) => e.stand !== 'gepland')?.datum;
  return datum > tweeTermijnen(seen, before ?? dateIn(seen.region.tijdzone, inhoud.vastgelegd.op))
    ? 'Dat is meer dan twee keer de gewone termijn na de vorige: schrijf kort waarom.'
    : null;
}

/** The day it was held: today or before, and not before the one before it. */
function heldError(seen: Seen, typed: string, voor: string): string | null {
  if (!isDate(typed)) return 'Kies de dag waarop de evaluatie was.';
  if (typed > today(seen)) return 'Die dag moet nog komen: kies vandaag of vroeger.';
  const previous = seen.zorgplan?.inhoud.evaluaties.findLast((e) => e.stand === 'gehouden' && e.id !== voor)?.datum;
  if (previous !== undefined && typed < previous) return 'Dat is voor de vorige evaluatie: kies een latere dag.';
  const since = seen.zorgplan?.inhoud.vastgelegd?.op;
  return since && typed < dateIn(seen.region.tijdzone, since) ? 'Toen was het plan nog niet vastgelegd.' : null;
}
