import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Region } from '../regio/region.ts';
import { directoryWith, holidays, people, regio } from '../world.fixture.ts';
import { type Agenda, type AgendaItem, agendaFeed, mijnAgenda, regioAgenda } from './agenda.ts';
import { dutiesOn } from './on-duty.ts';
import { responsible } from './toewijzing.ts';
import type { Uitzondering } from './uitzondering.ts';

/** Wednesday 2 March 2022: the clock changes on the 27th. */
const now = Temporal.Instant.from('2022-03-02T09:00:00Z');
const at = (minute: number) => now.add({ minutes: minute });

let counter = 0;
const change = (
  wat: Uitzondering['wat'],
  minute: number,
  more: Partial<Pick<Uitzondering, 'datum' | 'van' | 'tot'>> & { undone?: number } = {},
): Uitzondering => ({
  id: `u-${String(++counter).padStart(4, '0')}`,
  regio: 'LIM',
  datum: more.datum ?? '2022-03-07',
  van: more.van ?? '09:00',
  tot: more.tot ?? '12:00',
  wat,
  groep: null,
  door: 'p-planner',
  op: at(minute),
  ongedaan: more.undone === undefined ? null : { door: 'p-planner', op: at(more.undone) },
});
const ines = { kind: 'persoon', persoon: 'ines' } as const;
const marijke = { kind: 'persoon', persoon: 'marijke' } as const;

const withChanges = (...uitzonderingen: Uitzondering[]): Region => ({ ...regio, uitzonderingen });
const personOf = (id: string) => {
  const person = people.find((p) => p.id === `p-${id}`);
  if (!person) throw new Error(id);
  return person;
};
const mine = (who: string, region: Region = regio, when = now) =>
  mijnAgenda(directoryWith([region]), holidays, personOf(who), when).items;
const whole = (region: Region, when = now) => regioAgenda(directoryWith([region]), holidays, region, when).items;
const one = (items: readonly AgendaItem[], uid: string) => items.find((i) => i.uid === `${uid}@zorggarantie`);
const MORNING = 'LIM-2022-03-07-0900';
const dayOf = (items: readonly AgendaItem[], datum: string) => items.filter((i) => i.uid.includes(datum));

