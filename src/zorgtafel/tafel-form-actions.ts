import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import type { ActionId } from '../actions.ts';
import { textError, textIn } from '../casus/casus-form.ts';
import { nameOf } from '../casus/casus-views.ts';
import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { deciding, read } from '../casus/with-casus.ts';
import { audit, type Context, directoryOf, type Handler, refuse } from '../context.ts';
import type { Values } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import { rolesIn } from '../personen/directory.ts';
import type { Refusal } from '../refusal.ts';
import { dateIn, isBefore, isDate } from '../time.ts';
import type { FieldErrors } from '../view.ts';
import { afgelasten, eerstVerslag } from './afgelasten.ts';
import { antwoorden, zonderAntwoord } from './antwoorden.ts';
import { maakVan, poolVan, readTafelSubject } from './context-tafel.ts';
import { nietsTeVragen, toevoegen, verwijderen } from './deelnemers.ts';
import type { Kandidaat } from './experts.ts';
import { plaatsKeuzes } from './plaats-formulier.ts';
import { bekenden, doorgevers, listIn, momentError, wallOf } from './plan-formulier.ts';
import { type Genodigde, vanzelf } from './plannen.ts';
import { antwoordenIn } from './tafel-actions.ts';
import { doorTeGeven, tafelOf } from './tafel-change.ts';
import type { Keuze, TafelFormulierSoort, TafelFormulierView } from './tafel-view.ts';
import { momentErbij, vastleggen, verplaatsen } from './vastleggen.ts';
import { metOuder, verslagGeven } from './verslag.ts';
import { beoordeel, past } from './voorstel.ts';
import { andereDoorgever, zonderChat } from './wie-nodigt-uit.ts';
import { basisVan } from './wijzig-plaats.ts';
import { aanTafel, momentenVooruit, startVan, type Zorgtafel } from './zorgtafel.ts';

const zones = (seen: Seen, at: Temporal.Instant) =>
  new Intl.DateTimeFormat('nl-BE', {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: seen.region.tijdzone,
  }).format(at.epochMilliseconds);

const kan = (aantal: number) => `${aantal} ${aantal === 1 ? 'kan' : 'kunnen'}`;

/** A form about a table, as it is now. */
export function form(
  seen: Seen,
  tafel: Zorgtafel,
  soort: TafelFormulierSoort,
  values: Values,
  errors: FieldErrors,
): { kind: 'form'; view: TafelFormulierView } {
  const view: TafelFormulierView = {
    view: 'tafel_formulier',
    soort,
    casusId: seen.casus.id,
    tafelId: tafel.id,
    referentie: seen.casus.referentie,
    zone: seen.region.tijdzone,
    momenten: momentenVooruit(tafel, seen.now).map((m): Keuze => {
      const b = beoordeel(tafel, m, seen.now);
      const counts =
        soort === 'kiezen' ? `: ${kan(b.kan)}, ${kan(b.kanNiet)} niet${past(b) ? '' : ' (past niet)'}` : '';
      return { value: m.id, label: `${zones(seen, m.start)}${counts}` };
    }),
    deelnemers:
      soort === 'doorgever'
        ? zonderChat(tafel).map((d) => ({
            value: d.id,
            label: d.via === null ? d.naam : `${d.naam} (nu ${nameOf(seen.directory, d.via)})`,
          }))
        : aanTafel(tafel)
            .filter((d) => soort !== 'verwijderen' || d.soort !== 'casuscoordinator')
            .map((d) => ({ value: d.id, label: d.naam })),
    personen: soort === 'genodigde' ? bekenden(seen, aanTafel(tafel)) : [],
    doorgevers: soort === 'genodigde' || soort === 'doorgever' ? tafelDoorgevers(seen, tafel) : [],
    ...(soort === 'plaats' && { plaatsen: plaatsKeuzes(seen), basis: basisVan(tafel) }),
    values,
    errors,
  };
  return { kind: 'form', view };
}

/** Who can invite somebody who comes later: also everybody with chat who sits at the table [T4]. */
const tafelDoorgevers = (seen: Seen, tafel: Zorgtafel): Keuze[] => {
  const known = doorgevers(seen);
  const more = aanTafel(tafel).flatMap((d) =>
    d.persoonId === null || d.soort === 'expert' || known.some((k) => k.value === d.persoonId)
      ? []
      : [{ value: d.persoonId, label: d.naam }],
  );
  return [...known, ...more];
};

