import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createLog } from '../adapters/log/create-log.ts';
import { type BotOptions, type RunningBot, startBot } from '../adapters/start-bot.ts';
import { readTeamsConfig } from '../adapters/teams/config.ts';
import type { Instant } from '../src/time.ts';
import { type Place, testKeys } from './databases.ts';
import type { ChatUser } from './stand-ins/chat-user.ts';
import { type SlackStandIn, startSlackStandIn } from './stand-ins/slack.ts';
import { createSlackUser } from './stand-ins/slack-user.ts';
import { startTeamsService, type TeamsPerson, type TeamsService } from './stand-ins/teams.ts';
import { teamsEnvironment } from './stand-ins/teams-bot.ts';
import { createTeamsUser } from './stand-ins/teams-user.ts';

/** Where people are: everybody on one platform, or the aanmelder on another than the coordinators. */
export type Where = 'slack' | 'teams' | 'mixed';

/** A Monday morning of the reference rota: Marijke is on duty until 12 h. */
export const MONDAY = Temporal.Instant.from('2026-03-09T08:20:00Z');

export type MovableClock = { now(): Instant; set(to: Instant): void };

/** The whole bot on real databases, people at their keyboards, stand-ins for the other companies' servers. */
export type Stage = {
  bot: RunningBot;
  clock: MovableClock;
  aanmelder: ChatUser;
  marijke: ChatUser;
  ines: ChatUser;
  provinciaal: ChatUser;
  beheerder: ChatUser;
  /** Experts of the pool, in the order of the region file. */
  experts: { ckg: ChatUser; cig: ChatUser; derde: ChatUser };
  /** Text of the messages in the region's channel, wherever that is. */
  channel(): string[];
  slack: SlackStandIn | null;
  teams: TeamsService | null;
  /**
   * Nothing was sent for a moment: what was shown is also written down. Before the clock jumps by days, for a lease of
   * half a minute does not outlive that, and what is in hand would be sent again.
   */
  quiet(): Promise<void>;
  /** Starts the bot again on the same data, as after a restart. */
  restart(): Promise<void>;
  close(): Promise<void>;
};

const roles = [
  'aanmelder',
  'marijke',
  'ines',
  'provinciaal',
  'beheerder',
  'expert-ckg',
  'expert-cig',
  'expert-derde',
] as const;
type Role = (typeof roles)[number];

const platformOf = (role: Role, where: Where): 'slack' | 'teams' =>
  where === 'mixed' ? (role === 'aanmelder' ? 'slack' : 'teams') : where;

const teamsPerson = (role: Role, n: number): TeamsPerson => ({
  id: `29:${role}`,
  aadObjectId: `0000000${n}-0000-4000-8000-000000000000`,
  name: role === 'marijke' ? 'Marijke' : role === 'ines' ? 'Ines' : `${role[0]?.toUpperCase()}${role.slice(1)}`,
  email: `${role}@example.org`,
});

const teamsChannel = '19:permanentie@thread.tacv2';

