import { nameOf } from '../casus/casus-views.ts';
import type { Seen } from '../casus/see.ts';
import { deciding, read, reading } from '../casus/with-casus.ts';
import { type Handler, refuse } from '../context.ts';
import { magLezen } from '../toegang/zorgplan-velden.ts';
import { planRefusal } from './beslissingen.ts';
import { same } from './bewerken.ts';
import { isOnderdeel, isSectie, itemOf, itemsMax, type Sectie } from './onderdelen.ts';
import { planChange } from './plan-change.ts';
import { itemTerugzetten, sectieTerugzetten } from './terugzetten.ts';
import { findActie, planLetters, type Stempel, type Zorgplan, type ZorgplanInhoud } from './zorgplan.ts';
import { doorOf, toonPlan } from './zorgplan-actions.ts';
import type { VersieRegel, ZorgplanWijzigingenView } from './zorgplan-view.ts';
import { planGezien, schrijven, sectieView, zorgplanSectieView } from './zorgplan-views.ts';

/** How many versions one screen goes back. */
const VERSIES = 25;
/** Of one section, with how it read each time. */
const LEZINGEN = 6;

/** Subject: `<casus>[/<sectie or alles>[/<version to go on from>]]`. */
export const zorgplanWijzigingen: Handler = async (context) => {
  const [casusId = '', asked = '', from = ''] = context.subject.split('/');
  const { store } = context.world;
  const sectie = isSectie(asked) ? asked : null;
  const casus = await store.casusById(casusId);
  return reading(context, 'zorgplan.wijzigingen', casus, casusId, async (seen) => {
    const gezien = planGezien(seen);
    if (!gezien || !magLezen(gezien.lezer, 'geschiedenis', gezien.plan.inhoud))
      return refuse({ kind: 'geen_zorgplan' });
    // One more than is shown: what changed in a version is seen against the one before it.
    const found = await store.zorgplanVersies(casusId, VERSIES + 1, from === '' ? undefined : Number(from));
    return { kind: 'answer', view: wijzigingenView(seen, gezien.plan, found, sectie) };
  });
};

function wijzigingenView(
  seen: Seen,
  plan: Zorgplan,
  found: readonly Zorgplan[],
  sectie: Sectie | null,
): ZorgplanWijzigingenView {
  const regels = found.slice(0, VERSIES).flatMap((v, n): VersieRegel[] => {
    const before = found[n + 1];
    const wat = Object.entries(v.inhoud.gewijzigd as Record<string, Stempel>)
      .filter(([, s]) => s.versie === v.versie && (sectie === null || s.sectie === sectie))
      .map(([onderdeel, s]) => ({ sectie: s.sectie, hoe: s.wat, item: itemOf(onderdeel) !== null }));
    const ook = sectie === null ? ookIn(v, before) : [];
    const first = v.versie === 1;
    if (wat.length === 0 && ook.length === 0 && !first) return [];
    return [
      {
        versie: v.versie,
        door: nameOf(seen.directory, v.door),
        op: v.op.toString(),
        wat: wat.filter((w, i) => wat.findIndex((o) => same(o, w)) === i),
        ook: first && sectie === null ? ['gemaakt'] : ook,
        inhoud: sectie && sectieView({ seen, plan: v }, sectie),
        huidig: sectie !== null && sameSectie(v.inhoud, plan.inhoud, sectie, seen),
      },
    ];
  });
  const shown = sectie === null ? regels : regels.slice(0, LEZINGEN);
  const last = shown.at(-1)?.versie ?? found.at(-1)?.versie ?? 1;
  const more = shown.length < regels.length || found.length > VERSIES;
  return {
    view: 'zorgplan_wijzigingen',
    casusId: seen.casus.id,
    referentie: seen.casus.referentie,
    zone: seen.region.tijdzone,
    sectie,
    versies: shown,
    ouder: more && last > 1 ? (shown.length < regels.length ? last : (found[VERSIES - 1]?.versie ?? last)) : null,
    terugzetten: sectie !== null && schrijven(seen) === 'alles',
  };
}

