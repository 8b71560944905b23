import { RIJKSREGISTER_GEWEIGERD } from '../aanmelding/check-page.ts';
import { hasRijksregisternummer, withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import type { ActionId } from '../actions.ts';
import { type Context, coordinatorRegions, directoryOf, type Handler, homeRegion, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { toewijzing } from '../permanentie/toewijzing.ts';
import { personsWithRole } from '../personen/directory.ts';
import { dateIn } from '../time.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import type { CasusFormulier, FieldErrors, View } from '../view.ts';
import type { Uitkomst } from './casus.ts';
import {
  aanmeldingStatusView,
  casusKaartView,
  casusRegel,
  casusVerloopView,
  nameOf,
  type Seen,
  VERLOOP_LIMIT,
  vraagView,
} from './casus-views.ts';
import { opnemen } from './opnemen.ts';
import { overdragen } from './overdragen.ts';
import { teruggeven } from './teruggeven.ts';
import { terugkoppelen } from './terugkoppelen.ts';
import { vraagBeantwoorden, vraagStellen } from './vragen.ts';
import { deciding, reading } from './with-casus.ts';

/** Most cases one list shows. */
const LIST_LIMIT = 15;
const NOTA_MAX = 2000;

/** `/casus`: my open cases by deadline, and what waits in my region. */
export const casusLijst: Handler = async (context) => {
  const { world, person, now } = context;
  const directory = directoryOf(context);
  const regions = coordinatorRegions(directory, person.id, now);
  const on = await world.store.casussenVan(person.id, LIST_LIMIT + 1);
  // Who left the team is still written down as contact, and sees nothing of it any more [S7].
  const mijn = on.flatMap(({ casus, termijnen }) => {
    const relations = relationsTo(casus, termijnen, directory, person.id, now);
    const rol = relations.has('aanspreekpunt') ? 'aanspreekpunt' : 'aanmelder';
    return relations.has(rol) ? [{ casus, termijnen, rol } as const] : [];
  });
  const waiting = (await Promise.all(regions.map((r) => world.store.wachtend(r.code, LIST_LIMIT)))).flat();
  const known = new Set(mijn.map((m) => m.casus.id));
  return {
    kind: 'answer',
    view: {
      view: 'casus_lijst',
      zone: homeRegion(directory, person, now)?.tijdzone ?? 'Europe/Brussels',
      mijn: mijn
        .slice(0, LIST_LIMIT)
        .map(({ casus, termijnen, rol }) => casusRegel(casus, termijnen, directory, now, rol)),
      wachtend: await Promise.all(
        waiting
          .filter((c) => !known.has(c.id))
          .slice(0, LIST_LIMIT)
          .map(async (c) => casusRegel(c, await world.store.termijnen(c.id), directory, now, 'wachtend')),
      ),
      meer: on.length > LIST_LIMIT,
    },
  };
};

/** `/casus LIM-2026-0001`: the story of one case, for who is on it. */
export async function casusByReferentie(context: Context, typed: string): Promise<Outcome> {
  const referentie = typed.toUpperCase();
  const casus = REFERENTIE.test(referentie) ? await context.world.store.casusByReferentie(referentie) : null;
  // Only something shaped like a reference goes into the audit log: the rest may be anything.
  const asked = REFERENTIE.test(referentie) ? referentie : 'geen referentie';
  return reading(context, 'casus.verloop', casus, asked, (seen) => verloop(context, seen));
}

/** `LIM-2026-0001` */
export const REFERENTIE = /^[A-Z]{2,5}-\d{4}-\d{4,7}$/;

async function verloop(context: Context, seen: Seen): Promise<Outcome> {
  const events = await context.world.store.gebeurtenissen(seen.casus.id, VERLOOP_LIMIT + 1);
  return { kind: 'answer', view: casusVerloopView(seen, events) };
}

async function kaart(context: Context, seen: Seen): Promise<View> {
  // Only a coordinator learns of possible doubles [S15].
  const dubbel = seen.relations.has('coordinator') ? await context.world.store.mogelijkDubbel(seen.casus.id, 3) : [];
  return casusKaartView(seen, dubbel);
}

const toKaart =
  (context: Context) =>
  async (seen: Seen): Promise<Outcome> => ({ kind: 'replace', view: await kaart(context, seen) });

async function read(
  context: Context,
  action: ActionId,
  show: (seen: Seen) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const [id = ''] = context.subject.split('/');
  return reading(context, action, await context.world.store.casusById(id), id, show);
}

export const casusTonen: Handler = (context) =>
  read(context, 'casus.tonen', async (seen) => ({
    kind: context.intent.input.kind === 'action' && context.intent.input.from === 'form' ? 'replace' : 'answer',
    view: await kaart(context, seen),
  }));

export const casusVerloop: Handler = (context) => read(context, 'casus.verloop', (seen) => verloop(context, seen));

export const aanmeldingTonen: Handler = (context) =>
  read(context, 'aanmelding.tonen', (seen) => ({ kind: 'answer', view: aanmeldingStatusView(seen) }));

export const casusOpnemen: Handler = (context) =>
  deciding(
    context,
    'casus.opnemen',
    context.subject,
    (seen) => opnemen(seen.casus, context.person.id, context.now),
    toKaart(context),
  );

export const casusTeruggeven: Handler = (context) =>
  deciding(
    context,
    'casus.teruggeven',
    context.subject,
    (seen) => {
      const to = toewijzing(seen.region, seen.directory, context.world.holidays, context.now);
      return to
        ? teruggeven(seen.casus, context.person.id, to.persoon.id, context.now)
        : { refusal: { kind: 'geen_regio' } };
    },
    toKaart(context),
  );

/** A form about a case: its fields are in `cards/casus-formulier.ts`. */
const form = (seen: Seen, formulier: CasusFormulier, values: Values = {}, errors: FieldErrors = {}): Outcome => ({
  kind: 'form',
  view: {
    view: 'casus_formulier',
    formulier,
    casusId: seen.casus.id,
    referentie: seen.casus.referentie,
    values,
    errors,
    keuzes: formulier === 'overdracht' ? colleagues(seen) : [],
  },
});

const colleagues = (seen: Seen) =>
  personsWithRole(seen.directory, seen.region, 'casuscoordinator', dateIn(seen.region.tijdzone, seen.now))
    .filter((p) => p.id !== seen.casus.aanspreekpunt || seen.casus.stand === 'aangemeld')
    .map((p) => ({ value: p.id, label: p.naam }));

/** Opens a form, unless the decision behind it would be refused anyway: said now, not after typing. */
const opens =
  (action: ActionId, formulier: CasusFormulier, refusal: (seen: Seen) => Outcome | null = () => null): Handler =>
  (context) =>
    read(context, action, (seen) => refusal(seen) ?? form(seen, formulier, startValues(seen, formulier)));

const startValues = ({ casus }: Seen, formulier: CasusFormulier): Values =>
  formulier === 'terugkoppeling' && casus.inhoud.terugkoppeling
    ? { uitkomst: casus.uitkomst ?? '', nota: casus.inhoud.terugkoppeling.nota }
    : {};

const withdrawn = (seen: Seen) => (seen.casus.stand === 'ingetrokken' ? refuse({ kind: 'al_ingetrokken' }) : null);

const takenByOther =
  (context: Context) =>
  (seen: Seen): Outcome | null => {
    const { casus, directory } = seen;
    if (casus.stand === 'aangemeld' || casus.aanspreekpunt === context.person.id) return withdrawn(seen);
    const kind = casus.stand === 'teruggekoppeld' ? 'al_teruggekoppeld' : 'al_opgenomen';
    return withdrawn(seen) ?? refuse({ kind, door: nameOf(directory, casus.aanspreekpunt) });
  };

export const casusTerugkoppelen: Handler = (context) =>
  opens('casus.terugkoppelen', 'terugkoppeling', takenByOther(context))(context);
export const casusVragen: Handler = (context) =>
  opens('casus.vragen', 'vraag', (seen) =>
    seen.casus.inhoud.aanmelding.namens ? refuse({ kind: 'telefonisch_gemeld' }) : takenByOther(context)(seen),
  )(context);
export const casusOverdragen: Handler = opens('casus.overdragen', 'overdracht', withdrawn);
export const aanmeldingAanvullen: Handler = opens('aanmelding.aanvullen', 'aanvulling', withdrawn);
export const aanmeldingIntrekken: Handler = opens('aanmelding.intrekken', 'intrekking', withdrawn);

const text = (context: Context, id: string) => {
  const value = context.values[id];
  return typeof value === 'string' ? value.trim() : '';
};

/** What is wrong with one text that somebody typed about a case. */
function textError(value: string, required: boolean): string | null {
  if (value === '') return required ? 'Dit ontbreekt nog; een korte zin volstaat.' : null;
  if (hasRijksregisternummer(value)) return RIJKSREGISTER_GEWEIGERD;
  return value.length > NOTA_MAX ? `Dit is ${value.length} tekens; houd het onder ${NOTA_MAX}.` : null;
}

/** Checks the fields of a form; with mistakes the form comes back with what was typed. */
async function checked(
  context: Context,
  action: ActionId,
  formulier: CasusFormulier,
  errors: Record<string, string | null>,
  save: () => Promise<Outcome>,
): Promise<Outcome> {
  const wrong = Object.fromEntries(Object.entries(errors).filter((e): e is [string, string] => e[1] !== null));
  if (Object.keys(wrong).length === 0) return save();
  return read(context, action, (seen) => form(seen, formulier, withoutRijksregisternummers(context.values), wrong));
}

const uitkomsten: readonly string[] = [
  'zorgtafel',
  'regulier_aanbod',
  'advies',
  'gemandateerde_voorziening',
  'crisis',
  'niet_voor_ons',
] satisfies Uitkomst[];

export const terugkoppelingBewaren: Handler = (context) => {
  const uitkomst = text(context, 'uitkomst');
  const nota = text(context, 'nota');
  const errors = { uitkomst: uitkomsten.includes(uitkomst) ? null : 'Kies een uitkomst.', nota: textError(nota, true) };
  return checked(context, 'casus.terugkoppeling_bewaren', 'terugkoppeling', errors, () =>
    deciding(
      context,
      'casus.terugkoppeling_bewaren',
      context.subject,
      (seen) => terugkoppelen(seen.casus, context.person.id, uitkomst as Uitkomst, nota, context.now),
      toKaart(context),
    ),
  );
};

export const vraagBewaren: Handler = (context) => {
  const vraag = text(context, 'vraag');
  return checked(context, 'casus.vraag_bewaren', 'vraag', { vraag: textError(vraag, true) }, () =>
    deciding(
      context,
      'casus.vraag_bewaren',
      context.subject,
      (seen) => vraagStellen(seen.casus, context.person.id, context.world.ids.next(), vraag, context.now),
      toKaart(context),
    ),
  );
};

/** Subject: `<casus>/<vraag>`. The answer field stands on the card itself. */
export const casusAntwoorden: Handler = async (context) => {
  const [casusId = '', vraagId = ''] = context.subject.split('/');
  const antwoord = text(context, 'antwoord');
  const error = textError(antwoord, true);
  const show = (seen: Seen): Outcome => {
    const view = vraagView(seen, vraagId);
    return view
      ? { kind: 'replace', view: error ? { ...view, errors: { antwoord: error } } : view }
      : refuse({ kind: 'niet_gevonden' });
  };
  if (error) return read(context, 'casus.antwoorden', show);
  return deciding(
    context,
    'casus.antwoorden',
    casusId,
    (seen) => vraagBeantwoorden(seen.casus, context.person.id, vraagId, antwoord, context.now),
    show,
  );
};

export const overdrachtBewaren: Handler = (context) => {
  const naar = text(context, 'naar');
  const nota = text(context, 'nota');
  return checked(
    context,
    'casus.overdracht_bewaren',
    'overdracht',
    { naar: naar ? null : 'Kies een collega.', nota: textError(nota, false) },
    () =>
      deciding(
        context,
        'casus.overdracht_bewaren',
        context.subject,
        (seen) =>
          colleagues(seen).some((c) => c.value === naar)
            ? overdragen(seen.casus, context.person.id, naar, nota, context.now)
            : { refusal: { kind: 'geen_recht' } },
        toKaart(context),
      ),
  );
};
