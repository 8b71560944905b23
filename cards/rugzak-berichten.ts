import type { ActionId } from '../src/actions.ts';
import { basispuntenVan } from '../src/rugzak/bedrag.ts';
import type {
  RugzakMeldingView,
  RugzakTermijnView,
  RugzakVerlengingView,
  RugzakViews,
} from '../src/rugzak/rugzak-view.ts';
import type { Card, Part } from './card.ts';
import { komendeText, kwartaalText, nietMeerBinnenParts } from './rugzak.ts';
import { bladeren, categorieNamen, procent, verblijfErna } from './rugzak-woorden.ts';
import { button, buttons, date, euro, facts, text } from './words.ts';

/** A date of the rugzak that comes near or went by [B2, B5, B7]. */
export function rugzakTermijnCard(view: RugzakTermijnView): Card {
  const { klok, referentie } = view;
  const title = view.afgehandeld
    ? `Rugzak ${referentie}`
    : `${klok.voorbij && klok.soort !== 'rugzak_start' ? 'Te laat' : 'Herinnering'}: rugzak ${referentie}`;
  if (view.afgehandeld)
    return {
      title,
      summary: title,
      parts: [text(settled(view), view.nu ? 'normal' : 'good'), ...buttons(view.mag, view.casusId)],
    };
  return {
    title,
    summary: title,
    parts: [
      text(`${komendeText(klok)}.`, klok.voorbij ? 'danger' : 'warning', true),
      ...facts([
        [view.hulp ? 'Nog te factureren' : 'Bedrag', view.cents !== null && euro(view.cents)],
        ['Hulp', view.hulp && `tot en met ${date(view.hulp.tot)}`],
        ['Bewijzen bezorgen', view.hulp && `tegen ${date(view.hulp.bewijzenTegen)}`],
        ['Aanspreekpunt', view.aanspreekpunt],
      ]),
      ...(view.beeindigd ? [text('De casus is afgelopen.')] : []),
      text(adviceFor(view)),
      ...(view.verblijf ? [text(verblijfErna)] : []),
      {
        type: 'buttons',
        buttons: view.mag.map((a) => button(a, aboutOne.includes(a) ? view.subject : view.casusId)),
      },
    ],
  };
}

const aboutOne: readonly ActionId[] = ['rugzak.betaald', 'rugzak.factuur', 'rugzak.vrijgeven'];

/** What to do, by whoever can: only what the reader has a button for is asked of them. */
function adviceFor({ klok: { soort }, mag, aanspreekpunt, werkdagen }: RugzakTermijnView): string {
  if (soort === 'factuur' && !mag.includes('rugzak.betaald'))
    return `Facturen worden binnen de maand betaald. Vraag ${aanspreekpunt} om te betalen, en aan te duiden dat het gebeurd is.`;
  if (soort === 'a_document' && !mag.includes('rugzak.stappen'))
    return `Vraag ${aanspreekpunt} of het A-document ingediend is, en om dat te noteren. Zonder valt het kind tussen twee oplossingen.`;
  if (soort === 'rugzak_start' && !mag.includes('rugzak.starten'))
    return `Zonder start loopt er geen termijn en waarschuwt de bot niet voor het einde. Vraag ${aanspreekpunt} om te noteren wanneer de eerste hulp begon.`;
  if (soort === 'te_factureren' && !mag.includes('rugzak.vrijgeven'))
    return `Zolang er geen factuur is, blijft dit bedrag vastliggen op de rugzak en op het jaarbudget. Vraag ${aanspreekpunt} om de factuur op te vragen, of om de rest vrij te geven.`;
  if (soort === 'rugzak_einde' && !mag.includes('rugzak.verlengen'))
    return 'Na die dag kan er geen hulp meer uit de rugzak betaald worden. Rond af, en regel het vervolg met het reguliere aanbod.';
  if (soort === 'a_document')
    return `Een aanvraag met een A-document vraagt hier ${werkdagen} werkdagen. Dien ze op tijd in, zodat het kind niet tussen twee oplossingen valt.`;
  return advice[soort];
}

