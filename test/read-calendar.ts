import ICAL from 'ical.js';

/** What a calendar program makes of one entry. */
export type CalendarEntry = {
  uid: string;
  start: Temporal.Instant;
  end: Temporal.Instant;
  summary: string;
  description: string | null;
  status: string;
  sequence: number;
  lastModified: Temporal.Instant | null;
  transparency: string;
};

/** Reads iCalendar with another library than the one that wrote it. */
export function readCalendar(text: string): { name: string; entries: CalendarEntry[] } {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const instant = (value: unknown): Temporal.Instant => {
    if (!(value instanceof ICAL.Time)) throw new Error(`no time: ${String(value)}`);
    // A floating time would mean another instant on every screen.
    if (value.zone?.tzid !== 'UTC') throw new Error(`not an instant: ${value.toString()}`);
    return Temporal.Instant.fromEpochMilliseconds(value.toUnixTime() * 1000);
  };
  return {
    name: String(calendar.getFirstPropertyValue('x-wr-calname')),
    entries: calendar.getAllSubcomponents('vevent').map((event) => {
      const text = (name: string) => {
        const value = event.getFirstPropertyValue(name);
        return value === null ? null : String(value);
      };
      const modified = event.getFirstPropertyValue('last-modified');
      instant(event.getFirstPropertyValue('dtstamp'));
      return {
        uid: text('uid') ?? '',
        start: instant(event.getFirstPropertyValue('dtstart')),
        end: instant(event.getFirstPropertyValue('dtend')),
        summary: text('summary') ?? '',
        description: text('description'),
        status: text('status') ?? '',
        sequence: Number(text('sequence')),
        lastModified: modified === null ? null : instant(modified),
        transparency: text('transp') ?? '',
      };
    }),
  };
}
