import type { ActionId } from '../src/actions.ts';
import type { Refusal } from '../src/refusal.ts';
import type { Card } from './card.ts';
import { buttons, day, saying } from './words.ts';

const next = (...actions: ActionId[]) => buttons(actions, '');

/** Why something was not done, and what to do next. */
export function weigeringCard(refusal: Refusal): Card {
  switch (refusal.kind) {
    case 'niet_gevonden':
      return saying(
        'Niet gevonden',
        [
          'Er is geen casus met die referentie waar jij bij betrokken bent. Kijk de referentie na, of vraag het aan de casuscoördinator die je contacteerde.',
        ],
        'normal',
        next('casus.lijst'),
      );
    case 'geen_recht':
      return saying('Dat kan jij hier niet doen', ['Vraag het aan de casuscoördinator van deze casus.']);
    case 'al_opgenomen':
      return saying('Al opgenomen', [
        `${refusal.door} nam deze casus al op. Stem af met ${refusal.door} als je wil meewerken.`,
      ]);
    case 'al_teruggekoppeld':
      return saying('Al teruggekoppeld', [`${refusal.door} gaf de aanmelder al een terugkoppeling.`]);
    case 'al_ingetrokken':
      return saying('Ingetrokken', ['De aanmelder trok deze aanmelding in. Er hoeft niets meer te gebeuren.']);
    case 'al_afgesloten':
      return saying('Afgesloten', [
        'Deze casus is afgesloten. Wie er nog mee verder moet, begint een nieuwe aanmelding.',
      ]);
    case 'al_beantwoord':
      return saying('Al beantwoord', [
        'Op deze vraag kwam al een antwoord. Wil je iets toevoegen, kies dan “Aanvullen” op je aanmelding.',
      ]);
    case 'eerst_opnemen':
      return saying('Nog niet opgenomen', ['Deze casus wacht nog op een coördinator: er is niets om terug te geven.']);
    case 'telefonisch_gemeld':
      return saying('Deze aanmelding kwam per telefoon', [
        'Stel je vraag per telefoon; het nummer staat op de kaart van de casus.',
      ]);
    case 'concept_verlopen':
      return saying(
        'Dit formulier is er niet meer',
        ['Het werd al verstuurd, opnieuw begonnen, of is ouder dan 48 uur.'],
        'normal',
        next('aanmelding.starten', 'casus.lijst'),
      );
    case 'geen_regio':
      return saying('Geen regio gevonden', [
        'Er is nog geen regio of permanentie ingesteld die dit kan opvolgen. Bel de casuscoördinator en verwittig de beheerder van deze bot.',
      ]);
    case 'niet_jouw_dienst':
      return saying('Dit dagdeel is niet van jou', [
        'Het rooster is gewijzigd, of het dagdeel is voorbij. Typ /permanentie van mij voor je komende dagdelen.',
      ]);
    case 'geen_dagdeel':
      return saying('Geen dagdeel op die dag', [
        `Op ${day(refusal.datum)} is er niets dat je zo kan wijzigen. Kies een andere dag, of voeg een extra dagdeel toe.`,
      ]);
    case 'al_ingevuld':
      return saying('Al ingevuld', [`${refusal.door} neemt dit dagdeel. Bedankt om het aan te bieden.`]);
    case 'al_ongedaan':
      return saying('Al ongedaan gemaakt', [
        'Deze wijziging geldt niet meer. Typ /permanentie week voor het rooster van nu.',
      ]);
    case 'collega_niet_bereikbaar':
      return saying('Deze collega is niet bereikbaar via de bot', [
        `Bel ${refusal.naam}. Zijn jullie het eens, kies dan bij “Rooster wijzigen” voor vervangen.`,
      ]);
    case 'verzoek_vervallen':
      return saying('Deze vraag geldt niet meer', [
        'Ze is al beantwoord of ingetrokken, of het rooster is intussen gewijzigd. Typ /permanentie week voor het rooster van nu.',
      ]);
    case 'dagdeel_voorbij':
      return saying('Dat dagdeel is voorbij', ['Wat voorbij is, blijft staan zoals het was.']);
    case 'datum_onleesbaar':
      return saying(
        'Die dag begrijp ik niet',
        [
          `“${refusal.typed.slice(0, 60)}” lees ik niet als een dag. Schrijf bijvoorbeeld: morgen, maandag, 7 maart of 7/3/2026.`,
        ],
        'normal',
        next('permanentie.tonen'),
      );
    case 'knop_onbekend':
      return saying(
        'Deze knop werkt niet meer',
        ['De kaart is van een oudere versie. Typ /casus voor de stand van nu.'],
        'normal',
        next('casus.lijst'),
      );
    case 'storing':
      return saying('Dat lukte niet', [
        'Er ging iets mis en er is niets gewijzigd. Probeer het zo meteen opnieuw. Dringt het, bel dan de permanentie.',
      ]);
    default:
      throw new Error(refusal satisfies never);
  }
}
