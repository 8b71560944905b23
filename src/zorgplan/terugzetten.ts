import type { Instant } from '../time.ts';
import { same, sectieVan, tekstVan, volgende, waarde, withoutActie } from './bewerken.ts';
import { isTekstSectie, itemOf, itemsMax, letterOf, type Onderdeel, type Sectie } from './onderdelen.ts';
import { type Actie, type Doel, findActie, type Zorgfiguur, type Zorgplan, type ZorgplanInhoud } from './zorgplan.ts';

/**
 * The plan with one section exactly as it was in an older version, as a new version. Only what was done since stays
 * done: that is a fact, not a word. Null: it reads so already.
 */
export function sectieTerugzetten(
  plan: Zorgplan,
  oud: Zorgplan,
  sectie: Sectie,
  door: string,
  op: Instant,
): Zorgplan | 'vol' | null {
  const { inhoud } = plan;
  const next = { ...withSectie(inhoud, oud.inhoud, sectie), herkomst: herkomstVan(inhoud, oud.inhoud, sectie) };
  if (letterOf(sectie) && onderdelenVan(next, 'actie') > itemsMax.actie) return 'vol';
  const before = onderdelenIn(inhoud, sectie);
  const after = onderdelenIn(next, sectie);
  const all = [...new Set([...before, ...after])];
  const touched = all.filter((o) => !same(waarde(inhoud, o), waarde(next, o)));
  if (touched.length === 0 && same(before, after)) return null;
  // The same items in another order.
  const order: Onderdeel = `volgorde:${sectie}`;
  const changes = (touched.length > 0 ? touched : [order]).map((onderdeel) => ({
    onderdeel,
    wat: 'teruggezet' as const,
    sectie,
  }));
  return volgende(plan, next, changes, door, op);
}

/** The plan with one item back that was removed, as it was in an older version. Null: it is there, or never was. */
export function itemTerugzetten(
  plan: Zorgplan,
  oud: Zorgplan,
  onderdeel: Onderdeel,
  door: string,
  op: Instant,
): Zorgplan | 'vol' | null {
  const item = itemOf(onderdeel);
  const was = waarde(oud.inhoud, onderdeel);
  const sectie = sectieVan(oud.inhoud, onderdeel);
  if (!item || was === null || sectie === null || waarde(plan.inhoud, onderdeel) !== null) return null;
  const { inhoud } = plan;
  if (onderdelenVan(inhoud, item.soort) >= itemsMax[item.soort]) return 'vol';
  const letter = letterOf(sectie);
  const next: ZorgplanInhoud = letter
    ? {
        ...inhoud,
        plannen: {
          ...inhoud.plannen,
          [letter]: {
            ...inhoud.plannen[letter],
            acties: [...inhoud.plannen[letter].acties, (was as { actie: Actie }).actie],
          },
        },
      }
    : item.soort === 'doel'
      ? { ...inhoud, doelen: [...inhoud.doelen, was as Doel] }
      : { ...inhoud, zorgfiguren: [...inhoud.zorgfiguren, was as Zorgfiguur] };
  return volgende(plan, next, [{ onderdeel, wat: 'teruggezet', sectie }], door, op);
}

const onderdelenVan = (inhoud: ZorgplanInhoud, soort: 'doel' | 'actie' | 'zorgfiguur') =>
  soort === 'doel'
    ? inhoud.doelen.length
    : soort === 'zorgfiguur'
      ? inhoud.zorgfiguren.length
      : Object.values(inhoud.plannen).reduce((n, deel) => n + deel.acties.length, 0);

/** Every part that stands in a section. */
export function onderdelenIn(inhoud: ZorgplanInhoud, sectie: Sectie): Onderdeel[] {
  if (sectie === 'perspectief') return ['perspectief'];
  if (sectie === 'doelen') return inhoud.doelen.map((d): Onderdeel => `doel:${d.id}`);
  if (sectie === 'zorgfiguren') return inhoud.zorgfiguren.map((z): Onderdeel => `zorgfiguur:${z.id}`);
  const letter = letterOf(sectie);
  return [sectie, ...(letter ? inhoud.plannen[letter].acties.map((a): Onderdeel => `actie:${a.id}`) : [])];
}

function withSectie(inhoud: ZorgplanInhoud, oud: ZorgplanInhoud, sectie: Sectie): ZorgplanInhoud {
  if (sectie === 'perspectief') return { ...inhoud, perspectief: oud.perspectief };
  if (sectie === 'doelen') return { ...inhoud, doelen: oud.doelen };
  if (sectie === 'zorgfiguren') return { ...inhoud, zorgfiguren: oud.zorgfiguren };
  const letter = letterOf(sectie);
  if (!letter) {
    const tekst = tekstVan(oud, sectie);
    if (sectie === 'minimale_eisen') return { ...inhoud, minimaleEisen: tekst };
    if (sectie === 'veilige_haven') return { ...inhoud, veiligeHaven: tekst };
    return isTekstSectie(sectie) ? { ...inhoud, [sectie]: tekst } : inhoud;
  }
  const acties = oud.plannen[letter].acties.map((a) => ({
    ...a,
    gedaan: findActie(inhoud, a.id)?.actie.gedaan ?? a.gedaan,
  }));
  // An action that moved to another plan since moves back: it never stands in two.
  const without = acties.reduce((left, a) => withoutActie(left, a.id), inhoud);
  return {
    ...without,
    plannen: { ...without.plannen, [letter]: { omschrijving: oud.plannen[letter].omschrijving, acties } },
  };
}

function herkomstVan(inhoud: ZorgplanInhoud, oud: ZorgplanInhoud, sectie: Sectie): ZorgplanInhoud['herkomst'] {
  const { [sectie]: _, ...rest } = inhoud.herkomst;
  const was = oud.herkomst[sectie];
  return was ? { ...rest, [sectie]: was } : rest;
}
