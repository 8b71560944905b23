import { type Duty, type Holidays, nextOnDuty, onDutyAt } from '../permanentie/on-duty.ts';
import { responsible } from '../permanentie/toewijzing.ts';
import type { Directory, Person } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant, timeIn } from '../time.ts';

/** Who a note is for, and the day part that makes them so. */
export type Lezer = { persoon: Person; duty: Duty };

/** Day parts looked through: more than two months of two a day. */
const LOOK_AHEAD = 100;

/**
 * Who reads what `door` writes, from the rota as it is at `now`: the one on duty, else the next; the
 * owner of a phone route [P1]; never the writer. Null: nobody else is planned, and the note waits.
 */
export function lezerVan(
  region: Region,
  directory: Directory,
  holidays: Holidays,
  door: string,
  now: Instant,
): Lezer | null {
  let duty = onDutyAt(region, holidays, now) ?? nextOnDuty(region, holidays, now);
  for (let looked = 0; duty && looked < LOOK_AHEAD; looked++) {
    const persoon = responsible(region, directory, duty);
    if (persoon && persoon.id !== door) return { persoon, duty };
    duty = nextOnDuty(region, holidays, duty.start);
  }
  return null;
}

/** `LIM/2026-03-09/09:00`: what messages about a day part are about. */
export const dienstOf = ({ code, tijdzone }: Region, { start }: Duty): string =>
  `${code}/${dateIn(tijdzone, start)}/${timeIn(tijdzone, start)}`;

/** A day part and its whole day: the subjects of the cards that show its handover. */
export const onderwerpen = (dienst: string): string[] => [dienst, dienst.split('/').slice(0, 2).join('/')];
