import type { Deelnemer } from '../zorgtafel/zorgtafel.ts';

/** What an invitation to a zorgtafel can say. */
export const tafelVelden = [
  'referentie',
  'samenroeper',
  'wanneer',
  'waar',
  'duur',
  'boodschap',
  'reden',
  'leeftijd',
  'signalen',
  'expertVraag',
] as const;

export type TafelVeld = (typeof tafelVelden)[number];

/** In what quality somebody reads an invitation. `doorgever`: invites somebody without chat [T4]. */
export type TafelRol = 'genodigde' | 'expert' | 'doorgever' | 'geen';

const gewoon: readonly TafelVeld[] = ['referentie', 'samenroeper', 'wanneer', 'waar', 'duur', 'boodschap', 'reden'];

/**
 * Role × field: the one table of what somebody who is asked to a zorgtafel may read of the case [S8]. Nothing of what
 * the aanmelder wrote is in it: the coordinator decides what the invited hear, in words of their own. An expert
 * reads how old the child is, which signals there are and what is asked, to judge whether they can help [T5].
 * Who was replaced or taken off the list keeps the reference only.
 */
export const zichtbaar: Readonly<Record<TafelRol, readonly TafelVeld[]>> = {
  genodigde: gewoon,
  expert: [...gewoon, 'leeftijd', 'signalen', 'expertVraag'],
  doorgever: gewoon,
  geen: ['referentie'],
};

/** What somebody is for a seat at the table. */
export function tafelRol(d: Pick<Deelnemer, 'soort' | 'stand' | 'persoonId' | 'via'>, lezer: string): TafelRol {
  if (d.stand === 'vervangen' || d.stand === 'verwijderd') return 'geen';
  if (d.persoonId === null) return d.via === lezer ? 'doorgever' : 'geen';
  if (d.persoonId !== lezer) return 'geen';
  return d.soort === 'expert' ? 'expert' : 'genodigde';
}
