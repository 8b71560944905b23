import { expect, it, vi } from 'vitest';
import { aBericht, anAanmeldingCommit, auditEntry } from '../../test/database-fixtures.ts';
import { eachDatabase, silent, type TestDatabase } from '../../test/databases.ts';
import { startJobs } from './start-jobs.ts';
import type { Handled, Handlers } from './work-on.ts';

/** Two cores may be shared with many other tests. */
const patient = { timeout: 20_000 };

const quick = { retries: 2, firstDelay: 1, longestDelay: 1, afterGivingUp: 1 };
const done: Handled = { kind: 'done' };

const handlers = (over: Partial<Handlers>): Handlers => ({
  deliver: async () => done,
  refresh: async () => done,
  gaveUp: async () => {},
  ...over,
});

const berichten = (count: number) => ({
  berichten: Array.from({ length: count }, (_, n) => aBericht(`b-${n}`, 'c-1', { onderwerp: `o-${n}` })),
  audit: [auditEntry()],
});

/** Jobs by queue and state. */
async function states({ database }: TestDatabase) {
  const { rows } = await database.executor.executeSql(
    `SELECT name || ':' || state AS what, count(*)::int AS n FROM pgboss.job GROUP BY 1 ORDER BY 1`,
  );
  return Object.fromEntries((rows as { what: string; n: number }[]).map((row) => [row.what, row.n]));
}

/** What is still to be done, now or later. */
const unfinished = async (test: TestDatabase) =>
  Object.keys(await states(test)).filter((what) => /:(created|retry|active)$/.test(what));

/** As if every job that waits were asked for so many hours ago. */
const since = (test: TestDatabase, hours: number) =>
  test.database.executor.executeSql(`UPDATE pgboss.job SET data = data || jsonb_build_object('sinds', $1::bigint)`, [
    Date.now() - hours * 3600_000,
  ]);

