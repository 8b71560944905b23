import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopTermijn } from '../casus/ladder.ts';
import type { Termijn } from '../casus/termijn.ts';
import { dateIn } from '../time.ts';
import { holidays, monday, regio } from '../world.fixture.ts';
import { evaluatieKlok, klokken, openActies, voorstelDatum } from './klokken.ts';
import { plan } from './zorgplan.fixture.ts';
import type { Actie, Evaluatie, PlanLetter, ZorgplanInhoud } from './zorgplan.ts';

const where = { region: regio, holidays, now: monday };
const wall = (t: Termijn) =>
  t.ladder.map((r) => [r.op.toZonedDateTimeISO(regio.tijdzone).toPlainDateTime().toString(), r.soort, r.aan]);

const gepland = (datum: string): Evaluatie => ({
  id: 'e-1',
  datum,
  stand: 'gepland',
  scores: {},
  notas: {},
  nota: '',
  zonderGezin: null,
  overstap: null,
  door: null,
  op: null,
});

const actie = (id: string, tegen: string | null, persoonId: string | null = 'p-ines', done = false): Actie => ({
  id,
  wat: 'iets',
  wie: 'mama',
  persoonId,
  tegen,
  gedaan: done ? { door: 'p-ines', op: monday } : null,
});

const inhoud = (more: Partial<ZorgplanInhoud>): ZorgplanInhoud => ({ ...plan.inhoud, ...more });
const metActies = (acties: Actie[], letter: PlanLetter = 'a', actief: PlanLetter = 'a') =>
  inhoud({
    actief,
    plannen: { ...plan.inhoud.plannen, a: { omschrijving: '', acties: [] }, [letter]: { omschrijving: '', acties } },
  });

let counter = 0;
const nextId = () => `t-${++counter}`;

