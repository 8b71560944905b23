import { nameOf } from '../casus/casus-views.ts';
import type { Botsing } from '../permanentie/botsing.ts';
import { gezet } from '../permanentie/uitzondering.ts';
import { type Directory, personFor } from '../personen/directory.ts';
import type { Region } from './region.ts';

/** A change in the chat that meets a template, in one line for an operator. */
export function describeBotsing(
  { uitzondering, reden, uren, persoon }: Botsing,
  region: Region,
  directory: Directory,
): string {
  const { datum, van, tot, wat, door } = uitzondering;
  const id = gezet(uitzondering);
  const name = (of: string) => personFor(directory, region, of)?.naam ?? of;
  const wie = id !== null ? name(id) : wat.kind === 'open' ? 'nog in te vullen' : 'gesloten';
  const day = Temporal.PlainDate.from(datum).toLocaleString('nl-BE', { dateStyle: 'long' });
  const by = nameOf(directory, door);
  const why = {
    dagdeel_weg: `dit dagdeel staat niet meer in het rooster; ${wat.kind === 'open' ? 'er moet niemand zijn' : 'de wijziging blijft gelden'}`,
    andere_uren: `het dagdeel loopt nu ${uren}; de wijziging houdt haar eigen uren`,
    persoon_weg: 'die persoon hoort er dan niet meer bij; het dagdeel is niet ingevuld',
    andere_persoon: `het rooster zet hier nu ${persoon === null ? '' : name(persoon)}; ${wat.kind === 'open' ? 'de afwezigheid verandert daar niets aan' : 'de wijziging blijft gelden'}`,
    zelfde: 'het rooster zet nu zelf die persoon; de wijziging is niet meer nodig',
  }[reden];
  return `Wijziging op ${day}, ${van}-${tot} (${wie}, door ${by}): ${why}.`;
}
