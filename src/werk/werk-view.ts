import type { ActionId } from '../actions.ts';
import type { CasusRegel } from '../casus/casus-view.ts';
import type { Stap } from '../casus/volgende-stap.ts';
import type { Uren } from '../permanentie/rooster-view.ts';
import type { Span } from '../permanentie/verzoek.ts';
import type { WachtOpAntwoord, WachtOpBeslissing } from '../rugzak/wachtende.ts';

/** What is shown of a longer list, and how many more there are. */
export type Begin<T> = { eerste: T[]; nogMeer: number };

/** Something that waits for the reader; what it is about, never what it says [S9]. */
export type WachtOpJou =
  | ({ soort: 'bevestigen'; subject: string } & Uren)
  | { soort: 'vraag'; subject: string; referentie: string; door: string }
  /** An invitation to a zorgtafel; `voor` is for somebody this person invites [T4]. */
  | { soort: 'zorgtafel'; subject: string; referentie: string; voor: boolean }
  /** An action of a zorgplan on the reader's name; `tegen`: ISO date. */
  | { soort: 'actie'; subject: string; referentie: string; tegen: string; teLaat: boolean }
  | { soort: 'evaluatie'; subject: string; referentie: string; datum: string; teLaat: boolean }
  /** What a case waits for itself [T1, T7]; `tegen`: ISO instant. */
  | { soort: 'stap'; subject: string; referentie: string; stap: Stap; tegen: string; teLaat: boolean; knop: ActionId }
  /** A case whose contact left the team, for every coordinator of its region [A3]. */
  | { soort: 'zonder_aanspreekpunt'; subject: string; referentie: string; was: string }
  /** A request for means the reader may decide about; `tegen`: ISO date [S16]. */
  | ({ soort: 'aanvraag' } & Omit<WachtOpBeslissing, 'einde'>)
  /** A question about means: `<case>/<request>/<question>`. */
  | ({ soort: 'rugzak_vraag' } & WachtOpAntwoord)
  | { soort: 'verzoek'; subject: string; van: string; geef: Span; krijg: Span | null };

/** Everything of one's own work on one screen. */
export type MijnWerkView = {
  view: 'mijn_werk';
  naam: string;
  zone: string;
  /** Works in a region's team; otherwise somebody who reports. */
  inTeam: boolean;
  /** Takes up cases: casuscoördinator of a region. */
  coordinator: boolean;
  /** Day parts that run now; `tot`: wall clock. `route`: the phone route that answers. */
  nu: { regio: string; tot: string; route: string | null }[];
  dagdelen: Begin<Uren & { route: string | null }>;
  wacht: Begin<WachtOpJou>;
  casussen: Begin<CasusRegel>;
  aanmeldingen: Begin<CasusRegel>;
  /** There are more open cases than were looked at. */
  nietGelezen: boolean;
  /** Day parts ahead that nobody fills, for who plans [P6]. `overnemen`: the reader may take it. */
  gaten: Begin<Uren & { subject: string; regioCode: string; overnemen: boolean }>;
};
