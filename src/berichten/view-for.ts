import type { MededelingSoort } from '../casus/casus-view.ts';
import {
  aanmeldingStatusView,
  casusAfgeslotenView,
  casusKaartView,
  mededelingView,
  nameOf,
  termijnView,
  vraagView,
} from '../casus/casus-views.ts';
import { see } from '../casus/see.ts';
import { stapTermijnView } from '../casus/stap-termijn-view.ts';
import { isGeldklok, readRungSubject } from '../casus/termijn.ts';
import { stapVan } from '../casus/volgende-stap.ts';
import { roosterViewFor } from '../permanentie/rooster-views.ts';
import { aanvraagView } from '../rugzak/aanvraag-view.ts';
import { kasVan } from '../rugzak/beslissen.ts';
import { regioMeldingView } from '../rugzak/regio-melding-view.ts';
import { rugzakMeldingView, rugzakTermijnView } from '../rugzak/rugzak-views.ts';
import { verlengingView } from '../rugzak/verlenging.ts';
import { isOnCase, may } from '../toegang/policy.ts';
import type { View } from '../view.ts';
import type { World } from '../world.ts';
import { zorgplanEvaluatieView } from '../zorgplan/evaluatie-views.ts';
import { planGezien, zorgplanActieView } from '../zorgplan/zorgplan-views.ts';
import { tafelBericht, tafelTermijn } from '../zorgtafel/tafel-berichten.ts';
import { afgelastMetCasus } from '../zorgtafel/zorgtafel.ts';
import type { Bericht } from './bericht.ts';

/**
 * What a message shows, from what is true now and what this recipient may see now. Null: there is
 * nothing to show any more (the case is gone, the recipient lost the right before it was sent).
 */
