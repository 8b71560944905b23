import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { expect, it, onTestFinished } from 'vitest';
import type { Intent } from '../src/intent.ts';
import { chance } from './chance.ts';
import { eachPlace } from './databases.ts';
import type { ClockSetting } from './kill-clock.ts';
import { readClock } from './kill-clock.ts';
import { type Supervisor, supervise } from './kill-supervisor.ts';
import { type Deed, deeds, MONTH, moments, owed, type Somebody } from './replica-month.ts';
import { startSlackStandIn } from './stand-ins/slack.ts';

/** `REPLICAS=long`: kills all the time, and every wait of the queue in full; some ten minutes. */
const LONG = process.env.REPLICAS === 'long';
/** Real ms between kills, at least and at most. */
const PAUSE = LONG ? [1_500, 5_000] : [1_200, 3_000];
/** Fewer kills prove too little. */
const ENOUGH = LONG ? 41 : 9;
const CONNECTIONS = LONG ? 12 : 5;
/** Each so many kills one comes while a message is being posted; in the long version each takes half a minute. */
const POSTING = LONG ? 4 : 2;
/** Bot seconds in a real one: a lease of 30 s that a dead process left is over in 5 s. */
const RATE = 6;
/**
 * How long a message may take to be shown: longer than the killing goes on, for the last one that is owed is the one
 * whose posters are killed. In the long version a dead worker is missed after 35 s.
 */
const PATIENCE_MS = LONG ? 180_000 : 120_000;
const seed = Number(process.env.REPLICAS_SEED ?? Math.floor(Math.random() * 1e9));

/** One SIGKILL: which replica, how many posts there had been, what was leased and not settled when it was gone. */
type Kill = { replica: string; posts: number; leased: ReadonlySet<string> };

