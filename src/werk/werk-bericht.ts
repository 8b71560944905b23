import type { NewBericht } from '../berichten/bericht.ts';
import type { Account } from '../intent.ts';
import type { Ids, Instant } from '../time.ts';
import { werkOnderwerp } from './onderwerp.ts';

/** The one there is of a place that always shows the same, or the first in a private talk. */
const FIRST = Temporal.Instant.fromEpochMilliseconds(0);

/** The overview of a person on one account. `op`: when it was asked for; the first is made once. */
export const werkBericht = (ids: Ids, personId: string, account: Account, op: Instant = FIRST): NewBericht => ({
  id: ids.next(),
  soort: 'mijn_werk',
  casusId: null,
  onderwerp: werkOnderwerp(personId),
  op,
  aan: { persoon: personId, account: { platform: account.platform, ref: account.ref } },
});
