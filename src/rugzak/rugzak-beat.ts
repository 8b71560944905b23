import type { NewBericht } from '../berichten/bericht.ts';
import { eachApart } from '../each-apart.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { rugzakBeleidOp } from '../regio/rugzak-beleid.ts';
import { type Clock, dateIn, type Ids, type Instant } from '../time.ts';
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
 * several replicas one says it. Reads sums, never lines or cases. Returns how many messages it enqueued.
 */
export async function rugzakBeat(needs: Needs): Promise<number> {
  return eachApart(needs.store.directory().regions.values(), (region) => regionBeat(needs, region));
}

async function regionBeat(needs: Needs, region: Region): Promise<number> {
  const { store, clock } = needs;
  const now = clock.now();
  const year = Temporal.PlainDate.from(dateIn(region.tijdzone, now)).year;
  const said = await store.rugzakRegioMeldingen(region.code);
  const years = new Set([
    // What is booked in January may still weigh on the year before.
    ...Object.keys(region.rugzak.jaarbudget)
      .map((y) => Number.parseInt(y, 10))
      .filter((y) => y >= year - 1),
    // A year that has none, where the one before has.
    ...[year, year + 1].filter((y) => budgetOf(region, y - 1) !== null),
    ...said.filter((m) => m.lopend.length > 0 && m.jaar >= year - 1).map((m) => m.jaar),
  ]);
  let count = 0;
  for (const jaar of years) {
    let enqueued = await yearBeat(
      needs,
      region,
      jaar,
      now,
      said.find((m) => m.jaar === jaar),
    );
    // Another replica was first: once more on what is true now.
    for (let again = 0; enqueued === 'verouderd' && again < AGAIN; again++) {
      const newer = (await store.rugzakRegioMeldingen(region.code)).find((m) => m.jaar === jaar);
      enqueued = await yearBeat(needs, region, jaar, now, newer);
    }
    count += enqueued === 'verouderd' ? 0 : enqueued;
  }
  return count;
}

async function yearBeat(
  { store, ids }: Needs,
  region: Region,
  jaar: number,
  now: Instant,
  was: RugzakRegioMelding | undefined,
): Promise<number | 'verouderd'> {
  const overzicht = await overzichtNu(store, region, jaar, now);
  const before = was ?? { regio: region.code, jaar, versie: 0, lopend: [] };
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
