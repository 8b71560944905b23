import type { NewBericht } from '../berichten/bericht.ts';
import type { KasCommit } from '../ports.ts';
import type { Refusal } from '../refusal.ts';
import type { Zorgplan } from '../zorgplan/zorgplan.ts';
import type { Zorgtafel } from '../zorgtafel/zorgtafel.ts';
import type { Casus, Gebeurtenis } from './casus.ts';
import type { Termijn, TermijnSoort } from './termijn.ts';

/** A message to send, before it gets an id and a case. */
export type BerichtSpec = Omit<NewBericht, 'id' | 'casusId'>;

/** What a decision about a case comes to: what it is now, its line in the story, who hears about it. */
export type Change = {
  next: Casus;
  gebeurtenissen: Omit<Gebeurtenis, 'casusId'>[];
  berichten: BerichtSpec[];
  /** Clocks that start with it. Started once: a clock of the same kind and subject that runs is stopped first. */
  start?: Termijn[];
  /** `alle`: but those of what is still to be paid or proven. Clocks that end with it, by kind and, where given, by what they are about; every other one keeps running [C3]. */
  stop?: 'alle' | readonly { soort: TermijnSoort; over?: string }[];
  /** The zorgtafel as it is from now on. */
  zorgtafel?: Zorgtafel;
  /** The next version of the zorgplan. */
  zorgplan?: Zorgplan;
  /** Means, with the lines that are added to the ledger. */
  rugzak?: KasCommit;
};

export type Decision = Change | { refusal: Refusal };

/** The next version of a case. */
export const changed = (casus: Casus, with_: Partial<Omit<Casus, 'id' | 'referentie' | 'versie'>>): Casus => ({
  ...casus,
  ...with_,
  versie: casus.versie + 1,
});

/** Its protected content with something added. */
export const withInhoud = (casus: Casus, inhoud: Partial<Casus['inhoud']>): Casus['inhoud'] => ({
  ...casus.inhoud,
  ...inhoud,
});
