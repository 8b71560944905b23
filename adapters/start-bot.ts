import { createHash, randomUUIDv7 } from 'node:crypto';
import { deliver, refresh } from '../src/berichten/deliver.ts';
import { undeliverable } from '../src/berichten/undeliverable.ts';
import { bewaarBeat } from '../src/bewaring/bewaar-beat.ts';
import { handle } from '../src/bot.ts';
import { beat } from '../src/casus/beat.ts';
import type { Intent } from '../src/intent.ts';
import type { Outcome } from '../src/outcome.ts';
import { roosterBeat } from '../src/permanentie/rooster-beat.ts';
import { findPeople } from '../src/personen/find-people.ts';
import type { ChatPlatform, ConfigProblem, Log } from '../src/ports.ts';
import { aanvraagBeat } from '../src/rugzak/aanvraag-beat.ts';
import { rugzakBeat } from '../src/rugzak/rugzak-beat.ts';
import type { Clock, Ids } from '../src/time.ts';
import { werkBeat } from '../src/werk/werk-beat.ts';
import type { World } from '../src/world.ts';
import { createAgendaAddresses, hashOfToken } from './calendar/agenda-addresses.ts';
import { serveAgenda } from './calendar/serve-agenda.ts';
import { drawPicture } from './charts/draw-picture.ts';
import type { BotConfig } from './config.ts';
import { createArchief } from './database/create-archief.ts';
import { createGeheugen } from './database/create-geheugen.ts';
import { createOutbox } from './database/create-outbox.ts';
import { createStore } from './database/create-store.ts';
import type { KeyRing } from './database/key-ring.ts';
import { type DatabaseOptions, openDatabase } from './database/open-database.ts';
import { removeExpired } from './database/remove-expired.ts';
import { serveDocument } from './document/serve-document.ts';
import { healthz, readyz } from './http/health.ts';
import { createMetrics } from './http/metrics.ts';
import { type RequestListener, type RunningServer, startServer } from './http/server.ts';
import { startHeartbeat } from './jobs/heartbeat.ts';
import { startJobs } from './jobs/start-jobs.ts';
import { flemishHolidays } from './region/holidays.ts';
import { apply } from './region/region-command.ts';
import type { SlackConfig } from './slack/config.ts';
import type { TeamsConfig } from './teams/config.ts';
import type { Microsoft } from './teams/teams.ts';

export type BotOptions = {
  config: BotConfig;
  keys: KeyRing;
  slack: SlackConfig | null;
  teams: TeamsConfig | null;
  log: Log;
  clock?: Clock;
  ids?: Ids;
  /** Another place for the embedded database, or a dump to start from: for tests and the tour. */
  database?: Pick<DatabaseOptions, 'url' | 'dataDir' | 'image' | 'connections'>;
  /** The servers Teams talks to, where a test has its own. */
  microsoft?: Microsoft;
  /** Chat platforms of others, made with the bot's door: the terminal of the tour, a toy in a test. */
  chats?: (handle: (intent: Intent) => Promise<Outcome>) => ChatPlatform[];
  /** Without it nothing beats by itself: a test beats when it wants. */
  heartbeat?: boolean;
};

export type RunningBot = {
  port: number;
  world: World;
  handle: (intent: Intent) => Promise<Outcome>;
  /** One beat of the heart, now. */
  beat(): Promise<number>;
  /** Finishes or gives back what is in hand, then closes everything. */
  stop(): Promise<void>;
};

/** Something only an operator can put right; printed as one line each, exit code 78. */
export class ConfigError extends Error {
  override name = 'ConfigError';
  problems: readonly ConfigProblem[];
  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map((p) => `${p.variable} ${p.problem}`).join('\n'));
    this.problems = problems;
  }
}

/** Milliseconds are what the database keeps: finer instants would not come back equal. */
export const wallClock: Clock = { now: () => Temporal.Instant.fromEpochMilliseconds(Date.now()) };

export const uuids: Ids = { next: () => randomUUIDv7() };

