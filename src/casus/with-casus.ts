import type { ActionId } from '../actions.ts';
import { audit, type Context, outgoing, refuse } from '../context.ts';
import type { Outcome } from '../outcome.ts';
import type { Refusal } from '../refusal.ts';
import { may } from '../toegang/policy.ts';
import { teamOnderwerp } from '../werk/onderwerp.ts';
import type { Casus } from './casus.ts';
import { nameOf } from './casus-views.ts';
import type { Change, Decision } from './change.ts';
import { inTurn } from './in-turn.ts';
import { stopTermijn } from './ladder.ts';
import { type Seen, see } from './see.ts';
import { overleeftAfsluiten, type Termijn } from './termijn.ts';
import { stapKlokken } from './volgende-stap.ts';
import { bezorgbaar, zonderAanspreekpunt } from './volgt-op.ts';

/**
 * How often a decision is taken anew because somebody else was first. Of those who decide at once one always gets
 * through, so forty people who answer at the same moment all do.
 */
const ATTEMPTS = 64;

/** A case as this person sees it now; null when its region is gone. */
const seeNow = (context: Context, casus: Casus) => see(context.world, casus, context.person.id, context.now);

/**
 * Reads a case for somebody who may. A case that does not exist and one that is not theirs get the same
 * answer, and both are audited: from the outside they cannot be told apart [S5]. Reading is audited too [S13].
 */
export async function reading(
  context: Context,
  action: ActionId,
  casus: Casus | null,
  asked: string,
  show: (seen: Seen) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const seen = casus && (await seeNow(context, casus));
  const allowed = seen !== null && may(action, seen.relations);
  const { world, intent } = context;
  const result = await world.store.commit({
    once: intent.delivery,
    audit: [audit(context, action, casus?.id ?? asked, allowed ? 'toegestaan' : 'geweigerd')],
    // Who pressed an old button without the right may still have the card: it is brought up to date [S7].
    ...(casus && !allowed && { refresh: casus.id }),
  });
  if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
  return allowed ? await show(seen) : refuse({ kind: 'niet_gevonden' });
}

/** Reads the case a button is about: its id is the subject, before a slash when there is one. */
export async function read(
  context: Context,
  action: ActionId,
  show: (seen: Seen) => Promise<Outcome> | Outcome,
): Promise<Outcome> {
  const [id = ''] = context.subject.split('/');
  return reading(context, action, await context.world.store.casusById(id), id, show);
}

/** What a change comes to, or what is shown when nothing is to be changed (a form that comes back). */
export type Decided = Decision | { toon: Outcome };

/**
 * Changes a case: load, check, decide, write. When somebody else was first the whole is done again on
 * what is true then, so two who press at once get one winner and one clear sentence. `toon`: nothing is
 * changed, and this is what they see instead (a form that comes back).
 */
export async function deciding(
  context: Context,
  action: ActionId,
  casusId: string,
  decide: (seen: Seen) => Decided | Promise<Decided>,
  show: (seen: Seen) => Promise<Outcome> | Outcome,
  draft?: { remove: string },
): Promise<Outcome> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Somebody was first: from then on those of this replica go one by one, so that they do not outrun each other.
    const once = () => decideOnce(context, action, casusId, decide, show, draft);
    const outcome = await (attempt === 0 ? once() : inTurn(casusId, once));
    if (outcome !== 'verouderd') return outcome;
  }
  return refuse({ kind: 'storing' });
}

async function decideOnce(
  context: Context,
  action: ActionId,
  casusId: string,
  decide: (seen: Seen) => Decided | Promise<Decided>,
  show: (seen: Seen) => Promise<Outcome> | Outcome,
  draft?: { remove: string },
): Promise<Outcome | 'verouderd'> {
  const { store } = context.world;
  const casus = await store.casusById(casusId);
  const seen = casus && (await seeNow(context, casus));
  if (!seen || !may(action, seen.relations))
    return reading(context, action, casus, casusId, () => refuse({ kind: 'niet_gevonden' }));
  const decision = await decide(seen);
  if ('toon' in decision) {
    const noted = await store.commit({ once: context.intent.delivery, audit: [audit(context, action, casusId)] });
    return noted.kind === 'al_verwerkt' ? { kind: 'nothing' } : decision.toon;
  }
  if ('refusal' in decision) {
    const noted = await store.commit({
      once: context.intent.delivery,
      audit: [audit(context, action, casusId, 'geweigerd')],
    });
    return noted.kind === 'al_verwerkt' ? { kind: 'nothing' } : refuse(named(decision.refusal, seen));
  }
  const clocks = clocksAfter(decision, seen, action);
  const steps = stapKlokken(decision, seen, context.world.ids.next);
  const result = await store.commit({
    once: context.intent.delivery,
    casus: { next: decision.next, was: seen.casus.versie },
    gebeurtenissen: decision.gebeurtenissen.map((g) => ({ ...g, casusId })),
    termijnen: [...clocks, ...steps.filter((s) => !clocks.some((c) => c.id === s.id))],
    ...(decision.zorgtafel && { zorgtafel: decision.zorgtafel }),
    ...(decision.zorgplan && { zorgplan: decision.zorgplan }),
    ...(decision.rugzak && { rugzak: decision.rugzak }),
    berichten: outgoing(
      context,
      casusId,
      bezorgbaar(decision.berichten, decision.next, seen.directory, seen.now, context.person.id),
    ),
    // Every coordinator of the region had it on their overview.
    refresh: zonderAanspreekpunt(casus, seen.directory, seen.now) ? [casusId, teamOnderwerp(casus.regio)] : casusId,
    ...(draft && { draft }),
    audit: [audit(context, action, casusId)],
  });
  if (result.kind === 'al_verwerkt') return { kind: 'nothing' };
  if (result.kind === 'verouderd') return 'verouderd';
  const after = await seeNow(context, decision.next);
  return after ? await show(after) : { kind: 'nothing' };
}

/** The clocks a change stops and starts; one that starts anew ends the one before it. */
export function clocksAfter(
  { stop, start = [] }: Change,
  { termijnen, now }: Pick<Seen, 'termijnen' | 'now'>,
  reden: string,
): Termijn[] {
  const over = (t: Termijn) =>
    (stop === 'alle' && !overleeftAfsluiten(t.soort)) ||
    (stop !== 'alle' && stop?.some((s) => s.soort === t.soort && (s.over === undefined || s.over === t.over))) ||
    start.some((s) => s.soort === t.soort && s.over === t.over);
  return [...termijnen.filter((t) => !t.gestopt && over(t)).map((t) => stopTermijn(t, now, reden)), ...start];
}

/** A refusal that names somebody carries a person id in the decision, a name on the screen. */
export const named = (refusal: Refusal, seen: Pick<Seen, 'directory'>): Refusal =>
  'door' in refusal ? { ...refusal, door: nameOf(seen.directory, refusal.door) } : refusal;
