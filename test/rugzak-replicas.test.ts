import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createStore, type DatabaseStore } from '../adapters/database/create-store.ts';
import { openDatabase } from '../adapters/database/open-database.ts';
import type { Queue } from '../adapters/database/queue.ts';
import { flemishHolidays } from '../adapters/region/holidays.ts';
import { apply } from '../adapters/region/region-command.ts';
import { uuids } from '../adapters/start-bot.ts';
import { handle } from '../src/bot.ts';
import type { Outcome } from '../src/outcome.ts';
import { gebonden, saldo } from '../src/rugzak/saldo.ts';
import type { World } from '../src/world.ts';
import { aCasus, anAanmeldingCommit } from './database-fixtures.ts';
import { eachPlace, silent, testKeys } from './databases.ts';

const at = Temporal.Instant.from('2026-03-09T08:20:00Z');
const noQueue: Queue = { enqueue: async () => {}, wake: () => {} };
const noAddresses: World['agenda'] = {
  isReachable: () => false,
  make: () => ({ url: '', token: '', hash: '' }),
  urlOf: () => null,
};
const MANY = 50;

const worldOf = (store: DatabaseStore): World => ({
  store,
  clock: { now: () => at },
  ids: uuids,
  holidays: flemishHolidays,
  agenda: noAddresses,
  documenten: noAddresses,
  log: silent,
  chats: new Map(),
});

let deliveries = 0;
const press = (world: World, who: string, action: string, subject: string, values = {}) =>
  handle(world, {
    delivery: `p-${++deliveries}`,
    at,
    account: { platform: 'groen', ref: who, address: who },
    place: 'private',
    input: { kind: 'action', action, subject, values, from: 'card' },
  });
const result = (outcome: Outcome) =>
  outcome.kind === 'nothing'
    ? 'nothing'
    : outcome.view.view === 'weigering'
      ? outcome.view.refusal.kind
      : outcome.view.view;
const counted = (outcomes: readonly Outcome[]) =>
  Object.fromEntries([...Map.groupBy(outcomes, result)].map(([kind, all]) => [kind, all.length]));

