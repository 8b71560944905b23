import type { Instant } from '../time.ts';

/**
 * The instant at which the wall clock of `zone` reads `time` (`HH:MM`, up to `24:00`) on `date` [P5].
 *
 * It never runs backwards: a later reading never gives an earlier instant, so day parts that do not
 * overlap on the wall do not overlap in time either. A reading in the hour that is skipped in March is
 * the moment of the jump (a part that lies wholly inside it is empty). A reading in the hour that comes
 * twice in October is its first pass (a part that ends or starts inside hands over there).
 */
export function wallInstant(zone: string, date: string, time: string): Instant {
  const day = Temporal.PlainDate.from(date);
  const wall =
    time === '24:00'
      ? day.add({ days: 1 }).toPlainDateTime('00:00')
      : day.toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  if (earlier.toPlainDateTime().equals(wall)) return earlier.toInstant();
  // Not `compatible`: that adds the skipped hour, and 02:45 would come after 03:00.
  const jump = earlier.getTimeZoneTransition('next');
  if (jump === null) throw new RangeError(`no jump of the clock after ${earlier}`);
  return jump.toInstant();
}
