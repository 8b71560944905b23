import type { Holidays } from './permanentie/on-duty.ts';
import type { AgendaAddresses, ChatPlatform, Log, Store } from './ports.ts';
import type { Clock, Ids } from './time.ts';

/** Everything the domain gets from outside, in one place. */
export type World = {
  store: Store;
  clock: Clock;
  ids: Ids;
  holidays: Holidays;
  agenda: AgendaAddresses;
  /** Addresses of documents, made as those of calendars are. */
  documenten: AgendaAddresses;
  log: Log;
  /** By platform name; a platform that is not configured is not there. */
  chats: ReadonlyMap<string, ChatPlatform>;
};
