/** Hours that can be chosen for the reminder of the working day before: every half hour from 7 to 21 h. */
export const dagVoorKeuzes: readonly string[] = Array.from({ length: 29 }, (_, n) =>
  new Temporal.PlainTime(7).add({ minutes: 30 * n }).toString({ smallestUnit: 'minute' }),
);

/** Minutes before a day part that can be chosen for the reminder with *Ik ben er*. */
export const voorafKeuzes: readonly number[] = [5, 10, 15, 30, 45, 60, 90, 120];
