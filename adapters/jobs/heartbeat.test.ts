import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { silent } from '../../test/databases.ts';
import { startHeartbeat } from './heartbeat.ts';

describe('heartbeat', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-02T09:15:40Z') }));
  afterEach(() => vi.useRealTimers());

  it('beats at once and then at every full minute', async () => {
    const beat = vi.fn(async () => {});
    const heart = startHeartbeat({ beat, log: silent });
    await vi.advanceTimersByTimeAsync(1);
    expect(beat).toHaveBeenCalledTimes(1);
    expect(heart.lastBeat()).not.toBeNull();
    await vi.advanceTimersByTimeAsync(25_000);
    expect(beat).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(beat).toHaveBeenCalledTimes(4);
    await heart.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(beat).toHaveBeenCalledTimes(4);
  });

  it('survives a fault, logs it, and does not count it as a beat', async () => {
    const error = vi.fn();
    let healthy = false;
    const beat = async () => {
      if (!healthy) throw new TypeError('kapot');
    };
    const heart = startHeartbeat({ beat, log: { ...silent, error } });
    await vi.advanceTimersByTimeAsync(1);
    expect(error).toHaveBeenCalledWith('heartbeat.fault', { fault: 'TypeError' });
    expect(heart.lastBeat()).toBeNull();
    healthy = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heart.lastBeat()).not.toBeNull();
    await heart.stop();
  });

  it('never runs two beats at once, and waits for the one that runs when it stops', async () => {
    let running = 0;
    let most = 0;
    let finished = 0;
    const beat = async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 90_000));
      running--;
      finished++;
    };
    const heart = startHeartbeat({ beat, log: silent });
    await vi.advanceTimersByTimeAsync(200_000);
    const stopped = heart.stop();
    await vi.advanceTimersByTimeAsync(200_000);
    await stopped;
    expect(most).toBe(1);
    expect(running).toBe(0);
    expect(finished).toBeGreaterThanOrEqual(2);
  });
});
