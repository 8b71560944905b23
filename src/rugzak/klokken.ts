import type { Change } from '../casus/change.ts';
import { ended } from '../casus/ended.ts';
import { ladderVanafNu, ochtend, volgendeOchtend } from '../casus/ladder-vanaf-nu.ts';
import type { Seen } from '../casus/see.ts';
import { type Geldklok, isGeldklok, overleeftAfsluiten, type Rung, type Termijn } from '../casus/termijn.ts';
import type { Holidays } from '../permanentie/on-duty.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import type { Region } from '../regio/region.ts';
import { werkdag } from '../regio/werkdag.ts';
import { dateIn, type Instant } from '../time.ts';
import { aanvraagKlokken, aanvraagTrappen, type Trap } from './aanvraag-klok.ts';
import { bewijzen, hulpTot } from './bewijzen.ts';
import { type Kas, saldoVan } from './kas.ts';
import { laatsteDag, werkdagenVoor } from './looptijd.ts';
import type { Aanvraag, Rugzak } from './rugzak.ts';
import { gebonden } from './saldo.ts';

/** Working days an application with an A-document takes [B5]. */
export const A_DOCUMENT_DAYS = 30;

/** Days after the help in which its last invoice is expected. */
const INVOICED_DAYS = 30;

/** A date of a rugzak that has to be watched; `datum`: its last day (ISO date). */
export type Klok = { soort: Geldklok; over: string | null; datum: string };

type Trede = { dagen: number; soort: Rung['soort']; aan: Rung['aan'] };

const herinnerd = (...dagen: number[]): Trede[] =>
  dagen.map((d) => ({ dagen: d, soort: 'herinnering', aan: 'aanspreekpunt' }));
const teLaat = (dagen: number): Trede[] =>
  (['aanspreekpunt', 'provinciaal'] as const).map((aan) => ({ dagen, soort: 'escalatie', aan }));

/**
 * When which rung comes: days after the last day (before it: negative), at nine on the wall. Only on working days, for
 * at weekends nobody is on duty [P2]: a warning comes a little earlier, what says that a day went by a little later.
 */
const ladders: Record<Exclude<Geldklok, 'aanvraag'>, readonly Trede[]> = {
  // Again a week later, and then who watches over the budget: without a start no term runs at all.
  rugzak_start: [...herinnerd(0, 7), ...teLaat(14)],
  // Six, four and two weeks ahead [B9]; the last time also who can still extend when the contact is away [C4].
  rugzak_einde: [...herinnerd(-42, -28, -14), { dagen: -14, soort: 'herinnering', aan: 'provinciaal' }],
  a_document: [...herinnerd(-14, -7, 0), ...teLaat(1)],
  // All of it before the proofs of the last quarter of the help are due.
  te_factureren: [...herinnerd(0, 28), ...teLaat(56)],
  factuur: [...herinnerd(-7), ...teLaat(1)],
  bewijs: [...herinnerd(-28, -7), { dagen: 1, soort: 'escalatie', aan: 'aanspreekpunt' }],
};

/** Last day (ISO date) of a clock of money: it ends where that day does, at midnight. */
export const laatsteDagVan = (zone: string, einde: Instant): string => dateIn(zone, einde.subtract({ hours: 1 }));

/** Last day of the term as it is now; null: the first help did not start [B2]. */
export const eindeVan = ({ start, beleid, verlengingen }: Rugzak): string | null =>
  start === null ? null : laatsteDag(start, beleid, verlengingen.length);

/**
 * First day (ISO date) of help that was approved, while nobody said that the first help started; null: it is known, or
 * nothing was approved. Every term counts from the start [B2, B4], so it is asked for on that day.
 */
export const startTeVragen = ({ rugzak, boekingen }: Pick<Kas, 'rugzak' | 'boekingen'>): string | null =>
  rugzak.start === null
    ? (rugzak.aanvragen
        .filter((a) => gebonden(saldoVan({ boekingen }, a.id)) > 0)
        .map((a) => a.van)
        .sort()[0] ?? null)
    : null;

/** Until when the rugzak lasts for who asks for help; `start`: on which first day that counts, where none is noted yet. */
export type NaEinde = { einde: string; start: string | null };

/** Help that goes on after the term, measured from the first day of help where no start is noted yet; null: it does not [B2]. */
export function naEinde(
  kas: Pick<Kas, 'rugzak' | 'boekingen'>,
  { van, tot }: { van: string; tot: string },
): NaEinde | null {
  const { start, beleid, verlengingen } = kas.rugzak;
  const first = start ?? [startTeVragen(kas) ?? van, van].sort()[0] ?? van;
  const einde = laatsteDag(first, beleid, verlengingen.length);
  return tot > einde ? { einde, start: start === null ? first : null } : null;
}

/** Approved help that is still bound and goes on after the term as it is now [B2]. */
export const nietMeerBinnen = (kas: Kas): Aanvraag[] =>
  kas.rugzak.start === null
    ? []
    : kas.rugzak.aanvragen.filter((a) => saldoVan(kas, a.id).vastgelegd > 0 && naEinde(kas, a) !== null);

/** Day by which the A-document must be in, or null: no foster family is looked for, or it is in [B5]. */
export function aDocumentTegen(rugzak: Rugzak, region: Region, holidays: Holidays): string | null {
  const einde = eindeVan(rugzak);
  if (einde === null || !rugzak.pleegzorg || rugzak.stappen?.a_document) return null;
  return werkdagenVoor(einde, A_DOCUMENT_DAYS + (region.rugzak.verwerkingstijd ?? 0), region, holidays);
}

