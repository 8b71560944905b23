import type {
  AanmeldingControleView,
  AanmeldingPaginaView,
  AanmeldingStatusView,
} from './aanmelding/aanmelding-view.ts';
import type { ActionId } from './actions.ts';
import type { Stand } from './casus/casus.ts';
import type {
  Bewaard,
  CasusFormulier,
  CasusKaartView,
  CasusRegel,
  CasusVerloopView,
  MededelingView,
  StapTermijnView,
  TermijnView,
  VraagView,
} from './casus/casus-view.ts';
import type { CommandName } from './commands.ts';
import type { DocumentSoort } from './document/document-soort.ts';
import type { Values } from './intent.ts';
import type { NotaFormulierView, OverdrachtView } from './overdracht/overdracht-view.ts';
import type {
  AgendaView,
  DienstView,
  DubbelView,
  HerinneringStand,
  PermanentieView,
  RoosterBotsingView,
  RoosterDag,
  RoosterWijzigingView,
  VerdelingView,
} from './permanentie/rooster-view.ts';
import type { Span, Verzoek } from './permanentie/verzoek.ts';
import type { Refusal } from './refusal.ts';
import type { RugzakRegioMeldingView, RugzakRegioView } from './rugzak/rugzak-regio-view.ts';
import type { RugzakViews } from './rugzak/rugzak-view.ts';
import type { MijnWerkView } from './werk/werk-view.ts';
import type {
  ZorgplanActieView,
  ZorgplanEvaluatieView,
  ZorgplanFormulierView,
  ZorgplanLijstView,
  ZorgplanSectieView,
  ZorgplanView,
  ZorgplanWijzigingenView,
} from './zorgplan/zorgplan-view.ts';
import type { TafelView } from './zorgtafel/tafel-view.ts';

/**
 * What to show, as plain data: no text layout, no platform. `cards/card-of.ts` turns each into a Card.
 * Instants are ISO 8601 strings (UTC) and `zone` says in which zone to show them, so that a view can
 * be hashed: an unchanged view is not sent again.
 */
