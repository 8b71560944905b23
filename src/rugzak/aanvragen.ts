import type { Refusal } from '../refusal.ts';
import type { Boeking, Daad } from './boeking.ts';
import { aanvraagVan, boekingOp, type Kas, type KasDecision, past, vrij, withAanvraag } from './kas.ts';
import { eindeVan } from './klokken.ts';
import type { Aanvraag } from './rugzak.ts';

/** Asks for means. What can never be approved is said now, not after somebody looked at it [B1, B3]. */
export function aanvragen(
  kas: Kas,
  nieuw: Omit<Aanvraag, 'stand' | 'beslissing' | 'door' | 'op' | 'vragen'>,
  daad: Daad,
): KasDecision {
  const aanvraag: Aanvraag = { ...nieuw, door: daad.door, op: daad.op, stand: 'aangevraagd', beslissing: null };
  const free = vrij(kas);
  if (aanvraag.cents > free.totaal) return { refusal: { kind: 'rugzak_vol', vrij: Math.max(0, free.totaal) } };
  if (aanvraag.categorie === 'verblijf' && aanvraag.cents > free.verblijf)
    return { refusal: { kind: 'verblijf_vol', vrij: Math.max(0, free.verblijf) } };
  return {
    rugzak: { ...kas.rugzak, aanvragen: [...kas.rugzak.aanvragen, aanvraag] },
    boekingen: [boekingOp(kas, aanvraag, daad, { van: null, naar: 'aangevraagd' })],
  };
}

/**
 * Approves a request. Never by who asked for it [S16], nor above what the region lets this person decide
 * (`mandaat`: integer cents, null: without limit), nor help that only starts after the last day of the rugzak [B2].
 */
export function goedkeuren(kas: Kas, id: string, mandaat: number | null, daad: Daad): KasDecision {
  const found = toDecide(kas, id);
  if ('refusal' in found) return found;
  const { aanvraag } = found;
  if (aanvraag.door === daad.door) return { refusal: { kind: 'eigen_aanvraag' } };
  if (mandaat !== null && aanvraag.cents > mandaat) return { refusal: { kind: 'boven_mandaat', mandaat } };
  const boekingen = [boekingOp(kas, aanvraag, daad, { van: 'aangevraagd', naar: 'vastgelegd' })];
  const refusal = waaromNiet(kas, aanvraag, boekingen);
  if (refusal) return { refusal };
  const beslissing = { door: daad.door, op: daad.op, reden: '' };
  return { rugzak: withAanvraag(kas.rugzak, { ...aanvraag, stand: 'goedgekeurd', beslissing }), boekingen };
}

/** Why a request cannot be approved by anybody now; `boekingen`: what approving it would add. */
function waaromNiet(kas: Kas, aanvraag: Aanvraag, boekingen: readonly Boeking[]): Refusal | null {
  const einde = eindeVan(kas.rugzak);
  return einde !== null && aanvraag.van > einde ? { kind: 'na_einde_rugzak', einde } : past(kas, boekingen);
}

/** The same before anybody presses: what whoever decides has to know [B1, B2, B8]. */
export const belet = (kas: Kas, aanvraag: Aanvraag, daad: Daad): Refusal | null =>
  waaromNiet(kas, aanvraag, [boekingOp(kas, aanvraag, daad, { van: 'aangevraagd', naar: 'vastgelegd' })]);

/** Refuses it, with a reason that who asked gets to read: for good, so only who could have approved it [S16]. */
export function weigeren(kas: Kas, id: string, reden: string, mandaat: number | null, daad: Daad): KasDecision {
  const found = toDecide(kas, id);
  if ('refusal' in found) return found;
  if (found.aanvraag.door === daad.door) return { refusal: { kind: 'eigen_aanvraag' } };
  if (mandaat !== null && found.aanvraag.cents > mandaat) return { refusal: { kind: 'boven_mandaat', mandaat } };
  return out(kas, found.aanvraag, 'geweigerd', reden, daad);
}

/** Who asked takes it back before it was decided. */
export function aanvraagIntrekken(kas: Kas, id: string, daad: Daad): KasDecision {
  const found = toDecide(kas, id);
  return 'refusal' in found ? found : out(kas, found.aanvraag, 'ingetrokken', '', daad);
}

function out(kas: Kas, aanvraag: Aanvraag, stand: 'geweigerd' | 'ingetrokken', reden: string, daad: Daad): KasDecision {
  return {
    rugzak: withAanvraag(kas.rugzak, { ...aanvraag, stand, beslissing: { door: daad.door, op: daad.op, reden } }),
    boekingen: [boekingOp(kas, aanvraag, daad, { van: 'aangevraagd', naar: null })],
  };
}

/** Who decided about a request, when it does not wait any more. */
export const alBeslist = ({ stand, beslissing, door }: Aanvraag): Refusal | null =>
  stand === 'aangevraagd' ? null : { kind: 'aanvraag_al_beslist', stand, door: beslissing?.door ?? door };

/** A request that still waits; somebody who presses later reads who decided. */
function toDecide(kas: Kas, id: string): { aanvraag: Aanvraag } | Extract<KasDecision, { refusal: unknown }> {
  const aanvraag = aanvraagVan(kas, id);
  if (!aanvraag) return { refusal: { kind: 'niet_gevonden' } };
  const refusal = alBeslist(aanvraag);
  return refusal ? { refusal } : { aanvraag };
}
