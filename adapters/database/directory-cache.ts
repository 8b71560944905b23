import type { Directory, Person } from '../../src/personen/directory.ts';
import type { Region } from '../../src/regio/region.ts';
import { usualHerinneringen } from '../../src/regio/usual-herinneringen.ts';
import type { Clock } from '../../src/time.ts';
import { type DirectoryChange, emptyPicture, pictureWith } from './directory-picture.ts';
import type { Database } from './open-database.ts';
import { oldestFirst, toUitzondering } from './uitzondering-row.ts';

/** The picture of people and regions in memory. */
export type DirectoryCache = {
  current(): Directory;
  /** Our own change was committed as `version`: the picture has it when this resolves. */
  changed(version: number, change: DirectoryChange): Promise<void>;
  /** Reads what another replica changed; whether it did. One cheap query otherwise. */
  refresh(): Promise<boolean>;
  /** A region with the changes to its rota around a date, however long ago [P3]. */
  regionAround(code: string, date: string): Promise<Region | undefined>;
};

/** How far back the picture knows changes to the rota, so that it does not grow with the years that are kept. */
const DAYS_IN_MEMORY = 400;
/** Around a day in the past: any week or month it is in, and who comes after it. */
const DAYS_AROUND = 45;

export async function openDirectoryCache(database: Database, clock: Clock): Promise<DirectoryCache> {
  const today = clock.now().toZonedDateTimeISO('UTC').toPlainDate();
  const since = today.subtract({ days: DAYS_IN_MEMORY }).toString();
  let picture = await newer(database, emptyPicture, since);
  const put = (next: Directory) => {
    // Two reads may end in the other order: never back to an older picture.
    if (next.version > picture.version) picture = next;
  };
  return {
    current: () => picture,
    async changed(version, change) {
      if (version === picture.version + 1) put(pictureWith(picture, version, change));
      else if (version > picture.version) put(await newer(database, picture, since));
    },
    async refresh() {
      if ((await versionOf(database)) <= picture.version) return false;
      put(await newer(database, picture, since));
      return true;
    },
    async regionAround(code, date) {
      const region = picture.regions.get(code);
      const day = Temporal.PlainDate.from(date);
      const first = day.subtract({ days: DAYS_AROUND }).toString();
      if (!region || first >= since) return region;
      const last = day.add({ days: DAYS_AROUND }).toString();
      const rows = await database.prisma.uitzondering.findMany({
        where: { regio: code, datum: { gte: first, lte: last } },
        orderBy: [...oldestFirst],
      });
      return { ...region, uitzonderingen: rows.map(toUitzondering) };
    },
  };
}

async function versionOf({ prisma }: Pick<Database, 'prisma'>): Promise<number> {
  const row = await prisma.stand.findUniqueOrThrow({ where: { naam: 'directory' } });
  return row.versie;
}

/** `picture` with everything that has a newer version than it; changes to the rota of `since` and later. */
async function newer(database: Database, picture: Directory, since: string): Promise<Directory> {
  const { prisma } = database;
  // The version first: what changes while the rest is read makes the picture newer than it says, and
  // the next refresh reads it once more.
  const version = await versionOf(database);
  const versie = { gt: picture.version };
  const persons = await prisma.persoon.findMany({ where: { versie } });
  const accounts = await prisma.account.findMany({ where: { versie } });
  const regions = await prisma.$queryRaw<{ document: Region }[]>`
    SELECT DISTINCT ON (code) document FROM regio_versie WHERE versie > ${picture.version} ORDER BY code, volgnr DESC`;
  const changes = await prisma.uitzondering.findMany({
    where: { versie, datum: { gte: since } },
    orderBy: [...oldestFirst],
  });
  return pictureWith(picture, version, {
    // A document of an earlier version has no reminders of its own, or not all of them.
    regions: regions.map(({ document }) => ({
      ...document,
      herinneringen: { ...usualHerinneringen, ...document.herinneringen },
    })),
    persons: persons.map(({ versie: _, afwezigTot, herinnerDagVoor: dagVoor, herinnerVooraf: vooraf, ...p }) => ({
      ...p,
      sector: p.sector as Person['sector'],
      ...((dagVoor !== null || vooraf !== null) && { herinnering: { dagVoor, vooraf } }),
      ...(afwezigTot !== null && { afwezigTot }),
    })),
    accounts: accounts.map((a) => ({
      platform: a.platform,
      ref: a.ref,
      address: a.adres,
      personId: a.persoonId,
      reachable: a.bereikbaar,
    })),
    uitzonderingen: changes.map(toUitzondering),
  });
}
