import type { ActionId } from '../actions.ts';
import { aanspreekpuntNaam, nameOf } from '../casus/casus-views.ts';
import { ended, isOpen } from '../casus/ended.ts';
import type { Seen } from '../casus/see.ts';
import { isOnCase, may } from '../toegang/policy.ts';
import { isVanTafel, magLezen, type PlanLezer, type PlanVeld, planLezer } from '../toegang/zorgplan-velden.ts';
import { tekstVan } from './bewerken.ts';
import { voorbij } from './klokken.ts';
import { isTekstSectie, letterOf, type Onderdeel, type Sectie, secties } from './onderdelen.ts';
import { ontbreekt } from './ontbreekt.ts';
import { onderdelenIn } from './terugzetten.ts';
import {
  type Actie,
  findActie,
  geplandeEvaluatie,
  planLetters,
  type Stempel,
  type Zorgplan,
  type ZorgplanInhoud,
} from './zorgplan.ts';
import type {
  ActieRegel,
  Bewaard,
  PlanStand,
  ScoreLijn,
  SectieView,
  ZorgplanActieView,
  ZorgplanSectieView,
  ZorgplanView,
} from './zorgplan-view.ts';

/** A plan somebody may read, and as whom. */
export type PlanGezien = { seen: Seen; plan: Zorgplan; lezer: PlanLezer };

/** The plan as this person may read it; null: there is none, or it is not theirs to read. */
export function planGezien(seen: Seen): PlanGezien | null {
  const plan = seen.zorgplan;
  const lezer = plan && planLezer(seen, plan.inhoud);
  return plan && lezer ? { seen, plan, lezer } : null;
}

const reads = ({ plan, lezer }: PlanGezien, veld: PlanVeld): boolean => magLezen(lezer, veld, plan.inhoud);

/** What somebody may write: coordinators everything, the table additions where they allowed that. */
export function schrijven(seen: Seen): ZorgplanView['schrijven'] {
  const { relations, zorgplan } = seen;
  if (!zorgplan || ended(seen.casus)) return 'niets';
  if (relations.has('aanspreekpunt') || relations.has('coordinator')) return 'alles';
  return zorgplan.inhoud.delen === 'aanvullen' && isVanTafel(seen, zorgplan.inhoud) ? 'aanvullen' : 'niets';
}

export function zorgplanView(gezien: PlanGezien, bewaard: Bewaard | null = null): ZorgplanView {
  const { seen, plan } = gezien;
  const { inhoud } = plan;
  const team = gezien.lezer === 'team';
  const over = ended(seen.casus) !== null;
  return {
    view: 'zorgplan',
    ...about(seen),
    bewaard,
    stand: over ? 'gestopt' : inhoud.vastgelegd ? 'vastgelegd' : 'concept',
    aanspreekpunt: aanspreekpuntNaam(seen),
    versie: plan.versie,
    door: nameOf(seen.directory, plan.door),
    op: plan.op.toString(),
    actief: inhoud.actief,
    evaluatie: reads(gezien, 'evaluatiedag') ? evaluatieDag(gezien) : null,
    zonderTafel: team ? inhoud.zonderTafel : null,
    delen: team ? inhoud.delen : null,
    secties: secties.filter((s) => reads(gezien, s)).map((s) => sectieView(gezien, s)),
    ontbreekt: reads(gezien, 'ontbreekt') && !over ? ontbreekt(inhoud) : [],
    scores: reads(gezien, 'scores') ? scoreLijnen(inhoud) : [],
    schrijven: schrijven(seen),
    mag: planButtons(gezien),
  };
}

/** Buttons under a plan; those of its sections stand with them. */
function planButtons({ seen, plan, lezer }: PlanGezien): ActionId[] {
  const { vastgelegd } = plan.inhoud;
  const writes: ActionId[] = vastgelegd
    ? ['zorgplan.evaluatie', 'zorgplan.overstappen', 'zorgplan.delen']
    : ['zorgplan.vastleggen', 'zorgplan.delen'];
  const actions: ActionId[] = [
    ...(schrijven(seen) === 'alles' ? writes : []),
    'zorgplan.pdf',
    ...(lezer === 'team' ? (['zorgplan.wijzigingen', 'casus.tonen'] as const) : []),
  ];
  return actions.filter((a) => may(a, seen.relations));
}

const about = ({ casus, region }: Seen) => ({
  casusId: casus.id,
  referentie: casus.referentie,
  zone: region.tijdzone,
});

function evaluatieDag({ seen, plan }: Pick<PlanGezien, 'seen' | 'plan'>) {
  const next = ended(seen.casus) ? undefined : geplandeEvaluatie(plan.inhoud);
  return next ? { id: next.id, datum: next.datum, teLaat: voorbij(seen, next.datum) } : null;
}

export function sectieView({ seen, plan }: Pick<PlanGezien, 'seen' | 'plan'>, sectie: Sectie): SectieView {
  const { inhoud } = plan;
  const letter = letterOf(sectie);
  const stempel = laatste(inhoud, sectie);
  return {
    sectie,
    tekst: isTekstSectie(sectie) ? tekstVan(inhoud, sectie) : '',
    doelen: sectie === 'doelen' ? inhoud.doelen : [],
    acties: letter ? inhoud.plannen[letter].acties.map((a) => actieRegel(seen, a, letter === inhoud.actief)) : [],
    zorgfiguren: sectie === 'zorgfiguren' ? inhoud.zorgfiguren : [],
    perspectief: sectie === 'perspectief' ? inhoud.perspectief : null,
    herkomst: inhoud.herkomst[sectie] ?? null,
    gewijzigd: stempel && { door: nameOf(seen.directory, stempel.door), op: stempel.op.toString() },
  };
}

