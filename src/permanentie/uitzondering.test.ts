import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { limburg2022 } from '../regio/limburg-2022.fixture.ts';
import type { Region } from '../regio/region.ts';
import { isBefore } from '../time.ts';
import { dayPlan } from './day-plan.ts';
import type { Uitzondering } from './uitzondering.ts';

const none = () => new Set<string>();
/** Ordinary days, a holiday-free week-end, and both nights the clock changes. */
const dates = ['2022-03-07', '2022-03-12', '2022-03-27', '2022-10-30', '2022-11-02'];

const time = fc
  .tuple(fc.nat(23), fc.constantFrom('00', '15', '30', '45'))
  .map(([h, m]) => `${String(h).padStart(2, '0')}:${m}`);
/** Two times in order. */
const times = fc.tuple(time, time).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
const wat = fc.oneof(
  fc.constantFrom('marijke', 'ines').map((persoon) => ({ kind: 'persoon' as const, persoon })),
  fc.constantFrom('marijke', 'ines').map((persoon) => ({ kind: 'eigenaar' as const, persoon })),
  fc.constantFrom('marijke', 'ines').map((afwezig) => ({ kind: 'open' as const, afwezig })),
  fc.constant({ kind: 'gesloten' as const }),
);
const change = (n: number): fc.Arbitrary<Uitzondering> =>
  fc
    .record({ datum: fc.constantFrom(...dates), times, wat, undone: fc.boolean(), wholeDay: fc.boolean() })
    .map(({ datum, times: [van, tot], wat, undone, wholeDay }) => ({
      id: `u-${String(n).padStart(3, '0')}`,
      regio: 'LIM',
      datum,
      van: wholeDay ? '00:00' : van,
      tot: wholeDay || van === tot ? '24:00' : tot,
      groep: null,
      wat,
      door: 'p',
      op: Temporal.Instant.fromEpochMilliseconds(n * 1000),
      ongedaan: undone ? { door: 'p', op: Temporal.Instant.fromEpochMilliseconds(n * 1000 + 1) } : null,
    }));
const changes = fc
  .integer({ min: 0, max: 12 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => change(n))));

const withChanges = (list: readonly Uitzondering[], region: Region = limburg2022): Region => ({
  ...region,
  uitzonderingen: list,
});
const plan = (region: Region, date: string) => dayPlan(region, none, date);
const shown = (region: Region, date: string) => JSON.stringify(plan(region, date));

