import type { Seen } from '../casus/see.ts';
import type { Rung, Termijn, TermijnSoort } from '../casus/termijn.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import { addTerm } from '../regio/add-term.ts';
import { isClosed, isWeekend } from '../regio/is-closed.ts';
import { zorgtafelBeleid } from '../regio/usual-zorgtafel.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { startVan, type Zorgtafel } from './zorgtafel.ts';

type Where = Pick<Seen, 'region' | 'holidays' | 'now'>;

const tafelSoorten: readonly TermijnSoort[] = [
  'zorgtafel',
  'zorgtafel_antwoorden',
  'zorgtafel_afspraak',
  'zorgtafel_verslag',
];

/** Every clock of a table, to stop with it. */
export const alleKlokken = (tafelId: string) => tafelSoorten.map((soort) => ({ soort, over: tafelId }));

/** A clock about a table with rungs at instants; a reminder for before now is left out. */
function klok(
  soort: TermijnSoort,
  id: string,
  tafel: Pick<Zorgtafel, 'id' | 'casusId'>,
  [start, einde]: readonly [Instant, Instant],
  stappen: readonly Rung[],
  now: Instant,
): Termijn {
  const ladder = stappen
    .filter((s) => s.soort === 'escalatie' || isBefore(now, s.op))
    .sort((a, b) => Temporal.Instant.compare(a.op, b.op));
  return {
    id,
    casusId: tafel.casusId,
    soort,
    over: tafel.id,
    start,
    einde,
    ladder,
    volgende: ladder[0]?.op ?? null,
    gestopt: null,
  };
}

/** The 48 hours, from when it was discussed with the parents [T1]. */
export function klokVan48Uur(id: string, tafel: Zorgtafel, seen: Gezien): Termijn {
  const told = lopende48Uur(tafel.besprokenOp, seen);
  if (told) return { ...told, id, over: tafel.id };
  const { region, holidays, now } = seen;
  const { duur, ladder } = zorgtafelBeleid(region);
  const at = (na: string) => addTerm(tafel.besprokenOp, na, region.termijnen.rekening, region, holidays);
  const stappen = ladder.map(({ na, soort, aan }) => ({ op: at(na), soort, aan }));
  return klok('zorgtafel', id, tafel, [tafel.besprokenOp, at(duur)], stappen, now);
}

/** The 48 hours of a table: the clock that runs, else the one that stopped last. */
export const klokVanTafel = (termijnen: readonly Termijn[], tafelId: string): Termijn | undefined =>
  termijnen
    .filter((t) => t.soort === 'zorgtafel' && t.over === tafelId)
    .sort((a, b) => eindigdeOp(a) - eindigdeOp(b))
    .at(-1);

const eindigdeOp = (t: Termijn) => t.gestopt?.op.epochMilliseconds ?? Number.POSITIVE_INFINITY;

/**
 * A table without a moment again: its 48 hours go on with the same start and end [T1]. Of what they had to say, what is
 * still ahead; are they over meanwhile, then the last, at once.
 */
export function hervatte48Uur(next: () => string, tafel: Zorgtafel, seen: Gezien): Termijn[] {
  const was = klokVanTafel(seen.termijnen, tafel.id);
  if (!was) return [klokVan48Uur(next(), tafel, seen)];
  if (!was.gestopt) return [];
  const { op: stopped } = was.gestopt;
  const rung = was.ladder.find((r) => isBefore(seen.now, r.op)) ?? was.ladder.findLast((r) => isBefore(stopped, r.op));
  return [{ ...was, id: next(), volgende: rung?.op ?? null, gestopt: null }];
}

/** When the 48 hours end for what is planned now and was discussed at `besprokenOp` [T1]. */
export const eindeBijPlannen = (besprokenOp: Instant, seen: Gezien): Instant =>
  lopende48Uur(besprokenOp, seen)?.einde ?? eindeVan48Uur(besprokenOp, seen);

/** When the 48 hours end for something discussed at `besprokenOp` [T1]. */
export const eindeVan48Uur = (besprokenOp: Instant, { region, holidays }: Where): Instant =>
  addTerm(besprokenOp, zorgtafelBeleid(region).duur, region.termijnen.rekening, region, holidays);

type Gezien = Where & Pick<Seen, 'termijnen' | 'zorgtafels'>;

/**
 * After a table that did not take place hours run already, and were told: they go on for the next one. Only a talk since
 * then begins new ones [T1].
 */
const lopende48Uur = (besprokenOp: Instant, { termijnen, zorgtafels }: Gezien): Termijn | undefined =>
  zorgtafels.length === 0
    ? undefined
    : termijnen.find(
        (t) => t.soort === 'zorgtafel' && t.over === null && !t.gestopt && !isBefore(t.start, besprokenOp),
      );

/** How long somebody has to answer before they are asked once more, in working hours: never less by the clock. */
export const BEDENKTIJD = 'PT4H';

