import type { IAdaptiveCard } from '@microsoft/teams.cards';
import { shorten } from './plain-text.ts';

export const cardType = 'application/vnd.microsoft.card.adaptive';

/** A message as the bot sends it. */
export type OutgoingActivity =
  | { type: 'message'; summary: string; attachments: [{ contentType: typeof cardType; content: IAdaptiveCard }] }
  | { type: 'message'; text: string; textFormat: 'plain' };

/** `summary` is what a push notification shows instead of the card [S9]. */
export const activityOf = (card: IAdaptiveCard, summary: string): OutgoingActivity => ({
  type: 'message',
  summary: shorten(summary, 200),
  attachments: [{ contentType: cardType, content: card }],
});

export const textActivity = (text: string): OutgoingActivity => ({ type: 'message', text, textFormat: 'plain' });
