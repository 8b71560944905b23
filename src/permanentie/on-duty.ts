import type { Region } from '../regio/region.ts';
import type { Instant } from '../time.ts';

/** Public holidays of one year as ISO dates; comes from a library outside `src`. */
export type Holidays = (year: number) => ReadonlySet<string>;

/** A day part on a concrete day, its borders as instants. */
export type Duty = { start: Instant; end: Instant } & (
  | { kind: 'persoon'; persoon: string }
  | { kind: 'route'; route: string; eigenaar: string }
);

/** Person ids are those of the region file (see `personFor`). */
export declare function onDutyAt(region: Region, holidays: Holidays, at: Instant): Duty | null;
export declare function nextOnDuty(region: Region, holidays: Holidays, after: Instant): Duty | null;
