import type { Sector } from '../../src/aanmelding/aanmelding.ts';
import type { Directory, Person } from '../../src/personen/directory.ts';
import type { Region, RegionPerson, Role } from '../../src/regio/region.ts';
import type { Ids } from '../../src/time.ts';

/**
 * The people of a region file as the bot has to know them: the new ones, and those whose data changed.
 * Matched by e-mail address. Somebody whose address changed under the same id stays the same person,
 * unless another region still knows that person by the old one.
 */
export function personsOfRegion(directory: Directory, current: Region | null, next: Region, ids: Ids): Person[] {
  const byEmail = new Map(next.personen.map((entry) => [entry.email, entry]));
  return [...byEmail.values()].flatMap((entry) => {
    const known = knownPerson(directory, current, entry);
    const { naam, email } = entry;
    const organisation = next.organisaties.find((o) => o.id === entry.organisatie);
    const person: Person = {
      id: known?.id ?? ids.next(),
      naam,
      email,
      organisatie: organisation?.naam ?? entry.organisatie ?? known?.organisatie ?? null,
      functie: known?.functie ?? functionOf(entry),
      sector: known?.sector ?? sectors[organisation?.sector ?? ''] ?? null,
      regio: known?.regio ?? next.code,
      voorkeur: known?.voorkeur ?? null,
      ...(known?.herinnering && { herinnering: known.herinnering }),
      ...(known?.afwezigTot !== undefined && { afwezigTot: known.afwezigTot }),
    };
    return known && isSame(known, person) ? [] : [person];
  });
}

function knownPerson(directory: Directory, current: Region | null, entry: RegionPerson): Person | undefined {
  const before = current?.personen.find((p) => p.id === entry.id)?.email;
  const sharedElsewhere = [...directory.regions.values()].some(
    (region) => region.code !== current?.code && region.personen.some((p) => p.email === before),
  );
  const id =
    directory.personIdByEmail.get(entry.email) ??
    (before === undefined || sharedElsewhere ? undefined : directory.personIdByEmail.get(before));
  return id === undefined ? undefined : directory.persons.get(id);
}

const functions: Record<Role, string> = {
  casuscoordinator: 'Casuscoördinator',
  provinciaal_coordinator: 'Provinciaal coördinator',
  planmaker: 'Planmaker',
  expert: 'Expert Jonge Kind',
  beheerder: 'Beheerder',
};

function functionOf(entry: RegionPerson): string | null {
  const [role] = entry.rollen;
  return role === undefined ? null : functions[role];
}

/** Sectors as region files name them. */
const sectors: Readonly<Record<string, Sector>> = {
  CKG: 'ckg_cig',
  CIG: 'ckg_cig',
  'Kind & Gezin': 'kind_en_gezin',
  Pleegzorg: 'pleegzorg',
  OCJ: 'gemandateerd',
  VK: 'gemandateerd',
  Justitie: 'justitie',
};

const isSame = (a: Person, b: Person) =>
  a.naam === b.naam &&
  a.email === b.email &&
  a.organisatie === b.organisatie &&
  a.functie === b.functie &&
  a.sector === b.sector &&
  a.regio === b.regio;
