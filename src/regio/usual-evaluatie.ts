import type { DagStap } from './region.ts';

/** The ladder of an evaluation in a region that says nothing about it [Z2]: asked ahead, then who has to know it is late. */
export const usualEvaluatie: DagStap[] = [
  { voor: 'P2W', soort: 'herinnering', aan: 'aanspreekpunt' },
  { voor: 'P3D', soort: 'herinnering', aan: 'aanspreekpunt' },
  { na: 'P1D', soort: 'escalatie', aan: 'aanspreekpunt' },
  { na: 'P3D', soort: 'escalatie', aan: 'coordinatoren' },
  { na: 'P1W', soort: 'escalatie', aan: 'provinciaal' },
];
