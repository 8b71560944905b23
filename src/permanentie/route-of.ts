import type { Region } from '../regio/region.ts';
import { latestValid } from '../regio/valid-on.ts';
import { dateIn } from '../time.ts';
import type { Duty } from './on-duty.ts';

/** The phone route that answers a day part, with its number on that day [P1, P3]; null where a person does. */
export function routeOf(
  region: Region,
  duty: Duty | null,
): { naam: string; telefoon: string | null; tot: string } | null {
  if (duty?.kind !== 'route') return null;
  const route = latestValid(
    region.routes.filter((r) => r.id === duty.route),
    dateIn(region.tijdzone, duty.start),
  );
  return { naam: route?.naam ?? duty.route, telefoon: route?.telefoon ?? null, tot: duty.end.toString() };
}
