import type { Refusal } from '../refusal.ts';
import type { Instant } from '../time.ts';
import { nogBesluit } from '../toegang/zorgplan-velden.ts';
import {
  type ItemSoort,
  itemOf,
  itemsMax,
  letterOf,
  type Onderdeel,
  type Sectie,
  type TekstSectie,
  volgordeOf,
} from './onderdelen.ts';
import {
  type Actie,
  type Doel,
  findActie,
  type Perspectief,
  type PlanLetter,
  planLetters,
  type Stempel,
  type Zorgfiguur,
  type Zorgplan,
  type ZorgplanInhoud,
} from './zorgplan.ts';

/** One change of one part of a plan. An item that is not there yet, or no longer, is added at the end. */
export type Bewerking =
  | { soort: 'tekst'; sectie: TekstSectie; tekst: string }
  | { soort: 'perspectief'; perspectief: Perspectief | null }
  | { soort: 'doel'; doel: Doel }
  | { soort: 'actie'; letter: PlanLetter; actie: Omit<Actie, 'gedaan'> }
  | { soort: 'zorgfiguur'; zorgfiguur: Zorgfiguur }
  | { soort: 'weg'; item: ItemSoort; id: string }
  /** One place up, in its section. */
  | { soort: 'hoger'; sectie: Sectie; id: string };

export type Bewerkt =
  /** `zelfde`: it reads so already, there is no new version. */
  | { kind: 'ok'; plan: Zorgplan; zelfde: boolean }
  /** Somebody changed this very part after the version the change was based on: who writes chooses. */
  | { kind: 'gewijzigd'; stempel: Stempel }
  | { kind: 'refusal'; refusal: Refusal };

/**
 * A plan with one change, as its next version. `basis`: the version that was being read; changes of other parts
 * since then are kept, one of the same part is shown first [Z1].
 */
export function bewerk(plan: Zorgplan, bewerking: Bewerking, basis: number, door: string, op: Instant): Bewerkt {
  const { inhoud } = plan;
  const onderdeel = onderdeelVan(bewerking);
  const was = waarde(inhoud, onderdeel);
  const next = apply(inhoud, bewerking);
  const wordt = waarde(next, onderdeel);
  // The besluit of the report is kept as it is: from then on the table reads it [S8].
  const keeps = onderdeel === 'plan_a' && nogBesluit(inhoud);
  if (same(was, wordt) && !keeps) return { kind: 'ok', plan, zelfde: true };
  const stempel = inhoud.gewijzigd[onderdeel];
  if (stempel && stempel.versie > basis) return { kind: 'gewijzigd', stempel };
  const item = itemOf(onderdeel);
  if (item && was === null && countOf(inhoud, item.soort) >= itemsMax[item.soort])
    return { kind: 'refusal', refusal: { kind: 'zorgplan_vol', wat: item.soort, max: itemsMax[item.soort] } };
  const wat =
    bewerking.soort === 'hoger'
      ? 'geordend'
      : wordt === null
        ? 'verwijderd'
        : item && was === null
          ? 'toegevoegd'
          : 'gewijzigd';
  const sectie = sectieVan(next, onderdeel) ?? sectieVan(inhoud, onderdeel);
  if (sectie === null) return { kind: 'ok', plan, zelfde: true };
  return { kind: 'ok', plan: volgende(plan, next, [{ onderdeel, wat, sectie }], door, op), zelfde: false };
}

/** The next version of a plan, with who changed what in it. */
export function volgende(
  plan: Zorgplan,
  inhoud: ZorgplanInhoud,
  changes: readonly { onderdeel: Onderdeel; wat: Stempel['wat']; sectie: Sectie }[],
  door: string,
  op: Instant,
): Zorgplan {
  const versie = plan.versie + 1;
  const gewijzigd = { ...inhoud.gewijzigd };
  const herkomst = { ...inhoud.herkomst };
  for (const { onderdeel, wat, sectie } of changes) {
    gewijzigd[onderdeel] = { versie, door, op, wat, sectie };
    // Once somebody wrote in it, it no longer reads as it was told.
    if (wat !== 'teruggezet' && wat !== 'geordend' && itemOf(onderdeel) === null) delete herkomst[sectie];
  }
  return { ...plan, versie, door, op, inhoud: { ...inhoud, gewijzigd, herkomst } };
}

export function onderdeelVan(bewerking: Bewerking): Onderdeel {
  switch (bewerking.soort) {
    case 'tekst':
      return bewerking.sectie;
    case 'perspectief':
      return 'perspectief';
    case 'doel':
      return `doel:${bewerking.doel.id}`;
    case 'actie':
      return `actie:${bewerking.actie.id}`;
    case 'zorgfiguur':
      return `zorgfiguur:${bewerking.zorgfiguur.id}`;
    case 'weg':
      return `${bewerking.item}:${bewerking.id}`;
    case 'hoger':
      return `volgorde:${bewerking.sectie}`;
    default:
      throw new Error(bewerking satisfies never);
  }
}

/** What a part holds now; null: nothing, or it is not there. An action comes with the plan it stands in. */
export function waarde(inhoud: ZorgplanInhoud, onderdeel: Onderdeel): unknown {
  const item = itemOf(onderdeel);
  if (item?.soort === 'doel') return inhoud.doelen.find((d) => d.id === item.id) ?? null;
  if (item?.soort === 'zorgfiguur') return inhoud.zorgfiguren.find((z) => z.id === item.id) ?? null;
  if (item) return findActie(inhoud, item.id) ?? null;
  const ordered = volgordeOf(onderdeel);
  if (ordered) return itemsIn(inhoud, ordered).map(({ id }) => id);
  return onderdeel === 'perspectief' ? inhoud.perspectief : tekstVan(inhoud, onderdeel as TekstSectie);
}

