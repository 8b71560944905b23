import type { Seen } from '../casus/see.ts';

/** Somebody who sees the whole of a table: who coordinates the case, or watches over it [C4]. */
export const coordineert = ({ relations }: Pick<Seen, 'relations'>): boolean =>
  relations.has('aanspreekpunt') || relations.has('coordinator') || relations.has('provinciaal');
