import { parseKeyRing } from '../adapters/database/key-ring.ts';
import { createLog } from '../adapters/log/create-log.ts';
import type { SlackConfig } from '../adapters/slack/config.ts';
import '../adapters/slack/slack.ts';
import { type BotOptions, type RunningBot, startBot } from '../adapters/start-bot.ts';
import { readTeamsConfig } from '../adapters/teams/config.ts';
import type { Casus } from '../src/casus/casus.ts';
import type { Intent } from '../src/intent.ts';
import { type ClockSetting, readClock } from './kill-clock.ts';

// The whole bot as a process to kill: everything is loaded before it is told to start, so that a restart is quick.
if (process.argv.includes('teams')) await import('../adapters/teams/teams.ts');

export type Start = {
  port: number;
  database: NonNullable<BotOptions['database']>;
  regionFile: string;
  keys: string;
  slack: SlackConfig;
  /** The Teams stand-in, and the environment of the bot it knows; null: Slack alone. */
  teams: { serviceUrl: string; environment: Record<string, string> } | null;
  clock: ClockSetting;
};

export type Question =
  | { what: 'start'; start: Start }
  | { what: 'clock'; clock: ClockSetting }
  | { what: 'cases'; references: string[] }
  /** One beat, now. */
  | { what: 'beat' }
  /** What somebody did; the time is the bot's. Answers with what came of it, as JSON. */
  | { what: 'handle'; intent: Omit<Intent, 'at'> }
  | { what: 'stop' };

/** What a case holds, as the parent wants to know after a restart; instants do not travel. */
export type KeptCase = Pick<Casus, 'referentie' | 'stand'> & { vragen: string[]; antwoorden: string[]; nota: string };

export type Answer = { id: number; value?: number | string | (KeptCase | null)[]; fault?: string };

let bot: RunningBot | undefined;
let clock: ClockSetting;

async function answer(question: Question): Promise<Answer['value']> {
  switch (question.what) {
    case 'start':
      clock = question.start.clock;
      bot = await start(question.start);
      return bot.port;
    case 'clock':
      clock = question.clock;
      return;
    case 'cases':
      return Promise.all(question.references.map(keptCase));
    case 'beat':
      return bot?.beat();
    case 'handle':
      return JSON.stringify(await bot?.handle({ ...question.intent, at: readClock(clock) }));
    case 'stop':
      await bot?.stop();
      return;
    default:
      throw new Error(question satisfies never);
  }
}

async function start({ port, database, regionFile, slack, teams, keys }: Start): Promise<RunningBot> {
  const ring = parseKeyRing(keys);
  if ('problem' in ring) throw new Error('the configuration of the test is wrong');
  const started = await startBot({
    config: { port, mode: 'local', databaseUrl: undefined, dataDir: '', regionFiles: [regionFile], logLevel: 'silent' },
    database,
    keys: ring,
    slack,
    ...(await microsoft(teams)),
    log: createLog(process.env.LOG_LEVEL ?? 'silent'),
    clock: { now: () => readClock(clock) },
  });
  // The clock runs fast: so does the heart. A beat that fails is made good by the next.
  setInterval(() => started.beat().catch(() => {}), 1_000).unref();
  return started;
}

async function microsoft(teams: Start['teams']): Promise<Pick<BotOptions, 'teams' | 'microsoft'>> {
  if (teams === null) return { teams: null };
  const { serviceUrl, environment } = teams;
  const { ConfigurationBotFrameworkAuthentication } = await import('botbuilder');
  const teamsConfig = readTeamsConfig(environment);
  if (teamsConfig.kind !== 'ok') throw new Error('the configuration of the test is wrong');
  return {
    teams: teamsConfig.config,
    microsoft: {
      authentication: new ConfigurationBotFrameworkAuthentication({
        ...environment,
        MicrosoftAppType: 'SingleTenant',
        ToBotFromChannelOpenIdMetadataUrl: `${serviceUrl}metadata`,
        ToBotFromEmulatorOpenIdMetadataUrl: `${serviceUrl}metadata`,
        ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
        ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
        ToChannelFromBotOAuthScope: 'https://api.botframework.com',
        OAuthUrl: 'https://api.botframework.com',
        CallerId: 'urn:botframework:azure',
      }),
      token: async () => 'het-token-van-de-bot',
      fetch: ((input: string, init: RequestInit) =>
        fetch(input.replace(/^https:\/\/smba\.trafficmanager\.net\//, serviceUrl), init)) as typeof fetch,
    },
  };
}

async function keptCase(referentie: string): Promise<KeptCase | null> {
  const casus = await bot?.world.store.casusByReferentie(referentie);
  if (!casus) return null;
  const { vragen, terugkoppeling } = casus.inhoud;
  return {
    referentie,
    stand: casus.stand,
    vragen: vragen.map((v) => v.tekst),
    antwoorden: vragen.flatMap((v) => (v.antwoord ? [v.antwoord.tekst] : [])),
    nota: terugkoppeling?.nota ?? '',
  };
}

process.on('message', async ({ id, ...question }: Question & { id: number }) => {
  const tell = (text: Answer) => process.send?.(text, undefined, undefined, () => {});
  try {
    tell({ id, value: await answer(question) });
    if (question.what === 'stop') process.exit(0);
  } catch (fault) {
    tell({ id, fault: fault instanceof Error ? (fault.stack ?? fault.message) : String(fault) });
  }
});
// The parent is gone: nobody is left to stop this.
process.on('disconnect', () => process.exit(1));
process.send?.({ id: 0 } satisfies Answer, undefined, undefined, () => {});