/** Day (ISO date) on which the last invoice of help is expected [B7]. */
const gefactureerdTegen = (aanvraag: Aanvraag): string =>
  Temporal.PlainDate.from(hulpTot(aanvraag)).add({ days: INVOICED_DAYS }).toString();

/**
 * Every date that has to be watched now, from what is true now. `loopt`: the case goes on; of one that ended only
 * what is still to be invoiced, to be paid and to be proven is left.
 */
export function klokken(
  kas: Pick<Kas, 'rugzak' | 'boekingen'>,
  region: Region,
  holidays: Holidays,
  loopt: boolean,
): Klok[] {
  const { rugzak } = kas;
  const start = startTeVragen(kas);
  const einde = eindeVan(rugzak);
  const aDocument = aDocumentTegen(rugzak, region, holidays);
  const open = rugzak.facturen.filter((f) => !f.betaald && !f.ingetrokken);
  const quarters = new Map(bewijzen(kas).flatMap((b) => (b.bezorgd ? [] : [[b.kwartaal, b.tegen] as const])));
  const promised = rugzak.aanvragen.filter((a) => saldoVan(kas, a.id).vastgelegd > 0);
  const found: Klok[] = [
    ...(start === null ? [] : [{ soort: 'rugzak_start' as const, over: null, datum: start }]),
    ...(einde === null ? [] : [{ soort: 'rugzak_einde' as const, over: null, datum: einde }]),
    ...(aDocument === null ? [] : [{ soort: 'a_document' as const, over: null, datum: aDocument }]),
    ...promised.map((a) => ({ soort: 'te_factureren' as const, over: a.id, datum: gefactureerdTegen(a) })),
    ...open.map((f) => ({ soort: 'factuur' as const, over: f.id, datum: f.vervalt })),
    ...[...quarters].map(([over, datum]) => ({ soort: 'bewijs' as const, over, datum })),
    ...aanvraagKlokken(kas, region, holidays),
  ];
  return found.filter((k) => loopt || overleeftAfsluiten(k.soort)).sort((a, b) => (a.datum < b.datum ? -1 : 1));
}

/** The rungs of a clock, by the day (ISO date) on which each comes. */
function trappen(klok: Klok, kas: Pick<Kas, 'rugzak' | 'boekingen'>, region: Region, holidays: Holidays): Trap[] {
  const { soort } = klok;
  if (soort === 'aanvraag') return aanvraagTrappen(kas, klok, region, holidays);
  return ladders[soort].map(({ dagen: days, ...rung }) => {
    const day = Temporal.PlainDate.from(klok.datum).add({ days }).toString();
    const after = soort === 'rugzak_start' || days > 0;
    return { ...rung, datum: werkdag(region, holidays, day, after ? 'erna' : 'ervoor') };
  });
}

/** The clocks to start and to stop, so that exactly those run that should; one that runs already is left alone. */
export function klokkenNa(
  kas: Pick<Kas, 'rugzak' | 'boekingen'>,
  seen: Seen,
  nextId: () => string,
): Pick<Change, 'start' | 'stop'> {
  const { casus, region, holidays, termijnen } = seen;
  const wanted = klokken(kas, region, holidays, ended(casus) === null).map((k) => ({ ...k, einde: eindeOp(k, seen) }));
  const running = termijnen.filter((t) => !t.gestopt && isGeldklok(t.soort));
  // A request that waits goes on under the policy it came under.
  const same = (t: Termijn, k: (typeof wanted)[number]) =>
    t.soort === k.soort && t.over === k.over && (t.soort === 'aanvraag' || t.einde.equals(k.einde));
  return {
    start: wanted.filter((k) => !running.some((t) => same(t, k))).map((k) => start(k, kas, seen, nextId())),
    stop: running
      .filter((t) => !wanted.some((k) => same(t, k)))
      .map((t) => ({ soort: t.soort, ...(t.over !== null && { over: t.over }) })),
  };
}

/**
 * The case ended, and not by its contact: of what is promised still they hear on the next working morning, and later as
 * ever. Clocks that start anew with that rung.
 */
export function klokkenBijEinde(kas: Pick<Kas, 'rugzak' | 'boekingen'>, seen: Seen, nextId: () => string): Termijn[] {
  const rung: Rung = { op: ochtend(seen, volgendeOchtend(seen)), soort: 'herinnering', aan: 'aanspreekpunt' };
  return klokken(kas, seen.region, seen.holidays, false)
    .filter((k) => k.soort === 'te_factureren')
    .map((k) => {
      const clock = start(k, kas, seen, nextId());
      return { ...clock, ladder: [rung, ...clock.ladder], volgende: rung.op };
    });
}

/** Where the last day of a clock ends, at midnight. */
const eindeOp = ({ datum }: Klok, { region }: Pick<Seen, 'region'>): Instant =>
  wallInstant(region.tijdzone, datum, '24:00');

/** A clock that starts now. */
function start(klok: Klok, kas: Pick<Kas, 'rugzak' | 'boekingen'>, seen: Seen, id: string): Termijn {
  const { soort, over } = klok;
  const { casus, region, holidays, now } = seen;
  const rungs = trappen(klok, kas, region, holidays).map(({ datum, ...rung }) => ({
    ...rung,
    op: ochtend(seen, datum),
  }));
  const ladder = ladderVanafNu(rungs, seen);
  return {
    ...{ id, casusId: casus.id, soort, over, start: now, einde: eindeOp(klok, seen) },
    ...{ ladder, volgende: ladder[0]?.op ?? null, gestopt: null },
  };
}
