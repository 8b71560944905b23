import type { ActionId } from '../src/actions.ts';
import type { Refusal } from '../src/refusal.ts';
import type { Card } from './card.ts';
import { intussenLine } from './rooster.ts';
import { and, button, buttons, date, day, euro, saying } from './words.ts';

const next = (...actions: ActionId[]) => buttons(actions, '');

const itemWords = { doel: 'doelen', actie: 'acties', zorgfiguur: 'zorgfiguren' } as const;

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
    case 'niet_afgesloten':
      return saying('Niet afgesloten', ['Deze casus loopt gewoon verder: er is niets te heropenen.']);
    case 'eerst_terugkoppelen':
      return saying('Eerst een terugkoppeling', [
        'De aanmelder heeft nog geen antwoord. Geef eerst een terugkoppeling; daarna kan dit.',
      ]);
    case 'niemand_om_over_te_dragen':
      return saying('Niemand om aan over te dragen', [
        'Er is nu niemand anders in deze regio die een casus kan opvolgen. Vraag de beheerder een casuscoördinator in het regiobestand te zetten; daarna kan je overdragen.',
      ]);
    case 'eerst_overdragen':
      return saying('Nog zonder aanspreekpunt', [
        `${refusal.was} is niet meer in het team. Draag de casus eerst over: dat kan ook aan jezelf.`,
      ]);
    case 'nog_geen_zorgplan':
      return saying('Nog geen zorgplan', [
        'Er is nog geen zorgplan dat jij kan afdrukken. Vraag het aan de casuscoördinator.',
      ]);
    case 'al_geboren':
      return saying('Al gemeld', [
        'De geboorte staat al in deze casus. Klopt de datum niet, verbeter dan de aanmelding.',
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
    case 'zorgplan_te_vroeg':
      return saying('Nog niet opgenomen', [
        'Neem de casus eerst op: wie het plan begint, is er het aanspreekpunt van.',
      ]);
    case 'geen_zorgplan':
      return saying('Geen zorgplan', [
        'Er is nog geen zorgplan van deze casus, of het is niet met jou gedeeld. Vraag het aan het aanspreekpunt.',
      ]);
    case 'al_zorgplan':
      return saying('Er is al een zorgplan', ['Een collega begon er net aan. Open het op de kaart van de casus.']);
    case 'al_vastgelegd':
      return saying('Al vastgelegd', [`${refusal.door} legde dit plan al vast. Aanpassen kan altijd.`]);
    case 'zorgplan_onaf':
      return saying('Nog niet klaar om vast te leggen', [
        `Schrijf eerst ${and(refusal.ontbreekt.map((o) => (o === 'doelen' ? 'minstens één doel' : 'wat jullie nu gaan doen: plan A')))}.`,
      ]);
    case 'zorgplan_vol':
      return saying('Dat wordt te veel', [
        `Een zorgplan houdt hoogstens ${refusal.max} ${itemWords[refusal.wat]}. Schrap of voeg samen wat niet meer telt.`,
      ]);
    case 'onderdeel_weg':
      return saying('Dit staat niet meer in het zorgplan', [
        'Een collega haalde het weg. Bij “Wie wijzigde wat” zet je het terug.',
      ]);
    case 'niets_terug_te_zetten':
      return saying('Er is niets terug te zetten', ['Het staat er al zo.']);
    case 'al_gedaan':
      return saying('Al gedaan', [`${refusal.door} zette deze actie al op gedaan.`]);
    case 'al_open':
      return saying('Nog te doen', ['Deze actie staat al op “nog te doen”.']);
    case 'al_overgestapt':
      return saying('Dat plan volgen jullie al', [
        `Plan ${refusal.naar.toUpperCase()} is het plan dat nu gevolgd wordt.`,
      ]);
    case 'evaluatie_voorbij':
      return saying('Deze evaluatie is voorbij', [
        'Ze werd al gehouden, overgeslagen of verzet. Typ /zorgplan voor de volgende.',
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
    case 'intussen_gewijzigd':
      return saying('Een collega was je voor', [
        `${intussenLine(refusal.intussen)} Er is niets gewijzigd. Typ /permanentie week voor het rooster van nu.`,
      ]);
    case 'niet_op_rooster':
      return saying('Je staat op geen rooster', [
        'Herinneringen zijn er voor wie permanentie doet. Klopt dit niet, vraag het aan de beheerder van je regio.',
      ]);
    case 'niet_in_permanentie':
      return saying('De overdracht is voor de permanentie', [
        'Enkel casuscoördinatoren van deze regio en wie nu of straks van wacht is, kunnen ze lezen en schrijven.',
      ]);
    case 'nota_weg':
      return saying('Deze nota is er niet meer', ['Ze werd ingetrokken, of ze is niet van jou.']);
    case 'nota_gelezen':
      return saying('Deze nota is al gelezen', [
        `${refusal.door} las ze. Wil je iets rechtzetten of toevoegen, schrijf dan een nieuwe nota.`,
      ]);
    case 'geen_dagdeel':
      if (refusal.tot !== undefined && refusal.tot !== refusal.datum)
        return saying('Geen dagdeel in die periode', [
          `Van ${day(refusal.datum)} tot en met ${day(refusal.tot)} sta jij niet op het rooster: je hoeft niets te doen.`,
        ]);
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
    case 'alleen_coordinatoren':
      return saying('Dit overzicht is voor de coördinatoren', [
        'Het jaarbudget volgen de provinciaal coördinator en de casuscoördinatoren van de regio op. Vraag het aan hen.',
      ]);
    case 'jaar_onleesbaar':
      return saying('Dat jaar begrijp ik niet', [
        `“${refusal.typed.slice(0, 60)}” lees ik niet als een jaar. Schrijf bijvoorbeeld: /rugzak regio, /rugzak regio 2025 of /rugzak regio vorig jaar.`,
      ]);
    case 'datum_onleesbaar':
      return saying(
        'Die dag begrijp ik niet',
        [
          `“${refusal.typed.slice(0, 60)}” lees ik niet als een dag. Schrijf bijvoorbeeld: morgen, maandag, 7 maart of 7/3/2026.`,
        ],
        'normal',
        next('permanentie.tonen'),
      );
    case 'rugzak_vol':
      return saying('Dat past niet in de rugzak', [
        `Er is nog ${euro(refusal.vrij)} vrij. Vraag minder aan, of geef eerst vrij wat niet meer nodig is.`,
      ]);
    case 'verblijf_vol':
      return saying('Dat past niet in het deel voor verblijf', [
        `Voor verblijf is nog ${euro(refusal.vrij)} vrij: maar een deel van de rugzak mag naar verblijf. De rest kan naar ondersteuning of naar wat de context sterker maakt.`,
      ]);
    case 'jaarbudget_op':
      return saying(
        `Het jaarbudget ${refusal.jaar} van de regio volstaat niet`,
        [
          `Daarin is nog ${euro(refusal.vrij)} vrij. De aanvraag blijft wachten tot er iets vrijkomt of het budget verhoogd wordt.`,
        ],
        'normal',
        next('rugzak.regio'),
      );
    case 'na_einde_rugzak':
      return saying('De rugzak loopt dan niet meer', [
        `De hulp begint pas na ${date(refusal.einde)}, de laatste dag van de rugzak. Verleng eerst de rugzak, of vraag de hulp aan voor een vroegere periode.`,
      ]);
    case 'eigen_aanvraag':
      return saying('Je eigen aanvraag', ['Wie aanvraagt, keurt niet goed. Vraag een collega om te beslissen.']);
    case 'boven_mandaat':
      return saying('Boven wat jij kan beslissen', [
        refusal.mandaat === 0
          ? 'Over aanvragen beslis jij niet. Op de kaart staat wie het wel kan.'
          : `Jij kan tot ${euro(refusal.mandaat)} beslissen, goedkeuren of weigeren. Op de kaart staat wie over deze aanvraag beslist.`,
      ]);
    case 'aanvraag_al_beslist':
      return saying('Al beslist', [
        refusal.stand === 'ingetrokken'
          ? `${refusal.door} trok deze aanvraag in.`
          : `${refusal.door} ${refusal.stand === 'goedgekeurd' ? 'keurde deze aanvraag goed' : 'weigerde deze aanvraag'}.`,
      ]);
    case 'niet_goedgekeurd':
      return saying('Nog niet goedgekeurd', ['Op deze aanvraag kan pas iets gebeuren als ze goedgekeurd is.']);
    case 'meer_dan_vastgelegd':
      if (refusal.rest === 0)
        return saying('Niets meer te factureren', [
          'Alles van deze aanvraag is al gefactureerd of weer vrijgegeven. Komt er nog iets bij, vraag het dan apart aan.',
        ]);
      return saying('Meer dan goedgekeurd', [
        `Op deze aanvraag is nog ${euro(refusal.rest)} te factureren. Kijk het bedrag na, of vraag het verschil apart aan.`,
      ]);
    case 'al_betaald':
      return saying('Al betaald', [`${refusal.door} duidde deze factuur al aan als betaald.`]);
    case 'factuur_ingetrokken':
      return saying('Deze factuur geldt niet meer', ['Ze werd ingetrokken. Voer de juiste factuur in.']);
    case 'niets_vrij_te_geven':
      return saying('Niets om vrij te geven', ['Op deze aanvraag is niets meer te factureren.']);
    case 'al_gecorrigeerd':
      return saying('Al gecorrigeerd', ['Deze boeking werd al teruggedraaid.']);
    case 'niet_te_corrigeren':
      return saying('Dit draai je zo niet terug', ['Wil je het toch, dien dan een nieuwe aanvraag in.']);
    case 'alleen_goedkeuring_terug':
      return saying('Dit is aan de coördinatoren', [
        'Jij kan een eigen goedkeuring terugdraaien. Vraag het aanspreekpunt om een andere boeking terug te draaien.',
      ]);
    case 'bedrag_niet_meer_daar':
      return saying('Dat kan nu niet meer', [
        'Er gebeurde intussen iets anders mee. Draai eerst de latere boeking terug, of kijk het bedrag na.',
      ]);
    case 'zorgtafel_eerst_opnemen':
      return saying('Neem de casus eerst op', [
        'Een zorgtafel plan je voor een casus die je opnam: dan weet iedereen wie het aanspreekpunt is. Druk op “Opnemen”, en plan daarna.',
      ]);
    case 'zorgtafel_andere_uitkomst':
      return saying('De uitkomst is geen zorgtafel', [
        'De terugkoppeling zegt iets anders. Komt er toch een zorgtafel, verbeter dan eerst de terugkoppeling: kies “Er komt een zorgtafel”.',
      ]);
    case 'zorgtafel_loopt':
      return saying('Er loopt al een zorgtafel', [
        'Voor deze casus is een zorgtafel gepland. Verplaats die of zeg ze af; wie er later bij komt, nodig je gewoon uit. Wil je de casus teruggeven, draag ze dan over aan een collega.',
      ]);
    case 'zorgtafel_eerst_verslag':
      return saying(
        'De zorgtafel is al begonnen',
        [
          refusal.subject === null
            ? `${refusal.aanspreekpunt} noteert eerst hoe het was, of dat ze niet doorging. Bel even; daarna kan je dit opnieuw doen.`
            : 'Noteer eerst hoe het was, of dat ze niet doorging. De rest kan daarna.',
        ],
        'normal',
        refusal.subject === null ? [] : buttons(['zorgtafel.verslag'], refusal.subject),
      );
    case 'geen_zorgtafel':
      return saying('Nog geen zorgtafel', ['Voor deze casus is er nog geen. Plan er een op de kaart van de casus.']);
    case 'zorgtafel_voorbij':
      return saying(refusal.stand === 'afgelast' ? 'Deze zorgtafel gaat niet door' : 'Deze zorgtafel is voorbij', [
        'Er kan niets meer aan wijzigen. Op de kaart van de casus kan de coördinator een nieuwe plannen.',
      ]);
    case 'zorgtafel_al_vast':
      return saying('Het moment ligt al vast', ['Moet het toch anders, kies dan “Verplaatsen”.']);
    case 'zorgtafel_nog_niet_vast':
      return saying('Er ligt nog geen moment vast', ['Voeg een moment toe, of leg er een vast.']);
    case 'zorgtafel_nog_niet_gehouden':
      return saying('De zorgtafel moet nog beginnen', ['Het verslag kan je geven zodra ze begonnen is.']);
    case 'zorgtafel_moment_weg':
      return saying('Dat moment is er niet meer bij', ['De lijst werd intussen gewijzigd. Kijk op de kaart van nu.']);
    case 'zorgtafel_moment_voorbij':
      return saying('Dat moment is voorbij', ['Kies een later moment, of voeg er een toe.']);
    case 'zorgtafel_past_niet':
      return saying('Zo kan het niet zonder reden', [
        'Iemand die er moet bij zijn kan niet, of antwoordde niet. Kies “Zelf vastleggen” en schrijf waarom het toch zo kan.',
      ]);
    case 'zorgtafel_vol':
      return saying('Er zijn al vijf momenten', ['Leg een van de vijf vast, of wacht tot er een voorbij is.']);
    case 'zorgtafel_zonder_ouders':
      return saying('Waarom zonder de ouders?', ['Er was geen ouder bij: schrijf kort waarom.']);
    case 'niet_meer_genodigd':
      return saying('Niet meer uitgenodigd', ['Deze uitnodiging werd ingetrokken of ging naar iemand anders.']);
    case 'al_genodigd':
      return saying('Al uitgenodigd', [`${refusal.naam} staat al op de lijst.`]);
    case 'tafel_vol':
      return saying('De tafel zit vol', [
        `Meer dan ${refusal.aantal} mensen kan niet. Haal eerst iemand van de lijst.`,
      ]);
    case 'coordinator_blijft':
      return saying('De casuscoördinator blijft', [
        'Iemand anders? Draag de casus over; de plaats aan tafel gaat mee.',
      ]);
    case 'geen_expert_over':
      return saying('Er is geen expert meer over', [
        'Iedereen uit de pool werd gevraagd, is afwezig of al bezet, of werkt bij de aanmelder. Voeg zelf iemand toe, of vraag het aan de provinciaal coördinator.',
      ]);
    case 'rugzak_niet_gestart':
      return saying('Nog niet gestart', [
        'Verlengen kan pas als de eerste hulp gestart is. Vul eerst in wanneer dat was.',
      ]);
    case 'al_verlengd':
      return saying('Al verlengd', [
        `${refusal.door} verlengde deze rugzak al. Kijk eerst op de rugzak wat het nieuwe einde is.`,
      ]);
    case 'geen_verlenging_meer':
      return saying('Niet meer te verlengen', [
        `${refusal.aantal === 0 ? 'Deze rugzak kan niet verlengd worden' : `Deze rugzak is al ${refusal.aantal === 1 ? 'één keer' : `${refusal.aantal} keer`} verlengd, meer kan niet`}. Regel het vervolg met het reguliere aanbod.`,
      ]);
    case 'verlenging_voorbij':
      return saying('Te laat om te verlengen', [
        `Ook verlengd was de rugzak al voorbij op ${date(refusal.einde)}. Klopt de start van de eerste hulp niet, pas die dan aan; regel anders het vervolg met het reguliere aanbod.`,
      ]);
    case 'verlenging_weg':
      return saying('Die verlenging is er niet meer', [
        'Ze werd al teruggenomen, of er kwam een nieuwe. Kijk in de rugzak hoe het nu is.',
      ]);
    case 'rugzak_vraag_beantwoord':
      return saying('Al beantwoord', [
        'Op deze vraag kwam al een antwoord; het staat op de kaart van de aanvraag. Er hoeft niets meer te gebeuren.',
      ]);
    case 'bewijs_al_bezorgd':
      return saying('Al bezorgd', [`${refusal.door} duidde dit bewijs al aan als bezorgd.`]);
    case 'rugzak_eerst_opnemen':
      return saying('Eerst opnemen', ['Neem de casus eerst op; daarna kan je rugzakmiddelen aanvragen.']);
    case 'al_aangevraagd':
      return saying('Al verstuurd', ['Deze aanvraag is er al. Wie mag beslissen, kreeg ze.'], 'normal', [
        { type: 'buttons', buttons: [button('rugzak.aanvraag', refusal.subject)] },
      ]);
    case 'aanvraag_concept_weg':
      return saying(
        'Dit formulier is er niet meer',
        [
          'De aanvraag werd al verstuurd, of het formulier is ouder dan 48 uur. Begin zo nodig opnieuw bij “Rugzak” op de kaart van de casus.',
        ],
        'normal',
        next('rugzak.lijst', 'casus.lijst'),
      );
    case 'factuur_bestaat_al':
      return saying('Deze factuur staat er al', [
        'Op deze aanvraag is al een factuur met dat nummer ingevoerd. Kijk het nummer na.',
      ]);
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
