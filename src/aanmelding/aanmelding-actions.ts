import { kept } from '../casus/casus-form.ts';
import { aanmeldingStatusView } from '../casus/casus-views.ts';
import { ended } from '../casus/ended.ts';
import { see } from '../casus/see.ts';
import { deciding, reading } from '../casus/with-casus.ts';
import {
  audit,
  type Context,
  coordinatorRegions,
  directoryOf,
  type Handler,
  homeRegion,
  outgoing,
  refuse,
} from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { phoneAt } from '../permanentie/on-duty.ts';
import { plannersBehalve } from '../permanentie/planners.ts';
import { routeNow } from '../permanentie/route-of.ts';
import { toewijzing } from '../permanentie/toewijzing.ts';
import { reachableAccount } from '../personen/directory.ts';
import { addTerm } from '../regio/add-term.ts';
import type { Region } from '../regio/region.ts';
import { regionOfMunicipality } from '../regio/region-of.ts';
import { dateIn, isBefore } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { werkOnderwerp } from '../werk/onderwerp.ts';
import type { Ontvangst } from './aanmelding-view.ts';
import { verbeteren } from './bijwerken.ts';
import { checkPage } from './check-page.ts';
import type { Draft } from './draft.ts';
import { type Asker, CHECK_PAGE, choicesOf, fields, fieldsOf, pageTitles, textOf } from './fields.ts';
import { newCasus } from './new-casus.ts';
import { withoutRijksregisternummers } from './rijksregisternummer.ts';
import { toAanmelding, toValues } from './to-aanmelding.ts';
import { triageOfValues } from './triage-of.ts';

/** How long a form in the making is kept. */
const DRAFT_HOURS = 48;

/** The person's own region, and what decides which questions are asked. */
function asking(context: Context): { home: Region; asker: Asker; today: string } | null {
  const directory = directoryOf(context);
  const home = homeRegion(directory, context.person, context.now);
  if (!home) return null;
  const coordinator = coordinatorRegions(directory, context.person.id, context.now).length > 0;
  return {
    home,
    asker: { coordinator, basisvoorziening: context.person.sector === 'basisvoorziening' },
    today: dateIn(home.tijdzone, context.now),
  };
}

/** `/aanmelding`: a new form, or the choice to go on with the one that was left. */
export const aanmeldingStarten: Handler = async (context) => {
  const { world, person } = context;
  const found = asking(context);
  if (!found) return refuse({ kind: 'geen_regio' });
  const left = await world.store.draft(person.id, 'aanmelding');
  if (left && Object.keys(left.values).length > 0) {
    return {
      kind: 'answer',
      view: {
        view: 'aanmelding_hervatten',
        draftId: left.id,
        bewaardTot: left.expires.toString(),
        zone: found.home.tijdzone,
        paginaVan: [left.page, CHECK_PAGE],
      },
    };
  }
  return begin(context, {}, null);
};

/** Throws away what was left and starts again. */
export const aanmeldingOpnieuw: Handler = (context) => begin(context, {}, null);

async function begin(context: Context, values: Values, casusId: string | null): Promise<Outcome> {
  const { world, person, now } = context;
  const draft: Draft = {
    id: world.ids.next(),
    personId: person.id,
    form: casusId ? 'verbetering' : 'aanmelding',
    page: 1,
    values,
    casusId,
    expires: now.add({ hours: DRAFT_HOURS }),
  };
  await world.store.commit({ draft: { save: draft }, audit: [] });
  return page(context, draft, 1, {});
}

/** The draft a button is about, if it is this person's and still there. Subject: `<draft>/<page>`. */
async function draftOf(context: Context): Promise<{ draft: Draft; page: number } | null> {
  const [id = '', at = ''] = context.subject.split('/');
  const draft = await context.world.store.draftById(id);
  if (
    !draft ||
    draft.form.startsWith('rugzak:') ||
    draft.personId !== context.person.id ||
    isBefore(draft.expires, context.now)
  )
    return null;
  const wanted = Number(at);
  return { draft, page: Number.isInteger(wanted) && wanted >= 1 && wanted <= CHECK_PAGE ? wanted : draft.page };
}

export const aanmeldingHervatten: Handler = async (context) => {
  const found = await draftOf(context);
  return found ? page(context, found.draft, found.page, {}) : refuse({ kind: 'concept_verlopen' });
};

