import { mededeling } from '../casus/berichten-over.ts';
import type { Casus } from '../casus/casus.ts';
import { changed, type Decision, withInhoud } from '../casus/change.ts';
import { ended } from '../casus/ended.ts';
import type { Instant } from '../time.ts';
import type { Aanmelding } from './aanmelding.ts';

/** The aanmelder adds something; nothing that was said is changed by it [A9]. */
export function aanvullen(casus: Casus, door: string, tekst: string, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  const aanvullingen = [...casus.inhoud.aanvullingen, { door, tekst, op: now }];
  return {
    next: changed(casus, { inhoud: withInhoud(casus, { aanvullingen }) }),
    gebeurtenissen: [{ op: now, soort: 'aangevuld', door, detail: tekst }],
    berichten: mededeling('aangevuld', now, casus.aanspreekpunt, door),
  };
}

/** The aanmelder corrects what was reported; the story keeps that it was corrected and when. */
export function verbeteren(casus: Casus, door: string, aanmelding: Aanmelding, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  return {
    next: changed(casus, { inhoud: withInhoud(casus, { aanmelding }) }),
    gebeurtenissen: [{ op: now, soort: 'verbeterd', door }],
    berichten: mededeling('verbeterd', now, casus.aanspreekpunt, door),
  };
}

/** The aanmelder withdraws: nothing is waited for any more, so every clock ends. */
export function intrekken(casus: Casus, door: string, reden: string, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  return {
    next: changed(casus, { stand: 'ingetrokken', inhoud: withInhoud(casus, { intrekking: { door, reden, op: now } }) }),
    gebeurtenissen: [{ op: now, soort: 'ingetrokken', door, detail: reden }],
    berichten: mededeling('ingetrokken', now, casus.aanspreekpunt, door),
    stop: 'alle',
  };
}
