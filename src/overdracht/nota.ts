import type { Instant } from '../time.ts';

/** A few lines for who is on duty next, about one case or in general [P7]. Protected like a case. */
export type Nota = {
  id: string;
  regio: string;
  /** Null: in general. */
  casusId: string | null;
  /** Person who wrote it. */
  door: string;
  /** What the writer's card about it is about: `<regio>/<datum>[/<van>]` of their day part. */
  dienst: string;
  op: Instant;
  bewerkt: Instant | null;
  ingetrokken: Instant | null;
  tekst: string;
  /** In order of time. Somebody who read it ahead and whose day part then went to another is not the last. */
  gelezen: Lezing[];
  /** Nobody read it yet while on duty: it goes on to who is next. */
  open: boolean;
  /** Whose turn it was when the heartbeat last looked: a change there brings cards up to date. */
  bij: string | null;
  versie: number;
};

/** Somebody confirmed having read it, for the day part `dienst` (`<regio>/<datum>/<van>`). */
type Lezing = { door: string; op: Instant; dienst: string };

/** Longest note: a few lines. */
export const NOTA_MAX = 1000;
