import type { ConfigProblem } from '../src/ports.ts';

/** The settings that belong to no platform; each platform reads its own. */
export type BotConfig = {
  port: number;
  /** `local`: playground, no platform authentication, listens on 127.0.0.1 only. */
  mode: 'local' | 'production';
  databaseUrl: string | undefined;
  dataDir: string;
  regionFiles: string[];
  /** How the bot is reached from outside, without a slash at the end; undefined: nobody said. */
  publicUrl?: string;
  logLevel: string;
};

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

/** Reads the environment; every mistake is one line that names the variable and the cure. */
export function readBotConfig(
  env: NodeJS.ProcessEnv,
): { kind: 'ok'; config: BotConfig } | { kind: 'wrong'; problems: ConfigProblem[] } {
  const problems: ConfigProblem[] = [];
  const wrong = (variable: string, problem: string) => problems.push({ variable, problem });
  // Compose files pass a variable that is not set as an empty one.
  const set = (name: string) => env[name]?.trim() || undefined;
  const port = Number(set('PORT') ?? 3978);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    wrong('PORT', 'is geen poortnummer: kies een getal van 1 tot 65535, of laat de variabele weg voor 3978.');
  const mode = set('BOT_MODE') ?? 'production';
  if (mode !== 'local' && mode !== 'production') wrong('BOT_MODE', 'kent alleen “local” en “production”.');
  const databaseUrl = set('DATABASE_URL');
  if (databaseUrl !== undefined && !/^postgres(ql)?:\/\//.test(databaseUrl))
    wrong('DATABASE_URL', 'moet beginnen met postgresql://; laat de variabele weg voor de ingebouwde databank.');
  const publicUrl = set('PUBLIC_URL')?.replace(/\/+$/, '');
  if (publicUrl !== undefined && !isPublicUrl(publicUrl))
    wrong(
      'PUBLIC_URL',
      'moet het https-adres zijn waarop de bot van buiten te bereiken is, bijvoorbeeld https://bot.voorbeeld.be.',
    );
  const logLevel = set('LOG_LEVEL') ?? 'info';
  if (!LEVELS.includes(logLevel)) wrong('LOG_LEVEL', `kent alleen ${LEVELS.join(', ')}.`);
  if (problems.length > 0) return { kind: 'wrong', problems };
  return {
    kind: 'ok',
    config: {
      port,
      mode: mode === 'local' ? 'local' : 'production',
      databaseUrl,
      dataDir: set('DATA_DIR') ?? './data',
      regionFiles: (env.REGION_FILE ?? '')
        .split(',')
        .map((f) => f.trim())
        .filter(Boolean),
      ...(publicUrl !== undefined && { publicUrl }),
      logLevel,
    },
  };
}

/** An address to put something behind: https, and nothing after the path. */
function isPublicUrl(text: string): boolean {
  const url = URL.parse(text);
  return url?.protocol === 'https:' && url.username === '' && url.search === '' && url.hash === '';
}
