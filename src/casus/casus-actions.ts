import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import {
  type Context,
  coordinatorRegions,
  directoryOf,
  type Handler,
  homeRegion,
  refuse,
  vangtOpIn,
} from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { toewijzing } from '../permanentie/toewijzing.ts';
import { kasVan } from '../rugzak/beslissen.ts';
import { klokkenNa } from '../rugzak/klokken.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import type { View } from '../view.ts';
import { hervatKlokken } from '../zorgplan/plan-change.ts';
import { planRegel } from '../zorgplan/plan-regel.ts';
import { lopendeTafel } from '../zorgtafel/tafel-change.ts';
import { heropenen } from './afsluiten.ts';
import type { Casus } from './casus.ts';
import { textError, textIn } from './casus-form.ts';
import {
  aanmeldingStatusView,
  casusKaartView,
  casusRegel,
  casusVerloopView,
  VERLOOP_LIMIT,
  vraagView,
} from './casus-views.ts';
import { opnemen } from './opnemen.ts';
import type { Seen } from './see.ts';
import { teruggeven } from './teruggeven.ts';
import { teamVan } from './volgt-op.ts';
import { vraagBeantwoorden } from './vragen.ts';
import { deciding, read, reading } from './with-casus.ts';

/** Most cases one list shows. */
const LIST_LIMIT = 15;

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
  const codes = regions.map((r) => r.code);
  const waiting = await world.store.wachtend(codes, LIST_LIMIT * codes.length);
  const zonder = (
    await Promise.all(
      vangtOpIn(directory, person.id, now).map((r) =>
        world.store.zonderAanspreekpunt(r.code, teamVan(directory, r, now), LIST_LIMIT),
      ),
    )
  ).flat();
  const known = new Set([...mijn.map((m) => m.casus), ...zonder].map((c) => c.id));
  return {
    kind: 'answer',
    view: {
      view: 'casus_lijst',
      zone: homeRegion(directory, person, now)?.tijdzone ?? 'Europe/Brussels',
      mijn: await Promise.all(
        mijn.slice(0, LIST_LIMIT).map(async ({ casus, termijnen, rol }) => {
          const plan = await planRegel(world, casus, termijnen, person.id, now);
          return casusRegel(casus, termijnen, directory, now, rol, plan);
        }),
      ),
      wachtend: await Promise.all(
        waiting
          .filter((c) => !known.has(c.id))
          .slice(0, LIST_LIMIT)
          .map(async (c) => casusRegel(c, await world.store.termijnen(c.id), directory, now, 'wachtend')),
      ),
      zonder: await Promise.all(
        zonder
          .slice(0, LIST_LIMIT)
          .map(async (c) => casusRegel(c, await world.store.termijnen(c.id), directory, now, 'zonder')),
      ),
      meer: on.length > LIST_LIMIT,
    },
  };
};

/** `/casus LIM-2026-0001`: the story of one case, for who is on it. */
export async function casusByReferentie(context: Context, typed: string): Promise<Outcome> {
  const { casus, asked } = await casusOpReferentie(context, typed);
  return reading(context, 'casus.verloop', casus, asked, (seen) => verloop(context, seen));
}

/** The case somebody typed the reference of, and what the audit log may say was asked for. */
export async function casusOpReferentie(
  context: Context,
  typed: string,
): Promise<{ casus: Casus | null; asked: string }> {
  const referentie = typed.toUpperCase();
  const shaped = REFERENTIE.test(referentie);
  // Only something shaped like a reference goes into the audit log: the rest may be anything.
  return {
    casus: shaped ? await context.world.store.casusByReferentie(referentie) : null,
    asked: shaped ? referentie : 'geen referentie',
  };
}

/** `LIM-2026-0001` */
const REFERENTIE = /^[A-Z0-9]{2,8}-\d{4}-\d{4,7}$/;

