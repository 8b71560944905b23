import type { Uitzondering } from '../../src/permanentie/uitzondering.ts';
import { accountKey, type Directory, type KnownAccount, type Person } from '../../src/personen/directory.ts';
import type { Region } from '../../src/regio/region.ts';

/** What changed in the directory: whoever and whatever is in it takes the place of what was there. */
export type DirectoryChange = {
  regions: readonly Region[];
  persons: readonly Person[];
  accounts: readonly KnownAccount[];
  /** Changes to the rota of any region [P4]. */
  uitzonderingen: readonly Uitzondering[];
};

type People = Omit<Directory, 'version' | 'regions'>;

export const emptyPicture: Directory = { version: -1, regions: new Map(), ...peopleOf([], []) };

/**
 * The picture after a change that made it `version`. What did not change is shared with the picture
 * before: a region keeps its identity, and with it everything that was worked out about it.
 */
export function pictureWith(before: Directory, version: number, change: DirectoryChange): Directory {
  const { persons, accounts } = change;
  const people: People =
    persons.length + accounts.length === 0
      ? before
      : peopleOf([...before.persons.values(), ...persons], [...before.accountsByKey.values(), ...accounts]);
  const { accountsByKey, accountsByPerson, personIdByEmail } = people;
  const regions = regionsWith(before.regions, change);
  return { version, regions, persons: people.persons, accountsByKey, accountsByPerson, personIdByEmail };
}

function peopleOf(persons: readonly Person[], accounts: readonly KnownAccount[]): People {
  const accountsByKey = new Map<string, KnownAccount>();
  for (const account of accounts) accountsByKey.set(accountKey(account), account);
  const accountsByPerson = new Map<string, KnownAccount[]>();
  for (const account of accountsByKey.values()) {
    const those = accountsByPerson.get(account.personId);
    if (those) those.push(account);
    else accountsByPerson.set(account.personId, [account]);
  }
  const personsById = new Map<string, Person>();
  for (const person of persons) personsById.set(person.id, person);
  const personIdByEmail = new Map<string, string>();
  for (const person of personsById.values()) if (person.email) personIdByEmail.set(person.email, person.id);
  return { persons: personsById, accountsByKey, accountsByPerson, personIdByEmail };
}

function regionsWith(
  before: Directory['regions'],
  { regions, uitzonderingen }: DirectoryChange,
): ReadonlyMap<string, Region> {
  if (regions.length + uitzonderingen.length === 0) return before;
  const after = new Map(before);
  for (const region of regions) {
    // A new region file leaves the changes to the rota as they are [P4].
    const kept = before.get(region.code)?.uitzonderingen;
    after.set(region.code, kept ? { ...region, uitzonderingen: kept } : region);
  }
  for (const [code, changes] of Map.groupBy(uitzonderingen, (u) => u.regio)) {
    const region = after.get(code);
    if (region) after.set(code, { ...region, uitzonderingen: merged(region.uitzonderingen ?? [], changes) });
  }
  return after;
}

/** Oldest first; one that is there already, and was undone since, stays where it was. */
function merged(before: readonly Uitzondering[], changes: readonly Uitzondering[]): Uitzondering[] {
  const byId = new Map(before.map((u) => [u.id, u]));
  for (const change of changes) byId.set(change.id, change);
  return [...byId.values()].sort((a, b) => Temporal.Instant.compare(a.op, b.op) || (a.id < b.id ? -1 : 1));
}
