import type { Bericht } from '../berichten/bericht.ts';
import type { Seen } from '../casus/see.ts';
import { vertrokken } from '../personen/directory.ts';
import type { AgendaAddresses } from '../ports.ts';
import { dateIn } from '../time.ts';
import { isOnCase } from '../toegang/policy.ts';
import type { View } from '../view.ts';
import { coordineert } from './coordineert.ts';
import { ontvanger, type TafelMeldingSoort } from './tafel-change.ts';
import type { TafelTermijnView } from './tafel-view.ts';
import { tafelKaartView, tafelMeldingView, tafelTermijnView, uitnodigingView } from './tafel-views.ts';
import { aanTafel, type Zorgtafel } from './zorgtafel.ts';

/** What a message about a table shows now; null: nothing of it is for this recipient (any more) [S7]. */
export function tafelBericht(seen: Seen, bericht: Bericht, adres: AgendaAddresses): View | null {
  const [tafelId = '', second = '', third] = bericht.onderwerp.split('/');
  const tafel = seen.zorgtafels.find((t) => t.id === tafelId);
  if (!tafel || weg(seen)) return null;
  if (bericht.soort === 'tafel_kaart') return coordineert(seen) ? tafelKaartView(seen, tafel, adres) : null;
  if (bericht.soort === 'uitnodiging') {
    // The seat decides, not the right to the case: who was taken off the list is told so, and reads nothing more.
    const d = tafel.deelnemers.find((p) => p.id === second);
    return d && ontvanger(d) === seen.lezer ? uitnodigingView(seen, tafel, d, adres) : null;
  }
  const soort = second as TafelMeldingSoort;
  const forCoordinator = alleenCoordinator.includes(soort);
  const gone = soort === 'niet_meer_nodig' || soort === 'andere_doorgever';
  const allowed = forCoordinator ? coordineert(seen) : gone || zit(tafel, seen.lezer) || coordineert(seen);
  return allowed ? tafelMeldingView(seen, tafel, soort, third ?? '', adres) : null;
}

/** The seat of somebody who left the team is theirs no longer, whoever wrote it down [S7]. */
const weg = ({ directory, region, relations, lezer, now }: Seen): boolean =>
  lezer !== null && !isOnCase(relations) && vertrokken(directory, region, lezer, dateIn(region.tijdzone, now));

/** Notices that name others at the table. */
const alleenCoordinator: readonly TafelMeldingSoort[] = [
  'allen_geantwoord',
  'kan_toch_niet',
  'expert_vervangen',
  'geen_expert',
];

const zit = (tafel: Zorgtafel, lezer: string | null) => aanTafel(tafel).some((d) => ontvanger(d) === lezer);

/** A rung of a clock of a table: for everybody at it, or for who coordinates. */
export function tafelTermijn(seen: Seen, klok: string, rung: string, over: string | null): View | null {
  const tafel = seen.zorgtafels.find((t) => t.id === over);
  const soort = klokken.find((k) => k === klok);
  if (!tafel || !soort || weg(seen)) return null;
  const forAll = soort === 'zorgtafel_afspraak' || (soort === 'zorgtafel_antwoorden' && rung === 'herinnering');
  if (!(coordineert(seen) || (forAll && zit(tafel, seen.lezer)))) return null;
  return tafelTermijnView(seen, tafel, soort, rung === 'escalatie' ? 'escalatie' : 'herinnering');
}

const klokken: readonly TafelTermijnView['klok'][] = [
  'zorgtafel',
  'zorgtafel_antwoorden',
  'zorgtafel_afspraak',
  'zorgtafel_verslag',
];
