import { aanmeldingStatus, casusKaart } from '../casus/berichten-over.ts';
import type { Casus } from '../casus/casus.ts';
import type { BerichtSpec } from '../casus/change.ts';
import { startTermijn } from '../casus/ladder.ts';
import type { Termijn } from '../casus/termijn.ts';
import type { Toewijzing } from '../permanentie/toewijzing.ts';
import type { Region } from '../regio/region.ts';
import type { Instant } from '../time.ts';
import type { Aanmelding } from './aanmelding.ts';

export type NewCasus = {
  casus: Omit<Casus, 'referentie'>;
  /** References count per region and year of the wall calendar. */
  prefix: string;
  termijn: Termijn;
  berichten: BerichtSpec[];
};

/**
 * An aanmelding that is sent: a case that waits for the one on duty, its 24-hour clock running from
 * now whatever the hour [A2, P2], cards for coordinator and aanmelder, one neutral line in the region's
 * channel, and a word to the planners when the one on duty could not be reached.
 * `endOf` counts a term from now in the region's way of counting hours.
 */
export function newCasus(input: {
  ids: { casus: string; termijn: string };
  region: Region;
  aanmelding: Aanmelding;
  aanmelder: string;
  to: Toewijzing;
  /** People who plan the rota. */
  planners: readonly string[];
  now: Instant;
  endOf: (duration: string) => Instant;
}): NewCasus {
  const { ids, region, now, to } = input;
  const casus: NewCasus['casus'] = {
    id: ids.casus,
    regio: region.code,
    stand: 'aangemeld',
    versie: 1,
    aanmelder: input.aanmelder,
    aanspreekpunt: to.persoon.id,
    betrokkenen: [],
    aangemeldOp: now,
    opgenomenOp: null,
    teruggekoppeldOp: null,
    uitkomst: null,
    inhoud: { aanmelding: input.aanmelding, aanvullingen: [], vragen: [], terugkoppeling: null, intrekking: null },
  };
  const termijn = startTermijn(
    {
      id: ids.termijn,
      casusId: ids.casus,
      soort: 'terugkoppeling',
      start: now,
      einde: input.endOf(region.termijnen.terugkoppeling),
    },
    region.ladder.terugkoppeling,
    input.endOf,
  );
  const berichten: BerichtSpec[] = [
    casusKaart(casus, to.persoon.id),
    aanmeldingStatus(casus),
    ...region.kanalen.permanentie.map(
      (kanaal): BerichtSpec => ({ soort: 'kanaal_aanmelding', onderwerp: 'kanaal', op: now, aan: { kanaal } }),
    ),
    ...(to.inPlaatsVan ? input.planners : []).map(
      (persoon): BerichtSpec => ({
        soort: 'mededeling',
        onderwerp: 'persoon_niet_bereikbaar',
        op: now,
        aan: { persoon },
      }),
    ),
  ];
  const year = now.toZonedDateTimeISO(region.tijdzone).year;
  return { casus, prefix: `${region.code}-${year}`, termijn, berichten };
}
