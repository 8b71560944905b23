import type { View } from '../src/view.ts';
import type { Card } from './card.ts';

/** The card for a view. Pure: the same view always gives the same card. */
export declare function cardOf(view: View): Card;
