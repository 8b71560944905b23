/** A day part on a day: ISO date, wall clock `HH:MM`. */
export type Span = { datum: string; van: string; tot: string };

/**
 * One colleague asks another to take a day part over, or to swap it for one of theirs [P4]. Nothing
 * changes until both agree; then all of it does at once.
 */
export type Verzoek = {
  id: string;
  regio: string;
  /** Person ids across regions. */
  van: string;
  aan: string;
  geef: Span;
  /** What is taken in return; null: nothing. */
  krijg: Span | null;
  stand: 'open' | 'aanvaard' | 'geweigerd' | 'ingetrokken';
  op: Temporal.Instant;
};

/** `<regio>/verzoek/<id>`: what its messages are about, and what its buttons carry. */
export const verzoekSubject = (verzoek: Pick<Verzoek, 'regio' | 'id'>) => `${verzoek.regio}/verzoek/${verzoek.id}`;
