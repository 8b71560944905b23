import type { NewBericht } from '../berichten/bericht.ts';
import { eachApart } from '../each-apart.ts';
import type { Holidays } from '../permanentie/on-duty.ts';
import type { Store } from '../ports.ts';
import type { Region } from '../regio/region.ts';
import { type Clock, type Ids, isBefore } from '../time.ts';
import { dienstOf, type Lezer, lezerVan, onderwerpen } from './lezer-van.ts';
import type { Nota } from './nota.ts';

type Needs = { store: Store; clock: Clock; ids: Ids; holidays: Holidays };

/**
 * Follows the open notes: whose turn it is now, whatever changed the rota or let time pass. When that
 * changes, cards are brought up to date; from just before the day part on, its person has the reminder
 * that carries the notes, also who took over late or owns a phone route [P1, P4]. A note that was read
 * ahead is done once that person is on duty. Level-triggered, guarded by the version of each note.
 */
export async function overdrachtBeat(needs: Needs): Promise<void> {
  const { store } = needs;
  const all = await openNotas(needs);
  await eachApart(store.directory().regions.values(), async (region) => {
    await follow(needs, region, await all(region.code));
    return 0;
  });
}

/** Open notes of a region: for all regions together one question. */
async function openNotas({ store, clock }: Needs): Promise<(regio: string) => Promise<Nota[]>> {
  try {
    const found = Map.groupBy(await store.openNotas(), (n) => n.regio);
    return async (regio) => found.get(regio) ?? [];
  } catch {
    // It must not fail them all: each region for itself, so that the others go on.
    return async (regio) => (await store.notas(regio, clock.now())).filter((n) => n.open);
  }
}

async function follow({ store, clock, ids, holidays }: Needs, region: Region, open: readonly Nota[]): Promise<void> {
  const now = clock.now();
  const directory = store.directory();
  const notas: { next: Nota; was: number }[] = [];
  const berichten: NewBericht[] = [];
  const subjects = new Set<string>();
  for (const nota of open) {
    const lezer = lezerVan(region, directory, holidays, nota.door, now);
    const read = lezer !== null && nota.gelezen.some((l) => l.door === lezer.persoon.id);
    const soon = lezer !== null && !isBefore(now, remindedAt(lezer));
    const bij = lezer && [lezer.persoon.id, dienstOf(region, lezer.duty), soon ? 'straks' : 'later'].join('|');
    const done = read && lezer !== null && !isBefore(now, lezer.duty.start);
    if (bij === nota.bij && !done) continue;
    notas.push({ next: { ...nota, bij, open: !done, versie: nota.versie + 1 }, was: nota.versie });
    for (const dienst of [nota.bij?.split('|')[1], lezer && dienstOf(region, lezer.duty)])
      if (dienst) for (const subject of onderwerpen(dienst)) subjects.add(subject);
    subjects.add(nota.dienst);
    if (soon && !read) {
      const onderwerp = dienstOf(region, lezer.duty);
      const to = lezer.persoon.id;
      if (!berichten.some((b) => b.onderwerp === onderwerp && 'persoon' in b.aan && b.aan.persoon === to))
        berichten.push({
          id: ids.next(),
          soort: 'dienst_straks',
          casusId: null,
          onderwerp,
          // The key of the usual reminder, so that it is the same one.
          op: remindedAt(lezer),
          vast: lezer.duty.start,
          aan: { persoon: to },
        });
    }
  }
  if (notas.length > 0) await store.commit({ notas, berichten, refresh: [...subjects], audit: [] });

  function remindedAt({ duty, persoon }: Lezer) {
    const own = persoon.herinnering?.vooraf ?? null;
    return duty.start.subtract(own === null ? region.herinneringen.vooraf : { minutes: own });
  }
}
