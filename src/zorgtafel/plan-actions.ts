import type { Draft } from '../aanmelding/draft.ts';
import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import { textIn } from '../casus/casus-form.ts';
import type { Seen } from '../casus/see.ts';
import { deciding, reading } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { isBefore } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { maakVan, poolVan } from './context-tafel.ts';
import { magPlannen } from './mag-plannen.ts';
import { beginWaarden, checkPlan, planKeuzes, planMeldingen, planOverzicht, toPlan } from './plan-formulier.ts';
import { NAKIJKEN, planVelden } from './plan-velden.ts';
import { plannen } from './plannen.ts';

/** How long a form in the making is kept. */
const DRAFT_HOURS = 48;

const formOf = (casusId: string): Draft['form'] => `zorgtafel:${casusId}`;

/** *Zorgtafel plannen*: the form, as it was left or filled in with what is known [A9]. Subject: the case. */
export const zorgtafelPlannen: Handler = async (context) => {
  const { world, person, now } = context;
  const [casusId = ''] = context.subject.split('/');
  const casus = await world.store.casusById(casusId);
  return reading(context, 'zorgtafel.plannen', casus, casusId, async (seen) => {
    const refusal = magPlannen(seen);
    if (refusal) return refuse(refusal);
    const left = await world.store.draft(person.id, formOf(casusId));
    const draft: Draft = left ?? {
      id: world.ids.next(),
      personId: person.id,
      form: formOf(casusId),
      page: 1,
      values: beginWaarden(seen, seen.zorgtafels.at(-1) ?? null),
      casusId,
      expires: now.add({ hours: DRAFT_HOURS }),
    };
    if (!left) await world.store.commit({ draft: { save: draft }, audit: [] });
    return page(seen, draft, draft.page, {}, left !== null);
  });
};

function page(seen: Seen, draft: Draft, pagina: number, errors: FieldErrors, hervat = false): Outcome {
  return {
    kind: 'form',
    view: {
      view: 'tafel_plan',
      draftId: draft.id,
      referentie: seen.casus.referentie,
      zone: seen.region.tijdzone,
      pagina,
      paginas: NAKIJKEN,
      keuzes: planKeuzes(seen),
      values: draft.values,
      errors,
      meldingen: [
        ...(hervat
          ? [{ regel: 'T1', ernst: 'info' as const, tekst: 'Je was hier al mee bezig: wat je invulde, staat er nog.' }]
          : []),
        ...planMeldingen(pagina, draft.values, seen),
      ],
      overzicht: pagina === NAKIJKEN ? planOverzicht(draft.values, seen) : [],
    },
  };
}

/** The draft a button is about, if it is this person's and still there. Subject: `<draft>/<page>`. */
async function draftOf(context: Context): Promise<{ draft: Draft; casusId: string; pagina: number } | null> {
  const [id = '', at = ''] = context.subject.split('/');
  const draft = await context.world.store.draftById(id);
  if (!draft || draft.casusId === null || draft.form !== formOf(draft.casusId)) return null;
  if (draft.personId !== context.person.id || isBefore(draft.expires, context.now)) return null;
  const wanted = Number(at);
  const pagina = Number.isInteger(wanted) && wanted >= 1 && wanted <= NAKIJKEN ? wanted : draft.page;
  return { draft, casusId: draft.casusId, pagina };
}

/** What was typed on one page, over what was known: a field that was emptied is empty. */
function merged(known: Values, typed: Values, ids: readonly string[]): Values {
  const values = { ...known };
  for (const id of ids) {
    const value = typed[id];
    if (value === undefined || value.length === 0) delete values[id];
    else values[id] = typeof value === 'string' ? value.trim() : value;
  }
  return values;
}

async function keep(context: Context, draft: Draft, ids: readonly string[], next: number): Promise<Draft> {
  const saved: Draft = {
    ...draft,
    page: next,
    values: withoutRijksregisternummers(merged(draft.values, context.values, ids)),
    expires: context.now.add({ hours: DRAFT_HOURS }),
  };
  await context.world.store.commit({ draft: { save: saved }, audit: [] });
  return saved;
}

