import type { Verzoek as VerzoekRow } from '../../prisma/client/client.ts';
import type { Span, Verzoek } from '../../src/permanentie/verzoek.ts';
import type { Log, Store, TermijnVandaag } from '../../src/ports.ts';
import type { Clock } from '../../src/time.ts';
import { toAgenda } from './agenda-row.ts';
import { inUse, toBericht } from './bericht-row.ts';
import { toCasus, toGebeurtenis, toTermijn } from './casus-row.ts';
import { openDirectoryCache } from './directory-cache.ts';
import { toDocumentAdres } from './document-row.ts';
import { findDraft } from './drafts.ts';
import { toDate, toInstant } from './instants.ts';
import { mogelijkDubbel } from './mogelijk-dubbel.ts';
import { toNota } from './nota-row.ts';
import type { Database } from './open-database.ts';
import { Outdated } from './outdated.ts';
import type { Queue } from './queue.ts';
import {
  boekingenVanJaar,
  geldTeLaat,
  rugzakBoven,
  rugzakkenVan,
  rugzakRegioMeldingen,
  rugzakSpreiding,
  wachtendeAanvragen,
} from './rugzak-regio.ts';
import { toBoeking, toMaandSom, toRugzak } from './rugzak-row.ts';
import { faultsAsStoreError, sqlState } from './store-error.ts';
import { type Written, writeCommit } from './write-commit.ts';
import { toZorgplan, toZorgtafel } from './zorg-row.ts';

export type DatabaseStore = Store & {
  /** Looks whether another replica changed people or regions; whether it did. Cheap: call it every 2 s. */
  refreshDirectory(): Promise<boolean>;
};

/** Tables of one person in a calendar or on a list; more at once is nobody's life. */
const TABLES_OF_ONE = 60;

export type StoreOptions = { database: Database; queue: Queue; clock: Clock; log: Log };

