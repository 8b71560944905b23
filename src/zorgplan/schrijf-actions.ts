import type { Change } from '../casus/change.ts';
import { changed } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { deciding, read } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { planRefusal } from './beslissingen.ts';
import { type Bewerking, bewerk, onderdeelVan, sectieVan, waarde } from './bewerken.ts';
import { leesOnderdeel } from './lees-onderdeel.ts';
import {
  type ItemSoort,
  isOnderdeel,
  itemOf,
  itemsMax,
  letterOf,
  type Onderdeel,
  type Sectie,
  volgordeOf,
} from './onderdelen.ts';
import { planChange } from './plan-change.ts';
import { findActie, type PlanLetter, type Stempel, type Zorgplan } from './zorgplan.ts';
import { doorOf, toonPlan } from './zorgplan-actions.ts';
import { intussenForm, kanHoger, letterIn, onderdeelForm, valuesOf, wrongOf } from './zorgplan-form.ts';
import type { Bewaard } from './zorgplan-view.ts';
import { alleActies, planGezien, schrijven, zorgplanSectieView } from './zorgplan-views.ts';

/** Subject: `<casus>/<onderdeel>`; for something new `<casus>/doel`, `/zorgfiguur`, `/actie_a`. */
export const zorgplanBewerken: Handler = (context) =>
  read(context, 'zorgplan.bewerken', (seen) => {
    const [, asked = ''] = context.subject.split('/');
    const plan = seen.zorgplan;
    const refusal = planRefusal(seen);
    if (refusal || !plan) return refuse(refusal ?? { kind: 'geen_zorgplan' });
    const nieuw = nieuwItem(asked);
    const onderdeel: string = nieuw ? `${nieuw.soort}:${context.world.ids.next()}` : asked;
    if (!isOnderdeel(onderdeel)) return refuse({ kind: 'knop_onbekend' });
    const no = schrijfRefusal(seen, plan, onderdeel);
    if (no) return refuse(no);
    const item = itemOf(onderdeel);
    if (nieuw && aantal(plan, nieuw.soort) >= itemsMax[nieuw.soort])
      return refuse({ kind: 'zorgplan_vol', wat: nieuw.soort, max: itemsMax[nieuw.soort] });
    if (!nieuw && item && waarde(plan.inhoud, onderdeel) === null) return refuse({ kind: 'onderdeel_weg' });
    return onderdeelForm(seen, plan, onderdeel, nieuw?.letter ?? letterVan(plan, onderdeel));
  });

function nieuwItem(asked: string): { soort: ItemSoort; letter: PlanLetter } | null {
  if (asked === 'doel' || asked === 'zorgfiguur') return { soort: asked, letter: 'a' };
  const [, letter] = /^actie_([abc])$/.exec(asked) ?? [];
  return letter ? { soort: 'actie', letter: letter as PlanLetter } : null;
}

const letterVan = (plan: Zorgplan, onderdeel: Onderdeel): PlanLetter => {
  const item = itemOf(onderdeel);
  return letterOf(onderdeel) ?? (item && findActie(plan.inhoud, item.id)?.letter) ?? 'a';
};

const aantal = ({ inhoud }: Zorgplan, soort: ItemSoort): number =>
  soort === 'doel'
    ? inhoud.doelen.length
    : soort === 'zorgfiguur'
      ? inhoud.zorgfiguren.length
      : alleActies(inhoud).length;

/**
 * Why this person may not write here; null: they may. People at the table add, where the coordinator allows it; what
 * stands there they leave alone.
 */
function schrijfRefusal(seen: Seen, plan: Zorgplan, onderdeel: Onderdeel): Refusal | null {
  const may = schrijven(seen);
  if (may === 'alles') return null;
  const isNew =
    itemOf(onderdeel) !== null && waarde(plan.inhoud, onderdeel) === null && !plan.inhoud.gewijzigd[onderdeel];
  return may === 'aanvullen' && isNew ? null : { kind: 'geen_recht' };
}

/** Subject: `<casus>/<onderdeel>/<basis>/<letter>`. */
export const zorgplanBewaren: Handler = async (context) => {
  const { subject, values } = context;
  const [casusId = '', onderdeel = '', basis = '', opened = ''] = subject.split('/');
  // Also a button that makes no sense is for who is on the case only, and is written down [S5, S13].
  if (!isOnderdeel(onderdeel)) return read(context, 'zorgplan.bewaren', () => refuse({ kind: 'knop_onbekend' }));
  const letter = letterIn(values, opened);
  let kept: Bewaard | null = null;
  return deciding(
    context,
    'zorgplan.bewaren',
    casusId,
    (seen) => {
      const plan = seen.zorgplan;
      const refusal = planRefusal(seen) ?? (plan && schrijfRefusal(seen, plan, onderdeel));
      if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
      const { errors, bewerking } = leesOnderdeel(seen, plan.inhoud, onderdeel, letter, values);
      const wrong = wrongOf(errors);
      if (Object.keys(wrong).length > 0) {
        const form = onderdeelForm(seen, plan, onderdeel, letter, { values, errors: wrong });
        return { toon: opBasis(form, basis) };
      }
      const done = schrijf(context, seen, plan, bewerking, Number(basis));
      if ('gewijzigd' in done) return { toon: intussenForm(seen, plan, onderdeel, letter, done.gewijzigd, values) };
      if ('refusal' in done) return done;
      kept = done.bewaard;
      return done.change;
    },
    (seen) => naSchrijven(seen, onderdeel, kept),
  );
};