export type View =
  /** A posted card whose reader lost the right to it: only the reference is left. */
  | { view: 'afgeschermd'; referentie: string }
  /** A form was left; nothing changed. */
  | { view: 'geannuleerd' }
  | { view: 'weigering'; refusal: Refusal }
  | {
      view: 'kennismaking';
      naam: string;
      regios: { code: string; naam: string }[];
      values: Values;
      errors: FieldErrors;
      then: string;
    }
  | HulpView
  | { view: 'onbekend_commando'; typed: string; nearest: CommandName | null; commands: CommandName[] }
  | PermanentieView
  | AanmeldingPaginaView
  | AanmeldingControleView
  | { view: 'aanmelding_hervatten'; draftId: string; bewaardTot: string; zone: string; paginaVan: [number, number] }
  | AanmeldingStatusView
  | { view: 'aanmelding_verzonden'; status: AanmeldingStatusView }
  | {
      /** A form about a case was kept: what became of it, in a line. */
      view: 'bewaard';
      wat: CasusFormulier | 'verbetering';
      referentie: string;
      beller: Beller | null;
      aanspreekpunt: string;
      /** People the reader invited to the zorgtafel that was called off with the case [T4]. */
      voor?: string[];
    }
  | CasusKaartView
  /** A short-lived address of a document; null: nobody said where the bot is reached. */
  | {
      view: 'document_adres';
      referentie: string;
      soort: DocumentSoort;
      zone: string;
      adres: string | null;
      verlooptOp: string | null;
    }
  /** What is left on screens of a closed case. */
  | {
      view: 'casus_afgesloten';
      casusId: string;
      referentie: string;
      door: string;
      bewaard: Bewaard;
      mag: ActionId[];
    }
  /** What is left on screens of a case that was removed when its term was over: nothing that leads to it [S17]. */
  | { view: 'casus_verwijderd' }
  | MijnWerkView
  /** Somebody unknown looks at the place where their work will be. */
  | { view: 'welkom' }
  /** An overview further up in the talk, since there is a newer one. */
  | { view: 'mijn_werk_ouder' }
  | {
      view: 'casus_lijst';
      zone: string;
      mijn: CasusRegel[];
      wachtend: CasusRegel[];
      /** Their contact left the team: they wait to be transferred [A3]. */
      zonder: CasusRegel[];
      meer: boolean;
    }
  | CasusVerloopView
  | {
      view: 'casus_formulier';
      formulier: CasusFormulier;
      casusId: string;
      referentie: string;
      beller: Beller | null;
      values: Values;
      errors: FieldErrors;
      keuzes: { value: string; label: string }[];
      /** Of a case that is to be closed: what of its rugzak is not finished. Integer cents. */
      geld?: { aangevraagd: number; vastgelegd: number; gefactureerd: number; verblijf: boolean };
      /** Of a case that is to end: the zorgtafel that is called off with it, and who the reader has to tell [T4]. */
      zorgtafel?: { id: string; start: string | null; zone: string; voor: string[] };
      /** Of a case that is to end. */
      bewaard?: Bewaard;
    }
  | { view: 'kanaal_aanmelding'; referentie: string; bij: string; uiterlijk: string; zone: string; stand: Stand }
  | TermijnView
  | StapTermijnView
  | DienstView
  | OverdrachtView
  | NotaFormulierView
  | { view: 'dienst_ochtend'; regio: string; datum: string; dagdelen: { van: string; tot: string; wie: string }[] }
  | {
      view: 'dienst_onbevestigd';
      subject: string;
      wie: string;
      datum: string;
      van: string;
      tot: string;
      zone: string;
      bevestigd: { op: string; door: string } | null;
      /** Somebody else does it since: `wie`, who has as long to confirm. */
      vervangen: boolean;
      voorbij: boolean;
      /** Handover notes for this person that are not read yet; never what they say. */
      ongelezen: number;
    }
  | {
      view: 'gat';
      regio: string;
      datum: string;
      van: string;
      tot: string | null;
      nu: boolean;
      opgelost: boolean;
      voorbij: boolean;
      /** The phone route that answers meanwhile: only who follows it up is missing. */
      route: string | null;
      /** Who took it, once somebody did. */
      door: string | null;
      /** Region, day and start, for the button; null: this reader cannot take it over. */
      overnemen: string | null;
      regioCode: string;
    }
  /** Several day parts that somebody let go in one time. `terug`: who said that they are there after all. */
  | {
      view: 'gaten';
      regio: string;
      regioCode: string;
      wie: string;
      /** Reader is the one who is away. */
      eigen: boolean;
      van: string;
      tot: string;
      terug: string | null;
      vrij: { datum: string; van: string; tot: string; route: boolean; overnemen: string | null }[];
      ingevuld: { datum: string; van: string; tot: string; wie: string }[];
    }
  | DubbelView
  | {
      view: 'rooster_nieuw';
      regio: string;
      vanaf: string;
      mijn: { datum: string; van: string; tot: string; route: string | null }[];
    }
  | RoosterBotsingView
  /** A message about the rota did not arrive; `wie: null`: the channel of the region. */
  | { view: 'rooster_niet_bezorgd'; regio: string; regioCode: string; wie: string | null }
  | { view: 'rooster_gemist'; regio: string; zone: string; van: string; tot: string; aantal: number; dagen: string[] }
  | {
      view: 'rooster_week';
      regio: string;
      regioCode: string;
      dagen: RoosterDag[];
      vorige: string;
      volgende: string;
      magWijzigen: boolean;
    }
  | { view: 'rooster_dag'; regioCode: string; regio: string; values: Values; errors: FieldErrors }
  | RoosterWijzigingView
  | {
      view: 'rooster_wijzigingen';
      regioCode: string;
      regio: string;
      zone: string;
      /** Which of all of them stand here, counted from 0. */
      vanaf: number;
      totaal: number;
      wijzigingen: {
        id: string;
        datum: string;
        van: string;
        tot: string;
        /** Of an absence over several day parts: its last day, and how many. */
        totDatum: string;
        aantal: number;
        wat: string;
        door: string;
        op: string;
      }[];
    }
  | {
      view: 'rooster_verzoek';
      subject: string;
      regio: string;
      van: string;
      aan: string;
      geef: Span;
      krijg: Span | null;
      stand: Verzoek['stand'];
      /** The rota changed since: there is nothing to agree on any more. */
      vervallen: boolean;
      /** A phone answers it: what is asked is to follow up what comes in. */
      route: boolean;
      /** Still no answer a working day ahead. */
      herinnerd: boolean;
      /** What was agreed was undone since. */
      ongedaan: { door: string; op: string } | null;
      /** For the button that undoes it; null: nothing is agreed, or it is no longer ahead. */
      terugdraaien: string | null;
      zone: string;
      /** Reader is the one who is asked, or the one who asks. */
      lezer: 'gevraagde' | 'vrager';
    }
  | {
      view: 'rooster_gewijzigd';
      regio: string;
      datum: string;
      /** `route`: the phone route that answers, when this person only follows up what comes in by it [P1]. */
      mijn: { van: string; tot: string; route: string | null }[];
      /** Day parts this person let go, and who does them now. */
      overgenomen: { van: string; tot: string; wie: string }[];
      /** Who changed it, and when. */
      door: string;
      op: string;
      zone: string;
    }
  | VerdelingView
  | RugzakRegioView
  | RugzakRegioMeldingView
  | {
      view: 'mijn_diensten';
      naam: string;
      diensten: { datum: string; van: string; tot: string; regio: string; route: string | null }[];
      /** When this person is reminded; null: on no team. */
      herinnering: HerinneringStand | null;
    }
  | { view: 'herinnering'; stand: HerinneringStand; values: Values; errors: FieldErrors }
  | TafelView
  | AgendaView
  | RugzakViews
  | VraagView
  | ZorgplanView
  | ZorgplanSectieView
  | ZorgplanActieView
  | ZorgplanEvaluatieView
  | ZorgplanFormulierView
  | ZorgplanWijzigingenView
  | ZorgplanLijstView
  | MededelingView;

export type FieldErrors = Record<string, string>;

/** Who reported by telephone: the bot cannot write to them, so who answers has to ring [A7]. */
type Beller = { naam: string; telefoon: string };

export type HulpView = {
  view: 'hulp';
  naam: string;
  rollen: string[];
  commands: CommandName[];
  /** Present when the person has accounts on more than one platform. */
  voorkeur: { huidig: string | null; platforms: string[] } | null;
  /** When somebody of a team is reminded of their day parts [P7]. */
  herinnering: HerinneringStand | null;
};
