import type { Part } from '../../cards/card.ts';
import { buttonRows, inputBlocks } from './form-blocks.ts';
import { limits } from './limits.ts';
import { type Block, contextBlock, section } from './pieces.ts';
import { type Title, textBlocks } from './text-blocks.ts';

/** How many blocks and characters one message or view may hold. */
export type Budget = { blocks: number; characters: number };
const shortened = 'Ingekort: dit is te lang om hier helemaal te tonen.';

/**
 * Draws the parts that fit. What a person needs to go on (buttons, inputs) is set aside first; texts
 * share what is left, in order.
 */
export function fitBlocks(parts: (Part | Title)[], footer: Block[], budget: Budget, dispatch: boolean): Block[] {
  let buttonCount = 0;
  const kept = new Map<Part | Title, Block[]>();
  for (const part of parts) {
    if (part.type === 'input') kept.set(part, inputBlocks(part, dispatch));
    if (part.type === 'buttons') {
      const buttons = part.buttons.slice(0, Math.max(0, limits.buttons - buttonCount));
      kept.set(part, buttonRows(buttons, buttonCount));
      buttonCount += part.buttons.length;
    }
  }
  const note = contextBlock(shortened);
  const reserved = [...[...kept.values()].flat(), ...footer, note];
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
  return [...result, ...(leftOut ? [note] : []), ...footer];
}

/** Characters that count, plus something for every piece around them. */
function costOf(value: unknown): number {
  if (typeof value === 'string') return value.length;
  if (typeof value !== 'object' || value === null) return 0;
  let cost = 0;
  if (Array.isArray(value)) for (const item of value) cost += costOf(item);
  else for (const [key, item] of Object.entries(value)) cost += key === 'type' ? limits.blockOverhead : costOf(item);
  return cost;
}