describe('mijn agenda', () => {
  it('houdt mijn dagdelen van 35 dagen terug tot 365 dagen vooruit, met wat bellers gebruiken [P1, P3]', () => {
    const items = mine('marijke');
    expect(dayOf(items, '2022-03-07')).toEqual([
      {
        uid: `${MORNING}@zorggarantie`,
        start: Temporal.Instant.from('2022-03-07T08:00:00Z'),
        end: Temporal.Instant.from('2022-03-07T11:00:00Z'),
        titel: 'Permanentie Limburg',
        tekst: 'Bellers gebruiken 02 243 55 05.',
        stand: 'zeker',
        volgnummer: 0,
        gewijzigd: null,
      },
      expect.objectContaining({
        uid: 'LIM-2022-03-07-1400@zorggarantie',
        tekst:
          'Bellers komen terecht bij Jeugdhulpregie – algemene permanentie ACT, 011 30 31 40. Wat binnenkomt, volg jij op.',
      }),
    ]);
    expect(dayOf(items, '2022-03-03')[0]?.tekst).toBe('Bellers gebruiken 0490 44 82 58.');
    expect(dayOf(items, '2022-03-08')).toEqual([]);
    expect(items[0]?.uid).toBe('LIM-2022-01-26-0900@zorggarantie');
    expect(items.at(-1)?.uid).toBe('LIM-2023-03-02-1400@zorggarantie');
    expect(items.every((i) => i.stand === 'zeker' && i.volgnummer === 0)).toBe(true);
  });

  it('heeft alle regio’s door elkaar, in volgorde van tijd', () => {
    const other = { ...regio, code: 'OVL', naam: 'Oost-Vlaanderen' };
    const items = mijnAgenda(directoryWith([regio, other]), holidays, personOf('marijke'), now).items;
    expect(dayOf(items, '2022-03-07').map((i) => i.titel)).toEqual([
      'Permanentie Limburg',
      'Permanentie Oost-Vlaanderen',
      'Permanentie Limburg',
      'Permanentie Oost-Vlaanderen',
    ]);
    expect(new Set(items.map((i) => i.uid)).size).toBe(items.length);
  });

  it('laat wat niet meer van mij is staan als vervallen, en geeft het bij wie het overneemt [P4]', () => {
    const region = withChanges(change(ines, 1));
    expect(one(mine('marijke', region), MORNING)).toMatchObject({
      titel: 'Vervallen: Permanentie Limburg',
      stand: 'vervallen',
      volgnummer: 1,
      gewijzigd: at(1),
    });
    expect(one(mine('ines', region), MORNING)).toMatchObject({ stand: 'zeker', volgnummer: 1, gewijzigd: at(1) });
    expect(one(mine('marijke', region), 'LIM-2022-03-07-1400')).toMatchObject({ stand: 'zeker', volgnummer: 0 });
  });

  it('brengt een ruil en het ongedaan maken ervan op dezelfde plaats, met een hoger nummer [P4]', () => {
    const swap = (undone?: number) =>
      withChanges(
        change(ines, 1, undone ? { undone } : {}),
        change(marijke, 1, { datum: '2022-03-08', ...(undone && { undone }) }),
      );
    const other = 'LIM-2022-03-08-0900';
    expect(one(mine('marijke', swap()), other)).toMatchObject({ stand: 'zeker', volgnummer: 1 });
    expect(one(mine('ines', swap()), other)).toMatchObject({ stand: 'vervallen', volgnummer: 1 });
    expect(one(mine('marijke', swap(5)), MORNING)).toMatchObject({ stand: 'zeker', volgnummer: 2, gewijzigd: at(5) });
    expect(one(mine('marijke', swap(5)), other)).toMatchObject({ stand: 'vervallen', volgnummer: 2 });
    expect(one(mine('ines', swap(5)), other)).toMatchObject({ stand: 'zeker', volgnummer: 2 });
  });

  it('kort een dagdeel in waar iemand anders een stuk doet', () => {
    const items = mine('marijke', withChanges(change(ines, 1, { van: '10:00', tot: '11:00' })));
    expect(dayOf(items, '2022-03-07').map((i) => [i.uid.slice(15, 19), i.stand, i.volgnummer])).toEqual([
      ['0900', 'zeker', 1],
      ['1100', 'zeker', 1],
      ['1400', 'zeker', 0],
    ]);
    const back = mine('marijke', withChanges(change(ines, 1, { van: '10:00', tot: '11:00', undone: 2 })));
    expect(dayOf(back, '2022-03-07').map((i) => [i.uid.slice(15, 19), i.stand, i.volgnummer])).toEqual([
      ['0900', 'zeker', 2],
      ['1100', 'vervallen', 2],
      ['1400', 'zeker', 0],
    ]);
  });

  it('toont een afwezigheid en een gesloten dag als vervallen [P4]', () => {
    expect(one(mine('marijke', withChanges(change({ kind: 'open' }, 1))), MORNING)?.stand).toBe('vervallen');
    const closed = withChanges(change({ kind: 'gesloten' }, 1, { van: '00:00', tot: '24:00' }));
    expect(dayOf(mine('marijke', closed), '2022-03-07').map((i) => i.stand)).toEqual(['vervallen', 'vervallen']);
  });
});

