import type { Sector } from '../aanmelding/aanmelding.ts';
import { hasRijksregisternummer } from '../aanmelding/rijksregisternummer.ts';
import type { Values } from '../intent.ts';
import type { FieldErrors } from '../view.ts';
import type { Directory } from './directory.ts';

/** Kinds of organisation, as asked; whether the lokaal team comes first follows from it [V6]. */
export const sectoren: readonly { value: Sector; label: string }[] = [
  { value: 'basisvoorziening', label: 'Ziekenhuis, OCMW, huisarts, vroedvrouw of kinderopvang' },
  { value: 'kind_en_gezin', label: 'Lokaal team Kind & Gezin' },
  { value: 'ckg_cig', label: 'CKG of CIG' },
  { value: 'pleegzorg', label: 'Pleegzorg' },
  { value: 'gemandateerd', label: 'OCJ of VK' },
  { value: 'justitie', label: 'Jeugdrechtbank of parket' },
  { value: 'andere', label: 'Andere hulpverlening' },
];

export type Kennismaking = { organisatie: string; functie: string; sector: Sector; regio: string | null };

const MAX = 80;

/** What somebody new tells about themselves once, or what is wrong with it. */
export function readKennismaking(values: Values, directory: Directory): Kennismaking | { errors: FieldErrors } {
  const text = (id: string) => {
    const value = values[id];
    return typeof value === 'string' ? value.trim() : '';
  };
  const errors: FieldErrors = {};
  for (const id of ['organisatie', 'functie']) {
    const value = text(id);
    if (value === '') errors[id] = 'Dit ontbreekt nog.';
    else if (value.length > MAX) errors[id] = `Houd het onder ${MAX} tekens.`;
    else if (hasRijksregisternummer(value)) errors[id] = 'Hier hoort geen rijksregisternummer.';
  }
  const sector = sectoren.find((s) => s.value === text('sector'))?.value;
  if (!sector) errors.sector = 'Duid aan waar je werkt.';
  const regio = directory.regions.get(text('regio'))?.code ?? null;
  if (directory.regions.size > 1 && regio === null) errors.regio = 'Kies je regio.';
  if (!sector || Object.keys(errors).length > 0) return { errors };
  return { organisatie: text('organisatie'), functie: text('functie'), sector, regio };
}
