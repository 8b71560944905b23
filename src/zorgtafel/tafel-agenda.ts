import type { AgendaItem } from '../permanentie/agenda.ts';
import { type Deelnemer, startVan, type Zorgtafel } from './zorgtafel.ts';

/**
 * A table as one participant's calendar has it; null: it never had a moment. One entry for a seat, whatever happens:
 * the number rises with every change, also when somebody is taken off the list. Neutral texts only: no reference, no
 * address of a family, no link that others could walk in by [S9].
 */
export function tafelItem(tafel: Zorgtafel, d: Deelnemer): AgendaItem | null {
  if (tafel.agenda === null) return null;
  const weg = d.stand === 'vervangen' || d.stand === 'verwijderd';
  const start = startVan(tafel);
  const geldig = !weg && start !== null && (tafel.stand === 'vast' || tafel.stand === 'gehouden');
  const at = geldig ? start : (d.uitAgenda ?? tafel.agenda.start);
  return {
    uid: `${d.id}@zorggarantie`,
    start: at,
    end: at.add({ minutes: tafel.duur }),
    titel: geldig ? 'Zorgtafel' : 'Vervallen: Zorgtafel',
    tekst: geldig ? 'Waarover en met wie: zie de chat.' : '',
    ...(geldig && tafel.plaats.openbaar && { plaats: plaatsVan(tafel) }),
    stand: !geldig ? 'vervallen' : d.stand === 'komt_niet' ? 'open' : 'zeker',
    volgnummer: tafel.volgnummer + (weg ? 1 : 0),
    gewijzigd: tafel.agenda.op,
  };
}

const plaatsVan = ({ plaats }: Zorgtafel) => [plaats.omschrijving, plaats.lokaal].filter((t) => t !== '').join(', ');

/** Every table somebody sits at, as their own calendar has them. */
export const tafelItems = (tafels: readonly Zorgtafel[], persoonId: string): AgendaItem[] =>
  tafels.flatMap((tafel) => {
    const d = tafel.deelnemers.findLast((p) => p.persoonId === persoonId);
    const item = d && tafelItem(tafel, d);
    return item ? [item] : [];
  });