export async function startStage(
  where: Where,
  place: Place,
  options: { at?: Instant; known?: readonly Role[] } = {},
): Promise<Stage> {
  let now = options.at ?? MONDAY;
  const clock: MovableClock = {
    now: () => now,
    set: (to) => {
      now = to;
    },
  };
  const onPlatform = (platform: 'slack' | 'teams') => roles.filter((role) => platformOf(role, where) === platform);
  const slack = where === 'teams' ? null : await startSlackStandIn([...onPlatform('slack')]);
  const teamsPeople = onPlatform('teams').map(teamsPerson);
  const teams =
    where === 'slack'
      ? null
      : await startTeamsService(teamsPeople, { id: '19:team@thread.tacv2', channels: [teamsChannel] });
  const channel =
    slack && where === 'slack' ? { platform: 'slack', ref: slack.channel } : { platform: 'teams', ref: teamsChannel };

  const regionFile = join(tmpdir(), `limburg-${randomUUID()}.yaml`);
  const limburg = await readFile(new URL('../adapters/region/limburg.yaml', import.meta.url), 'utf8');
  await writeFile(
    regionFile,
    limburg
      .replace(/- \{ platform: teams, ref: [^}]*\}/, `- ${JSON.stringify(channel)}`)
      .replace(
        /( +)- \{ id: beheerder/,
        '$1- { id: expert-derde, naam: Derde Expert, email: expert-derde@example.org, rollen: [expert] }\n$&',
      ),
  );

  const teamsConfig = readTeamsConfig(teamsEnvironment);
  const start = (port: number) => {
    const settings: BotOptions = {
      config: {
        port,
        mode: 'local',
        databaseUrl: undefined,
        dataDir: '',
        regionFiles: [regionFile],
        logLevel: 'silent',
      },
      database: place.database,
      keys: testKeys,
      slack: slack && {
        botToken: slack.botToken,
        signingSecret: slack.signingSecret,
        appToken: null,
        apiUrl: slack.apiUrl,
        teams: [],
      },
      teams: teams && teamsConfig.kind === 'ok' ? teamsConfig.config : null,
      ...(teams && { microsoft: teams.microsoft }),
      log: createLog(process.env.LOG_LEVEL ?? 'silent'),
      clock,
      heartbeat: false,
    };
    return startBot(settings);
  };
  let bot = await start(0);

  const keyboard = (role: Role): ChatUser => {
    if (platformOf(role, where) === 'slack') {
      const person = slack?.people.find((p) => p.email === `${role}@example.org`);
      if (!slack || !person) throw new Error(`${role} is not in Slack`);
      return createSlackUser({ slack, person, baseUrl: `http://127.0.0.1:${bot.port}`, clock });
    }
    const person = teamsPeople.find((p) => p.email === `${role}@example.org`);
    if (!teams || !person) throw new Error(`${role} is not in Teams`);
    return createTeamsUser({ service: teams, endpoint: `http://127.0.0.1:${bot.port}/api/messages`, person });
  };
  const people = Object.fromEntries(roles.map((role) => [role, keyboard(role)])) as Record<Role, ChatUser>;

  const stage: Stage = {
    ...people,
    experts: { ckg: people['expert-ckg'], cig: people['expert-cig'], derde: people['expert-derde'] },
    get bot() {
      return bot;
    },
    clock,
    slack,
    teams,
    channel: () => people.marijke.channel(channel.ref),
    async quiet() {
      const sent = () => (slack?.calls.length ?? 0) + (teams?.calls.length ?? 0);
      for (let before = -1; before !== sent(); await sleep(250)) before = sent();
    },
    async restart() {
      const { port } = bot;
      await bot.stop();
      bot = await start(port);
    },
    async close() {
      await bot.stop();
      await slack?.close();
      await teams?.close();
      await place.remove();
      await rm(regionFile, { force: true });
      const problems = [...(slack?.problems ?? []), ...(teams?.problems ?? [])];
      if (problems.length > 0) throw new Error(`a platform would refuse:\n${problems.join('\n')}`);
    },
  };
  // The people of the rota say hello once, so that the bot may write to them.
  for (const role of options.known ?? (['marijke', 'ines', 'provinciaal'] as const)) {
    await people[role].type('hulp');
    await people[role].until(/Wat je hier kan doen/);
  }
  return stage;
}

/** Fills in and sends a whole aanmelding as somebody; gives the reference and the last words of the form. */
export async function sendAanmelding(
  user: ChatUser,
  changes: Record<string, string | string[]> = {},
): Promise<{ reference: string; sent: string }> {
  const pages: Record<string, string | string[]>[] = [
    {
      kind: 'geboren',
      initialen: 'J.V.',
      geboortedatum: '2026-01-05',
      gemeente: 'Hasselt',
      gevaar_nu: 'nee',
      oudere_sibling: 'nee',
    },
    {
      signalen: ['verwaarlozing', 'verslaving'],
      verontrusting: 'De baby komt niet bij in gewicht.',
      krachten: 'De grootouders wonen dichtbij.',
      minimaal_nodig: 'Elke dag iemand die de voeding overneemt.',
      waarom_uithuisplaatsing: 'Overdag is er niemand nuchter in huis.',
    },
    {
      besproken_met_ouders: 'ja',
      bereidheid: 'ja',
      regulier_aanbod: 'onvoldoende',
      regulier_toelichting: 'Thuisbegeleiding start pas over zes weken.',
      lokaal_team: 'betrokken',
      maatschappelijke_noodzaak: 'nee',
    },
  ];
  await user.type('aanmelding');
  const first = await user.until(/Even kennismaken|Stap 1 van 4/);
  if (/Even kennismaken/.test(first)) {
    await user.fill({ organisatie: 'Ziekenhuis', functie: 'Sociaal werker', sector: 'basisvoorziening' });
    await user.submit();
  }
  for (const [index, page] of pages.entries()) {
    await user.until(new RegExp(`Stap ${index + 1} van 4`), 'screen');
    await user.fill({ ...page, ...Object.fromEntries(Object.entries(changes).filter(([id]) => id in page)) });
    await user.submit();
  }
  await user.until(/Stap 4 van 4/, 'screen');
  await user.submit();
  const sent = await user.until(/Je referentie is/, 'screen');
  // A modal stays open with its last words until somebody closes it.
  if ('close' in user && typeof user.close === 'function') user.close();
  const reference = /LIM-\d{4}-\d{4}/.exec(sent)?.[0];
  if (!reference) throw new Error(`no reference in:\n${sent}`);
  return { reference, sent };
}
