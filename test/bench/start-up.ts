import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startSlackStandIn } from '../stand-ins/slack.ts';
import { median, scale } from './alternate.ts';
import { limburgFile } from './limburg.ts';
import type { ServerTask } from './server.ts';
import type { Row } from './table.ts';

type Start = { seconds: number; megabytes: number };

const main = fileURLToPath(new URL('../../adapters/main.ts', import.meta.url));
const rounds = Math.max(1, Math.round(3 * Math.min(scale, 1)));

/** Time to ready and memory of `node adapters/main.ts bot` on an embedded database, on a new folder and again. */
export async function startUp(): Promise<Row[]> {
  const slack = await startSlackStandIn([]);
  try {
    return [
      ...(await measured('Slack', '@slack/bolt', {
        SLACK_BOT_TOKEN: slack.botToken,
        SLACK_SIGNING_SECRET: slack.signingSecret,
        SLACK_API_URL: slack.apiUrl,
      })),
      ...(await measured('Teams', 'botbuilder', { BOT_MODE: 'local' })),
    ];
  } finally {
    await slack.close();
  }
}

type Sdk = Extract<ServerTask, { kind: 'bare-start' }>['sdk'];

async function measured(platform: string, sdk: Sdk, platformEnv: Record<string, string>): Promise<Row[]> {
  const found: { first: Start; second: Start; bare: Start }[] = [];
  for (let round = 0; round < rounds; round++) {
    const folder = await mkdtemp(join(tmpdir(), 'bench-start-'));
    const env = {
      BOT_KEYS: `bench:${Buffer.alloc(32, 5).toString('base64')}`,
      REGION_FILE: limburgFile,
      PORT: '0',
      DATA_DIR: folder,
      ...platformEnv,
    };
    try {
      const first = await startBot(env);
      const second = await startBot(env);
      const bare = await startBare({ kind: 'bare-start', sdk, folder: join(folder, 'database') });
      found.push({ first, second, bare });
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
  const of = (pick: (one: (typeof found)[number]) => number) => median(found.map(pick));
  const [first, second, bare] = [of((f) => f.first.seconds), of((f) => f.second.seconds), of((f) => f.bare.seconds)];
  const [memory, bareMemory] = [of((f) => f.second.megabytes), of((f) => f.bare.megabytes)];
  return [
    {
      what: `Ready with ${platform}, first start on an empty folder`,
      ours: `${first.toFixed(2)} s`,
      yardstick: `${second.toFixed(2)} s: the second start`,
      ratio: (first / second).toFixed(2),
      aim: '',
      met: null,
    },
    {
      what: `Ready with ${platform}, second start`,
      ours: `${second.toFixed(2)} s`,
      yardstick: `${bare.toFixed(2)} s: node, ${sdk} and PGlite on that folder, nothing else`,
      ratio: (second / bare).toFixed(2),
      aim: '< 2 s',
      met: second < 2,
    },
    {
      what: `Memory with ${platform}, after the second start`,
      ours: `${Math.round(memory)} MB`,
      yardstick: `${Math.round(bareMemory)} MB: node, ${sdk} and PGlite, nothing else`,
      ratio: (memory / bareMemory).toFixed(2),
      aim: '',
      met: null,
    },
  ];
}

const inherited = { PATH: process.env.PATH, HOME: process.env.HOME };

function startBot(env: Record<string, string>): Promise<Start> {
  const started = performance.now();
  const child = spawn(process.execPath, [main, 'bot'], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return timed(child, started, async () => {
    for await (const line of createInterface(child.stdout)) if (line.includes('"bot.ready"')) return;
    throw new Error('the bot ended before it was ready');
  });
}

function startBare(task: ServerTask): Promise<Start> {
  const started = performance.now();
  const child = fork(new URL('server.ts', import.meta.url), { env: inherited });
  child.send(task);
  return timed(child, started, () => once(child, 'message'));
}

async function timed(child: ChildProcess, started: number, ready: () => Promise<unknown>): Promise<Start> {
  const ended = once(child, 'exit');
  try {
    await ready();
    const seconds = (performance.now() - started) / 1000;
    // What it does at once, the first heartbeat and looking people up, belongs to what it takes.
    await sleep(1_500);
    const status = await readFile(`/proc/${child.pid}/status`, 'utf8').catch(() => '');
    return { seconds, megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024 };
  } finally {
    child.kill();
    await ended;
  }
}