describe('de dag van een evaluatie [Z2]', () => {
  it('stelt zes weken voor, op een werkdag, en laat ze nooit langer worden', () => {
    expect(voorstelDatum(where, '2022-01-10')).toBe('2022-02-21');
    // Six weeks on a Sunday: the Friday before.
    expect(voorstelDatum(where, '2022-01-09')).toBe('2022-02-18');
    // Easter Monday.
    expect(voorstelDatum(where, '2022-03-07')).toBe('2022-04-15');
  });

  it('stelt altijd een werkdag voor, na vandaag en hoogstens zes weken ver', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (n) => {
        const from = Temporal.PlainDate.from('2021-12-01').add({ days: n }).toString();
        const date = voorstelDatum(where, from);
        const day = Temporal.PlainDate.from(date);
        expect(day.dayOfWeek).toBeLessThan(6);
        expect(holidays(day.year).has(date)).toBe(false);
        expect(date > from).toBe(true);
        expect(date <= Temporal.PlainDate.from(from).add({ weeks: 6 }).toString()).toBe(true);
      }),
    );
  });

  it('zegt wat al te laat is als de klok begint toch nog, op de eerstvolgende werkochtend', () => {
    // Monday 10 January, 10 h: Tuesday morning, and Wednesday morning for who has to know.
    expect(wall(evaluatieKlok('t-1', 'casus-1', gepland('2021-12-20'), where))).toEqual([
      ['2022-01-11T09:00:00', 'escalatie', 'aanspreekpunt'],
      ['2022-01-12T09:00:00', 'escalatie', 'provinciaal'],
    ]);
    const { start } = klokken(
      'casus-1',
      metActies([actie('a-1', '2021-12-20'), actie('a-2', '2021-12-20', null)]),
      null,
      [],
      where,
      nextId,
    );
    expect(start.map(wall)).toEqual([
      [
        ['2022-01-11T09:00:00', 'herinnering', 'persoon:p-ines'],
        ['2022-01-12T09:00:00', 'herinnering', 'aanspreekpunt'],
      ],
      [['2022-01-11T09:00:00', 'herinnering', 'aanspreekpunt']],
    ]);
    expect(start.map((t) => t.volgende)).toEqual(start.map((t) => t.ladder[0]?.op));
    // On a Friday afternoon: the Monday after. Before nine on a working day: that day.
    const op = (at: string) => ({ ...where, now: Temporal.Instant.from(at) });
    const first = (at: string) => wall(evaluatieKlok('t-1', 'casus-1', gepland('2021-12-20'), op(at)))[0]?.[0];
    expect(first('2022-01-14T15:00:00Z')).toBe('2022-01-17T09:00:00');
    expect(first('2022-01-14T07:00:00Z')).toBe('2022-01-14T09:00:00');
  });

  it('vraagt ze twee weken en drie dagen vooraf, en beklimt daarna de ladder, telkens om 9 uur op een werkdag', () => {
    // Monday 4 April, the clock changed in between; Easter Monday is 18 April.
    const klok = evaluatieKlok('t-1', 'casus-1', gepland('2022-04-04'), where);
    expect(wall(klok)).toEqual([
      ['2022-03-21T09:00:00', 'herinnering', 'aanspreekpunt'],
      ['2022-04-01T09:00:00', 'herinnering', 'aanspreekpunt'],
      ['2022-04-05T09:00:00', 'escalatie', 'aanspreekpunt'],
      ['2022-04-07T09:00:00', 'escalatie', 'coordinatoren'],
      ['2022-04-11T09:00:00', 'escalatie', 'provinciaal'],
    ]);
    expect(klok.einde.toZonedDateTimeISO(regio.tijdzone).toPlainDateTime().toString()).toBe('2022-04-04T23:59:00');
    expect(wall(evaluatieKlok('t-1', 'casus-1', gepland('2022-04-11'), where)).at(-1)?.[0]).toBe('2022-04-19T09:00:00');
  });

  it('zegt niets meer wat al voorbij is als de dag dichtbij is', () => {
    const klok = evaluatieKlok('t-1', 'casus-1', gepland('2022-01-12'), where);
    expect(wall(klok).map(([, soort]) => soort)).toEqual(['escalatie', 'escalatie', 'escalatie']);
    expect(klok.volgende).toEqual(klok.ladder[0]?.op);
  });

  it('volgt de ladder van de regio', () => {
    const region = {
      ...regio,
      ladder: { ...regio.ladder, evaluatie: [{ voor: 'P1M', soort: 'herinnering', aan: 'coordinatoren' } as const] },
    };
    expect(wall(evaluatieKlok('t-1', 'casus-1', gepland('2022-03-31'), { ...where, region }))).toEqual([
      // A month before 31 March is the last day of February.
      ['2022-02-28T09:00:00', 'herinnering', 'coordinatoren'],
    ]);
  });
});

describe('de klok van een actie', () => {
  const klokVan = (a: Actie) => klokken('casus-1', metActies([a]), null, [], where, nextId).start[0];

  it('herinnert wie ze nam een werkdag vooraf en de dag zelf, en daarna ook het aanspreekpunt', () => {
    const klok = klokVan(actie('a-1', '2022-01-17'));
    expect(klok && wall(klok)).toEqual([
      ['2022-01-14T09:00:00', 'herinnering', 'persoon:p-ines'],
      ['2022-01-17T09:00:00', 'herinnering', 'persoon:p-ines'],
      ['2022-01-18T09:00:00', 'herinnering', 'persoon:p-ines'],
      ['2022-01-18T09:00:00', 'herinnering', 'aanspreekpunt'],
    ]);
  });

  it('gaat via het aanspreekpunt voor wie geen chat heeft, en stoort niemand op zaterdag', () => {
    const klok = klokVan(actie('a-1', '2022-01-15', null));
    expect(klok && wall(klok)).toEqual([
      ['2022-01-14T09:00:00', 'herinnering', 'aanspreekpunt'],
      ['2022-01-17T09:00:00', 'herinnering', 'aanspreekpunt'],
    ]);
  });

  it('loopt enkel voor open acties met een dag, van het plan dat gevolgd wordt', () => {
    const acties = [actie('a-1', '2022-02-01'), actie('a-2', null), actie('a-3', '2022-02-01', null, true)];
    expect(klokken('casus-1', metActies(acties), null, [], where, nextId).start.map((t) => t.over)).toEqual(['a-1']);
    expect(klokken('casus-1', metActies(acties, 'b'), null, [], where, nextId).start).toEqual([]);
    expect(klokken('casus-1', metActies(acties, 'b', 'b'), null, [], where, nextId).start).toHaveLength(1);
  });
});

