import type { NewBericht } from '../berichten/bericht.ts';
import { audit, type Context, directoryOf } from '../context.ts';
import { type Directory, personsWithRole } from '../personen/directory.ts';
import type { Commit } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { dateIn, timeIn } from '../time.ts';
import { teamOnderwerp } from '../werk/onderwerp.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { doubleChanges } from './double-changes.ts';
import { newlyDue } from './due-reminders.ts';
import { endTime } from './end-time.ts';
import { gatenSubject } from './gaten-subject.ts';
import { newGaps } from './new-gaps.ts';
import type { Holidays } from './on-duty.ts';
import { planners } from './planners.ts';
import { responsible } from './toewijzing.ts';
import { lieten, type Uitzondering } from './uitzondering.ts';
import { verzoekGevolgen } from './verzoek-vervalt.ts';

/** A day part as shown; `wie: null`: nobody. `route`: a phone answers it, `personId` follows up what comes in [P1]. */
export type ShownPart = { van: string; tot: string; wie: string | null; personId: string | null; route: boolean };

/** What puts somebody (id of the region's file) in a day part: where a phone answers, as who follows up [P1]. */
export const put = ({ route }: Pick<ShownPart, 'route'>, persoon: string): Uitzondering['wat'] => ({
  kind: route ? 'eigenaar' : 'persoon',
  persoon,
});

/** Day parts of a day as they are now, the ones nobody fills included. */
export const partsOf = ({ world }: Pick<Context, 'world'>, region: Region, datum: string): ShownPart[] =>
  shownParts(region, world.store.directory(), world.holidays, datum);

/** The same in a picture that may be another than the one of now. */
export function shownParts(region: Region, directory: Directory, holidays: Holidays, datum: string): ShownPart[] {
  const plan = cachedDayPlan(region, holidays, datum);
  const wall = (at: Temporal.Instant) => timeIn(region.tijdzone, at);
  return [
    ...plan.duties.map((d) => {
      const person = responsible(region, directory, d);
      const wie =
        d.kind === 'route'
          ? (region.routes.find((r) => r.id === d.route)?.naam ?? d.route)
          : (person?.naam ?? d.persoon);
      return {
        start: d.start,
        van: wall(d.start),
        tot: endTime(region.tijdzone, d.end),
        wie,
        personId: person?.id ?? null,
        route: d.kind === 'route',
      };
    }),
    ...plan.unfilled.map((u) => ({
      start: u.start,
      van: wall(u.start),
      tot: endTime(region.tijdzone, u.end),
      wie: null,
      personId: null,
      route: u.route !== null,
    })),
  ]
    .sort((a, b) => Temporal.Instant.compare(a.start, b.start))
    .map(({ start: _, ...part }) => part);
}

