import type { Uitzondering } from '../../src/permanentie/uitzondering.ts';
import type { Directory, Person } from '../../src/personen/directory.ts';
import type { Region } from '../../src/regio/region.ts';
import { usualHerinneringen } from '../../src/regio/usual-herinneringen.ts';
import { type DirectoryChange, directoryPicture, pictureWith } from './directory-picture.ts';
import { toInstant } from './instants.ts';
import type { Database } from './open-database.ts';

/** The picture of people and regions in memory. */
export type DirectoryCache = {
  current(): Directory;
  /** Our own change was committed as `version`: the picture has it when this resolves. */
  changed(version: number, change: DirectoryChange): Promise<void>;
  /** Reads the picture again when another replica changed it; whether it did. One cheap query otherwise. */
  refresh(): Promise<boolean>;
};

export async function openDirectoryCache(database: Database): Promise<DirectoryCache> {
  let picture = await loadDirectory(database);
  const put = (next: Directory) => {
    // Two loads may end in the other order: never back to an older picture.
    if (next.version > picture.version) picture = next;
  };
  return {
    current: () => picture,
    async changed(version, change) {
      if (version === picture.version + 1 && !change.uitzonderingen) put(pictureWith(picture, version, change));
      else if (version > picture.version) put(await loadDirectory(database));
    },
    async refresh() {
      if ((await versionOf(database)) <= picture.version) return false;
      put(await loadDirectory(database));
      return true;
    },
  };
}

async function versionOf({ prisma }: Pick<Database, 'prisma'>): Promise<number> {
  const row = await prisma.stand.findUniqueOrThrow({ where: { naam: 'directory' } });
  return row.versie;
}

async function loadDirectory(database: Database): Promise<Directory> {
  const { prisma } = database;
  // The version first: what changes while the rest is read makes the picture newer than it says, and
  // the next refresh reads it once more.
  const version = await versionOf(database);
  const persons = await prisma.persoon.findMany();
  const accounts = await prisma.account.findMany();
  const regions = await prisma.$queryRaw<{ document: Region }[]>`
    SELECT DISTINCT ON (code) document FROM regio_versie ORDER BY code, volgnr DESC`;
  const changes = await loadUitzonderingen(database);
  return directoryPicture({
    version,
    // A document of an earlier version has no reminders of its own.
    regions: regions.map((row) => ({
      ...row.document,
      herinneringen: row.document.herinneringen ?? usualHerinneringen,
      ...(changes.has(row.document.code) && { uitzonderingen: changes.get(row.document.code) }),
    })),
    persons: persons.map((p) => ({ ...p, sector: p.sector as Person['sector'] })),
    accounts: accounts.map((a) => ({
      platform: a.platform,
      ref: a.ref,
      address: a.adres,
      personId: a.persoonId,
      reachable: a.bereikbaar,
    })),
  });
}

/** How far back the picture knows changes to the rota: a past day can be asked for, a past year need not. */
const pastDays = 400;

async function loadUitzonderingen({ prisma }: Database): Promise<Map<string, Uitzondering[]>> {
  const since = Temporal.Now.plainDateISO().subtract({ days: pastDays }).toString();
  const rows = await prisma.uitzondering.findMany({
    where: { datum: { gte: since } },
    orderBy: [{ op: 'asc' }, { id: 'asc' }],
  });
  const byRegion = new Map<string, Uitzondering[]>();
  for (const { ongedaanDoor, ongedaanOp, soort, persoon, op, ...rest } of rows) {
    const those = byRegion.get(rest.regio) ?? [];
    byRegion.set(rest.regio, those);
    those.push({
      ...rest,
      op: toInstant(op),
      wat: persoon === null ? { kind: soort === 'gesloten' ? 'gesloten' : 'open' } : { kind: 'persoon', persoon },
      ongedaan: ongedaanDoor && ongedaanOp ? { door: ongedaanDoor, op: toInstant(ongedaanOp) } : null,
    });
  }
  return byRegion;
}
