import type { Commit } from '../../src/ports.ts';
import type { Instant } from '../../src/time.ts';
import type { Tx } from './connection.ts';
import { toDate } from './instants.ts';
import { Outdated } from './outdated.ts';
import { StoreError } from './store-error.ts';
import { writeUitzonderingen } from './write-rooster.ts';

export type DirectoryWrite = Pick<Commit, 'persons' | 'accounts' | 'region' | 'uitzonderingen'>;

/**
 * Writes people, accounts, a region and changes to a rota; the new version of the directory, which every
 * row carries: other replicas read what is newer than theirs. Throws Outdated.
 */
export async function writeDirectory(tx: Tx, change: DirectoryWrite, now: Instant): Promise<number> {
  // First: its lock lets writers of the directory pass one by one, so that a version means one picture.
  const [row] = await tx.rows<{ versie: number }>`
    UPDATE stand SET versie = versie + 1 WHERE naam = 'directory' RETURNING versie`;
  if (!row) throw new StoreError('stand has no row for the directory');
  if (change.persons?.length)
    await tx.run`
      INSERT INTO persoon (id, naam, email, organisatie, functie, sector, regio, voorkeur, herinner_dag_voor,
        herinner_vooraf, afwezig_tot, versie)
      SELECT id, naam, email, organisatie, functie, sector, regio, voorkeur, herinnering->>'dagVoor',
        (herinnering->>'vooraf')::int, "afwezigTot", ${row.versie}::int
      FROM jsonb_to_recordset(${JSON.stringify(change.persons)}::jsonb)
        AS r(id text, naam text, email text, organisatie text, functie text, sector text, regio text, voorkeur text,
          herinnering jsonb, "afwezigTot" text)
      ON CONFLICT (id) DO UPDATE SET naam = EXCLUDED.naam, email = EXCLUDED.email, organisatie = EXCLUDED.organisatie,
        functie = EXCLUDED.functie, sector = EXCLUDED.sector, regio = EXCLUDED.regio, voorkeur = EXCLUDED.voorkeur,
        herinner_dag_voor = EXCLUDED.herinner_dag_voor, herinner_vooraf = EXCLUDED.herinner_vooraf,
        afwezig_tot = EXCLUDED.afwezig_tot,
        versie = EXCLUDED.versie`;
  if (change.accounts?.length)
    await tx.run`
      INSERT INTO account (platform, ref, adres, persoon_id, bereikbaar, versie)
      SELECT platform, ref, address, "personId", reachable, ${row.versie}::int
      FROM jsonb_to_recordset(${JSON.stringify(change.accounts)}::jsonb)
        AS r(platform text, ref text, address text, "personId" text, reachable boolean)
      ON CONFLICT (platform, ref) DO UPDATE SET adres = EXCLUDED.adres, persoon_id = EXCLUDED.persoon_id,
        bereikbaar = EXCLUDED.bereikbaar, versie = EXCLUDED.versie`;
  if (change.region) {
    // Decided on an older picture: another replica may have brought the same file.
    if (change.region.was !== undefined && change.region.was !== row.versie - 1) throw new Outdated();
    const { next, by } = change.region;
    await tx.run`
      INSERT INTO regio_versie (code, volgnr, document, toegepast_op, toegepast_door, versie)
      SELECT ${next.code}, coalesce(max(volgnr), 0) + 1, ${JSON.stringify(next)}::jsonb, ${toDate(now)}, ${by},
        ${row.versie}::int
      FROM regio_versie WHERE code = ${next.code}`;
  }
  if (change.uitzonderingen) {
    // Decided on an older picture: somebody else may have changed the same day part.
    if (change.uitzonderingen.was !== row.versie - 1) throw new Outdated();
    await writeUitzonderingen(tx, change.uitzonderingen.save, row.versie);
  }
  return row.versie;
}

/** Whether the directory still is at `version`; it stays there until the transaction ends. */
export async function isDirectoryAt(tx: Tx, version: number): Promise<boolean> {
  const found = await tx.rows`SELECT 1 FROM stand WHERE naam = 'directory' AND versie = ${version} FOR SHARE`;
  return found.length === 1;
}