describe('de agenda van een regio', () => {
  it('zegt wie van wacht is en hoe je die bereikt, en wat niet ingevuld is [P1, P6]', () => {
    expect(dayOf(whole(regio), '2022-03-07').map((i) => [i.titel, i.tekst, i.stand])).toEqual([
      ['Marijke: permanentie Limburg', 'Bel 02 243 55 05.', 'zeker'],
      ['Jeugdhulpregie – algemene permanentie ACT: permanentie Limburg', 'Bel 011 30 31 40.', 'zeker'],
    ]);
    expect(one(whole(withChanges(change({ kind: 'open' }, 1))), MORNING)).toMatchObject({
      titel: 'Niet ingevuld: permanentie Limburg',
      stand: 'open',
      volgnummer: 1,
    });
    const filled = withChanges(change({ kind: 'open' }, 1), change(ines, 2));
    expect(one(whole(filled), MORNING)).toMatchObject({ titel: 'Ines: permanentie Limburg', volgnummer: 2 });
  });

  it('is er voor wie nu in het team zit, en voor niemand anders', () => {
    const agenda = (persoonId: string, code: string | null): Agenda => ({
      hash: 'h',
      persoonId,
      regio: code,
      gemaaktOp: now,
    });
    const feed = (a: Agenda, region: Region = regio) => agendaFeed(directoryWith([region]), holidays, a, now);
    expect(feed(agenda('p-expert', 'LIM'))?.naam).toBe('Permanentie Limburg');
    expect(feed(agenda('p-melder', 'LIM'))).toBeNull();
    expect(feed(agenda('p-ines', 'XXX'))).toBeNull();
    expect(feed(agenda('p-weg', null))).toBeNull();
    expect(feed(agenda('p-ines', null))?.naam).toBe('Mijn permanentie');
    const left = { ...regio, personen: regio.personen.map((p) => ({ ...p, tot: '2022-03-01' })) };
    expect(feed(agenda('p-ines', 'LIM'), left)).toBeNull();
  });
});

const dates = ['2022-03-07', '2022-03-27', '2022-10-30'];
const hour = fc.constantFrom('00:00', '01:30', '02:15', '02:45', '08:00', '09:00', '10:30', '12:00', '14:00', '24:00');
/** Steps as people take them: a change, or undoing one of those before. */
const step = fc.record({
  datum: fc.constantFrom(...dates),
  times: fc.tuple(hour, hour).filter(([a, b]) => a < b),
  wat: fc.constantFrom<Uitzondering['wat']>(marijke, ines, { kind: 'open' }, { kind: 'gesloten' }),
  undo: fc.option(fc.nat(9)),
});

describe('elke reeks wijzigingen', () => {
  it('bereikt dezelfde plaats in de agenda met een hoger nummer, en niets verdwijnt zomaar [P4, P5]', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        let list: Uitzondering[] = [];
        const feeds = () => {
          const region = withChanges(...list);
          const pick = (items: AgendaItem[]) => items.filter((i) => dates.some((d) => i.uid.includes(d)));
          return {
            region,
            marijke: pick(mine('marijke', region)),
            ines: pick(mine('ines', region)),
            all: pick(whole(region)),
          };
        };
        let before = feeds();
        for (const [n, { datum, times, wat, undo }] of steps.entries()) {
          const held = list.filter((u) => u.ongedaan === null);
          const undone = undo === null ? undefined : held[undo % Math.max(1, held.length)];
          list = undone
            ? list.map((u) => (u === undone ? { ...u, ongedaan: { door: 'p', op: at(n) } } : u))
            : [...list, change(wat, n, { datum, van: times[0], tot: times[1] })];
          const after = feeds();
          for (const which of ['marijke', 'ines', 'all'] as const) {
            for (const old of before[which]) {
              const same = after[which].find((i) => i.uid === old.uid);
              if (!same) throw new Error(`${old.uid} vanished`);
              expect(same.volgnummer).toBeGreaterThanOrEqual(old.volgnummer);
              const said = ({ volgnummer: _, gewijzigd: __, ...rest }: AgendaItem) => JSON.stringify(rest);
              if (said(same) !== said(old)) expect(same.volgnummer).toBeGreaterThan(old.volgnummer);
            }
            expect(new Set(after[which].map((i) => i.uid)).size).toBe(after[which].length);
          }
          for (const date of dates) {
            const duties = dutiesOn(after.region, holidays, date);
            const directory = directoryWith([after.region]);
            const spans = (items: readonly { start: Temporal.Instant; end: Temporal.Instant }[]) =>
              items.map((i) => `${i.start}/${i.end}`);
            const certain = (items: AgendaItem[]) => dayOf(items, date).filter((i) => i.stand === 'zeker');
            expect(spans(certain(after.all))).toEqual(spans(duties));
            for (const who of ['marijke', 'ines'] as const)
              expect(spans(certain(after[who]))).toEqual(
                spans(duties.filter((d) => responsible(after.region, directory, d)?.id === `p-${who}`)),
              );
          }
          before = after;
        }
      }),
      { numRuns: 20 },
    );
  });
});
