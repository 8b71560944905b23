import type { LadderStep, Region } from './region.ts';

/** What a region gets that says nothing about the 48 hours of a zorgtafel [T1]. */
export const usualZorgtafelLadder: LadderStep[] = [
  { na: 'PT24H', soort: 'herinnering', aan: 'aanspreekpunt' },
  { na: 'PT40H', soort: 'herinnering', aan: 'aanspreekpunt' },
  { na: 'PT44H', soort: 'escalatie', aan: 'coordinatoren' },
  { na: 'PT48H', soort: 'escalatie', aan: 'provinciaal' },
];

/** The policy of a region, also of one that was applied before these keys existed. */
export const zorgtafelBeleid = ({ termijnen, ladder }: Pick<Region, 'termijnen' | 'ladder'>) => ({
  duur: termijnen.zorgtafel,
  stopt: termijnen.zorgtafelStopt ?? 'gepland',
  ladder: ladder.zorgtafel ?? usualZorgtafelLadder,
});
