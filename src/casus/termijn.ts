import type { LadderStep } from '../regio/region.ts';
import type { Instant } from '../time.ts';

export type TermijnSoort = 'terugkoppeling';

/** A rung with its instant: frozen when the clock starts, so later policy leaves running clocks alone. */
export type Rung = { op: Instant } & Pick<LadderStep, 'soort' | 'aan'>;

/** A running clock of a case [A2]. Stopping one never touches another. */
export type Termijn = {
  id: string;
  casusId: string;
  soort: TermijnSoort;
  start: Instant;
  einde: Instant;
  ladder: Rung[];
  /** When something of this clock is next due; null: nothing any more. Indexed: the heartbeat reads it. */
  volgende: Instant | null;
  gestopt: { op: Instant; reden: string } | null;
};