/** The last change of anything in a section, what was removed from it too. */
function laatste(inhoud: ZorgplanInhoud, sectie: Sectie): Stempel | null {
  const here = new Set<string>(onderdelenIn(inhoud, sectie));
  const stamps = Object.entries(inhoud.gewijzigd as Record<Onderdeel, Stempel>)
    .filter(([onderdeel, s]) => here.has(onderdeel) || s.sectie === sectie)
    .map(([, s]) => s);
  return stamps.sort((a, b) => b.versie - a.versie)[0] ?? null;
}

/**
 * Who took it by name, or in the words that were written. Only in a plan that is followed, of a case that goes on, it
 * can be late.
 */
export function actieRegel(seen: Seen, actie: Actie, gevolgd = true): ActieRegel {
  const { id, wat, wie, persoonId, tegen, gedaan } = actie;
  return {
    id,
    wat,
    wie: persoonId === null ? wie : nameOf(seen.directory, persoonId),
    tegen,
    gedaan: gedaan && { door: nameOf(seen.directory, gedaan.door), op: gedaan.op.toString() },
    teLaat: gevolgd && !gedaan && tegen !== null && !ended(seen.casus) && voorbij(seen, tegen),
  };
}

/** The scores of every goal that stands in the plan, oldest first. */
export const scoreLijnen = ({ doelen, evaluaties }: ZorgplanInhoud): ScoreLijn[] =>
  doelen.flatMap(({ id }, n) => {
    const punten = evaluaties.flatMap((e) => {
      const score = e.scores[id];
      return e.stand === 'gehouden' && score !== undefined ? [{ datum: e.datum, score }] : [];
    });
    return punten.length > 0 ? [{ nummer: n + 1, punten }] : [];
  });

export function zorgplanSectieView(
  gezien: PlanGezien,
  sectie: Sectie,
  bewaard: Bewaard | null = null,
  terug: ZorgplanSectieView['terug'] = null,
  hoger: ZorgplanSectieView['hoger'] = null,
): ZorgplanSectieView | null {
  const { seen, plan } = gezien;
  if (!reads(gezien, sectie)) return null;
  return {
    view: 'zorgplan_sectie',
    ...about(seen),
    versie: plan.versie,
    bewaard,
    terug,
    hoger,
    sectie: sectieView(gezien, sectie),
    actief: plan.inhoud.actief,
    schrijven: schrijven(seen),
    geschiedenis: reads(gezien, 'geschiedenis'),
  };
}

/**
 * One action. Who took it reads it even where the plan is not shared: it is theirs to do. Null: this person may not
 * read it.
 */
export function zorgplanActieView(
  seen: Seen,
  actieId: string,
  melding: ZorgplanActieView['melding'],
): ZorgplanActieView | null {
  const plan = seen.zorgplan;
  const found = plan && findActie(plan.inhoud, actieId);
  const gezien = planGezien(seen);
  const vanJou = found?.actie.persoonId === seen.lezer && isOnCase(seen.relations);
  if (!plan || (!gezien && !vanJou && found)) return null;
  const gestopt = ended(seen.casus) !== null;
  const team = gezien?.lezer === 'team';
  const editable = schrijven(seen) === 'alles';
  const buttons: ActionId[] = [
    ...(found && !gestopt && (editable || vanJou)
      ? [found.actie.gedaan ? ('zorgplan.niet_gedaan' as const) : ('zorgplan.gedaan' as const)]
      : []),
    ...(found && editable ? (['zorgplan.bewerken'] as const) : []),
    ...(gezien ? (['zorgplan.tonen'] as const) : []),
  ];
  return {
    view: 'zorgplan_actie',
    ...about(seen),
    actieId,
    versie: plan.versie,
    actie: found ? actieRegel(seen, found.actie, found.letter === plan.inhoud.actief) : null,
    letter: found?.letter ?? null,
    actief: plan.inhoud.actief,
    vanJou,
    // A reminder meant for the person it was taken from is not theirs any more.
    melding: vanJou || team ? melding : null,
    aanspreekpunt: aanspreekpuntNaam(seen),
    gestopt,
    mag: buttons.filter((a) => may(a, seen.relations)),
  };
}

/** How the plan stands, for the card of its case; null: there is none, or not for this reader. */
export function planStand(seen: Seen): PlanStand | null {
  const gezien = planGezien(seen);
  if (!gezien) return null;
  const { inhoud } = gezien.plan;
  const evaluatie = evaluatieDag(gezien);
  return {
    vastgelegd: inhoud.vastgelegd !== null,
    actief: inhoud.actief,
    evaluatie: evaluatie && { datum: evaluatie.datum, teLaat: evaluatie.teLaat },
    teLaat: inhoud.plannen[inhoud.actief].acties.filter((a) => actieRegel(seen, a).teLaat).length,
  };
}

/** Open actions of one person in the plan that is followed. */
export const actiesVan = ({ plannen, actief }: ZorgplanInhoud, personId: string): Actie[] =>
  plannen[actief].acties.filter((a) => a.persoonId === personId && !a.gedaan);

/** Every action of a plan, A first. */
export const alleActies = ({ plannen }: ZorgplanInhoud): Actie[] => planLetters.flatMap((l) => plannen[l].acties);

/** Buttons about the plan on the card of its case: to begin it, or to open it. */
export function planKnoppen(seen: Seen): ActionId[] {
  const { casus, relations } = seen;
  if (planGezien(seen)) return ['zorgplan.tonen'];
  const begins = !seen.zorgplan && isOpen(casus) && casus.stand !== 'aangemeld';
  return begins && may('zorgplan.maken', relations) ? ['zorgplan.maken'] : [];
}
