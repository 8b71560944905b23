import type { View } from '../src/view.ts';
import { aanmeldingControleCard } from './aanmelding-controle.ts';
import { aanmeldingPaginaCard } from './aanmelding-pagina.ts';
import { aanmeldingHervattenCard, aanmeldingStatusCard, aanmeldingVerzondenCard } from './aanmelding-status.ts';
import { agendaCard } from './agenda.ts';
import { kanaalAanmeldingCard, mededelingCard, termijnCard, vraagCard } from './berichten.ts';
import type { Card } from './card.ts';
import { bewaardCard, casusFormulierCard } from './casus-formulier.ts';
import { casusKaartCard } from './casus-kaart.ts';
import { casusLijstCard } from './casus-lijst.ts';
import { casusVerloopCard } from './casus-verloop.ts';
import {
  dienstCard,
  gatCard,
  gemistCard,
  mijnDienstenCard,
  nietBezorgdCard,
  ochtendCard,
  onbevestigdCard,
  weekCard,
} from './dienst.ts';
import { documentAdresCard } from './document-adres.ts';
import { dubbelCard } from './dubbel.ts';
import { gatenCard } from './gaten.ts';
import { herinneringCard } from './herinnering.ts';
import { hulpCard, onbekendCommandoCard } from './hulp.ts';
import { kennismakingCard } from './kennismaking.ts';
import { mijnWerkCard, ouderWerkCard, welkomCard } from './mijn-werk.ts';
import { notaFormulierCard, overdrachtCard } from './overdracht.ts';
import { permanentieCard } from './permanentie.ts';
import {
  roosterDagCard,
  roosterGewijzigdCard,
  roosterVerzoekCard,
  roosterWijzigingCard,
  roosterWijzigingenCard,
} from './rooster.ts';
import { rugzakAanvragenCard, rugzakCard, rugzakLijstCard } from './rugzak.ts';
import { rugzakAanvraagCard, rugzakControleCard, rugzakPaginaCard } from './rugzak-aanvraag.ts';
import { rugzakBewijzenCard, rugzakMeldingCard, rugzakTermijnCard, rugzakVerlengingCard } from './rugzak-berichten.ts';
import { rugzakBoekingenCard } from './rugzak-boekingen.ts';
import { rugzakFacturenCard } from './rugzak-facturen.ts';
import { rugzakFormulierCard } from './rugzak-formulier.ts';
import { rugzakRegioCard } from './rugzak-regio.ts';
import { rugzakRegioMeldingCard } from './rugzak-regio-melding.ts';
import { rugzakSaldoCard } from './rugzak-saldo.ts';
import { roosterBotsingCard, roosterNieuwCard } from './sjabloon.ts';
import { stapTermijnCard } from './stap-termijn.ts';
import { verdelingCard } from './verdeling.ts';
import { weigeringCard } from './weigering.ts';
import { bewaardZin, buttons, saying } from './words.ts';
import { zorgplanCard, zorgplanLijstCard, zorgplanSectieCard } from './zorgplan.ts';
import { zorgplanActieCard } from './zorgplan-actie.ts';
import { zorgplanEvaluatieCard } from './zorgplan-evaluatie.ts';
import { zorgplanFormulierCard } from './zorgplan-formulier.ts';
import { zorgplanWijzigingenCard } from './zorgplan-wijzigingen.ts';
import { tafelBewaardCard, tafelLijstCard, tafelMeldingCard, tafelTermijnCard } from './zorgtafel-berichten.ts';
import { tafelFormulierCard } from './zorgtafel-formulier.ts';
import { tafelKaartCard } from './zorgtafel-kaart.ts';
import { tafelPlanCard } from './zorgtafel-plan.ts';
import { uitnodigingCard } from './zorgtafel-uitnodiging.ts';