/** Why a form about a table is not opened: said now, not after typing. */
type Bezwaar = (seen: Seen, tafel: Zorgtafel) => Refusal | null;

const geen: Bezwaar = () => null;

export const opens =
  (
    action: ActionId,
    soort: TafelFormulierSoort,
    bezwaar: Bezwaar,
    start: (seen: Seen, tafel: Zorgtafel) => Values,
  ): Handler =>
  (context) =>
    read(context, action, (seen) => {
      const { tafelId } = readTafelSubject(context.subject);
      const found = soort === 'verslag' ? anyTafel(seen, tafelId) : tafelOf(seen, tafelId);
      if ('refusal' in found) return refuse(found.refusal);
      const refusal = bezwaar(seen, found.tafel);
      return refusal ? refuse(refusal) : form(seen, found.tafel, soort, start(seen, found.tafel), {});
    });

const anyTafel = (seen: Seen, id: string): { tafel: Zorgtafel } | { refusal: Refusal } => {
  const tafel = seen.zorgtafels.find((t) => t.id === id);
  return tafel ? { tafel } : { refusal: { kind: 'niet_gevonden' } };
};

const leeg = () => ({});

export const zorgtafelKiezen = opens(
  'zorgtafel.kiezen',
  'kiezen',
  (_, t) => (t.stand === 'vast' ? { kind: 'zorgtafel_al_vast' } : null),
  leeg,
);
export const zorgtafelMoment = opens(
  'zorgtafel.moment',
  'moment',
  (_, t) => (t.stand === 'vast' ? { kind: 'zorgtafel_al_vast' } : null),
  leeg,
);
export const zorgtafelVerplaatsen = opens(
  'zorgtafel.verplaatsen',
  'verplaatsen',
  (_, t) => (t.stand === 'vast' ? null : { kind: 'zorgtafel_nog_niet_vast' }),
  () => ({ hoe: 'vast' }),
);
export const zorgtafelAfgelasten = opens('zorgtafel.afgelasten', 'afgelasten', eerstVerslag, leeg);
export const zorgtafelGenodigde = opens('zorgtafel.genodigde', 'genodigde', nietsTeVragen, leeg);
export const zorgtafelDoorgever = opens(
  'zorgtafel.doorgever',
  'doorgever',
  (seen, t) => eerstVerslag(seen) ?? (zonderChat(t).length > 0 ? null : { kind: 'niet_meer_genodigd' }),
  leeg,
);
export const zorgtafelVerwijderen = opens('zorgtafel.verwijderen', 'verwijderen', geen, leeg);
export const zorgtafelNoteren = opens('zorgtafel.noteren', 'noteren', nietsTeVragen, (seen, tafel): Values => {
  const own = zonderAntwoord(tafel, seen.now).find((d) => d.persoonId === seen.lezer);
  return own ? { deelnemer: own.id } : {};
});
export const zorgtafelVerslag = opens(
  'zorgtafel.verslag',
  'verslag',
  (seen, tafel) => {
    const start = startVan(tafel);
    if (tafel.stand === 'afgelast' || tafel.stand === 'niet_gehouden')
      return { kind: 'zorgtafel_voorbij', stand: tafel.stand };
    return start === null || isBefore(seen.now, start) ? { kind: 'zorgtafel_nog_niet_gehouden' } : null;
  },
  (_, tafel): Values =>
    tafel.verslag
      ? {
          gehouden: 'ja',
          aanwezig: tafel.verslag.aanwezig,
          ook_aanwezig: tafel.verslag.ookAanwezig ?? '',
          zonder_ouders: tafel.verslag.zonderOuders ?? '',
          veiligheid: tafel.verslag.veiligheid,
          besluit: tafel.verslag.besluit,
        }
      : {
          aanwezig: aanTafel(tafel)
            .filter((d) => d.stand === 'komt')
            .map((d) => d.id),
        },
);

/** What a form comes to: what is wrong by field, and the decision when nothing is. */
type Filled = { errors: Record<string, string | null>; decide: () => Decision };
type Fill = (seen: Seen, tafel: Zorgtafel, values: Values, context: Context, pool: readonly Kandidaat[]) => Filled;

/** Forms after which everybody at the table hears something, but not who kept it. */
const vertelt: readonly TafelFormulierSoort[] = ['kiezen', 'moment', 'verplaatsen', 'plaats', 'afgelasten'];

