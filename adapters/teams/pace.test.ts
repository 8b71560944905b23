import { describe, expect, it } from 'vitest';
import { createPace } from './pace.ts';

describe('the pace in one conversation', () => {
  it('lets seven through at once, the next a second after the first', async () => {
    const pace = createPace();
    const startedAt = performance.now();
    const waited = await Promise.all(
      Array.from({ length: 9 }, () => pace('c', 5_000).then(() => performance.now() - startedAt)),
    );
    expect(waited.filter((ms) => ms < 500)).toHaveLength(7);
    for (const ms of waited.slice(7)) expect(ms).toBeGreaterThanOrEqual(990);
  });

  it('sends away who would have to wait too long, and does not count it', async () => {
    let time = 0;
    const pace = createPace(() => time);
    for (let n = 0; n < 7; n += 1) expect(await pace('c', 500)).toBe(true);
    expect(await pace('c', 500)).toBe(false);
    expect(await pace('other', 500)).toBe(true);
    time = 1_000;
    expect(await pace('c', 500)).toBe(true);
  });

  it('forgets conversations that went quiet', async () => {
    let time = 0;
    const pace = createPace(() => time);
    for (let n = 0; n < 7; n += 1) await pace('c', 0);
    time = 120_000;
    expect(await pace('c', 0)).toBe(true);
  });
});