/** Typing goes on: keep it, show nothing. What may not be kept [S10] is cut out. */
export const aanmeldingBewaren: Handler = async (context) => {
  const found = await draftOf(context);
  if (found) await keep(context, found.draft, found.page);
  return { kind: 'nothing' };
};

export const aanmeldingVerder: Handler = async (context) => {
  const [found, who] = [await draftOf(context), asking(context)];
  if (!found || !who) return refuse({ kind: 'concept_verlopen' });
  const values = merged(found.draft.values, context.values, found.page, who.asker);
  const errors = checkPage(found.page, values, who.asker, who.today);
  const next = Object.keys(errors).length > 0 ? found.page : Math.min(found.page + 1, CHECK_PAGE);
  const draft = await keep(context, found.draft, found.page, next);
  return page(context, draft, next, errors);
};

export const aanmeldingTerug: Handler = async (context) => {
  const found = await draftOf(context);
  if (!found) return refuse({ kind: 'concept_verlopen' });
  const back = Math.max(1, found.page - 1);
  const draft = await keep(context, found.draft, found.page, back);
  return page(context, draft, back, {});
};

/** What was typed on one page, over what was known: a field that was emptied is empty. */
function merged(known: Values, typed: Values, at: number, asker: Asker): Values {
  const values = { ...known };
  for (const field of fieldsOf(at, asker, { ...known, ...typed })) {
    const value = field.kind === 'choices' ? choicesOf(typed, field.id) : textOf(typed, field.id);
    if (value.length === 0) delete values[field.id];
    else values[field.id] = value;
  }
  return values;
}

async function keep(context: Context, draft: Draft, at: number, next = at): Promise<Draft> {
  const who = asking(context);
  const values = who && at < CHECK_PAGE ? merged(draft.values, context.values, at, who.asker) : draft.values;
  const saved: Draft = {
    ...draft,
    page: next,
    values: withoutRijksregisternummers(values),
    expires: context.now.add({ hours: DRAFT_HOURS }),
  };
  await context.world.store.commit({ draft: { save: saved }, audit: [] });
  return saved;
}

/** One page of the wizard with what the answers so far give reason to say. */
async function page(context: Context, draft: Draft, at: number, errors: FieldErrors): Promise<Outcome> {
  const who = asking(context);
  if (!who) return refuse({ kind: 'geen_regio' });
  const directory = directoryOf(context);
  const meldingen = triageOfValues(saidOn(at, draft.values), directory, who.home, context.person.id, who.today);
  const verbetert = draft.casusId ? ((await context.world.store.casusById(draft.casusId))?.referentie ?? null) : null;
  const common = {
    draftId: draft.id,
    pagina: at,
    paginas: pageTitles.length,
    values: draft.values,
    meldingen,
    verbetert,
  };
  if (at < CHECK_PAGE)
    return { kind: 'form', view: { view: 'aanmelding_pagina', ...common, asker: who.asker, errors } };
  const { region, naar } = destination(context, draft.values, who.home);
  return {
    kind: 'form',
    view: {
      view: 'aanmelding_controle',
      ...common,
      asker: who.asker,
      ontbreekt: missing(draft.values, who),
      naar,
      zone: region.tijdzone,
    },
  };
}

/**
 * The answers the triage of a page speaks about: those just given, and danger always [A6]. The last page says
 * everything once more.
 */
const saidOn = (at: number, values: Values): Values =>
  at === CHECK_PAGE
    ? values
    : Object.fromEntries(
        Object.entries(values).filter(([id]) =>
          fields.some((f) => f.id === id && (id === 'gevaar_nu' || f.page === at || f.page === at - 1)),
        ),
      );

const missing = (values: Values, who: { asker: Asker; today: string }) =>
  [1, 2, 3].flatMap((at) => {
    const errors = checkPage(at, values, who.asker, who.today);
    return fieldsOf(at, who.asker, values)
      .filter((f) => errors[f.id] !== undefined)
      .map((f) => ({ label: f.label, pagina: at }));
  });

/** The region that handles it: of the municipality, else the asker's own [D2, D7]. */
function regionFor(context: Context, values: Values, home: Region): Region {
  const found = regionOfMunicipality(directoryOf(context).regions, textOf(values, 'gemeente'));
  return found.kind === 'regio' ? found.region : home;
}

