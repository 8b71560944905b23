import type { Draft } from '../aanmelding/draft.ts';
import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import { textError, textIn } from '../casus/casus-form.ts';
import { ended } from '../casus/ended.ts';
import { type Seen, see } from '../casus/see.ts';
import { read } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { dateIn, isBefore, isDate } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { aanvragen } from './aanvragen.ts';
import { leesBedrag } from './bedrag.ts';
import { alsBesluit, beslissen, kasVan } from './beslissen.ts';
import { type Categorie, categorieen } from './boeking.ts';
import { type Kas, past, verblijfPlafond, vrij } from './kas.ts';
import { eindeVan, naEinde } from './klokken.ts';
import { beslissers } from './mandaat.ts';
import { toAanvraag } from './rugzak-actions.ts';
import { terBeslissing } from './rugzak-berichten.ts';
import { hoofd, vandaag } from './rugzak-views.ts';

/** How long a request in the making is kept. */
const DRAFT_HOURS = 48;
/** Longest period help is asked for at once: the rugzak itself is shorter. */
const MOST_MONTHS = 12;
/** How long before it was reported help may have started. */
const MONTHS_BEFORE = 1;

/** Fields by page; the third page shows what it comes to. */
const pages: Record<1 | 2, readonly string[]> = {
  1: ['categorie', 'doel', 'aanbieder', 'bedrag'],
  2: ['van', 'tot', 'waarom_niet_regulier'],
};

const isCategorie = (text: string): text is Categorie => (categorieen as readonly string[]).includes(text);

/** What is wrong on a page, by field id. */
function errorsOn(pagina: 1 | 2, values: Values, seen: Seen): FieldErrors {
  const at = (id: string) => textIn(values, id);
  const found: Record<string, string | null> =
    pagina === 1
      ? {
          categorie: isCategorie(at('categorie')) ? null : 'Kies waarvoor de middelen dienen.',
          doel: textError(at('doel'), true),
          aanbieder: textError(at('aanbieder'), true),
          bedrag: amountError(at('bedrag')),
        }
      : {
          ...periodErrors(at('van'), at('tot'), seen),
          waarom_niet_regulier: textError(at('waarom_niet_regulier'), true),
        };
  return Object.fromEntries(Object.entries(found).filter((e): e is [string, string] => e[1] !== null));
}

const amountError = (typed: string): string | null => {
  const read = leesBedrag(typed);
  return 'fout' in read ? read.fout : null;
};

function periodErrors(van: string, tot: string, seen: Seen): Record<string, string | null> {
  const begin = isDate(van) ? beginError(van, seen) : 'Kies de eerste dag van de hulp.';
  if (!isDate(tot)) return { van: begin, tot: 'Kies de laatste dag van de hulp.' };
  if (begin) return { van: begin, tot: null };
  if (tot < van) return { van: null, tot: 'De laatste dag ligt voor de eerste. Kijk de datums na.' };
  const most = Temporal.PlainDate.from(van).add({ months: MOST_MONTHS }).toString();
  return { van: null, tot: tot > most ? 'Dit is langer dan een jaar. Kijk het jaartal na.' : null };
}

/** Help starts around the case, not in another year by a typing error: its year says whose budget it weighs on [B8]. */
function beginError(van: string, seen: Seen): string | null {
  const reported = Temporal.PlainDate.from(dateIn(seen.region.tijdzone, seen.casus.aangemeldOp));
  if (van < reported.subtract({ months: MONTHS_BEFORE }).toString())
    return 'Dit is meer dan een maand voor de aanmelding. Kijk het jaartal na.';
  const latest = Temporal.PlainDate.from(vandaag(seen)).add({ months: MOST_MONTHS }).toString();
  return van > latest ? 'Dit is meer dan een jaar vooruit. Kijk het jaartal na.' : null;
}

/** Why nothing can be asked for now: said before somebody types. */
const cannotAsk = ({ casus }: Seen): Refusal | null =>
  ended(casus) ?? (casus.stand === 'aangemeld' ? { kind: 'rugzak_eerst_opnemen' } : null);

