import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createStore, type DatabaseStore } from '../../adapters/database/create-store.ts';
import { flemishHolidays } from '../../adapters/region/holidays.ts';
import { beat } from '../../src/casus/beat.ts';
import { onDutyAt } from '../../src/permanentie/on-duty.ts';
import { roosterBeat } from '../../src/permanentie/rooster-beat.ts';
import type { Uitzondering } from '../../src/permanentie/uitzondering.ts';
import { weekView } from '../../src/permanentie/week-views.ts';
import type { Person } from '../../src/personen/directory.ts';
import type { Region } from '../../src/regio/region.ts';
import { alternate, scale } from './alternate.ts';
import { limburg } from './limburg.ts';
import { log, noServer, type OwnDatabase, ownPostgres } from './own-databases.ts';
import { type Row, skipped } from './table.ts';

const what = 'With 200 people, 20 regions and 6 years of rota';
const days = ['ma', 'di', 'wo', 'do', 'vr'] as const;
const noQueue = { enqueue: async () => {}, wake: () => {} };
/** A Sunday night: nothing falls due. */
const now = Temporal.Now.zonedDateTimeISO('Europe/Brussels')
  .subtract({ days: Temporal.Now.zonedDateTimeISO('Europe/Brussels').dayOfWeek })
  .with({ hour: 3, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 })
  .toInstant();
const today = now.toZonedDateTimeISO('Europe/Brussels').toPlainDate();
const clock = { now: () => now };
const ids = { next: () => crypto.randomUUID() };

type Size = { regions: number; yearsBack: number; yearsAhead: number };
type Filled = OwnDatabase & Size & { replica: DatabaseStore };

/** The rota with many regions and years against one region with one year of changes: neither may show. */
export async function yearsKept(): Promise<Row[]> {
  if (noServer !== null) return [skipped(what, noServer)];
  const big = await filled({ regions: 20, yearsBack: 3, yearsAhead: 3 });
  const recent = await filled({ regions: 20, yearsBack: 1, yearsAhead: 3 });
  const small = await filled({ regions: 1, yearsBack: 3, yearsAhead: -2 });
  try {
    return [
      await row('who is on duty at an instant, from memory', 'µs', 50, onDuty, big, small),
      await row('a month, two years back, with what it needs from the database', 'ms', 20, month, big, small),
      await row('a change to the rota, committed and read by another replica', 'ms', null, change, big, small),
      await row('the minute’s beat when nothing is due', 'ms', null, quietBeat, big, small),
      await row('people and rota read at start', 'ms', null, load, big, recent),
      await memory(big, recent),
    ];
  } finally {
    for (const own of [big, recent, small]) await own.close();
  }
}

const nameOf = ({ regions, yearsBack }: Size) =>
  regions === 1 ? 'one region, a year of changes' : `the same, ${yearsBack} year back`;

/**
 * `work` gives how long one took, in `unit`. The ratio is of times: below 1 is faster than the yardstick. Times
 * are those of the fastest round: an aim in time must not be missed because the machine did something else.
 */
async function row(
  name: string,
  unit: string,
  most: number | null,
  work: (own: Filled) => Promise<number>,
  ours: Filled,
  yardstick: Filled,
): Promise<Row> {
  // Warm, both.
  await work(ours);
  await work(yardstick);
  const compared = await alternate(
    () => work(ours),
    () => work(yardstick),
    7,
  );
  return {
    what: `${what}: ${name}`,
    ours: `${compared.ours.toFixed(1)} ${unit}`,
    yardstick: `${compared.yardstick.toFixed(1)} ${unit}: ${nameOf(yardstick)}`,
    ratio: compared.ratio.toFixed(2),
    aim: most === null ? '' : `< ${most} ${unit}`,
    met: most === null ? null : compared.ours < most,
  };
}

/** Mean of as many as fit in 0.3 s, in ms. */
async function each(work: (n: number) => unknown): Promise<number> {
  const started = performance.now();
  let done = 0;
  do {
    const going = work(done++);
    if (going instanceof Promise) await going;
  } while (performance.now() - started < 300 * scale);
  return (performance.now() - started) / done;
}

/** Instants of a year around now, of every region in turn. */
async function onDuty({ store }: Filled): Promise<number> {
  const regions = [...store.directory().regions.values()];
  const instants = Array.from({ length: 5_000 }, (_, n) => now.add({ minutes: ((n * 7_919) % 35_040) * 15 - 262_800 }));
  let found = 0;
  const ask = (n: number) => {
    const region = regions[n % regions.length];
    const at = instants[n % instants.length];
    if (region && at && onDutyAt(region, flemishHolidays, at)) found++;
  };
  for (let n = 0; n < instants.length; n++) ask(n);
  const ms = await each(ask);
  if (found === 0) throw new Error('nobody was ever on duty');
  return ms * 1_000;
}

/** Six weeks around the first of a month, nothing worked out before. */
async function month({ store, regions }: Filled): Promise<number> {
  return each(async (n) => {
    const first = today.subtract({ months: 26 + (n % 7) }).with({ day: 1 });
    const region = await store.regionAround(codeOf(n % regions), first.toString());
    if (!region?.uitzonderingen?.length) throw new Error('not what was kept');
    for (let week = 0; week < 6; week++)
      weekView(region, store.directory(), flemishHolidays, first.add({ weeks: week }).toString());
  });
}

