import type { NewBericht } from '../berichten/bericht.ts';
import { eachApart } from '../each-apart.ts';
import { overdrachtBeat } from '../overdracht/overdracht-beat.ts';
import { type Directory, type Person, personFor } from '../personen/directory.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { type Clock, dateIn, type Ids, type Instant, isBefore } from '../time.ts';
import { cachedDayPlan } from './cached-day-plan.ts';
import { doublesOn, hearsOfDouble } from './dubbel.ts';
import { followRota, waitingToFollow } from './follow-rota.ts';
import { isWorthTelling, type Notice, noticesBetween, subjectOf } from './notices.ts';
import { type Holidays, nextOnDuty } from './on-duty.ts';
import { alarmed, planners } from './planners.ts';
import { responsible } from './toewijzing.ts';
import type { Verzoek } from './verzoek.ts';
import { verzoekReminders } from './verzoek-reminder.ts';
import { wallInstant } from './wall-instant.ts';

type Needs = { store: Store; clock: Clock; ids: Ids; holidays: Holidays };

/**
 * What of every region's rota fell due since it was last worked out. What still makes sense goes to the
 * outbox, once; what no longer does is told to the planners as missed. The moment up to which it was
 * done is written in the same transaction and guards it: of several replicas one does it, and after an
 * outage of an hour or a week it goes on where it was. Returns how many messages it enqueued.
 */
export async function roosterBeat(needs: Needs): Promise<number> {
  const { store } = needs;
  const tot = await store.roosterTot();
  const today = Temporal.PlainDate.from(dateIn('UTC', needs.clock.now()));
  const asked = await store.openVerzoeken(today.subtract({ days: 1 }).toString());
  const waiting = await waitingToFollow(needs);
  const each = async (code: string) => {
    let enqueued = await regionBeat(needs, code, tot.get(code) ?? null, asked);
    // Another replica was first, or the rota changed at this very moment: once more on what is true now.
    for (let again = 0; enqueued === 'verouderd' && again < AGAIN; again++)
      enqueued = await regionBeat(needs, code, (await store.roosterTot()).get(code) ?? null, asked);
    const region = store.directory().regions.get(code);
    const followed = region ? await followRota(needs, region, await waiting(code)) : 0;
    return followed + (enqueued === 'verouderd' ? 0 : enqueued);
  };
  const regions = [...store.directory().regions.keys()].map((code) => () => each(code));
  return eachApart([...regions, () => overdrachtBeat(needs).then(() => 0)], (step) => step());
}

/** After so many times it is for the next beat. */
const AGAIN = 3;

async function regionBeat(
  { store, clock, ids, holidays }: Needs,
  code: string,
  was: Instant | null,
  asked: readonly Verzoek[],
): Promise<number | 'verouderd'> {
  const now = clock.now();
  const directory = store.directory();
  const region = directory.regions.get(code);
  // A region that is new has no past to make up for.
  const after = was ?? now.subtract({ milliseconds: 1 });
  if (!region || !isBefore(after, now)) return 0;
  const messages = (notice: Notice): NewBericht[] => {
    const make = (aan: NewBericht['aan']): NewBericht => ({
      id: ids.next(),
      soort: notice.soort,
      casusId: null,
      onderwerp: subjectOf(region.code, notice),
      op: notice.op,
      vast: notice.sleutel,
      aan,
    });
    if (notice.soort === 'dienst_ochtend') return region.kanalen.permanentie.map((kanaal) => make({ kanaal }));
    return recipientsOf(notice, region, directory, holidays, now).map((person) => make({ persoon: person.id }));
  };
  const berichten: NewBericht[] = [];
  const missed: Notice[] = [];
  for (const notice of noticesBetween(region, holidays, after, now, directory)) {
    if (!isBefore(now, notice.nuttigTot)) missed.push(notice);
    else if (!(await settled(store, directory, region, holidays, notice))) berichten.push(...messages(notice));
  }
  berichten.push(...verzoekReminders(region, asked, { directory, holidays, ids, after, until: now }));
  const worthTelling = missed.filter(isWorthTelling);
  if (worthTelling.length > 0)
    for (const person of planners(directory, region, now))
      berichten.push({
        id: ids.next(),
        soort: 'rooster_gemist',
        casusId: null,
        onderwerp: `${region.code}/${after.epochMilliseconds}`,
        op: now,
        aan: { persoon: person.id },
      });
  if (
    was !== null &&
    berichten.length === 0 &&
    missed.length === 0 &&
    !startedBetween(region, holidays, was, now) &&
    now.epochMilliseconds - was.epochMilliseconds < QUIET_MS
  )
    return 0;
  const rooster = { regio: region.code, was, tot: now, directory: directory.version };
  const result = await store.commit({ rooster, berichten, audit: [] });
  return result.kind === 'verouderd' ? 'verouderd' : berichten.length;
}

