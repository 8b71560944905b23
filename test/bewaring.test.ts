import { createHash, randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { createArchief } from '../adapters/database/create-archief.ts';
import type { Database } from '../adapters/database/open-database.ts';
import { verifyAudit } from '../adapters/database/verify-audit.ts';
import { uuids } from '../adapters/start-bot.ts';
import { rugzakWerkboek } from '../cards/rugzak-werkboek.ts';
import { type DeliveryWorld, deliver, refresh } from '../src/berichten/deliver.ts';
import { type Bevinding, opruimen } from '../src/bewaring/opruimen.ts';
import type { Casus } from '../src/casus/casus.ts';
import type { ChatPlatform, Posted } from '../src/ports.ts';
import type { Boeking } from '../src/rugzak/boeking.ts';
import { regioDocumentView } from '../src/rugzak/regio-document.ts';
import { rugzak } from '../src/rugzak/rugzak.fixture.ts';
import type { View } from '../src/view.ts';
import { plan } from '../src/zorgplan/zorgplan.fixture.ts';
import { tafel } from '../src/zorgtafel/zorgtafel.fixture.ts';
import {
  aBericht,
  aCasus,
  aNota,
  anAanmelding,
  anAanmeldingCommit,
  aRegion,
  aTermijn,
  auditEntry,
  noon,
} from './database-fixtures.ts';
import { eachDatabase, silent, type TestDatabase } from './databases.ts';
import { everyRow, everythingProtected } from './read-everything.ts';

/** Closed on 2 November 2026 under P5Y: the first day it may go. */
const AFTER = Temporal.Instant.from('2031-11-03T08:00:00Z');

/** A chat that remembers what stands where, and does as it is told. */
function chat() {
  const shown = new Map<string, View>();
  const next: Posted[] = [];
  const platform: ChatPlatform = {
    platform: 'slack',
    post: async (_to, view, key) => {
      shown.set(`ref-${key}`, view);
      return { kind: 'posted', ref: `ref-${key}` };
    },
    update: async (ref, view) => {
      const told = next.shift();
      if (told) return told;
      shown.set(ref, view);
      return { kind: 'posted', ref };
    },
    profile: async () => null,
    find: async () => null,
  };
  return { shown, next, platform };
}

function stageOn(opened: TestDatabase, database: Database = opened.database) {
  const { store, outbox, jobs, clock } = opened;
  const slack = chat();
  const archief = createArchief({ database, queue: jobs });
  const delivery: DeliveryWorld = {
    store,
    clock,
    ids: uuids,
    holidays: () => new Set(),
    agenda: { isReachable: () => false, make: () => ({ url: '', token: '', hash: '' }), urlOf: () => null },
    documenten: { isReachable: () => false, make: () => ({ url: '', token: '', hash: '' }), urlOf: () => null },
    log: silent,
    chats: new Map([['slack', slack.platform]]),
    outbox,
    digest: (text) => createHash('sha256').update(text).digest('base64url'),
  };
  const said: Bevinding[] = [];
  return {
    ...slack,
    archief,
    delivery,
    said,
    run: (options: { toon?: boolean; hoogstens?: number } = {}) =>
      opruimen({ store, archief, clock, ids: uuids, log: silent }, { ...options, zeg: (b) => void said.push(b) }),
    /** What the workers would do with the jobs of removed cases. */
    async work() {
      const { rows } = await opened.database.executor.executeSql(
        `SELECT DISTINCT data ->> 'casusId' AS subject FROM pgboss.job WHERE name = 'ververs' AND state < 'active'`,
      );
      for (const { subject } of rows as { subject: string }[])
        if (subject.startsWith('verwijderd/')) await refresh(delivery, subject);
    },
  };
}

const region = aRegion({ bewaring: [{ casus: 'P5Y' }] });

/** A case with everything, closed; every text somebody typed is in `sentinels`, every id and number in `traces`. */
async function closedCase({ store }: TestDatabase, id: string, more: { open?: 'factuur'; messages?: string } = {}) {
  const messages = more.messages ?? randomUUID();
  const sentinels: string[] = [];
  const sentinel = () => {
    const text = `Zorg${randomUUID().replaceAll('-', '')}`;
    sentinels.push(text);
    return text;
  };
  const filled = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (_, one) => (typeof one === 'string' && / /.test(one) ? sentinel() : one));
  const casus: Omit<Casus, 'referentie'> = aCasus(id, { stand: 'teruggekoppeld', uitkomst: 'zorgtafel' });
  casus.inhoud = {
    aanmelding: {
      ...anAanmelding(sentinel()),
      initialen: sentinel(),
      gemeente: sentinel(),
      namens: { naam: sentinel(), organisatie: sentinel(), telefoon: sentinel() },
    },
    aanvullingen: [{ door: 'p', tekst: sentinel(), op: noon }],
    vragen: [{ id: 'v', door: 'p', tekst: sentinel(), op: noon, antwoord: { door: 'p', tekst: sentinel(), op: noon } }],
    terugkoppeling: { door: 'p', nota: sentinel(), op: noon },
    intrekking: null,
  };
  const made = await store.commit({
    ...anAanmeldingCommit(id),
    once: randomUUID(),
    berichten: (anAanmeldingCommit(id).berichten ?? []).map((b, n) => ({ ...b, id: `${messages}-${n}` })),
    newCasus: { casus, prefix: 'LIM-2026' },
    gebeurtenissen: [{ casusId: id, op: noon, soort: 'aangemeld', door: 'p', detail: sentinel() }],
    termijnen: [aTermijn(id, { gestopt: { op: noon, reden: 'casus.afsluiten' } })],
    notas: [
      {
        next: aNota(`n-${id}`, {
          casusId: id,
          tekst: sentinel(),
          gelezen: [{ door: 'p', op: noon, dienst: 'LIM/2026-11-02/14:00' }],
        }),
        was: null,
      },
    ],
    refresh: id,
    documentAdres: {
      hash: `doc-${id}`,
      soort: 'zorgplan',
      over: id,
      persoonId: 'p',
      verlooptOp: noon.add({ hours: 99_999 }),
    },
    draft: {
      save: {
        id: `d-${id}`,
        personId: `p-${id}`,
        form: `rugzak:${id}`,
        page: 1,
        values: { doel: sentinel() },
        casusId: id,
        expires: noon.add({ hours: 99_999 }),
      },
    },
  });
  if (made.kind !== 'ok' || !made.referentie) throw new Error('not made');
  const afsluiting = {
    door: 'p',
    op: noon,
    resultaat: 'bereikt' as const,
    woont: 'thuis' as const,
    opvolging: sentinel(),
    openPunten: sentinel(),
  };
  const line = (n: number, van: Boeking['van'], naar: Boeking['naar']): Boeking => ({
    id: `boeking-${id}-${n}`,
    casusId: id,
    aanvraagId: `a-${id}`,
    factuurId: n > 2 ? `f-${id}` : null,
    van,
    naar,
    categorie: 'begeleiding',
    cents: 12_345,
    jaar: 2026,
    door: 'p',
    op: noon,
    datum: '2026-11-02',
    corrigeert: null,
  });
  const paid = { op: noon, door: 'p', datum: '2026-11-02' };
  await store.commit({
    casus: {
      next: {
        ...casus,
        referentie: made.referentie,
        stand: 'afgesloten',
        versie: 2,
        inhoud: { ...casus.inhoud, afsluiting },
      },
      was: 1,
    },
    gebeurtenissen: [{ casusId: id, op: noon, soort: 'afgesloten', door: 'p', detail: sentinel() }],
    zorgtafel: {
      ...tafel,
      id: `tafel-${id}`,
      casusId: id,
      stand: 'gehouden',
      plaats: { omschrijving: sentinel(), adres: sentinel(), lokaal: sentinel(), link: sentinel(), openbaar: false },
      deelnemers: tafel.deelnemers.map((d) => ({
        ...d,
        id: `${d.id}-${id}`,
        naam: sentinel(),
        agenda: { token: sentinel(), hash: `hash-${d.id}-${id}` },
      })),
      reden: sentinel(),
      boodschap: sentinel(),
    },
    zorgplan: { ...plan, casusId: id, inhoud: filled(plan.inhoud) },
    rugzak: {
      next: {
        ...rugzak,
        casusId: id,
        aanvragen: [
          {
            id: `a-${id}`,
            categorie: 'begeleiding',
            doel: sentinel(),
            aanbieder: sentinel(),
            cents: 12_345,
            van: '2026-11-02',
            tot: '2026-12-02',
            waaromNietRegulier: sentinel(),
            door: 'p',
            op: noon,
            stand: 'goedgekeurd',
            beslissing: { door: 'p', op: noon, reden: sentinel() },
          },
        ],
        facturen: [
          {
            id: `f-${id}`,
            aanvraagId: `a-${id}`,
            nummer: sentinel(),
            cents: 12_345,
            ontvangen: '2026-11-02',
            vervalt: '2026-12-02',
            betaald: more.open === 'factuur' ? null : paid,
            ingetrokken: null,
          },
        ],
        bewijzen: more.open
          ? []
          : [{ aanvraagId: `a-${id}`, kwartaal: '2026K4', door: 'p', op: noon, datum: '2026-11-02' }],
      },
      regio: 'LIM',
      boekingen: [
        line(1, null, 'aangevraagd'),
        line(2, 'aangevraagd', 'vastgelegd'),
        line(3, 'vastgelegd', 'gefactureerd'),
        ...(more.open === 'factuur' ? [] : [line(4, 'gefactureerd', 'betaald')]),
      ],
      budget: new Map(),
    },
    audit: [auditEntry({ waarover: id })],
  });
  return { referentie: made.referentie, sentinels, traces: [made.referentie, id] };
}

