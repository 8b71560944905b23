import type { AanvraagStap, Region } from './region.ts';

/** What a region gets that says nothing about how long a request for means may wait [S16]. */
export const usualAanvraag: { termijn: string; ladder: AanvraagStap[] } = {
  termijn: 'P5D',
  // Whoever may decide is asked again; once it is late the contact hears it too, who can ring them [A3].
  ladder: [
    { na: 'P2D', soort: 'herinnering', aan: 'beslissers' },
    { na: 'P5D', soort: 'escalatie', aan: 'beslissers' },
    { na: 'P5D', soort: 'escalatie', aan: 'aanspreekpunt' },
    { na: 'P10D', soort: 'escalatie', aan: 'beslissers' },
  ],
};

/** The policy of a region, also of one that was applied before these keys existed. */
export const aanvraagBeleid = ({ termijnen, ladder }: Pick<Region, 'termijnen' | 'ladder'>) => ({
  termijn: termijnen.aanvraag ?? usualAanvraag.termijn,
  ladder: ladder.aanvraag ?? usualAanvraag.ladder,
});
