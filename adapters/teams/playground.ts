import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { playgroundChannelId, playgroundTeamId, playgroundTenantId } from './playground-names.ts';

/** Somebody in the playground. Ids are free to choose, and must differ. */
export type PlaygroundPerson = { id: string; aadObjectId: string; name: string; email: string };

export type Playground = {
  /** For the browser. */
  url: string;
  /** Where the playground takes the bot's messages. */
  serviceUrl: string;
  stop(): Promise<void>;
};

export type PlaygroundNeeds = {
  /** Address of the bot's `/api/messages`. */
  endpoint: string;
  /** Who sits at the keyboard: everything typed comes from this person. */
  me: PlaygroundPerson;
  /** The others, whom the bot finds in the team. The playground wants five exactly. */
  others: [PlaygroundPerson, PlaygroundPerson, PlaygroundPerson, PlaygroundPerson, PlaygroundPerson];
  port?: number;
};

const readyMs = 30_000;

/** A sentence for the person who started it, with the cure. */
export class PlaygroundError extends Error {
  override readonly name = 'PlaygroundError';
}

/**
 * Starts the Teams playground on this machine and waits until it takes messages. Throws PlaygroundError
 * when the port is taken, as it would silently take another, and when it does not come up.
 */
export async function startPlayground({ endpoint, me, others, port = 56150 }: PlaygroundNeeds): Promise<Playground> {
  if (!(await isFree(port))) throw taken(port);
  const folder = await mkdtemp(join(tmpdir(), 'playground-'));
  const configFile = join(folder, '.m365agentsplayground.yml');
  // JSON is YAML too.
  await writeFile(configFile, JSON.stringify(playgroundConfig(me, others), null, 2));

  const cli = join(
    dirname(createRequire(import.meta.url).resolve('@microsoft/m365agentsplayground/package.json')),
    'cli.js',
  );
  const child = spawn(
    process.execPath,
    [cli, 'start', '-e', endpoint, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(folder, 'playground.log'),
      },
    },
  );
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(String(chunk)));
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  /** The port it says it took, once it says so. */
  const portTaken = () => /Listening on (\d+)/.exec(said.join(''))?.[1];
  const isRunning = () => child.exitCode === null && child.signalCode === null && child.pid !== undefined;

  const stop = async () => {
    if (isRunning()) {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), 3_000);
      await ended;
      clearTimeout(hard);
    }
    await rm(folder, { recursive: true, force: true });
  };

  const url = `http://localhost:${port}`;
  for (const end = performance.now() + readyMs; performance.now() < end && isRunning(); await sleep(100)) {
    // Somebody was faster: it took another port, and what answers on ours is not it.
    if (portTaken() !== undefined && portTaken() !== String(port)) {
      await stop();
      throw taken(port);
    }
    if (portTaken() !== undefined && (await isUp(port))) return { url, serviceUrl: `${url}/_connector`, stop };
  }
  await stop();
  throw new PlaygroundError(`De Teams-playground start niet op poort ${port}: ${said.join('').trim().slice(-500)}`);
}

const taken = (port: number) =>
  new PlaygroundError(
    `Poort ${port} is al in gebruik, wellicht door een andere playground: sluit die, of kies een andere poort, bijvoorbeeld PLAYGROUND_PORT=56151 npm start.`,
  );

function playgroundConfig(me: PlaygroundPerson, others: PlaygroundPerson[]) {
  // The misspelt field is the playground's.
  const user = ({ email, ...person }: PlaygroundPerson) => {
    const [givenName = '', ...rest] = person.name.split(' ');
    return { ...person, email, userPrincipleName: email, givenName, surname: rest.join(' ') || givenName };
  };
  return {
    version: '0.1.1',
    tenantId: playgroundTenantId,
    bot: { id: '00000000-0000-0000-0000-00000000000011', name: 'Zorggarantie' },
    currentUser: user(me),
    users: others.map(user),
    personalChat: { id: 'persoonlijke-chat' },
    groupChat: { id: 'groepschat', name: 'Groepschat' },
    team: {
      id: playgroundTeamId,
      name: 'Team',
      aadGroupId: '00000000-0000-0000-0000-000000000031',
      channels: [{ id: playgroundChannelId, name: 'Kanaal' }],
    },
  };
}

/** It listens on all interfaces, so that is what is tried. */
const isFree = (port: number) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, () => probe.close(() => resolve(true)));
  });

async function isUp(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/_debug/ping`, { signal: AbortSignal.timeout(1_000) });
    return (await response.text()).includes('pong');
  } catch {
    return false;
  }
}
