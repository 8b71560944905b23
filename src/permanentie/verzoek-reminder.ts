import type { NewBericht } from '../berichten/bericht.ts';
import type { Directory } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { type Ids, type Instant, isBefore } from '../time.ts';
import { GAP_TIME, workingDayBefore } from './notices.ts';
import type { Holidays } from './on-duty.ts';
import { type Verzoek, verzoekSubject } from './verzoek.ts';
import { geldtNog } from './verzoek-vervalt.ts';
import { wallInstant } from './wall-instant.ts';

const spans = ({ geef, krijg }: Verzoek) => (krijg ? [geef, krijg] : [geef]);

/** When the first of its day parts starts: from then on there is nothing to agree on. */
export const startOf = (verzoek: Verzoek, { tijdzone }: Region): Instant =>
  spans(verzoek)
    .map((s) => wallInstant(tijdzone, s.datum, s.van))
    .reduce((a, b) => (isBefore(b, a) ? b : a));

/** When both are reminded of a request without an answer: in the morning, a working day ahead. Null: it was asked later [P4]. */
export function remindedAt(verzoek: Verzoek, region: Region, holidays: Holidays): Instant | null {
  const [first = ''] = spans(verzoek)
    .map((s) => s.datum)
    .sort();
  const at = wallInstant(region.tijdzone, workingDayBefore(region, holidays, first), GAP_TIME);
  return isBefore(verzoek.op, at) ? at : null;
}

/** The reminders, to both, that fell due in (`after`, `until`] and still make sense. */
export function verzoekReminders(
  region: Region,
  open: readonly Verzoek[],
  {
    directory,
    holidays,
    ids,
    after,
    until,
  }: { directory: Directory; holidays: Holidays; ids: Ids; after: Instant; until: Instant },
): NewBericht[] {
  return open.flatMap((verzoek): NewBericht[] => {
    const op = verzoek.regio === region.code ? remindedAt(verzoek, region, holidays) : null;
    if (!op || !isBefore(after, op) || isBefore(until, op)) return [];
    // Of one that lapsed who asked heard it then.
    if (!geldtNog(verzoek, { region, directory }, holidays, until)) return [];
    return [verzoek.aan, verzoek.van].map((persoon) => ({
      id: ids.next(),
      soort: 'rooster_verzoek',
      casusId: null,
      onderwerp: verzoekSubject(verzoek),
      op,
      aan: { persoon },
    }));
  });
}
