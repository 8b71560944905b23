import { flemishHolidays } from '../../adapters/region/holidays.ts';
import { nextOnDuty, onDutyAt } from '../../src/permanentie/on-duty.ts';
import { quartersOf, referenceAt } from '../../src/permanentie/reference-table.fixture.ts';
import { alternate, scale } from './alternate.ts';
import { limburg } from './limburg.ts';
import { type Row, rateRow } from './table.ts';

/** Who is on duty, asked for every quarter of an hour of a year, in the order of a die. */
export async function whoIsOnDuty(): Promise<Row[]> {
  const quarters = shuffled([...quartersOf(2026)]);
  const instants = quarters.map((ms) => Temporal.Instant.fromEpochMilliseconds(ms));
  const counted = <T>(asked: readonly T[], ask: (one: T) => unknown) => {
    const started = performance.now();
    const end = started + 400 * scale;
    let done = 0;
    let answered = 0;
    while (performance.now() < end)
      for (let n = 0; n < 1_000; n++) {
        if (ask(asked[done % asked.length] as T) !== null) answered++;
        done++;
      }
    if (answered === 0) throw new Error('nobody was ever on duty');
    return (done * 1_000) / (performance.now() - started);
  };
  const now = () => counted(instants, (at) => onDutyAt(limburg, flemishHolidays, at));
  const next = () => counted(instants, (at) => nextOnDuty(limburg, flemishHolidays, at));
  const table = () => counted(quarters, (ms) => referenceAt(2026, ms).answer);
  return [
    rateRow(
      'Who is on duty at an instant, from memory',
      'the one rota, written out in integers',
      await alternate(now, table),
    ),
    rateRow('Who is next, and from when', 'who is on duty now', await alternate(next, now)),
  ];
}

/** The same order in every run. */
function shuffled(values: number[]): number[] {
  let seed = 1;
  return values
    .map((value) => {
      seed = (seed * 48_271) % 2_147_483_647;
      return { value, seed };
    })
    .sort((a, b) => a.seed - b.seed)
    .map(({ value }) => value);
}
