import type { Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Instant } from '../time.ts';
import { eerstVerslag } from './afgelasten.ts';
import { aanIedereen, inAgenda, metTafel, tafelOf } from './tafel-change.ts';
import { aanTafel, type Zorgtafel } from './zorgtafel.ts';

/** What of a table can change without its moment changing, in the order of the form. */
export const plaatsDelen = ['plaats', 'lokaal', 'link', 'duur', 'boodschap'] as const;
export type PlaatsDeel = (typeof plaatsDelen)[number];

export type PlaatsGegevens = Pick<Zorgtafel, 'plaats' | 'duur' | 'boodschap'>;

const waarde: Record<PlaatsDeel, (t: PlaatsGegevens) => string> = {
  plaats: ({ plaats }) => [plaats.omschrijving, plaats.adres].join('\n'),
  lokaal: ({ plaats }) => plaats.lokaal,
  link: ({ plaats }) => plaats.link,
  duur: ({ duur }) => `${duur}`,
  boodschap: ({ boodschap }) => boodschap,
};

/** What of these details differs. */
export const verschil = (was: PlaatsGegevens, is: PlaatsGegevens): PlaatsDeel[] =>
  plaatsDelen.filter((deel) => waarde[deel](was) !== waarde[deel](is));

/** Which details somebody looked at when a form was opened: another one means that a colleague changed them since. */
export const basisVan = ({ bijgewerkt }: Zorgtafel): string => `${bijgewerkt?.op.epochMilliseconds ?? 0}`;

/**
 * Another place, room, link, length or message, of a table that did not begin [T3]. Who still comes hears what changed,
 * once; calendars follow where they say it. `wijzigPlaats` with what it was before undoes it.
 */
export function wijzigPlaats(seen: Seen, tafelId: string, naar: PlaatsGegevens, door: string, now: Instant): Decision {
  const found = tafelOf(seen, tafelId);
  if ('refusal' in found) return found;
  const refusal = eerstVerslag(seen);
  if (refusal) return { refusal };
  const { tafel } = found;
  const delen = verschil(tafel, naar);
  const changed: Zorgtafel = { ...tafel, ...naar, bijgewerkt: { op: now, door } };
  const inEntry = delen.some((deel) => deel !== 'link' && deel !== 'boodschap');
  const noted = tafel.agenda && inEntry ? inAgenda(changed, tafel.agenda.start, now) : changed;
  // While people are asked anew the entry is off: that has another number, but since when it is off stays what people knew.
  const next = tafel.stand === 'vast' ? noted : { ...noted, agenda: tafel.agenda };
  // A message that was taken away is nothing to be told.
  const news = delen.filter((deel) => deel !== 'boodschap' || naar.boodschap !== '');
  const comes = { ...next, deelnemers: aanTafel(next).filter((d) => d.stand !== 'komt_niet') };
  return metTafel(seen, next, {
    gebeurtenissen: [{ op: now, soort: 'zorgtafel_gewijzigd', door, detail: delen.join(', ') }],
    berichten: news.length === 0 ? [] : aanIedereen(comes, 'gewijzigd', now, door, news.join('.')),
  });
}
