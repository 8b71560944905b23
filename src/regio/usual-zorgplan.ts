import type { LadderStep } from './region.ts';

/**
 * What a region gets that says nothing about a zorgplan that is not begun after the table, or not recorded: asked once,
 * then the colleagues hear of it [T7, Z1]. Each on a working day, at 9 h.
 */
export const usualZorgplanLadder: LadderStep[] = [
  { na: 'P1W', soort: 'herinnering', aan: 'aanspreekpunt' },
  { na: 'P2W', soort: 'escalatie', aan: 'coordinatoren' },
];
