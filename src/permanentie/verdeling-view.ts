import { type Directory, personFor } from '../personen/directory.ts';
import { dateIn, type Instant } from '../time.ts';
import type { Holidays } from './on-duty.ts';
import { monthsOf, type Periode, periodeBeside } from './parse-periode.ts';
import type { VerdelingView } from './rooster-view.ts';
import { type Maand, totaal, verdeling } from './verdeling.ts';

/** How the hours of a region are divided over a year or a month. `perMaand`: the months instead of the totals. */
export function verdelingView(
  directory: Directory,
  holidays: Holidays,
  months: readonly Maand[],
  periode: Periode,
  now: Instant,
  perMaand: boolean,
): VerdelingView | null {
  const region = months[0]?.region;
  if (!region) return null;
  const personen = verdeling(months, holidays).map((aandeel) => ({
    ...aandeel,
    naam:
      personFor(directory, region, aandeel.persoon)?.naam ??
      region.personen.find(({ id }) => id === aandeel.persoon)?.naam ??
      'Onbekend',
    totaal: totaal(aandeel),
  }));
  const last = monthsOf(periode).at(-1) ?? periode;
  return {
    view: 'verdeling',
    regio: region.naam,
    regioCode: region.code,
    periode,
    vorige: periodeBeside(periode, -1),
    volgende: periodeBeside(periode, 1),
    perMaand,
    // What is still to come can change: the reader should know that it is in here.
    metPlanning: last >= dateIn(region.tijdzone, now).slice(0, 7),
    maanden: months.map(({ maand }) => maand),
    personen: personen.map(({ persoon: _, ...person }) => person),
  };
}