/** Who only hears from the reader what was just changed [T4]. */
function zelfTeZeggen(seen: Seen, tafelId: string, soort: TafelFormulierSoort, values: Values): string[] {
  const tafel = seen.zorgtafels.find((t) => t.id === tafelId);
  if (!tafel) return [];
  if (vertelt.includes(soort)) return doorTeGeven(tafel, seen.lezer);
  const gone = tafel.deelnemers.find((d) => d.id === textIn(values, 'deelnemer'));
  return soort === 'verwijderen' && gone?.persoonId === null && gone.via === seen.lezer ? [gone.naam] : [];
}

/** Forms after which an expert may not be able to come any more, and is replaced [T5]. */
const vervangt: readonly TafelFormulierSoort[] = ['noteren', 'kiezen', 'moment', 'verplaatsen'];

/** Keeps a form about a table: with mistakes it comes back with what was typed. */
const saves =
  (action: ActionId, soort: TafelFormulierSoort, fill: Fill): Handler =>
  async (context) => {
    const { casusId, tafelId } = readTafelSubject(context.subject);
    const pool = vervangt.includes(soort) ? await poolVan(context, casusId) : [];
    const wrongIn = (seen: Seen, tafel: Zorgtafel) =>
      Object.fromEntries(
        Object.entries(fill(seen, tafel, context.values, context, pool).errors).filter(
          (e): e is [string, string] => e[1] !== null,
        ),
      );
    // Looked at first with what is true now; the decision below looks again.
    const casus = await context.world.store.casusById(casusId);
    const tafels = casus ? await context.world.store.zorgtafels(casusId) : [];
    const known = tafels.find((t) => t.id === tafelId);
    let wrong: FieldErrors = {};
    const outcome = await deciding(
      context,
      action,
      casusId,
      (seen) => {
        const tafel = seen.zorgtafels.find((t) => t.id === tafelId);
        if (!tafel) return { refusal: { kind: 'niet_gevonden' } };
        wrong = wrongIn(seen, tafel);
        if (Object.keys(wrong).length > 0) return { refusal: { kind: 'zorgtafel_past_niet' } };
        return fill(seen, tafel, context.values, context, pool).decide();
      },
      (seen) => ({
        kind: 'replace',
        view: {
          view: 'tafel_bewaard',
          wat: soort,
          casusId,
          tafelId,
          referentie: seen.casus.referentie,
          zone: seen.region.tijdzone,
          voor: zelfTeZeggen(seen, tafelId, soort, context.values),
          mag: [],
        },
      }),
    );
    if (Object.keys(wrong).length === 0 || !known) return outcome;
    const again = { ...context, intent: { ...context.intent, delivery: `${context.intent.delivery}+` } };
    return read(again, action, (seen) => {
      const tafel = seen.zorgtafels.find((t) => t.id === tafelId) ?? known;
      return form(seen, tafel, soort, withoutRijksregisternummers(context.values), wrong);
    });
  };

export const kiezenBewaren = saves('zorgtafel.kiezen_bewaren', 'kiezen', (seen, tafel, values, context, pool) => {
  const [moment, reden] = [textIn(values, 'moment'), textIn(values, 'reden')];
  const chosen = tafel.momenten.find((m) => m.id === moment);
  const fits = chosen && past(beoordeel(tafel, chosen, seen.now));
  return {
    errors: {
      moment: chosen ? null : 'Kies een moment.',
      reden:
        textError(reden, false) ??
        (chosen && !fits && !reden
          ? 'Niet iedereen die er moet bij zijn kan dan: schrijf waarom het toch zo kan.'
          : null),
    },
    decide: () =>
      vastleggen(seen, tafel.id, moment, context.person.id, reden || null, pool, maakVan(context), context.now),
  };
});

const dateAndTime = (seen: Seen, values: Values) => {
  const at = wallOf(seen, textIn(values, 'datum'), textIn(values, 'uur'));
  const datum = isDate(textIn(values, 'datum')) ? null : 'Kies een datum.';
  return {
    at,
    errors: { datum: datum ?? (at ? momentError(seen, at) : null), uur: datum || at ? null : 'Kies een uur.' },
  };
};