/** Subject: `<case>`. Goes on with the request in the making for this case, if there is one. */
export const rugzakAanvragen: Handler = (context) =>
  read(context, 'rugzak.aanvragen', async (seen) => {
    const no = cannotAsk(seen);
    if (no) return refuse(no);
    const { world, person } = context;
    const left = await world.store.draft(person.id, `rugzak:${seen.casus.id}`);
    const draft: Draft =
      left?.casusId === seen.casus.id
        ? left
        : {
            id: world.ids.next(),
            personId: person.id,
            form: `rugzak:${seen.casus.id}`,
            page: 1,
            values: {},
            casusId: seen.casus.id,
            expires: context.now.add({ hours: DRAFT_HOURS }),
          };
    if (draft !== left) await world.store.commit({ draft: { save: draft }, audit: [] });
    return page(context, seen, draft, draft.page, {});
  });

/** The request in the making a button is about, when it is this person's and still there. */
async function mine({ world, subject, person, now }: Context): Promise<(Draft & { casusId: string }) | null> {
  const draft = await world.store.draftById(subject.split('/')[0] ?? '');
  if (!draft?.form.startsWith('rugzak:') || draft.personId !== person.id || isBefore(draft.expires, now)) return null;
  const { casusId } = draft;
  return casusId === null ? null : { ...draft, casusId };
}

const pageNumber = (text: string): number | null => {
  const at = ['1', '2', '3'].indexOf(text);
  return at < 0 ? null : at + 1;
};

/** The same with its case, for who may. Subject: `<draft>/<page>`. */
async function about(
  context: Context,
  action: 'rugzak.verder' | 'rugzak.terug' | 'rugzak.versturen',
  show: (seen: Seen, draft: Draft, pagina: number) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const [, at = ''] = context.subject.split('/');
  const draft = await mine(context);
  if (!draft) return refuse({ kind: 'aanvraag_concept_weg' });
  const pagina = pageNumber(at) ?? draft.page;
  return read({ ...context, subject: draft.casusId }, action, (seen) => {
    const no = cannotAsk(seen);
    return no ? refuse(no) : show(seen, draft, pagina);
  });
}

/** Typing goes on: keep it, show nothing. */
export const rugzakBewaren: Handler = async (context) => {
  const [, at = ''] = context.subject.split('/');
  const draft = await mine(context);
  const pagina = pageNumber(at);
  if (draft && pagina !== null && pagina < 3) await keep(context, draft, pagina, pagina);
  return { kind: 'nothing' };
};

export const rugzakVerder: Handler = (context) =>
  about(context, 'rugzak.verder', async (seen, draft, pagina) => {
    if (pagina !== 1 && pagina !== 2) return page(context, seen, draft, 3, {});
    const kept = await keep(context, draft, pagina, pagina);
    // As it was typed: what is kept lacks a number that does not belong here, and that has to be said [S10].
    const errors = errorsOn(pagina, merged(context, draft, pagina), seen);
    if (Object.keys(errors).length > 0) return page(context, seen, kept, pagina, errors);
    return page(context, seen, await keep(context, kept, pagina, pagina + 1), pagina + 1, {});
  });

export const rugzakTerug: Handler = (context) =>
  about(context, 'rugzak.terug', async (seen, draft, pagina) => {
    const kept = await keep(context, draft, pagina, Math.max(1, pagina - 1));
    return page(context, seen, kept, kept.page, {});
  });

export const rugzakVersturen: Handler = async (context) => {
  const draft = await mine(context);
  if (!draft) return sentBefore(context);
  const { world, person, now } = context;
  const casus = await world.store.casusById(draft.casusId);
  const seenNow = casus && (await see(world, casus, person.id, now));
  const wrong = seenNow && ([1, 2] as const).find((p) => Object.keys(errorsOn(p, draft.values, seenNow)).length > 0);
  if (wrong)
    return about(context, 'rugzak.versturen', (seen) =>
      page(context, seen, draft, wrong, errorsOn(wrong, draft.values, seen)),
    );
  // The id of the request is that of its draft: sent twice, it is there once.
  const { id } = draft;
  return beslissen(
    { ...context, subject: draft.casusId },
    'rugzak.versturen',
    (kas, seen, daad) => {
      const no = cannotAsk(seen);
      if (no) return { refusal: no };
      if (kas.rugzak.aanvragen.some((a) => a.id === id))
        return { refusal: { kind: 'al_aangevraagd', subject: `${seen.casus.id}/${id}` } };
      const asked = alsAanvraag(draft);
      if (!asked) return { refusal: { kind: 'aanvraag_concept_weg' } };
      const berichten = terBeslissing(id, asked.cents, seen, daad);
      return alsBesluit(aanvragen(kas, asked, daad), 'rugzak_aangevraagd', asked.doel, berichten);
    },
    toAanvraag(context, id),
    { remove: id },
  );
};

