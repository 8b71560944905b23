import type { NewBericht } from '../berichten/bericht.ts';
import type { Directory, Person } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Ids, type Instant } from '../time.ts';
import { botsingenTussen } from './botsing.ts';
import { doubleChanges } from './double-changes.ts';
import { newlyDue } from './due-reminders.ts';
import { type NewGap, newGaps } from './new-gaps.ts';
import type { Holidays } from './on-duty.ts';
import { planners } from './planners.ts';
import { type ShownPart, shownParts } from './save-changes.ts';
import { ANDER } from './sjabloon-views.ts';
import type { Uitzondering } from './uitzondering.ts';
import type { Verzoek } from './verzoek.ts';
import { verzoekGevolgen } from './verzoek-vervalt.ts';

/** How many days ahead somebody hears that their day parts are others; sent cards lie within the second. */
const TELL_DAYS = 182;
const CARD_DAYS = 60;
/** Changes named in one message: its subject is part of a key. */
const MOST_NAMED = 20;

type SjabloonNeeds = {
  holidays: Holidays;
  now: Instant;
  ids: Ids;
  verzoeken: readonly Verzoek[];
  /** How far the beat of the region came. */
  tot: Instant | null;
};

/**
 * What another template means for what was there [P3, P4]: changes of people that meet it, cards that are no
 * longer true, and who hears of it: somebody whose coming day parts are others, once; the planners, once, when
 * changes meet the template. `persons`: people who come or change with it; `verzoeken`: without an answer.
 */
export function sjabloonGevolgen(
  current: Region,
  incoming: Region,
  directory: Directory,
  persons: readonly Person[],
  { holidays, now, ids, verzoeken, tot }: SjabloonNeeds,
): { botsingen: Uitzondering[]; berichten: NewBericht[]; refresh: string[] } {
  const { uitzonderingen } = current;
  const next: Region = uitzonderingen ? { ...incoming, uitzonderingen } : incoming;
  const after = withRegion(directory, next, persons);
  const today = dateIn(next.tijdzone, now);
  const refresh = new Set<string>();
  const firstOf = new Map<string, string>();
  const changed: string[] = [];
  const gaten: { datum: string; gap: NewGap }[] = [];
  for (let n = 0, day = Temporal.PlainDate.from(today); n < TELL_DAYS; n++, day = day.add({ days: 1 })) {
    const datum = day.toString();
    const open = datum === today ? now.toZonedDateTimeISO(next.tijdzone).toPlainTime().toString().slice(0, 5) : '';
    const was = shownParts(current, directory, holidays, datum).filter((p) => p.tot > open);
    const is = shownParts(next, after, holidays, datum).filter((p) => p.tot > open);
    const [before, now_] = [new Map(was.map((p) => [keyOf(p), p])), new Map(is.map((p) => [keyOf(p), p]))];
    const moved = [
      ...[...before].flatMap(([key, part]) => (now_.has(key) ? [] : [part])),
      ...[...now_].flatMap(([key, part]) => (before.has(key) ? [] : [part])),
    ];
    if (moved.length === 0) continue;
    changed.push(datum);
    // A region that wants no notice ahead of one gap wants none of half a year of them.
    for (const gap of newGaps(current, next, after, holidays, datum, { now, tot }))
      if (gap.nu || next.herinneringen.gaten.length > 0) gaten.push({ datum, gap });
    if (n < CARD_DAYS) for (const part of [...was, ...is]) refresh.add(`${next.code}/${datum}/${part.van}`);
    if (n < CARD_DAYS) refresh.add(`${next.code}/${datum}`);
    for (const { personId } of moved)
      if (personId !== null && directory.persons.has(personId) && !firstOf.has(personId)) firstOf.set(personId, datum);
  }
  const found = botsingenTussen(current, next, holidays, today);
  const botsingen = found.map((b) => b.uitzondering);
  const make = (soort: NewBericht['soort'], onderwerp: string, persoon: string): NewBericht => ({
    id: ids.next(),
    soort,
    casusId: null,
    onderwerp,
    op: now,
    aan: { persoon },
  });
  const named = found
    .slice(0, MOST_NAMED)
    .map((b) => `${b.uitzondering.id}${b.reden === 'andere_persoon' ? ANDER : ''}`);
  const clashes = doubleChanges(
    { region: current, directory },
    { region: next, directory: after },
    changed.slice(0, CARD_DAYS),
    { holidays, now, ids },
  );
  const lapsed = verzoekGevolgen(
    verzoeken,
    { region: current, directory },
    { region: next, directory: after },
    { holidays, now, ids },
  );
  return {
    botsingen,
    berichten: [
      ...[...firstOf].map(([persoon, datum]) => make('rooster_nieuw', `${next.code}/nieuw/${datum}`, persoon)),
      ...(named.length === 0
        ? []
        : planners(after, next, now).map((p) =>
            make('rooster_botsing', `${next.code}/botsing/${named.join(',')}`, p.id),
          )),
      // Who planned hears of a gap as somebody who changes the rota by hand would make them hear [P6].
      ...gaten.flatMap(({ datum, gap: { van, nu, wie, vast } }) =>
        wie.map((p) => ({ ...make(nu ? 'gat_nu' : 'gat', `${next.code}/${datum}/${van}`, p.id), vast })),
      ),
      ...newlyDue({ region: current, directory }, { region: next, directory: after }, holidays, now, ids),
      ...clashes.berichten,
      ...lapsed.berichten,
    ],
    refresh: [...refresh, ...clashes.refresh, ...lapsed.refresh],
  };
}

const keyOf = ({ van, tot, personId, route, wie }: ShownPart) =>
  [van, tot, personId, route && wie, wie === null].join('|');

/** The picture as it will be. */
function withRegion(directory: Directory, next: Region, persons: readonly Person[]): Directory {
  const all = new Map(directory.persons);
  const byEmail = new Map(directory.personIdByEmail);
  for (const person of persons) {
    all.set(person.id, person);
    if (person.email) byEmail.set(person.email, person.id);
  }
  return {
    ...directory,
    regions: new Map([...directory.regions, [next.code, next]]),
    persons: all,
    personIdByEmail: byEmail,
  };
}
