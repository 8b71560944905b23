import type { ActionId } from '../actions.ts';
import { isBefore } from '../time.ts';
import { may } from '../toegang/policy.ts';
import type { StapTermijnView } from './casus-view.ts';
import { nameOf } from './casus-views.ts';
import type { Seen } from './see.ts';
import { type Stap, stapKlok, stapKnop, volgendeStap } from './volgende-stap.ts';

/** A rung of the clock of the next step, from what is true now: the contact takes it, a colleague takes the case over. */
export function stapTermijnView(seen: Seen, stap: Stap, soort: StapTermijnView['soort']): StapTermijnView {
  const { casus, region, directory, relations, now } = seen;
  const klok = stapKlok(seen.termijnen);
  const voorbij = klok?.soort !== stap || volgendeStap(seen) !== stap;
  const buttons: ActionId[] = voorbij
    ? ['casus.tonen']
    : [relations.has('aanspreekpunt') ? stapKnop[stap] : 'casus.overdragen', 'casus.tonen'];
  return {
    view: 'stap_termijn',
    casusId: casus.id,
    referentie: casus.referentie,
    zone: region.tijdzone,
    stap,
    soort,
    einde: (klok?.einde ?? now).toString(),
    verstreken: klok !== undefined && !isBefore(now, klok.einde),
    voorbij,
    aanspreekpunt: nameOf(directory, casus.aanspreekpunt),
    mag: buttons.filter((a) => may(a, relations)),
  };
}
