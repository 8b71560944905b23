import { mededeling } from '../casus/berichten-over.ts';
import type { Casus } from '../casus/casus.ts';
import { changed, type Decision, withInhoud } from '../casus/change.ts';
import { ended } from '../casus/ended.ts';
import type { Instant } from '../time.ts';
import { isDate } from '../time.ts';

/**
 * The child was born: the case goes on with the date of birth, and nothing is asked again [U4, A9]. `initialen`: empty
 * keeps what was known.
 */
export function geboorteMelden(
  casus: Casus,
  door: string,
  { datum, initialen }: { datum: string; initialen: string },
  now: Instant,
): Decision {
  const over = ended(casus);
  if (over) return { refusal: over };
  const { aanmelding } = casus.inhoud;
  if (aanmelding.kind === 'geboren') return { refusal: { kind: 'al_geboren' } };
  const born = { ...aanmelding, kind: 'geboren' as const, geboortedatum: datum, ...(initialen && { initialen }) };
  return {
    next: changed(casus, { inhoud: withInhoud(casus, { aanmelding: born }) }),
    gebeurtenissen: [{ op: now, soort: 'geboren', door }],
    berichten: [...new Set([casus.aanmelder, casus.aanspreekpunt])].flatMap((aan) =>
      mededeling('geboren', now, aan, door),
    ),
  };
}

/** Weeks before the expected date at which a birth is still believed, and after which it is a typing error. */
const EARLY_WEEKS = 20;
const LATE_WEEKS = 6;

/** What is wrong with a date of birth (as typed) of a child that was expected on `verwacht`; ISO dates. */
export function geboorteFout(datum: string, verwacht: string, today: string): string | null {
  if (!isDate(datum)) return 'Deze datum bestaat niet. Schrijf ze als jjjj-mm-dd, bijvoorbeeld 2026-03-09.';
  const [born, expected] = [datum, verwacht].map((d) => Temporal.PlainDate.from(d));
  if (datum > today) return 'Deze datum moet nog komen. Meld de geboorte zodra het kindje er is.';
  if (!born || !expected) return null;
  const early = Temporal.PlainDate.compare(born, expected.subtract({ weeks: EARLY_WEEKS })) < 0;
  const late = Temporal.PlainDate.compare(expected.add({ weeks: LATE_WEEKS }), born) < 0;
  return early || late
    ? 'Deze datum ligt te ver van de verwachte datum. Kijk ze na, of verbeter eerst de aanmelding.'
    : null;
}