/** `tot`: number of the newest line to show; the newest there is when it is left out. */
async function verloop(context: Context, seen: Seen, tot?: number): Promise<Outcome> {
  const { store } = context.world;
  const events = await store.gebeurtenissen(seen.casus.id, VERLOOP_LIMIT + 1, tot);
  const notas = await store.notasOver(seen.casus.id);
  return { kind: 'answer', view: casusVerloopView(seen, events, notas, tot !== undefined) };
}

async function kaart(context: Context, seen: Seen): Promise<View> {
  // Only a coordinator learns of possible doubles [S15].
  const dubbel = seen.relations.has('coordinator') ? await context.world.store.mogelijkDubbel(seen.casus.id, 3) : [];
  return casusKaartView(seen, dubbel, await context.world.store.notasOver(seen.casus.id));
}

const toKaart =
  (context: Context) =>
  async (seen: Seen): Promise<Outcome> => ({ kind: 'replace', view: await kaart(context, seen) });

export const casusTonen: Handler = (context) =>
  read(context, 'casus.tonen', async (seen) => ({
    kind: context.intent.input.kind === 'action' && context.intent.input.from === 'form' ? 'replace' : 'answer',
    view: await kaart(context, seen),
  }));

/** Subject: `<casus>`, or `<casus>/<number of the newest line>` for an earlier page. */
export const casusVerloop: Handler = (context) =>
  read(context, 'casus.verloop', (seen) => {
    const tot = Number(context.subject.split('/')[1]);
    return verloop(context, seen, Number.isSafeInteger(tot) && tot > 0 ? tot : undefined);
  });

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

export const casusHeropenen: Handler = (context) =>
  deciding(
    context,
    'casus.heropenen',
    context.subject,
    async (seen) => {
      const { store, ids } = context.world;
      const decision = hervatKlokken(seen, heropenen(seen.casus, context.person.id, context.now), ids.next);
      if ('refusal' in decision) return decision;
      // The term of the rugzak runs on: its warnings come again [B9].
      const money = klokkenNa(await kasVan(store, seen), { ...seen, casus: decision.next }, ids.next);
      return { ...decision, start: [...(decision.start ?? []), ...(money.start ?? [])] };
    },
    toKaart(context),
  );

export const casusTeruggeven: Handler = (context) =>
  deciding(
    context,
    'casus.teruggeven',
    context.subject,
    (seen) => {
      // The table has a coordinator; giving back would leave it without one [C3].
      if (lopendeTafel(seen)) return { refusal: { kind: 'zorgtafel_loopt' } };
      const to = toewijzing(seen.region, seen.directory, context.world.holidays, context.now);
      return to
        ? teruggeven(seen.casus, context.person.id, to.persoon.id, context.now)
        : { refusal: { kind: 'geen_regio' } };
    },
    toKaart(context),
  );

/** A question from a list: its answer is asked for in a form. Subject: `<casus>/<vraag>`. */
export const casusVraagTonen: Handler = (context) =>
  read(context, 'casus.vraag_tonen', (seen) => {
    const view = vraagView(seen, context.subject.split('/')[1] ?? '');
    if (!view) return refuse({ kind: 'niet_gevonden' });
    return view.antwoord === null && !view.vervallen
      ? { kind: 'form', view: { ...view, formulier: true } }
      : { kind: 'answer', view };
  });

/** Subject: `<casus>/<vraag>`. The answer field stands on the card itself. */
export const casusAntwoorden: Handler = async (context) => {
  const [casusId = '', vraagId = ''] = context.subject.split('/');
  const antwoord = textIn(context.values, 'antwoord');
  const error = textError(antwoord, true);
  const show = (seen: Seen): Outcome => {
    const view = vraagView(seen, vraagId);
    if (!view) return refuse({ kind: 'niet_gevonden' });
    if (!error) return { kind: 'replace', view };
    const waarde = textIn(withoutRijksregisternummers(context.values), 'antwoord');
    const again = { ...view, waarde, errors: { antwoord: error } };
    const { input } = context.intent;
    return input.kind === 'action' && input.from === 'form'
      ? { kind: 'form', view: { ...again, formulier: true } }
      : { kind: 'replace', view: again };
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
