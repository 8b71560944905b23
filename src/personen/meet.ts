import { withoutRijksregisternummers } from '../aanmelding/rijksregisternummer.ts';
import type { Account, Intent } from '../intent.ts';
import type { Outcome } from '../outcome.ts';
import type { World } from '../world.ts';
import { accountKey, type KnownAccount, type Person } from './directory.ts';
import { readKennismaking } from './kennismaking.ts';

/**
 * Who is behind an account. Known: brings a changed address up to date. Unknown with an e-mail address
 * somebody known has: the same person, on this platform too. Otherwise null: a first contact.
 */
export async function recognise(world: World, intent: Intent): Promise<Person | null> {
  const directory = world.store.directory();
  const { account } = intent;
  const known = directory.accountsByKey.get(accountKey(account));
  if (known) {
    if (known.address !== account.address || !known.reachable) await remember(world, account, known.personId, intent);
    return directory.persons.get(known.personId) ?? null;
  }
  const profile = await world.chats.get(account.platform)?.profile(account.ref);
  const personId = profile?.email ? directory.personIdByEmail.get(profile.email.toLowerCase()) : undefined;
  if (personId === undefined) return null;
  await remember(world, account, personId, intent);
  return world.store.directory().persons.get(personId) ?? null;
}

/** Keeps an account as reachable; what could not be delivered before is tried again. */
async function remember(world: World, account: Account, personId: string, intent: Intent) {
  const known: KnownAccount = { ...account, personId, reachable: true };
  await world.store.commit({
    accounts: [known],
    resend: personId,
    audit: [{ op: intent.at, wie: personId, wat: 'account.koppelen', waarover: personId, resultaat: 'toegestaan' }],
  });
}

/** The account can no longer be written to: gone, blocked, bot removed. */
export async function markUnreachable(world: World, account: KnownAccount): Promise<void> {
  if (!account.reachable) return;
  await world.store.commit({ accounts: [{ ...account, reachable: false }], audit: [] });
}

/** Asks somebody new for organisation and function, once. `then`: the command to go on with. */
export async function askKennismaking(
  world: World,
  intent: Intent,
  then: string,
  values = {},
  errors = {},
): Promise<Outcome> {
  const profile = await world.chats.get(intent.account.platform)?.profile(intent.account.ref);
  const regions = [...world.store.directory().regions.values()];
  return {
    kind: 'form',
    view: {
      view: 'kennismaking',
      naam: profile?.naam ?? '',
      regios: regions.length > 1 ? regions.map((r) => ({ code: r.code, naam: r.naam })) : [],
      values,
      errors,
      then,
    },
  };
}

/** Keeps who somebody new is; null when the answers are not complete (the outcome asks again). */
export async function saveKennismaking(world: World, intent: Intent, then: string): Promise<Person | Outcome> {
  if (intent.input.kind !== 'action') return { kind: 'nothing' };
  const { values } = intent.input;
  const read = readKennismaking(values, world.store.directory());
  if ('errors' in read) return askKennismaking(world, intent, then, withoutRijksregisternummers(values), read.errors);
  const profile = await world.chats.get(intent.account.platform)?.profile(intent.account.ref);
  const person: Person = {
    id: world.ids.next(),
    naam: profile?.naam ?? 'Onbekende aanmelder',
    email: profile?.email?.toLowerCase() ?? null,
    voorkeur: null,
    ...read,
  };
  const result = await world.store.commit({
    once: intent.delivery,
    persons: [person],
    accounts: [{ ...intent.account, personId: person.id, reachable: true }],
    audit: [
      { op: intent.at, wie: person.id, wat: 'kennismaking.bewaren', waarover: person.id, resultaat: 'toegestaan' },
    ],
  });
  return result.kind === 'ok' ? person : { kind: 'nothing' };
}
