import { expect } from 'vitest';

// Two instants have no fields that differ: without this `toMatchObject` takes any for any other.
expect.addEqualityTesters([
  (a, b) =>
    a instanceof Temporal.Instant && b instanceof Temporal.Instant ? Temporal.Instant.compare(a, b) === 0 : undefined,
]);
