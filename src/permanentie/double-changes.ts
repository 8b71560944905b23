import type { NewBericht } from '../berichten/bericht.ts';
import { dienstOf } from '../overdracht/lezer-van.ts';
import type { Directory } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Ids, type Instant, isBefore } from '../time.ts';
import { type Dubbel, doublesOn, hearsOfDouble } from './dubbel.ts';
import { gapNoticeAt } from './notices.ts';
import type { Duty, Holidays } from './on-duty.ts';

type Situation = { region: Region; directory: Directory };

/**
 * What a change to a region's rota does to clashes with other regions on `dates`: which sent cards there are
 * no longer true, and who hears at once of a clash that is new and nearer than the first notice ahead [P4].
 */
export function doubleChanges(
  before: Situation,
  after: Situation,
  dates: Iterable<string>,
  { holidays, now, ids }: { holidays: Holidays; now: Instant; ids: Ids },
): { berichten: NewBericht[]; refresh: string[] } {
  const berichten: NewBericht[] = [];
  const refresh = new Set<string>();
  const { code, tijdzone, herinneringen } = after.region;
  const furthest = Math.max(...herinneringen.gaten);
  /** The first notice ahead is still to come: that one says it. */
  const isLater = (datum: string) =>
    herinneringen.gaten.length > 0
      ? isBefore(now, gapNoticeAt(after.region, holidays, datum, furthest))
      : datum > dateIn(tijdzone, now);
  const tell = (region: Region, duty: Duty, found: Dubbel) => {
    const onderwerp = dienstOf(region, duty);
    for (const { id } of hearsOfDouble(region, after.directory, found, now))
      berichten.push({ id: ids.next(), soort: 'dubbel', casusId: null, onderwerp, op: now, aan: { persoon: id } });
  };
  for (const datum of new Set(dates)) {
    const was = doublesOn(before.region, before.directory, holidays, datum);
    const is = doublesOn(after.region, after.directory, holidays, datum);
    for (const { andere } of [...was, ...is]) for (const a of andere) refresh.add(dienstOf(a.region, a.duty));
    if (isLater(datum)) continue;
    const known = new Set(was.map(keyOf));
    for (const found of is) {
      if (known.has(keyOf(found)) || Temporal.Instant.compare(now, found.duty.end) >= 0) continue;
      tell(after.region, found.duty, found);
      for (const other of found.andere)
        tell(other.region, other.duty, { ...found, andere: [{ region: after.region, duty: found.duty }] });
    }
  }
  return { berichten, refresh: [...refresh].filter((subject) => !subject.startsWith(`${code}/`)) };
}

const keyOf = ({ persoon, duty, andere }: Dubbel) =>
  [persoon.id, duty.start, ...andere.map((a) => dienstOf(a.region, a.duty))].join('|');
