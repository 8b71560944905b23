/** The clock and chance are handed in; nothing in `src` reads them itself. */
export type Instant = Temporal.Instant;

/** Where the time comes from: the wall in production, a movable one in tests and in the demo. */
export type Clock = { now(): Instant };

/** Where identifiers come from: UUID version 7, so that they sort by creation. */
export type Ids = { next(): string };

/** The calendar day (ISO date) on the wall in `zone` at an instant. */
export const dateIn = (zone: string, at: Instant): string => at.toZonedDateTimeISO(zone).toPlainDate().toString();

/** Whether `a` comes before `b`. */
export const isBefore = (a: Instant, b: Instant): boolean => Temporal.Instant.compare(a, b) < 0;
