import { expect, it } from 'vitest';
import type { Person } from '../../src/personen/directory.ts';
import type { CommitResult } from '../../src/ports.ts';
import {
  aBericht,
  aCasus,
  aNota,
  anAanmeldingCommit,
  aRegion,
  aTermijn,
  auditEntry,
  noon,
} from '../../test/database-fixtures.ts';
import { eachDatabase, silent, type TestDatabase, testKeys } from '../../test/databases.ts';
import { createOutbox } from './create-outbox.ts';
import { createStore } from './create-store.ts';
import { openDatabase } from './open-database.ts';
import { removeExpired } from './remove-expired.ts';
import { StoreError } from './store-error.ts';

const kinds = (results: CommitResult[]) =>
  Object.fromEntries(
    ['ok', 'al_verwerkt', 'verouderd'].map((kind) => [kind, results.filter((r) => r.kind === kind).length]),
  );

const parallel = <T>(count: number, work: (n: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, n) => work(n)));

/** How many rows every table of a commit has. */
async function rows({ database }: TestDatabase) {
  const { prisma } = database;
  const jobs = await prisma.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM pgboss.job`;
  return {
    verwerkt: await prisma.verwerkt.count(),
    teller: await prisma.teller.count(),
    casus: await prisma.casus.count(),
    gebeurtenis: await prisma.gebeurtenis.count(),
    termijn: await prisma.termijn.count(),
    bericht: await prisma.bericht.count(),
    persoon: await prisma.persoon.count(),
    audit: await prisma.audit.count(),
    jobs: Number(jobs[0]?.n),
  };
}

const person = (id: string, over: Partial<Person> = {}): Person => ({
  id,
  naam: `Naam ${id}`,
  email: `${id}@voorbeeld.be`,
  organisatie: null,
  functie: null,
  sector: null,
  regio: 'LIM',
  voorkeur: null,
  ...over,
});

eachDatabase((name, open) => {
  it('writes an aanmelding with everything that belongs to it, and reads it back', async () => {
    const { store } = await open();
    const result = await store.commit(anAanmeldingCommit('c-1'));
    expect(result).toEqual({ kind: 'ok', referentie: 'LIM-2026-0001' });
    const casus = { ...aCasus('c-1'), referentie: 'LIM-2026-0001' };
    expect(await store.casusById('c-1')).toEqual(casus);
    expect(await store.casusByReferentie('LIM-2026-0001')).toEqual(casus);
    expect(await store.termijnen('c-1')).toEqual([aTermijn('c-1')]);
    expect(await store.gebeurtenissen('c-1', 10)).toMatchObject([
      { casusId: 'c-1', op: noon, soort: 'aangemeld', door: 'p-aanmelder', detail: 'via de telefoon' },
    ]);
    expect(await store.bericht('b-c-1-3')).toMatchObject({
      aan: { kanaal: { platform: 'slack', ref: 'C123' } },
      stand: 'wacht',
      adres: null,
      pogingen: 0,
    });
    expect(await store.wachtend(['LIM'], 5)).toEqual([casus]);
    expect(await store.casussenVan('p-marijke', 5)).toEqual([{ casus, termijnen: [aTermijn('c-1')] }]);
    expect(await store.casussenVan('p-aanmelder', 5)).toHaveLength(1);
    expect(await store.casusById('c-2')).toBeNull();
  });

  it('writes nothing at all when something fails in the middle or at the end', async () => {
    const test = await open();
    const before = await rows(test);
    const failing = await createStore({
      ...test,
      queue: { enqueue: () => Promise.reject(new Error('queue is away')), wake() {} },
      log: silent,
    });
    await expect(failing.commit(anAanmeldingCommit())).rejects.toThrow(StoreError);
    expect(await rows(test)).toEqual(before);
    const wrong = { ...auditEntry(), wat: null as unknown as string };
    await expect(
      test.store.commit(anAanmeldingCommit('c-1', { persons: [person('x')], audit: [wrong] })),
    ).rejects.toThrow(StoreError);
    expect(await rows(test)).toEqual(before);
    expect(test.store.directory().version).toBe(0);
    expect(await test.store.commit(anAanmeldingCommit())).toMatchObject({ referentie: 'LIM-2026-0001' });
  });

  it('answers one of twenty copies of a delivery, with one audit entry [S2]', async () => {
    const test = await open();
    const results = await parallel(20, (n) => test.store.commit(anAanmeldingCommit(`c-${n}`, { once: 'same' })));
    expect(kinds(results)).toEqual({ ok: 1, al_verwerkt: 19, verouderd: 0 });
    expect(await rows(test)).toMatchObject({ casus: 1, audit: 1, bericht: 3, verwerkt: 1 });
  });

  it('lets one of twenty decisions on the same version win [A1]', async () => {
    const test = await open();
    await test.store.commit(anAanmeldingCommit());
    const casus = await test.store.casusById('c-1');
    if (!casus) return expect.fail('no case');
    const results = await parallel(20, (n) =>
      test.store.commit({
        casus: { next: { ...casus, versie: 2, stand: 'opgenomen', aanspreekpunt: `p-${n}` }, was: 1 },
        gebeurtenissen: [{ casusId: 'c-1', op: noon, soort: 'opgenomen', door: `p-${n}` }],
        refresh: 'c-1',
        audit: [auditEntry({ wie: `p-${n}` })],
      }),
    );
    expect(kinds(results)).toEqual({ ok: 1, al_verwerkt: 0, verouderd: 19 });
    const winner = results.findIndex((r) => r.kind === 'ok');
    expect(await test.store.casusById('c-1')).toMatchObject({ versie: 2, aanspreekpunt: `p-${winner}` });
    expect(await rows(test)).toMatchObject({ audit: 2, gebeurtenis: 2 });
    expect(await test.store.wachtend(['LIM'], 5)).toEqual([]);
  });

  it('numbers cases without a gap, also when some of them fail', async () => {
    const { store } = await open();
    const wrong = { ...auditEntry(), wat: null as unknown as string };
    const results = await parallel(30, (n) =>
      store.commit(anAanmeldingCommit(`c-${n}`, n % 3 === 0 ? { audit: [wrong] } : {})).catch(() => null),
    );
    const given = results.flatMap((r) => (r?.kind === 'ok' ? [r.referentie] : [])).sort();
    expect(given).toEqual(Array.from({ length: 20 }, (_, n) => `LIM-2026-${String(n + 1).padStart(4, '0')}`));
  });

  it('keeps the story of a case in one order, without a gap, whoever writes it', async () => {
    const { store, database } = await open();
    await store.commit(anAanmeldingCommit());
    await parallel(15, (n) =>
      store.commit({
        gebeurtenissen: [
          { casusId: 'c-1', op: noon, soort: 'herinnerd', door: null, detail: `a${n}` },
          { casusId: 'c-1', op: noon, soort: 'herinnerd', door: null, detail: `b${n}` },
        ],
        audit: [],
      }),
    );
    const found = await database.prisma.gebeurtenis.findMany({ orderBy: { seq: 'asc' } });
    expect(found.map((row) => row.seq)).toEqual(Array.from({ length: 31 }, (_, n) => n + 1));
    const story = await store.gebeurtenissen('c-1', 100);
    for (let n = 1; n < 31; n += 2) expect(story[n]?.detail?.slice(1)).toBe(story[n + 1]?.detail?.slice(1));
    expect(await store.gebeurtenissen('c-1', 3)).toHaveLength(3);
    // A page of the story ends where it is asked to end.
    const numbers = (await store.gebeurtenissen('c-1', 2, 3)).map((g) => g.seq);
    expect(numbers).toEqual([2, 3]);
  });

  it('owes a message once, and enqueues only what is new', async () => {
    const test = await open();
    await test.store.commit(anAanmeldingCommit());
    const before = await rows(test);
    await test.store.commit({ berichten: [aBericht('b-other', 'c-1')], audit: [] });
    expect(await rows(test)).toEqual(before);
    await test.store.commit({ berichten: [aBericht('b-new', 'c-1', { aan: { persoon: 'p-ines' } })], audit: [] });
    expect(await rows(test)).toMatchObject({ bericht: before.bericht + 1, jobs: before.jobs + 1 });
  });

  it('owes a message once that stands twice in one commit: a channel named twice, two parts that clash with one', async () => {
    const test = await open();
    const twice = ['b-1', 'b-2'].map((id) =>
      aBericht(id, 'c-1', { aan: { kanaal: { platform: 'slack', ref: 'C1' } } }),
    );
    expect(await test.store.commit({ berichten: twice, audit: [] })).toMatchObject({ kind: 'ok' });
    expect(await rows(test)).toMatchObject({ bericht: 1, jobs: 1 });
  });

  it('replaces clocks by id and finds what is due, nearest first', async () => {
    const { store } = await open();
    await store.commit(anAanmeldingCommit('c-1', { termijnen: [aTermijn('c-1'), aTermijn('c-1', { id: 't-2' })] }));
    expect(await store.termijnenDue(noon, 10, null)).toEqual([]);
    const due = noon.add({ hours: 13 });
    expect(await store.termijnenDue(due, 10, null)).toHaveLength(2);
    await store.commit({
      termijnen: [
        aTermijn('c-1', { gestopt: { op: due, reden: 'teruggekoppeld' } }),
        aTermijn('c-1', { id: 't-2', volgende: due }),
        aTermijn('c-1', { id: 't-3', volgende: noon }),
      ],
      audit: [],
    });
    expect((await store.termijnenDue(due, 10, null)).map((t) => t.id)).toEqual(['t-3', 't-2']);
    expect((await store.termijnenDue(due, 1, null)).map((t) => t.id)).toEqual(['t-3']);
  });

  it('turns the pages of what is due, also where several fell due at the same moment', async () => {
    const { store } = await open();
    const due = noon.add({ hours: 1 });
    const termijnen = ['t-1', 't-2', 't-3', 't-4', 't-5'].map((id, n) =>
      aTermijn('c-1', { id, volgende: n === 0 ? due : noon }),
    );
    await store.commit(anAanmeldingCommit('c-1', { termijnen }));
    const pages: string[][] = [];
    for (let page = await store.termijnenDue(due, 2, null); page.length > 0; ) {
      pages.push(page.map((t) => t.id));
      page = await store.termijnenDue(due, 2, page.at(-1) ?? null);
    }
    expect(pages).toEqual([['t-2', 't-3'], ['t-4', 't-5'], ['t-1']]);
  });

  it('keeps one draft per person and form, until it expires', async () => {
    const { store, clock, database } = await open();
    const draft = {
      id: 'd-1',
      personId: 'p-1',
      form: 'aanmelding' as const,
      page: 2,
      values: { gemeente: 'Hasselt', signalen: ['context'] },
      casusId: null,
      expires: noon.add({ hours: 48 }),
    };
    await store.commit({ draft: { save: draft }, audit: [] });
    await store.commit({ draft: { save: { ...draft, id: 'd-2', page: 3 } }, audit: [] });
    await store.commit({ draft: { save: { ...draft, id: 'd-3', form: 'verbetering' } }, audit: [] });
    expect(await store.draftById('d-1')).toBeNull();
    expect(await store.draft('p-1', 'aanmelding')).toEqual({ ...draft, id: 'd-2', page: 3 });
    clock.set(noon.add({ hours: 49 }));
    expect(await store.draft('p-1', 'aanmelding')).toBeNull();
    expect(await store.draftById('d-3')).toBeNull();
    expect(await removeExpired(database, clock.now())).toEqual({ drafts: 2, deliveries: 0 });
    clock.set(noon);
    expect(await store.draftById('d-3')).toBeNull();
  });

  it('forgets deliveries after a month, not before', async () => {
    const { store, database } = await open();
    await store.commit({ once: 'a', audit: [auditEntry()] });
    expect(await removeExpired(database, noon.add({ hours: 24 * 29 }))).toMatchObject({ deliveries: 0 });
    expect(await removeExpired(database, noon.add({ hours: 24 * 31 }))).toMatchObject({ deliveries: 1 });
  });

  it('has people, accounts and regions in memory as soon as they are committed', async () => {
    const { store } = await open();
    const account = { platform: 'slack', ref: 'U1', address: 'D1', personId: 'p-1', reachable: true };
    await store.commit({ persons: [person('p-1')], accounts: [account], audit: [] });
    await store.commit({ region: { next: aRegion(), by: 'p-1' }, audit: [auditEntry()] });
    await store.commit({ region: { next: aRegion({ naam: 'Limburg (nieuw)' }), by: 'p-1' }, audit: [auditEntry()] });
    await store.commit({ accounts: [{ ...account, reachable: false }], audit: [] });
    const picture = store.directory();
    expect(picture.version).toBe(4);
    expect(picture.regions.get('LIM')).toEqual(aRegion({ naam: 'Limburg (nieuw)' }));
    expect(picture.accountsByPerson.get('p-1')).toEqual([{ ...account, reachable: false }]);
    expect(picture.personIdByEmail.get('p-1@voorbeeld.be')).toBe('p-1');
    expect(picture.persons.get('p-1')).toEqual(person('p-1'));
  });

  it('lets one of several replicas that bring the same region file write it [P4]', async () => {
    const { store } = await open();
    const was = store.directory().version;
    const results = await parallel(5, (n) =>
      store.commit({
        region: { next: aRegion(), by: 'bot', was },
        berichten: [aBericht(`b-${n}`, 'c-1', { onderwerp: `LIM/nieuw/${n}` })],
        audit: [auditEntry()],
      }),
    );
    expect(kinds(results)).toEqual({ ok: 1, al_verwerkt: 0, verouderd: 4 });
  });

  it('never deletes a version of a region, and reads the same picture again', async () => {
    const test = await open();
    await parallel(5, (n) =>
      test.store.commit({ region: { next: aRegion({ naam: `v${n}` }), by: 'p-1' }, audit: [auditEntry()] }),
    );
    await test.store.commit({ persons: [person('p-1', { sector: 'ckg_cig' })], audit: [] });
    const herinnering = { dagVoor: '15:30', vooraf: 45 };
    await test.store.commit({ persons: [person('p-2', { herinnering }), person('p-3')], audit: [] });
    await test.store.commit({
      persons: [person('p-4', { herinnering: { dagVoor: 'niet', vooraf: null } })],
      audit: [],
    });
    const versions = await test.database.prisma.regioVersie.findMany({ orderBy: { volgnr: 'asc' } });
    expect(versions.map((v) => v.volgnr)).toEqual([1, 2, 3, 4, 5]);
    const again = await createStore({ ...test, queue: test.jobs, log: silent });
    expect(again.directory()).toEqual(test.store.directory());
  });

  it('decides anew when two first contacts bring the same e-mail address', async () => {
    const { store } = await open();
    const results = await parallel(2, (n) =>
      store.commit({ persons: [person(`p-${n}`, { email: 'a@b.be' })], audit: [] }),
    );
    expect(kinds(results)).toEqual({ ok: 1, verouderd: 1, al_verwerkt: 0 });
    expect(store.directory().personIdByEmail.has('a@b.be')).toBe(true);
  });

  it('finds a possible double by initials, date and municipality, however they are typed [S15]', async () => {
    const { store, database } = await open();
    const like = (initialen: string, gemeente: string) => {
      const { inhoud } = aCasus();
      return { inhoud: { ...inhoud, aanmelding: { ...inhoud.aanmelding, initialen, gemeente } } };
    };
    const commit = (id: string, over: Parameters<typeof aCasus>[1]) =>
      store.commit(anAanmeldingCommit(id, { newCasus: { casus: aCasus(id, over), prefix: 'LIM-2026' } }));
    await commit('c-1', like('J.P.', 'Hasselt'));
    await commit('c-2', like('jp', 'hasselt '));
    await commit('c-3', like('K', 'Hasselt'));
    await commit('c-4', { ...like('JP', 'Hasselt'), aangemeldOp: noon.subtract({ hours: 24 * 800 }) });
    await commit('c-5', like('', 'Hasselt'));
    await commit('c-6', like('', 'Hasselt'));
    expect(await store.mogelijkDubbel('c-1', 5)).toEqual(['LIM-2026-0002']);
    expect(await store.mogelijkDubbel('c-3', 5)).toEqual([]);
    expect(await store.mogelijkDubbel('c-5', 5)).toEqual([]);
    const row = await database.prisma.casus.findUniqueOrThrow({ where: { id: 'c-1' } });
    expect(row.dubbelIndex).toMatch(/^[\w-]{43}$/);
  });

  it('leases a message to one worker at a time and keeps what became of it', async () => {
    const { store, outbox } = await open();
    await store.commit(anAanmeldingCommit());
    const leases = await parallel(10, () => outbox.lease('b-c-1-1', noon, 30_000));
    expect(leases.filter((l) => l === 'bezig')).toHaveLength(9);
    expect(leases.find((l) => l !== 'bezig')).toMatchObject({ id: 'b-c-1-1', pogingen: 1 });
    expect(await outbox.lease('b-c-1-1', noon.add({ seconds: 31 }), 30_000)).toMatchObject({ pogingen: 2 });
    expect(await outbox.lease('nothing', noon, 30_000)).toBe('weg');
    const adres = { platform: 'slack', ref: 'C1/2' };
    await outbox.settle('b-c-1-1', { stand: 'verzonden', adres, getoond: 'x' });
    expect(await outbox.lease('b-c-1-1', noon, 30_000)).toMatchObject({ stand: 'verzonden', adres, getoond: 'x' });
    await outbox.settle('b-c-1-2', { stand: 'mislukt', adres: null, getoond: null, reden: 'blocked' });
    expect(await outbox.about('c-1')).toEqual(['b-c-1-1', 'b-c-1-3']);
    expect(await outbox.deadCount()).toBe(1);
    expect(await outbox.acknowledgeDead(noon)).toBe(1);
    expect(await outbox.deadCount()).toBe(0);
  });

  it('owes again what failed, when somebody can be reached again', async () => {
    const test = await open();
    await test.store.commit(anAanmeldingCommit());
    await test.outbox.bury('b-c-1-2', 'unreachable');
    const before = await rows(test);
    await test.store.commit({ resend: 'p-aanmelder', audit: [] });
    expect(await test.store.bericht('b-c-1-2')).toMatchObject({ stand: 'wacht' });
    expect(await rows(test)).toMatchObject({ jobs: before.jobs + 1 });
    await test.outbox.settle('b-c-1-1', { stand: 'verzonden', adres: { platform: 'x', ref: 'y' }, getoond: null });
    expect(await test.outbox.bury('b-c-1-1', 'fout')).toBe(false);
  });

  it('remembers for adapters, each value once', async () => {
    const { geheugen } = await open();
    await geheugen.save('teams.gesprek', 'b');
    await geheugen.save('teams.gesprek', 'a');
    await geheugen.save('teams.gesprek', 'a');
    expect(await geheugen.load('teams.gesprek')).toEqual(['a', 'b']);
    expect(await geheugen.load('slack')).toEqual([]);
  });

  it('lists what can be read when one cannot, and says which one [A2, A3]', async () => {
    const unread: unknown[] = [];
    const log = { ...silent, error: (event: string, fields = {}) => void unread.push({ event, ...fields }) };
    const { store, database } = await open({ log });
    for (const id of ['c-1', 'c-2'])
      await store.commit(anAanmeldingCommit(id, { notas: [{ next: aNota(`n-${id}`, { casusId: id }), was: null }] }));
    // As a row of another back-up, or one under a key that is gone.
    for (const table of ['casus SET inhoud', 'nota SET tekst'])
      await database.executor.executeSql(`UPDATE ${table} = 'x' WHERE id IN ('c-1', 'n-c-1')`);
    const ids = (of: { id: string }[]) => of.map(({ id }) => id);
    const cases = (of: { casus: { id: string } }[]) => ids(of.map(({ casus }) => casus));
    expect(ids(await store.wachtend(['LIM'], 5))).toEqual(['c-2']);
    expect(cases(await store.casussenVan('p-marijke', 5))).toEqual(['c-2']);
    expect(cases(await store.openCasussen('LIM', 5))).toEqual(['c-2']);
    expect(ids(await store.openNotas())).toEqual(['n-c-2']);
    expect(ids(await store.notas('LIM', noon))).toEqual(['n-c-2']);
    expect(await store.notasOver('c-1')).toEqual([]);
    await expect(store.casusById('c-1')).rejects.toThrow(StoreError);
    expect(unread).toContainEqual({ event: 'store.unreadable', kind: 'casus', casusId: 'c-1', fault: 'StoreError' });
    expect(unread).toContainEqual({ event: 'store.unreadable', kind: 'nota', casusId: 'c-1', fault: 'StoreError' });
  });

  it('never runs anybody else inside an open transaction', async () => {
    const { database } = await open();
    const { executor, prisma } = database;
    let seen = '';
    const outside: Promise<unknown>[] = [];
    const failed = database.transaction(async (tx) => {
      await tx.run`INSERT INTO teller VALUES ('in', 1)`;
      outside.push(executor.executeSql(`INSERT INTO geheugen VALUES ('poll', $1)`, ['1']));
      outside.push(executor.executeSql(`BEGIN; INSERT INTO geheugen VALUES ('poll', '2'); COMMIT`));
      outside.push(executor.executeSql(`BEGIN; SELECT 1/0; COMMIT`).catch(() => {}));
      outside.push(prisma.geheugen.create({ data: { soort: 'poll', waarde: '3' } }));
      outside.push(database.transaction((other) => other.run`INSERT INTO geheugen VALUES ('poll', '4')`));
      await new Promise((resolve) => setTimeout(resolve, 100));
      const found = await tx.rows<{ waarde: string }>`SELECT waarde FROM geheugen`;
      seen = found.map((row) => row.waarde).join();
      throw new Error('roll back');
    });
    await expect(failed).rejects.toThrow('roll back');
    await Promise.all(outside);
    // One connection: they waited. A pool: they were done at once. Either way none of them was rolled back.
    if (name === 'PGlite') expect(seen).toBe('');
    expect(await prisma.geheugen.count()).toBe(4);
    expect(await prisma.teller.count()).toBe(0);
  });
});

eachDatabase((name, open) => {
  it.runIf(name === 'PostgreSQL')('sees what another replica changed at its next look', async () => {
    const one = await open();
    if (!one.url) return expect.fail('no url');
    const database = await openDatabase({ url: one.url, keys: testKeys, log: silent });
    const two = await createStore({ database, queue: one.jobs, clock: one.clock, log: silent });
    await one.store.commit({ persons: [person('p-1')], audit: [] });
    expect(two.directory().version).toBe(0);
    expect(await two.refreshDirectory()).toBe(true);
    expect(two.directory()).toEqual(one.store.directory());
    expect(await two.refreshDirectory()).toBe(false);
    await two.commit({ persons: [person('p-2')], audit: [] });
    await one.store.commit({ persons: [person('p-3')], audit: [] });
    expect([...one.store.directory().persons.keys()].sort()).toEqual(['p-1', 'p-2', 'p-3']);
    expect(await createOutbox(database).deadCount()).toBe(0);
    await database.close();
  });
});
