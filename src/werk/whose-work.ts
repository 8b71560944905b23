import { personFor } from '../personen/directory.ts';
import type { Outbox, Store } from '../ports.ts';
import { teamOnderwerp, werkOnderwerp } from './onderwerp.ts';

/**
 * Whose overview shows something of `subject`, as subjects of their own. A case: everybody on it now, and
 * everybody who ever got a message about it, for who was on it before lost it. A region's team: its people,
 * whatever their dates. It costs as much as there are people concerned, not people or cases known.
 */
export async function whoseWork(world: { store: Store; outbox: Outbox }, subject: string): Promise<string[]> {
  const { store, outbox } = world;
  const directory = store.directory();
  for (const region of directory.regions.values())
    if (subject === teamOnderwerp(region.code))
      return [...new Set(region.personen.flatMap((p) => personFor(directory, region, p.id)?.id ?? []))].map(
        werkOnderwerp,
      );
  // A part of the rota or a request has a slash in it; who is concerned by those comes with the team.
  if (subject.includes('/')) return [];
  const casus = await store.casusById(subject);
  if (!casus) return [];
  const told = await outbox.recipients(subject);
  return [...new Set([...told, casus.aanspreekpunt, casus.aanmelder])].map(werkOnderwerp);
}