export const momentBewaren = saves('zorgtafel.moment_bewaren', 'moment', (seen, tafel, values, context, pool) => {
  const { at, errors } = dateAndTime(seen, values);
  return {
    errors,
    decide: () =>
      at
        ? momentErbij(seen, tafel.id, at, context.person.id, pool, maakVan(context), context.now)
        : { refusal: { kind: 'storing' } },
  };
});

export const verplaatsenBewaren = saves(
  'zorgtafel.verplaatsen_bewaren',
  'verplaatsen',
  (seen, tafel, values, context, pool) => {
    const { at, errors } = dateAndTime(seen, values);
    const [hoe, reden] = [textIn(values, 'hoe'), textIn(values, 'reden')];
    return {
      errors: { ...errors, hoe: hoe ? null : 'Kies hoe.', reden: textError(reden, true) },
      decide: () =>
        at
          ? verplaatsen(
              seen,
              tafel.id,
              { start: at, opnieuwVragen: hoe === 'vragen' },
              context.person.id,
              reden,
              pool,
              maakVan(context),
              context.now,
            )
          : { refusal: { kind: 'storing' } },
    };
  },
);

export const afgelastenBewaren = saves('zorgtafel.afgelasten_bewaren', 'afgelasten', (seen, tafel, values, context) => {
  const reden = textIn(values, 'reden');
  return {
    errors: { reden: textError(reden, true) },
    decide: () => afgelasten(seen, tafel.id, context.person.id, reden, context.now),
  };
});

const soorten = ['ouder', 'netwerk', 'hulpverlener', 'kind_en_gezin', 'expert'] as const;

export const genodigdeBewaren = saves('zorgtafel.genodigde_bewaren', 'genodigde', (seen, tafel, values, context) => {
  const soort = soorten.find((s) => s === textIn(values, 'soort'));
  const [persoon, naam, via] = [textIn(values, 'persoon'), textIn(values, 'naam'), textIn(values, 'via')];
  const known = bekenden(seen, []).some((k) => k.value === persoon);
  const door = tafelDoorgevers(seen, tafel).some((k) => k.value === via) ? via : seen.casus.aanspreekpunt;
  // Who reported and was taken off by mistake comes back as who they are: without them no moment fits [T2].
  const reported = vanzelf(seen).find((g) => g.soort === 'aanmelder');
  const again = known ? reported?.persoonId === persoon : reported?.persoonId === null && reported.naam === naam;
  const rol = again ? 'aanmelder' : (soort ?? 'hulpverlener');
  const genodigde: Genodigde = known
    ? { soort: rol, persoonId: persoon, naam: nameOf(seen.directory, persoon), via: null }
    : { soort: rol, persoonId: null, naam, via: door };
  return {
    errors: {
      soort: soort ? null : 'Kies in welke rol.',
      naam: known ? null : (textError(naam, false) ?? (naam === '' ? 'Kies iemand, of schrijf wie.' : null)),
    },
    decide: () => toevoegen(seen, tafel.id, genodigde, context.person.id, maakVan(context), context.now),
  };
});

export const doorgeverBewaren = saves('zorgtafel.doorgever_bewaren', 'doorgever', (seen, tafel, values, context) => {
  const chosen = listIn(values, 'deelnemers');
  const wie = zonderChat(tafel).filter((d) => chosen.includes(d.id));
  const via = textIn(values, 'via');
  const known = tafelDoorgevers(seen, tafel).some((k) => k.value === via);
  const already = wie.length > 0 && wie.every((d) => d.via === via);
  return {
    errors: {
      deelnemers: wie.length > 0 ? null : 'Duid aan wie.',
      via: !known ? 'Kies wie uitnodigt.' : already ? `${nameOf(seen.directory, via)} doet dat al.` : null,
    },
    decide: () =>
      andereDoorgever(
        seen,
        tafel.id,
        wie.map((d) => d.id),
        via,
        context.person.id,
        maakVan(context),
        context.now,
      ),
  };
});

export const verwijderenBewaren = saves(
  'zorgtafel.verwijderen_bewaren',
  'verwijderen',
  (seen, tafel, values, context) => {
    const wie = textIn(values, 'deelnemer');
    return {
      errors: { deelnemer: wie ? null : 'Kies wie.' },
      decide: () => verwijderen(seen, tafel.id, wie, context.person.id, context.now),
    };
  },
);

