import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Dated } from './region.ts';
import { content, mergeTimeline, timelineOf } from './timeline.ts';
import { latestValid } from './valid-on.ts';

type Entry = Dated<{ wie: string }>;

const day = (n: number) => Temporal.PlainDate.from('2026-01-01').add({ days: n }).toString();
const days = Array.from({ length: 40 }, (_, n) => day(n));
const said = (entries: readonly Entry[], date: string) => latestValid(entries, date)?.wie ?? null;

const entry = fc
  .tuple(
    fc.constantFrom('a', 'b', 'c'),
    fc.option(fc.integer({ min: 0, max: 39 })),
    fc.option(fc.integer({ min: 0, max: 20 })),
  )
  .map(
    ([wie, van, length]): Entry => ({
      wie,
      ...(van !== null && { van: day(van) }),
      ...(length !== null && { tot: day((van ?? 0) + length) }),
    }),
  );
const entries = fc.array(entry, { maxLength: 5 });
const today = fc.integer({ min: 1, max: 38 });

describe('a timeline', () => {
  it('says on every day what the list says [P3]', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const timeline = timelineOf(list);
        for (const date of days) expect(said(timeline, date)).toBe(said(list, date));
      }),
    );
  });

  it('is in order, without overlap, and never says the same twice in a row [P3]', () => {
    fc.assert(
      fc.property(entries, (list) => {
        const timeline = timelineOf(list);
        timeline.forEach((slice, i) => {
          const next = timeline[i + 1];
          if (!next) return;
          expect(slice.tot && next.van && slice.tot < next.van).toBe(true);
          const touches = slice.tot && Temporal.PlainDate.from(slice.tot).add({ days: 1 }).toString() === next.van;
          if (touches) expect(content(slice)).not.toEqual(content(next));
        });
        expect(timelineOf(timeline)).toEqual(timeline);
      }),
    );
  });
});

describe('merging', () => {
  it('keeps every past day that had an answer, and follows the file from today on [P3]', () => {
    fc.assert(
      fc.property(entries, entries, today, (known, file, n) => {
        const merged = mergeTimeline(known, file, day(n));
        for (const date of days) {
          const before = said(known, date);
          if (date >= day(n)) expect(said(merged, date)).toBe(said(file, date));
          else if (before !== null) expect(said(merged, date)).toBe(before);
        }
      }),
    );
  });

  it('changes nothing a second time, today or later [P3]', () => {
    fc.assert(
      fc.property(entries, entries, today, fc.nat({ max: 30 }), (known, file, n, later) => {
        const merged = mergeTimeline(known, file, day(n));
        expect(mergeTimeline(merged, file, day(n))).toEqual(merged);
        expect(mergeTimeline(merged, file, day(n + later))).toEqual(merged);
      }),
    );
  });
});
