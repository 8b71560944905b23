import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';

describe('the pace of messages in a channel', () => {
  it('allows a short burst and then one a second', () => {
    let now = 0;
    const pace = createPace(undefined, () => now);
    expect([1, 2, 3, 4, 5].map(() => pace('C1'))).toEqual([0, 0, 0, 0, 0]);
    expect(pace('C1')).toBe(1_000);
    expect(pace('C2')).toBe(0);
    now = 999;
    expect(pace('C1')).toBe(1);
    now = 1_000;
    expect(pace('C1')).toBe(0);
    expect(pace('C1')).toBe(1_000);
    now = 60_000;
    expect([1, 2, 3, 4, 5, 6].map(() => pace('C1'))).toEqual([0, 0, 0, 0, 0, 1_000]);
  });
});
