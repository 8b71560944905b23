import { mededeling } from '../casus/berichten-over.ts';
import { doorgeven } from '../casus/doorgeven.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { type Clock, type Ids, type Instant, isBefore } from '../time.ts';
import type { Holidays } from './on-duty.ts';
import { toewijzing } from './toewijzing.ts';
import type { Uitzondering } from './uitzondering.ts';

type Needs = { store: Store; clock: Clock; ids: Ids; holidays: Holidays };

/** How long ago a change may be: longer than an outage, or than something waits. */
const LOOK_BACK = { hours: 7 * 24 };
/** Waiting cases of one region that are looked at; there are a few. */
const MOST = 200;
/** Lines of a story in which the last one that assigned it is looked for. */
const STORY = 200;

/**
 * What waits for somebody of the permanentie follows the rota: when somebody changed who does the day part
 * it waits for, it goes to who does it now [A1, P4]. What a person did with a case stays as it is, and so does
 * what went to a colleague because somebody could not be reached. Level-triggered; the version of the case
 * guards it. Returns how many messages it enqueued.
 */
export async function followRota({ store, clock, ids, holidays }: Needs, region: Region): Promise<number> {
  const now = clock.now();
  const directory = store.directory();
  let count = 0;
  // Every minute, for every region: the database is asked only where something changed of late.
  const recent = now.subtract(LOOK_BACK);
  const changed = (u: Uitzondering) => isBefore(recent, u.ongedaan?.op ?? u.op);
  if (!region.uitzonderingen?.some(changed)) return count;
  for (const casus of await store.wachtend(region.code, MOST)) {
    const assigned = (at: Instant, rota: Region) => toewijzing(rota, directory, holidays, at)?.persoon.id;
    if (assigned(casus.aangemeldOp, region) === casus.aanspreekpunt) continue;
    const story = await store.gebeurtenissen(casus.id, STORY);
    const last = story.findLast((g) => g.soort === 'doorgegeven' || g.soort === 'teruggegeven');
    const since = last?.op ?? casus.aangemeldOp;
    const to = assigned(since, region);
    if (!to || to === casus.aanspreekpunt || assigned(since, rotaAt(region, since)) !== casus.aanspreekpunt) continue;
    const { next, gebeurtenissen, berichten } = doorgeven(casus, to, now);
    // Who had its card before would only see it change.
    const again = last ? mededeling('teruggegeven', now, to, null) : [];
    const messages = [...berichten, ...again].map((b) => ({ ...b, id: ids.next(), casusId: casus.id }));
    const result = await store.commit({
      casus: { next, was: casus.versie },
      gebeurtenissen: gebeurtenissen.map((g) => ({ ...g, casusId: casus.id })),
      berichten: messages,
      refresh: casus.id,
      audit: [{ op: now, wie: 'bot', wat: 'casus.doorgeven', waarover: casus.id, resultaat: 'toegestaan' }],
    });
    if (result.kind === 'ok') count += messages.length;
  }
  return count;
}

/** The rota as people had changed it before an instant. */
const rotaAt = (region: Region, at: Instant): Region => ({
  ...region,
  uitzonderingen: (region.uitzonderingen ?? [])
    .filter((u) => isBefore(u.op, at))
    .map((u) => (u.ongedaan && !isBefore(u.ongedaan.op, at) ? { ...u, ongedaan: null } : u)),
});
