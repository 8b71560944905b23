import type { Values } from '../intent.ts';
import type { Instant } from '../time.ts';

/** A form in the making, kept encrypted for 48 h: closing the window loses nothing. One per person and form. */
export type Draft = {
  id: string;
  personId: string;
  /** A correction has its own, so that it never pushes out an aanmelding in the making. */
  form: 'aanmelding' | 'verbetering' | `zorgtafel:${string}` | `rugzak:${string}`;
  page: number;
  values: Values;
  /** A case whose aanmelding is being corrected, instead of a new one; the case means are asked for. */
  casusId: string | null;
  expires: Instant;
};
