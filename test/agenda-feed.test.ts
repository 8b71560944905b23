import { describe, expect, it } from 'vitest';
import { renderAgenda } from '../adapters/calendar/render-agenda.ts';
import { flemishHolidays } from '../adapters/region/holidays.ts';
import { agendaFeed } from '../src/permanentie/agenda.ts';
import { dutiesOn } from '../src/permanentie/on-duty.ts';
import { responsible } from '../src/permanentie/toewijzing.ts';
import type { Uitzondering } from '../src/permanentie/uitzondering.ts';
import type { Region } from '../src/regio/region.ts';
import { directoryWith, regio } from '../src/world.fixture.ts';
import { type CalendarEntry, readCalendar } from './read-calendar.ts';

const made = Temporal.Instant.from('2026-01-15T10:00:00Z');

function feedText(region: Region, persoonId: string, code: string | null, now: Temporal.Instant): string {
  const feed = agendaFeed(
    directoryWith([region]),
    flemishHolidays,
    { hash: 'h', persoonId, regio: code, gemaaktOp: made },
    now,
  );
  if (!feed) throw new Error('no feed');
  return renderAgenda(feed, made);
}
const read = (...asked: Parameters<typeof feedText>) => readCalendar(feedText(...asked)).entries;

/** The reference rota, with day parts in the nights on which the clock changes. */
const nights: Region = {
  ...regio,
  permanentie: regio.permanentie.map((p) => ({
    ...p,
    dagdelen: [
      ...p.dagdelen,
      { dag: 'zo', van: '00:00', tot: '02:30', persoon: 'marijke' },
      { dag: 'zo', van: '02:30', tot: '03:30', persoon: 'ines' },
      { dag: 'zo', van: '22:00', tot: '24:00', persoon: 'marijke' },
    ],
  })),
};

const daysOf = (year: number): string[] => {
  const days: string[] = [];
  for (let day = Temporal.PlainDate.from(`${year}-01-01`); day.year === year; day = day.add({ days: 1 }))
    days.push(day.toString());
  return days;
};
const spans = (entries: readonly { start: Temporal.Instant; end: Temporal.Instant }[]) =>
  entries.map((e) => `${e.start}/${e.end}`);
const on = (entries: readonly CalendarEntry[], date: string) => entries.filter((e) => e.uid.startsWith(`LIM-${date}-`));

describe.each([
  ['het referentierooster', regio],
  ['dagdelen in de nacht dat de klok verspringt', nights],
])('een agenda die een andere bibliotheek terugleest: %s', (_, region) => {
  it.each([2026, 2027])(
    'zegt voor elke dag van %i wat het rooster zegt, feestdagen inbegrepen [P1, P2, P5]',
    (year) => {
      const now = Temporal.Instant.from(`${year}-02-04T11:00:00Z`);
      const directory = directoryWith([region]);
      const whole = read(region, 'p-ines', 'LIM', now);
      const own = { marijke: read(region, 'p-marijke', null, now), ines: read(region, 'p-ines', null, now) };
      let parts = 0;
      for (const date of daysOf(year)) {
        const duties = dutiesOn(region, flemishHolidays, date);
        parts += duties.length;
        expect(spans(on(whole, date)), date).toEqual(spans(duties));
        for (const who of ['marijke', 'ines'] as const)
          expect(spans(on(own[who], date)), date).toEqual(
            spans(duties.filter((d) => responsible(region, directory, d)?.id === `p-${who}`)),
          );
      }
      expect(parts).toBeGreaterThan(450);
    },
  );
});

describe('een agenda', () => {
  const now = Temporal.Instant.from('2026-02-04T11:00:00Z');
  const whole = read(regio, 'p-ines', 'LIM', now);

  it('begint om 9 uur op de klok aan de muur, voor en na beide klokwijzigingen [P5]', () => {
    const startOn = (date: string) => on(whole, date)[0]?.start.toString();
    expect(startOn('2026-03-27')).toBe('2026-03-27T08:00:00Z');
    expect(startOn('2026-03-30')).toBe('2026-03-30T07:00:00Z');
    expect(startOn('2026-10-23')).toBe('2026-10-23T07:00:00Z');
    expect(startOn('2026-10-26')).toBe('2026-10-26T08:00:00Z');
    expect(on(whole, '2026-05-01')).toEqual([]);
    expect(on(whole, '2026-07-21')).toEqual([]);
  });

  it('gebruikt enkel regels die elk programma kan lezen, en is twee keer gelijk', () => {
    const text = feedText(regio, 'p-marijke', null, now);
    expect(feedText(regio, 'p-marijke', null, now.add({ hours: 3 }))).toBe(text);
    expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n')).toBe(true);
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
    for (const line of text.split('\r\n')) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toMatch(/[\r\n]/);
    }
    expect(readCalendar(text).name).toBe('Mijn permanentie');
    expect(text).not.toMatch(/METHOD|ATTENDEE|ORGANIZER|VALARM/);
  });

  it('laat wat iemand in een regiobestand schreef tekst zijn', () => {
    const naam = 'Limburg; noord, “zuid” \\ en\r\nEND:VEVENT 👶';
    const [first] = read({ ...regio, naam }, 'p-marijke', null, now);
    expect(first?.summary).toBe(`Permanentie ${naam.replace('\r\n', '\n')}`);
  });

  it('bezet mijn tijd en niet die van wie meekijkt; wat vervalt zegt het zelf en neemt geen tijd in', () => {
    const datum = '2026-03-09';
    const change = (undone: boolean): Uitzondering => ({
      id: 'u-1',
      regio: 'LIM',
      datum,
      van: '09:00',
      tot: '12:00',
      wat: { kind: 'persoon', persoon: 'ines' },
      groep: null,
      door: 'p-planner',
      op: Temporal.Instant.from('2026-02-01T10:00:00Z'),
      ongedaan: undone ? { door: 'p-planner', op: Temporal.Instant.from('2026-02-02T10:00:00Z') } : null,
    });
    const uid = `LIM-${datum}-0900@zorggarantie`;
    const entry = (who: string, code: string | null, ...uitzonderingen: Uitzondering[]) =>
      read({ ...regio, uitzonderingen }, who, code, now).find((e) => e.uid === uid);
    expect(entry('p-marijke', null)).toMatchObject({
      status: 'CONFIRMED',
      sequence: 0,
      lastModified: null,
      transparency: 'OPAQUE',
    });
    const gone = entry('p-marijke', null, change(false));
    expect(gone).toMatchObject({
      status: 'CANCELLED',
      summary: 'Vervallen: Permanentie Limburg',
      sequence: 1,
      transparency: 'TRANSPARENT',
    });
    expect(gone?.lastModified?.toString()).toBe('2026-02-01T10:00:00Z');
    expect(entry('p-ines', null, change(false))).toMatchObject({ status: 'CONFIRMED', sequence: 1 });
    expect(entry('p-ines', null, change(true))).toMatchObject({ status: 'CANCELLED', sequence: 2 });
    expect(entry('p-marijke', null, change(true))).toMatchObject({ status: 'CONFIRMED', sequence: 2 });
    expect(entry('p-expert', 'LIM', change(false))).toMatchObject({
      summary: 'Ines: permanentie Limburg',
      description: 'Bel 02 243 55 05.',
      transparency: 'TRANSPARENT',
      sequence: 1,
    });
  });
});
