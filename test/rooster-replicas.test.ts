import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { createStore, type DatabaseStore } from '../adapters/database/create-store.ts';
import { type Database, openDatabase } from '../adapters/database/open-database.ts';
import type { Queue } from '../adapters/database/queue.ts';
import { flemishHolidays } from '../adapters/region/holidays.ts';
import { apply } from '../adapters/region/region-command.ts';
import { uuids } from '../adapters/start-bot.ts';
import { berichtKey, type NewBericht } from '../src/berichten/bericht.ts';
import { noticesBetween, subjectOf } from '../src/permanentie/notices.ts';
import { recipientsOf, roosterBeat } from '../src/permanentie/rooster-beat.ts';
import { personFor } from '../src/personen/directory.ts';
import { brussels } from '../src/play.fixture.ts';
import type { Instant } from '../src/time.ts';
import { chance } from './chance.ts';
import { eachPlace, silent, testKeys } from './databases.ts';

/** A month with the change of the clock and All Saints in it. */
const start = brussels('2026-10-05T00:00');
const end = brussels('2026-11-05T00:00');
const STEP = { minutes: 15 };
const SEED = 20261025;

/** The outbox rows are what counts here; nobody delivers them. */
const noQueue: Queue = { enqueue: async () => {}, wake: () => {} };

type Replica = { database: Database; store: DatabaseStore };

eachPlace((name, openPlace) => {
  it.runIf(name === 'PostgreSQL')(
    'drie replica’s, waarvan er telkens een wegvalt, sturen een maand lang elk bericht één keer en vergeten er geen [P6, P7]',
    async () => {
      const place = await openPlace();
      const random = chance(SEED);
      let now: Instant = start;
      const open = async (): Promise<Replica> => {
        const database = await openDatabase({ ...place.database, connections: 3, keys: testKeys, log: silent });
        const store = await createStore({ database, queue: noQueue, clock: { now: () => now }, log: silent });
        return { database, store };
      };
      const first = await open();
      // Marijke leaves in the middle of the month: from then on her day parts are gaps.
      const file = join(tmpdir(), `replicas-${process.pid}.yaml`);
      const limburg = await readFile(new URL('../adapters/region/limburg.yaml', import.meta.url), 'utf8');
      await writeFile(file, limburg.replace(/(id: marijke, .*)\}/, '$1, tot: 2026-10-20 }'));
      const lines: string[] = [];
      const applied = await apply(file, {
        store: first.store,
        clock: { now: () => now },
        ids: uuids,
        by: 'bot',
        print: (line) => void lines.push(line),
      });
      expect(applied, lines.join('\n')).toBe(0);
      const replicas: (Replica | null)[] = [first, await open(), await open()];
      onTestFinished(async () => {
        for (const replica of replicas) await replica?.database.close();
        await place.remove();
        await rm(file, { force: true });
      });
      const region = first.store.directory().regions.get('LIM');
      if (!region) throw new Error('the region was not applied');
      const directory = first.store.directory();

      // What has to be there in the end, worked out at once.
      // There are no cases in this month: nobody is asked for a handover.
      const notices = noticesBetween(region, flemishHolidays, start, end).filter((n) => n.soort !== 'overdracht');
      const make = (soort: NewBericht['soort'], onderwerp: string, op: Instant, aan: NewBericht['aan']) =>
        berichtKey({ id: '', soort, casusId: null, onderwerp, op, aan });
      const confirmed = new Set<string>();
      const count = { beats: 0, failed: 0, closed: 0, enqueued: 0, confirmed: 0, alone: 0, nobody: 0 };

      let cursor = 0;
      for (; Temporal.Instant.compare(now, end) <= 0; now = now.add(STEP)) {
        // Some say to be there, in the minutes before somebody would look for them.
        for (
          let next = notices[cursor];
          next && Temporal.Instant.compare(next.op, now) <= 0;
          next = notices[++cursor]
        ) {
          const present = next.soort === 'dienst_straks' && next.persoon !== null && random() < 0.5;
          const person = present ? personFor(directory, region, next.persoon ?? '') : undefined;
          const alive = replicas.find((r) => r !== null);
          if (!person || !alive) continue;
          const { datum, van } = next;
          const aanwezig = { regio: 'LIM', datum, van: van ?? '', persoonId: person.id, op: now };
          await alive.store.commit({ aanwezig, audit: [] });
          confirmed.add(subjectOf('LIM', next));
          count.confirmed += 1;
        }
        const living = replicas.filter((r) => r !== null);
        if (living.length === 0) count.nobody += 1;
        if (living.length === 1) count.alone += 1;
        const victim = random() < 0.15 ? Math.floor(random() * 3) : -1;
        const beats = living.map(async ({ store, database }, n) => {
          // No two clocks are quite the same.
          const clock = { now: () => now.add({ milliseconds: 700 * n }) };
          count.beats += 1;
          try {
            count.enqueued += await roosterBeat({ store, clock, ids: uuids, holidays: flemishHolidays });
          } catch (fault) {
            // Only one that was closed while it beat may fail.
            if (database !== replicas[victim]?.database) throw fault;
            count.failed += 1;
          }
        });
        const dying = replicas[victim];
        if (dying) {
          // In the middle of its beat, at a moment that has nothing to do with what it is doing.
          await new Promise((resolve) => setTimeout(resolve, random() * 4));
          await dying.database.close().catch(() => {});
        }
        await Promise.all(beats);
        if (dying) {
          replicas[victim] = null;
          count.closed += 1;
        }
        for (const [n, replica] of replicas.entries())
          if (!replica && n !== victim && random() < 0.3) replicas[n] = await open();
      }
      replicas[0] ??= await open();
      const { store, database } = replicas[0];
      await roosterBeat({ store, clock: { now: () => end }, ids: uuids, holidays: flemishHolidays });

      const expected = notices
        .filter((n) => n.soort !== 'dienst_onbevestigd' || !confirmed.has(subjectOf('LIM', n)))
        .flatMap((n) =>
          n.soort === 'dienst_ochtend'
            ? region.kanalen.permanentie.map((kanaal) => make(n.soort, subjectOf('LIM', n), n.sleutel, { kanaal }))
            : recipientsOf(n, region, directory, flemishHolidays, n.op).map((p) =>
                make(n.soort, subjectOf('LIM', n), n.sleutel, { persoon: p.id }),
              ),
        )
        .sort();
      const rows = await database.prisma.bericht.findMany({ select: { sleutel: true, soort: true } });
      const byKind = Object.entries(Object.groupBy(rows, (row) => row.soort)).map(
        ([k, list]) => `${list?.length} ${k}`,
      );
      console.log(
        `${count.beats} beats of 3 replicas (seed ${SEED}): ${count.closed} closed while beating (${count.failed} failed), ` +
          `${count.alone} quarters with one replica, ${count.nobody} with none; ${count.confirmed} confirmed; ` +
          `${rows.length} messages, ${expected.length} expected: ${byKind.sort().join(', ')}`,
      );
      expect(rows.map((row) => row.sleutel).sort()).toEqual(expected);
      expect(rows.filter((row) => row.soort === 'rooster_gemist')).toEqual([]);
      expect(count.closed).toBeGreaterThan(50);
      expect(new Set(rows.map((row) => row.soort))).toEqual(
        new Set(['dienst_morgen', 'dienst_straks', 'dienst_ochtend', 'dienst_onbevestigd', 'gat', 'gat_nu']),
      );
    },
    240_000,
  );
});
