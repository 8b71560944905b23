import { oneOf } from '../one-of.ts';
import type { PlanLetter } from './zorgplan.ts';

/** The sections of a zorgplan, in the order in which they are read and written. */
export const secties = [
  'zorgen',
  'krachten',
  'doelen',
  'plan_a',
  'plan_b',
  'plan_c',
  'veiligheidsplan',
  'minimale_eisen',
  'veilige_haven',
  'zorgfiguren',
  'perspectief',
] as const;

export type Sectie = (typeof secties)[number];

/** A section that is (also) one text: of a plan its description. */
export type TekstSectie = Exclude<Sectie, 'doelen' | 'zorgfiguren' | 'perspectief'>;

export type ItemSoort = 'doel' | 'actie' | 'zorgfiguur';

/**
 * The smallest thing two people can write at the same time without noticing: a text, a choice, or one goal, action
 * or zorgfiguur; and in what order these stand in their section. Changes of different parts are merged.
 */
export type Onderdeel = TekstSectie | 'perspectief' | `${ItemSoort}:${string}` | `volgorde:${Sectie}`;

/** Most characters of each text. A form of a chat platform takes 3000. */
export const tekstMax: Record<TekstSectie, number> = {
  zorgen: 3000,
  krachten: 3000,
  plan_a: 2000,
  plan_b: 2000,
  plan_c: 2000,
  veiligheidsplan: 3000,
  minimale_eisen: 3000,
  veilige_haven: 300,
};

/** Most characters of what is written of a goal, an action, a zorgfiguur. */
export const itemMax = { doel: 500, zichtbaar: 500, wat: 500, wie: 80, ondersteuning: 500 } as const;

/** Most items of a plan; of actions in A, B and C together. */
export const itemsMax: Record<ItemSoort, number> = { doel: 10, actie: 30, zorgfiguur: 10 };

export const isSectie = oneOf(...secties);

export const isTekstSectie = (text: string): text is TekstSectie => Object.hasOwn(tekstMax, text);

/** Of `plan_b` the letter; null: not one of the three plans. */
export const letterOf = (sectie: string): PlanLetter | null => {
  const [, letter] = /^plan_([abc])$/.exec(sectie) ?? [];
  return (letter as PlanLetter | undefined) ?? null;
};

/** `volgorde:doelen`: the section whose order it is; null: something else. */
export function volgordeOf(onderdeel: string): Sectie | null {
  const [, sectie = ''] = /^volgorde:(\w+)$/.exec(onderdeel) ?? [];
  return isSectie(sectie) ? sectie : null;
}

/** `doel:…` taken apart; null: no item. */
export function itemOf(onderdeel: string): { soort: ItemSoort; id: string } | null {
  const [, soort, id] = /^(doel|actie|zorgfiguur):([\w-]+)$/.exec(onderdeel) ?? [];
  return soort && id ? { soort: soort as ItemSoort, id } : null;
}

/** Something somebody writes. */
export const isOnderdeel = (text: string): text is Onderdeel =>
  isTekstSectie(text) || text === 'perspectief' || itemOf(text) !== null;
