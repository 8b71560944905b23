import type { NewBericht } from '../berichten/bericht.ts';
import { eachApart } from '../each-apart.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { rugzakBeleidOp } from '../regio/rugzak-beleid.ts';
import { type Clock, dateIn, type Ids, type Instant } from '../time.ts';
import type { Jaaroverzicht } from './jaaroverzicht.ts';
import { naMelding, type RugzakRegioMelding } from './regio-melding.ts';
import { wakers } from './regio-team.ts';
import { budgetOf, budgetOntbreekt, overzichtNu } from './regio-view.ts';

type Needs = { store: Store; clock: Clock; ids: Ids };

/** After so many times it is for the next beat. */
const AGAIN = 3;

/**
 * Says what is new about the year budgets: a share that was reached, a forecast that it runs out [B9], that there is none
 * for a year that something is asked for [B8]. Looks at what
 * is true now, whatever beats were missed. What was said is written in the same transaction and guards it, so that of
 * several replicas one says it. Reads sums, never lines or cases, of all regions at once. Returns how many messages it
 * enqueued.
 */
export async function rugzakBeat(needs: Needs): Promise<number> {
  const { store, clock } = needs;
  const now = clock.now();
  const regions = [...store.directory().regions.values()];
  const codes = regions.map((r) => r.code);
  const said = Map.groupBy(await store.rugzakRegioMeldingen(codes), ({ regio }) => regio);
  const plans = regions.map((region) => {
    const of = said.get(region.code) ?? [];
    return { region, said: of, years: yearsOf(region, of, now) };
  });
  const years = new Set(plans.flatMap((p) => [...p.years].flatMap((jaar) => [jaar - 1, jaar])));
  if (years.size === 0) return 0;
  const sums = await store.rugzakMaandenVan(codes, [...years]);
  const read: Sums = { rugzakMaanden: async (regio, jaar) => sums.get(`${regio}/${jaar}`) ?? [] };
  return eachApart(plans, (plan) => regionBeat(needs, plan, read, now));
}

type Sums = Pick<Store, 'rugzakMaanden'>;

/** The years of a region something may have to be said of. */
function yearsOf(region: Region, said: readonly RugzakRegioMelding[], now: Instant): ReadonlySet<number> {
  const year = Temporal.PlainDate.from(dateIn(region.tijdzone, now)).year;
  return new Set([
    // What is booked in January may still weigh on the year before.
    ...Object.keys(region.rugzak.jaarbudget)
      .map((y) => Number.parseInt(y, 10))
      .filter((y) => y >= year - 1),
    // A year that has none, where the one before has.
    ...[year, year + 1].filter((y) => budgetOf(region, y - 1) !== null),
    ...said.filter((m) => m.lopend.length > 0 && m.jaar >= year - 1).map((m) => m.jaar),
  ]);
}

async function regionBeat(
  needs: Needs,
  { region, said, years }: { region: Region; said: readonly RugzakRegioMelding[]; years: ReadonlySet<number> },
  sums: Sums,
  now: Instant,
): Promise<number> {
  const { store } = needs;
  let count = 0;
  for (const jaar of years) {
    const was = said.find((m) => m.jaar === jaar);
    let enqueued = await yearBeat(needs, region, await overzichtNu(sums, region, jaar, now), now, was);
    // Another replica was first: once more on what is true now.
    for (let again = 0; enqueued === 'verouderd' && again < AGAIN; again++) {
      const newer = (await store.rugzakRegioMeldingen([region.code])).find((m) => m.jaar === jaar);
      enqueued = await yearBeat(needs, region, await overzichtNu(store, region, jaar, now), now, newer);
    }
    count += enqueued === 'verouderd' ? 0 : enqueued;
  }
  return count;
}

async function yearBeat(
  { store, ids }: Needs,
  region: Region,
  overzicht: Jaaroverzicht,
  now: Instant,
  was: RugzakRegioMelding | undefined,
): Promise<number | 'verouderd'> {
  const before = was ?? { regio: region.code, jaar: overzicht.jaar, versie: 0, lopend: [] };
  const result = naMelding(
    before,
    { ...overzicht, budgetOntbreekt: budgetOntbreekt(region, overzicht) },
    rugzakBeleidOp(region, dateIn(region.tijdzone, now)).drempels,
  );
  if (!result) return 0;
  const { nieuw, voorbij } = result;
  const people = nieuw ? wakers(store.directory(), region, now) : [];
  // Nobody to tell: it is said as soon as there is somebody; what fell away is over all the same.
  const untold = people.length === 0 ? nieuw : null;
  if (untold && voorbij.length === 0) return 0;
  const next = { ...result.next, lopend: result.next.lopend.filter((l) => l !== untold) };
  const berichten = people.map(
    (person): NewBericht => ({
      id: ids.next(),
      soort: 'rugzak_regio',
      casusId: null,
      onderwerp: nieuw?.onderwerp ?? '',
      op: now,
      aan: { persoon: person.id },
    }),
  );
  const committed = await store.commit({
    rugzakRegioMelding: { next, was: was?.versie ?? null },
    berichten,
    refresh: voorbij,
    audit: [{ op: now, wie: 'bot', wat: 'rugzak.melden', waarover: region.code, resultaat: 'toegestaan' }],
  });
  return committed.kind === 'verouderd' ? 'verouderd' : berichten.length;
}
