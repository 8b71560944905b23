import { DatabaseAway } from './database/database-away.ts';
import { FolderInUse } from './database/folder-lock.ts';
import { PortInUse } from './http/server.ts';
import { readEnvironment } from './read-environment.ts';
import { ConfigError, startBot } from './start-bot.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { PlaygroundError } from './teams/playground.ts';

/** The exit code that says: the configuration is wrong, starting again does not help. */
const EX_CONFIG = 78;

const print = (line: string) => process.stdout.write(`${line}\n`);

async function runBot(): Promise<void> {
  const environment = readEnvironment(process.env);
  const bot = await startBot(environment);
  stopOnSignal(() => bot.stop());
  environment.log.info('bot.ready', { port: bot.port });
}

const commands: Record<string, (args: string[]) => Promise<number | undefined>> = {
  bot: async () => void (await runBot()),
  local: async () => void (await (await import('./local.ts')).runLocal(process.env, print)),
  demo: async () => (await import('./demo/tour.ts')).tour(print),
  region: async (args) => (await import('./operator.ts')).region(process.env, args, print),
  'audit:verify': async () => (await import('./operator.ts')).auditVerify(process.env, print),
  retention: async (args) => (await import('./operator.ts')).retention(process.env, args, print),
  'undelivered:seen': async () => (await import('./operator.ts')).undeliveredSeen(process.env, print),
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
  if (fault instanceof PlaygroundError) {
    process.stderr.write(`${fault.message}\n`);
    return EX_CONFIG;
  }
  if (fault instanceof FolderInUse) {
    process.stderr.write(`${fault.problem.variable} ${fault.problem.problem}\n`);
    return EX_CONFIG;
  }
  if (fault instanceof DatabaseAway) {
    process.stderr.write(`${fault.message}\n`);
    return fault.again ? 1 : EX_CONFIG;
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
