import type { BerichtSpec } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Daad } from './boeking.ts';
import { aanvraagVan, type Kas } from './kas.ts';
import { beslissers } from './mandaat.ts';

/** The card of a request to one person; `wat`: what happened, so that each thing is told once. */
const kaart = (aanvraagId: string, wat: string | null, daad: Daad, persoon: string): BerichtSpec => ({
  soort: 'rugzak_aanvraag',
  onderwerp: wat === null ? aanvraagId : `${aanvraagId}:${wat}`,
  op: daad.op,
  aan: { persoon },
});

/** A new request, to everybody who may approve it [S16]. */
export const terBeslissing = (aanvraagId: string, cents: number, seen: Seen, daad: Daad): BerichtSpec[] =>
  beslissers(seen.region, seen.directory, cents, daad.door, daad.datum).map((p) => kaart(aanvraagId, null, daad, p.id));

/** It was decided: to who asked. */
export function beslist(kas: Kas, aanvraagId: string, daad: Daad): BerichtSpec[] {
  const door = aanvraagVan(kas, aanvraagId)?.door;
  return door === undefined || door === daad.door ? [] : [kaart(aanvraagId, `beslist-${daad.boekingId}`, daad, door)];
}

/** Something was asked or answered about it: to the other of the two. */
export const gevraagd = (aanvraagId: string, vraagId: string, aan: string, daad: Daad): BerichtSpec[] =>
  aan === daad.door ? [] : [kaart(aanvraagId, `vraag-${vraagId}`, daad, aan)];
