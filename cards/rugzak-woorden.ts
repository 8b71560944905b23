import type { ActionId } from '../src/actions.ts';
import type { Bladzijde } from '../src/rugzak/bladzijde.ts';
import type { Categorie, Fase } from '../src/rugzak/boeking.ts';
import type { Raming } from '../src/rugzak/raming.ts';
import type { Part } from './card.ts';
import { and, button, date, euro, monthName } from './words.ts';

/** What money is for, as people say it [B1]. */
export const categorieNamen: Record<Categorie, string> = {
  verblijf: 'Verblijf',
  begeleiding: 'Begeleiding',
  contextversterking: 'Contextversterking',
  kraamzorg: 'Kraamzorg',
  kinderopvang: 'Kinderopvang',
  veiligheidsplanning: 'Veiligheidsplanning',
  vervoer: 'Vervoer',
  ander: 'Ander',
};

/** What turns around when stay goes on after the rugzak [B6]. */
export const verblijfErna =
  'Loopt het verblijf door zonder rugzakmiddelen, dan registreert de voorziening het vanaf dan wel in BinC of ERB.';

/**
 * Where a euro is, as people say it. What is approved in all (to be invoiced, invoiced and paid) is called
 * `vastgelegd`, on every screen and in Excel: no phase of its own has that name.
 */
export const faseNamen: Record<Fase, string> = {
  aangevraagd: 'Aangevraagd',
  vastgelegd: 'Nog te factureren',
  gefactureerd: 'Gefactureerd',
  betaald: 'Betaald',
};

/** The pages beside the one that is shown. */
export const bladeren = (
  { vroeger, later }: Pick<Bladzijde<unknown>, 'vroeger' | 'later'>,
  action: ActionId,
  subject: string,
): Part[] => {
  const found = [
    ...(vroeger === null ? [] : [button(action, `${subject}/${vroeger}`, 'Vroeger')]),
    ...(later === null ? [] : [button(action, `${subject}/${later}`, 'Later')]),
  ];
  return found.length > 0 ? [{ type: 'buttons', buttons: found }] : [];
};

/** `57 %` for basis points, rounded down: a share is only said when it is reached [B9]. */
export const procent = (basispunten: number): string =>
  basispunten > 0 && basispunten < 100 ? 'minder dan 1 %' : `${Math.trunc(basispunten / 100)} %`;

/** What a forecast comes to is not known to the cent: `ongeveer € 15.300`. */
const ongeveer = (cents: number): string => {
  const step = Math.abs(cents) < 100_000 ? 100 : 10_000;
  return `ongeveer ${euro(Math.round(cents / step) * step)}`;
};

type Stand = { raming: Raming | null; budget: number | null; gebonden: number; aangevraagd: number; jaar: number };

/** Where the year goes: the outcome, and how it was worked out. Null: there is nothing to forecast. */
export function ramingZinnen({ raming, budget, gebonden, aangevraagd, jaar }: Stand): [string, string] | null {
  if (raming === null || budget === null || gebonden >= budget) return null;
  if (raming.tempo === null)
    return [
      'Voor een raming is het nog te vroeg.',
      'Die rekent met wat er in drie volle maanden vastgelegd werd, en zo lang wordt er hier nog niet geboekt.',
    ];
  const months = and(raming.maanden.map(monthName));
  const asked = aangevraagd > 0 ? `, plus de ${euro(aangevraagd)} die nu aangevraagd is` : '';
  const how = `De raming rekent met het gemiddelde van ${months}, ${ongeveer(raming.tempo)} vastgelegd per maand${asked}.`;
  const end = raming.punten.at(-1)?.cents ?? gebonden + aangevraagd;
  if (raming.op === null)
    return [
      raming.tempo === 0 && aangevraagd === 0
        ? `De laatste drie maanden werd niets vastgelegd: zo blijft er eind december ${jaar} ${ongeveer(budget - end)} over.`
        : `Aan dit tempo blijft er eind december ${jaar} ${ongeveer(budget - end)} over.`,
      how,
    ];
  return gebonden + aangevraagd >= budget
    ? ['Als alles goedgekeurd wordt wat nu aangevraagd is, is het budget op.', how]
    : [`Aan dit tempo is het budget rond ${date(raming.op)} op.`, how];
}
