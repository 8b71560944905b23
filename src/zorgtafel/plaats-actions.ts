import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import { textIn } from '../casus/casus-form.ts';
import { nameOf } from '../casus/casus-views.ts';
import type { Seen } from '../casus/see.ts';
import { deciding } from '../casus/with-casus.ts';
import type { Handler } from '../context.ts';
import type { Values } from '../intent.ts';
import type { FieldErrors } from '../view.ts';
import { eerstVerslag } from './afgelasten.ts';
import { readTafelSubject } from './context-tafel.ts';
import { plaatsErrors, plaatsKeuzes, plaatsVan, plaatsWaarden } from './plaats-formulier.ts';
import { veldErrors } from './plan-formulier.ts';
import { duren, plaatsFormulierVelden } from './plan-velden.ts';
import { doorTeGeven, tafelOf } from './tafel-change.ts';
import { form, opens } from './tafel-form-actions.ts';
import { basisVan, type PlaatsDeel, type PlaatsGegevens, verschil, wijzigPlaats } from './wijzig-plaats.ts';
import type { Zorgtafel } from './zorgtafel.ts';

/** *Plaats wijzigen*: the form, with how it is now. */
export const zorgtafelPlaats = opens('zorgtafel.plaats', 'plaats', eerstVerslag, (seen, tafel) => ({
  ...plaatsWaarden(tafel.plaats, seen),
  duur: `${tafel.duur}`,
  boodschap: tafel.boodschap,
}));

function gegevensIn(values: Values, seen: Seen, { plaats: was }: Zorgtafel): PlaatsGegevens {
  const plaats = plaatsVan(values, seen);
  const same = plaats.omschrijving === was.omschrijving && plaats.adres === was.adres;
  return {
    // An organisation that left the list of the region stays one.
    plaats: same ? { ...plaats, openbaar: was.openbaar } : plaats,
    duur: Number(textIn(values, 'duur')),
    boodschap: textIn(values, 'boodschap'),
  };
}

/** Subject: `<case>/<table>/<basis>`. */
export const plaatsBewaren: Handler = (context) => {
  const { subject, values, person, now } = context;
  const { casusId, tafelId, rest: basis } = readTafelSubject(subject);
  return deciding(
    context,
    'zorgtafel.plaats_bewaren',
    casusId,
    (seen) => {
      const found = tafelOf(seen, tafelId);
      if ('refusal' in found) return found;
      const { tafel } = found;
      // With mistakes the form keeps what it was opened on, so that a change in between is still seen.
      const again = (errors: FieldErrors, opgeslagen = basis) => {
        const made = form(seen, tafel, 'plaats', withoutRijksregisternummers(values), errors);
        return { toon: { ...made, view: { ...made.view, basis: opgeslagen } } };
      };
      const errors = {
        ...veldErrors(plaatsFormulierVelden(plaatsKeuzes(seen)), values),
        ...plaatsErrors(values, seen),
      };
      if (Object.keys(errors).length > 0) return again(errors);
      const naar = gegevensIn(values, seen, tafel);
      const delen = verschil(tafel, naar);
      if (delen.length === 0) return again({ plaats: 'Zo staat het er al. Pas iets aan, of annuleer.' });
      if (basis !== basisVan(tafel)) return again(intussen(seen, tafel, delen), basisVan(tafel));
      return wijzigPlaats(seen, tafelId, naar, person.id, now);
    },
    (seen) => {
      const tafel = seen.zorgtafels.find((t) => t.id === tafelId);
      return {
        kind: 'replace',
        view: {
          view: 'tafel_bewaard',
          wat: 'plaats',
          casusId,
          tafelId,
          referentie: seen.casus.referentie,
          zone: seen.region.tijdzone,
          voor: tafel ? doorTeGeven(tafel, seen.lezer) : [],
          mag: [],
        },
      };
    },
  );
};

/** A colleague was first: what stands there now, beside what was typed. */
function intussen(seen: Seen, tafel: Zorgtafel, delen: readonly PlaatsDeel[]): FieldErrors {
  const { plaats, duur, boodschap } = tafel;
  const nu: Record<PlaatsDeel, string> = {
    plaats: [plaats.omschrijving, plaats.adres].filter(Boolean).join(', '),
    lokaal: plaats.lokaal,
    link: plaats.link,
    duur: duren.find(({ value }) => value === `${duur}`)?.label ?? `${duur} minuten`,
    boodschap,
  };
  const door = tafel.bijgewerkt ? nameOf(seen.directory, tafel.bijgewerkt.door) : 'Iemand';
  return Object.fromEntries(
    delen.map((deel, n) => [
      deel,
      `${n === 0 ? `${door} was je voor. ` : ''}Nu staat hier: ${nu[deel] || 'niets'}. Bewaar je opnieuw, dan vervang je dat.`,
    ]),
  );
}