/** The clock that asks who did not answer, while it runs. */
export const antwoordklok = (termijnen: readonly Termijn[], tafelId: string): Termijn | undefined =>
  termijnen.find((t) => t.soort === 'zorgtafel_antwoorden' && t.over === tafelId && !t.gestopt);

/**
 * Who did not answer is asked once more after half a working day; after a working day the coordinator hears who, or two
 * hours before the table when that comes first. Always in working hours: nobody is chased at night or at the weekend.
 */
export function klokVanAntwoorden(id: string, tafel: Zorgtafel, { region, holidays, now }: Where): Termijn {
  const at = (duur: string) => addTerm(now, duur, 'werkuren', region, holidays);
  const start = tafel.stand === 'vast' ? startVan(tafel) : null;
  const [half, day, before] = [at(BEDENKTIJD), at('P1D'), start?.subtract({ hours: 2 })];
  const last = before && isBefore(before, day) ? before : day;
  const stappen: Rung[] = [
    { op: half, soort: 'herinnering', aan: 'tafel' },
    { op: last, soort: 'escalatie', aan: 'aanspreekpunt' },
  ];
  // Of a table that is about to begin nobody is chased any more: whoever adds somebody then calls them.
  const ahead = stappen.filter((r) => !isBefore(last, r.op) && isBefore(now, r.op));
  return klok('zorgtafel_antwoorden', id, tafel, [now, day], ahead, now);
}

/**
 * The same while people are asked already: for who comes later on the list [T5] (`nieuwe`), or once the moment is fixed.
 * What was still to come for the others comes, as long as it is in time for the table; what they were reminded of
 * already stays in the ladder, so that nobody is reminded twice (`ontvangersVan`).
 */
export function klokDieDoorgaat(
  id: string,
  tafel: Zorgtafel,
  seen: Where & Pick<Seen, 'termijnen'>,
  nieuwe = true,
): Termijn {
  const own = klokVanAntwoorden(id, tafel, seen);
  const running = antwoordklok(seen.termijnen, tafel.id);
  const last = own.ladder.at(-1)?.op ?? seen.now;
  const kept = (running?.ladder ?? []).filter((r) => tafel.stand !== 'vast' || !isBefore(last, r.op));
  const told = kept.some((r) => r.soort === 'escalatie' && isBefore(seen.now, r.op));
  const ladder = [...kept, ...(told && !nieuwe ? [] : own.ladder)].sort((a, b) => Temporal.Instant.compare(a.op, b.op));
  const from = running?.volgende;
  return { ...own, ladder, volgende: (from && ladder.find((r) => !isBefore(r.op, from))?.op) ?? own.volgende };
}

/** Reminders a day and two hours ahead; only what still lies ahead with an hour to spare. */
function klokVanAfspraak(id: string, tafel: Zorgtafel, start: Instant, { region, now }: Where): Termijn {
  const dayBefore = start.toZonedDateTimeISO(region.tijdzone).subtract({ days: 1 }).toInstant();
  const stappen = [dayBefore, start.subtract({ hours: 2 })]
    .filter((op) => isBefore(now.add({ hours: 1 }), op))
    .map((op) => ({ op, soort: 'herinnering' as const, aan: 'tafel' as const }));
  return klok('zorgtafel_afspraak', id, tafel, [now, start], stappen, now);
}

/** Asked at 9 h of the next working day, again that evening; a working day later the colleagues hear of it [T7]. */
function klokVanVerslag(id: string, tafel: Zorgtafel, start: Instant, where: Where): Termijn {
  const einde = start.add({ minutes: tafel.duur });
  const [first, second] = werkdagenNa(einde, where);
  const wall = (date: string, time: string) => wallInstant(where.region.tijdzone, date, time);
  return klok(
    'zorgtafel_verslag',
    id,
    tafel,
    [einde, wall(first, '17:00')],
    [
      { op: wall(first, '09:00'), soort: 'herinnering', aan: 'aanspreekpunt' },
      { op: wall(first, '16:00'), soort: 'herinnering', aan: 'aanspreekpunt' },
      { op: wall(second, '09:00'), soort: 'escalatie', aan: 'coordinatoren' },
    ],
    where.now,
  );
}

/** The two working days after the day of an instant (ISO dates). */
function werkdagenNa(at: Instant, { region, holidays }: Where): [string, string] {
  const found: string[] = [];
  let day = Temporal.PlainDate.from(dateIn(region.tijdzone, at));
  // A region that is closed for a year has other worries; the plain next days are asked then.
  for (let n = 0; found.length < 2 && n < 366; n++) {
    day = day.add({ days: 1 });
    const date = day.toString();
    if (!isWeekend(date) && !isClosed(region, holidays, date)) found.push(date);
  }
  const [first = day.toString(), second = day.add({ days: 1 }).toString()] = found;
  return [first, second];
}

/** What starts to run once the moment is fixed. */
export function klokkenVanVast(next: () => string, tafel: Zorgtafel, where: Where): Termijn[] {
  const start = startVan(tafel);
  return start === null
    ? []
    : [klokVanAfspraak(next(), tafel, start, where), klokVanVerslag(next(), tafel, start, where)];
}
