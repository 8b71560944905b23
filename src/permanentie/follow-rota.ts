import { mededeling } from '../casus/berichten-over.ts';
import type { Casus } from '../casus/casus.ts';
import { doorgeven } from '../casus/doorgeven.ts';
import { eachApart } from '../each-apart.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { type Clock, type Ids, type Instant, isBefore } from '../time.ts';
import type { Holidays } from './on-duty.ts';
import { toewijzing } from './toewijzing.ts';

type Needs = {
  store: Pick<Store, 'directory' | 'wachtend' | 'gebeurtenissen' | 'commit'>;
  clock: Clock;
  ids: Ids;
  holidays: Holidays;
};

/** How long ago a change may be: longer than an outage, or than something waits. */
const LOOK_BACK = { hours: 7 * 24 };
/** Waiting cases that are looked at, the oldest first; a region has a few. */
const MOST = 500;
/** Lines of a story in which the last one that assigned it is looked for. */
const STORY = 200;

/**
 * Seconds around an instant in which the rota may have been read: a change bears the moment of its press, and is there
 * once it is saved; the clocks of replicas differ a little.
 */
const AROUND = [0, -30, 30];

// A changed region is a new object; years of changes are not read every minute.
const newestChange = new WeakMap<Region, number>();

/** Of all changes to a rota the moment of the last, in ms since 1970; 0: there are none. */
function changedLast(region: Region): number {
  let last = newestChange.get(region);
  if (last === undefined) {
    last = (region.uitzonderingen ?? []).reduce((ms, u) => Math.max(ms, (u.ongedaan?.op ?? u.op).epochMilliseconds), 0);
    newestChange.set(region, last);
  }
  return last;
}

/** Waiting cases of a region whose rota changed of late: for all regions together every minute one question, or none. */
export async function waitingToFollow({ store, clock }: Needs): Promise<(regio: string) => Promise<Casus[]>> {
  const recent = clock.now().subtract(LOOK_BACK).epochMilliseconds;
  const codes = [...store.directory().regions.values()].filter((r) => recent < changedLast(r)).map((r) => r.code);
  if (codes.length === 0) return async () => [];
  try {
    const found = Map.groupBy(await store.wachtend(codes, MOST), ({ regio }) => regio);
    return async (regio) => found.get(regio) ?? [];
  } catch {
    // It must not fail them all: each region for itself, so that the others go on.
    return async (regio) => (codes.includes(regio) ? store.wachtend([regio], MOST) : []);
  }
}

const PASSES = 3;

/** The same after another template: who brings it knows how the region was `before`, and a beat would not [P3, P4]. */
export async function followTemplate(needs: Needs, before: Region): Promise<number> {
  const region = needs.store.directory().regions.get(before.code);
  if (!region) return 0;
  let count = 0;
  // Whose case changed at that very moment is not moved; no beat would come back to it.
  for (let pass = 0; pass < PASSES; pass++)
    count += await followRota(needs, region, await needs.store.wachtend([before.code], MOST), before);
  return count;
}

/**
 * What waits for somebody of the permanentie follows the rota: when somebody changed who does the day part
 * it waits for, it goes to who does it now [A1, P4]. What a person did with a case stays as it is, and so does
 * what went to a colleague because somebody could not be reached, as long as that day part is still that one's.
 * Level-triggered; the version of the case guards it. `waiting`: those of this region that `waitingToFollow` found;
 * `before`: the region as it was, where its template changed. Returns how many messages it enqueued.
 */
export async function followRota(
  { store, clock, ids, holidays }: Needs,
  region: Region,
  waiting: readonly Casus[],
  before: Region = region,
): Promise<number> {
  const now = clock.now();
  const directory = store.directory();
  return eachApart(waiting, async (casus) => {
    const story = await store.gebeurtenissen(casus.id, STORY);
    const given = story.filter((g) => g.soort === 'doorgegeven' || g.soort === 'teruggegeven');
    const last = given.at(-1);
    const since = last?.op ?? casus.aangemeldOp;
    const assigned = (at: Instant, rota: Region) => toewijzing(rota, directory, holidays, at);
    // Without a beat since the last change by hand it may still be with who had it before that.
    const was = [before, ...AROUND.map((seconds) => rotaAt(before, since.add({ seconds })))]
      .map((rota) => assigned(since, rota))
      .find((t) => t?.persoon.id === casus.aanspreekpunt);
    const is = assigned(since, region);
    const to = is?.persoon.id;
    if (!was || !to || to === casus.aanspreekpunt) return 0;
    if (was.inPlaatsVan && was.inPlaatsVan.id === is.inPlaatsVan?.id) return 0;
    const hadIt =
      last !== undefined &&
      (given.some((g) => g.betreft === to) ||
        story.some((g) => g.soort === 'opgenomen' && g.door === to) ||
        assigned(casus.aangemeldOp, rotaAt(before, casus.aangemeldOp))?.persoon.id === to);
    const { next, gebeurtenissen, berichten } = doorgeven(casus, to, now);
    const told = [
      // Who had its card before would only see it change.
      ...(hadIt ? mededeling('teruggegeven', now, to, null) : []),
      // So would who loses it, busy with it perhaps; an aanmelder hears it already.
      ...mededeling('nieuw_aanspreekpunt', now, casus.aanspreekpunt, casus.aanmelder),
    ];
    const messages = [...berichten, ...told].map((b) => ({ ...b, id: ids.next(), casusId: casus.id }));
    const result = await store.commit({
      casus: { next, was: casus.versie },
      gebeurtenissen: gebeurtenissen.map((g) => ({ ...g, casusId: casus.id })),
      berichten: messages,
      refresh: casus.id,
      audit: [{ op: now, wie: 'bot', wat: 'casus.doorgeven', waarover: casus.id, resultaat: 'toegestaan' }],
    });
    return result.kind === 'ok' ? messages.length : 0;
  });
}

/** The rota as people had changed it before an instant. */
const rotaAt = (region: Region, at: Instant): Region => ({
  ...region,
  uitzonderingen: (region.uitzonderingen ?? [])
    .filter((u) => isBefore(u.op, at))
    .map((u) => (u.ongedaan && !isBefore(u.ongedaan.op, at) ? { ...u, ongedaan: null } : u)),
});