eachDatabase((name, open) => {
  it('delivers each message once, well within a second of the commit', async () => {
    const test = await open();
    const at = new Map<string, number>();
    const deliver = vi.fn(async (id: string) => {
      at.set(id, performance.now());
      return done;
    });
    const refresh = vi.fn(async (_casusId: string) => done);
    await test.jobs.work(handlers({ deliver, refresh }));
    // Past the first look, so that what follows is woken and not polled.
    await vi.waitFor(() => expect(test.jobs.sinceLastPoll()).toBeLessThan(5_000), patient);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await test.store.commit({ ...anAanmeldingCommit(), refresh: 'c-1' });
    const committed = performance.now();
    await vi.waitFor(() => expect(at.size).toBe(3), { ...patient, interval: 5 });
    // Woken: left to the polls, some of the three would take up to two seconds.
    expect(Math.max(...at.values()) - committed).toBeLessThan(1_500);
    await vi.waitFor(() => expect(refresh.mock.calls).toEqual([['c-1']]), patient);
    await vi.waitFor(
      async () => expect(await states(test)).toEqual({ 'bericht:completed': 3, 'ververs:completed': 1 }),
      patient,
    );
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    expect(deliver).toHaveBeenCalledTimes(3);
  });

  it('works off a pile of two hundred without waiting for polls', async () => {
    const test = await open();
    await test.store.commit(berichten(200));
    const seen: string[] = [];
    const started = performance.now();
    const deliver = async (id: string) => {
      seen.push(id);
      return done;
    };
    await test.jobs.work(handlers({ deliver }));
    await vi.waitFor(() => expect(seen).toHaveLength(200), patient);
    // Polling alone would take them twelve at a time, every two seconds.
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(new Set(seen).size).toBe(200);
  });

  it('has no job for a commit that did not happen', async () => {
    const test = await open();
    const wrong = { ...auditEntry(), wat: null as unknown as string };
    await expect(test.store.commit(anAanmeldingCommit('c-1', { audit: [wrong] }))).rejects.toThrow();
    expect(await states(test)).toEqual({});
  });

  it('tries again after a fault, and keeps nothing of what the fault said [S11]', async () => {
    const test = await open({ patience: quick });
    let attempts = 0;
    const deliver = async () => {
      attempts++;
      if (attempts < 3) throw new Error('geheim van de ouders');
      return done;
    };
    await test.jobs.work(handlers({ deliver }));
    await test.store.commit(berichten(1));
    await vi.waitFor(() => expect(attempts).toBe(3), { timeout: 20_000 });
    await vi.waitFor(async () => expect(await states(test)).toEqual({ 'bericht:completed': 1 }), patient);
    const { rows } = await test.database.executor.executeSql('SELECT job::text AS dump FROM pgboss.job');
    expect(JSON.stringify(rows)).not.toContain('geheim');
  });

  it('gives up after the last attempt: dead letter, and whoever should know is told once', async () => {
    const test = await open({ patience: quick });
    let attempts = 0;
    const gaveUp = vi.fn(async (id: string, reden: string) => void (await test.outbox.bury(id, reden)));
    const deliver = async () => {
      attempts++;
      throw new Error('kapot');
    };
    await test.jobs.work(handlers({ deliver, gaveUp }));
    await test.store.commit(berichten(1));
    await vi.waitFor(() => expect(gaveUp.mock.calls).toEqual([['b-0', 'fout']]), { timeout: 25_000 });
    await vi.waitFor(async () => expect(await states(test)).toMatchObject({ 'onbestelbaar:completed': 1 }), patient);
    expect(attempts).toBe(3);
    expect(await test.store.bericht('b-0')).toMatchObject({ stand: 'mislukt' });
    expect(await test.outbox.deadCount()).toBe(1);
  });

  it('puts off what has to wait, as long as asked, without using up attempts', async () => {
    const test = await open({ patience: quick });
    const at: number[] = [];
    const deliver = async (): Promise<Handled> => {
      at.push(performance.now());
      return at.length < 6 ? { kind: 'later', afterMs: 200 } : done;
    };
    await test.jobs.work(handlers({ deliver }));
    await test.store.commit(berichten(1));
    await vi.waitFor(() => expect(at).toHaveLength(6), { timeout: 20_000 });
    for (let n = 1; n < 6; n++) expect((at[n] ?? 0) - (at[n - 1] ?? 0)).toBeGreaterThan(190);
    await vi.waitFor(async () => expect(await states(test)).toEqual({ 'bericht:completed': 6 }), patient);
  });

  it('gives up on what was put off for a day', async () => {
    const test = await open();
    const gaveUp = vi.fn(async () => {});
    await test.store.commit(berichten(1));
    await since(test, 25);
    await test.jobs.work(handlers({ deliver: async () => ({ kind: 'later' }), gaveUp }));
    await vi.waitFor(() => expect(gaveUp.mock.calls).toEqual([['b-0', 'te_lang']]), patient);
  });

  it('still brings what it gave up on once the platform is back, and tells that once [P2]', async () => {
    const test = await open({ patience: quick });
    let away = true;
    const seen = { 'b-0': 0, 'c-1': 0 };
    const look = async (id: string): Promise<Handled> => {
      seen[id as keyof typeof seen]++;
      return away ? { kind: 'later' } : done;
    };
    const gaveUp = vi.fn(async (_id: string) => {});
    await test.store.commit({ ...berichten(1), refresh: 'c-1' });
    await since(test, 25);
    await test.jobs.work(handlers({ deliver: look, refresh: look, gaveUp }));
    await vi.waitFor(() => expect(Math.min(...Object.values(seen))).toBeGreaterThan(2), patient);
    away = false;
    await vi.waitFor(async () => expect(await unfinished(test)).toEqual([]), patient);
    expect(gaveUp.mock.calls).toEqual([['b-0', 'te_lang']]);
  });

  it('still brings what faulted until it gave up, once the fault is repaired', async () => {
    const test = await open({ patience: quick });
    let repaired = false;
    let delivered = 0;
    const deliver = async () => {
      if (!repaired) throw new Error('kapot');
      delivered++;
      return done;
    };
    const gaveUp = vi.fn(async (_id: string) => {});
    await test.store.commit(berichten(1));
    await test.jobs.work(handlers({ deliver, gaveUp }));
    await vi.waitFor(() => expect(gaveUp).toHaveBeenCalled(), { timeout: 25_000 });
    // Some tries later.
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    repaired = true;
    await vi.waitFor(() => expect(delivered).toBe(1), patient);
    expect(gaveUp.mock.calls).toEqual([['b-0', 'fout']]);
  });

  it('leaves in peace what nobody could be shown for a month', async () => {
    const test = await open({ patience: quick });
    const gaveUp = vi.fn(async () => {});
    await test.store.commit(berichten(1));
    await since(test, 31 * 24);
    await test.jobs.work(handlers({ deliver: async () => ({ kind: 'later' }), gaveUp }));
    await vi.waitFor(() => expect(gaveUp).toHaveBeenCalled(), patient);
    await vi.waitFor(async () => expect(await states(test)).toMatchObject({ 'onbestelbaar:completed': 1 }), patient);
    expect(await unfinished(test)).toEqual([]);
  });

  it('refreshes one subject once at a time, and once more for all that was asked for meanwhile', async () => {
    const test = await open();
    const replicas = [test.jobs];
    if (name === 'PostgreSQL') replicas.push(await startJobs({ database: test.database, log: silent }));
    let asked = 0;
    const passes: { casusId: string; from: number; saw: number; to?: number }[] = [];
    const refresh = async (casusId: string) => {
      const pass: (typeof passes)[number] = { casusId, from: performance.now(), saw: asked };
      passes.push(pass);
      await new Promise((resolve) => setTimeout(resolve, 600));
      pass.to = performance.now();
      return done;
    };
    for (const jobs of replicas) await jobs.work(handlers({ refresh }));
    for (asked = 1; asked <= 20; asked++)
      await test.store.commit({ refresh: asked === 10 ? ['c-1', 'c-2'] : 'c-1', audit: [auditEntry()] });
    await vi.waitFor(async () => expect(await states(test)).toEqual({ 'ververs:completed': passes.length }), patient);
    await replicas[1]?.stop(1_000);

    const ofOne = passes.filter(({ casusId }) => casusId === 'c-1');
    // Two looks at the same moment may each take one; from then on there is one at a time.
    expect(ofOne.length).toBeLessThanOrEqual(5);
    expect(ofOne.slice(2).filter((pass, n) => pass.from < (ofOne[n + 1]?.to ?? 0))).toEqual([]);
    expect(Math.max(...ofOne.map(({ saw }) => saw))).toBe(21);
    // Another case does not wait for this one.
    expect(passes.filter(({ casusId }) => casusId === 'c-2')).toHaveLength(1);
  });

  it('finishes what is in hand when it stops', async () => {
    const test = await open();
    let finished = false;
    let begun = false;
    const deliver = async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 800));
      finished = true;
      return done;
    };
    await test.jobs.work(handlers({ deliver }));
    await test.store.commit(berichten(1));
    await vi.waitFor(() => expect(begun).toBe(true), patient);
    await test.jobs.stop();
    expect(finished).toBe(true);
    expect(await states(test)).toEqual({ 'bericht:completed': 1 });
  });

  it('gives back what it cannot finish in time', async () => {
    const test = await open();
    let begun = false;
    const deliver = async () => {
      begun = true;
      await new Promise((resolve) => setTimeout(resolve, 4_000));
      return done;
    };
    await test.jobs.work(handlers({ deliver }));
    await test.store.commit(berichten(1));
    await vi.waitFor(() => expect(begun).toBe(true), patient);
    await test.jobs.stop(1_000);
    expect(await states(test)).toEqual({ 'bericht:retry': 1 });
  });

  it('starts on several replicas at once, and again in no time', async () => {
    const test = await open();
    await test.database.executor.executeSql('DROP SCHEMA pgboss CASCADE');
    const replicas = name === 'PGlite' ? 1 : 4;
    const { database } = test;
    const all = await Promise.all(Array.from({ length: replicas }, () => startJobs({ database, log: silent })));
    const started = performance.now();
    const again = await startJobs({ database, log: silent });
    expect(performance.now() - started).toBeLessThan(5_000);
    for (const jobs of [...all, again]) await jobs.stop(1_000);
  });

  it.runIf(name === 'PGlite')('takes back at start what a process had in hand when it died', async () => {
    const test = await open();
    await test.store.commit(berichten(1));
    await test.database.executor.executeSql(`UPDATE pgboss.job SET state = 'active', started_on = now()`);
    const next = await startJobs({ database: test.database, log: silent });
    const deliver = vi.fn(async () => done);
    await next.work(handlers({ deliver }));
    await vi.waitFor(() => expect(deliver).toHaveBeenCalledTimes(1), patient);
    await next.stop(1_000);
  });
});
