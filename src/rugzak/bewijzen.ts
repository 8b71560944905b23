import { type Kas, saldoVan } from './kas.ts';
import { bewijzenTegen, dagenVan, type Kwartaal, kwartaalVan, kwartalenTussen } from './looptijd.ts';
import type { Aanvraag, Factuur } from './rugzak.ts';

/** A proof of help in one quarter; `tegen`, `van` and `tot`: ISO dates. */
export type Bewijs = {
  aanvraag: Aanvraag;
  kwartaal: string;
  van: string;
  tot: string;
  tegen: string;
  /** On which day (ISO date), and who said so. */
  bezorgd: { door: string; datum: string } | null;
  /** It was handed in, but money was paid on a day after it. */
  opnieuw: boolean;
};

/** Last day (ISO date) there was help, or will be: who freed something last knew it best. */
export const hulpTot = ({ tot, vrijgaven }: Aanvraag): string => vrijgaven?.at(-1)?.laatsteDag ?? tot;

/** `2026K1`: how a quarter is called in ids. */
const kwartaalId = ({ jaar, kwartaal }: Kwartaal): string => `${jaar}K${kwartaal}`;

/**
 * The quarter an invoice is of. Which days it is of nobody says, but it comes within the month after them: so the
 * quarter of a month before it came, within the days there was help.
 */
function kwartaalVanFactuur({ ontvangen }: Pick<Factuur, 'ontvangen'>, aanvraag: Aanvraag): string {
  const before = Temporal.PlainDate.from(ontvangen).subtract({ months: 1 }).toString();
  const [, day = ontvangen] = [aanvraag.van, before, hulpTot(aanvraag)].sort();
  return kwartaalId(kwartaalVan(day));
}

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
        const since = rugzak.facturen.some(
          (f) =>
            f.aanvraagId === aanvraag.id &&
            kwartaalVanFactuur(f, aanvraag) === kwartaal &&
            !f.ingetrokken &&
            done !== undefined &&
            // Days, not moments: a payment is often noted weeks after it was made.
            f.betaald !== null &&
            f.betaald.datum > done.datum,
        );
        return {
          aanvraag,
          kwartaal,
          ...dagenVan(q),
          tegen: bewijzenTegen(q),
          bezorgd: done && !since ? done : null,
          opnieuw: since,
        };
      }),
    )
    .sort((a, b) => (a.kwartaal < b.kwartaal ? -1 : a.kwartaal > b.kwartaal ? 1 : 0));
}
