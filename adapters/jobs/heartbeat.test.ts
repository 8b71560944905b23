import type { IncomingMessage, ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { beat } from '../../src/casus/beat.ts';
import { klok, put, wachtend } from '../../src/casus/casus.fixture.ts';
import { memoryWorld, monday, silent } from '../../src/world.fixture.ts';
import { StoreError } from '../database/store-error.ts';
import { readyz } from '../http/health.ts';
import { startHeartbeat } from './heartbeat.ts';

describe('heartbeat', () => {
  beforeEach(() => vi.useFakeTimers({ now: new Date('2026-11-02T09:15:40Z') }));
  afterEach(() => vi.useRealTimers());

  it('beats at once and then at every full minute', async () => {
    const beat = vi.fn(async () => {});
    const heart = startHeartbeat({ beat, log: silent });
    await vi.advanceTimersByTimeAsync(1);
    expect(beat).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(25_000);
    expect(beat).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(120_000);
    expect(beat).toHaveBeenCalledTimes(4);
    await heart.stop();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(beat).toHaveBeenCalledTimes(4);
  });

  it('survives a fault, logs it, counts it and says so until all went well again', async () => {
    const error = vi.fn();
    let healthy = false;
    const beat = async () => {
      if (!healthy) throw new TypeError('kapot');
    };
    const ended = vi.fn();
    const heart = startHeartbeat({ beat, log: { ...silent, error }, ended });
    await vi.advanceTimersByTimeAsync(1);
    expect(error).toHaveBeenCalledWith('heartbeat.fault', { fault: 'TypeError' });
    await vi.advanceTimersByTimeAsync(4 * 60_000);
    expect(heart.fault()).toContain('TypeError');
    // It beats: sending people away would help nobody.
    expect(heart.problem()).toBeNull();
    healthy = true;
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heart.fault()).toBeNull();
    expect(ended.mock.calls.flat()).toEqual([...Array(5).fill('TypeError'), null]);
    await heart.stop();
  });

  it('stays ready when one case cannot be read, says so, and warns about every other case all the same [A2]', async () => {
    const world = memoryWorld();
    await put(world);
    await put(world, { ...wachtend, id: 'casus-2' }, { ...klok, id: 'termijn-2' });
    world.clock.set(monday.add({ hours: 13 }));
    const { casusById } = world.store;
    world.store.casusById = async (id) => {
      if (id === 'casus-1') throw new StoreError('key unknown');
      return casusById(id);
    };
    const heart = startHeartbeat({ beat: () => beat(world), log: silent });
    const ready = () =>
      new Promise<string>((resolve) => {
        const writeHead = (status: number) => ({ end: (body: string) => resolve(`${status} ${body.trim()}`) });
        readyz({ heartbeat: heart.problem }, { heartbeat: heart.fault })(
          {} as IncomingMessage,
          { writeHead } as unknown as ServerResponse,
        );
      });
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(await ready()).toMatch(/^200 .*"problems":{},"notes":{"heartbeat":".*\(StoreError\)/);
    const warned = [...world.kept.berichten.values()].filter((b) => b.soort === 'termijn');
    expect(warned.map((b) => b.casusId)).toEqual(['casus-2']);
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

  it('is a problem when a beat hangs', async () => {
    const heart = startHeartbeat({ beat: () => new Promise(() => {}), log: silent });
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(heart.problem()).toBeNull();
    await vi.advanceTimersByTimeAsync(2 * 60_000);
    expect(heart.problem()).toBe('no heartbeat for more than three minutes');
  });
});
