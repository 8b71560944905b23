import type { Instant } from '../../src/time.ts';

/** Instants are kept to the millisecond; what is finer is cut off. */
export const toDate = (instant: Instant): Date => new Date(instant.epochMilliseconds);

export const toInstant = (date: Date): Instant => Temporal.Instant.fromEpochMilliseconds(date.getTime());

export const toInstantOrNull = (date: Date | null): Instant | null => date && toInstant(date);

/** For JSON parameters: `2026-11-02T09:15:00.000Z`. */
export const toText = (instant: Instant): string => toDate(instant).toISOString();

export const toTextOrNull = (instant: Instant | null): string | null => instant && toText(instant);
