import type { NewBericht } from '../berichten/bericht.ts';
import { type Directory, personFor } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Ids, type Instant, isBefore } from '../time.ts';
import { LONGEST_BREAK, noticesOn, subjectOf } from './notices.ts';
import type { Holidays } from './on-duty.ts';

/**
 * How much is looked ahead: longer than another replica's picture is behind and a commit takes. A beat that
 * still acts on the old situation can pass no further, so nothing falls between it and the change.
 */
const MARGIN = { minutes: 2 };

type Reminder = 'dienst_morgen' | 'dienst_straks';

/**
 * The reminders that are due now in a region and still make sense, for `who` [P7]. Whoever changes when they
 * are due, or for whom, puts them in the same commit: the beat only looks at the time that passes. What
 * went out before is known to the outbox by the same key, and is left alone.
 */
export function dueReminders(
  region: Region,
  directory: Directory,
  holidays: Holidays,
  {
    now,
    ids,
    who,
    soorten,
  }: { now: Instant; ids: Ids; who: (personId: string) => boolean; soorten: readonly Reminder[] },
): NewBericht[] {
  const until = now.add(MARGIN);
  const today = Temporal.PlainDate.from(dateIn(region.tijdzone, now));
  return Array.from({ length: LONGEST_BREAK + 1 }, (_, n) => today.add({ days: n }).toString())
    .flatMap((datum) => noticesOn(region, holidays, datum, directory))
    .flatMap((notice): NewBericht[] => {
      const soort = soorten.find((s) => s === notice.soort);
      const person = notice.persoon === null ? undefined : personFor(directory, region, notice.persoon);
      const due = !isBefore(until, notice.op) && isBefore(now, notice.nuttigTot);
      if (!soort || !person || !due || !who(person.id)) return [];
      const onderwerp = subjectOf(region.code, notice);
      const aan = { persoon: person.id };
      return [{ id: ids.next(), soort, casusId: null, onderwerp, op: notice.op, vast: notice.sleutel, aan }];
    });
}

type Picture = { region: Region; directory: Directory };

/** Those that a change of the rota makes due: what was due before it was sent, or is about to be. */
export function newlyDue(before: Picture, after: Picture, holidays: Holidays, now: Instant, ids: Ids): NewBericht[] {
  const soorten = ['dienst_morgen', 'dienst_straks'] as const;
  const due = ({ region, directory }: Picture) =>
    dueReminders(region, directory, holidays, { now, ids, who: () => true, soorten });
  const keyOf = (b: NewBericht) => [b.soort, b.onderwerp, 'persoon' in b.aan ? b.aan.persoon : ''].join('|');
  const known = new Set(due(before).map(keyOf));
  return due(after).filter((b) => !known.has(keyOf(b)));
}
