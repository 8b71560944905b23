import type { ActionId } from '../actions.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import { addTerm } from '../regio/add-term.ts';
import { usualZorgplanLadder } from '../regio/usual-zorgplan.ts';
import { zorgtafelBeleid } from '../regio/usual-zorgtafel.ts';
import { werkdag } from '../regio/werkdag.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { loopt } from '../zorgtafel/zorgtafel.ts';
import type { Change } from './change.ts';
import { ended } from './ended.ts';
import { startTermijn, stopTermijn } from './ladder.ts';
import type { Seen } from './see.ts';
import type { Termijn } from './termijn.ts';

/**
 * What somebody has to take up before a case goes on: a zorgtafel to plan [T1], a zorgplan to begin after the table was
 * held [T7], a plan to record [Z1]. Each is the kind of the clock that runs for it.
 */
export type Stap = (typeof stappen)[number];
const stappen = ['zorgtafel', 'zorgplan', 'zorgplan_concept'] as const;

/** The button that takes a step. */
export const stapKnop = {
  zorgtafel: 'zorgtafel.plannen',
  zorgplan: 'zorgplan.maken',
  zorgplan_concept: 'zorgplan.tonen',
} as const satisfies Record<Stap, ActionId>;

/** What a case waits for itself; null: nothing, or something else that has its own clock (an answer, a table that comes). */
export function volgendeStap({
  casus,
  zorgtafels,
  zorgplan,
}: Pick<Seen, 'casus' | 'zorgtafels' | 'zorgplan'>): Stap | null {
  if (ended(casus) || casus.stand === 'aangemeld') return null;
  if (casus.stand === 'teruggekoppeld' && casus.uitkomst !== 'zorgtafel') return null;
  if (zorgtafels.some(loopt) || zorgplan?.inhoud.vastgelegd) return null;
  if (zorgplan) return 'zorgplan_concept';
  if (zorgtafels.some((t) => t.stand === 'gehouden')) return 'zorgplan';
  // Before the answer a table is only missed when there was one.
  return casus.stand === 'teruggekoppeld' || zorgtafels.length > 0 ? 'zorgtafel' : null;
}

/** The clock of the step a case waits for, while it runs. */
export const stapKlok = (termijnen: readonly Termijn[]): (Termijn & { soort: Stap }) | undefined =>
  termijnen.find((t): t is Termijn & { soort: Stap } => !t.gestopt && stapVan(t) !== null);

/** What a clock with these is about; null: not about a step. The clock of a table has its id. */
export const stapVan = (t: { soort: string; over: string | null }): Stap | null =>
  t.over === null ? (stappen.find((s) => s === t.soort) ?? null) : null;

/**
 * What a decision does to the clock of the next step, whatever the decision is: a step that is taken ends it, one that
 * comes begins it. So a case in which somebody has to do something never falls silent.
 */
export function stapKlokken(change: Change, seen: Seen, nextId: () => string): Termijn[] {
  const { zorgtafel: tafel } = change;
  const stap = volgendeStap({
    casus: change.next,
    zorgtafels: tafel ? [...seen.zorgtafels.filter((t) => t.id !== tafel.id), tafel] : seen.zorgtafels,
    zorgplan: change.zorgplan ?? seen.zorgplan,
  });
  const running = seen.termijnen.filter((t) => !t.gestopt && stapVan(t) !== null);
  const kept = running.find((t) => t.soort === stap);
  const ends = running.filter((t) => t !== kept).map((t) => stopTermijn(t, seen.now, 'volgende_stap'));
  return stap === null || kept ? ends : [...ends, begin(stap, seen, nextId())];
}

function begin(stap: Stap, seen: Seen, id: string): Termijn {
  const { casus, now } = seen;
  const { at, einde, ladder } = termijnVan(stap, seen);
  const was = eerder(stap, seen);
  const volgende = was && (was.gestopt ? (was.ladder.find((r) => isBefore(now, r.op))?.op ?? null) : was.volgende);
  // Its own rungs that are still to come.
  if (was && volgende) return { ...was, id, over: null, volgende, gestopt: null };
  const { start, einde: until } = was ?? { start: now, einde };
  return startTermijn({ id, casusId: casus.id, soort: stap, start, einde: until }, ladder, at);
}

/**
 * The clock of a step that goes on when the step comes back: of a table that was called off while its 48 hours ran [T1],
 * of what a closing stopped that is undone. Who was late stays late.
 */
function eerder(stap: Stap, { casus, termijnen }: Seen): Termijn | undefined {
  const closed = casus.stand === 'afgesloten' ? casus.inhoud.afsluiting?.op : undefined;
  return termijnen.find(
    (t) =>
      t.soort === stap &&
      (closed
        ? t.gestopt?.op.epochMilliseconds === closed.epochMilliseconds
        : stap === 'zorgtafel' && t.over !== null && !t.gestopt),
  );
}

/** Policy of a step that begins now: its end, and the rungs by the region's way of counting. */
function termijnVan(stap: Stap, { region, holidays, now }: Seen) {
  if (stap === 'zorgtafel') {
    // When it was discussed with the parents is only known once it is planned: until then the answer counts [T1].
    const { duur, ladder } = zorgtafelBeleid(region);
    const at = (na: string) => addTerm(now, na, region.termijnen.rekening, region, holidays);
    return { at, einde: at(duur), ladder };
  }
  const ladder = region.ladder.zorgplan ?? usualZorgplanLadder;
  const today = Temporal.PlainDate.from(dateIn(region.tijdzone, now));
  const at = (na: string): Instant =>
    wallInstant(region.tijdzone, werkdag(region, holidays, today.add(na).toString(), 'erna'), '09:00');
  const ends = ladder.map(({ na }) => at(na)).sort(Temporal.Instant.compare);
  return { at, einde: ends.at(-1) ?? now, ladder };
}
