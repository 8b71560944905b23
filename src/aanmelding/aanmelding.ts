/**
 * What an aanmelder tells, once [A9]. Everything optional may still be empty while it is a draft.
 * No name of a child: initials, date and municipality are enough to work with.
 */
export type Aanmelding = {
  /** Reported by a coordinator for somebody who rang [A7]. */
  namens?: { naam: string; organisatie: string; telefoon: string };
  kind: 'geboren' | 'ongeboren';
  initialen: string;
  /** ISO date: of birth, or the expected one [D1]. */
  geboortedatum: string;
  gemeente: string;
  /** A brother or sister of three or older is involved [D6]. */
  oudereSibling: boolean;
  gevaarNu: boolean;
  /** [D3] */
  signalen: Signal[];
  /** [V1] */
  verontrusting: string;
  krachten: string;
  /** [V2] */
  minimaalNodig: string;
  /** [D4] */
  waaromUithuisplaatsing: string;
  /** [V3] */
  besprokenMetOuders: 'ja' | 'deels' | 'nee';
  waaromNietBesproken: string;
  /** [D5, V5] */
  bereidheid: 'ja' | 'twijfel' | 'nee';
  /** [V4] */
  regulierAanbod: 'geen' | 'onvoldoende' | 'voldoende' | 'niet_gezocht';
  regulierToelichting: string;
  /** Only asked of basic facilities [V6, A8]. */
  lokaalTeam: 'betrokken' | 'niet_betrokken' | 'niet_bereikbaar';
  /** Suspicion of maatschappelijke noodzaak [A5]. */
  maatschappelijkeNoodzaak: 'ja' | 'nee' | 'twijfel';
};

export type Signal =
  | 'intrafamiliaal_geweld'
  | 'verwaarlozing'
  | 'mishandeling'
  | 'verslaving'
  | 'context'
  | 'ouders_sluiten_zich_af'
  | 'comorbiditeit';

export type Sector =
  | 'basisvoorziening'
  | 'kind_en_gezin'
  | 'ckg_cig'
  | 'pleegzorg'
  | 'gemandateerd'
  | 'justitie'
  | 'andere';
