import { dateIn } from '../time.ts';
import type { World } from '../world.ts';
import type { KnownAccount } from './directory.ts';

/**
 * Looks up everybody on a rota by e-mail address on every platform where the bot has no account of
 * them yet, or one it could not write to: the bot can then speak first. Returns how many it found.
 */
export async function findPeople(world: World): Promise<number> {
  const { store, chats, clock } = world;
  const now = clock.now();
  const directory = store.directory();
  const wanted = new Map<string, string>();
  for (const region of directory.regions.values()) {
    const today = dateIn(region.tijdzone, now);
    for (const entry of region.personen) {
      const id = directory.personIdByEmail.get(entry.email);
      if (id !== undefined && (entry.tot === undefined || today <= entry.tot)) wanted.set(entry.email, id);
    }
  }
  let found = 0;
  for (const chat of chats.values()) {
    for (const [email, personId] of wanted) {
      const known = directory.accountsByPerson.get(personId)?.some((a) => a.platform === chat.platform && a.reachable);
      if (known) continue;
      const account = await chat.find(email);
      if (!account) continue;
      const linked: KnownAccount = { ...account, personId, reachable: true };
      await store.commit({ accounts: [linked], resend: personId, audit: [] });
      found++;
    }
  }
  return found;
}
