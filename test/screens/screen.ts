import type { Locator } from 'playwright-core';
import type { Card } from '../../cards/card.ts';
import { cardOf } from '../../cards/card-of.ts';
import type { View } from '../../src/view.ts';

/** One screen to draw. `place`: where Slack shows it; Teams shows everything in the conversation. */
export type Screen = { name: string; card: Card; place: 'message' | 'modal' | 'home' };

/** Pixels of a picture for each pixel of the screen: sharp letters, still small with a palette. */
export const pictureScale = 2;

export type Look = { width: 'wide' | 'narrow'; theme: 'light' | 'dark' };

/** Screens that stand drawn in a browser. */
export type Drawing = {
  pictureOf(name: string): Locator;
  /** Per screen, what does not fit sideways. */
  sticksOut(): Promise<Record<string, string>>;
};

/** Views of one kind, as `npm run screens` and a scenario give them. */
export function screenOf([name, view]: readonly [name: string, view: View]): Screen {
  const card = cardOf(view);
  const place = view.view === 'mijn_werk' ? 'home' : card.form === undefined ? 'message' : 'modal';
  return { name, card, place };
}
