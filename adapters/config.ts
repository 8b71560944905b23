import type { ConfigProblem } from '../src/ports.ts';

/** The settings that belong to no platform; each platform reads its own. */
export type BotConfig = {
  port: number;
  /** `local`: playground, no platform authentication, listens on 127.0.0.1 only. */
  mode: 'local' | 'production';
  databaseUrl: string | undefined;
  dataDir: string;
  regionFiles: string[];
  logLevel: string;
};

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads the environment; every mistake is one line that names the variable and the cure. */
export function readBotConfig(
  env: NodeJS.ProcessEnv,
): { kind: 'ok'; config: BotConfig } | { kind: 'wrong'; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const wrong = (variable: string, problem: string) => problems.push({ variable, problem });
  const port = Number(env.PORT ?? 3978);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    wrong('PORT', 'is geen poortnummer: kies een getal van 1 tot 65535, of laat de variabele weg voor 3978.');
  const mode = env.BOT_MODE ?? 'production';
  if (mode !== 'local' && mode !== 'production') wrong('BOT_MODE', 'kent alleen “local” en “production”.');
  if (env.DATABASE_URL !== undefined && !/^postgres(ql)?:\/\//.test(env.DATABASE_URL))
    wrong('DATABASE_URL', 'moet beginnen met postgresql://; laat de variabele weg voor de ingebouwde databank.');
  if (env.LOG_LEVEL !== undefined && !LEVELS.includes(env.LOG_LEVEL))
    wrong('LOG_LEVEL', `kent alleen ${LEVELS.join(', ')}.`);
  if (problems.length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'ok',
    config: {
      port,
      mode: mode === 'local' ? 'local' : 'production',
      databaseUrl: env.DATABASE_URL,
      dataDir: env.DATA_DIR ?? './data',
      regionFiles: (env.REGION_FILE ?? '')
        .split(',')
        .map((f) => f.trim())
        .filter(Boolean),
      logLevel: env.LOG_LEVEL ?? 'info',
    },
  };
}
