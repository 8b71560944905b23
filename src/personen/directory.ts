import type { Sector } from '../aanmelding/aanmelding.ts';
import type { Account } from '../intent.ts';
import type { Region, RegionPerson, Role } from '../regio/region.ts';

/** Somebody the bot knows, across regions and platforms. */
export type Person = {
  id: string;
  naam: string;
  email: string | null;
  organisatie: string | null;
  functie: string | null;
  /** Kind of organisation: decides whether the lokaal team comes first [V6]. */
  sector: Sector | null;
  /** Region an aanmelder works in; coordinators get theirs from the region file. */
  regio: string | null;
  /** Platform this person wants to be reached on, when there is a choice. */
  voorkeur: string | null;
  /** Last day (ISO date) an expert is not to be asked for a zorgtafel [T5]. */
  afwezigTot?: string;
  /** Own hours for the reminders of the permanentie; absent: as each region has them [P7]. */
  herinnering?: Herinnering;
};

/** When somebody wants to hear of their day parts, in every region; null: as the region has it [P7]. */
export type Herinnering = {
  /** `HH:MM` on the wall, the working day before; `niet`: not then. */
  dagVoor: string | null;
  /** Minutes before a day part starts. Never off: that reminder carries *Ik ben er*. */
  vooraf: number | null;
};

/** An account of a known person. `reachable: false`: gone, blocked, never been in touch. */
export type KnownAccount = Account & { personId: string; reachable: boolean };

/**
 * Everybody and every region, as they are now: one immutable picture in memory, replaced as a whole
 * when something in it changes. Whatever answers a command within milliseconds reads only this.
 */
export type Directory = {
  /** Rises with every change, in the database too: how replicas notice that theirs is old. */
  version: number;
  regions: ReadonlyMap<string, Region>;
  persons: ReadonlyMap<string, Person>;
  accountsByKey: ReadonlyMap<string, KnownAccount>;
  accountsByPerson: ReadonlyMap<string, readonly KnownAccount[]>;
  personIdByEmail: ReadonlyMap<string, string>;
};

/** Key of an account in `accountsByKey`. */
export const accountKey = (account: { platform: string; ref: string }) => `${account.platform}|${account.ref}`;

/** The known person that a person id of a region file stands for. */
export function personFor(directory: Directory, region: Region, fileId: string): Person | undefined {
  const entry = region.personen.find((p) => p.id === fileId);
  const id = entry && directory.personIdByEmail.get(entry.email);
  return id === undefined ? undefined : directory.persons.get(id);
}

/** The entry of a person in a region's file that is valid on `date` (ISO) [P3]. */
export function entryFor(
  directory: Directory,
  region: Region,
  personId: string,
  date: string,
): RegionPerson | undefined {
  const email = directory.persons.get(personId)?.email;
  if (!email) return undefined;
  return region.personen.find(
    (p) => p.email === email && (p.van === undefined || p.van <= date) && (p.tot === undefined || date <= p.tot),
  );
}

/** The roles a person has in a region on `date`; everybody known may act as aanmelder. */
export function rolesIn(directory: Directory, region: Region, personId: string, date: string): readonly Role[] {
  return entryFor(directory, region, personId, date)?.rollen ?? [];
}

/** Was in a region's team until before `date` (ISO), and is not in it on that day [S7]. */
export function vertrokken(directory: Directory, region: Region, personId: string, date: string): boolean {
  const email = directory.persons.get(personId)?.email;
  const left = region.personen.some((p) => p.email === email && p.tot !== undefined && p.tot < date);
  return left && entryFor(directory, region, personId, date) === undefined;
}

/** Everybody with a role in a region on `date`, in the order of the region file. */
export function personsWithRole(directory: Directory, region: Region, role: Role, date: string): Person[] {
  const found: Person[] = [];
  for (const entry of region.personen) {
    const person = personFor(directory, region, entry.id);
    if (person && !found.includes(person) && rolesIn(directory, region, person.id, date).includes(role))
      found.push(person);
  }
  return found;
}

/** Where the bot writes to a person: the preferred reachable account, else any reachable one. */
export function reachableAccount(directory: Directory, personId: string): KnownAccount | undefined {
  const accounts = directory.accountsByPerson.get(personId)?.filter((a) => a.reachable) ?? [];
  const wanted = directory.persons.get(personId)?.voorkeur;
  return accounts.find((a) => a.platform === wanted) ?? accounts[0];
}