const advice: Record<Exclude<RugzakTermijnView['klok']['soort'], 'a_document'>, string> = {
  rugzak_start:
    'Noteer op welke dag de eerste hulp begon: vanaf dan loopt de termijn van de rugzak en waarschuwt de bot voor het einde. Begon ze nog niet, noteer het dan zodra het zover is.',
  rugzak_einde:
    'Na die dag kan er geen hulp meer uit de rugzak betaald worden. Rond af, regel het reguliere aanbod, of verleng met een beslissing.',
  te_factureren:
    'Komt er nog een factuur, vraag ze dan op en noteer ze zodra ze er is. Komt er geen meer, geef dan de rest vrij: tot dan blijft het bedrag vastliggen op de rugzak en op het jaarbudget.',
  factuur: 'Facturen worden binnen de maand betaald. Duid aan zodra het gebeurd is.',
  bewijs: 'Bewijzen gaan naar de toegangspoort in het kwartaal na de hulp. Duid aan wat bezorgd is.',
};

/** Why nothing has to be done any more. */
function settled({ klok: { soort, wat }, nu }: RugzakTermijnView): string {
  switch (soort) {
    case 'rugzak_start':
      if (nu) return `Deze herinnering is voorbij: de eerste goedgekeurde hulp begint nu op ${date(nu)}.`;
      return 'Deze herinnering is voorbij: de start van de eerste hulp is bekend, of er is niets meer om te starten.';
    case 'rugzak_einde':
      return 'Deze herinnering is voorbij: de rugzak heeft een ander einde, of de casus is afgelopen.';
    case 'a_document':
      if (nu) return `Deze herinnering is voorbij: het A-document moet nu ingediend zijn tegen ${date(nu)}.`;
      return 'Deze herinnering is voorbij: het A-document is ingediend, of het is niet meer nodig.';
    case 'te_factureren':
      return `Van ${wat ?? ''} is niets meer te factureren: alles is gefactureerd of vrijgegeven.`;
    case 'factuur':
      return `Factuur ${wat ?? ''} staat niet meer open: ze is betaald of ingetrokken.`;
    case 'bewijs':
      return `De bewijzen van ${kwartaalText(wat ?? '')} zijn in orde.`;
    default:
      throw new Error(soort satisfies never);
  }
}

/** The rugzak lasts longer, or after all it does not [B2]. */
export function rugzakVerlengingCard(view: RugzakVerlengingView): Card {
  const extended = view.wat === 'verlengd';
  const title = `Rugzak ${view.referentie}: ${extended ? 'verlengd' : 'verlenging teruggenomen'}`;
  const lines = {
    verlengd: `${view.door} verlengde de rugzak.`,
    teruggenomen: `${view.door} nam een verlenging terug.`,
    intussen_teruggenomen: `${view.door} verlengde de rugzak; die verlenging is intussen teruggenomen.`,
  };
  return {
    title,
    summary: title,
    parts: [
      text(lines[view.wat], extended ? 'good' : 'warning', true),
      ...facts([
        ['Loopt nu tot en met', view.einde && date(view.einde)],
        ['Reden', view.reden],
        ['Aanspreekpunt', view.aanspreekpunt],
      ]),
      ...nietMeerBinnenParts(view),
      {
        type: 'buttons',
        buttons: view.mag.map((a) =>
          button(a, a === 'rugzak.verlenging_terug' ? `${view.casusId}/${view.aantal}` : view.casusId),
        ),
      },
    ],
  };
}