eachPlace((name, openPlace) => {
  it.runIf(name === 'PostgreSQL')(
    'sturen een maand lang elk bericht één keer en vergeten er geen: drie replica’s, waarvan er om de paar seconden een gedood wordt [P4, P5, P6, P7]',
    async () => {
      const place = await openPlace();
      const folder = await mkdtemp(join(tmpdir(), 'replicas-'));
      const random = chance(seed);
      const startedAt = performance.now();
      const slack = await startSlackStandIn(['marijke', 'ines', 'beheerder', 'provinciaal']);
      const db = new pg.Pool({ connectionString: place.database.url, max: 2, application_name: 'test' });
      // Its database is removed right after `end`, which does not wait for the server to have let go.
      db.on('error', () => {});
      const replicas: Supervisor[] = [];
      onTestFinished(async () => {
        await Promise.all(replicas.map((replica) => replica.end()));
        await db.end();
        await slack.close();
        await place.remove();
        await rm(folder, { recursive: true, force: true });
      });

      const regionFile = join(folder, 'limburg.yaml');
      const limburg = await readFile(new URL('../adapters/region/limburg.yaml', import.meta.url), 'utf8');
      const channel = JSON.stringify({ platform: 'slack', ref: slack.channel });
      await writeFile(regionFile, limburg.replace(/- \{ platform: teams, ref: [^}]*\}/, `- ${channel}`));

      let setting: ClockSetting = { from: MONTH.start, since: Date.now(), rate: RATE };
      const names = ['een', 'twee', 'drie'];
      // All three at once, on an empty database: as after a power cut.
      replicas.push(
        ...(await Promise.all(
          names.map((via) =>
            supervise({
              port: 0,
              database: { ...place.database, connections: CONNECTIONS },
              regionFile,
              keys: `test:${Buffer.alloc(32, 7).toString('base64')}`,
              slack: {
                botToken: slack.botToken,
                signingSecret: slack.signingSecret,
                appToken: null,
                apiUrl: slack.apiUrlFor(via),
                teams: [],
              },
              teams: null,
              clock: setting,
            }),
          ),
        )),
      );
      const rows = async <Row>(text: string) => (await db.query(text)).rows as Row[];
      const count = async (text: string) => Number((await rows<{ n: string }>(`SELECT count(*) AS n ${text}`))[0]?.n);
      /** Until `look` says so; fails with what `tell` says. */
      const until = async (look: () => Promise<boolean>, tell: () => Promise<unknown>) => {
        for (const end = performance.now() + PATIENCE_MS; !(await look()); await sleep(40))
          if (performance.now() > end) throw new Error(`waited for nothing: ${JSON.stringify(await tell())}`);
      };
      await until(
        async () => (await count('FROM account WHERE bereikbaar')) === 4,
        () => rows('SELECT * FROM account'),
      );

      const posts = () => slack.calls.filter(({ method }) => method === 'chat.postMessage');
      const kills: Kill[] = [];
      const connections: number[] = [];
      let over = false;
      /** The next kill waits for a message to be posted. */
      let aiming = false;
      let turned = Promise.withResolvers<void>();
      const killing = (async () => {
        // On a busy machine it stops after a minute, once there were enough.
        while (!over && (LONG || kills.length < ENOUGH || performance.now() - startedAt < 60_000)) {
          await sleep((PAUSE[0] ?? 0) + random() * ((PAUSE[1] ?? 0) - (PAUSE[0] ?? 0)));
          connections.push(
            await count(`FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'test'`),
          );
          const moment = random();
          let n = Math.floor(random() * 3);
          if (kills.length % POSTING === 0) {
            // The worst there is: Slack has the message, and the one who posted it dies before it hears so.
            const before = posts().length;
            const takeBack = slack.failNext(/^chat\.postMessage$/, { kind: 'silent-done' });
            aiming = true;
            for (const end = performance.now() + 5_000; posts().length === before && performance.now() < end; )
              await sleep(2);
            aiming = false;
            takeBack();
            n = Math.max(0, names.indexOf(posts()[before]?.via ?? ''));
          } else if (moment < 0.9) {
            // While all three beat and deliver.
            await Promise.race([turned.promise, sleep(1_000)]);
            await sleep(random() * 250);
          }
          const [replica, via] = [replicas[n], names[n]];
          if (over || !replica || !via) continue;
          // At once: a minute later on the bot's clock another replica may have taken over.
          await replica.kill(async () => {
            const leased = await rows<{ id: string }>('SELECT id FROM bericht WHERE lease_tot IS NOT NULL');
            kills.push({ replica: via, posts: posts().length, leased: new Set(leased.map(({ id }) => id)) });
          });
          // The clock of the bot runs ahead of the queue's, which is the server's: let that go on too.
          if (!LONG)
            await db.query(`
              WITH old AS (UPDATE pgboss.job SET heartbeat_on = heartbeat_on - interval '20 s' WHERE state = 'active')
              UPDATE pgboss.queue SET monitor_on = monitor_on - interval '20 s',
                monitor_claim_on = monitor_claim_on - interval '20 s'`);
        }
      })();

      const person = (who: Somebody) => slack.people.find((p) => p.name === who);
      let retried = 0;
      /** As the platform does: the same delivery again, to any replica, until one answers. */
      const act = async ({ wie, wat }: Deed) => {
        const ref = `${slack.team}/${person(wie)?.id}`;
        const account = { platform: 'slack', ref, address: ref };
        const { action, subject, values } = await inputOf(wat, rows);
        const input = { kind: 'action', action, subject, values, from: 'card' } as const;
        const intent: Omit<Intent, 'at'> = { delivery: randomUUID(), account, place: 'private', input };
        for (let attempt = 0; ; attempt++) {
          const replica = replicas[Math.floor(random() * 3)];
          const outcome = await replica
            ?.up()
            .then(() => replica.handle(intent))
            .catch(killed);
          if (outcome) {
            const text = JSON.stringify(outcome);
            // Done and dead before it was told: the second time it may say that it was done.
            if (attempt === 0) expect(text, `${wie} ${JSON.stringify(wat)}`).not.toMatch(/"weigering"|"errors":\{"/);
            return;
          }
          if (attempt === 50) throw new Error(`${wie} got no answer to ${JSON.stringify(wat)}`);
          retried += 1;
          await sleep(50);
        }
      };

      let beats = 0;
      for (const [index, moment] of (LONG ? [...new Set([...moments, ...everyHour()])].sort() : moments).entries()) {
        // A slow machine kills slowly: the month waits, so that the kills are spread over it and there are enough.
        if (!LONG)
          await until(
            async () => aiming || kills.length >= Math.floor(((index + 1) * ENOUGH) / moments.length),
            async () => `${kills.length} kills at ${moment}`,
          );
        const from = Temporal.Instant.from(moment);
        const now = readClock(setting);
        setting = {
          from: (Temporal.Instant.compare(from, now) > 0 ? from : now).toString(),
          since: Date.now(),
          rate: RATE,
        };
        await Promise.all(replicas.map((replica) => replica.setClock(setting)));
        turned.resolve();
        turned = Promise.withResolvers();
        // All three at this very moment; one that is dead now does not count, as long as one is not.
        for (let came = false; !came; ) {
          const each = await Promise.allSettled(replicas.map((replica) => replica.beat()));
          came = each.some(({ status }) => status === 'fulfilled');
          beats += each.length;
          if (!came) await sleep(50);
        }
        for (const deed of deeds.filter(({ op }) => op === moment)) await act(deed);
        await until(
          async () => (await count(`FROM bericht WHERE stand = 'wacht'`)) === 0,
          () => rows(`SELECT soort, onderwerp, op, pogingen, lease_tot, reden FROM bericht WHERE stand = 'wacht'`),
        );
      }
      over = true;
      await killing;
      await Promise.all(replicas.map((replica) => replica.up()));
      await until(
        async () => (await count(`FROM pgboss.job WHERE state IN ('created', 'retry', 'active')`)) === 0,
        () => rows(`SELECT name, state, data FROM pgboss.job WHERE state IN ('created', 'retry', 'active')`),
      );
      for (const replica of replicas) await replica.stop();
      // Stopped is gone: no connection, nothing in hand.
      const left = {
        connections: await count(
          `FROM pg_stat_activity WHERE datname = current_database() AND application_name <> 'test'`,
        ),
        leases: await count('FROM bericht WHERE lease_tot IS NOT NULL'),
        active: await count(`FROM pgboss.job WHERE state = 'active'`),
      };

      // What each got, by where Slack showed it: the first post of each message, and those after it.
      const outbox = new Map(
        (
          await rows<{ id: string; soort: string; onderwerp: string; op: Date; stand: string }>('SELECT * FROM bericht')
        ).map((row) => [row.id, row]),
      );
      const seen = new Map<string, number>();
      const got: string[] = [];
      const repeats: { soort: string; explained: boolean }[] = [];
      const all = posts();
      for (const [n, { body }] of all.entries()) {
        const { key = '' } = (body.metadata as { event_payload?: { key?: string } } | undefined)?.event_payload ?? {};
        const row = outbox.get(key);
        const before = seen.get(key);
        seen.set(key, n);
        if (before !== undefined) {
          // Posted, and dead before that was written down: the only way to a repeat on a platform without keys.
          const [first, explained] = [
            all[before],
            kills.some((k) => k.replica === all[before]?.via && before < k.posts && k.posts <= n && k.leased.has(key)),
          ];
          repeats.push({ soort: `${row?.soort} by ${first?.via}`, explained });
          continue;
        }
        const where =
          body.channel === slack.channel ? 'kanaal' : slack.people.find((p) => p.talk === body.channel)?.name;
        got.push(line(row?.soort ?? 'unknown', row?.onderwerp ?? key, row?.op ?? null, where ?? String(body.channel)));
      }
      const expected = owed.map(({ soort, over: about, op, aan }) =>
        line(soort, about, op === null ? null : new Date(op), aan),
      );
      const kinds = Object.entries(Object.groupBy(owed, ({ soort }) => soort)).map(
        ([kind, list]) => `${list?.length} ${kind}`,
      );
      const midway = kills.filter(({ leased }) => leased.size > 0).length;
      console.log(
        [
          `replicas: ${kills.length} kills of 3 processes (${midway} with a delivery in hand), ${got.length} messages of ${expected.length} expected, ${repeats.length} repeated (${repeats.filter((r) => r.explained).length} posted right before the kill)`,
          `      seed ${seed}, ${beats} beats, ${deeds.length} deeds (${retried} sent again), ${Math.round((performance.now() - startedAt) / 1000)} s; connections at most ${Math.max(...connections)} of 3 × ${CONNECTIONS}`,
          `      ${kinds.sort().join(', ')}; repeated: ${repeats.map((r) => r.soort).join(', ') || 'none'}`,
        ].join('\n'),
      );
      expect(got.sort()).toEqual(expected.sort());
      expect(repeats.filter(({ explained }) => !explained)).toEqual([]);
      expect([...outbox.values()].filter(({ stand }) => stand !== 'verzonden')).toEqual([]);
      expect(left).toEqual({ connections: 0, leases: 0, active: 0 });
      expect(Math.max(...connections)).toBeLessThanOrEqual(3 * CONNECTIONS);
      expect(kills.length).toBeGreaterThanOrEqual(ENOUGH);
      expect(midway, 'killed with a delivery in hand').toBeGreaterThanOrEqual(ENOUGH / 3);
      expect(slack.problems).toEqual([]);
    },
    LONG ? 1_800_000 : 400_000,
  );
});

/** Every hour of the month, at half past. */
function* everyHour(): Generator<string> {
  const end = Temporal.Instant.from(MONTH.end);
  for (let at = Temporal.Instant.from(MONTH.start).add({ minutes: 33 }); ; at = at.add({ hours: 1 })) {
    if (Temporal.Instant.compare(at, end) >= 0) return;
    yield at.toString();
  }
}

/** The only fault that is nobody's: the process was killed before it answered. */
const killed = (fault: unknown): null => {
  if (fault instanceof Error && fault.message === 'the bot is gone') return null;
  throw fault;
};

/** A message in words; of what somebody did, the moment is theirs. */
const line = (soort: string, over: string, op: Date | null, aan: string) => {
  const clocked = /^(dienst_|gat)/.test(soort) && op !== null && /:00\.000Z$/.test(op.toISOString());
  return `${soort} ${over.replace(/\/verzoek\/.*/, '/verzoek')} ${clocked ? op.toISOString() : 'then'} ${aan}`;
};

/** The button or form of a deed, as the card shows it. */
async function inputOf(
  wat: Deed['wat'],
  rows: <Row>(text: string) => Promise<Row[]>,
): Promise<{ action: string; subject: string; values: Record<string, string | string[]> }> {
  const part = '09:00-12:00';
  switch (wat.kind) {
    case 'vraag_ruil':
      return {
        action: 'rooster.bewaren',
        subject: 'LIM/2026-10-19/ruilen',
        values: { dagdeel: part, tegen: `2026-10-20/${part}/ines` },
      };
    case 'aanvaard_ruil': {
      const [verzoek] = await rows<{ id: string }>('SELECT id FROM verzoek');
      return { action: 'rooster.aanvaarden', subject: `LIM/verzoek/${verzoek?.id}`, values: {} };
    }
    case 'afwezig':
      return {
        action: 'rooster.bewaren',
        subject: `LIM/${wat.datum}/afwezig`,
        values: { dagdeel: [part], vraag: wat.vraag },
      };
    case 'neem_over':
      return { action: 'rooster.overnemen', subject: `LIM/${wat.datum}/09:00`, values: {} };
    case 'vervang':
      return {
        action: 'rooster.bewaren',
        subject: `LIM/${wat.datum}/vervangen`,
        values: { dagdeel: [part], wie: wat.wie },
      };
    case 'maak_ongedaan': {
      const [change] = await rows<{ id: string }>(`SELECT id FROM uitzondering WHERE datum = '${wat.datum}'`);
      return { action: 'rooster.ongedaan', subject: `LIM/${change?.id}`, values: {} };
    }
    case 'ik_ben_er':
      return { action: 'permanentie.aanwezig', subject: `LIM/${wat.datum}/09:00`, values: {} };
    default:
      throw new Error(wat satisfies never);
  }
}