/** The card for a view. Pure: the same view always gives the same card. */
export function cardOf(view: View): Card {
  switch (view.view) {
    case 'weigering':
      return weigeringCard(view.refusal);
    case 'afgeschermd':
      return saying(view.referentie, ['Deze casus is niet langer voor jou zichtbaar.']);
    case 'kennismaking':
      return kennismakingCard(view);
    case 'hulp':
      return hulpCard(view);
    case 'onbekend_commando':
      return onbekendCommandoCard(view);
    case 'permanentie':
      return permanentieCard(view);
    case 'aanmelding_pagina':
      return aanmeldingPaginaCard(view);
    case 'aanmelding_controle':
      return aanmeldingControleCard(view);
    case 'aanmelding_hervatten':
      return aanmeldingHervattenCard(view);
    case 'aanmelding_status':
      return aanmeldingStatusCard(view);
    case 'aanmelding_verzonden':
      return aanmeldingVerzondenCard(view);
    case 'document_adres':
      return documentAdresCard(view);
    case 'casus_afgesloten':
      return saying(
        `${view.referentie} is afgesloten`,
        [`${view.door} sloot deze casus af. Je hoeft niets meer te doen.`, bewaardZin(view.bewaard)],
        'subtle',
        buttons(view.mag, view.casusId),
      );
    case 'casus_verwijderd':
      return saying('Casus verwijderd', ['Deze casus is verwijderd na de bewaartermijn.'], 'subtle');
    case 'casus_kaart':
      return casusKaartCard(view);
    case 'mijn_werk':
      return mijnWerkCard(view);
    case 'mijn_werk_ouder':
      return ouderWerkCard();
    case 'welkom':
      return welkomCard();
    case 'casus_lijst':
      return casusLijstCard(view);
    case 'casus_verloop':
      return casusVerloopCard(view);
    case 'casus_formulier':
      return casusFormulierCard(view);
    case 'bewaard':
      return bewaardCard(view);
    case 'geannuleerd':
      return saying('Geannuleerd', ['Er is niets gewijzigd.'], 'subtle');
    case 'kanaal_aanmelding':
      return kanaalAanmeldingCard(view);
    case 'stap_termijn':
      return stapTermijnCard(view);
    case 'termijn':
      return termijnCard(view);
    case 'dienst':
      return dienstCard(view);
    case 'overdracht':
      return overdrachtCard(view);
    case 'nota_formulier':
      return notaFormulierCard(view);
    case 'dienst_ochtend':
      return ochtendCard(view);
    case 'dienst_onbevestigd':
      return onbevestigdCard(view);
    case 'gat':
      return gatCard(view);
    case 'rooster_nieuw':
      return roosterNieuwCard(view);
    case 'rooster_botsing':
      return roosterBotsingCard(view);
    case 'rugzak_regio':
      return rugzakRegioCard(view);
    case 'rugzak_regio_melding':
      return rugzakRegioMeldingCard(view);
    case 'dubbel':
      return dubbelCard(view);
    case 'gaten':
      return gatenCard(view);
    case 'rooster_niet_bezorgd':
      return nietBezorgdCard(view);
    case 'rooster_gemist':
      return gemistCard(view);
    case 'rooster_week':
      return weekCard(view);
    case 'rooster_dag':
      return roosterDagCard(view);
    case 'rooster_wijziging':
      return roosterWijzigingCard(view);
    case 'rooster_wijzigingen':
      return roosterWijzigingenCard(view);
    case 'rooster_verzoek':
      return roosterVerzoekCard(view);
    case 'rooster_gewijzigd':
      return roosterGewijzigdCard(view);
    case 'mijn_diensten':
      return mijnDienstenCard(view);
    case 'verdeling':
      return verdelingCard(view);
    case 'herinnering':
      return herinneringCard(view);
    case 'uitnodiging':
      return uitnodigingCard(view);
    case 'tafel_kaart':
      return tafelKaartCard(view);
    case 'tafel_plan':
      return tafelPlanCard(view);
    case 'tafel_formulier':
      return tafelFormulierCard(view);
    case 'tafel_bewaard':
      return tafelBewaardCard(view);
    case 'tafel_lijst':
      return tafelLijstCard(view);
    case 'tafel_melding':
      return tafelMeldingCard(view);
    case 'tafel_termijn':
      return tafelTermijnCard(view);
    case 'agenda':
      return agendaCard(view);
    case 'rugzak':
      return rugzakCard(view);
    case 'rugzak_lijst':
      return rugzakLijstCard(view);
    case 'rugzak_aanvraag':
      return rugzakAanvraagCard(view);
    case 'rugzak_pagina':
      return rugzakPaginaCard(view);
    case 'rugzak_controle':
      return rugzakControleCard(view);
    case 'rugzak_formulier':
      return rugzakFormulierCard(view);
    case 'rugzak_termijn':
      return rugzakTermijnCard(view);
    case 'rugzak_verlenging':
      return rugzakVerlengingCard(view);
    case 'rugzak_melding':
      return rugzakMeldingCard(view);
    case 'rugzak_saldo':
      return rugzakSaldoCard(view);
    case 'rugzak_aanvragen':
      return rugzakAanvragenCard(view);
    case 'rugzak_facturen':
      return rugzakFacturenCard(view);
    case 'rugzak_boekingen':
      return rugzakBoekingenCard(view);
    case 'rugzak_bewijzen':
      return rugzakBewijzenCard(view);
    case 'vraag':
      return vraagCard(view);
    case 'mededeling':
      return mededelingCard(view);
    case 'zorgplan':
      return zorgplanCard(view);
    case 'zorgplan_sectie':
      return zorgplanSectieCard(view);
    case 'zorgplan_actie':
      return zorgplanActieCard(view);
    case 'zorgplan_evaluatie':
      return zorgplanEvaluatieCard(view);
    case 'zorgplan_formulier':
      return zorgplanFormulierCard(view);
    case 'zorgplan_wijzigingen':
      return zorgplanWijzigingenCard(view);
    case 'zorgplan_lijst':
      return zorgplanLijstCard(view);
    default:
      throw new Error(view satisfies never);
  }
}
