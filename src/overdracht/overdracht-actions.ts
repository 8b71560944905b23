import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import { textError, textIn } from '../casus/casus-form.ts';
import { nameOf } from '../casus/casus-views.ts';
import { ATTEMPTS, audit, type Context, directoryOf, type Handler, refuse, refuseNoted } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import type { Region } from '../regio/region.ts';
import { may } from '../toegang/policy.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import type { FieldErrors } from '../view.ts';
import { bewaarNotas, type NieuweNota, saveNotas } from './bewaar-notas.ts';
import { NOTA_MAX, type Nota } from './nota.ts';
import { caseField, isWijzigbaar, magSchrijven, notaFormulier, overdrachtView } from './overdracht-views.ts';
import { regelOf, TERUG_DAGEN } from './te-lezen.ts';

/** Who this person is in a region, for the views. */
const whoIn = (context: Context, region: Region) => ({
  world: context.world,
  region,
  personId: context.person.id,
  now: context.now,
});

/** The region a button names, before a slash when there is one. */
function regionOf(context: Context, code = context.subject): Region | undefined {
  return directoryOf(context).regions.get(code.split('/')[0] ?? '');
}

const refused = (context: Context, region: Region, action: string): Promise<Outcome> =>
  refuseNoted(context, action, region.code, { kind: 'niet_in_permanentie' });

/** The screen of the handover: what to read, what was written. Reading is audited, each case by itself [S13]. */
export const overdrachtTonen: Handler = async (context) => {
  const region = regionOf(context);
  if (!region) return refuse({ kind: 'knop_onbekend' });
  const who = whoIn(context, region);
  if (!magSchrijven(who)) return refused(context, region, 'overdracht.tonen');
  return { kind: 'answer', view: await audited(context, region) };
};

async function audited(context: Context, region: Region) {
  const { world, now } = context;
  const view = await overdrachtView(whoIn(context, region), null);
  const notas = await world.store.notas(region.code, now.subtract({ hours: 24 * TERUG_DAGEN }));
  const shown = [...(view.lezen?.notas ?? []), ...view.eerder, ...view.mijn];
  const cases = new Set<string>();
  for (const { casusId } of notas) {
    const casus = casusId === null || cases.has(casusId) ? null : await world.store.casusById(casusId);
    if (casus && shown.some((r) => r.referentie === casus.referentie && r.tekst !== null)) cases.add(casus.id);
  }
  await world.store.commit({
    audit: [region.code, ...cases].map((waarover) => audit(context, 'overdracht.tonen', waarover)),
  });
  return view;
}

/** Opens the form; `subject` is the region, with a day part behind it where a card asks for it. */
export const overdrachtSchrijven: Handler = async (context) => {
  const region = regionOf(context);
  if (!region) return refuse({ kind: 'knop_onbekend' });
  const who = whoIn(context, region);
  if (!magSchrijven(who)) return refused(context, region, 'overdracht.schrijven');
  return { kind: 'form', view: await notaFormulier(who, {}, {}) };
};

/** What was typed, and what is wrong with it by field. */
function readForm(values: Values): { notas: NieuweNota[]; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const notas: NieuweNota[] = [];
  const take = (field: string, casusId: string | null) => {
    const tekst = textIn(values, field);
    const error = notaFout(tekst, false);
    if (error) errors[field] = error;
    else if (tekst !== '') notas.push({ casusId, tekst });
  };
  take('algemeen', null);
  for (const field of Object.keys(values)) if (field.startsWith(caseField(''))) take(field, field.slice(5));
  const other = textIn(values, 'andere_casus');
  if (other !== '' || textIn(values, 'andere_nota') !== '') {
    if (other === '') errors.andere_casus = 'Kies over welke casus je nota gaat.';
    else if (textIn(values, 'andere_nota') === '') errors.andere_nota = 'Schrijf wat de volgende moet weten.';
    else take('andere_nota', other);
  }
  if (notas.length === 0 && Object.keys(errors).length === 0)
    errors.algemeen = 'Schrijf iets in het algemeen, of bij een casus.';
  return { notas, errors };
}

/** What is wrong with the text of a note. */
export const notaFout = (tekst: string, required: boolean): string | null => textError(tekst, required, NOTA_MAX);