/** Sent a second time: whoever may see the case reads that the request is there. Subject: `<draft>/3/<case>`. */
async function sentBefore(context: Context): Promise<Outcome> {
  const [id = '', , casusId = ''] = context.subject.split('/');
  const known = await context.world.store.rugzak(casusId);
  if (!known?.aanvragen.some((a) => a.id === id)) return refuse({ kind: 'aanvraag_concept_weg' });
  const subject = `${casusId}/${id}`;
  return read({ ...context, subject }, 'rugzak.aanvraag', () => refuse({ kind: 'al_aangevraagd', subject }));
}

/** What was filled in, as a request; null: something is missing. */
function alsAanvraag({ id, values }: Draft) {
  const at = (field: string) => textIn(values, field);
  const [categorie, amount] = [at('categorie'), leesBedrag(at('bedrag'))];
  if (!isCategorie(categorie) || 'fout' in amount || !isDate(at('van')) || !isDate(at('tot'))) return null;
  return {
    id,
    categorie,
    doel: at('doel'),
    aanbieder: at('aanbieder'),
    cents: amount.cents,
    van: at('van'),
    tot: at('tot'),
    waaromNietRegulier: at('waarom_niet_regulier'),
  };
}

/** What was typed on one page, over what was known. */
function merged(context: Context, draft: Draft, at: number): Values {
  const typed = at === 1 || at === 2 ? pages[at] : [];
  const values = { ...draft.values };
  for (const id of typed) {
    // A choice that was not touched is not sent along.
    if (context.values[id] === undefined) continue;
    const value = textIn(context.values, id);
    if (value === '') delete values[id];
    else values[id] = value;
  }
  return values;
}

async function keep(context: Context, draft: Draft, at: number, next: number): Promise<Draft> {
  const saved: Draft = {
    ...draft,
    page: next,
    values: withoutRijksregisternummers(merged(context, draft, at)),
    expires: context.now.add({ hours: DRAFT_HOURS }),
  };
  await context.world.store.commit({ draft: { save: saved }, audit: [] });
  return saved;
}

async function page(context: Context, seen: Seen, draft: Draft, pagina: number, errors: FieldErrors): Promise<Outcome> {
  const kas = await kasVan(context.world.store, seen);
  const { casusId, referentie } = hoofd(seen);
  const asked = pagina > 2 ? alsAanvraag(draft) : null;
  if (asked) return { kind: 'form', view: controle(kas, seen, draft.id, asked, context.person.id) };
  return {
    kind: 'form',
    view: {
      view: 'rugzak_pagina',
      draftId: draft.id,
      casusId,
      referentie,
      pagina: pagina === 2 ? 2 : 1,
      vrij: vrij(kas),
      values: draft.values,
      errors,
    },
  };
}

/** What it does to the caps and the term, had it been approved [B1, B2]. */
function controle(
  kas: Kas,
  seen: Seen,
  draftId: string,
  asked: NonNullable<ReturnType<typeof alsAanvraag>>,
  door: string,
) {
  const { id: _, ...content } = asked;
  const { casusId, referentie } = hoofd(seen);
  const today = vandaag(seen);
  const bound = {
    id: '',
    casusId,
    aanvraagId: asked.id,
    factuurId: null,
    van: null,
    naar: 'vastgelegd' as const,
    categorie: asked.categorie,
    cents: asked.cents,
    jaar: Number(asked.van.slice(0, 4)),
    door,
    op: seen.now,
    datum: today,
    corrigeert: null,
  };
  const einde = eindeVan(kas.rugzak);
  return {
    view: 'rugzak_controle' as const,
    draftId,
    casusId,
    referentie,
    ...content,
    maximum: kas.rugzak.beleid.maximum,
    plafond: verblijfPlafond(kas.rugzak.beleid),
    vrij: vrij(kas),
    na: vrij({ ...kas, boekingen: [...kas.boekingen, bound] }),
    tekort: past(kas, [bound]),
    einde,
    naEinde: naEinde(kas, asked),
    beslissers: beslissers(seen.region, seen.directory, asked.cents, door, today).map((p) => p.naam),
  };
}