/** What happened, what it means, what can be done [B9]. */
export function rugzakMeldingCard(view: RugzakMeldingView): Card {
  const over = view.gekruist.filter((g) => g.nog);
  const title = `Rugzak ${view.referentie}: ${over.length > 0 ? 'drempel bereikt' : 'niet meer zo'}`;
  const full = over.some((g) => g.gebonden >= g.maximum);
  return {
    title,
    summary: title,
    parts: [
      ...view.gekruist.map((g) => {
        const what = g.plafond === 'totaal' ? 'de rugzak' : 'het deel voor verblijf';
        // The share of now, which the amounts beside it are of; the threshold is what it was about.
        const now = `Van ${what} is ${euro(g.gebonden)} van de ${euro(g.maximum)} vastgelegd (${procent(basispuntenVan(g.gebonden, g.maximum))})`;
        return g.nog
          ? text(
              `${now}: de drempel van ${procent(g.drempel)} is bereikt.`,
              g.gebonden >= g.maximum ? 'danger' : 'warning',
              true,
            )
          : text(`${now}: de drempel van ${procent(g.drempel)} was bereikt, maar nu is er weer meer vrij.`, 'good');
      }),
      ...facts([['Aanspreekpunt', view.aanspreekpunt]]),
      text(rest(view.vrij)),
      ...(over.length === 0
        ? []
        : [
            text(
              view.magVrijgeven
                ? full
                  ? 'Geef vrij wat niet meer nodig is, of regel het vervolg met het reguliere aanbod.'
                  : 'Bekijk of het plan nog past bij wat overblijft, en geef vrij wat niet meer nodig is.'
                : `Vraag ${view.aanspreekpunt} om vrij te geven wat niet meer nodig is${full ? ', of om het vervolg met het reguliere aanbod te regelen' : ''}.`,
            ),
            ...view.vrijTeGeven.flatMap((a): Part[] => [
              text(`${categorieNamen[a.categorie]}, ${a.aanbieder}: nog ${euro(a.cents)} te factureren`),
              { type: 'buttons', buttons: [button('rugzak.vrijgeven', a.subject)] },
            ]),
          ]),
      ...buttons(view.mag, view.casusId),
    ],
  };
}

function rest({ totaal, verblijf }: RugzakMeldingView['vrij']): string {
  if (totaal <= 0) return 'Er is niets meer vrij: wat nog gevraagd wordt, wordt geweigerd.';
  const stay = verblijf > 0 ? `waarvan hoogstens ${euro(verblijf)} voor verblijf` : 'maar niets meer voor verblijf';
  return `Er blijft ${euro(totaal)} vrij, ${stay}. Wat meer vraagt, wordt geweigerd.`;
}

/** Proofs by quarter: what is missing, and a press for what was sent [B7]. */
export function rugzakBewijzenCard(view: Extract<RugzakViews, { view: 'rugzak_bewijzen' }>): Card {
  const title = `Bewijzen ${view.referentie}`;
  const may = view.mag.includes('rugzak.bezorgd');
  return {
    title,
    summary: title,
    parts: [
      ...(view.kwartalen.length === 0
        ? [text('Er is nog geen factuur, dus zijn er nog geen bewijzen te bezorgen.', 'subtle')]
        : []),
      ...view.kwartalen.flatMap((k): Part[] => {
        const missing = k.ontbreekt;
        const line =
          missing === 0
            ? 'Alles is bezorgd.'
            : `${missing === 1 ? '1 bewijs ontbreekt' : `${missing} bewijzen ontbreken`}, te bezorgen tegen ${date(k.tegen)}${k.teLaat ? ': te laat' : k.voorbij ? '' : ' (het kwartaal loopt nog)'}.`;
        const name = kwartaalText(k.kwartaal);
        return [
          { type: 'heading', text: `${name[0]?.toUpperCase()}${name.slice(1)}` },
          text(line, missing === 0 ? 'good' : k.teLaat ? 'danger' : 'normal'),
          ...k.regels.flatMap((r): Part[] => [
            text(
              `${categorieNamen[r.categorie]}, ${r.aanbieder}${r.bezorgdDoor ? `: bezorgd, ${r.bezorgdDoor}` : r.opnieuw ? ': er werd daarna nog iets betaald, bezorg ook daarvan het bewijs' : ''}`,
              r.bezorgdDoor ? 'good' : 'normal',
            ),
            ...(may
              ? [
                  {
                    type: 'buttons' as const,
                    buttons: [
                      r.bezorgdDoor
                        ? button('rugzak.bezorgd', `${r.subject}/nee`, 'Toch niet bezorgd')
                        : button('rugzak.bezorgd', r.subject),
                    ],
                  },
                ]
              : []),
          ]),
        ];
      }),
      ...bladeren(view, 'rugzak.bewijzen', view.casusId),
      ...buttons(view.mag.includes('rugzak.tonen') ? ['rugzak.tonen'] : [], view.casusId),
    ],
  };
}
