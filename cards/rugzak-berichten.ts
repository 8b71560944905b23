import type { RugzakMeldingView, RugzakTermijnView, RugzakViews } from '../src/rugzak/rugzak-view.ts';
import type { Card, Part } from './card.ts';
import { komendeText, kwartaalText } from './rugzak.ts';
import { button, buttons, categorieen, date, euro, facts, shortDate, text } from './words.ts';

/** A date of the rugzak that comes near or went by [B2, B5, B7]. */
export function rugzakTermijnCard(view: RugzakTermijnView): Card {
  const { klok, referentie } = view;
  const title = view.afgehandeld
    ? `Rugzak ${referentie}`
    : `${klok.voorbij ? 'Te laat' : 'Herinnering'}: rugzak ${referentie}`;
  if (view.afgehandeld)
    return { title, summary: title, parts: [text('Dit is afgehandeld.', 'good'), ...buttons(view.mag, view.casusId)] };
  return {
    title,
    summary: title,
    parts: [
      text(`${komendeText(klok)}.`, klok.voorbij ? 'danger' : 'warning', true),
      ...facts([['Bedrag', view.cents !== null && euro(view.cents)]]),
      text(advice[klok.soort]),
      {
        type: 'buttons',
        buttons: view.mag.map((a) => button(a, a === 'rugzak.betaald' ? view.subject : view.casusId)),
      },
    ],
  };
}

const advice: Record<RugzakTermijnView['klok']['soort'], string> = {
  rugzak_einde:
    'Na die dag kan er geen hulp meer uit de rugzak betaald worden. Rond af, regel het reguliere aanbod, of verleng met een beslissing.',
  a_document:
    'Een aanvraag met een A-document vraagt 30 werkdagen. Dien ze op tijd in, zodat het kind niet tussen twee oplossingen valt.',
  factuur: 'Facturen worden binnen de maand betaald. Duid aan zodra het gebeurd is.',
  bewijs: 'Bewijzen gaan naar de toegangspoort in het kwartaal na de hulp. Duid aan wat bezorgd is.',
};

const percent = (basispunten: number) => `${(basispunten / 100).toString().replace('.', ',')} %`;

/** What happened, what it means, what can be done [B9]. */
export function rugzakMeldingCard(view: RugzakMeldingView): Card {
  const title = `Rugzak ${view.referentie}: drempel bereikt`;
  const over = view.gekruist.filter((g) => g.nog);
  const full = over.some((g) => g.gebonden >= g.maximum);
  return {
    title,
    summary: title,
    parts: [
      ...view.gekruist.map((g) => {
        const what = g.plafond === 'totaal' ? 'de rugzak' : 'het deel voor verblijf';
        return g.nog
          ? text(
              `${percent(g.drempel)} van ${what} is vastgelegd of uitgegeven: ${euro(g.gebonden)} van ${euro(g.maximum)}.`,
              g.gebonden >= g.maximum ? 'danger' : 'warning',
              true,
            )
          : text(`${percent(g.drempel)} van ${what} was bereikt; nu is er weer meer vrij.`, 'good');
      }),
      text(
        `Er blijft ${euro(Math.max(0, view.vrij.totaal))} vrij, waarvan hoogstens ${euro(Math.max(0, view.vrij.verblijf))} voor verblijf. Wat meer vraagt, wordt geweigerd.`,
      ),
      text(
        full
          ? 'Geef vrij wat niet meer nodig is, of regel het vervolg met het reguliere aanbod.'
          : 'Bekijk of het plan nog past bij wat overblijft, en geef vrij wat niet meer nodig is.',
      ),
      ...buttons(view.mag, view.casusId),
    ],
  };
}

const phases = { aangevraagd: 'gevraagd', vastgelegd: 'vastgelegd', gefactureerd: 'gefactureerd', betaald: 'betaald' };

/** The ledger: the newest lines, each with a way back [B1]. */
export function rugzakBoekingenCard(view: Extract<RugzakViews, { view: 'rugzak_boekingen' }>): Card {
  const title = `Boekingen ${view.referentie}`;
  const back = view.mag.includes('rugzak.corrigeren');
  const name = (phase: keyof typeof phases | null) => (phase === null ? '–' : phases[phase]);
  return {
    title,
    summary: title,
    parts: [
      ...(view.regels.eerste.length === 0 ? [text('Er is nog niets geboekt.', 'subtle')] : []),
      ...view.regels.eerste.flatMap((r): Part[] => [
        text(
          `${shortDate(r.datum)}, ${categorieen[r.categorie]}: ${euro(r.cents)}, ${name(r.van)} → ${name(r.naar)}, ${r.door}${r.correctie ? ' (correctie)' : ''}`,
        ),
        ...(r.terug && back ? [{ type: 'buttons' as const, buttons: [button('rugzak.corrigeren', r.subject)] }] : []),
      ]),
      ...(view.regels.nogMeer > 0
        ? [
            text(
              `En nog ${view.regels.nogMeer} ${view.regels.nogMeer === 1 ? 'oudere boeking' : 'oudere boekingen'}.`,
              'subtle',
            ),
          ]
        : []),
      text('Terugdraaien schrapt niets: er komt een boeking bij die de eerste opheft.', 'subtle'),
      ...buttons(view.mag.includes('rugzak.tonen') ? ['rugzak.tonen'] : [], view.casusId),
    ],
  };
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
        ? [text('Er is nog geen betaalde hulp, dus zijn er nog geen bewijzen te bezorgen.', 'subtle')]
        : []),
      ...view.kwartalen.flatMap((k): Part[] => {
        const missing = k.regels.filter((r) => r.bezorgdDoor === null).length;
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
              `${categorieen[r.categorie]}, ${r.aanbieder}${r.bezorgdDoor ? `: bezorgd, ${r.bezorgdDoor}` : ''}`,
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
      ...buttons(view.mag.includes('rugzak.tonen') ? ['rugzak.tonen'] : [], view.casusId),
    ],
  };
}