/** Every message of a case stands somewhere. */
async function posted({ database }: TestDatabase, shown: Map<string, View>, id: string): Promise<string[]> {
  const rows = await database.prisma.bericht.findMany({ where: { casusId: id } });
  for (const row of rows) {
    const adresRef = `ref-${row.id}`;
    shown.set(adresRef, { view: 'afgeschermd', referentie: id });
    await database.prisma.bericht.update({
      where: { id: row.id },
      data: { stand: 'verzonden', adresPlatform: 'slack', adresRef },
    });
  }
  return rows.map((row) => `ref-${row.id}`);
}

/** All that is left of the database but the chain and the jobs that are done; ids that were meant to stay are in the chain. */
async function leftovers(opened: TestDatabase): Promise<string> {
  const rows = await everyRow(opened.database);
  // What pg-boss notes of its own rounds.
  for (const name of ['public.audit', 'pgboss.version', 'pgboss.queue']) rows.delete(name);
  return [...[...rows.values()].flat(), ...(await everythingProtected(opened.database))].join('\n');
}

const yearOf = async ({ store }: TestDatabase) =>
  JSON.stringify([[...(await store.rugzakJaren('LIM'))], await store.rugzakMaanden('LIM', 2026)]);

eachDatabase((_name, open) => {
  it('leaves nothing of a case past its term but the sums of its year, and nothing of others [S17, B8]', async () => {
    const opened = await open();
    const stage = stageOn(opened);
    const { database, store, clock } = opened;
    await store.commit({ region: { next: region, by: 'test' }, audit: [] });
    const gone = await closedCase(opened, 'case-that-goes');
    const open_ = await closedCase(opened, 'case-with-invoice', { open: 'factuur' });
    const refs = await posted(opened, stage.shown, 'case-that-goes');
    expect(refs).toHaveLength(3);
    const year = await yearOf(opened);
    const workbook = () => regioDocumentView(store, region, 2026, 'rugzak_regio', AFTER);
    const booked = await workbook();
    expect(booked).toMatchObject({ verwijderd: null, samen: { gebonden: 24_690, betaald: 12_345, casussen: 2 } });
    const other = async () =>
      (await everythingProtected(database)).filter((text) => open_.sentinels.some((s) => text.includes(s))).sort();
    const before = await other();
    expect(await leftovers(opened)).toContain(gone.sentinels[0]);

    // The last day it is kept: nothing.
    clock.set(Temporal.Instant.from('2031-11-02T22:00:00Z'));
    expect(await stage.run()).toMatchObject({ verwijderd: 0 });
    clock.set(AFTER);
    const dry = [...(await leftovers(opened))].length;
    expect(await stage.run({ toon: true })).toMatchObject({ verwijderd: 1 });
    expect([...(await leftovers(opened))]).toHaveLength(dry);
    expect(stage.said).toEqual([
      { kind: 'verwijderen', referentie: gone.referentie, sinds: '2026-11-02', tot: '2031-11-02' },
      {
        kind: 'blijft',
        referentie: open_.referentie,
        sinds: '2026-11-02',
        tot: '2031-11-02',
        redenen: ['factuur', 'bewijs'],
      },
    ]);

    expect(await stage.run()).toMatchObject({ verwijderd: 1, fouten: 0 });
    const left = await leftovers(opened);
    for (const trace of [...gone.sentinels, ...gone.traces]) expect(left.includes(trace), trace).toBe(false);
    expect(await yearOf(opened)).toBe(year);
    // The workbook of that year comes to the same, with no line of what is gone.
    const rest = await workbook();
    expect(rest.overzicht).toEqual(booked.overzicht);
    expect(rest).toMatchObject({
      verwijderd: { gebonden: 12_345, betaald: 12_345 },
      samen: { gebonden: 24_690, betaald: 12_345, casussen: 1 },
      perKwartaal: [{ kwartaal: 4, gebonden: 24_690, betaald: 12_345 }],
      perSoort: [{ categorie: 'begeleiding', gebonden: 24_690 }],
    });
    const [sheet, , , , lines] = rugzakWerkboek(rest).bladen;
    const row = sheet?.rijen.find(([label]) => label?.soort === 'tekst' && label.tekst === 'Verwijderde casussen');
    expect(row?.slice(2)).toMatchObject([{ cents: 12_345 }, { cents: 12_345 }]);
    expect([lines?.naam, lines?.rijen.length]).toEqual(['Grootboek', 3]);
    expect([...new Set(rest.regels.map((r) => r.referentie))]).toEqual([open_.referentie]);
    expect((await regioDocumentView(store, region, 2026, 'rugzak_regio_extern', AFTER)).verwijderd).toBeNull();
    expect(await other()).toEqual(before);
    expect(await store.boekingen('case-with-invoice')).toHaveLength(3);

    // Nothing on screens leads to it; then it is forgotten where they are.
    await stage.work();
    expect(refs.map((ref) => stage.shown.get(ref))).toEqual(refs.map(() => ({ view: 'casus_verwijderd' })));
    expect(await stage.archief.vergeetAdressen(clock.now())).toEqual({ vergeten: 3, teWissen: 0 });
    for (const ref of refs) expect(await leftovers(opened)).not.toContain(ref);

    // The chain keeps an id that leads nowhere, and holds.
    const chain = await database.prisma.audit.findMany({ orderBy: { seq: 'asc' } });
    expect(chain.at(-1)).toMatchObject({ wie: 'bot', wat: 'casus.verwijderd', waarover: 'case-that-goes' });
    for (const text of [...gone.sentinels, gone.referentie]) expect(JSON.stringify(chain, String)).not.toContain(text);
    expect(await verifyAudit(database)).toMatchObject({ kind: 'intact' });

    // Once more: nothing.
    const after = await leftovers(opened);
    expect(await stage.run()).toMatchObject({ verwijderd: 0 });
    await stage.archief.vergeetAdressen(clock.now());
    expect(await leftovers(opened)).toBe(after);
  });

  it('loses nothing when it is stopped at any step, and is finished by who comes next [S17]', async () => {
    const opened = await open();
    const { database, store, clock } = opened;
    await store.commit({ region: { next: region, by: 'test' }, audit: [] });
    const gone = await closedCase(opened, 'case-that-goes');
    const refs = await posted(opened, stageOn(opened).shown, 'case-that-goes');
    clock.set(AFTER);
    const before = await leftovers(opened);
    let steps = 0;
    for (let stopAt = 1; ; stopAt++) {
      let n = 0;
      const step = <T>(work: Promise<T>): Promise<T> => {
        n += 1;
        return n === stopAt ? work.then(() => Promise.reject(new Error('killed'))) : work;
      };
      const dying: Database = {
        ...database,
        transaction: (work) =>
          database.transaction((tx) =>
            work({
              ...tx,
              executeSql: (text, values) => step(tx.executeSql(text, values)),
              rows: (parts, ...values) => step(tx.rows(parts, ...values)) as never,
              run: (parts, ...values) => step(tx.run(parts, ...values)),
            }),
          ),
      };
      const { verwijderd, fouten } = await stageOn(opened, dying).run();
      if (verwijderd === 1) break;
      expect(fouten).toBe(1);
      expect(await leftovers(opened)).toBe(before);
      steps = stopAt;
    }
    expect(steps).toBeGreaterThan(15);

    // Killed before a worker came to it: another one does, for where they stand is kept.
    const next = stageOn(opened);
    expect(await next.archief.vergeetAdressen(clock.now())).toEqual({ vergeten: 0, teWissen: 3 });
    next.next.push({ kind: 'unreachable', reason: 'gone' }, { kind: 'later', reason: 'busy' });
    await next.work();
    expect([...next.shown.values()]).toEqual([{ view: 'casus_verwijderd' }]);
    expect(await next.archief.vergeetAdressen(clock.now())).toEqual({ vergeten: 1, teWissen: 2 });
    await next.work();
    expect([...next.shown.keys()].sort()).toEqual(refs.sort());
    expect(await next.archief.vergeetAdressen(clock.now())).toEqual({ vergeten: 2, teWissen: 0 });
    expect(await leftovers(opened)).not.toContain(gone.referentie);
  });

  it('forgets after two weeks where something stands that cannot be reached, and until then it keeps trying [S17]', async () => {
    const opened = await open();
    const stage = stageOn(opened);
    await opened.store.commit({ region: { next: region, by: 'test' }, audit: [] });
    await closedCase(opened, 'case-that-goes');
    await posted(opened, stage.shown, 'case-that-goes');
    opened.clock.set(AFTER);
    await stage.run();
    const never = { kind: 'unreachable', reason: 'gone' } as const;
    for (const day of [0, 13]) {
      opened.clock.set(AFTER.add({ hours: 24 * day }));
      stage.next.push(never, never, never);
      await stage.work();
      expect(await stage.archief.vergeetAdressen(opened.clock.now())).toEqual({ vergeten: 0, teWissen: 3 });
    }
    expect(stage.next).toEqual([]);
    opened.clock.set(AFTER.add({ hours: 24 * 14 }));
    expect(await stage.archief.vergeetAdressen(opened.clock.now())).toEqual({ vergeten: 3, teWissen: 0 });
  });

  it('keeps a card true that a worker had in hand while its case was removed [S17]', async () => {
    const opened = await open();
    const stage = stageOn(opened);
    const { store, outbox, clock } = opened;
    await store.commit({ region: { next: region, by: 'test' }, audit: [] });
    await closedCase(opened, 'case-that-goes', { messages: 'm' });
    clock.set(AFTER);
    // A worker took a message that was never posted, and is posting it now.
    const id = 'm-0';
    const inHand = await outbox.lease(id, clock.now(), 30_000);
    await stage.run();
    expect(await stage.archief.vergeetAdressen(clock.now())).toEqual({ vergeten: 0, teWissen: 3 });
    expect(await deliver(stage.delivery, id)).toMatchObject({ kind: 'later' });
    if (typeof inHand === 'string') throw new Error(inHand);
    stage.shown.set('ref-late', { view: 'afgeschermd', referentie: 'LIM-2026-0001' });
    await outbox.settle(id, { stand: 'verzonden', adres: { platform: 'slack', ref: 'ref-late' }, getoond: 'x' });
    await stage.work();
    expect([...stage.shown]).toEqual([['ref-late', { view: 'casus_verwijderd' }]]);
    expect(await stage.archief.vergeetAdressen(clock.now())).toEqual({ vergeten: 3, teWissen: 0 });
  });

  it('is done once by replicas that do it at the same time, and leaves alone what was reopened meanwhile [S17]', async () => {
    const opened = await open();
    const { database, store, clock } = opened;
    await store.commit({ region: { next: region, by: 'test' }, audit: [] });
    for (let n = 0; n < 8; n++) await closedCase(opened, `case-${n}`);
    clock.set(AFTER);
    const stage = stageOn(opened);
    const stages = [stage, stageOn(opened), stageOn(opened)];
    const sums = await Promise.all(stages.map((one) => one.run()));
    expect(sums.reduce((sum, { verwijderd }) => sum + verwijderd, 0)).toBe(8);
    expect(await database.prisma.audit.count({ where: { wat: 'casus.verwijderd' } })).toBe(8);

    await closedCase(opened, 'case-reopened');
    const [read] = await stage.archief.afgerond('LIM', AFTER, null, 10);
    const casus = await store.casusById('case-reopened');
    if (!read || !casus) throw new Error('no case');
    const next = { ...casus, stand: 'teruggekoppeld' as const, versie: casus.versie + 1 };
    await store.commit({ casus: { next, was: casus.versie }, audit: [] });
    expect(await stage.archief.verwijder(read, 'verwijderd/x', AFTER)).toBe(false);
    expect(await stage.run()).toMatchObject({ verwijderd: 0 });
    expect(await store.gebeurtenissen('case-reopened', 9)).toHaveLength(2);
  });

  it('keeps everything of a region without a term, and says so [S17]', async () => {
    const opened = await open();
    const stage = stageOn(opened);
    await opened.store.commit({ region: { next: aRegion(), by: 'test' }, audit: [] });
    await closedCase(opened, 'case-that-stays');
    opened.clock.set(AFTER.add({ hours: 24 * 9999 }));
    expect(await stage.run()).toEqual({ bekeken: 0, verwijderd: 0, fouten: 0 });
    expect(stage.said).toMatchObject([{ kind: 'zonder_termijn', regio: { code: 'LIM' }, aantal: 1 }]);
    expect(await opened.store.casusById('case-that-stays')).not.toBeNull();
  });

  it('brings up to date what named the case as perhaps the same child, and the card of who wrote a note about it [S15, S17]', async () => {
    const opened = await open();
    const stage = stageOn(opened);
    const { store, database, clock } = opened;
    await store.commit({ region: { next: region, by: 'test' }, audit: [] });
    const inhoud = aCasus().inhoud;
    await store.commit({
      ...anAanmeldingCommit('case-that-goes'),
      notas: [{ next: aNota('n-1', { casusId: 'case-that-goes' }), was: null }],
    });
    const about = { casusId: null, onderwerp: aNota().dienst } as const;
    await store.commit({
      berichten: [
        { ...aBericht('b-writer'), ...about, soort: 'overdracht' },
        { ...aBericht('b-duty'), ...about, soort: 'dienst_straks' },
      ],
      audit: [],
    });
    await database.prisma.bericht.updateMany({ where: { casusId: null }, data: { stand: 'verzonden' } });
    await store.commit(anAanmeldingCommit('alike', { berichten: [aBericht('b-alike', 'alike')] }));
    expect(await store.mogelijkDubbel('alike', 3)).toEqual(['LIM-2026-0001']);
    const casus = await store.casusById('case-that-goes');
    if (!casus) throw new Error('no case');
    await store.commit({
      casus: {
        next: {
          ...casus,
          stand: 'ingetrokken',
          versie: 2,
          inhoud: { ...inhoud, intrekking: { door: 'p', op: noon, reden: 'x' } },
        },
        was: 1,
      },
      termijnen: [aTermijn('case-that-goes', { gestopt: { op: noon, reden: 'ingetrokken' } })],
      audit: [],
    });
    await database.executor.executeSql('DELETE FROM pgboss.job');
    clock.set(AFTER);
    expect(await stage.run()).toMatchObject({ verwijderd: 1 });
    expect(await store.mogelijkDubbel('alike', 3)).toEqual([]);
    const { rows } = await database.executor.executeSql(
      `SELECT coalesce(data ->> 'casusId', data ->> 'berichtId') AS subject FROM pgboss.job ORDER BY 1`,
    );
    expect((rows as { subject: string }[]).map((r) => r.subject)).toEqual([
      'alike',
      'b-writer',
      expect.stringMatching(/^verwijderd\//),
    ]);
  });
});