describe('wijzigingen aan het rooster', () => {
  it('laten op geen enkel moment twee mensen toe, wat men ook wijzigt [P4]', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...dates), (list, date) => {
        const { duties, unfilled } = plan(withChanges(list), date);
        const parts = [...duties, ...unfilled].sort((a, b) => Temporal.Instant.compare(a.start, b.start));
        for (const part of parts) expect(isBefore(part.start, part.end)).toBe(true);
        for (const [n, part] of parts.entries()) {
          const next = parts[n + 1];
          if (next) expect(isBefore(next.start, part.end)).toBe(false);
        }
      }),
    );
  });

  it('herstellen precies wat er was als men ze ongedaan maakt, in om het even welke volgorde [P4]', () => {
    fc.assert(
      fc.property(changes, fc.constantFrom(...dates), (list, date) => {
        const undone = list.map((u) => ({ ...u, ongedaan: { door: 'p', op: u.op } }));
        expect(shown(withChanges(undone), date)).toBe(shown(limburg2022, date));
        const last = list.at(-1);
        if (last) {
          const without = withChanges(list.slice(0, -1));
          expect(
            shown(withChanges([...list.slice(0, -1), { ...last, ongedaan: { door: 'p', op: last.op } }]), date),
          ).toBe(shown(without, date));
        }
      }),
    );
  });

  it('gelden zoals de laatste het zegt, ook als het gewone rooster eronder verandert [P4]', () => {
    fc.assert(
      fc.property(changes, fc.boolean(), (list, emptied) => {
        const last = list.findLast((u) => u.ongedaan === null);
        if (!last) return;
        const template = emptied ? { ...limburg2022, permanentie: [] } : limburg2022;
        const { duties } = plan(withChanges(list, template), last.datum);
        const zone = limburg2022.tijdzone;
        const at = (wall: string) =>
          wall === '24:00'
            ? Temporal.PlainDate.from(last.datum).add({ days: 1 }).toZonedDateTime(zone).toInstant()
            : Temporal.PlainDateTime.from(`${last.datum}T${wall}`).toZonedDateTime(zone).toInstant();
        const inside = duties.filter((d) => isBefore(d.start, at(last.tot)) && isBefore(at(last.van), d.end));
        if (!isBefore(at(last.van), at(last.tot))) return;
        if (last.wat.kind === 'persoon')
          expect(inside.map((d) => ('persoon' in d ? d.persoon : d.route))).toEqual([last.wat.persoon]);
        else if (last.wat.kind === 'eigenaar') {
          // Whoever is there stays there: only what comes in by a phone goes to somebody else [P1].
          const people = (of: typeof duties) =>
            of.filter((d) => d.kind === 'persoon').map((d) => `${d.start} ${d.end} ${d.persoon}`);
          const without = list.map((u) => (u === last ? { ...u, ongedaan: { door: 'p', op: u.op } } : u));
          expect(people(duties)).toEqual(people(plan(withChanges(without, template), last.datum).duties));
          for (const d of inside) if (d.kind === 'route') expect(d.eigenaar).toBe(last.wat.persoon);
        } else if (last.wat.kind === 'open') {
          const away = last.wat.afwezig;
          expect(inside.map((d) => ('persoon' in d ? d.persoon : d.eigenaar))).not.toContain(away);
        } else expect(inside).toEqual([]);
      }),
    );
  });

  it('nemen met een afwezigheid enkel weg wie er niet is: wie er verder ook van wacht is, blijft het [P4]', () => {
    type Day = ReturnType<typeof dayPlan> | undefined;
    const during = (at: Temporal.Instant) => (d: { start: Temporal.Instant; end: Temporal.Instant }) =>
      !isBefore(at, d.start) && isBefore(at, d.end);
    const open = (day: Day, at: Temporal.Instant) => day?.unfilled.some(during(at)) === true;
    const who = (day: Day, at: Temporal.Instant) => {
      const duty = day?.duties.find(during(at));
      return duty ? ('persoon' in duty ? duty.persoon : duty.eigenaar) : null;
    };
    // Every border lies on a quarter.
    const quarters = (date: string) => {
      const start = Temporal.PlainDate.from(date).toZonedDateTime(limburg2022.tijdzone).toInstant();
      return Array.from({ length: 25 * 4 }, (_, n) => start.add({ minutes: n * 15 }));
    };
    fc.assert(
      fc.property(changes, fc.constantFrom(...dates), fc.boolean(), fc.boolean(), (list, date, emptied, closed) => {
        const template = emptied ? { ...limburg2022, permanentie: [] } : limburg2022;
        const holidays = () => new Set(closed ? [date] : []);
        const last = list.findLast((u) => u.ongedaan === null && u.datum === date);
        if (last?.wat.kind !== 'open') return;
        const away = last.wat.afwezig;
        const without = list.map((u) => (u === last ? { ...u, ongedaan: { door: 'p', op: u.op } } : u));
        const [before, after] = [without, list].map((l) => dayPlan(withChanges(l, template), holidays, date));
        for (const at of quarters(date)) {
          const [was, is] = [who(before, at), who(after, at)];
          const wall = at.toZonedDateTimeISO(limburg2022.tijdzone);
          const hour = wall.toPlainDate().toString() === date ? wall.toPlainTime().toString().slice(0, 5) : '24:00';
          const gone = was === away && last.van <= hour && hour < last.tot;
          expect(is).toBe(gone ? null : was);
          // What nobody does any more is a gap, and nothing else becomes one.
          expect(open(after, at)).toBe(open(before, at) || gone);
        }
      }),
    );
  });

  it('mogen op een feestdag een dagdeel toevoegen', () => {
    const holidays = () => new Set(['2022-03-07']);
    const extra = {
      id: 'u',
      regio: 'LIM',
      datum: '2022-03-07',
      van: '10:00',
      tot: '11:00',
      wat: { kind: 'persoon', persoon: 'ines' },
      door: 'p',
      op: Temporal.Instant.fromEpochMilliseconds(0),
      groep: null,
      ongedaan: null,
    } satisfies Uitzondering;
    const { closed, duties } = dayPlan(withChanges([extra]), holidays, '2022-03-07');
    expect(closed).toBe(false);
    expect(duties).toHaveLength(1);
  });
});