/** Writes changes with everything that follows: who is affected hears it once, sent cards are updated [P4]. */
export async function saveChanges(
  context: Context,
  region: Region,
  changes: Uitzondering[],
  extra: {
    verzoek?: Commit['verzoek'];
    berichten?: NewBericht[];
    aan?: 'iedereen' | 'planners';
    refresh?: string;
  } = {},
): Promise<'ok' | 'verouderd' | 'al_verwerkt'> {
  const { world, person, now, intent } = context;
  const directory = directoryOf(context);
  const tot = (await world.store.roosterTot()).get(region.code) ?? null;
  const ids = new Set(changes.map((c) => c.id));
  const after: Region = {
    ...region,
    uitzonderingen: [...(region.uitzonderingen ?? []).filter((u) => !ids.has(u.id)), ...changes],
  };
  const berichten: NewBericht[] = [...(extra.berichten ?? [])];
  const subjects = new Set<string>();
  const tell = (
    soort: 'rooster_gewijzigd' | 'gat' | 'gat_nu' | 'gaten',
    onderwerp: string,
    persoon: string,
    vast = now,
  ) => {
    if (persoon !== person.id && directory.persons.has(persoon))
      berichten.push({ id: world.ids.next(), soort, casusId: null, onderwerp, op: now, vast, aan: { persoon } });
  };
  // Of one absence over several day parts everybody hears in one message.
  const [first] = changes;
  const absence =
    changes.length > 1 && first?.groep && changes.every((c) => c.wat.kind === 'open' && c.groep === first.groep)
      ? gatenSubject(region.code, first.groep)
      : null;
  const heard = new Set<string>();
  for (const datum of new Set(changes.map((c) => c.datum))) {
    const [before = [], next = []] = [region, after].map((r) => partsOf(context, r, datum));
    for (const part of [...before, ...next]) subjects.add(`${region.code}/${datum}/${part.van}`);
    subjects.add(`${region.code}/${datum}`);
    for (const u of after.uitzonderingen ?? [])
      if (u.datum === datum && u.groep !== null && u.wat.kind === 'open')
        subjects.add(gatenSubject(region.code, u.groep));
    const hours = (parts: ShownPart[]) =>
      new Map(parts.map((p) => [[p.van, p.tot, p.route, p.personId].join('|'), p.personId ?? '']));
    const [was, is] = [hours(before), hours(next)];
    const moved = new Set([...was, ...is].flatMap(([key, who]) => (was.has(key) !== is.has(key) ? who : [])));
    // Who let a day part go hears that somebody took it.
    for (const gap of before.filter((b) => b.wie === null))
      if (next.some((p) => p.wie !== null && p.van < gap.tot && gap.van < p.tot))
        for (const persoon of lieten(after, datum, gap)) moved.add(persoon);
    for (const persoon of moved)
      if (absence) heard.add(persoon);
      else tell('rooster_gewijzigd', `${region.code}/${datum}`, persoon);
    // What falls open is offered to everybody who could take it over.
    for (const { van, nu, wie, vast } of newGaps(region, after, directory, world.holidays, datum, { now, tot })) {
      const others = new Set([
        ...wie,
        ...(extra.aan === 'planners'
          ? planners(directory, region, now)
          : personsWithRole(directory, region, 'casuscoordinator', datum)),
      ]);
      for (const other of others)
        if (nu) tell('gat_nu', `${region.code}/${datum}/${van}`, other.id, vast);
        else if (absence) heard.add(other.id);
        else tell('gat', `${region.code}/${datum}/${van}`, other.id);
    }
  }
  if (absence) for (const persoon of heard) tell('gaten', absence, persoon);
  const changed = { ...directory, regions: new Map([...directory.regions, [region.code, after]]) };
  const dates = new Set(changes.map((c) => c.datum));
  const [then, since] = [
    { region, directory },
    { region: after, directory: changed },
  ];
  berichten.push(
    ...newlyDue(then, since, world.holidays, now, world.ids).filter(({ soort, onderwerp }) => {
      // Who comes in when the day part is near, or runs, is asked at once whether they are there. Of another day
      // the working day before may have been closed: what was to be said on it [P7].
      return dates.has(onderwerp.split('/')[1] ?? '') === (soort === 'dienst_straks');
    }),
  );
  const clashes = doubleChanges(then, since, dates, { ...world, now });
  berichten.push(...clashes.berichten);
  // What a colleague was asked and cannot be answered any more; of the answer itself everybody hears otherwise.
  const answered = extra.verzoek?.next;
  const asked = (await world.store.openVerzoeken(dateIn(region.tijdzone, now))).filter((v) => v.id !== answered?.id);
  const zwijg = [person.id, ...(answered ? [answered.van] : [])];
  const lapsed = verzoekGevolgen(asked, then, since, { holidays: world.holidays, now, ids: world.ids, zwijg });
  berichten.push(...lapsed.berichten);
  const result = await world.store.commit({
    once: intent.delivery,
    uitzonderingen: { was: directory.version, save: changes },
    ...(extra.verzoek && { verzoek: extra.verzoek }),
    berichten,
    refresh: [
      ...subjects,
      teamOnderwerp(region.code),
      ...clashes.refresh,
      ...lapsed.refresh,
      ...(extra.refresh ? [extra.refresh] : []),
    ],
    audit: [
      audit(
        context,
        intent.input.kind === 'action' ? intent.input.action : 'rooster',
        `${region.code}/${changes[0]?.datum ?? ''}`,
      ),
    ],
  });
  return result.kind;
}