export async function viewFor(world: World, bericht: Bericht): Promise<View | null> {
  const { store, clock } = world;
  if (bericht.soort === 'rugzak_regio') return regioMeldingView(world, bericht);
  if (bericht.casusId === null) return roosterViewFor(world, bericht);
  const casus = await store.casusById(bericht.casusId);
  const recipient = 'persoon' in bericht.aan ? bericht.aan.persoon : null;
  const seen = casus && (await see(world, casus, recipient, clock.now()));
  if (!seen) return null;
  const { relations, directory, region, termijnen } = seen;
  const inTeam = relations.has('coordinator') || relations.has('aanspreekpunt') || relations.has('provinciaal');
  // A card somebody may no longer read loses its content where it was posted; one not yet sent stays away [S7].
  const hidden: View | null = bericht.adres ? { view: 'afgeschermd', referentie: casus.referentie } : null;
  // Of a closed case nothing stays on screens but that it is closed; who may can still open it.
  const closing: readonly MededelingSoort[] = ['afgesloten', 'heropend', 'aanvraag_ingetrokken'];
  // That the zorgtafel is off with it is told once the case is closed [T4].
  const off =
    bericht.soort === 'tafel_melding' && bericht.onderwerp === `${afgelastMetCasus(seen.zorgtafels)?.id}/afgelast`;
  const klok = bericht.soort === 'termijn' ? readRungSubject(bericht.onderwerp).soort : '';
  const money = isGeldklok(klok) && klok !== 'aanvraag';
  // What is freed after closing is asked for by the closed card itself: the others read what it was.
  const freed = bericht.soort === 'rugzak_aanvraag' && bericht.onderwerp.includes(':vrijgegeven');
  if (
    casus.stand === 'afgesloten' &&
    recipient !== null &&
    !money &&
    !freed &&
    !off &&
    !closing.some((soort) => soort === bericht.onderwerp)
  )
    return relations.size > 0 ? casusAfgeslotenView(seen) : hidden;
  switch (bericht.soort) {
    case 'kanaal_aanmelding':
      return {
        view: 'kanaal_aanmelding',
        referentie: casus.referentie,
        bij: nameOf(directory, casus.aanspreekpunt),
        uiterlijk: (termijnen.find((t) => t.soort === 'terugkoppeling')?.einde ?? casus.aangemeldOp).toString(),
        zone: region.tijdzone,
        stand: casus.stand,
      };
    case 'aanmelding_status':
      return relations.has('aanmelder') ? aanmeldingStatusView(seen) : hidden;
    case 'casus_kaart':
      return inTeam
        ? casusKaartView(
            seen,
            relations.has('coordinator') ? await store.mogelijkDubbel(casus.id, 3) : [],
            await store.notasOver(casus.id),
          )
        : hidden;
    case 'tafel_kaart':
    case 'uitnodiging':
    case 'tafel_melding':
      return tafelBericht(seen, bericht, world.agenda) ?? hidden;
    case 'zorgplan_actie':
      return zorgplanActieView(seen, bericht.onderwerp, 'nieuw') ?? hidden;
    case 'termijn': {
      const { soort, rung, over } = readRungSubject(bericht.onderwerp);
      const melding = rung === 'escalatie' ? 'escalatie' : 'herinnering';
      const stap = stapVan({ soort, over });
      if (stap) return inTeam ? stapTermijnView(seen, stap, melding) : hidden;
      if (soort.startsWith('zorgtafel')) return tafelTermijn(seen, soort, rung, over) ?? hidden;
      if (soort === 'actie') return zorgplanActieView(seen, over ?? '', 'herinnering') ?? hidden;
      if (soort === 'evaluatie') {
        const gezien = inTeam ? planGezien(seen) : null;
        return (gezien && zorgplanEvaluatieView(gezien, over ?? '', melding)) ?? hidden;
      }
      if (soort === 'aanvraag')
        return may('rugzak.aanvraag', relations)
          ? aanvraagView(await kasVan(store, seen), seen, over ?? '', melding)
          : hidden;
      if (money)
        return may('rugzak.tonen', relations) ? rugzakTermijnView(await kasVan(store, seen), seen, bericht) : hidden;
      return inTeam ? termijnView(seen, melding) : hidden;
    }
    case 'rugzak_aanvraag':
      return may('rugzak.aanvraag', relations)
        ? aanvraagView(await kasVan(store, seen), seen, bericht.onderwerp.split(':')[0] ?? '')
        : hidden;
    case 'rugzak_verlenging':
      return may('rugzak.tonen', relations) ? verlengingView(await kasVan(store, seen), seen, bericht) : hidden;
    case 'rugzak_melding':
      return may('rugzak.tonen', relations)
        ? rugzakMeldingView(await kasVan(store, seen), seen, bericht.onderwerp)
        : hidden;
    case 'vraag':
      return relations.has('aanmelder') ? vraagView(seen, bericht.onderwerp) : hidden;
    case 'mededeling': {
      const soort = bericht.onderwerp as MededelingSoort;
      return isOnCase(relations) || forPlanners.includes(soort)
        ? mededelingView(seen, soort, bericht.op, recipient ?? '')
        : hidden;
    }
    case 'verwijderd':
    case 'mijn_werk':
    case 'rooster_gewijzigd':
    case 'rooster_nieuw':
    case 'rooster_botsing':
    case 'rooster_verzoek':
    case 'rooster_gemist':
    case 'rooster_niet_bezorgd':
    case 'dienst_morgen':
    case 'dienst_straks':
    case 'dienst_ochtend':
    case 'dienst_onbevestigd':
    case 'overdracht':
    case 'gat':
    case 'gat_nu':
    case 'gaten':
    case 'dubbel':
      // These have no case.
      return null;
    default:
      throw new Error(bericht.soort satisfies never);
  }
}

/** Notices about the working of the bot: they go to people who need not be on the case. */
const forPlanners: readonly MededelingSoort[] = ['persoon_niet_bereikbaar', 'bericht_niet_bezorgd'];
