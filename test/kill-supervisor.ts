import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Intent } from '../src/intent.ts';
import type { Outcome } from '../src/outcome.ts';
import type { Answer, KeptCase, Question, Start } from './kill-bot.ts';
import type { ClockSetting } from './kill-clock.ts';

type Asked = { resolve: (answer: Answer) => void; reject: (fault: Error) => void };
type Process = { child: ChildProcess; ask(question: Question): Promise<Answer['value']>; gone: Promise<void> };

/** The bot in a process of its own, which can be killed and comes back on the same data and port. */
export type Supervisor = {
  port(): number;
  /** Resolves when the bot answers; at once when it does. */
  up(): Promise<void>;
  /** Kills the process without warning, also while it is starting; starts the next when `look` has looked. */
  kill(look?: () => Promise<void>): Promise<void>;
  setClock(clock: ClockSetting): Promise<void>;
  cases(references: string[]): Promise<(KeptCase | null)[]>;
  /** How many messages one beat enqueued. Rejects when the process is killed meanwhile. */
  beat(): Promise<number>;
  /** What came of it, parsed. Rejects when the process is killed meanwhile. */
  handle(intent: Omit<Intent, 'at'>): Promise<Outcome>;
  stop(): Promise<void>;
  /** Ends whatever still runs; for after a failure. */
  end(): Promise<void>;
};

export async function supervise(first: Start): Promise<Supervisor> {
  let start = first;
  const all: Promise<Process>[] = [];
  const loaded = () => {
    const process = load(first.teams ? ['teams'] : []);
    all.push(process);
    return process;
  };
  let spare = loaded();
  let current: Process;

  /** Takes the one that was loaded, and loads another for next time. */
  async function replace(): Promise<void> {
    current = await spare;
    spare = loaded();
  }
  async function begin(): Promise<void> {
    const port = await current.ask({ what: 'start', start });
    start = { ...start, port: Number(port) };
  }

  await replace();
  let up = begin();
  await up;
  return {
    port: () => start.port,
    async up() {
      // The one that is coming up may be killed before it is there: then it is the next one that counts.
      for (;;) {
        const one = up;
        try {
          await one;
          return;
        } catch (fault) {
          if (one === up) throw fault;
        }
      }
    },
    async kill(look) {
      const { child, gone } = current;
      const replaced = (async () => {
        child.kill('SIGKILL');
        await gone;
        await look?.();
        await replace();
      })();
      up = replaced.then(begin);
      up.catch(() => {});
      await replaced;
    },
    async setClock(clock) {
      start = { ...start, clock };
      // One that is killed meanwhile: the next starts with it.
      await current.ask({ what: 'clock', clock }).catch(() => {});
    },
    async cases(references) {
      const value = await current.ask({ what: 'cases', references });
      return Array.isArray(value) ? value : [];
    },
    async beat() {
      return Number(await current.ask({ what: 'beat' }));
    },
    async handle(intent) {
      return JSON.parse(String(await current.ask({ what: 'handle', intent }))) as Outcome;
    },
    async stop() {
      await up;
      await current.ask({ what: 'stop' });
      await current.gone;
    },
    async end() {
      for (const one of all) {
        const { child, gone } = await one;
        child.kill('SIGKILL');
        await gone;
      }
    },
  };
}

/** A process with everything loaded, that does nothing yet. */
async function load(platforms: string[]): Promise<Process> {
  const child = fork(fileURLToPath(new URL('./kill-bot.ts', import.meta.url)), platforms, {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const asked = new Map<number, Asked>();
  let id = 0;
  const gone = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const put = (n: number) => new Promise<Answer>((resolve, reject) => asked.set(n, { resolve, reject }));
  child.on('message', (answer: Answer) => {
    asked.get(answer.id)?.resolve(answer);
    asked.delete(answer.id);
  });
  // A kill may come between asking and sending: the answer is then that it is gone.
  child.on('error', () => {});
  void gone.then(() => {
    for (const { reject } of asked.values()) reject(new Error('the bot is gone'));
    asked.clear();
  });
  await put(0);
  return {
    child,
    gone,
    async ask(question) {
      if (!child.connected) throw new Error('the bot is gone');
      id += 1;
      const answered = put(id);
      child.send({ id, ...question }, () => {});
      const { value, fault } = await answered;
      if (fault !== undefined) throw new Error(fault);
      return value;
    },
  };
}
