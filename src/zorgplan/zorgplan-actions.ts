import { casusOpReferentie } from '../casus/casus-actions.ts';
import { textError, textIn } from '../casus/casus-form.ts';
import { aanspreekpuntInZin } from '../casus/casus-views.ts';
import type { Seen } from '../casus/see.ts';
import { see } from '../casus/see.ts';
import { deciding, read, reading } from '../casus/with-casus.ts';
import { type Context, type Handler, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import { type Door, maken, tafelGehouden } from './beslissingen.ts';
import { isSectie } from './onderdelen.ts';
import { planForm, wrongOf } from './zorgplan-form.ts';
import type { Bewaard, ZorgplanLijstView } from './zorgplan-view.ts';
import { actieRegel, actiesVan, planGezien, planStand, zorgplanSectieView, zorgplanView } from './zorgplan-views.ts';

/** Most plans one list shows. */
const LIST_LIMIT = 15;

/** Who decides now. */
export const doorOf = (context: Context): Door => ({
  door: context.person.id,
  nextId: () => context.world.ids.next(),
});

/** `/zorgplan`: the plans somebody is on, nearest evaluation first; with a reference that plan. */
export async function zorgplan(context: Context, rest: string): Promise<Outcome> {
  if (rest === '') return zorgplanLijst(context);
  const { casus, asked } = await casusOpReferentie(context, rest);
  return reading(context, 'zorgplan.tonen', casus, asked, (seen) => toonPlan(seen));
}

export const zorgplanLijst: Handler = async (context) => {
  const { world, person, now } = context;
  const on = await world.store.casussenVan(person.id, LIST_LIMIT + 1);
  const seen = await Promise.all(on.slice(0, LIST_LIMIT).map(({ casus }) => see(world, casus, person.id, now)));
  const plannen = seen.flatMap((s): ZorgplanLijstView['plannen'] => {
    const stand = s && planStand(s);
    const inhoud = s?.zorgplan?.inhoud;
    if (!s || !stand || !inhoud) return [];
    const mine = actiesVan(inhoud, person.id);
    return [
      {
        casusId: s.casus.id,
        referentie: s.casus.referentie,
        aanspreekpunt: aanspreekpuntInZin(s),
        actief: stand.actief,
        vastgelegd: stand.vastgelegd,
        evaluatie: stand.evaluatie,
        mijnActies: mine.length,
        mijnTeLaat: mine.filter((a) => actieRegel(s, a).teLaat).length,
      },
    ];
  });
  const day = (p: ZorgplanLijstView['plannen'][number]) => p.evaluatie?.datum ?? '9999';
  return {
    kind: 'answer',
    view: {
      view: 'zorgplan_lijst',
      plannen: plannen.sort((a, b) => day(a).localeCompare(day(b)) || a.referentie.localeCompare(b.referentie)),
      meer: on.length > LIST_LIMIT,
    },
  };
};

/** The plan as this person may read it, or that there is none for them. */
export function toonPlan(seen: Seen, bewaard: Bewaard | null = null): Outcome {
  const gezien = planGezien(seen);
  return gezien ? { kind: 'answer', view: zorgplanView(gezien, bewaard) } : refuse({ kind: 'geen_zorgplan' });
}

export const zorgplanTonen: Handler = (context) => read(context, 'zorgplan.tonen', (seen) => toonPlan(seen));

/** Subject: `<casus>/<sectie>`. */
export const zorgplanSectie: Handler = (context) =>
  read(context, 'zorgplan.sectie', (seen) => {
    const [, sectie = ''] = context.subject.split('/');
    const gezien = planGezien(seen);
    const view = gezien && isSectie(sectie) ? zorgplanSectieView(gezien, sectie) : null;
    return view ? { kind: 'answer', view } : refuse({ kind: 'geen_zorgplan' });
  });

/** Begins at once after a zorgtafel; without one it asks why. */
export const zorgplanMaken: Handler = async (context) => {
  const [casusId = ''] = context.subject.split('/');
  return deciding(
    context,
    'zorgplan.maken',
    casusId,
    (seen) => {
      const decision = maken(seen, null, doorOf(context));
      return 'refusal' in decision || tafelGehouden(seen) ? decision : { toon: planForm(seen, 'maken', casusId) };
    },
    (seen) => toonPlan(seen, { wat: 'gemaakt' }),
  );
};

export const zorgplanMakenBewaren: Handler = async (context) => {
  const { subject, values } = context;
  const reden = textIn(values, 'reden');
  return deciding(
    context,
    'zorgplan.maken_bewaren',
    subject,
    (seen) => {
      const errors = wrongOf({ reden: tafelGehouden(seen) ? null : textError(reden, true) });
      return Object.keys(errors).length > 0
        ? { toon: planForm(seen, 'maken', subject, { values, errors }) }
        : maken(seen, reden, doorOf(context));
    },
    (seen) => toonPlan(seen, { wat: 'gemaakt' }),
  );
};
