import type { Casus } from '../casus/casus.ts';
import { isOpen } from '../casus/ended.ts';
import type { Termijn } from '../casus/termijn.ts';
import { bewaartermijnOp } from '../regio/bewaartermijn.ts';
import type { Region } from '../regio/region.ts';
import { bewijzen } from '../rugzak/bewijzen.ts';
import type { Kas } from '../rugzak/kas.ts';
import { saldo } from '../rugzak/saldo.ts';
import { dateIn, type Instant } from '../time.ts';

/** Why a case that is past its term is kept all the same. */
export type Reden =
  /** An invoice was neither paid nor taken back [B7]. */
  | 'factuur'
  /** Money was asked for or promised, and neither paid nor freed. */
  | 'middelen'
  /** A proof was not handed in [B7]. */
  | 'bewijs'
  /** A clock of it runs: somebody is still waited for. */
  | 'klok';

/** What is to be done with a case; `sinds`: the day (ISO date) it ended, `tot`: the last day it is kept. */
export type Bewaring =
  | { kind: 'loopt' }
  | { kind: 'zonder_termijn'; sinds: string }
  | { kind: 'binnen_termijn'; sinds: string; tot: string }
  | { kind: 'blijft'; sinds: string; tot: string; redenen: Reden[] }
  | { kind: 'verwijderen'; sinds: string; tot: string };

/** Last day (ISO date) on which a case that ends at `op` is kept; null: the region says no term, so it stays. */
export function bewaardTot(region: Pick<Region, 'bewaring' | 'tijdzone'>, op: Instant): string | null {
  const sinds = dateIn(region.tijdzone, op);
  const termijn = bewaartermijnOp(region, sinds);
  return termijn && Temporal.PlainDate.from(sinds).add(termijn).toString();
}

/**
 * When a case ended; null: it goes on. Closed or withdrawn: then. Answered with anything else than a zorgtafel it is on no
 * list any more, yet can be written to: from the last thing that happened to it (`laatst`). Reopened it has not ended.
 */
function geeindigd(casus: Casus, laatst: Instant): Instant | null {
  if (isOpen(casus)) return null;
  const { afsluiting, intrekking } = casus.inhoud;
  if (casus.stand === 'afgesloten') return afsluiting?.op ?? laatst;
  return casus.stand === 'ingetrokken' ? (intrekking?.op ?? laatst) : laatst;
}

/** Whether a case is past the term that held when it ended, and what keeps it all the same [S17]. */
export function bewaring(
  casus: Casus,
  laatst: Instant,
  { termijnen, kas }: { termijnen: readonly Termijn[]; kas: Pick<Kas, 'rugzak' | 'boekingen'> | null },
  region: Region,
  now: Instant,
): Bewaring {
  const op = geeindigd(casus, laatst);
  if (op === null) return { kind: 'loopt' };
  const sinds = dateIn(region.tijdzone, op);
  const tot = bewaardTot(region, op);
  if (tot === null) return { kind: 'zonder_termijn', sinds };
  if (dateIn(region.tijdzone, now) <= tot) return { kind: 'binnen_termijn', sinds, tot };
  const redenen = watHoudt(termijnen, kas);
  return redenen.length > 0 ? { kind: 'blijft', sinds, tot, redenen } : { kind: 'verwijderen', sinds, tot };
}

function watHoudt(termijnen: readonly Termijn[], kas: Pick<Kas, 'rugzak' | 'boekingen'> | null): Reden[] {
  const money: Reden[] = [];
  if (kas) {
    const { aangevraagd, vastgelegd, gefactureerd } = saldo(kas.boekingen);
    if (gefactureerd > 0 || kas.rugzak.facturen.some((f) => !f.betaald && !f.ingetrokken)) money.push('factuur');
    if (aangevraagd + vastgelegd > 0) money.push('middelen');
    if (bewijzen(kas).some((b) => !b.bezorgd)) money.push('bewijs');
  }
  // A clock of money says the same once more.
  return money.length > 0 || termijnen.every((t) => t.gestopt !== null) ? money : ['klok'];
}
