import type { Values } from '../intent.ts';
import type { Aanmelding } from './aanmelding.ts';

/** An aanmelding with nothing remarkable about it, on a day in January 2022: for tests. */
export const voorbeeld: Aanmelding = {
  kind: 'geboren',
  initialen: 'J.V.',
  geboortedatum: '2021-11-01',
  gemeente: 'Hasselt',
  oudereSibling: false,
  gevaarNu: false,
  signalen: ['verwaarlozing'],
  verontrusting: 'Voeding wordt vaak overgeslagen, wekelijks, het gewicht daalt.',
  krachten: 'Grootmoeder komt elke dag langs.',
  minimaalNodig: 'Zes voedingen per dag en iemand die meekijkt.',
  waaromUithuisplaatsing: 'Het netwerk kan de nachten niet dragen.',
  besprokenMetOuders: 'ja',
  waaromNietBesproken: '',
  bereidheid: 'ja',
  regulierAanbod: 'geen',
  regulierToelichting: '',
  lokaalTeam: 'betrokken',
  maatschappelijkeNoodzaak: 'nee',
};

/** The same as typed in the form, page by page. */
export const voorbeeldPaginas: readonly [Values, Values, Values] = [
  {
    kind: 'geboren',
    initialen: 'J.V.',
    geboortedatum: '2021-11-01',
    gemeente: 'Hasselt',
    gevaar_nu: 'nee',
    oudere_sibling: 'nee',
  },
  {
    signalen: ['verwaarlozing'],
    verontrusting: voorbeeld.verontrusting,
    krachten: voorbeeld.krachten,
    minimaal_nodig: voorbeeld.minimaalNodig,
    waarom_uithuisplaatsing: voorbeeld.waaromUithuisplaatsing,
  },
  {
    besproken_met_ouders: 'ja',
    bereidheid: 'ja',
    regulier_aanbod: 'geen',
    lokaal_team: 'betrokken',
    maatschappelijke_noodzaak: 'nee',
  },
];