function destination(context: Context, values: Values, home: Region): { region: Region; naar: Ontvangst | null } {
  const region = regionFor(context, values, home);
  const to = toewijzing(region, directoryOf(context), context.world.holidays, context.now);
  if (!to) return { region, naar: null };
  return {
    region,
    naar: {
      naam: to.persoon.naam,
      telefoon: phoneAt(region, dateIn(region.tijdzone, context.now)),
      nuVanWacht: to.nu !== null,
      vanaf: to.vanaf?.toString() ?? null,
      uiterlijk: endOf(context, region)(region.termijnen.terugkoppeling).toString(),
      inPlaatsVan: to.inPlaatsVan?.naam ?? null,
      bereikbaar: reachableAccount(directoryOf(context), to.persoon.id) !== undefined,
      route: routeNow(region, context.world.holidays, context.now),
    },
  };
}

const endOf = (context: Context, region: Region) => (duration: string) =>
  addTerm(context.now, duration, region.termijnen.rekening, region, context.world.holidays);

/** Sends it: from here on a person waits for an answer, and the clock runs. */
export const aanmeldingVersturen: Handler = async (context) => {
  const { world, person, now } = context;
  const [found, who] = [await draftOf(context), asking(context)];
  if (!found) return alreadySent(context);
  if (!who) return refuse({ kind: 'geen_regio' });
  const { draft } = found;
  if (missing(draft.values, who).length > 0) return page(context, draft, CHECK_PAGE, {});
  const aanmelding = toAanmelding(draft.values);
  if (draft.casusId) return correct(context, draft, draft.casusId);
  const directory = directoryOf(context);
  const region = regionFor(context, draft.values, who.home);
  const to = toewijzing(region, directory, world.holidays, now);
  if (!to) return refuse({ kind: 'geen_regio' });
  // The draft's id becomes the case's: sending twice can never make two cases.
  const made = newCasus({
    ids: { casus: draft.id, termijn: world.ids.next() },
    region,
    aanmelding,
    aanmelder: person.id,
    to,
    planners: plannersBehalve([to.inPlaatsVan?.id ?? null, person.id], directory, region, now).map((p) => p.id),
    now,
    endOf: endOf(context, region),
  });
  const result = await world.store.commit({
    once: context.intent.delivery,
    newCasus: { casus: made.casus, prefix: made.prefix },
    gebeurtenissen: [
      { casusId: draft.id, op: now, soort: 'aangemeld', door: person.id },
      ...(to.inPlaatsVan
        ? [{ casusId: draft.id, op: now, soort: 'niet_bereikt' as const, door: null, betreft: to.inPlaatsVan.id }]
        : []),
    ],
    termijnen: [made.termijn],
    berichten: outgoing(context, draft.id, made.berichten),
    refresh: [made.casus.aanspreekpunt, person.id].map(werkOnderwerp),
    draft: { remove: draft.id },
    audit: [audit(context, 'aanmelding.versturen', draft.id)],
  });
  if (result.kind !== 'ok') return result.kind === 'al_verwerkt' ? { kind: 'nothing' } : alreadySent(context);
  return sent(context, draft.id);
};

/** A second press on *Versturen*: the draft is gone because the case is there. */
async function alreadySent(context: Context): Promise<Outcome> {
  const [id = ''] = context.subject.split('/');
  const casus = await context.world.store.casusById(id);
  return casus && casus.aanmelder === context.person.id ? sent(context, id) : refuse({ kind: 'concept_verlopen' });
}

async function sent(context: Context, casusId: string): Promise<Outcome> {
  const casus = await context.world.store.casusById(casusId);
  const seen = casus && (await see(context.world, casus, context.person.id, context.now));
  if (!seen) return refuse({ kind: 'storing' });
  return { kind: 'answer', view: { view: 'aanmelding_verzonden', status: aanmeldingStatusView(seen) } };
}

async function correct(context: Context, draft: Draft, casusId: string): Promise<Outcome> {
  return deciding(
    context,
    'aanmelding.verbeteren',
    casusId,
    (seen) => verbeteren(seen.casus, context.person.id, toAanmelding(draft.values), context.now),
    // The end of a wizard says so; a short form just closes.
    (seen) => ({ kind: 'answer', view: kept(seen, 'verbetering') }),
    { remove: draft.id },
  );
}

/** Opens the form again with everything that was told, to correct it [A9]. */
export const aanmeldingVerbeteren: Handler = async (context) => {
  const casus = await context.world.store.casusById(context.subject);
  return reading(context, 'aanmelding.verbeteren', casus, context.subject, (seen) => {
    const over = ended(seen.casus);
    return over ? refuse(over) : begin(context, toValues(seen.casus.inhoud.aanmelding), seen.casus.id);
  });
};