const idsOf = (seen: Seen, pagina: number) => planVelden(pagina, planKeuzes(seen)).map((v) => v.id);

/** Typing goes on: keep it, show nothing. */
export const planBewaren: Handler = async (context) => {
  const found = await draftOf(context);
  // Which fields a page has is not looked up while somebody types: what came is what there is.
  if (found) await keep(context, found.draft, Object.keys(context.values), found.pagina);
  return { kind: 'nothing' };
};

async function turn(
  context: Context,
  action: 'zorgtafel.verder' | 'zorgtafel.terug',
  to: (seen: Seen, draft: Draft, pagina: number) => Promise<Outcome>,
): Promise<Outcome> {
  const found = await draftOf(context);
  if (!found) return refuse({ kind: 'concept_verlopen' });
  const casus = await context.world.store.casusById(found.casusId);
  return reading(context, action, casus, found.casusId, (seen) => to(seen, found.draft, found.pagina));
}

export const planVerder: Handler = (context) =>
  turn(context, 'zorgtafel.verder', async (seen, draft, pagina) => {
    const ids = idsOf(seen, pagina);
    const errors = checkPlan(pagina, merged(draft.values, context.values, ids), seen);
    const next = Object.keys(errors).length > 0 ? pagina : Math.min(pagina + 1, NAKIJKEN);
    return page(seen, await keep(context, draft, ids, next), next, errors);
  });

export const planTerug: Handler = (context) =>
  turn(context, 'zorgtafel.terug', async (seen, draft, pagina) => {
    const back = Math.max(1, pagina - 1);
    return page(seen, await keep(context, draft, idsOf(seen, pagina), back), back, {});
  });

/** *Uitnodigingen versturen*: from here on people are asked, and the 48 hours run [T1]. */
export const planVersturen: Handler = async (context) => {
  const found = await draftOf(context);
  if (!found) return refuse({ kind: 'concept_verlopen' });
  const { draft, casusId } = found;
  const pool = await poolVan(context, casusId);
  const casus = await context.world.store.casusById(casusId);
  const { region } = casus
    ? { region: context.world.store.directory().regions.get(casus.regio) }
    : { region: undefined };
  if (!casus || !region) return refuse({ kind: 'niet_gevonden' });
  let wrong: { pagina: number; errors: FieldErrors } | null = null;
  const outcome = await deciding(
    context,
    'zorgtafel.versturen',
    casusId,
    (seen) => {
      for (let pagina = 1; pagina < NAKIJKEN; pagina++) {
        const errors = checkPlan(pagina, draft.values, seen);
        if (Object.keys(errors).length > 0) {
          wrong = { pagina, errors };
          return { refusal: { kind: 'zorgtafel_moment_voorbij' } };
        }
      }
      const plan = toPlan(draft.values, seen);
      return plan
        ? plannen(seen, context.person.id, plan, pool, maakVan(context), context.now)
        : { refusal: { kind: 'concept_verlopen' } };
    },
    (seen) => ({
      kind: 'answer',
      view: {
        view: 'tafel_bewaard',
        wat: 'gepland',
        casusId,
        tafelId: seen.zorgtafels.at(-1)?.id ?? '',
        referentie: seen.casus.referentie,
        zone: seen.region.tijdzone,
        voor: [],
        mag: ['zorgtafel.tonen'],
      },
    }),
    { remove: draft.id },
  );
  // A moment went by while the form lay open: back to the page, with what is wrong.
  return wrong === null ? outcome : back(context, draft, wrong);
};

async function back(
  context: Context,
  draft: Draft,
  { pagina, errors }: { pagina: number; errors: FieldErrors },
): Promise<Outcome> {
  const casus = await context.world.store.casusById(draft.casusId ?? '');
  return reading(
    { ...context, intent: { ...context.intent, delivery: `${context.intent.delivery}+` } },
    'zorgtafel.versturen',
    casus,
    textIn({ id: draft.casusId ?? '' }, 'id'),
    (seen) => page(seen, draft, pagina, errors),
  );
}
