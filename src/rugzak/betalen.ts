import { type Daad, tegenboeking } from './boeking.ts';
import {
  aanvraagVan,
  boekingOp,
  factuurVan,
  type Kas,
  type KasDecision,
  past,
  saldoVan,
  withAanvraag,
  withFactuur,
} from './kas.ts';
import type { Factuur } from './rugzak.ts';

/** An invoice came in on an approved request: for no more than what is still promised on it. */
export function factureren(
  kas: Kas,
  nieuw: Pick<Factuur, 'id' | 'aanvraagId' | 'nummer' | 'cents' | 'ontvangen' | 'vervalt'>,
  daad: Daad,
): KasDecision {
  const aanvraag = aanvraagVan(kas, nieuw.aanvraagId);
  if (aanvraag?.stand !== 'goedgekeurd') return { refusal: { kind: 'niet_goedgekeurd' } };
  const rest = saldoVan(kas, aanvraag.id).vastgelegd;
  if (nieuw.cents > rest) return { refusal: { kind: 'meer_dan_vastgelegd', rest } };
  const factuur: Factuur = { ...nieuw, betaald: null, ingetrokken: null };
  return {
    rugzak: { ...kas.rugzak, facturen: [...kas.rugzak.facturen, factuur] },
    boekingen: [
      boekingOp(kas, aanvraag, daad, {
        van: 'vastgelegd',
        naar: 'gefactureerd',
        cents: factuur.cents,
        factuurId: factuur.id,
      }),
    ],
  };
}

/**
 * An invoice was paid on `datum` (ISO date) [B7]. Its line has that day, not the day somebody noted it: what was paid
 * in December is of December, in every sum.
 */
export function betalen(kas: Kas, factuurId: string, datum: string, daad: Daad): KasDecision {
  const factuur = factuurVan(kas, factuurId);
  const aanvraag = factuur && aanvraagVan(kas, factuur.aanvraagId);
  if (!factuur || !aanvraag) return { refusal: { kind: 'niet_gevonden' } };
  if (factuur.ingetrokken) return { refusal: { kind: 'factuur_ingetrokken' } };
  if (factuur.betaald) return { refusal: { kind: 'al_betaald', door: factuur.betaald.door } };
  return {
    rugzak: withFactuur(kas.rugzak, { ...factuur, betaald: { door: daad.door, op: daad.op, datum } }),
    boekingen: [
      boekingOp(
        kas,
        aanvraag,
        { ...daad, datum },
        { van: 'gefactureerd', naar: 'betaald', cents: factuur.cents, factuurId },
      ),
    ],
  };
}

/**
 * What is promised on a request and will not be invoiced any more becomes free again. `laatsteDag` (ISO date): the last
 * day there was help; null: nothing was invoiced, so nothing has to be proven.
 */
export function vrijgeven(kas: Kas, aanvraagId: string, laatsteDag: string | null, daad: Daad): KasDecision {
  const aanvraag = aanvraagVan(kas, aanvraagId);
  if (aanvraag?.stand !== 'goedgekeurd') return { refusal: { kind: 'niet_goedgekeurd' } };
  const cents = saldoVan(kas, aanvraagId).vastgelegd;
  if (cents === 0) return { refusal: { kind: 'niets_vrij_te_geven' } };
  return {
    rugzak: withAanvraag(kas.rugzak, {
      ...aanvraag,
      vrijgaven: [...(aanvraag.vrijgaven ?? []), { boekingId: daad.boekingId, laatsteDag: laatsteDag ?? aanvraag.tot }],
    }),
    boekingen: [boekingOp(kas, aanvraag, daad, { van: 'vastgelegd', naar: null, cents })],
  };
}

/**
 * Takes one line back by a line that does the opposite: nothing is overwritten. Refused when it was taken back
 * already, when what came after it stands on it, or when a cap would be passed by what comes back.
 */
export function corrigeren(kas: Kas, boekingId: string, daad: Daad): KasDecision {
  const boeking = kas.boekingen.find((b) => b.id === boekingId);
  const aanvraag = boeking && aanvraagVan(kas, boeking.aanvraagId);
  if (!boeking || !aanvraag) return { refusal: { kind: 'niet_gevonden' } };
  if (boeking.corrigeert !== null || kas.boekingen.some((b) => b.corrigeert === boekingId))
    return { refusal: { kind: 'al_gecorrigeerd' } };
  // A refusal or a withdrawal is not undone: who still wants it asks anew.
  if (boeking.van === null || (boeking.van === 'aangevraagd' && boeking.naar === null))
    return { refusal: { kind: 'niet_te_corrigeren' } };
  const factuur = boeking.factuurId === null ? undefined : factuurVan(kas, boeking.factuurId);
  // Another invoice of the same request may hold as much: what was paid is taken back first, invoice by invoice.
  if (boeking.naar === 'gefactureerd' && factuur?.betaald) return { refusal: { kind: 'bedrag_niet_meer_daar' } };
  // A payment that was none was none on its own day either: its sums come to nothing there.
  const datum = boeking.naar === 'betaald' ? boeking.datum : daad.datum;
  const boekingen = [tegenboeking(boeking, { ...daad, datum })];
  const tekort = past(kas, boekingen);
  if (tekort) return { refusal: tekort };
  const { rugzak } = kas;
  if (boeking.naar === 'betaald' && factuur)
    return { rugzak: withFactuur(rugzak, { ...factuur, betaald: null }), boekingen };
  if (boeking.naar === 'gefactureerd' && factuur) {
    const ingetrokken = { door: daad.door, op: daad.op };
    return { rugzak: withFactuur(rugzak, { ...factuur, ingetrokken }), boekingen };
  }
  if (boeking.van === 'vastgelegd' && boeking.naar === null) {
    const vrijgaven = (aanvraag.vrijgaven ?? []).filter((v) => v.boekingId !== boekingId);
    return { rugzak: withAanvraag(rugzak, { ...aanvraag, vrijgaven }), boekingen };
  }
  if (boeking.naar === 'vastgelegd')
    return { rugzak: withAanvraag(rugzak, { ...aanvraag, stand: 'aangevraagd', beslissing: null }), boekingen };
  return { rugzak, boekingen };
}
