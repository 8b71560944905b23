import type { BotConfig } from './config.ts';
import { readBotConfig } from './config.ts';
import { FolderInUse } from './database/folder-lock.ts';
import { type KeyRing, localKeyRing, parseKeyRing } from './database/key-ring.ts';
import { PortInUse } from './http/server.ts';
import { createLog } from './log/logger.ts';
import { apply } from './region/region-command.ts';
import { readSlackConfig } from './slack/config.ts';
import type { BotOptions, RunningBot } from './start-bot.ts';
import { ConfigError, startBot, uuids, wallClock } from './start-bot.ts';
import { readTeamsConfig } from './teams/config.ts';

/** The exit code that says: the configuration is wrong, starting again does not help. */
const EX_CONFIG = 78;

const print = (line: string) => process.stdout.write(`${line}\n`);

/** Everything the environment says, or a ConfigError that names every mistake in it. */
export function readEnvironment(
  env: NodeJS.ProcessEnv,
): Pick<BotOptions, 'config' | 'keys' | 'slack' | 'teams' | 'log'> {
  const [bot, slack, teams] = [readBotConfig(env), readSlackConfig(env), readTeamsConfig(env)];
  const problems = [bot, slack, teams].flatMap((r) => (r.kind === 'wrong' ? r.problems : []));
  if (bot.kind === 'wrong') throw new ConfigError(problems);
  if (slack.kind === 'absent' && teams.kind === 'absent')
    problems.push({
      variable: 'SLACK_BOT_TOKEN',
      problem:
        'of MicrosoftAppId ontbreekt: verbind minstens één platform (docs/verbinden-slack.md, docs/verbinden-teams.md), of start met npm start om lokaal te proberen.',
    });
  const keys = readKeys(env, bot.config);
  if ('variable' in keys) problems.push(keys);
  if (problems.length > 0 || 'variable' in keys) throw new ConfigError(problems);
  return {
    config: bot.config,
    keys,
    slack: slack.kind === 'ok' ? slack.config : null,
    teams: teams.kind === 'ok' ? teams.config : null,
    log: createLog(bot.config.logLevel),
  };
}

/** Local mode makes and keeps a key of its own; anywhere else the operator brings them. */
export const readKeys = (env: NodeJS.ProcessEnv, config: BotConfig): KeyRing | { variable: string; problem: string } =>
  config.mode === 'local' && !env.BOT_KEYS ? localKeyRing(config.dataDir) : parseKeyRing(env.BOT_KEYS);

/** Applies region files; the log says which, the difference goes to standard output. */
export async function applyRegions(bot: RunningBot, files: readonly string[]): Promise<void> {
  const { store } = bot.world;
  for (const file of files) {
    const lines: string[] = [];
    const code = await apply(file, {
      store,
      clock: wallClock,
      ids: uuids,
      by: 'bot',
      print: (line) => lines.push(line),
    });
    if (code !== 0)
      throw new ConfigError([{ variable: 'REGION_FILE', problem: `kan niet toegepast worden:\n${lines.join('\n')}` }]);
  }
}

/** Stops once, whatever signal comes and how often. */
export function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const end = async () => {
    if (stopping) return;
    stopping = true;
    await stop();
    process.exit(0);
  };
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}

async function runBot(): Promise<void> {
  const environment = readEnvironment(process.env);
  const bot = await startBot(environment);
  stopOnSignal(() => bot.stop());
  await applyRegions(bot, environment.config.regionFiles);
  environment.log.info('bot.ready', { port: bot.port });
}

const commands: Record<string, (args: string[]) => Promise<number | undefined>> = {
  bot: async () => void (await runBot()),
  local: async () => void (await (await import('./local.ts')).runLocal(process.env, print)),
  demo: async () => (await import('./demo/tour.ts')).tour(print),
  region: async (args) => (await import('./operator.ts')).region(process.env, args, print),
  'audit:verify': async () => (await import('./operator.ts')).auditVerify(process.env, print),
  retention: async () => (await import('./operator.ts')).retention(process.env, print),
  'keys:rotate': async () => (await import('./operator.ts')).keysRotate(process.env, print),
};

/** One line for an operator's mistake; a fault keeps its stack. */
function explain(fault: unknown): number {
  if (fault instanceof ConfigError) {
    for (const { variable, problem } of fault.problems) process.stderr.write(`${variable} ${problem}\n`);
    return EX_CONFIG;
  }
  if (fault instanceof PortInUse) {
    process.stderr.write(
      `PORT ${fault.message} is al in gebruik: stop het andere programma, of kies een andere poort, bijvoorbeeld PORT=3979 npm start.\n`,
    );
    return EX_CONFIG;
  }
  if (fault instanceof FolderInUse) {
    process.stderr.write(`DATA_DIR ${fault.message}\n`);
    return EX_CONFIG;
  }
  process.stderr.write(`${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}\n`);
  return 1;
}

if (import.meta.main) {
  const [name = 'bot', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    process.stderr.write(`Onbekend: ${name}. Kies uit ${Object.keys(commands).join(', ')}.\n`);
    process.exitCode = EX_CONFIG;
  } else {
    try {
      const code = await command(args);
      if (code !== undefined) process.exit(code);
    } catch (fault) {
      process.exit(explain(fault));
    }
  }
}
