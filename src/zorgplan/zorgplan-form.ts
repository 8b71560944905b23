import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import { nameOf } from '../casus/casus-views.ts';
import type { Seen } from '../casus/see.ts';
import type { Values } from '../intent.ts';
import { oneOf } from '../one-of.ts';
import type { Outcome } from '../outcome.ts';
import { personsWithRole } from '../personen/directory.ts';
import { dateIn } from '../time.ts';
import { nogBesluit } from '../toegang/zorgplan-velden.ts';
import { aanTafel } from '../zorgtafel/zorgtafel.ts';
import { itemsIn, sectieVan, tekstVan, waarde } from './bewerken.ts';
import { isTekstSectie, itemOf, letterOf, type Onderdeel, type Sectie } from './onderdelen.ts';
import {
  type Actie,
  type Doel,
  geplandeEvaluatie,
  type Perspectief,
  type PlanLetter,
  type Stempel,
  type Zorgfiguur,
  type Zorgplan,
  type ZorgplanInhoud,
} from './zorgplan.ts';
import type { ZorgplanFormulier, ZorgplanFormulierView } from './zorgplan-view.ts';

/** A form about a plan, with what this one is about on top of an empty one. */
export const planForm = (
  seen: Seen,
  formulier: ZorgplanFormulier,
  subject: string,
  more: Partial<ZorgplanFormulierView> = {},
): Outcome => ({
  kind: 'form',
  view: {
    view: 'zorgplan_formulier',
    formulier,
    casusId: seen.casus.id,
    referentie: seen.casus.referentie,
    zone: seen.region.tijdzone,
    subject,
    sectie: null,
    bestaat: false,
    hoger: false,
    intussen: null,
    herkomst: null,
    besluit: seen.zorgplan !== null && nogBesluit(seen.zorgplan.inhoud),
    mensen: [],
    doelen: [],
    actief: seen.zorgplan?.inhoud.actief ?? 'a',
    datum: (seen.zorgplan && geplandeEvaluatie(seen.zorgplan.inhoud)?.datum) ?? null,
    ontbreekt: [],
    ...more,
    values: withoutRijksregisternummers(more.values ?? {}),
    errors: more.errors ?? {},
  },
});

/** What is wrong, by field id, without the fields that are well. */
export const wrongOf = (errors: Record<string, string | null>): Record<string, string> =>
  Object.fromEntries(Object.entries(errors).filter((e): e is [string, string] => e[1] !== null));

/** The form of one part, based on the plan as it is now. */
export function onderdeelForm(
  seen: Seen,
  plan: Zorgplan,
  onderdeel: Onderdeel,
  letter: PlanLetter,
  more: Partial<ZorgplanFormulierView> = {},
): Outcome {
  const item = itemOf(onderdeel);
  const there = waarde(plan.inhoud, onderdeel) !== null;
  const sectie = sectieFor(onderdeel, letter);
  return planForm(
    seen,
    item?.soort ?? (onderdeel === 'perspectief' ? 'perspectief' : 'tekst'),
    `${seen.casus.id}/${onderdeel}/${plan.versie}/${letter}`,
    {
      sectie,
      bestaat: item !== null && there,
      hoger: kanHoger(plan.inhoud, onderdeel),
      herkomst: plan.inhoud.herkomst[sectie] ?? null,
      mensen: item?.soort === 'actie' ? actieMensen(seen) : [],
      ...more,
      values: more.values ?? valuesOf(plan.inhoud, onderdeel, letter),
    },
  );
}

/** Whether an item stands below another one of its section. */
export function kanHoger(inhoud: ZorgplanInhoud, onderdeel: Onderdeel): boolean {
  const item = itemOf(onderdeel);
  const sectie = sectieVan(inhoud, onderdeel);
  return item !== null && sectie !== null && itemsIn(inhoud, sectie).findIndex(({ id }) => id === item.id) > 0;
}

const sectieFor = (onderdeel: Onderdeel, letter: PlanLetter): Sectie => {
  const item = itemOf(onderdeel);
  if (!item) return onderdeel as Sectie;
  return item.soort === 'doel' ? 'doelen' : item.soort === 'zorgfiguur' ? 'zorgfiguren' : `plan_${letter}`;
};

