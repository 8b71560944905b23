import type { Commit } from '../../src/ports.ts';
import type { Instant } from '../../src/time.ts';
import { writeAgenda } from './agenda-row.ts';
import { appendAudit } from './audit-chain.ts';
import type { Tx } from './connection.ts';
import { writeDocumentAdres } from './document-row.ts';
import { removeDraft, saveDraft } from './drafts.ts';
import { toDate } from './instants.ts';
import { writeNotas } from './nota-row.ts';
import type { Database } from './open-database.ts';
import { Outdated } from './outdated.ts';
import type { Job, Queue } from './queue.ts';
import { insertBerichten, reviveBerichten } from './write-berichten.ts';
import {
  insertCasus,
  insertGebeurtenissen,
  nextReferentie,
  reserveEvents,
  updateCasus,
  upsertTermijnen,
} from './write-casus.ts';
import { isDirectoryAt, writeDirectory } from './write-directory.ts';
import { moveRooster, writeAanwezig, writeVerzoek } from './write-rooster.ts';
import { writeRugzak, writeRugzakRegioMelding } from './write-rugzak.ts';
import { writeZorgplan, writeZorgtafel } from './write-zorg.ts';

/** What a commit came to; `directory`: the version it made. */
export type Written = { kind: 'ok'; referentie?: string; jobs: Job[]; directory?: number } | { kind: 'al_verwerkt' };

/**
 * Writes one decision inside the open transaction `tx`. What several commits may want at once is locked
 * in one order (delivery, counter, case, clocks, outbox, directory, audit), so that they rarely deadlock.
 */
export async function writeCommit(
  tx: Tx,
  database: Database,
  queue: Queue,
  commit: Commit,
  now: Instant,
): Promise<Written> {
  if (commit.once !== undefined && !(await markOnce(tx, commit.once, now))) return { kind: 'al_verwerkt' };

  if (commit.verzoek && !(await writeVerzoek(tx, commit.verzoek))) throw new Outdated();
  if (commit.rooster && !(await moveRooster(tx, commit.rooster))) throw new Outdated();
  if (commit.aanwezig) await writeAanwezig(tx, commit.aanwezig);
  if (commit.agenda && !(await writeAgenda(tx, commit.agenda))) throw new Outdated();
  if (commit.rugzakRegioMelding && !(await writeRugzakRegioMelding(tx, commit.rugzakRegioMelding)))
    throw new Outdated();
  const { referentie, before } = await writeCasus(tx, database, commit);
  if (commit.gebeurtenissen?.length) await insertGebeurtenissen(tx, database, commit.gebeurtenissen, before);
  if (commit.notas?.length && !(await writeNotas(tx, database.keys, commit.notas))) throw new Outdated();
  if (commit.termijnen?.length) await upsertTermijnen(tx, commit.termijnen);
  if (commit.zorgtafel) await writeZorgtafel(tx, database.keys, commit.zorgtafel);
  if (commit.zorgplan) await writeZorgplan(tx, database.keys, commit.zorgplan);
  if (commit.rugzak && !(await writeRugzak(tx, database.keys, commit.rugzak))) throw new Outdated();

  const owed = commit.berichten?.length ? await insertBerichten(tx, commit.berichten) : [];
  const again = commit.resend === undefined ? [] : await reviveBerichten(tx, commit.resend);
  const jobs: Job[] = [...owed, ...again].map((berichtId) => ({ queue: 'bericht', berichtId }));
  for (const subject of [commit.refresh ?? []].flat()) jobs.push({ queue: 'ververs', casusId: subject });
  if (jobs.length > 0) await queue.enqueue(tx, jobs);

  if (commit.documentAdres) await writeDocumentAdres(tx, commit.documentAdres);
  if (commit.draft)
    await ('save' in commit.draft
      ? saveDraft(tx, database.keys, commit.draft.save)
      : removeDraft(tx, commit.draft.remove));

  if (commit.rooster && !(await isDirectoryAt(tx, commit.rooster.directory))) throw new Outdated();
  const directory = touchesDirectory(commit) ? await writeDirectory(tx, commit, now) : undefined;
  if (commit.audit.length > 0) await appendAudit(tx, database.kept.audit, commit.audit);
  return { kind: 'ok', jobs, referentie, directory };
}

const touchesDirectory = (commit: Commit): boolean =>
  Boolean(commit.persons?.length || commit.accounts?.length || commit.region || commit.uitzonderingen);

/** Whether this delivery is new. Waits for another transaction that is writing the same one. */
async function markOnce(tx: Tx, once: string, now: Instant): Promise<boolean> {
  const inserted = await tx.run`
    INSERT INTO verwerkt (id, op) VALUES (${once}, ${toDate(now)}) ON CONFLICT DO NOTHING`;
  return inserted === 1;
}

/** The cases of a commit; `before`: how many events each had. */
async function writeCasus(tx: Tx, database: Database, { newCasus, casus, gebeurtenissen = [] }: Commit) {
  const counts = new Map<string, number>();
  for (const { casusId } of gebeurtenissen) counts.set(casusId, (counts.get(casusId) ?? 0) + 1);
  const take = (id: string) => {
    const count = counts.get(id) ?? 0;
    counts.delete(id);
    return count;
  };
  const before = new Map<string, number>();
  let referentie: string | undefined;
  if (newCasus) {
    referentie = await nextReferentie(tx, newCasus.prefix);
    const { id } = newCasus.casus;
    await insertCasus(tx, database, { ...newCasus.casus, referentie }, take(id));
    before.set(id, 0);
  }
  if (casus) {
    const { id } = casus.next;
    const found = await updateCasus(tx, database, casus.next, casus.was, take(id));
    if (found === null) throw new Outdated();
    before.set(id, found);
  }
  // Left over: events of cases that do not change themselves.
  for (const [id, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
    before.set(id, await reserveEvents(tx, id, count));
  return { referentie, before };
}
