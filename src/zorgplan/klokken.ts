import { startTermijn } from '../casus/ladder.ts';
import { ladderVanafNu, ochtend } from '../casus/ladder-vanaf-nu.ts';
import type { Seen } from '../casus/see.ts';
import type { Rung, Termijn } from '../casus/termijn.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import { usualEvaluatie } from '../regio/usual-evaluatie.ts';
import { werkdag } from '../regio/werkdag.ts';
import { dateIn, type Instant } from '../time.ts';
import { type Actie, type Evaluatie, geplandeEvaluatie, type ZorgplanInhoud } from './zorgplan.ts';

type Where = Pick<Seen, 'region' | 'holidays' | 'now'>;

/** The working day on or before the region's term from `vanaf` (ISO date, usually today), so that six weeks stay six weeks [Z2]. */
export function voorstelDatum(where: Where, vanaf = dateIn(where.region.tijdzone, where.now)): string {
  const { region, holidays } = where;
  const day = Temporal.PlainDate.from(vanaf);
  const proposed = werkdag(region, holidays, day.add(region.termijnen.evaluatie).toString(), 'ervoor');
  return proposed > vanaf ? proposed : werkdag(region, holidays, day.add({ days: 1 }).toString(), 'erna');
}

/** What a change of the plan does to the clocks of its actions and its evaluation. */
export type Klokken = { start: Termijn[]; stop: { soort: 'evaluatie' | 'actie'; over?: string }[] };

/**
 * The clocks a plan wants, against those that run: of every open action with a date in the plan that is followed, and
 * of the evaluation that is to come. One whose day or taker changed starts anew, one that is wanted no more stops.
 */
export function klokken(
  casusId: string,
  inhoud: ZorgplanInhoud,
  was: ZorgplanInhoud | null,
  running: readonly Termijn[],
  where: Where,
  nextId: () => string,
): Klokken {
  const start: Termijn[] = [];
  const stop: Klokken['stop'] = [];
  const open = openActies(inhoud);
  const before = new Map((was ? openActies(was) : []).map((a) => [a.id, a]));
  const runs = (soort: Termijn['soort'], over: string) =>
    running.some((t) => t.soort === soort && t.over === over && !t.gestopt);
  for (const actie of open) {
    const old = before.get(actie.id);
    const kept = old && old.tegen === actie.tegen && old.persoonId === actie.persoonId && runs('actie', actie.id);
    if (!kept) start.push(actieKlok(nextId(), casusId, actie, where));
  }
  const evaluatie = inhoud.vastgelegd ? geplandeEvaluatie(inhoud) : undefined;
  const planned = was && geplandeEvaluatie(was);
  if (
    evaluatie &&
    !(planned?.id === evaluatie.id && planned.datum === evaluatie.datum && runs('evaluatie', evaluatie.id))
  )
    start.push(evaluatieKlok(nextId(), casusId, evaluatie, where));
  for (const t of running) {
    if (t.gestopt || t.over === null) continue;
    if (t.soort === 'actie' && !open.some((a) => a.id === t.over)) stop.push({ soort: 'actie', over: t.over });
    if (t.soort === 'evaluatie' && t.over !== evaluatie?.id) stop.push({ soort: 'evaluatie', over: t.over });
  }
  return { start, stop };
}

/** Actions with a day that are still to be done, of the plan that is followed: the others wait for theirs. */
export const openActies = ({ plannen, actief }: ZorgplanInhoud): (Actie & { tegen: string })[] =>
  plannen[actief].acties.filter((a): a is Actie & { tegen: string } => a.tegen !== null && a.gedaan === null);

/** Reminded the working day before and on the day; once it is late the aanspreekpunt hears of it. */
function actieKlok(id: string, casusId: string, actie: Actie & { tegen: string }, where: Where): Termijn {
  const { region, holidays, now } = where;
  const day = Temporal.PlainDate.from(actie.tegen);
  const aan: Rung['aan'] = actie.persoonId === null ? 'aanspreekpunt' : `persoon:${actie.persoonId}`;
  const before = werkdag(region, holidays, day.subtract({ days: 1 }).toString(), 'ervoor');
  const late = werkdag(region, holidays, day.add({ days: 1 }).toString(), 'erna');
  const onTheDay = werkdag(region, holidays, actie.tegen, 'ervoor');
  const days: { date: string; aan: Rung['aan'] }[] = [
    { date: before, aan },
    // A day in the weekend was reminded of on the last working day before it.
    ...(onTheDay === before ? [] : [{ date: actie.tegen, aan }]),
    { date: late, aan },
    ...(aan === 'aanspreekpunt' ? [] : [{ date: late, aan: 'aanspreekpunt' as const }]),
  ];
  return withRungs(
    { id, casusId, soort: 'actie', over: actie.id, start: now, einde: endOf(region.tijdzone, actie.tegen) },
    days.map((r) => ({ op: ochtend(where, r.date), soort: 'herinnering', aan: r.aan })),
    where,
  );
}

/** Asked ahead, then up the ladder of the region, each on a working day. It is late once its day is over. */
export function evaluatieKlok(id: string, casusId: string, evaluatie: Evaluatie, where: Where): Termijn {
  const { region, holidays, now } = where;
  const day = Temporal.PlainDate.from(evaluatie.datum);
  const rungs = (region.ladder.evaluatie ?? usualEvaluatie).map((stap): Rung => {
    const date =
      'voor' in stap
        ? werkdag(region, holidays, day.subtract(stap.voor).toString(), 'ervoor')
        : werkdag(region, holidays, day.add(stap.na).toString(), 'erna');
    return { op: ochtend(where, date), soort: stap.soort, aan: stap.aan };
  });
  return withRungs(
    {
      id,
      casusId,
      soort: 'evaluatie',
      over: evaluatie.id,
      start: now,
      einde: endOf(region.tijdzone, evaluatie.datum),
    },
    rungs,
    where,
  );
}

/** The last minute of a day: what ends then still stands among the terms of that day. */
const endOf = (zone: string, date: string): Instant => wallInstant(zone, date, '23:59');

/** A clock that starts now, with the rungs that still come. */
function withRungs(
  make: Omit<Termijn, 'ladder' | 'volgende' | 'gestopt' | 'over'> & { over: string },
  rungs: readonly Rung[],
  where: Where,
): Termijn {
  const ladder = ladderVanafNu(rungs, where);
  return { ...startTermijn(make, [], () => make.einde), ladder, volgende: ladder[0]?.op ?? null };
}

/** Whether a day (ISO date) is over on the wall of the region. */
export const voorbij = ({ region, now }: Where, date: string): boolean => dateIn(region.tijdzone, now) > date;
