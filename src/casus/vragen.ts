import type { Instant } from '../time.ts';
import { mededeling } from './berichten-over.ts';
import type { Casus } from './casus.ts';
import { changed, type Decision, withInhoud } from './change.ts';
import { ended } from './ended.ts';

/** A question to the aanmelder; the answer comes back to who is the contact by then. `id`: of the question. */
export function vraagStellen(casus: Casus, door: string, id: string, tekst: string, now: Instant): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  // Who is asked has one contact: nobody else puts questions to them [A3].
  if (casus.stand !== 'aangemeld' && casus.aanspreekpunt !== door)
    return { refusal: { kind: 'al_opgenomen', door: casus.aanspreekpunt } };
  if (casus.inhoud.aanmelding.namens) return { refusal: { kind: 'telefonisch_gemeld' } };
  const vragen = [...casus.inhoud.vragen, { id, door, tekst, op: now }];
  return {
    next: changed(casus, { inhoud: withInhoud(casus, { vragen }) }),
    gebeurtenissen: [{ op: now, soort: 'vraag_gesteld', door, detail: tekst }],
    berichten: [{ soort: 'vraag', onderwerp: id, op: now, aan: { persoon: casus.aanmelder } }],
  };
}

/** The aanmelder answers one question, once. */
export function vraagBeantwoorden(casus: Casus, door: string, id: string, tekst: string, now: Instant): Decision {
  const vraag = casus.inhoud.vragen.find((v) => v.id === id);
  if (!vraag) return { refusal: { kind: 'niet_gevonden' } };
  if (vraag.antwoord) return { refusal: { kind: 'al_beantwoord' } };
  const over = ended(casus);
  if (over) return { refusal: over };
  const vragen = casus.inhoud.vragen.map((v) => (v === vraag ? { ...v, antwoord: { door, tekst, op: now } } : v));
  return {
    next: changed(casus, { inhoud: withInhoud(casus, { vragen }) }),
    gebeurtenissen: [{ op: now, soort: 'vraag_beantwoord', door, detail: tekst }],
    berichten: mededeling('beantwoord', now, casus.aanspreekpunt, door),
  };
}
