import type { NoticeKind } from '../permanentie/notices.ts';
import type { Instant } from '../time.ts';

/**
 * A message the bot owes somebody: ids only, never content [S9, S11]. What it shows is built at
 * delivery, from what is true then; a sent one is brought up to date when its case changes.
 */
export type NewBericht = {
  id: string;
  soort: BerichtSoort;
  casusId: string | null;
  /** What within the case it is about: an event, a question, a rung; part of the key. */
  onderwerp: string;
  /** When it fell due; part of the key, so that each is sent once whatever restarts or replicas. */
  op: Instant;
  /** Stands for `op` in the key where that may move: the same message, whenever it falls due, is sent once. */
  vast?: Instant;
  aan: Ontvanger;
};

/** Who it is for; with `account` on that account alone, not where the person prefers to be reached. */
type Ontvanger =
  | { persoon: string; account?: { platform: string; ref: string } }
  | { kanaal: { platform: string; ref: string } };

export type BerichtSoort =
  /** The coordinator's living card of a case. */
  | 'casus_kaart'
  /** The aanmelder's living card of what was reported. */
  | 'aanmelding_status'
  /** One neutral line in the region's channel. */
  | 'kanaal_aanmelding'
  /** A rung of a ladder. */
  | 'termijn'
  /** An action of the zorgplan that somebody else put on your name; `onderwerp` is its id. */
  | 'zorgplan_actie'
  /** A request for means, to who may decide and who asked; `onderwerp` is `<request>[:<what happened>]` [S16]. */
  | 'rugzak_aanvraag'
  /** A rugzak was extended or not after all; `onderwerp` is `<verlengd or terug>:<person who did it>` [B2]. */
  | 'rugzak_verlenging'
  /** What is bound passed a threshold; `onderwerp` as in `drempels.ts` [B9]. */
  | 'rugzak_melding'
  /** A question to the aanmelder, with an answer field. */
  | 'vraag'
  /** The coordinator's living card of a zorgtafel; `onderwerp` is its id. */
  | 'tafel_kaart'
  /** The living card of who is asked, or passes it on; `onderwerp` is `<zorgtafel>/<participant>` [T4]. */
  | 'uitnodiging'
  /** Something happened to a zorgtafel; `onderwerp` is `<zorgtafel>/<kind>[/<participant>]`. */
  | 'tafel_melding'
  /** About the rota, without a case; `onderwerp` is `<regio>/<datum>[/<van>]` [P6, P7]. */
  | NoticeKind
  /** Somebody else changed your day part [P4]. */
  | 'rooster_gewijzigd'
  /** A person's own overview, kept true in one place; `onderwerp` is `werk/<persoon>`. */
  | 'mijn_werk'
  /** A request of a colleague, to both of them; `onderwerp` is `<regio>/verzoek/<id>` [P4]. */
  | 'rooster_verzoek'
  /** Another template: somebody's coming day parts are others; `onderwerp` is `<regio>/nieuw/<first day>` [P4]. */
  | 'rooster_nieuw'
  /** Another template meets changes somebody made; `onderwerp` is `<regio>/botsing/<ids>` [P4]. */
  | 'rooster_botsing'
  /** A region's year budget reached a share, or runs out; `onderwerp` is `<regio>/rugzak/<jaar>/<n>/<what>` [B9]. */
  | 'rugzak_regio'
  /** Reminders that an outage made pointless: told to the planners. */
  | 'rooster_gemist'
  /** Somebody let several day parts go in one time; `onderwerp` is `<regio>/gaten/<group of the changes>` [P4]. */
  | 'gaten'
  /** Something of a region could not be delivered; `onderwerp` is `<regio>/niet_bezorgd/<datum>/<persoon or kanaal>`. */
  | 'rooster_niet_bezorgd'
  /** What is left of a message about a case that was removed: where it stands, to be blanked; `onderwerp` is `verwijderd/<nothing that leads to it>` [S17]. */
  | 'verwijderd'
  /** A short notice about something that happened (`onderwerp` = event kind). */
  | 'mededeling';

export type Bericht = NewBericht & {
  stand: 'wacht' | 'verzonden' | 'mislukt' | 'vervallen';
  /** Where it was posted; opaque but to its adapter. */
  adres: { platform: string; ref: string } | null;
  /** Digest of what was last shown there: an unchanged card is not sent again. */
  getoond: string | null;
  pogingen: number;
};

/** Unique in the database: (kind, subject, due-at, recipient). */
export function berichtKey(b: NewBericht): string {
  const place = 'persoon' in b.aan ? b.aan.account : b.aan.kanaal;
  const to = [...('persoon' in b.aan ? [b.aan.persoon] : []), ...(place ? [place.platform, place.ref] : [])];
  return [b.soort, b.casusId ?? '-', b.onderwerp, (b.vast ?? b.op).toString(), ...to].join('|');
}
