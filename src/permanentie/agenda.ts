import { type Directory, entryFor, type Person } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, type Instant, isBefore, timeIn } from '../time.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { type DayPlan, dayPlan } from './day-plan.ts';
import type { Duty, Holidays } from './on-duty.ts';
import { bereik } from './permanentie-view.ts';
import { responsible } from './toewijzing.ts';
import type { Uitzondering } from './uitzondering.ts';
import { wallInstant } from './wall-instant.ts';

/** A calendar address somebody asked for. The token in it is not kept, only its digest. */
export type Agenda = {
  hash: string;
  persoonId: string;
  /** Code of the region whose day parts it holds; null: those of the person, in every region. */
  regio: string | null;
  gemaaktOp: Instant;
};

/** One entry of a calendar: a day part on a day. Neutral texts only: region, who, phone [S9]. */
export type AgendaItem = {
  /** The same for a day part whatever happens to it: a change reaches the entry that is there already. */
  uid: string;
  start: Instant;
  end: Instant;
  titel: string;
  tekst: string;
  /** Where, when that may be known. */
  plaats?: string;
  /** `open`: somebody should be there and nobody is. `vervallen`: was in this calendar, and is no more. */
  stand: 'zeker' | 'open' | 'vervallen';
  /** Rises with every change that touches the day part. */
  volgnummer: number;
  /** The last of those changes; null: as the template says. */
  gewijzigd: Instant | null;
};

export type AgendaFeed = {
  naam: string;
  /** It fills the reader's own time: others may not plan over it. */
  bezet: boolean;
  items: AgendaItem[];
};

/** Days a calendar looks back and ahead. */
const AGENDA_BACK = 35;
const AGENDA_AHEAD = 365;

/** What is in a calendar now; null: this person may not have it (any more). */
export function agendaFeed(
  directory: Directory,
  holidays: Holidays,
  agenda: Agenda,
  now: Instant,
  /** What else is in somebody's own calendar. */
  ook: readonly AgendaItem[] = [],
): AgendaFeed | null {
  const person = directory.persons.get(agenda.persoonId);
  if (!person) return null;
  if (agenda.regio === null) {
    const mijn = mijnAgenda(directory, holidays, person, now);
    return { ...mijn, items: [...mijn.items, ...ook].sort(inOrder) };
  }
  const region = directory.regions.get(agenda.regio);
  return region && entryFor(directory, region, person.id, dateIn(region.tijdzone, now))
    ? regioAgenda(directory, holidays, region, now)
    : null;
}

/** My day parts in every region; what was mine and is no longer stays as `vervallen`. */
export function mijnAgenda(directory: Directory, holidays: Holidays, person: Person, now: Instant): AgendaFeed {
  const isMine = (region: Region) => (part: Part) =>
    part.duty !== null && responsible(region, directory, part.duty)?.id === person.id;
  return {
    naam: 'Mijn permanentie',
    bezet: true,
    items: [...directory.regions.values()]
      .filter((region) => region.personen.some((p) => p.email === person.email))
      .flatMap((region) =>
        itemsOf(region, holidays, now, isMine(region), (part) => ({
          titel: `Permanentie ${region.naam}`,
          tekst: part.duty ? ownText(region, directory, part.duty) : '',
        })),
      )
      .sort(inOrder),
  };
}

/** Who is on duty in a region, and what is not filled. */
export function regioAgenda(directory: Directory, holidays: Holidays, region: Region, now: Instant): AgendaFeed {
  return {
    naam: `Permanentie ${region.naam}`,
    bezet: false,
    items: itemsOf(
      region,
      holidays,
      now,
      () => true,
      ({ duty }) => {
        if (duty === null) return { titel: `Niet ingevuld: permanentie ${region.naam}`, tekst: '' };
        const { naam, telefoon } = bereik(region, directory, duty);
        return { titel: `${naam}: permanentie ${region.naam}`, tekst: telefoon === null ? '' : `Bel ${telefoon}.` };
      },
    ).sort(inOrder),
  };
}

/** What the one who answers for a day part wants to know: on which number people call, and where they come out [P1]. */
function ownText(region: Region, directory: Directory, duty: Duty): string {
  const { naam, telefoon } = bereik(region, directory, duty);
  if (duty.kind === 'persoon') return telefoon === null ? '' : `Bellers gebruiken ${telefoon}.`;
  return `Bellers komen terecht bij ${naam}${telefoon === null ? '' : `, ${telefoon}`}. Wat binnenkomt, volg jij op.`;
}

const inOrder = (a: AgendaItem, b: AgendaItem) =>
  Temporal.Instant.compare(a.start, b.start) || (a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0);

