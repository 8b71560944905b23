import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LadderStep } from '../regio/region.ts';
import { monday } from '../world.fixture.ts';
import { klok } from './casus.fixture.ts';
import { climb, startTermijn, stopTermijn } from './ladder.ts';
import type { Rung, Termijn } from './termijn.ts';

const at = (hours: number) => monday.add({ minutes: Math.round(hours * 60) });
const name = (r: Rung) => `${r.op}|${r.soort}|${r.aan}`;

const step: fc.Arbitrary<LadderStep> = fc.record({
  na: fc.integer({ min: 0, max: 48 }).map((h) => `PT${h}H`),
  soort: fc.constantFrom('herinnering' as const, 'escalatie' as const),
  aan: fc.constantFrom('aanspreekpunt' as const, 'coordinatoren' as const, 'provinciaal' as const),
});
const steps = fc.uniqueArray(step, { maxLength: 8, selector: (s) => JSON.stringify(s) });
/** Minutes of beats since the start, in order. */
const beats = fc
  .array(fc.integer({ min: 0, max: 60 * 60 }), { minLength: 1, maxLength: 30 })
  .map((list) => [...list].sort((a, b) => a - b));

const start = (ladder: readonly LadderStep[]): Termijn =>
  startTermijn({ id: 't', casusId: 'c', soort: 'terugkoppeling', start: monday, einde: at(24) }, ladder, (duration) =>
    monday.add(Temporal.Duration.from(duration)),
  );

function run(termijn: Termijn, minutes: readonly number[]) {
  let clock = termijn;
  const due: Rung[] = [];
  const missed: Rung[] = [];
  for (const m of minutes) {
    const climbed = climb(clock, at(m / 60));
    due.push(...climbed.due);
    missed.push(...climbed.missed);
    clock = climbed.next;
  }
  return { due, missed, clock };
}

describe('ladder van een klok', () => {
  it('stuurt elke trede hoogstens één keer, hoe de hartslagen ook vallen [A2]', () => {
    fc.assert(
      fc.property(steps, beats, (ladder, minutes) => {
        const { due, missed } = run(start(ladder), minutes);
        const seen = [...due, ...missed].map(name);
        expect(new Set(seen).size).toBe(seen.length);
      }),
    );
  });

  it('verliest bij geen enkele onderbreking een escalatie, en niets van wat op tijd was [A2]', () => {
    fc.assert(
      fc.property(steps, beats, (ladder, minutes) => {
        const clock = start(ladder);
        const { due, missed } = run(clock, minutes);
        const last = at((minutes.at(-1) ?? 0) / 60);
        const fallen = clock.ladder.filter((r) => Temporal.Instant.compare(r.op, last) <= 0);
        expect([...due, ...missed].map(name).sort()).toEqual(fallen.map(name).sort());
        expect(missed.filter((r) => r.soort === 'escalatie')).toEqual([]);
      }),
    );
  });

  it('slaat een herinnering enkel over als een latere trede haar inhaalde [A2]', () => {
    fc.assert(
      fc.property(steps, beats, (ladder, minutes) => {
        for (const r of run(start(ladder), minutes).missed)
          expect(ladder.some((s) => Temporal.Instant.compare(monday.add(Temporal.Duration.from(s.na)), r.op) > 0)).toBe(
            true,
          );
      }),
    );
  });

  it('stuurt met een hartslag per minuut alles, niets te vroeg en niets overgeslagen [A2]', () => {
    fc.assert(
      fc.property(steps, (ladder) => {
        const every = Array.from({ length: 49 * 4 }, (_, n) => n * 15);
        const { due, missed, clock } = run(start(ladder), every);
        expect(due).toHaveLength(ladder.length);
        expect(missed).toEqual([]);
        expect(clock.volgende).toBeNull();
      }),
    );
  });

  it('stuurt twee herinneringen van hetzelfde uur allebei, ook na een onderbreking [A2]', () => {
    const clock = start([
      { na: 'PT12H', soort: 'herinnering', aan: 'aanspreekpunt' },
      { na: 'PT12H', soort: 'herinnering', aan: 'coordinatoren' },
    ]);
    expect(climb(clock, at(15)).due.map((r) => r.aan)).toEqual(['aanspreekpunt', 'coordinatoren']);
  });

  it('volgt de standaardladder: 12 en 20 uur aan wie van wacht is, 22 aan allen, 24 aan de provincie [A2]', () => {
    const hours = Array.from({ length: 26 }, (_, h) => h * 60);
    const { due } = run(klok, hours);
    expect(due.map((r) => [r.op.since(monday).total('hours'), r.soort, r.aan])).toEqual([
      [12, 'herinnering', 'aanspreekpunt'],
      [20, 'herinnering', 'aanspreekpunt'],
      [22, 'escalatie', 'coordinatoren'],
      [24, 'escalatie', 'provinciaal'],
    ]);
  });

  it('zwijgt voorgoed na het stoppen; een tweede keer stoppen verandert niets [A2]', () => {
    fc.assert(
      fc.property(steps, beats, beats, (ladder, before, after) => {
        const { clock } = run(start(ladder), before);
        const stopped = stopTermijn(clock, at(30), 'terugkoppeling');
        expect(run(stopped, after)).toMatchObject({ due: [], missed: [] });
        expect(stopTermijn(stopped, at(40), 'anders')).toBe(stopped);
      }),
    );
  });

  it('laat een ladder zonder treden gewoon lopen', () => {
    expect(start([]).volgende).toBeNull();
    expect(climb(start([]), at(100))).toMatchObject({ due: [], missed: [] });
  });
});
