import { accountKey, type Directory, type KnownAccount, type Person } from '../../src/personen/directory.ts';
import type { Region } from '../../src/regio/region.ts';

/** What the picture is made of. */
export type DirectoryParts = {
  version: number;
  regions: Iterable<Region>;
  persons: Iterable<Person>;
  accounts: Iterable<KnownAccount>;
};

export function directoryPicture({ version, regions, persons, accounts }: DirectoryParts): Directory {
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
  const regionsByCode = new Map<string, Region>();
  for (const region of regions) regionsByCode.set(region.code, region);
  return { version, regions: regionsByCode, persons: personsById, accountsByKey, accountsByPerson, personIdByEmail };
}

export type DirectoryChange = {
  persons?: Person[];
  accounts?: KnownAccount[];
  region?: { next: Region };
  uitzonderingen?: unknown;
};

/** The picture after a change that made it `version`. */
export function pictureWith(directory: Directory, version: number, change: DirectoryChange): Directory {
  return directoryPicture({
    version,
    regions: [...directory.regions.values(), ...(change.region ? [keepingChanges(directory, change.region.next)] : [])],
    persons: [...directory.persons.values(), ...(change.persons ?? [])],
    accounts: [...directory.accountsByKey.values(), ...(change.accounts ?? [])],
  });
}

/** A new region file leaves the changes to the rota as they are [P4]. */
function keepingChanges(directory: Directory, next: Region): Region {
  const uitzonderingen = directory.regions.get(next.code)?.uitzonderingen;
  return uitzonderingen ? { ...next, uitzonderingen } : next;
}