/** The workers look every two seconds; this long without is a fault. */
const POLL_LATE_MS = 30_000;
/** How far the picture of people and regions may lag behind another replica. */
const DIRECTORY_MS = 2_000;
const FIND_PEOPLE_MS = 10 * 60_000;
/** How often a region file is tried when another replica changed the same region. */
const APPLY_ATTEMPTS = 3;

/**
 * Wires everything and starts it: database, jobs, the platforms that are configured, one HTTP server.
 * @throws ConfigError, FolderInUse, PortInUse, StoreError
 */
export async function startBot(options: BotOptions): Promise<RunningBot> {
  const { config, log, clock = wallClock, ids = uuids } = options;
  // Loading a platform's SDK takes longer than opening the database: both at once.
  const [database, slackModule, teamsModule] = await Promise.all([
    openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, ...options.database, keys: options.keys, log }),
    options.slack ? import('./slack/slack.ts') : null,
    options.teams ? import('./teams/teams.ts') : null,
  ]);
  const closing: (() => Promise<void>)[] = [() => database.close()];
  const stop = async () => {
    for (const close of closing.splice(0).reverse()) await close();
  };
  try {
    const outbox = createOutbox(database);
    const jobs = await startJobs({ database, log });
    closing.push(() => jobs.stop());
    const store = await createStore({ database, queue: jobs, clock, log });

    await applyRegions({ store, clock, ids, log }, config.regionFiles);

    const metrics = createMetrics(() => outbox.deadCount());
    const chats = new Map<string, ChatPlatform>();
    // In local mode this computer is where it is reached, on the port that was free.
    let localUrl: string | null = null;
    const base = () => config.publicUrl ?? localUrl;
    const agenda = createAgendaAddresses(base);
    const documenten = createAgendaAddresses(base, ['/document/', '']);
    const world: World = { store, clock, ids, holidays: flemishHolidays, agenda, documenten, log, chats };
    const door = metrics.measured(async (intent) => {
      // A button may be on a card of what another replica changed a moment ago. A command that is typed is
      // answered from memory at once.
      if (intent.input.kind === 'action') await store.refreshDirectory();
      return handle(world, intent);
    });
    const routes = new Map<string, RequestListener>();

    const geheugen = createGeheugen(database);
    const memory = { load: () => geheugen.load('teams'), save: (ref: string) => geheugen.save('teams', ref) };
    const slack =
      options.slack && slackModule?.createSlack({ config: options.slack, handle: door, log, clock, draw: drawPicture });
    const teams =
      options.teams &&
      teamsModule?.createTeams({
        config: options.teams,
        handle: door,
        log,
        clock,
        memory,
        microsoft: options.microsoft,
      });
    if (slack) {
      chats.set(slack.platform.platform, slack.platform);
      routes.set('POST /slack/events', slack.requestListener);
      closing.push(() => slack.stop());
    }
    if (teams) {
      chats.set(teams.platform.platform, teams.platform);
      routes.set('POST /api/messages', teams.requestListener);
      closing.push(() => teams.stop());
    }
    for (const chat of options.chats?.(door) ?? []) chats.set(chat.platform, chat);

    const delivery = {
      ...world,
      outbox,
      digest: (text: string) => createHash('sha256').update(text).digest('base64url'),
    };
    await jobs.work({
      // The change a message is about may be another replica's: shown on an older picture it would be wrong.
      deliver: (id) => store.refreshDirectory().then(() => deliver(delivery, id)),
      refresh: (id) => store.refreshDirectory().then(() => refresh(delivery, id)),
      async gaveUp(id, reden) {
        const bericht = await store.bericht(id);
        if (bericht && (await outbox.bury(id, reden))) await undeliverable(world, bericht);
      },
    });

    const requestBeat = aanvraagBeat(world);
    const archief = createArchief({ database, queue: jobs });
    // What does not happen tonight happens tomorrow: it holds up no reminder, and the bot is well without it.
    const bewaar = bewaarBeat({ ...world, archief }, async () => {
      await archief.vergeetAdressen(clock.now());
      await removeExpired(database, clock.now());
    });
    const keepNoLonger = () =>
      bewaar().catch((fault) =>
        log.error('bewaring.fault', { fault: fault instanceof Error ? fault.name : 'unknown' }),
      );
    const beatNow = async () => {
      await store.refreshDirectory();
      // The clocks of cases and the rota do not wait for each other's faults.
      const [cases, rota, work, means, requests] = await Promise.allSettled([
        beat(world),
        roosterBeat(world),
        werkBeat(world),
        rugzakBeat(world),
        requestBeat(),
        keepNoLonger(),
      ]);
      if (cases.status === 'rejected') throw cases.reason;
      if (rota.status === 'rejected') throw rota.reason;
      if (work.status === 'rejected') throw work.reason;
      if (means.status === 'rejected') throw means.reason;
      if (requests.status === 'rejected') throw requests.reason;
      return cases.value + rota.value + means.value;
    };
    const heartbeat =
      options.heartbeat === false ? null : startHeartbeat({ beat: beatNow, log, ended: metrics.beaten });
    if (heartbeat) closing.push(() => heartbeat.stop());

    const calendars = serveAgenda(world);
    routes.set('GET /ical/*', calendars);
    routes.set('HEAD /ical/*', calendars);
    const documents = serveDocument({ ...world, hash: hashOfToken });
    for (const method of ['GET', 'HEAD', 'POST']) routes.set(`${method} /document/*`, documents);
    routes.set('GET /healthz', healthz);
    routes.set('GET /metrics', metrics.listener);
    routes.set(
      'GET /readyz',
      readyz(
        {
          database: () => database.ping().then(() => null),
          jobs: () => ((jobs.sinceLastPoll() ?? 0) > POLL_LATE_MS ? 'the workers have not looked for work' : null),
          heartbeat: () => heartbeat?.problem() ?? null,
        },
        {
          ...(slack && { slack: () => slack.trouble() }),
          heartbeat: () => heartbeat?.fault() ?? null,
          undelivered: async () => {
            const count = await outbox.deadCount();
            return count > 0 ? `${count} messages could not be delivered` : null;
          },
        },
      ),
    );
    const server: RunningServer = await startServer({
      port: config.port,
      host: config.mode === 'local' ? '127.0.0.1' : '0.0.0.0',
      routes,
      log,
    });
    closing.push(() => server.stop());
    if (config.mode === 'local') localUrl = `http://127.0.0.1:${server.port}`;

    if (slack) {
      const started = await slack.start();
      if (started.kind === 'problem') throw new ConfigError([started.problem]);
    }
    await teams?.start();

    const find = findPeople(world);
    let searching: Promise<unknown> = Promise.resolve();
    const search = () => {
      searching = find().catch((fault) =>
        log.warn('people.find-failed', { fault: fault instanceof Error ? fault.name : 'unknown' }),
      );
    };
    const everyNowAndThen = setInterval(search, FIND_PEOPLE_MS);
    search();
    const looking = setInterval(
      () => store.refreshDirectory().catch(() => log.warn('directory.refresh-failed')),
      DIRECTORY_MS,
    );
    closing.push(async () => {
      clearInterval(everyNowAndThen);
      clearInterval(looking);
      await searching;
    });

    return { port: server.port, world, handle: door, beat: beatNow, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** Brings every region up to its file; one that cannot be read stops the start, with all that is wrong in it. */
async function applyRegions(
  needs: Pick<World, 'store' | 'clock' | 'ids' | 'log'>,
  files: readonly string[],
): Promise<void> {
  for (const file of files) {
    let lines: string[] = [];
    const once = () => apply(file, { ...needs, by: 'bot', print: (line) => void lines.push(line) });
    let code = await once();
    // Replicas that start together bring the same file: who was second finds it applied.
    for (let attempt = 1; code !== 0 && attempt < APPLY_ATTEMPTS; attempt++) {
      lines = [];
      code = await once();
    }
    if (code !== 0)
      throw new ConfigError([{ variable: 'REGION_FILE', problem: `kan niet toegepast worden:\n${lines.join('\n')}` }]);
  }
}
