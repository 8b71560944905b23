import type { Rung } from '../casus/termijn.ts';
import type { Holidays } from '../permanentie/on-duty.ts';
import type { Region } from '../regio/region.ts';
import { aanvraagBeleid } from '../regio/usual-aanvraag.ts';
import type { Kas } from './kas.ts';
import type { Klok } from './klokken.ts';
import { werkdagenNa } from './looptijd.ts';

type Ledger = Pick<Kas, 'rugzak' | 'boekingen'>;

/** A rung by the day (ISO date) on which it comes. */
export type Trap = Pick<Rung, 'soort' | 'aan'> & { datum: string };

/** Requests that wait, and since which day (ISO date): they were asked for, or an approval was taken back. */
const wachtend = ({ rugzak, boekingen }: Ledger): { id: string; sinds: string }[] =>
  rugzak.aanvragen
    .filter((a) => a.stand === 'aangevraagd')
    .map(({ id, van }) => ({
      id,
      sinds: boekingen.findLast((b) => b.aanvraagId === id && b.naar === 'aangevraagd')?.datum ?? van,
    }));

/** `P5D`, in working days. */
const dagen = (duur: string): number => Temporal.Duration.from(duur).days;

/** Every request that waits is to be decided within so many working days [S16]. */
export const aanvraagKlokken = (kas: Ledger, region: Region, holidays: Holidays): Klok[] =>
  wachtend(kas).map(({ id, sinds }) => ({
    soort: 'aanvraag',
    over: id,
    datum: werkdagenNa(sinds, dagen(aanvraagBeleid(region).termijn), region, holidays),
  }));

/** When who is told that it waits, in order of time. */
export function aanvraagTrappen(kas: Ledger, klok: Klok, region: Region, holidays: Holidays): Trap[] {
  const sinds = wachtend(kas).find((a) => a.id === klok.over)?.sinds ?? klok.datum;
  return aanvraagBeleid(region)
    .ladder.map(({ na, soort, aan }) => ({ soort, aan, datum: werkdagenNa(sinds, dagen(na), region, holidays) }))
    .sort((a, b) => (a.datum < b.datum ? -1 : a.datum > b.datum ? 1 : 0));
}