async function change({ store, replica, regions }: Filled): Promise<number> {
  return each(async (n) => {
    const [made] = changesOf(codeOf(n % regions), today.add({ days: n % 300 }), 1);
    if (!made) throw new Error('nothing to change');
    const uitzonderingen = { was: store.directory().version, save: [made] };
    const { kind } = await store.commit({ uitzonderingen, audit: [] });
    if (kind !== 'ok' || !(await replica.refreshDirectory())) throw new Error(`the change was ${kind}`);
  });
}

async function quietBeat({ store }: Filled): Promise<number> {
  const needs = { store, clock, ids, log, holidays: flemishHolidays };
  return each(async () => {
    if ((await roosterBeat(needs)) + (await beat(needs)) > 0) throw new Error('something was due');
  });
}

const load = ({ database }: Filled): Promise<number> =>
  each(() => createStore({ database, queue: noQueue, clock, log }));

/** What one picture takes, by having ten of them. */
async function memory(big: Filled, recent: Filled): Promise<Row> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const megabytes = async ({ database }: Filled) => {
    collect();
    const before = process.memoryUsage().heapUsed;
    const stores = await Promise.all(
      Array.from({ length: 10 }, () => createStore({ database, queue: noQueue, clock, log })),
    );
    collect();
    return (process.memoryUsage().heapUsed - before) / stores.length / 2 ** 20;
  };
  const compared = await alternate(
    () => megabytes(big),
    () => megabytes(recent),
    3,
  );
  return {
    what: `${what}: memory of people and rota`,
    ours: `${compared.ours.toFixed(1)} MB`,
    yardstick: `${compared.yardstick.toFixed(1)} MB: ${nameOf(recent)}`,
    ratio: compared.ratio.toFixed(2),
    aim: '',
    met: null,
  };
}

const codeOf = (n: number) => `R${String(n + 1).padStart(2, '0')}`;

async function filled(size: Size): Promise<Filled> {
  const own = await ownPostgres();
  try {
    for (let n = 0; n < size.regions; n++) {
      const region = regionOf(codeOf(n), size);
      const persons = region.personen.map(
        ({ id, naam, email }): Person => ({
          id,
          naam,
          email,
          organisatie: null,
          functie: null,
          sector: null,
          regio: region.code,
          voorkeur: null,
        }),
      );
      await own.store.commit({ persons, region: { next: region, by: 'bench' }, audit: [] });
      const first = today.subtract({ days: Math.round(size.yearsBack * 365) });
      const weeks = Math.round((size.yearsBack + size.yearsAhead) * 52);
      const save = changesOf(region.code, first, weeks * 2);
      await own.store.commit({ uitzonderingen: { was: own.store.directory().version, save }, audit: [] });
    }
    await own.database.executor.executeSql('VACUUM ANALYZE');
    // As after a restart: only what is kept in memory then.
    const { database } = own;
    const [store, replica] = [
      await createStore({ database, queue: noQueue, clock, log }),
      await createStore({ database, queue: noQueue, clock, log }),
    ];
    await roosterBeat({ store, clock: { now: () => now.subtract({ minutes: 1 }) }, ids, holidays: flemishHolidays });
    return { ...own, ...size, store, replica };
  } catch (fault) {
    await own.close();
    throw fault;
  }
}

/** Ten people, and another rota every quarter of all those years. */
function regionOf(code: string, { yearsBack, yearsAhead }: Size): Region {
  const person = (n: number) => `${code.toLowerCase()}-${n}`;
  const quarters = yearsAhead > 0 ? Math.round((yearsBack + yearsAhead) * 4) : 1;
  const first = today.subtract({ days: Math.round(yearsBack * 365) });
  return {
    ...limburg,
    code,
    naam: `Regio ${code}`,
    personen: Array.from({ length: 10 }, (_, n) => ({
      id: person(n),
      naam: `Persoon ${n} van ${code}`,
      email: `${person(n)}@example.org`,
      rollen: [n === 9 ? ('beheerder' as const) : ('casuscoordinator' as const)],
    })),
    permanentie: Array.from({ length: quarters }, (_, q) => ({
      van: first.add({ months: 3 * q }).toString(),
      dagdelen: days.flatMap((dag, d) => [
        { dag, van: '09:00', tot: '12:00', persoon: person((q + d) % 9) },
        { dag, van: '14:00', tot: '17:00', route: limburg.routes[0]?.id ?? '', eigenaar: person((q + d) % 9) },
      ]),
    })),
  };
}

/** `count` replacements from a day on, two a week; one in ten undone. */
const changesOf = (code: string, first: Temporal.PlainDate, count: number): Uitzondering[] =>
  Array.from({ length: count }, (_, n) => ({
    id: crypto.randomUUID(),
    regio: code,
    datum: first.add({ days: Math.floor(n * 3.5) }).toString(),
    van: '09:00',
    tot: '12:00',
    wat: { kind: 'persoon', persoon: `${code.toLowerCase()}-${n % 9}` },
    groep: null,
    door: `${code.toLowerCase()}-9`,
    op: now.subtract({ hours: n + 1 }),
    ongedaan: n % 10 === 0 ? { door: `${code.toLowerCase()}-9`, op: now } : null,
  }));
