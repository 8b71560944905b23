import type { Button, Part } from '../../cards/card.ts';
import { buttonRows, inputBlocks } from './form-blocks.ts';
import { limits } from './limits.ts';
import type { Picture } from './pictures.ts';
import { type Block, contextBlock, section } from './pieces.ts';
import { isCut, type Title, textBlocks } from './text-blocks.ts';

/** How many blocks and characters one message or view may hold. */
export type Budget = { blocks: number; characters: number };
/** Its place among the buttons of a card, far from every other. */
const wholeIndex = 1_000;
const shortened = 'Ingekort: dit is te lang om hier helemaal te tonen.';

/** `all`: nothing had to be left out or cut. */
export type Fitted = { blocks: Block[]; all: boolean };

/**
 * Draws the parts that fit. What a person needs to go on (buttons, inputs) is set aside first; texts
 * share what is left, in order. `whole`: button that shows all of it, drawn when something does not fit.
 */
export function fitBlocks(
  parts: (Part | Title | Picture)[],
  footer: Block[],
  budget: Budget,
  dispatch: boolean,
  whole?: Button,
): Fitted {
  let buttonCount = 0;
  const kept = new Map<Part | Title | Picture, Block[]>();
  for (const part of parts) {
    if (part.type === 'input') kept.set(part, inputBlocks(part, dispatch));
    if (part.type === 'buttons') {
      const buttons = part.buttons.slice(0, Math.max(0, limits.buttons - buttonCount));
      kept.set(part, buttonRows(buttons, buttonCount));
      buttonCount += part.buttons.length;
    }
  }
  const note = [contextBlock(shortened), ...buttonRows(whole ? [whole] : [], wholeIndex)];
  const reserved = [...[...kept.values()].flat(), ...footer, ...note];
  let blocksLeft = budget.blocks - reserved.length;
  let charactersLeft = budget.characters - costOf(reserved);

  const result: Block[] = [];
  let leftOut = buttonCount > limits.buttons;
  for (const part of parts) {
    const own = kept.get(part);
    if (own !== undefined) {
      result.push(...own);
      continue;
    }
    leftOut ||= isCut(part, charactersLeft);
    for (const block of textBlocks(part, charactersLeft)) {
      const cost = costOf([block]);
      if (blocksLeft < 1 || cost > charactersLeft) {
        leftOut = true;
        break;
      }
      result.push(block);
      blocksLeft -= 1;
      charactersLeft -= cost;
    }
  }
  // An actions row with nothing above it, or nothing at all, is refused or reads as a mistake.
  if (result.length === 0 && footer.length === 0) result.push(section('–', limits.text));
  return { blocks: [...result, ...(leftOut ? note : []), ...footer], all: !leftOut };
}

/** Characters that count, plus something for every piece around them. */
function costOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let cost = 0;
  if (Array.isArray(value)) for (const item of value) cost += costOf(item);
  else {
    // Without a list of entries made for every piece: this is done for all that is ever shown.
    const fields = value as Record<string, unknown>;
    for (const key in fields) cost += key === 'type' ? limits.blockOverhead : costOf(fields[key]);
  }
  return cost;
}
