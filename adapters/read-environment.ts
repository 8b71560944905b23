import { type BotConfig, readBotConfig } from './config.ts';
import { type KeyRing, localKeyRing, parseKeyRing } from './database/key-ring.ts';
import { createLog } from './log/create-log.ts';
import { readSlackConfig } from './slack/config.ts';
import { type BotOptions, ConfigError } from './start-bot.ts';
import { readTeamsConfig } from './teams/config.ts';

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