/** The store on an open database. Faults are thrown as StoreError. */
export async function createStore({ database, queue, clock, log }: StoreOptions): Promise<DatabaseStore> {
  const { prisma, keys } = database;
  const directory = await openDirectoryCache(database, clock);

  /**
   * What can be read of a list. One row of which the key is gone, or that is of another back-up, must not take along
   * the overview or the rota of everybody else; who asks for that one alone gets the fault.
   */
  function readable<R extends { id: string; casusId?: string | null }, T>(rows: R[], read: (row: R) => T): T[] {
    return rows.flatMap((row) => {
      try {
        return [read(row)];
      } catch (error) {
        const [kind, casusId] = row.casusId === undefined ? ['casus', row.id] : ['nota', row.casusId ?? undefined];
        log.error('store.unreadable', { kind, casusId, fault: error instanceof Error ? error.name : 'unknown' });
        return [];
      }
    });
  }
  const casussen = (rows: Parameters<typeof toCasus>[1][]) => readable(rows, (row) => toCasus(keys, row));
  const notities = (rows: Parameters<typeof toNota>[1][]) => readable(rows, (row) => toNota(keys, row));

  /** Cases with their clocks, in the order of their ids. */
  async function withClocks(ids: { id: string }[]) {
    if (ids.length === 0) return [];
    const order = ids.map((row) => row.id);
    const rows = await prisma.casus.findMany({ where: { id: { in: order } } });
    const clocks = await prisma.termijn.findMany({
      where: { casusId: { in: order } },
      orderBy: [{ einde: 'asc' }, { id: 'asc' }],
    });
    return casussen(rows.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id))).map((casus) => ({
      casus,
      termijnen: clocks.filter((t) => t.casusId === casus.id).map(toTermijn),
    }));
  }

  return faultsAsStoreError<DatabaseStore>('store', {
    async commit(commit) {
      const now = commit.audit[0]?.op ?? clock.now();
      let written: Written;
      try {
        written = await database.transaction((tx) => writeCommit(tx, database, queue, commit, now));
      } catch (error) {
        if (error instanceof Outdated) {
          // Another replica may have been first: decide anew on what is true there.
          if (commit.uitzonderingen || commit.rooster || commit.region) await directory.refresh();
          return { kind: 'verouderd' };
        }
        // Two first contacts of one person, on two platforms at once: the second finds the e-mail taken.
        if (commit.persons?.length && sqlState(error) === '23505') {
          await directory.refresh();
          return { kind: 'verouderd' };
        }
        // Sent twice at the same moment: the case is there already.
        if (commit.newCasus && sqlState(error) === '23505') return { kind: 'verouderd' };
        throw error;
      }
      if (written.kind === 'al_verwerkt') return written;
      // From here on it is done: what fails below repairs itself at the next poll, and is no fault of the commit.
      try {
        // The picture first: a worker that is woken must not act on the old one.
        if (written.directory !== undefined)
          await directory.changed(written.directory, {
            regions: commit.region ? [commit.region.next] : [],
            persons: commit.persons ?? [],
            accounts: commit.accounts ?? [],
            uitzonderingen: commit.uitzonderingen?.save ?? [],
          });
        queue.wake(written.jobs);
      } catch {
        log.warn('store.after_commit');
      }
      return { kind: 'ok', ...(written.referentie !== undefined && { referentie: written.referentie }) };
    },

    directory: () => directory.current(),
    regionAround: (code, date) => directory.regionAround(code, date),
    refreshDirectory: () => directory.refresh(),

    async casusById(id) {
      const row = await prisma.casus.findUnique({ where: { id } });
      return row && toCasus(keys, row);
    },

    async casusByReferentie(referentie) {
      const row = await prisma.casus.findUnique({ where: { referentie } });
      return row && toCasus(keys, row);
    },

    async casussenVan(personId, limit) {
      // The deadline of a case is its nearest clock that still runs; without one it comes last.
      const ids = await prisma.$queryRaw<{ id: string }[]>`
        SELECT c.id FROM casus c LEFT JOIN termijn t ON t.casus_id = c.id AND t.gestopt_op IS NULL
        WHERE c.open AND (c.aanspreekpunt = ${personId} OR c.aanmelder = ${personId} OR c.betrokkenen @> ARRAY[${personId}])
        GROUP BY c.id ORDER BY min(t.einde) NULLS LAST, c.aangemeld_op LIMIT ${limit}`;
      return withClocks(ids);
    },

    async openCasussen(regio, limit) {
      const ids = await prisma.$queryRaw<{ id: string }[]>`
        SELECT c.id FROM casus c LEFT JOIN termijn t ON t.casus_id = c.id AND t.gestopt_op IS NULL
        WHERE c.open AND c.regio = ${regio}
        GROUP BY c.id ORDER BY min(t.einde) NULLS LAST, c.aangemeld_op LIMIT ${limit}`;
      return withClocks(ids);
    },

    async zonderTerugkoppeling(regio, limit) {
      const ids = await prisma.$queryRaw<{ id: string }[]>`
        SELECT c.id FROM casus c JOIN termijn t ON t.casus_id = c.id AND t.gestopt_op IS NULL
        WHERE c.open AND c.regio = ${regio}
        GROUP BY c.id HAVING bool_or(t.soort = 'terugkoppeling')
        ORDER BY min(t.einde), c.aangemeld_op LIMIT ${limit}`;
      return withClocks(ids);
    },

    async termijnenTussen(regio, van, tot, limit) {
      const rows = await prisma.$queryRaw<(Omit<TermijnVandaag, 'einde'> & { einde: Date })[]>`
        SELECT c.referentie, c.aanspreekpunt, t.soort, t.einde FROM termijn t JOIN casus c ON c.id = t.casus_id
        WHERE t.gestopt_op IS NULL AND t.einde >= ${toDate(van)} AND t.einde < ${toDate(tot)} AND c.regio = ${regio}
        ORDER BY t.einde, t.id LIMIT ${limit}`;
      return rows.map((row) => ({ ...row, einde: toInstant(row.einde) }));
    },

    async notas(regio, vanaf) {
      const rows = await prisma.nota.findMany({
        where: { regio, OR: [{ open: true }, { op: { gte: toDate(vanaf) } }] },
        orderBy: [{ op: 'asc' }, { id: 'asc' }],
      });
      return notities(rows);
    },

    async openNotas() {
      const rows = await prisma.nota.findMany({ where: { open: true }, orderBy: [{ op: 'asc' }, { id: 'asc' }] });
      return notities(rows);
    },

    async notasOver(casusId) {
      const rows = await prisma.nota.findMany({ where: { casusId }, orderBy: [{ op: 'asc' }, { id: 'asc' }] });
      return notities(rows);
    },

    async nota(id) {
      const row = await prisma.nota.findUnique({ where: { id } });
      return row && toNota(keys, row);
    },

    async wachtend(regios, limit) {
      const rows = await prisma.casus.findMany({
        where: { regio: { in: [...regios] }, stand: 'aangemeld' },
        orderBy: { aangemeldOp: 'asc' },
        take: limit,
      });
      return casussen(rows);
    },

    async zonderAanspreekpunt(regio, team, limit) {
      const rows = await prisma.casus.findMany({
        where: { regio, open: true, stand: { not: 'aangemeld' }, aanspreekpunt: { notIn: [...team] } },
        orderBy: { aangemeldOp: 'asc' },
        take: limit,
      });
      return casussen(rows);
    },

    mogelijkDubbel: (casusId, limit) => mogelijkDubbel(database, casusId, limit),

    async gebeurtenissen(casusId, limit, tot) {
      const rows = await prisma.gebeurtenis.findMany({
        where: { casusId, ...(tot !== undefined && { seq: { lte: tot } }) },
        orderBy: { seq: 'desc' },
        take: limit,
      });
      return rows.reverse().map((row) => ({ ...toGebeurtenis(keys, row), seq: row.seq }));
    },

    async termijnen(casusId) {
      const rows = await prisma.termijn.findMany({ where: { casusId }, orderBy: [{ einde: 'asc' }, { id: 'asc' }] });
      return rows.map(toTermijn);
    },

    async zorgtafels(casusId) {
      const rows = await prisma.zorgtafel.findMany({ where: { casusId }, orderBy: { id: 'asc' } });
      return rows.map((row) => toZorgtafel(keys, row));
    },

    async zorgtafelsVan(persoonId, ook) {
      // Ids are in order of time. Whoever was replaced or taken off the list has nothing in a calendar.
      const seats = await prisma.deelname.findMany({
        where: {
          persoonId,
          ...(ook === 'lopende' ? { loopt: true } : { stand: { notIn: ['vervangen', 'verwijderd'] } }),
        },
        orderBy: { zorgtafelId: 'desc' },
        take: TABLES_OF_ONE,
      });
      const rows = await prisma.zorgtafel.findMany({
        where: { id: { in: seats.map((s) => s.zorgtafelId) } },
        orderBy: { id: 'desc' },
      });
      return rows.map((row) => toZorgtafel(keys, row));
    },

    async expertVragen(persoonIds, sinds) {
      const rows = await prisma.deelname.groupBy({
        by: ['persoonId'],
        where: { soort: 'expert', persoonId: { in: [...persoonIds] }, uitgenodigdOp: { gte: toDate(sinds) } },
        _count: true,
        _max: { uitgenodigdOp: true },
      });
      return new Map(
        rows.flatMap(({ persoonId, _count: aantal, _max: { uitgenodigdOp } }) =>
          uitgenodigdOp === null ? [] : [[persoonId, { aantal, laatst: toInstant(uitgenodigdOp) }] as const],
        ),
      );
    },

    async tafelAgenda(hash) {
      const found = await prisma.tafelAgenda.findUnique({ where: { hash } });
      const row = found && (await prisma.zorgtafel.findUnique({ where: { id: found.zorgtafelId } }));
      return row && { tafel: toZorgtafel(keys, row), deelnemerId: found.deelnemerId };
    },

    async zorgplan(casusId) {
      const row = await prisma.zorgplan.findFirst({ where: { casusId }, orderBy: { versie: 'desc' } });
      return row && toZorgplan(keys, row);
    },

    async zorgplanVersies(casusId, limit, voor) {
      const where = { casusId, ...(voor !== undefined && { versie: { lt: voor } }) };
      const rows = await prisma.zorgplan.findMany({ where, orderBy: { versie: 'desc' }, take: limit });
      return rows.map((row) => toZorgplan(keys, row));
    },

    async rugzak(casusId) {
      const row = await prisma.rugzak.findUnique({ where: { casusId } });
      return row && toRugzak(keys, row);
    },

    async rugzakken(casusIds) {
      const rows = await prisma.rugzak.findMany({ where: { casusId: { in: [...casusIds] } } });
      return rows.map((row) => toRugzak(keys, row));
    },

    async boekingen(casusId) {
      const rows = await prisma.boeking.findMany({ where: { casusId }, orderBy: [{ op: 'asc' }, { id: 'asc' }] });
      return rows.map(toBoeking);
    },

    async rugzakJaren(regio) {
      const rows = await prisma.rugzakJaar.findMany({ where: { regio } });
      return new Map(rows.map((row) => [row.jaar, Number(row.gebonden)]));
    },

    async rugzakMaanden(regio, jaar) {
      const rows = await prisma.rugzakMaand.findMany({ where: { regio, jaar }, orderBy: { maand: 'asc' } });
      return rows.map(toMaandSom);
    },

    async rugzakMaandenVan(regios, jaren) {
      const rows = await prisma.rugzakMaand.findMany({
        where: { regio: { in: [...regios] }, jaar: { in: [...jaren] } },
        orderBy: { maand: 'asc' },
      });
      const byYear = Map.groupBy(rows, ({ regio, jaar }) => `${regio}/${jaar}`);
      return new Map([...byYear].map(([key, those]) => [key, those.map(toMaandSom)]));
    },

    boekingenVanJaar: (regio, jaar, na, limit) => boekingenVanJaar(database, regio, jaar, na, limit),
    wachtendeAanvragen: (regio, limit, voor) => wachtendeAanvragen(database, regio, limit, voor),
    rugzakRegioMeldingen: (regios) => rugzakRegioMeldingen(database, regios),
    rugzakSpreiding: (regio, vanaf) => rugzakSpreiding(database, regio, vanaf),
    rugzakBoven: (regio, vanaf, boven, limit) => rugzakBoven(database, regio, vanaf, boven, limit),

    async rugzakkenVan(personId, limit) {
      const order = await rugzakkenVan(database, personId, limit);
      const rows = await prisma.casus.findMany({ where: { id: { in: order } } });
      return casussen(rows.sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)));
    },

    geldTeLaat: (regio, voor, limit) => geldTeLaat(database, regio, voor, limit),

    async termijnenDue(now, limit, na) {
      const after = na?.volgende && toDate(na.volgende);
      const rows = await prisma.termijn.findMany({
        where: {
          volgende: { not: null, lte: toDate(now) },
          gestoptOp: null,
          ...(after && { OR: [{ volgende: { gt: after } }, { volgende: after, id: { gt: na.id } }] }),
        },
        orderBy: [{ volgende: 'asc' }, { id: 'asc' }],
        take: limit,
      });
      return rows.map(toTermijn);
    },

    async roosterTot() {
      const rows = await prisma.roosterStand.findMany();
      return new Map(rows.map(({ regio, tot }) => [regio, toInstant(tot)]));
    },

    async verzoek(id) {
      const row = await prisma.verzoek.findUnique({ where: { id } });
      return row && toVerzoek(row);
    },

    async openVerzoeken(vanaf) {
      const rows = await prisma.$queryRaw<Parameters<typeof toVerzoek>[0][]>`
        SELECT * FROM verzoek WHERE stand = 'open' AND geef ->> 'datum' >= ${vanaf}`;
      return rows.map(toVerzoek);
    },

    async verzoekenAan(personId, limit) {
      const rows = await prisma.verzoek.findMany({
        where: { aan: personId, stand: 'open' },
        orderBy: { op: 'desc' },
        take: limit,
      });
      return rows.map(toVerzoek);
    },

    async aanwezig(regio, datum, van) {
      const row = await prisma.aanwezigheid.findUnique({ where: { regio_datum_van: { regio, datum, van } } });
      return row && { ...row, op: toInstant(row.op) };
    },

    async agendaByHash(hash) {
      const row = await prisma.agenda.findFirst({ where: { hash, ingetrokkenOp: null } });
      return row && toAgenda(row);
    },

    async agendaVan(persoonId, regio) {
      const row = await prisma.agenda.findFirst({ where: { persoonId, regio, ingetrokkenOp: null } });
      return row && toAgenda(row);
    },

    async documentAdres(hash) {
      const row = await prisma.documentAdres.findFirst({ where: { hash, verlooptOp: { gt: toDate(clock.now()) } } });
      return row && toDocumentAdres(row);
    },

    draft: (persoonId, formulier) => findDraft(database, { persoonId, formulier }, clock.now()),
    draftById: (id) => findDraft(database, { id }, clock.now()),

    async bericht(id) {
      const row = await prisma.bericht.findUnique({ where: { id } });
      return row && toBericht(row);
    },

    async nieuwsteBericht(onderwerp, { platform, ref }) {
      const row = await prisma.bericht.findFirst({
        where: { casusId: null, onderwerp, aanPlatform: platform, aanKanaal: ref },
        orderBy: [{ op: 'desc' }, { id: 'desc' }],
        select: { id: true },
      });
      return row?.id ?? null;
    },

    async gewekt(now, limit) {
      const rows = await prisma.bericht.findMany({
        where: { wekker: { lte: toDate(now) }, stand: { in: inUse } },
        orderBy: { wekker: 'asc' },
        select: { onderwerp: true },
        take: limit,
      });
      return [...new Set(rows.map((row) => row.onderwerp))];
    },
  });
}

const toVerzoek = (row: VerzoekRow): Verzoek => ({
  ...row,
  geef: row.geef as Span,
  krijg: row.krijg as Span | null,
  stand: row.stand as Verzoek['stand'],
  op: toInstant(row.op),
});
