/** A clock that goes on from an instant, faster than real time: two processes with the same setting read the same. */
export type ClockSetting = { from: string; since: number; rate: number };

export const readClock = ({ from, since, rate }: ClockSetting): Temporal.Instant =>
  Temporal.Instant.from(from).add({ milliseconds: Math.round((Date.now() - since) * rate) });
