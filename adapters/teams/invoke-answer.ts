import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { cardType } from './activity-of.ts';

/** What a pressed `Action.Execute` gets back: a card in place of the pressed one, or a sentence with it. */
export type InvokeAnswer =
  | { statusCode: 200; type: typeof cardType; value: IAdaptiveCard }
  | { statusCode: 200; type: 'application/vnd.microsoft.activity.message'; value: string };

export const cardAnswer = (card: IAdaptiveCard): InvokeAnswer => ({ statusCode: 200, type: cardType, value: card });

/** Leaves the card and what is filled in as it is. An empty sentence shows nothing. */
export const sentenceAnswer = (text: string): InvokeAnswer => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: text,
});
