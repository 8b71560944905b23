import { nameOf } from '../casus/casus-views.ts';
import { teamRegions } from '../context.ts';
import type { Person } from '../personen/directory.ts';
import type { Store } from '../ports.ts';
import { dateIn, type Instant, isBefore } from '../time.ts';
import { laatsteDagVan } from './klokken.ts';
import { mandaatVan } from './mandaat.ts';

/** A request that waits for a decision, with what of it stands outside the protected text. */
export type WachtendeAanvraag = {
  casusId: string;
  referentie: string;
  /** The contact of its case now. */
  aanspreekpunt: string;
  aanvraagId: string;
  cents: number;
  door: string;
  /** When it was asked for. */
  gevraagd: Instant;
  /** The line by which an approval was last taken back; null: it never was. */
  terug: { boekingId: string; door: string; op: Instant } | null;
  /** It is to be decided by then. */
  einde: Instant;
};

/** Most that are looked through for one person: what is decided first is what waited longest. */
const MOST = 40;

/** A request somebody may decide about; `tegen`: the day (ISO date) of `einde`. */
export type WachtOpBeslissing = {
  subject: string;
  referentie: string;
  door: string;
  cents: number;
  tegen: string;
  teLaat: boolean;
  einde: Instant;
};

export type WachtOpAntwoord = Pick<WachtOpBeslissing, 'subject' | 'referentie' | 'door'>;

/**
 * What waits for one person: requests they may decide about, the longest first, unless it is they who wait for an
 * answer; and questions about what they asked for, or about a case they are the contact of [S16, A3].
 */
export async function wachtOpMij(
  store: Store,
  person: Pick<Person, 'id'>,
  now: Instant,
): Promise<{ beslissen: WachtOpBeslissing[]; vragen: WachtOpAntwoord[] }> {
  const directory = store.directory();
  const beslissen: WachtOpBeslissing[] = [];
  const vragen: WachtOpAntwoord[] = [];
  for (const region of teamRegions(directory, person.id, now)) {
    const mandaat = mandaatVan(region, directory, person.id, dateIn(region.tijdzone, now));
    const concerns = ({ door, aanspreekpunt }: WachtendeAanvraag) => door === person.id || aanspreekpunt === person.id;
    const decides = ({ door, cents }: WachtendeAanvraag) =>
      door !== person.id && (mandaat === null || cents <= mandaat);
    const mine = await store.wachtendeAanvragen(region.code, MOST, { persoon: person.id, mandaat });
    const rugzakken = await store.rugzakken([...new Set(mine.map((a) => a.casusId))]);
    for (const a of mine) {
      const { casusId, aanvraagId, referentie, cents } = a;
      const asked = rugzakken.find((r) => r.casusId === casusId)?.aanvragen.find((x) => x.id === aanvraagId);
      const open = asked?.vragen?.find((v) => !v.antwoord);
      const subject = `${casusId}/${aanvraagId}`;
      // Who asked a question waits for somebody else.
      if (open?.door === person.id) continue;
      if (open && concerns(a))
        vragen.push({ subject: `${subject}/${open.id}`, referentie, door: nameOf(directory, open.door) });
      else if (decides(a)) {
        const late = !isBefore(now, a.einde);
        beslissen.push({
          ...{ subject, referentie, cents, door: nameOf(directory, a.door) },
          ...{ tegen: laatsteDagVan(region.tijdzone, a.einde), teLaat: late, einde: a.einde },
        });
      }
    }
  }
  return { beslissen, vragen };
}