function sameSectie(a: ZorgplanInhoud, b: ZorgplanInhoud, sectie: Sectie, seen: Seen): boolean {
  const plain = (inhoud: ZorgplanInhoud) => {
    const plan = { casusId: '', versie: 0, door: '', op: seen.now, inhoud };
    const { gewijzigd: _, herkomst: __, acties, ...rest } = sectieView({ seen, plan }, sectie);
    return { ...rest, acties: acties.map(({ wat, wie, tegen }) => ({ wat, wie, tegen })) };
  };
  return same(plain(a), plain(b));
}

/** What a version did besides changing words. */
function ookIn({ inhoud }: Zorgplan, before: Zorgplan | undefined): VersieRegel['ook'] {
  if (!before) return [];
  const was = before.inhoud;
  const done = (i: ZorgplanInhoud) => planLetters.flatMap((l) => i.plannen[l].acties).filter((a) => a.gedaan);
  const newly = done(inhoud).some((a) => findActie(was, a.id)?.actie.gedaan === null);
  const reopened = done(was).some((a) => findActie(inhoud, a.id)?.actie.gedaan === null);
  return [
    ...(inhoud.vastgelegd && !was.vastgelegd ? (['vastgelegd'] as const) : []),
    ...(inhoud.actief !== was.actief ? (['overgestapt'] as const) : []),
    ...(was.vastgelegd && !same(inhoud.evaluaties, was.evaluaties) ? (['evaluatie'] as const) : []),
    ...(newly ? (['actie_gedaan'] as const) : []),
    ...(reopened ? (['actie_heropend'] as const) : []),
    ...(inhoud.delen !== was.delen ? (['gedeeld'] as const) : []),
  ];
}

/** Subject: `<casus>/<sectie or item>/<version>`: puts it back as it read then, as a new version. */
export const zorgplanTerugzetten: Handler = async (context) => {
  const [casusId = '', what = '', versie = ''] = context.subject.split('/');
  const wanted = Number(versie);
  const item = itemOf(what);
  if (!(isSectie(what) || (item && isOnderdeel(what))) || !Number.isInteger(wanted))
    return read(context, 'zorgplan.terugzetten', () => refuse({ kind: 'knop_onbekend' }));
  const [oud] = await context.world.store.zorgplanVersies(casusId, 1, wanted + 1);
  let sectie: Sectie | null = isSectie(what) ? what : null;
  return deciding(
    context,
    'zorgplan.terugzetten',
    casusId,
    (seen) => {
      const plan = seen.zorgplan;
      const refusal = planRefusal(seen);
      if (refusal || !plan) return { refusal: refusal ?? { kind: 'geen_zorgplan' } };
      if (oud?.versie !== wanted) return { refusal: { kind: 'niets_terug_te_zetten' } };
      const { door, nextId } = doorOf(context);
      const next = isSectie(what)
        ? sectieTerugzetten(plan, oud, what, door, seen.now)
        : isOnderdeel(what)
          ? itemTerugzetten(plan, oud, what, door, seen.now)
          : null;
      if (next === null) return { refusal: { kind: 'niets_terug_te_zetten' } };
      if (next === 'vol') {
        const wat = item?.soort ?? 'actie';
        return { refusal: { kind: 'zorgplan_vol', wat, max: itemsMax[wat] } };
      }
      if (isOnderdeel(what)) sectie = next.inhoud.gewijzigd[what]?.sectie ?? sectie;
      return planChange(seen, next, door, nextId);
    },
    (seen) => {
      const gezien = planGezien(seen);
      const bewaard = sectie && ({ wat: 'onderdeel', sectie, hoe: 'teruggezet' } as const);
      const view = gezien && sectie && zorgplanSectieView(gezien, sectie, bewaard);
      return view ? { kind: 'replace', view } : toonPlan(seen, bewaard);
    },
  );
};