eachPlace((name, openPlace) => {
  /** Two replicas on one database (one on the embedded one), a region with a budget, its people, and cases of Marijke. */
  async function open(cases: number, budget: number, aanspreekpunt?: string) {
    const place = await openPlace();
    const database = () => openDatabase({ ...place.database, keys: testKeys, log: silent });
    const first = await database();
    const clock = { now: () => at };
    const store = await createStore({ database: first, queue: noQueue, clock, log: silent });
    const file = join(tmpdir(), `rugzak-${process.pid}-${name}.yaml`);
    const limburg = await readFile(new URL('../adapters/region/limburg.yaml', import.meta.url), 'utf8');
    await writeFile(file, limburg.replace(/jaarbudget: .*/, `jaarbudget: { 2026: ${budget} }`));
    const lines: string[] = [];
    const applied = await apply(file, { store, clock, ids: uuids, by: 'bot', print: (l) => void lines.push(l) });
    expect(applied, lines.join('\n')).toBe(0);
    const personId = (who: string) => store.directory().personIdByEmail.get(`${who}@example.org`) ?? '';
    await store.commit({
      accounts: ['marijke', 'ines', 'provinciaal'].map((who) => ({
        platform: 'groen',
        ref: who,
        address: who,
        personId: personId(who),
        reachable: true,
      })),
      audit: [],
    });
    for (let n = 0; n < cases; n++)
      await store.commit(
        anAanmeldingCommit(`c-${n}`, {
          newCasus: {
            casus: aCasus(`c-${n}`, {
              stand: 'opgenomen',
              aanspreekpunt: aanspreekpunt ?? personId('marijke'),
              aangemeldOp: at,
            }),
            prefix: 'LIM-2026',
          },
        }),
      );
    const second = name === 'PostgreSQL' ? await database() : null;
    const other = second && (await createStore({ database: second, queue: noQueue, clock, log: silent }));
    onTestFinished(async () => {
      await second?.close();
      await first.close();
      await place.remove();
      await rm(file, { force: true });
    });
    const worlds = [worldOf(store), ...(other ? [worldOf(other)] : [])];
    return { store, database: first, on: (n: number) => worlds[n % worlds.length] as World };
  }

  /** Asks for an amount in a case, as Marijke unless said; the id of the request. */
  async function ask(world: World, casusId: string, bedrag: string, more: { categorie?: string; who?: string } = {}) {
    const { categorie = 'begeleiding', who = 'marijke' } = more;
    const first = await press(world, who, 'rugzak.aanvragen', casusId);
    if (first.kind === 'nothing' || first.view.view !== 'rugzak_pagina') throw new Error(result(first));
    const { draftId } = first.view;
    await press(world, who, 'rugzak.verder', `${draftId}/1`, { categorie, doel: 'x', aanbieder: 'y', bedrag });
    const dates = { van: '2026-03-16', tot: '2026-05-15', waarom_niet_regulier: 'z' };
    await press(world, who, 'rugzak.verder', `${draftId}/2`, dates);
    expect(result(await press(world, who, 'rugzak.versturen', `${draftId}/3`))).toBe('rugzak_aanvraag');
    return draftId;
  }

  it('laat veel goedkeuringen tegelijk in één casus nooit voorbij de rugzak of de helft voor verblijf gaan [B1, S16]', async () => {
    const { store, on } = await open(1, 400_000);
    const ids: string[] = [];
    // € 25 000 for support and € 12 500 for stay asked for, where € 20 000 fit, € 10 000 of it for stay. The embedded
    // database has one process and one connection: fewer, larger ones.
    const many = name === 'PostgreSQL' ? MANY : 20;
    const [stayEach, each] = many === MANY ? ['500', '1.000'] : ['1.250', '2.500'];
    for (let n = 0; n < many; n++)
      ids.push(await ask(on(0), 'c-0', n % 2 ? each : stayEach, { categorie: n % 2 ? 'begeleiding' : 'verblijf' }));
    const outcomes = await Promise.all(
      ids.map((id, n) => press(on(n), n % 3 ? 'ines' : 'provinciaal', 'rugzak.goedkeuren', `c-0/${id}`)),
    );
    const lines = await store.boekingen('c-0');
    const bound = gebonden(saldo(lines));
    const stay = gebonden(saldo(lines.filter((b) => b.categorie === 'verblijf')));
    const counts = counted(outcomes);
    console.log(`${name}: ${many} in one case`, counts, `bound ${bound}, stay ${stay}`);
    expect(bound).toBeLessThanOrEqual(2_000_000);
    expect(stay).toBeLessThanOrEqual(1_000_000);
    const approved = lines.filter((b) => b.naar === 'vastgelegd');
    expect(approved).toHaveLength(counts.rugzak_aanvraag ?? 0);
    expect((await store.rugzakJaren('LIM')).get(2026)).toBe(bound);
    // Who lost every race tries again: in the end it is full.
    for (const [n, id] of ids.entries()) await press(on(n), 'provinciaal', 'rugzak.goedkeuren', `c-0/${id}`);
    expect(gebonden(saldo(await store.boekingen('c-0')))).toBeGreaterThan(2_000_000 - 250_000);
    expect(gebonden(saldo(await store.boekingen('c-0')))).toBeLessThanOrEqual(2_000_000);
  });

  it('laat vijftig casussen tegelijk nooit voorbij het jaarbudget van de regio gaan, en vult het tot de laatste aanvraag [B8, S16]', async () => {
    const { store, on } = await open(MANY, 10_000);
    const ids: string[] = [];
    for (let n = 0; n < MANY; n++) ids.push(await ask(on(0), `c-${n}`, '300'));
    const outcomes = await Promise.all(ids.map((id, n) => press(on(n), 'ines', 'rugzak.goedkeuren', `c-${n}/${id}`)));
    const counts = counted(outcomes);
    console.log(`${name}: 50 cases, one budget`, counts);
    expect(counts).toEqual({ rugzak_aanvraag: 33, jaarbudget_op: 17 });
    expect((await store.rugzakJaren('LIM')).get(2026)).toBe(990_000);
  });

  it('laat alles aan middelen doorgaan in een casus waarvan het aanspreekpunt wegging: wie twee keer betrokken is hoort het één keer [A3, S16]', async () => {
    const { database, on } = await open(1, 400_000, 'p-weg');
    const coordinators = ['ines', 'marijke', 'provinciaal'];
    const told = async () => {
      const sql = `SELECT onderwerp, aan_persoon FROM bericht WHERE casus_id = 'c-0' AND soort = 'rugzak_aanvraag'`;
      const { rows } = (await database.executor.executeSql(sql)) as {
        rows: { onderwerp: string; aan_persoon: string }[];
      };
      const by = Map.groupBy(rows, (b) => b.onderwerp.replace(/^[^:]*:?/, '').split('-')[0] || 'nieuw');
      return Object.fromEntries([...by].map(([what, all]) => [what, all.map((b) => nameOf(b.aan_persoon)).sort()]));
    };
    const nameOf = (id: string) =>
      coordinators.find((who) => on(0).store.directory().personIdByEmail.get(`${who}@example.org`) === id);
    const id = await ask(on(0), 'c-0', '500', { who: 'ines' });
    expect(await told()).toEqual({ nieuw: ['marijke', 'provinciaal'] });
    const does = async (who: string, action: string, subject = `c-0/${id}`) =>
      result(await press(on(0), who, action, subject, { vraag: 'x' }));
    expect(await does('provinciaal', 'rugzak.vraag_bewaren')).toBe('rugzak_aanvraag');
    expect(await does('provinciaal', 'rugzak.goedkeuren')).toBe('rugzak_aanvraag');
    const line = (await on(0).store.boekingen('c-0')).find((b) => b.naar === 'vastgelegd');
    expect(await does('ines', 'rugzak.corrigeren', `c-0/${line?.id}`)).toBe('rugzak_boekingen');
    expect(await does('ines', 'rugzak.intrekken')).toBe('rugzak_aanvraag');
    expect(await told()).toEqual({
      nieuw: ['marijke', 'provinciaal'],
      vraag: ['ines', 'marijke'],
      beslist: ['ines', 'marijke'],
      terug: ['marijke', 'provinciaal'],
      ingetrokken: ['marijke'],
    });
  });
});
