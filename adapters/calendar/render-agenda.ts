import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator';
import type { AgendaFeed, AgendaItem } from '../../src/permanentie/agenda.ts';
import type { Instant } from '../../src/time.ts';

/** Who sends one entry by itself (RFC 5546); `vervallen`: it is taken back. */
export type Afzender = { naam: string; email: string; vervallen: boolean };

/** How often a calendar program should look again; many take longer whatever is asked. */
const REFRESH_SECONDS = 3600;

const statuses: Record<AgendaItem['stand'], ICalEventStatus> = {
  zeker: ICalEventStatus.CONFIRMED,
  open: ICalEventStatus.TENTATIVE,
  vervallen: ICalEventStatus.CANCELLED,
};

/**
 * A calendar as iCalendar (RFC 5545). `since`: when its address was made, the stamp of what never
 * changed; so the same feed is the same text, and its digest an ETag.
 *
 * Times are UTC instants, without VTIMEZONE: no entry repeats, so there is no wall clock left to follow.
 * Every program shows an instant on its reader's own wall, also across both changes of the clock, and an
 * instant can say which of the two passes of 02:30 in October is meant, which a local time cannot.
 *
 * No METHOD in a calendar that is subscribed to: with one, DTSTAMP would have to be the moment of sending, and RFC 5546 wants an organizer.
 */
export function renderAgenda({ naam, bezet, items }: AgendaFeed, since: Instant, sent?: Afzender): string {
  const calendar = ical({
    name: naam,
    prodId: { company: 'zorggarantie', product: 'permanentie', language: 'NL' },
    ...(sent
      ? { method: sent.vervallen ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH }
      : { ttl: REFRESH_SECONDS }),
  });
  for (const item of items) {
    // Some programs leave a cancelled entry as it is: its title says so too, and it takes no time.
    const busy = bezet && item.stand === 'zeker';
    calendar.createEvent({
      id: item.uid,
      start: at(item.start),
      end: at(item.end),
      stamp: at(item.gewijzigd ?? since),
      lastModified: item.gewijzigd && at(item.gewijzigd),
      sequence: item.volgnummer,
      summary: item.titel,
      ...(item.plaats !== undefined && { location: item.plaats }),
      ...(sent && { organizer: { name: sent.naam, email: sent.email } }),
      description: item.tekst === '' ? null : item.tekst,
      status: statuses[item.stand],
      transparency: busy ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
      busystatus: busy ? ICalEventBusyStatus.BUSY : ICalEventBusyStatus.FREE,
    });
  }
  return `${calendar.toString()}\r\n`;
}

const at = (instant: Instant): Date => new Date(instant.epochMilliseconds);
