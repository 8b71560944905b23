import type { MededelingSoort } from '../casus/casus-view.ts';
import { type BerichtSpec, changed } from '../casus/change.ts';
import { doorgeven } from '../casus/doorgeven.ts';
import { ended } from '../casus/ended.ts';
import { vangtOp, volgtNiemandOp, volgtOp } from '../casus/volgt-op.ts';
import { plannersBehalve } from '../permanentie/planners.ts';
import { toewijzing } from '../permanentie/toewijzing.ts';
import { dateIn } from '../time.ts';
import type { World } from '../world.ts';
import type { Bericht } from './bericht.ts';

/**
 * A message that can never reach its recipient. An aanmelding that still waits goes at once to the
 * next coordinator the bot can reach; about anything else the contact of the case hears that it was not
 * delivered, or the planners where the contact or a channel could not be reached, or where it is about no case.
 * A notice about that which fails itself ends here.
 */
export async function undeliverable(world: World, bericht: Bericht): Promise<void> {
  const { store, clock, ids } = world;
  if (aboutDelivery.includes(bericht.onderwerp) || bericht.soort === 'rooster_niet_bezorgd') return;
  if (bericht.casusId === null) return withoutCase(world, bericht);
  for (let attempt = 0; attempt < 5; attempt++) {
    const casus = await store.casusById(bericht.casusId);
    const directory = store.directory();
    const region = casus && directory.regions.get(casus.regio);
    if (!casus || !region) return;
    const now = clock.now();
    const lost = 'persoon' in bericht.aan ? bericht.aan.persoon : null;
    const to = toewijzing(region, directory, world.holidays, now);
    const moves =
      casus.stand === 'aangemeld' &&
      casus.aanspreekpunt === lost &&
      to &&
      to.persoon.id !== lost &&
      vangtOp(directory, region, now).length > 0
        ? doorgeven(casus, to.persoon.id, now)
        : null;
    const others = plannersBehalve([lost, casus.aanmelder], directory, region, now).map((p) => p.id);
    const tell = (
      soort: 'persoon_niet_bereikbaar' | 'bericht_niet_bezorgd',
      persons: readonly string[],
    ): BerichtSpec[] =>
      persons.map((persoon) => ({ soort: 'mededeling', onderwerp: soort, op: bericht.op, aan: { persoon } }));
    const berichten: BerichtSpec[] = moves
      ? [...moves.berichten, ...tell('persoon_niet_bereikbaar', others)]
      : tell(
          'bericht_niet_bezorgd',
          lost === null || casus.aanspreekpunt === lost ? others : volgtOp(casus, directory, now),
        );
    const result = await store.commit({
      casus: { next: moves?.next ?? changed(casus, {}), was: casus.versie },
      gebeurtenissen: [
        { casusId: casus.id, op: now, soort: 'niet_bereikt', door: null, ...(lost && { betreft: lost }) },
        ...(moves?.gebeurtenissen ?? []).map((g) => ({ ...g, casusId: casus.id })),
      ],
      berichten: berichten.map((b) => ({ ...b, id: ids.next(), casusId: casus.id })),
      refresh: casus.id,
      audit: [{ op: now, wie: 'bot', wat: 'bericht.niet_bezorgd', waarover: bericht.id, resultaat: 'toegestaan' }],
    });
    if (result.kind !== 'verouderd') return;
  }
  // Nobody knows yet: the job comes back for it, and by then fewer are at the case.
  throw new Error('others were first each time');
}

/**
 * A message about a case for its contact, who left, while nobody of the region is left who follows it up: it must not
 * end as if all were well [A3, C4].
 */
export async function bereiktNiemand({ store, clock }: World, { aan, casusId, soort }: Bericht): Promise<boolean> {
  const casus = 'persoon' in aan && casusId !== null ? await store.casusById(casusId) : null;
  if (!casus || !('persoon' in aan) || aan.persoon !== casus.aanspreekpunt) return false;
  // Of a closed case only its clocks still ask for somebody.
  return (!ended(casus) || soort === 'termijn') && volgtNiemandOp(casus, store.directory(), clock.now());
}

/** About the rota or the budget of a region: its planners hear once a day of each who cannot be reached [P6, P7]. */
async function withoutCase({ store, clock, ids }: World, { onderwerp, aan, id }: Bericht): Promise<void> {
  const directory = store.directory();
  const region = directory.regions.get(onderwerp.split('/')[0] ?? '');
  if (!region) return;
  const now = clock.now();
  const today = dateIn(region.tijdzone, now);
  const lost = 'persoon' in aan ? aan.persoon : null;
  await store.commit({
    berichten: plannersBehalve([lost], directory, region, now).map(({ id: persoon }) => ({
      id: ids.next(),
      soort: 'rooster_niet_bezorgd',
      casusId: null,
      onderwerp: `${region.code}/niet_bezorgd/${today}/${lost ?? 'kanaal'}`,
      op: Temporal.PlainDate.from(today).toZonedDateTime(region.tijdzone).toInstant(),
      aan: { persoon },
    })),
    audit: [{ op: now, wie: 'bot', wat: 'bericht.niet_bezorgd', waarover: id, resultaat: 'toegestaan' }],
  });
}

/** Notices that say something was not delivered: one that fails itself must not make another. */
const aboutDelivery: readonly string[] = [
  'persoon_niet_bereikbaar',
  'bericht_niet_bezorgd',
] satisfies readonly MededelingSoort[];
