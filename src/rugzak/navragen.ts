import { alBeslist } from './aanvragen.ts';
import type { Daad } from './boeking.ts';
import { aanvraagVan, type Kas, type KasDecision, withAanvraag } from './kas.ts';

/** Who decides asks something first; the request keeps waiting. */
export function navragen(kas: Kas, aanvraagId: string, id: string, tekst: string, { door, op }: Daad): KasDecision {
  const aanvraag = aanvraagVan(kas, aanvraagId);
  if (!aanvraag) return { refusal: { kind: 'niet_gevonden' } };
  if (aanvraag.door === door) return { refusal: { kind: 'eigen_aanvraag' } };
  const decided = alBeslist(aanvraag);
  if (decided) return { refusal: decided };
  const vragen = [...(aanvraag.vragen ?? []), { id, door, op, tekst, antwoord: null }];
  return { rugzak: withAanvraag(kas.rugzak, { ...aanvraag, vragen }), boekingen: [] };
}

/** The answer, once. */
export function antwoorden(kas: Kas, aanvraagId: string, vraagId: string, tekst: string, daad: Daad): KasDecision {
  const aanvraag = aanvraagVan(kas, aanvraagId);
  const vraag = aanvraag?.vragen?.find((v) => v.id === vraagId);
  if (!aanvraag || !vraag) return { refusal: { kind: 'niet_gevonden' } };
  if (vraag.antwoord) return { refusal: { kind: 'rugzak_vraag_beantwoord' } };
  const decided = alBeslist(aanvraag);
  if (decided) return { refusal: decided };
  const antwoord = { door: daad.door, op: daad.op, tekst };
  const vragen = (aanvraag.vragen ?? []).map((v) => (v === vraag ? { ...v, antwoord } : v));
  return { rugzak: withAanvraag(kas.rugzak, { ...aanvraag, vragen }), boekingen: [] };
}