export const noterenBewaren = saves('zorgtafel.noteren_bewaren', 'noteren', (seen, tafel, values, context, pool) => {
  const wie = textIn(values, 'deelnemer');
  const geven = antwoordenIn(values);
  const [first] = momentenVooruit(tafel, seen.now);
  return {
    errors: {
      deelnemer: wie ? null : 'Kies wie.',
      ...(first && { [`antwoord_${first.id}`]: Object.keys(geven).length > 0 ? null : 'Kies een antwoord.' }),
    },
    decide: () => antwoorden(seen, tafel.id, wie, context.person.id, geven, pool, maakVan(context), context.now),
  };
});

export const verslagBewaren = saves('zorgtafel.verslag_bewaren', 'verslag', (seen, tafel, values, context) => {
  const text = (id: string) => textIn(values, id);
  const gehouden = text('gehouden');
  const chosen = values.aanwezig;
  const aanwezig = Array.isArray(chosen) ? chosen : chosen ? [chosen] : [];
  const held = gehouden === 'ja';
  const somebody = aanwezig.length > 0 || text('ook_aanwezig') !== '';
  return {
    errors: {
      gehouden: gehouden === 'ja' || gehouden === 'nee' ? null : 'Kies of ze doorging.',
      aanwezig: held && !somebody ? 'Duid aan wie er was.' : null,
      ook_aanwezig: textError(text('ook_aanwezig'), false),
      zonder_ouders:
        textError(text('zonder_ouders'), false) ??
        (held && somebody && !metOuder(tafel, aanwezig) && !text('zonder_ouders')
          ? 'Er was geen ouder bij: schrijf kort waarom. Was er toch een, duid dat dan aan bij “Wie was er?”.'
          : null),
      veiligheid: textError(text('veiligheid'), held),
      besluit: textError(text('besluit'), held),
      reden: textError(text('reden'), gehouden === 'nee'),
    },
    decide: () =>
      verslagGeven(
        seen,
        tafel.id,
        context.person.id,
        held
          ? {
              gehouden: true,
              aanwezig,
              ookAanwezig: text('ook_aanwezig'),
              zonderOuders: text('zonder_ouders'),
              veiligheid: text('veiligheid'),
              besluit: text('besluit'),
            }
          : { gehouden: false, reden: text('reden') },
        context.now,
      ),
  };
});

const isExpert = (context: Context) =>
  [...directoryOf(context).regions.values()].some((r) =>
    rolesIn(directoryOf(context), r, context.person.id, dateIn(r.tijdzone, context.now)).includes('expert'),
  );

const afwezigForm = (values: Values, errors: FieldErrors): Outcome => ({
  kind: 'form',
  view: {
    view: 'tafel_formulier',
    soort: 'afwezig',
    casusId: '',
    tafelId: '',
    referentie: '',
    zone: 'Europe/Brussels',
    momenten: [],
    deelnemers: [],
    personen: [],
    doorgevers: [],
    values,
    errors,
  },
});

/** An expert says until when not to be asked [T5]. */
export const zorgtafelAfwezig: Handler = async (context) => {
  if (!isExpert(context)) return refuse({ kind: 'geen_recht' });
  const { afwezigTot } = context.person;
  return afwezigForm(afwezigTot ? { tot: afwezigTot } : {}, {});
};

export const afwezigBewaren: Handler = async (context) => {
  if (!isExpert(context)) return refuse({ kind: 'geen_recht' });
  const tot = textIn(context.values, 'tot');
  if (tot && !isDate(tot)) return afwezigForm(context.values, { tot: 'Kies een datum.' });
  if (tot && tot < dateIn('Europe/Brussels', context.now))
    return afwezigForm(context.values, { tot: 'Die dag is voorbij; kies een latere, of laat leeg.' });
  const { afwezigTot: _, ...person } = directoryOf(context).persons.get(context.person.id) ?? context.person;
  const result = await context.world.store.commit({
    once: context.intent.delivery,
    persons: [{ ...person, ...(tot && { afwezigTot: tot }) }],
    audit: [audit(context, 'zorgtafel.afwezig_bewaren', context.person.id)],
  });
  if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
  return {
    kind: 'replace',
    view: {
      view: 'tafel_bewaard',
      wat: 'afwezig',
      casusId: '',
      tafelId: '',
      referentie: tot,
      zone: 'Europe/Brussels',
      voor: [],
      mag: [],
    },
  };
};
