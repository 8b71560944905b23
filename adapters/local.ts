import { fileURLToPath } from 'node:url';
import { reachableAccount } from '../src/personen/directory.ts';
import { demoPeople } from './demo/people.ts';
import { prepareCase } from './demo/prepare-case.ts';
import { readEnvironment } from './read-environment.ts';
import { ConfigError, type RunningBot, startBot, uuids, wallClock } from './start-bot.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { startPlayground } from './teams/playground.ts';
import { createTerminal, type Terminal } from './terminal/terminal.ts';

/** Another one: `PLAYGROUND_PORT`. */
const PLAYGROUND_PORT = 56_150;

/** The regions a newcomer sees when `REGION_FILE` names no other. */
const demoRegions = ['limburg', 'voorbeeldregio'].map((name) =>
  fileURLToPath(new URL(`./region/${name}.yaml`, import.meta.url)),
);

/** Everybody but Marijke, who is at the keyboard, and Ines, whom the bot cannot reach: her turns go to Marijke. */
const otherPeople = [
  demoPeople.aanmelder,
  demoPeople.provincial,
  demoPeople.expert,
  demoPeople.expert2,
  demoPeople.beheerder,
];

/**
 * `npm start`: the bot with the demo regions, one prepared case, and the Teams playground in front of
 * it. No credentials. Ctrl-C stops both.
 */
export async function runLocal(env: NodeJS.ProcessEnv, print: (line: string) => void): Promise<void> {
  const environment = readEnvironment({ LOG_LEVEL: 'warn', ...env, BOT_MODE: 'local' });
  const { config } = environment;
  const isDemo = config.regionFiles.length === 0;
  const playgroundPort = Number(env.PLAYGROUND_PORT || PLAYGROUND_PORT);
  if (!Number.isInteger(playgroundPort) || playgroundPort < 1 || playgroundPort > 65_535)
    throw new ConfigError([
      { variable: 'PLAYGROUND_PORT', problem: `is geen poortnummer: kies een getal van 1 tot 65535, of laat hem weg.` },
    ]);
  print('De bot start …');
  let others: Terminal | undefined;
  const bot = await startBot({
    ...environment,
    config: { ...config, regionFiles: isDemo ? demoRegions : config.regionFiles },
    chats: (handle) => {
      // The playground shows messages to the person at the keyboard only: the others read theirs nowhere.
      others = createTerminal({ people: otherPeople, handle, clock: wallClock, ids: uuids, show: () => {} });
      return [others.platform];
    },
  });
  const closing = [() => bot.stop()];
  const stop = async () => {
    print('\nDe bot stopt …');
    for (const close of closing.splice(0).reverse()) await close();
  };
  stopOnSignal(stop);
  try {
    const playground = await startPlayground({
      endpoint: `http://127.0.0.1:${bot.port}/api/messages`,
      port: playgroundPort,
      me: at(demoPeople.coordinator),
      others: [
        at(demoPeople.aanmelder),
        at(demoPeople.provincial),
        at(demoPeople.expert),
        at(demoPeople.expert2),
        at(demoPeople.beheerder),
      ],
    });
    closing.push(() => playground.stop());
    // Once the person at the keyboard can be reached, the prepared case has somebody to go to.
    const preparing = setInterval(async () => {
      if (!others || !isDemo || !isReachable(bot, demoPeople.coordinator.email)) return;
      clearInterval(preparing);
      await prepareCase(bot.world, others, wallClock);
    }, 500);
    closing.push(async () => clearInterval(preparing));
    print(
      [
        '',
        `  Open ${playground.url} in je browser. Je bent er Marijke, casuscoördinator in Limburg.`,
        '  Typ bijvoorbeeld: /permanentie, /casus, /aanmelding of /hulp',
        `  De gegevens staan in ${config.dataDir}; Ctrl-C stopt alles.`,
        '',
      ].join('\n'),
    );
  } catch (fault) {
    await stop();
    throw fault;
  }
}

function isReachable(bot: RunningBot, email: string): boolean {
  const directory = bot.world.store.directory();
  const id = directory.personIdByEmail.get(email);
  return id !== undefined && reachableAccount(directory, id) !== undefined;
}

/** A demo person as the playground wants one. */
const at = ({ id, naam, email }: (typeof demoPeople)[keyof typeof demoPeople]) => ({
  id,
  aadObjectId: id,
  name: naam,
  email,
});