/** `persoon` of somebody without chat: who it is stands in words. */
export const IEMAND = 'iemand';

/** What a part holds, as the values of its form. */
export function valuesOf(inhoud: ZorgplanInhoud, onderdeel: Onderdeel, letter: PlanLetter): Values {
  const item = itemOf(onderdeel);
  const has = waarde(inhoud, onderdeel);
  if (!item) {
    if (onderdeel === 'perspectief') return { perspectief: inhoud.perspectief ?? '' };
    return isTekstSectie(onderdeel) ? { tekst: tekstVan(inhoud, onderdeel) } : {};
  }
  if (item.soort === 'actie') {
    const found = has as { letter: PlanLetter; actie: Actie } | null;
    if (!found) return { plan: letter };
    const { wat, wie, persoonId, tegen } = found.actie;
    return { plan: found.letter, wat, persoon: persoonId ?? IEMAND, wie, tegen: tegen ?? '' };
  }
  if (item.soort === 'doel') {
    const doel = has as Doel | null;
    return doel ? { doel: doel.doel, zichtbaar: doel.zichtbaar } : {};
  }
  const figuur = has as Zorgfiguur | null;
  return figuur ? { wie: figuur.wie, rol: figuur.rol, ondersteuning: figuur.ondersteuning } : {};
}

/** The same form again, because somebody changed this very part: how it reads now, above what was typed. */
export function intussenForm(
  seen: Seen,
  plan: Zorgplan,
  onderdeel: Onderdeel,
  letter: PlanLetter,
  stempel: Stempel,
  values: Values,
): Outcome {
  return onderdeelForm(seen, plan, onderdeel, letter, {
    values,
    intussen: {
      door: nameOf(seen.directory, stempel.door),
      op: stempel.op.toString(),
      weg: waarde(plan.inhoud, onderdeel) === null,
      tekst: regelsVan(seen, plan.inhoud, onderdeel),
    },
  });
}

/** A part in lines to read; the words of choices are the card's. */
function regelsVan(seen: Seen, inhoud: ZorgplanInhoud, onderdeel: Onderdeel): string[] {
  const item = itemOf(onderdeel);
  const has = waarde(inhoud, onderdeel);
  if (has === null) return [];
  if (!item) return [String(has)].filter((t) => t !== '');
  if (item.soort === 'actie') {
    const { wat, wie, persoonId, tegen } = (has as { actie: Actie }).actie;
    return [wat, persoonId === null ? wie : nameOf(seen.directory, persoonId), tegen ?? ''].filter((t) => t !== '');
  }
  const { id: _, ...rest } = has as Doel | Zorgfiguur;
  return Object.values(rest).filter((t) => t !== '');
}

/** Who can take an action: who is on the case, at its table, or coordinates in the region. */
export function actieMensen(seen: Seen): { value: string; label: string }[] {
  const { casus, directory, region, zorgtafels } = seen;
  const today = dateIn(region.tijdzone, seen.now);
  const ids = new Set([
    casus.aanspreekpunt,
    casus.aanmelder,
    ...casus.betrokkenen,
    ...zorgtafels.flatMap((z) => aanTafel(z).flatMap((d) => (d.persoonId === null ? [] : [d.persoonId]))),
    ...personsWithRole(directory, region, 'casuscoordinator', today).map((p) => p.id),
  ]);
  return [...ids].map((id) => ({ value: id, label: nameOf(directory, id) }));
}

export const isPerspectief = oneOf<Perspectief>('thuis', 'netwerk', 'pleegzorg', 'residentie');

export const isRol = oneOf<Zorgfiguur['rol']>('speelgezin', 'steunfiguur', 'buddy', 'verblijf', 'ander');

/** The plan an action form is about: chosen in it, else the one it was opened from. */
export const letterIn = (values: Values, opened: string): PlanLetter =>
  letterOf(`plan_${String(values.plan ?? '')}`) ?? letterOf(`plan_${opened}`) ?? 'a';
