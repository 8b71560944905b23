import { mededeling } from '../casus/berichten-over.ts';
import type { Change, Decision } from '../casus/change.ts';
import type { Seen } from '../casus/see.ts';
import type { Context } from '../context.ts';
import { dateIn } from '../time.ts';
import { aanvraagIntrekken } from './aanvragen.ts';
import { jaarbudgetten, kasVan } from './beslissen.ts';
import type { Boeking } from './boeking.ts';
import { klokkenBijEinde } from './klokken.ts';

/**
 * A case ends (withdrawn, closed): nobody decides about its means any more, so requests that wait are withdrawn with it,
 * weigh on no forecast, and who asked hears it. What is promised stays until it is paid or freed, and its contact hears
 * of it who did not end the case themself: that form says it. To wrap around the decision that ends the case.
 */
export async function metIngetrokkenAanvragen(
  decision: Decision,
  seen: Seen,
  { world, person, now }: Pick<Context, 'world' | 'person' | 'now'>,
): Promise<Decision> {
  if ('refusal' in decision) return decision;
  const before = await kasVan(world.store, seen);
  const waiting = before.rugzak.aanvragen.filter((a) => a.stand === 'aangevraagd');
  const start =
    person.id === seen.casus.aanspreekpunt
      ? (decision.start ?? [])
      : [...(decision.start ?? []), ...klokkenBijEinde(before, seen, world.ids.next)];
  if (waiting.length === 0) return { ...decision, start };
  const datum = dateIn(seen.region.tijdzone, now);
  let { rugzak } = before;
  const boekingen: Boeking[] = [];
  for (const { id } of waiting) {
    const daad = { door: person.id, op: now, datum, boekingId: world.ids.next() };
    const out = aanvraagIntrekken({ ...before, rugzak }, id, daad);
    if ('refusal' in out) continue;
    rugzak = out.rugzak;
    boekingen.push(...out.boekingen);
  }
  const asked = new Set(waiting.map((a) => a.door));
  const change: Change = {
    ...decision,
    start,
    gebeurtenissen: [
      ...decision.gebeurtenissen,
      ...waiting.map(() => ({
        op: now,
        soort: 'rugzak_gewijzigd' as const,
        door: person.id,
        detail: 'Aanvraag ingetrokken',
      })),
    ],
    berichten: [
      ...decision.berichten,
      ...[...asked].flatMap((aan) => mededeling('aanvraag_ingetrokken', now, aan, person.id)),
    ],
    rugzak: {
      next: rugzak,
      regio: seen.region.code,
      boekingen,
      budget: jaarbudgetten(seen.region),
    },
  };
  return change;
}
