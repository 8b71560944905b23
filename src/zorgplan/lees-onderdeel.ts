import { textError, textIn } from '../casus/casus-form.ts';
import type { Seen } from '../casus/see.ts';
import type { Values } from '../intent.ts';
import { dateIn, isDate } from '../time.ts';
import type { Bewerking } from './bewerken.ts';
import { isTekstSectie, itemMax, itemOf, type Onderdeel, tekstMax } from './onderdelen.ts';
import { findActie, type PlanLetter, type ZorgplanInhoud } from './zorgplan.ts';
import { actieMensen, IEMAND, isPerspectief, isRol } from './zorgplan-form.ts';

export type Gelezen = { errors: Record<string, string | null>; bewerking: Bewerking };

/** What was filled in about one part: the change it asks for, and what is wrong with it by field. */
export function leesOnderdeel(
  seen: Seen,
  inhoud: ZorgplanInhoud,
  onderdeel: Onderdeel,
  letter: PlanLetter,
  values: Values,
): Gelezen {
  const item = itemOf(onderdeel);
  const text = (id: string) => textIn(values, id);
  if (item?.soort === 'doel')
    return {
      errors: {
        doel: textError(text('doel'), true, itemMax.doel),
        zichtbaar: textError(text('zichtbaar'), true, itemMax.zichtbaar),
      },
      bewerking: { soort: 'doel', doel: { id: item.id, doel: text('doel'), zichtbaar: text('zichtbaar') } },
    };
  if (item?.soort === 'zorgfiguur') {
    const rol = text('rol');
    return {
      errors: {
        wie: textError(text('wie'), true, itemMax.wie),
        rol: isRol(rol) ? null : 'Kies een rol.',
        ondersteuning: textError(text('ondersteuning'), false, itemMax.ondersteuning),
      },
      bewerking: {
        soort: 'zorgfiguur',
        zorgfiguur: {
          id: item.id,
          wie: text('wie'),
          rol: isRol(rol) ? rol : 'ander',
          ondersteuning: text('ondersteuning'),
        },
      },
    };
  }
  if (item) return leesActie(seen, inhoud, item.id, letter, text);
  if (onderdeel === 'perspectief') {
    const perspectief = text('perspectief');
    return {
      errors: { perspectief: perspectief === '' || isPerspectief(perspectief) ? null : 'Kies een perspectief.' },
      bewerking: { soort: 'perspectief', perspectief: isPerspectief(perspectief) ? perspectief : null },
    };
  }
  if (!isTekstSectie(onderdeel)) throw new Error(`no part of a plan: ${onderdeel}`);
  return {
    errors: { tekst: textError(text('tekst'), false, tekstMax[onderdeel]) },
    bewerking: { soort: 'tekst', sectie: onderdeel, tekst: text('tekst') },
  };
}

function leesActie(
  seen: Seen,
  inhoud: ZorgplanInhoud,
  id: string,
  letter: PlanLetter,
  text: (id: string) => string,
): Gelezen {
  const was = findActie(inhoud, id)?.actie;
  const [wat, wie, persoon, tegen] = [text('wat'), text('wie'), text('persoon'), text('tegen')];
  const known = actieMensen(seen).some((m) => m.value === persoon) || persoon === was?.persoonId;
  const persoonId = known ? persoon : null;
  const gone = persoon !== '' && persoon !== IEMAND && !known;
  return {
    errors: {
      wat: textError(wat, true, itemMax.wat),
      persoon: gone ? 'Deze persoon is niet meer bij de casus. Kies iemand anders.' : null,
      wie:
        persoonId === null && wie === ''
          ? 'Kies hierboven iemand, of schrijf hier wie het doet.'
          : textError(wie, false, itemMax.wie),
      tegen: dayError(seen, tegen, was?.tegen ?? null),
    },
    bewerking: {
      soort: 'actie',
      letter,
      actie: { id, wat, wie: persoonId === null ? wie : '', persoonId, tegen: tegen === '' ? null : tegen },
    },
  };
}

/** A day that is over cannot be agreed any more; the day an action had may stay. */
function dayError({ region, now }: Seen, typed: string, was: string | null): string | null {
  if (typed === '' || typed === was) return null;
  if (!isDate(typed)) return 'Kies een dag.';
  const today = dateIn(region.tijdzone, now);
  if (typed < today) return 'Die dag is voorbij: kies vandaag of later.';
  const last = Temporal.PlainDate.from(today).add({ years: 2 }).toString();
  return typed > last ? 'Dat is meer dan twee jaar vooruit: kies een dag die dichterbij ligt.' : null;
}