export const overdrachtBewaren: Handler = async (context) => {
  const { world, person, now, values } = context;
  const region = regionOf(context);
  if (!region) return refuse({ kind: 'knop_onbekend' });
  const who = whoIn(context, region);
  if (!magSchrijven(who)) return refused(context, region, 'overdracht.bewaren');
  const { notas, errors } = readForm(values);
  if (Object.keys(errors).length > 0)
    return { kind: 'form', view: await notaFormulier(who, withoutRijksregisternummers(values), errors) };
  for (const { casusId } of notas) {
    const casus = casusId === null ? null : await world.store.casusById(casusId);
    const relations =
      casus && relationsTo(casus, await world.store.termijnen(casus.id), directoryOf(context), person.id, now);
    if (casusId !== null && !(relations && casus?.regio === region.code && may('casus.nota_bewaren', relations)))
      return refuseNoted(context, 'overdracht.bewaren', casusId, { kind: 'niet_gevonden' });
  }
  const result = await bewaarNotas(context, region, notas, 'overdracht.bewaren');
  if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
  return { kind: 'replace', view: await overdrachtView(who, null) };
};

/** A note of this person's own, still to be changed; or why not. */
async function ownNota(context: Context): Promise<{ nota: Nota; region: Region } | { refusal: Outcome }> {
  const nota = await context.world.store.nota(context.subject);
  const region = nota && directoryOf(context).regions.get(nota.regio);
  if (!nota || !region || nota.door !== context.person.id)
    return { refusal: await refuseNoted(context, 'overdracht.wijzigen', context.subject, { kind: 'nota_weg' }) };
  if (isWijzigbaar(nota)) return { nota, region };
  const [reader] = nota.gelezen;
  return {
    refusal: refuse(
      reader ? { kind: 'nota_gelezen', door: nameOf(directoryOf(context), reader.door) } : { kind: 'nota_weg' },
    ),
  };
}

export const overdrachtWijzigen: Handler = async (context) => {
  const own = await ownNota(context);
  return 'refusal' in own ? own.refusal : changing(context, own.nota, own.region, null, {});
};

async function changing(
  context: Context,
  nota: Nota,
  region: Region,
  values: Values | null,
  errors: FieldErrors,
): Promise<Outcome> {
  const { referentie, tekst } = await regelOf(context.world, nota, context.person.id, context.now);
  // Who lost the right to the case does not get its words back in a form [S7].
  if (tekst === null) return refuse({ kind: 'niet_gevonden' });
  return {
    kind: 'form',
    view: {
      ...(await notaFormulier(whoIn(context, region), {}, {})),
      subject: nota.id,
      wijzigt: { referentie },
      casussen: [],
      andere: [],
      values: values ?? { nota: tekst },
      errors,
    },
  };
}

export const overdrachtWijzigingBewaren: Handler = (context) =>
  changingOwn(context, 'nota_gewijzigd', async (nota, region) => {
    const tekst = textIn(context.values, 'nota');
    const error = notaFout(tekst, true);
    if (error) return changing(context, nota, region, withoutRijksregisternummers(context.values), { nota: error });
    return { ...nota, tekst, bewerkt: context.now };
  });

export const overdrachtIntrekken: Handler = (context) =>
  changingOwn(context, 'nota_ingetrokken', async (nota) => ({
    ...nota,
    // Nobody needs it any more.
    tekst: '',
    ingetrokken: context.now,
    open: false,
  }));

/** Changes a note of one's own. Somebody who reads it at the same moment wins: then it is too late. */
async function changingOwn(
  context: Context,
  soort: 'nota_gewijzigd' | 'nota_ingetrokken',
  change: (nota: Nota, region: Region) => Promise<Nota | Outcome>,
): Promise<Outcome> {
  const action = soort === 'nota_gewijzigd' ? 'overdracht.wijziging_bewaren' : 'overdracht.intrekken';
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const own = await ownNota(context);
    if ('refusal' in own) return own.refusal;
    const { nota, region } = own;
    const next = await change(nota, region);
    if ('kind' in next) return next;
    const result = await saveNotas(
      context,
      region,
      [{ next: { ...next, versie: nota.versie + 1 }, was: nota.versie }],
      soort,
      { audit: [audit(context, action, nota.casusId ?? nota.id)] },
    );
    if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
    if (result.kind === 'ok')
      return { kind: 'replace', view: await overdrachtView(whoIn(context, region), nota.dienst) };
  }
  return refuse({ kind: 'storing' });
}
