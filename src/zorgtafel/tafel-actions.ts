import type { Seen } from '../casus/see.ts';
import { deciding, read, reading } from '../casus/with-casus.ts';
import { type Context, directoryOf, type Handler, homeRegion, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { rolesIn } from '../personen/directory.ts';
import { dateIn, type Instant } from '../time.ts';
import { isOnCase } from '../toegang/policy.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import { type AntwoordActie, readAntwoordSubject } from './antwoord-subject.ts';
import { antwoorden, doorgegeven, heeftGeantwoord, zonderAntwoord } from './antwoorden.ts';
import {
  besluit,
  maakVan,
  poolVan,
  readTafelSubject,
  tafelOfUitnodiging,
  tafelVan,
  zetelsVan,
} from './context-tafel.ts';
import { coordineert } from './coordineert.ts';
import { expertErbij } from './deelnemers.ts';
import type { Kandidaat } from './experts.ts';
import type { TafelRegel } from './tafel-view.ts';
import { tafelKaartView, uitnodigingView } from './tafel-views.ts';
import { vastleggen } from './vastleggen.ts';
import { type Antwoord, loopt, momentenVooruit, startVan, type Zorgtafel } from './zorgtafel.ts';

const LIST_LIMIT = 15;

/** Something shaped like a reference; only that goes into the audit log. */
const REFERENTIE = /^[A-Z0-9]{2,8}-\d{4}-\d{4,7}$/;

/** `/zorgtafel`: my tables and invitations. `/zorgtafel LIM-2026-0001`: the one of that case. */
export async function zorgtafel(context: Context, rest: string): Promise<Outcome> {
  if (rest === '') return zorgtafelLijst(context);
  const referentie = rest.trim().toUpperCase();
  const known = REFERENTIE.test(referentie);
  const casus = known ? await context.world.store.casusByReferentie(referentie) : null;
  return reading(context, 'zorgtafel.tonen', casus, known ? referentie : 'geen referentie', (seen) =>
    toon(context, seen, '', ''),
  );
}

function toon(context: Context, seen: Seen, tafelId: string, deelnemerId: string): Outcome {
  const view = tafelOfUitnodiging(context, seen, tafelId, deelnemerId);
  if (view) return { kind: 'answer', view };
  return refuse(coordineert(seen) ? { kind: 'geen_zorgtafel' } : { kind: 'niet_gevonden' });
}

/** *Toon zorgtafel*. Subject: the case, and where known the table and the participant. */
export const zorgtafelTonen: Handler = (context) => {
  const { tafelId, rest } = readTafelSubject(context.subject);
  return read(context, 'zorgtafel.tonen', (seen) => toon(context, seen, tafelId, rest));
};

/** *Iedereen*: the answers of all participants, where a card only shows some. */
export const zorgtafelIedereen: Handler = (context) =>
  read(context, 'zorgtafel.iedereen', (seen) => {
    const tafel = tafelVan(seen, readTafelSubject(context.subject).tafelId);
    return tafel
      ? { kind: 'answer', view: tafelKaartView(seen, tafel, context.world.agenda, true) }
      : refuse({ kind: 'geen_zorgtafel' });
  });

export const zorgtafelLijst: Handler = async (context) => {
  const { world, person, now } = context;
  const directory = directoryOf(context);
  const on = await world.store.casussenVan(person.id, LIST_LIMIT * 2);
  const regels = (
    await Promise.all(
      on
        .filter(
          ({ casus, termijnen }) =>
            casus.stand !== 'aangemeld' && isOnCase(relationsTo(casus, termijnen, directory, person.id, now)),
        )
        .map(
          async ({ casus }): Promise<TafelRegel[]> =>
            (
              await world.store.zorgtafels(casus.id)
            )
              .filter(loopt)
              .flatMap((tafel) => regel(casus, tafel, person.id, now)),
        ),
    )
  )
    .flat()
    .sort((a, b) => (a.start ?? '9').localeCompare(b.start ?? '9'));
  const expert = [...directory.regions.values()].some((r) =>
    rolesIn(directory, r, person.id, dateIn(r.tijdzone, now)).includes('expert'),
  );
  const zone = homeRegion(directory, person, now)?.tijdzone ?? 'Europe/Brussels';
  const { afwezigTot = null } = directory.persons.get(person.id) ?? {};
  return {
    kind: 'answer',
    view: {
      view: 'tafel_lijst',
      zone,
      regels: regels.slice(0, LIST_LIMIT),
      meer: regels.length > LIST_LIMIT,
      expert,
      afwezigTot: afwezigTot !== null && afwezigTot >= dateIn(zone, now) ? afwezigTot : null,
    },
  };
};

function regel(
  casus: { id: string; referentie: string; aanspreekpunt: string },
  tafel: Zorgtafel,
  lezer: string,
  now: Instant,
): TafelRegel[] {
  const common = {
    casusId: casus.id,
    tafelId: tafel.id,
    referentie: casus.referentie,
    stand: tafel.stand,
    start: startVan(tafel)?.toString() ?? null,
  };
  if (casus.aanspreekpunt === lezer)
    return [{ ...common, rol: 'coordinator', open: zonderAntwoord(tafel, now).length }];
  const mine = zetelsVan(tafel, lezer);
  const open = mine.filter((d) => !heeftGeantwoord(tafel, d, now)).length;
  return mine.length === 0
    ? []
    : [{ ...common, rol: mine.some((d) => d.persoonId === lezer) ? 'genodigde' : 'doorgever', open }];
}

const isAntwoord = (text: unknown): text is Antwoord => text === 'kan' || text === 'liever_niet' || text === 'kan_niet';

/** The answers of a form: the id of the field is `antwoord_<moment>`. */
export const antwoordenIn = (values: Context['values']): Record<string, Antwoord> =>
  Object.fromEntries(
    Object.entries(values).flatMap(([id, value]): [string, Antwoord][] =>
      id.startsWith('antwoord_') && isAntwoord(value) ? [[id.slice('antwoord_'.length), value]] : [],
    ),
  );

/** *Antwoord versturen*, on the invitation itself. Subject: `<case>/<table>/<participant>`. */
export const zorgtafelAntwoorden: Handler = async (context) => {
  const { casusId, tafelId, rest } = readTafelSubject(context.subject);
  const geven = antwoordenIn(context.values);
  if (Object.keys(geven).length === 0)
    return read(context, 'zorgtafel.antwoorden', (seen) => {
      const tafel = tafelVan(seen, tafelId);
      const d = tafel && zetelsVan(tafel, context.person.id).find((p) => p.id === rest);
      if (!tafel || !d) return refuse({ kind: 'niet_gevonden' });
      const [first] = momentenVooruit(tafel, context.now);
      const errors = first ? { [`antwoord_${first.id}`]: 'Kies per moment of je kan.' } : {};
      return { kind: 'replace', view: uitnodigingView(seen, tafel, d, context.world.agenda, errors) };
    });
  const pool = await poolVan(context, casusId);
  return antwoord(context, 'zorgtafel.antwoorden', { casusId, tafelId, deelnemerId: rest }, geven, pool);
};

/** Keeps answers. Of a card that was about other moments none counts: the card as it is now comes back and says so. */
function antwoord(
  context: Context,
  action: AntwoordActie | 'zorgtafel.antwoorden',
  { casusId, tafelId, deelnemerId }: { casusId: string; tafelId: string; deelnemerId: string },
  geven: Readonly<Record<string, Antwoord>>,
  pool: readonly Kandidaat[],
): Promise<Outcome> {
  const kaart = (seen: Seen) => tafelOfUitnodiging(context, seen, tafelId, deelnemerId);
  return deciding(
    context,
    action,
    casusId,
    (seen) => {
      const decision = antwoorden(
        seen,
        tafelId,
        deelnemerId,
        context.person.id,
        geven,
        pool,
        maakVan(context),
        context.now,
      );
      if (!('refusal' in decision) || decision.refusal.kind !== 'zorgtafel_moment_weg') return decision;
      const view = kaart(seen);
      return view?.view === 'uitnodiging'
        ? { toon: { kind: 'replace', view: { ...view, melding: 'ander_moment' } } }
        : decision;
    },
    (seen) => {
      const view = kaart(seen);
      return view ? { kind: 'replace', view } : refuse({ kind: 'niet_gevonden' });
    },
  );
}

/** One answer for the moments the button was about: *geen enkel moment*, *ik kom*, *ik kan niet*. */
const voorAlles =
  (action: AntwoordActie, gegeven: Antwoord): Handler =>
  async (context) => {
    const { momenten, ...zetel } = readAntwoordSubject(context.subject);
    const pool = gegeven === 'kan_niet' ? await poolVan(context, zetel.casusId) : [];
    return antwoord(context, action, zetel, Object.fromEntries(momenten.map((id) => [id, gegeven])), pool);
  };

export const zorgtafelGeenMoment = voorAlles('zorgtafel.geen_moment', 'kan_niet');
export const zorgtafelKom = voorAlles('zorgtafel.kom', 'kan');
export const zorgtafelKomNiet = voorAlles('zorgtafel.kom_niet', 'kan_niet');

/** *Doorgegeven*: who invites somebody without chat says that it is done [T4]. */
export const zorgtafelDoorgegeven: Handler = (context) => {
  const { tafelId, rest } = readTafelSubject(context.subject);
  return besluit(context, 'zorgtafel.doorgegeven', (seen) =>
    doorgegeven(seen, tafelId, rest, context.person.id, context.now),
  );
};

/** Fixes the proposed moment in one press. Subject: `<case>/<table>/<moment>`. */
export const zorgtafelVastleggen: Handler = async (context) => {
  const { casusId, tafelId, rest } = readTafelSubject(context.subject);
  const pool = await poolVan(context, casusId);
  return besluit(context, 'zorgtafel.vastleggen', (seen) =>
    vastleggen(seen, tafelId, rest, context.person.id, null, pool, maakVan(context), context.now),
  );
};

/** *Nog een expert*: the next in turn [T5]. */
export const zorgtafelExpert: Handler = async (context) => {
  const { casusId, tafelId } = readTafelSubject(context.subject);
  const pool = await poolVan(context, casusId);
  return besluit(context, 'zorgtafel.expert', (seen) =>
    expertErbij(seen, tafelId, context.person.id, pool, maakVan(context), context.now),
  );
};