type Ergens = {
  actief: PlanLetter;
  vastgelegd: boolean;
  datum: string;
  evaluatie: string;
  acties: { id: string; letter: PlanLetter; tegen: string | null; persoonId: string | null; done: boolean }[];
};

/** A plan as any sequence of changes could leave it. */
const ergens: fc.Arbitrary<Ergens> = fc.record({
  actief: fc.constantFrom<PlanLetter[]>('a', 'b', 'c'),
  vastgelegd: fc.boolean(),
  datum: fc.constantFrom('2022-02-21', '2022-03-31', '2022-10-28'),
  evaluatie: fc.constantFrom('e-1', 'e-2'),
  acties: fc.uniqueArray(
    fc.record({
      id: fc.constantFrom('a-1', 'a-2', 'a-3', 'a-4'),
      letter: fc.constantFrom<PlanLetter[]>('a', 'b', 'c'),
      tegen: fc.constantFrom(null, '2022-01-28', '2022-03-28'),
      persoonId: fc.constantFrom(null, 'p-ines', 'p-vreemde'),
      done: fc.boolean(),
    }),
    { selector: (a) => a.id },
  ),
});

const vul = (e: Ergens): ZorgplanInhoud => {
  const deel = (letter: PlanLetter) => ({
    omschrijving: '',
    acties: e.acties.filter((a) => a.letter === letter).map((a) => actie(a.id, a.tegen, a.persoonId, a.done)),
  });
  return inhoud({
    actief: e.actief,
    plannen: { a: deel('a'), b: deel('b'), c: deel('c') },
    vastgelegd: e.vastgelegd ? { door: 'p-ines', op: monday } : null,
    evaluaties: e.vastgelegd ? [{ ...gepland(e.datum), id: e.evaluatie }] : [],
  });
};

describe('na elke reeks wijzigingen', () => {
  it('loopt er één klok per open actie en één per plan dat gevolgd wordt, en geen andere', () => {
    fc.assert(
      fc.property(fc.array(ergens, { minLength: 1, maxLength: 8 }), (steps) => {
        let termijnen: Termijn[] = [];
        let was: ZorgplanInhoud | null = null;
        for (const step of steps) {
          const next = vul(step);
          const { start, stop } = klokken('casus-1', next, was, termijnen, where, nextId);
          // As `deciding` does it: what is named stops, and what starts anew ends the one before it.
          const ends = (t: Termijn) =>
            stop.some((s) => s.soort === t.soort && s.over === t.over) ||
            start.some((s) => s.soort === t.soort && s.over === t.over);
          termijnen = [...termijnen.map((t) => (ends(t) ? stopTermijn(t, monday, 'x') : t)), ...start];
          was = next;
          const running = termijnen.filter((t) => !t.gestopt);
          const acties = running.filter((t) => t.soort === 'actie');
          expect(acties.map((t) => t.over).sort()).toEqual(
            openActies(next)
              .map((a) => a.id)
              .sort(),
          );
          for (const t of acties) {
            const a = openActies(next).find((o) => o.id === t.over);
            expect(dateIn(regio.tijdzone, t.einde)).toBe(a?.tegen);
            expect(t.ladder.some((r) => r.aan === (a?.persoonId ? `persoon:${a.persoonId}` : 'aanspreekpunt'))).toBe(
              true,
            );
          }
          const evaluaties = running.filter((t) => t.soort === 'evaluatie');
          expect(evaluaties.map((t) => t.over)).toEqual(next.vastgelegd ? [next.evaluaties[0]?.id] : []);
          for (const t of evaluaties) expect(dateIn(regio.tijdzone, t.einde)).toBe(next.evaluaties[0]?.datum);
        }
      }),
      { numRuns: 300 },
    );
  });
});
