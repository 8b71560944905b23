import type { Context } from '../context.ts';
import type { Region } from '../regio/region.ts';
import { isBefore } from '../time.ts';
import { partsOf, type ShownPart } from './save-changes.ts';
import type { Span } from './verzoek.ts';
import { wallInstant } from './wall-instant.ts';

/** How long somebody can say to be away in one time, days. */
export const MOST_AWAY = 62;

/** Day parts of the person who asks, from `datum` up to and including `tot` (ISO dates), that are not over yet. */
export function ownParts(
  context: Context,
  region: Region,
  { datum, tot }: { datum: string; tot: string },
): (ShownPart & { datum: string })[] {
  const first = Temporal.PlainDate.from(datum);
  const days = Math.min(MOST_AWAY, first.until(tot, { largestUnit: 'days' }).days + 1);
  return Array.from({ length: days }, (_, n) => first.add({ days: n }).toString())
    .flatMap((day) => partsOf(context, region, day).map((part) => ({ ...part, datum: day })))
    .filter((p) => p.personId === context.person.id)
    .filter((p) => isBefore(context.now, wallInstant(region.tijdzone, p.datum, p.tot)));
}

/** What a choice of the form says: `<van>-<tot>`, with several days `<datum>/<van>-<tot>`. */
export function readChoice(value: string, datum: string): Span[] {
  const [, day = datum, van, tot] = /^(?:(\d{4}-\d{2}-\d{2})\/)?(\d\d:\d\d)-(\d\d:\d\d)$/.exec(value) ?? [];
  return van && tot ? [{ datum: day, van, tot }] : [];
}
