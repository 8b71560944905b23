import type { Instant } from '../time.ts';
import { casusKaart, mededeling } from './berichten-over.ts';
import type { Casus } from './casus.ts';
import { type Change, changed } from './change.ts';

/** What still waits goes to somebody else of the permanentie, by the bot itself: the clock runs on [A1]. */
export const doorgeven = (casus: Casus, naar: string, now: Instant): Change => ({
  next: changed(casus, { aanspreekpunt: naar }),
  gebeurtenissen: [{ op: now, soort: 'doorgegeven', door: null, betreft: naar }],
  // Who wrote it down after a phone call may be the one it comes to.
  berichten: [casusKaart(casus, naar), ...mededeling('nieuw_aanspreekpunt', now, casus.aanmelder, naar)],
});
