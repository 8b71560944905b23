import type { BerichtSpec } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import { personsWithRole, rolesIn } from '../personen/directory.ts';
import type { Daad } from './boeking.ts';
import { aanvraagVan, type Kas } from './kas.ts';
import { beslissers } from './mandaat.ts';
import type { Aanvraag } from './rugzak.ts';

/** The card of a request, to each once and never to who does it; `wat`: what happened, so that each thing is told once. */
export const kaarten = (
  aanvraagId: string,
  wat: string | null,
  aan: readonly string[],
  daad: Pick<Daad, 'door' | 'op'>,
): BerichtSpec[] =>
  [...new Set(aan)]
    .filter((persoon) => persoon !== daad.door)
    .map((persoon) => ({
      soort: 'rugzak_aanvraag',
      onderwerp: wat === null ? aanvraagId : `${aanvraagId}:${wat}`,
      op: daad.op,
      aan: { persoon },
    }));

/** Who asked, as long as they are in the team, and the contact of the case now: it may have been handed over [A3, C3]. */
const betrokken = ({ door }: Pick<Aanvraag, 'door'>, { casus, region, directory }: Seen, { datum }: Daad): string[] => [
  ...(rolesIn(directory, region, door, datum).length > 0 ? [door] : []),
  casus.aanspreekpunt,
];

/** A new request: to everybody who may approve it [S16], and to the contact when a colleague asks. */
export const terBeslissing = (aanvraagId: string, cents: number, seen: Seen, daad: Daad): BerichtSpec[] =>
  kaarten(
    aanvraagId,
    null,
    [
      ...beslissers(seen.region, seen.directory, cents, daad.door, daad.datum).map((p) => p.id),
      seen.casus.aanspreekpunt,
    ],
    daad,
  );

/** It was decided, withdrawn, or what was left of it freed: to who asked and the contact. */
export function overAanvraag(
  wat: 'beslist' | 'ingetrokken' | 'vrijgegeven',
  kas: Kas,
  aanvraagId: string,
  seen: Seen,
  daad: Daad,
): BerichtSpec[] {
  const aanvraag = aanvraagVan(kas, aanvraagId);
  return aanvraag ? kaarten(aanvraagId, `${wat}-${daad.boekingId}`, betrokken(aanvraag, seen, daad), daad) : [];
}

/**
 * An approval was taken back, so the request waits again: to who asked, the contact and who approved, as if it were
 * refused; and to everybody who may decide now [S16].
 */
export function teruggedraaid(kas: Kas, aanvraagId: string, seen: Seen, daad: Daad): BerichtSpec[] {
  const aanvraag = aanvraagVan(kas, aanvraagId);
  if (!aanvraag) return [];
  const { cents, door, beslissing } = aanvraag;
  const again = beslissers(seen.region, seen.directory, cents, door, daad.datum).map((p) => p.id);
  const told = [...betrokken(aanvraag, seen, daad), ...(beslissing ? [beslissing.door] : [])];
  return kaarten(aanvraagId, `terug-${daad.boekingId}`, [...again, ...told], daad);
}

/** The rugzak lasts longer, or after all it does not: to the contact and who watches over the budget [A3, B8, C4]. */
export function overVerlenging(
  wat: 'verlengd' | 'terug',
  { casus, region, directory }: Seen,
  daad: Daad,
): BerichtSpec[] {
  const provinciaal = personsWithRole(directory, region, 'provinciaal_coordinator', daad.datum).map((p) => p.id);
  return [...new Set([casus.aanspreekpunt, ...provinciaal])]
    .filter((persoon) => persoon !== daad.door)
    .map((persoon) => ({
      soort: 'rugzak_verlenging',
      onderwerp: `${wat}:${daad.door}`,
      op: daad.op,
      aan: { persoon },
    }));
}

/** Something was asked about it: to who asked for it and the contact. */
export function gevraagd(kas: Kas, aanvraagId: string, vraagId: string, seen: Seen, daad: Daad): BerichtSpec[] {
  const aanvraag = aanvraagVan(kas, aanvraagId);
  return aanvraag ? kaarten(aanvraagId, `vraag-${vraagId}`, betrokken(aanvraag, seen, daad), daad) : [];
}

/** It was answered: to who had asked it. */
export const beantwoord = (aanvraagId: string, vraagId: string, aan: string, daad: Daad): BerichtSpec[] =>
  kaarten(aanvraagId, `vraag-${vraagId}-antwoord`, [aan], daad);
