import { type Instant, isBefore } from '../time.ts';
import { type Kas, saldoVan } from './kas.ts';
import { bewijzenTegen, dagenVan, type Kwartaal, kwartalenTussen } from './looptijd.ts';
import type { Aanvraag } from './rugzak.ts';

/** A proof of help in one quarter; `tegen`, `van` and `tot`: ISO dates. */
export type Bewijs = {
  aanvraag: Aanvraag;
  kwartaal: string;
  van: string;
  tot: string;
  tegen: string;
  bezorgd: { door: string; op: Instant } | null;
  /** It was handed in, but money was paid after it. */
  opnieuw: boolean;
};

/** Last day (ISO date) there was help, or will be. */
const hulpTot = ({ tot, geholpenTot }: Aanvraag): string => geholpenTot ?? tot;

/** `2026K1`: how a quarter is called in ids. */
export const kwartaalId = ({ jaar, kwartaal }: Kwartaal): string => `${jaar}K${kwartaal}`;

/**
 * Every proof that is wanted: of each quarter that help touches which was invoiced, paid or not [B7], oldest first. What
 * was handed in is wanted again when money of that quarter was paid after it.
 */
export function bewijzen({ rugzak, boekingen }: Pick<Kas, 'rugzak' | 'boekingen'>): Bewijs[] {
  return rugzak.aanvragen
    .filter((a) => {
      const { gefactureerd, betaald } = saldoVan({ boekingen }, a.id);
      return gefactureerd + betaald > 0;
    })
    .flatMap((aanvraag) =>
      kwartalenTussen(aanvraag.van, hulpTot(aanvraag)).map((q) => {
        const kwartaal = kwartaalId(q);
        const done = rugzak.bewijzen?.find((b) => b.aanvraagId === aanvraag.id && b.kwartaal === kwartaal);
        const days = dagenVan(q);
        const last = hulpTot(aanvraag) <= days.tot;
        // An invoice is of a quarter that ended after it came in, or of the last one: which days it is of, nobody says.
        const since = rugzak.facturen.some(
          (f) =>
            f.aanvraagId === aanvraag.id &&
            (last || f.ontvangen <= days.tot) &&
            f.betaald !== null &&
            !f.ingetrokken &&
            done !== undefined &&
            isBefore(done.op, f.betaald.op),
        );
        return {
          aanvraag,
          kwartaal,
          ...days,
          tegen: bewijzenTegen(q),
          bezorgd: done && !since ? done : null,
          opnieuw: since,
        };
      }),
    )
    .sort((a, b) => (a.kwartaal < b.kwartaal ? -1 : a.kwartaal > b.kwartaal ? 1 : 0));
}
