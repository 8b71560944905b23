import type { Values } from '../intent.ts';
import type { Directory } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { regionOfMunicipality } from '../regio/region-of.ts';
import type { Aanmelding } from './aanmelding.ts';
import type { TriageMelding } from './aanmelding-view.ts';
import { toValues } from './to-aanmelding.ts';
import { type TriageContext, triage } from './triage.ts';

/** The triage of answers in the making; `home` is the region of the asker, where an unknown place goes. */
export function triageOfValues(
  values: Values,
  directory: Directory,
  home: Region,
  personId: string,
  today: string,
  lezer: 'aanmelder' | 'coordinator' = 'aanmelder',
): TriageMelding[] {
  const context: TriageContext = {
    values,
    region: home,
    today,
    ...place(values, directory, home),
    basisvoorziening: isBasis(directory, personId),
  };
  return triage(context, lezer);
}

/** The triage of an aanmelding that was sent, handled by `region`. */
export const triageOf = (
  a: Aanmelding,
  directory: Directory,
  region: Region,
  personId: string,
  today: string,
  lezer: 'aanmelder' | 'coordinator',
) => triageOfValues(toValues(a), directory, region, personId, today, lezer);

const isBasis = (directory: Directory, personId: string) =>
  directory.persons.get(personId)?.sector === 'basisvoorziening';

function place(
  values: Values,
  directory: Directory,
  home: Region,
): Pick<TriageContext, 'gemeente' | 'gemeenteNaam' | 'lijktOp'> {
  const typed = typeof values.gemeente === 'string' ? values.gemeente.trim() : '';
  if (typed === '') return { gemeente: null, gemeenteNaam: '' };
  const found = regionOfMunicipality(directory.regions, typed);
  switch (found.kind) {
    case 'regio':
      return found.region.code === home.code
        ? { gemeente: 'in_regio', gemeenteNaam: found.gemeente }
        : { gemeente: 'andere_regio', gemeenteNaam: found.region.naam };
    case 'brussel':
      return { gemeente: 'brussel', gemeenteNaam: found.gemeente };
    case 'onbekend':
      return { gemeente: 'onbekend', gemeenteNaam: typed, lijktOp: found.lijkt_op };
    default:
      throw new Error(found satisfies never);
  }
}