/** Whether a day part started since: what falls open from then on is told by who changes the rota, not by a beat. */
function startedBetween(region: Region, holidays: Holidays, was: Instant, now: Instant): boolean {
  const { duties, unfilled } = cachedDayPlan(region, holidays, dateIn(region.tijdzone, now));
  return [...duties, ...unfilled].some(({ start }) => isBefore(was, start) && !isBefore(now, start));
}

/** With nothing to say, how often the moment is written down all the same. */
const QUIET_MS = 10 * 60_000;

/**
 * Somebody who said to be there needs no looking for; another's word, from before a change, does not count.
 * A handover is not asked where nothing is to be handed over.
 */
async function settled(
  store: Store,
  directory: Directory,
  region: Region,
  holidays: Holidays,
  notice: Notice,
): Promise<boolean> {
  const { soort, datum, van, persoon } = notice;
  const person = persoon === null ? undefined : personFor(directory, region, persoon);
  if (soort === 'dienst_onbevestigd' && persoon !== null) {
    const present = await store.aanwezig(region.code, datum, van ?? '');
    return present !== null && present.persoonId === person?.id;
  }
  if (soort !== 'overdracht') return false;
  // The same person goes on: there is nobody to hand over to yet. And on a calm day nothing is asked.
  const next = nextOnDuty(region, holidays, wallInstant(region.tijdzone, datum, van ?? ''));
  if (next && person && responsible(region, directory, next) === person) return true;
  return (await store.openCasussen(region.code, 1)).length === 0;
}

/** Who hears of it. A role nobody has goes to the next wider circle. */
export function recipientsOf(
  notice: Notice,
  region: Region,
  directory: Directory,
  holidays: Holidays,
  now: Instant,
): Person[] {
  switch (notice.soort) {
    case 'dienst_morgen':
    case 'overdracht':
    case 'dienst_straks': {
      const person = notice.persoon === null ? undefined : personFor(directory, region, notice.persoon);
      return person ? [person] : [];
    }
    case 'dienst_onbevestigd': {
      const absent = notice.persoon === null ? undefined : personFor(directory, region, notice.persoon);
      const next = nextOther(region, directory, holidays, notice, absent);
      return unique([...planners(directory, region, now), ...(next ? [next] : [])]).filter((p) => p !== absent);
    }
    case 'gat':
      return planners(directory, region, now);
    case 'dubbel': {
      const start = wallInstant(region.tijdzone, notice.datum, notice.van ?? '00:00');
      const found = doublesOn(region, directory, holidays, notice.datum).find((d) => d.duty.start.equals(start));
      return found ? hearsOfDouble(region, directory, found, now) : [];
    }
    case 'gat_nu':
      return alarmed(directory, region, now);
    case 'dienst_ochtend':
      return [];
    default:
      throw new Error(notice.soort satisfies never);
  }
}

/** The colleague on duty after this day part. */
function nextOther(
  region: Region,
  directory: Directory,
  holidays: Holidays,
  notice: Notice,
  absent: Person | undefined,
): Person | undefined {
  let from = wallInstant(region.tijdzone, notice.datum, notice.van ?? '00:00');
  for (let i = 0; i < 20; i++) {
    const duty = nextOnDuty(region, holidays, from);
    if (!duty) return undefined;
    const person = responsible(region, directory, duty);
    if (person && person !== absent) return person;
    from = duty.start;
  }
  return undefined;
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
