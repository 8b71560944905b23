import type { BoekingRegel, RugzakViews } from '../src/rugzak/rugzak-view.ts';
import type { Card, Part } from './card.ts';
import { bladeren, categorieNamen } from './rugzak-woorden.ts';
import { button, buttons, euro, shortDate, text } from './words.ts';

/** The ledger, a page of lines at a time, each with a way back [B1]. */
export function rugzakBoekingenCard(view: Extract<RugzakViews, { view: 'rugzak_boekingen' }>): Card {
  const title = `Boekingen ${view.referentie}`;
  const back = view.mag.includes('rugzak.corrigeren');
  return {
    title,
    summary: title,
    parts: [
      ...(view.regels.length === 0 ? [text('Er is nog niets geboekt.', 'subtle')] : []),
      ...view.regels.flatMap((r): Part[] => [
        text(boekingText(r), r.teruggedraaid ? 'subtle' : 'normal'),
        ...(r.terug && back ? [{ type: 'buttons' as const, buttons: [button('rugzak.corrigeren', r.subject)] }] : []),
      ]),
      ...bladeren(view, 'rugzak.boekingen', view.casusId),
      text('Terugdraaien schrapt niets: er komt een boeking bij die de eerste opheft.', 'subtle'),
      ...buttons(view.mag.includes('rugzak.tonen') ? ['rugzak.tonen'] : [], view.casusId),
    ],
  };
}

/** A line of the ledger as a sentence: what happened to how much, who did it, and for what. */
function boekingText(r: BoekingRegel): string {
  const { done, noun } = r.correctie ? words(r, r.naar, r.van) : words(r, r.van, r.naar);
  const what = r.correctie
    ? `${noun} van ${euro(r.cents)} teruggedraaid door ${r.door}`
    : `${euro(r.cents)} ${done} door ${r.door}`;
  const purpose = [categorieNamen[r.categorie].toLowerCase(), r.aanbieder].filter(Boolean).join(', ');
  return `${shortDate(r.datum)}: ${what} (${purpose})${r.teruggedraaid ? ', intussen teruggedraaid' : ''}`;
}

/** What a move from one phase to another is called: done, and as a thing that was done. */
function words(
  { factuur, geweigerd, betaaldOp }: BoekingRegel,
  van: BoekingRegel['van'],
  naar: BoekingRegel['naar'],
): { done: string; noun: string } {
  const invoice = factuur === null ? 'factuur' : `factuur ${factuur}`;
  switch (naar) {
    case 'aangevraagd':
      return { done: 'aangevraagd', noun: 'aanvraag' };
    case 'vastgelegd':
      return { done: 'goedgekeurd', noun: 'goedkeuring' };
    case 'gefactureerd':
      return { done: `gefactureerd (${invoice}), genoteerd`, noun: `${invoice}` };
    case 'betaald':
      return {
        done: `betaald${betaaldOp ? ` op ${shortDate(betaaldOp)}` : ''} (${invoice}), genoteerd`,
        noun: `betaling van ${invoice}`,
      };
    case null:
      if (van === 'vastgelegd') return { done: 'vrijgegeven', noun: 'vrijgave' };
      return geweigerd ? { done: 'geweigerd', noun: 'weigering' } : { done: 'ingetrokken', noun: 'intrekking' };
    default:
      throw new Error(naar satisfies never);
  }
}