/** A form that comes back with mistakes keeps the version it was opened on, so that a change in between is still seen. */
const opBasis = (form: Outcome, basis: string): Outcome =>
  form.kind === 'form' && form.view.view === 'zorgplan_formulier'
    ? { ...form, view: { ...form.view, subject: form.view.subject.replace(/\/\d+\/([abc])$/, `/${basis}/$1`) } }
    : form;

type Geschreven = { change: Change; bewaard: Bewaard } | { gewijzigd: Stempel } | { refusal: Refusal };

function schrijf(context: Context, seen: Seen, plan: Zorgplan, bewerking: Bewerking, basis: number): Geschreven {
  const { door, nextId } = doorOf(context);
  const result = bewerk(plan, bewerking, basis, door, seen.now);
  if (result.kind === 'refusal') return { refusal: result.refusal };
  if (result.kind === 'gewijzigd') return { gewijzigd: result.stempel };
  const onderdeel = onderdeelVan(bewerking);
  const stempel = result.plan.inhoud.gewijzigd[onderdeel];
  const sectie: Sectie =
    stempel?.sectie ?? volgordeOf(onderdeel) ?? (itemOf(onderdeel) ? 'doelen' : (onderdeel as Sectie));
  const bewaard: Bewaard = { wat: 'onderdeel', sectie, hoe: result.zelfde ? 'zelfde' : (stempel?.wat ?? 'gewijzigd') };
  return {
    change: result.zelfde
      ? { next: changed(seen.casus, {}), gebeurtenissen: [], berichten: [] }
      : planChange(seen, result.plan, door, nextId),
    bewaard,
  };
}

/** Back to where it stands: an item to its section, a text to the whole. */
function naSchrijven(seen: Seen, onderdeel: Onderdeel, bewaard: Bewaard | null): Outcome {
  const gezien = planGezien(seen);
  if (!gezien || bewaard?.wat !== 'onderdeel' || !itemOf(onderdeel)) return toonPlan(seen, bewaard);
  const terug = bewaard.hoe === 'verwijderd' ? { onderdeel, versie: gezien.plan.versie - 1 } : null;
  const view = zorgplanSectieView(gezien, bewaard.sectie, bewaard, terug);
  return view ? { kind: 'answer', view } : toonPlan(seen, bewaard);
}

/** Subject: `<casus>/<onderdeel>/<basis>`. */
export const zorgplanVerwijderen: Handler = async (context) => {
  const [casusId = '', onderdeel = '', basis = ''] = context.subject.split('/');
  const item = itemOf(onderdeel);
  if (!item || !isOnderdeel(onderdeel))
    return read(context, 'zorgplan.verwijderen', () => refuse({ kind: 'knop_onbekend' }));
  let kept: Bewaard | null = null;
  return deciding(
    context,
    'zorgplan.verwijderen',
    casusId,
    (seen) => {
      const plan = seen.zorgplan;
      const refusal = planRefusal(seen) ?? (plan && schrijfRefusal(seen, plan, onderdeel));
      if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
      if (waarde(plan.inhoud, onderdeel) === null) return { refusal: { kind: 'onderdeel_weg' } };
      const done = schrijf(context, seen, plan, { soort: 'weg', item: item.soort, id: item.id }, Number(basis));
      // What a colleague just wrote is not thrown away unread: the form shows it as it is now.
      if ('gewijzigd' in done) {
        const letter = letterVan(plan, onderdeel);
        return {
          toon: intussenForm(seen, plan, onderdeel, letter, done.gewijzigd, valuesOf(plan.inhoud, onderdeel, letter)),
        };
      }
      if ('refusal' in done) return done;
      kept = done.bewaard;
      return done.change;
    },
    (seen) => naSchrijven(seen, onderdeel, kept),
  );
};

/** One place up in its section. Subject: `<casus>/<onderdeel>/<basis>`. */
export const zorgplanNaarBoven: Handler = (context) => {
  const [casusId = '', onderdeel = '', basis = ''] = context.subject.split('/');
  const item = itemOf(onderdeel);
  if (!item || !isOnderdeel(onderdeel))
    return read(context, 'zorgplan.naar_boven', () => refuse({ kind: 'knop_onbekend' }));
  const toon = (seen: Seen, sectie: Sectie, hoe: 'geordend' | 'zelfde'): Outcome => {
    const gezien = planGezien(seen);
    const bewaard = { wat: 'onderdeel', sectie, hoe } as const;
    const verder = gezien && kanHoger(gezien.plan.inhoud, onderdeel) ? onderdeel : null;
    const view = gezien && zorgplanSectieView(gezien, sectie, bewaard, null, verder);
    return view ? { kind: 'answer', view } : toonPlan(seen, bewaard);
  };
  let sectie: Sectie = 'doelen';
  return deciding(
    context,
    'zorgplan.naar_boven',
    casusId,
    (seen) => {
      const plan = seen.zorgplan;
      const refusal = planRefusal(seen) ?? (plan && schrijfRefusal(seen, plan, onderdeel));
      if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
      const found = sectieVan(plan.inhoud, onderdeel);
      if (found === null) return { refusal: { kind: 'onderdeel_weg' } };
      sectie = found;
      const done = schrijf(context, seen, plan, { soort: 'hoger', sectie, id: item.id }, Number(basis));
      if ('refusal' in done) return done;
      // First already, or somebody ordered them since: how they stand now.
      if ('gewijzigd' in done || done.bewaard.wat !== 'onderdeel' || done.bewaard.hoe === 'zelfde')
        return { toon: toon(seen, sectie, 'zelfde') };
      return done.change;
    },
    (seen) => toon(seen, sectie, 'geordend'),
  );
};
