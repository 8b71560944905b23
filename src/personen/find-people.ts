import { eachApart } from '../each-apart.ts';
import type { ChatPlatform } from '../ports.ts';
import { dateIn } from '../time.ts';
import type { World } from '../world.ts';
import { type KnownAccount, reachableAccount } from './directory.ts';

/**
 * Looks up everybody on a rota by e-mail address on every platform where the bot has no account of
 * them yet, or one it could not write to: the bot can then speak first. Gives how many it found.
 *
 * A platform that asks for patience, or cannot be asked, stops there: the others go on, and the next search goes on
 * after whom it was asked about last.
 */
export function findPeople(world: World): () => Promise<number> {
  const { store, chats } = world;
  /** By platform: the address that was asked about last. */
  const last = new Map<string, string>();

  async function findOn(chat: ChatPlatform): Promise<number> {
    let found = 0;
    for (const [email, personId] of inTurn(wantedOf(world), last.get(chat.platform))) {
      const known = store.directory().accountsByPerson.get(personId);
      if (known?.some((a) => a.platform === chat.platform && a.reachable)) continue;
      last.set(chat.platform, email);
      const account = await chat.find(email);
      if (!account) continue;
      const linked: KnownAccount = { ...account, personId, reachable: true };
      await store.commit({ accounts: [linked], resend: personId, audit: [] });
      found++;
    }
    return found;
  }

  /** From the one after the last; first whom the bot cannot write to on any platform [A1]. */
  function inTurn(wanted: readonly [string, string][], after: string | undefined): [string, string][] {
    const next = wanted.findIndex(([email]) => email === after) + 1;
    const reached = ([, id]: [string, string]) => Number(reachableAccount(store.directory(), id) !== undefined);
    return [...wanted.slice(next), ...wanted.slice(0, next)].toSorted((a, b) => reached(a) - reached(b));
  }

  return () => eachApart(chats.values(), findOn);
}

/** Who is on a rota, today or later: person id by e-mail address. */
function wantedOf({ store, clock }: World): [string, string][] {
  const directory = store.directory();
  const wanted = new Map<string, string>();
  for (const region of directory.regions.values()) {
    const today = dateIn(region.tijdzone, clock.now());
    for (const entry of region.personen) {
      const id = directory.personIdByEmail.get(entry.email);
      if (id !== undefined && (entry.tot === undefined || today <= entry.tot)) wanted.set(entry.email, id);
    }
  }
  return [...wanted];
}
