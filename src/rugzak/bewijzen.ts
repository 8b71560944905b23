import type { Instant } from '../time.ts';
import { type Kas, saldoVan } from './kas.ts';
import { bewijzenTegen, dagenVan, type Kwartaal, kwartalenTussen } from './looptijd.ts';
import type { Aanvraag } from './rugzak.ts';

/** A proof of paid help in one quarter; `tegen`, `van` and `tot`: ISO dates. */
export type Bewijs = {
  aanvraag: Aanvraag;
  kwartaal: string;
  van: string;
  tot: string;
  tegen: string;
  bezorgd: { door: string; op: Instant } | null;
};

/** `2026K1`: how a quarter is called in ids. */
export const kwartaalId = ({ jaar, kwartaal }: Kwartaal): string => `${jaar}K${kwartaal}`;

/** Every proof that is wanted: of each quarter that help which was paid for touches [B7], oldest first. */
export function bewijzen({ rugzak, boekingen }: Pick<Kas, 'rugzak' | 'boekingen'>): Bewijs[] {
  return rugzak.aanvragen
    .filter((a) => saldoVan({ boekingen }, a.id).betaald > 0)
    .flatMap((aanvraag) =>
      kwartalenTussen(aanvraag.van, aanvraag.tot).map((q) => {
        const kwartaal = kwartaalId(q);
        const done = rugzak.bewijzen?.find((b) => b.aanvraagId === aanvraag.id && b.kwartaal === kwartaal);
        return { aanvraag, kwartaal, ...dagenVan(q), tegen: bewijzenTegen(q), bezorgd: done ?? null };
      }),
    )
    .sort((a, b) => (a.kwartaal < b.kwartaal ? -1 : a.kwartaal > b.kwartaal ? 1 : 0));
}
