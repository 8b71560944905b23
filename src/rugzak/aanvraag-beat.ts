import type { NewBericht } from '../berichten/bericht.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { type Clock, dateIn, type Ids } from '../time.ts';
import { beslissers } from './mandaat.ts';

/** Most requests of a region that are looked at. */
const MOST = 500;

/**
 * Who becomes somebody who may decide (a new role, a higher limit, a first day) gets the requests that wait: each
 * request to each person once, whatever beats and replicas. Looks at a region when its people or the day changed, and
 * when the bot starts. Returns how many messages it put in the outbox.
 */
export function aanvraagBeat({ store, clock, ids }: { store: Store; clock: Clock; ids: Ids }): () => Promise<number> {
  const seen = new Map<string, string>();
  return async () => {
    let count = 0;
    for (const region of store.directory().regions.values()) {
      const state = `${store.directory().version}/${dateIn(region.tijdzone, clock.now())}`;
      if (seen.get(region.code) === state) continue;
      count += await regionBeat(region);
      seen.set(region.code, state);
    }
    return count;
  };

  async function regionBeat(region: Region): Promise<number> {
    const today = dateIn(region.tijdzone, clock.now());
    const waiting = await store.wachtendeAanvragen(region.code, MOST);
    const berichten = waiting.flatMap(({ casusId, aanvraagId, cents, door, start }) =>
      beslissers(region, store.directory(), cents, door, today).map(
        // The key of the card they got when it came: who has that one gets no other.
        ({ id: persoon }): NewBericht => ({
          id: ids.next(),
          soort: 'rugzak_aanvraag',
          casusId,
          onderwerp: aanvraagId,
          op: start,
          aan: { persoon },
        }),
      ),
    );
    if (berichten.length > 0) await store.commit({ berichten, audit: [] });
    return berichten.length;
  }
}
