import type { NewBericht } from '../berichten/bericht.ts';
import { eachApart } from '../each-apart.ts';
import { wallInstant } from '../permanentie/wall-instant.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { type Clock, dateIn, type Ids, isBefore } from '../time.ts';
import { beslissers } from './mandaat.ts';
import { kaarten } from './rugzak-berichten.ts';

/** Most requests of a region that are looked at. */
const MOST = 500;

/**
 * Who becomes somebody who may decide (a new role, a higher limit, a first day) gets the requests that wait: each
 * request to each person once, whatever beats and replicas. Looks at a region when its people or the day changed, and
 * when the bot starts, but never at night: a first day begins at nine. Returns how many messages it put in the outbox.
 */
export function aanvraagBeat({ store, clock, ids }: { store: Store; clock: Clock; ids: Ids }): () => Promise<number> {
  const seen = new Map<string, string>();
  return () =>
    eachApart(store.directory().regions.values(), async (region) => {
      const now = clock.now();
      const today = dateIn(region.tijdzone, now);
      const state = `${store.directory().version}/${today}`;
      if (seen.get(region.code) === state || isBefore(now, wallInstant(region.tijdzone, today, '09:00'))) return 0;
      const count = await regionBeat(region);
      seen.set(region.code, state);
      return count;
    });

  async function regionBeat(region: Region): Promise<number> {
    const today = dateIn(region.tijdzone, clock.now());
    const waiting = await store.wachtendeAanvragen(region.code, MOST);
    const berichten = waiting.flatMap(({ casusId, aanvraagId, cents, door, gevraagd, terug }): NewBericht[] => {
      const to = beslissers(region, store.directory(), cents, door, today).map((p) => p.id);
      // The card everybody who might decide got when it came, or came back: who has that one gets no other.
      const specs = terug
        ? kaarten(aanvraagId, `terug-${terug.boekingId}`, to, terug)
        : kaarten(aanvraagId, null, to, { door, op: gevraagd });
      return specs.map((spec) => ({ ...spec, id: ids.next(), casusId }));
    });
    if (berichten.length > 0) await store.commit({ berichten, audit: [] });
    return berichten.length;
  }
}