/** The text of a section. */
export function tekstVan(inhoud: ZorgplanInhoud, sectie: TekstSectie): string {
  const letter = letterOf(sectie);
  if (letter) return inhoud.plannen[letter].omschrijving;
  return inhoud[tekstVeld(sectie)];
}

const tekstVeld = (sectie: TekstSectie) => {
  switch (sectie) {
    case 'minimale_eisen':
      return 'minimaleEisen';
    case 'veilige_haven':
      return 'veiligeHaven';
    case 'zorgen':
    case 'krachten':
    case 'veiligheidsplan':
      return sectie;
    default:
      throw new Error(`${sectie} is the text of a plan`);
  }
};

/** In which section a part stands; null: it is not there. */
export function sectieVan(inhoud: ZorgplanInhoud, onderdeel: Onderdeel): Sectie | null {
  const item = itemOf(onderdeel);
  if (!item) return volgordeOf(onderdeel) ?? (onderdeel as Sectie);
  if (waarde(inhoud, onderdeel) === null) return null;
  if (item.soort === 'doel') return 'doelen';
  if (item.soort === 'zorgfiguur') return 'zorgfiguren';
  const found = findActie(inhoud, item.id);
  return found ? `plan_${found.letter}` : null;
}

/** What stands in a section one below another. */
export function itemsIn(inhoud: ZorgplanInhoud, sectie: Sectie): readonly { id: string }[] {
  const letter = letterOf(sectie);
  if (letter) return inhoud.plannen[letter].acties;
  return sectie === 'doelen' ? inhoud.doelen : sectie === 'zorgfiguren' ? inhoud.zorgfiguren : [];
}

const countOf = (inhoud: ZorgplanInhoud, soort: ItemSoort): number =>
  soort === 'doel'
    ? inhoud.doelen.length
    : soort === 'zorgfiguur'
      ? inhoud.zorgfiguren.length
      : planLetters.reduce((n, letter) => n + inhoud.plannen[letter].acties.length, 0);

function apply(inhoud: ZorgplanInhoud, bewerking: Bewerking): ZorgplanInhoud {
  switch (bewerking.soort) {
    case 'tekst': {
      const letter = letterOf(bewerking.sectie);
      if (!letter) return { ...inhoud, [tekstVeld(bewerking.sectie)]: bewerking.tekst };
      const deel = { ...inhoud.plannen[letter], omschrijving: bewerking.tekst };
      return { ...inhoud, plannen: { ...inhoud.plannen, [letter]: deel } };
    }
    case 'perspectief':
      return { ...inhoud, perspectief: bewerking.perspectief };
    case 'doel':
      return { ...inhoud, doelen: put(inhoud.doelen, bewerking.doel) };
    case 'zorgfiguur':
      return { ...inhoud, zorgfiguren: put(inhoud.zorgfiguren, bewerking.zorgfiguur) };
    case 'actie': {
      const found = findActie(inhoud, bewerking.actie.id);
      // What was done stays done, whatever the words become.
      const actie: Actie = { ...bewerking.actie, gedaan: found?.actie.gedaan ?? null };
      const stays = found?.letter === bewerking.letter;
      const left = stays ? inhoud : withoutActie(inhoud, actie.id);
      const deel = left.plannen[bewerking.letter];
      const plannen = { ...left.plannen, [bewerking.letter]: { ...deel, acties: put(deel.acties, actie) } };
      return { ...left, plannen };
    }
    case 'weg':
      if (bewerking.item === 'actie') return withoutActie(inhoud, bewerking.id);
      return bewerking.item === 'doel'
        ? { ...inhoud, doelen: inhoud.doelen.filter((d) => d.id !== bewerking.id) }
        : { ...inhoud, zorgfiguren: inhoud.zorgfiguren.filter((z) => z.id !== bewerking.id) };
    case 'hoger': {
      const { sectie, id } = bewerking;
      const letter = letterOf(sectie);
      if (letter) {
        const deel = inhoud.plannen[letter];
        const plannen = { ...inhoud.plannen, [letter]: { ...deel, acties: hoger(deel.acties, id) } };
        return { ...inhoud, plannen };
      }
      return sectie === 'doelen'
        ? { ...inhoud, doelen: hoger(inhoud.doelen, id) }
        : { ...inhoud, zorgfiguren: hoger(inhoud.zorgfiguren, id) };
    }
    default:
      throw new Error(bewerking satisfies never);
  }
}

/** The same items, with one of them before the one it stood below. */
function hoger<T extends { id: string }>(items: readonly T[], id: string): T[] {
  const at = items.findIndex((i) => i.id === id);
  const [item] = items.slice(at);
  return at < 1 || !item
    ? [...items]
    : [...items.slice(0, at - 1), item, ...items.slice(at - 1).filter((i) => i !== item)];
}

const put = <T extends { id: string }>(items: readonly T[], item: T): T[] =>
  items.some((i) => i.id === item.id) ? items.map((i) => (i.id === item.id ? item : i)) : [...items, item];

export const withoutActie = (inhoud: ZorgplanInhoud, id: string): ZorgplanInhoud => {
  const without = (letter: PlanLetter) => {
    const deel = inhoud.plannen[letter];
    return { ...deel, acties: deel.acties.filter((a) => a.id !== id) };
  };
  return { ...inhoud, plannen: { a: without('a'), b: without('b'), c: without('c') } };
};

/** Plain data, key by key. */
export function same(a: unknown, b: unknown): boolean {
  if (a instanceof Temporal.Instant && b instanceof Temporal.Instant) return a.equals(b);
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => same((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key]))
  );
}
