import { casusKaart, mededeling } from '../casus/berichten-over.ts';
import type { Casus } from '../casus/casus.ts';
import { type BerichtSpec, changed } from '../casus/change.ts';
import { volgtOp } from '../casus/volgt-op.ts';
import { toewijzing } from '../permanentie/toewijzing.ts';
import { type Directory, personsWithRole } from '../personen/directory.ts';
import type { Region } from '../regio/region.ts';
import { dateIn } from '../time.ts';
import type { MededelingSoort } from '../view.ts';
import type { World } from '../world.ts';
import type { Bericht } from './bericht.ts';

/**
 * A message that can never reach its recipient. An aanmelding that still waits goes at once to the
 * next coordinator the bot can reach; about anything else the contact of the case hears that it was not
 * delivered, or the planners where the contact or a channel could not be reached. A notice about that which fails
 * itself ends here.
 */
export async function undeliverable(world: World, bericht: Bericht): Promise<void> {
  const { store, clock, ids } = world;
  if (aboutDelivery.includes(bericht.onderwerp) || bericht.casusId === null) return;
  for (let attempt = 0; attempt < 5; attempt++) {
    const casus = await store.casusById(bericht.casusId);
    const directory = store.directory();
    const region = casus && directory.regions.get(casus.regio);
    if (!casus || !region) return;
    const now = clock.now();
    const lost = 'persoon' in bericht.aan ? bericht.aan.persoon : null;
    const to = toewijzing(region, directory, world.holidays, now);
    const moves = casus.stand === 'aangemeld' && casus.aanspreekpunt === lost && to && to.persoon.id !== lost;
    const tell = (
      soort: 'persoon_niet_bereikbaar' | 'bericht_niet_bezorgd',
      persons: readonly string[],
    ): BerichtSpec[] =>
      persons.map((persoon) => ({ soort: 'mededeling', onderwerp: soort, op: bericht.op, aan: { persoon } }));
    const berichten: BerichtSpec[] = moves
      ? [
          casusKaart(casus, to.persoon.id),
          ...tell('persoon_niet_bereikbaar', planners(directory, region, casus, lost, now)),
          ...mededeling('nieuw_aanspreekpunt', now, casus.aanmelder, null),
        ]
      : tell(
          'bericht_niet_bezorgd',
          lost === null || casus.aanspreekpunt === lost
            ? planners(directory, region, casus, lost, now)
            : volgtOp(casus, directory, now),
        );
    const result = await store.commit({
      casus: {
        next: changed(casus, moves ? { aanspreekpunt: to.persoon.id } : {}),
        was: casus.versie,
      },
      gebeurtenissen: [
        { casusId: casus.id, op: now, soort: 'niet_bereikt', door: null, ...(lost && { betreft: lost }) },
        ...(moves
          ? [{ casusId: casus.id, op: now, soort: 'doorgegeven' as const, door: null, betreft: to.persoon.id }]
          : []),
      ],
      berichten: berichten.map((b) => ({ ...b, id: ids.next(), casusId: casus.id })),
      refresh: casus.id,
      audit: [{ op: now, wie: 'bot', wat: 'bericht.niet_bezorgd', waarover: bericht.id, resultaat: 'toegestaan' }],
    });
    if (result.kind !== 'verouderd') return;
  }
}

/** Notices that say something was not delivered: one that fails itself must not make another. */
const aboutDelivery: readonly string[] = [
  'persoon_niet_bereikbaar',
  'bericht_niet_bezorgd',
] satisfies readonly MededelingSoort[];

/** Who plans the rota; where nobody does, the coordinators. The one who was not reached is left out. */
function planners(
  directory: Directory,
  region: Region,
  casus: Casus,
  lost: string | null,
  now: Temporal.Instant,
): string[] {
  const today = dateIn(region.tijdzone, now);
  const of = (role: 'beheerder' | 'casuscoordinator') =>
    personsWithRole(directory, region, role, today)
      .map((p) => p.id)
      .filter((id) => id !== lost && id !== casus.aanmelder);
  const found = of('beheerder');
  return found.length > 0 ? found : of('casuscoordinator');
}