/** A day part as it was at some moment; `duty: null`: nobody filled it. */
type Part = { van: string; start: Instant; end: Instant; duty: Duty | null };

/** The entries of a region in the window around `now`, of the day parts that `belongs` picks. */
function itemsOf(
  region: Region,
  holidays: Holidays,
  now: Instant,
  belongs: (part: Part) => boolean,
  words: (part: Part) => Pick<AgendaItem, 'titel' | 'tekst'>,
): AgendaItem[] {
  const changes = Map.groupBy(region.uitzonderingen ?? [], (u) => u.datum);
  const today = Temporal.PlainDate.from(dateIn(region.tijdzone, now));
  return Array.from({ length: AGENDA_BACK + AGENDA_AHEAD + 1 }, (_, n) =>
    today.add({ days: n - AGENDA_BACK }).toString(),
  ).flatMap((datum) => itemsOn(region, holidays, datum, changes.get(datum) ?? [], belongs, words));
}

function itemsOn(
  region: Region,
  holidays: Holidays,
  datum: string,
  changes: readonly Uitzondering[],
  belongs: (part: Part) => boolean,
  words: (part: Part) => Pick<AgendaItem, 'titel' | 'tekst'>,
): AgendaItem[] {
  const current = partsOf(region, cachedDayPlan(region, holidays, datum));
  const plans = [...earlierPlans(region, holidays, datum, changes).map((plan) => partsOf(region, plan)), current];
  // A change agreed for several day parts is a row for each: made counts, and undone counts again.
  const edits = changes.flatMap((change) => {
    const span = {
      start: wallInstant(region.tijdzone, datum, change.van),
      end: wallInstant(region.tijdzone, datum, change.tot),
    };
    return [{ ...span, op: change.op }, ...(change.ongedaan === null ? [] : [{ ...span, op: change.ongedaan.op }])];
  });
  return [...new Set(plans.flat().map((part) => part.van))].flatMap((van): AgendaItem[] => {
    const versions = plans.flatMap((parts) => parts.filter((part) => part.van === van));
    const now = current.find((part) => part.van === van && belongs(part));
    const shown = now ?? versions.findLast(belongs);
    if (!shown) return [];
    const touching = edits.filter((edit) => versions.some((part) => meet(edit, part)));
    const { titel, tekst } = words(shown);
    return [
      {
        uid: `${region.code}-${datum}-${van.replace(':', '')}@zorggarantie`,
        start: shown.start,
        end: shown.end,
        titel: now ? titel : `Vervallen: ${titel}`,
        tekst: now ? tekst : '',
        stand: now ? (shown.duty ? 'zeker' : 'open') : 'vervallen',
        volgnummer: touching.length,
        gewijzigd: touching.reduce<Instant | null>(
          (last, { op }) => (last === null || isBefore(last, op) ? op : last),
          null,
        ),
      },
    ];
  });
}

/** The day as it was before each moment at which something changed, oldest first: the template, then change by change. */
function earlierPlans(region: Region, holidays: Holidays, datum: string, changes: readonly Uitzondering[]): DayPlan[] {
  const moments = [
    ...new Set(changes.flatMap((c) => [c.op, c.ongedaan?.op ?? c.op]).map((op) => op.epochMilliseconds)),
  ];
  return moments
    .sort((a, b) => a - b)
    .map((moment) => {
      const uitzonderingen = changes.flatMap((c): Uitzondering[] => {
        const held =
          c.op.epochMilliseconds < moment && (c.ongedaan === null || c.ongedaan.op.epochMilliseconds >= moment);
        return held ? [{ ...c, ongedaan: null }] : [];
      });
      return dayPlan({ ...region, uitzonderingen }, holidays, datum);
    });
}

// Reading the wall clock of every day part takes most of the time of a calendar; a plan never changes.
const partsByPlan = new WeakMap<DayPlan, Part[]>();

function partsOf(region: Region, plan: DayPlan): Part[] {
  let parts = partsByPlan.get(plan);
  if (parts === undefined) {
    parts = [
      ...plan.duties.map((duty) => ({
        van: timeIn(region.tijdzone, duty.start),
        start: duty.start,
        end: duty.end,
        duty,
      })),
      ...plan.unfilled.map(({ start, end }) => ({ van: timeIn(region.tijdzone, start), start, end, duty: null })),
    ];
    partsByPlan.set(plan, parts);
  }
  return parts;
}

/** Overlapping, or with a border in common: a change that ends where this begins has cut it there. */
const meet = (a: { start: Instant; end: Instant }, b: { start: Instant; end: Instant }) =>
  !isBefore(b.end, a.start) && !isBefore(a.end, b.start);
