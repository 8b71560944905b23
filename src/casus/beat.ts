import type { NewBericht } from '../berichten/bericht.ts';
import { eachApart } from '../each-apart.ts';
import type { Directory } from '../personen/directory.ts';
import { eersteKring } from '../personen/eerste-kring.ts';
import type { Log, Store } from '../ports.ts';
import { beslissers } from '../rugzak/mandaat.ts';
import type { Clock, Ids, Instant } from '../time.ts';
import { dateIn, isBefore } from '../time.ts';
import { relationsTo } from '../toegang/relations-to.ts';
import { ontvangersVan } from '../zorgtafel/ontvangers-van.ts';
import type { Casus } from './casus.ts';
import { climb } from './ladder.ts';
import { type Rung, rungSubject, type Termijn } from './termijn.ts';
import { volgtOp } from './volgt-op.ts';

const BATCH = 200;

/**
 * One beat of the heart: everything that is due at this moment is put in the outbox, under keys that
 * make it go out once. Level-triggered: it asks what is due now, not what happened since the last
 * beat, so a missed beat, a restart or a second replica loses nothing and repeats nothing.
 * Returns how many rungs it enqueued; throws, once all others had their turn, when a case cannot be read or written.
 */
export async function beat(deps: { store: Store; clock: Clock; ids: Ids; log: Log }): Promise<number> {
  const { store, clock, ids, log } = deps;
  const now = clock.now();
  return eachApart(allDue(store, now), ({ id, casusId }) =>
    step(id, casusId).catch((fault: unknown) => {
      // Nobody is warned about this case until an operator sees to it: say which one it is.
      log.error('termijn.fault', { casusId, fault: fault instanceof Error ? fault.name : 'unknown' });
      throw fault;
    }),
  );

  async function step(id: string, casusId: string): Promise<number> {
    const casus = await store.casusById(casusId);
    // Read after the case whose version guards the commit: the list is older, and a clock that was
    // stopped since must not be written back as running.
    const termijn = (await store.termijnen(casusId)).find((t) => t.id === id);
    if (!casus || !termijn?.volgende || isBefore(now, termijn.volgende)) return 0;
    const directory = store.directory();
    const climbed = climb(termijn, now);
    const { next } = climbed;
    // A reminder of an appointment that began makes no sense any more, however it came to be so late.
    const late = termijn.soort === 'zorgtafel_afspraak' && !isBefore(now, termijn.einde);
    const due = late ? [] : climbed.due;
    const missed = late ? [...climbed.missed, ...climbed.due] : climbed.missed;
    const atTable = due.some((rung) => rung.aan === 'tafel') ? await tafelOntvangers(store, termijn, now) : [];
    const deciders = due.some((rung) => rung.aan === 'beslissers')
      ? await beslissersVan(store, termijn, casus, now)
      : [];
    const berichten = onePerPerson(
      due.flatMap((rung) => berichtenFor(rung, termijn, casus, directory, { atTable, deciders })),
    );
    const result = await store.commit({
      // The case's version guards it: a terugkoppeling at this very moment makes this one decide anew.
      casus: { next: { ...casus, versie: casus.versie + 1 }, was: casus.versie },
      termijnen: [next],
      berichten,
      gebeurtenissen: [
        ...missed.map((r) => ({ casusId: casus.id, op: r.op, soort: 'herinnering_gemist' as const, door: null })),
        ...due.map((r) => ({
          casusId: casus.id,
          op: now,
          soort: r.soort === 'escalatie' ? ('geescaleerd' as const) : ('herinnerd' as const),
          door: null,
        })),
      ],
      refresh: casus.id,
      audit: [{ op: now, wie: 'bot', wat: 'termijn.melden', waarover: casus.id, resultaat: 'toegestaan' }],
    });
    return result.kind === 'ok' ? berichten.length : 0;
  }

  function berichtenFor(
    rung: Rung,
    termijn: Termijn,
    casus: Casus,
    directory: Directory,
    { atTable, deciders }: { atTable: readonly string[]; deciders: readonly string[] },
  ): NewBericht[] {
    const to =
      rung.aan === 'tafel'
        ? atTable
        : rung.aan === 'beslissers' && deciders.length > 0
          ? deciders
          : recipients(rung, casus, directory, now);
    return to.map((persoon) => ({
      id: ids.next(),
      soort: 'termijn',
      casusId: casus.id,
      onderwerp: rungSubject(termijn, rung),
      op: rung.op,
      aan: { persoon },
    }));
  }
}

/** Each clock that is due, once: also those behind many that could not be moved on. */
async function* allDue(store: Store, now: Instant): AsyncGenerator<Termijn> {
  let page = await store.termijnenDue(now, BATCH, null);
  while (page.length > 0) {
    yield* page;
    page = page.length < BATCH ? [] : await store.termijnenDue(now, BATCH, page.at(-1) ?? null);
  }
}

/** Everybody at the table a clock is about who should hear of it now. */
async function tafelOntvangers(store: Store, termijn: Termijn, now: Instant): Promise<string[]> {
  const tafel = (await store.zorgtafels(termijn.casusId)).find((t) => t.id === termijn.over);
  return tafel ? ontvangersVan(tafel, termijn, now) : [];
}

/** Who may decide now about the request a clock is about: not who could when it came [S16]. */
async function beslissersVan(store: Store, termijn: Termijn, casus: Casus, now: Instant): Promise<string[]> {
  const region = store.directory().regions.get(casus.regio);
  const asked = (await store.rugzak(casus.id))?.aanvragen.find((a) => a.id === termijn.over);
  if (!region || !asked) return [];
  const today = dateIn(region.tijdzone, now);
  return beslissers(region, store.directory(), asked.cents, asked.door, today).map((p) => p.id);
}

/** Somebody in two circles hears of one moment of a clock once. */
const onePerPerson = (berichten: readonly NewBericht[]): NewBericht[] =>
  berichten.filter((b, n) => {
    const same = (other: NewBericht) =>
      'persoon' in other.aan && 'persoon' in b.aan && other.aan.persoon === b.aan.persoon && other.op.equals(b.op);
    return !berichten.slice(0, n).some(same);
  });

/** Who a rung is for; a role nobody has goes to the next wider circle, so it never falls silent. */
function recipients(rung: Rung, casus: Casus, directory: Directory, now: Instant): string[] {
  const region = directory.regions.get(casus.regio);
  if (!region) return [casus.aanspreekpunt];
  if (rung.aan.startsWith('persoon:')) {
    const persoon = rung.aan.slice('persoon:'.length);
    // Who left the case is not told of it any more: then its contact is, so that nothing falls silent.
    const still = relationsTo(casus, [], directory, persoon, now).size > 0;
    return still ? [persoon] : volgtOp(casus, directory, now);
  }
  const today = dateIn(region.tijdzone, now);
  if (rung.aan === 'aanspreekpunt') return volgtOp(casus, directory, now);
  // Nobody may decide about a request: the provincial coordinator has to know.
  const provincial = rung.aan === 'provinciaal' || rung.aan === 'beslissers';
  const roles = provincial
    ? (['provinciaal_coordinator', 'casuscoordinator'] as const)
    : (['casuscoordinator'] as const);
  const found = eersteKring(directory, region, roles, today).map((p) => p.id);
  return found.length > 0 ? found : volgtOp(casus, directory, now);
}
