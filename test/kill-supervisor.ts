import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Answer, KeptCase, Question, Start } from './kill-bot.ts';
import type { ClockSetting } from './kill-clock.ts';

type Asked = { resolve: (answer: Answer) => void; reject: (fault: Error) => void };
type Process = { child: ChildProcess; ask(question: Question): Promise<Answer['value']>; gone: Promise<void> };

/** The bot in a process of its own, which can be killed and comes back on the same data and port. */
export type Supervisor = {
  port(): number;
  /** Resolves when the bot answers; at once when it does. */
  up(): Promise<void>;
  /** Kills the process without warning, also while it is starting, and starts the next. */
  kill(): Promise<void>;
  setClock(clock: ClockSetting): Promise<void>;
  cases(references: string[]): Promise<(KeptCase | null)[]>;
  stop(): Promise<void>;
  /** Ends whatever still runs; for after a failure. */
  end(): void;
};

export async function supervise(first: Start): Promise<Supervisor> {
  let start = first;
  let stopped = false;
  let spare = load();
  let current = await spare;
  const spares = new Set<Process>([current]);
  let up = comeUp();

  /** Starts the one that was loaded, and loads another for next time. */
  async function comeUp(): Promise<void> {
    current = await spare;
    spare = load();
    void spare.then((process) => spares.add(process));
    const port = await current.ask({ what: 'start', start });
    start = { ...start, port: Number(port) };
  }

  const tolerant = (promise: Promise<unknown>) => promise.then(() => {}).catch(() => {});

  await up;
  return {
    port: () => start.port,
    async up() {
      // The one that is coming up may be killed before it is there: then it is the next one that counts.
      for (;;) {
        const one = up;
        await tolerant(one);
        if (one === up) return one;
      }
    },
    async kill() {
      const { child, gone } = current;
      const before = up;
      child.kill('SIGKILL');
      await gone;
      await tolerant(before);
      if (!stopped) up = comeUp();
      up.catch(() => {});
    },
    async setClock(clock) {
      start = { ...start, clock };
      await tolerant(current.ask({ what: 'clock', clock }));
    },
    async cases(references) {
      const value = await current.ask({ what: 'cases', references });
      return Array.isArray(value) ? value : [];
    },
    async stop() {
      stopped = true;
      await up;
      await current.ask({ what: 'stop' });
      await current.gone;
    },
    end() {
      stopped = true;
      for (const { child } of spares) child.kill('SIGKILL');
    },
  };
}

/** A process with everything loaded, that does nothing yet. */
async function load(): Promise<Process> {
  const child = fork(fileURLToPath(new URL('./kill-bot.ts', import.meta.url)), {
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
      id += 1;
      const answered = put(id);
      if (!child.connected) throw new Error('the bot is gone');
      child.send({ id, ...question }, () => {});
      const { value, fault } = await answered;
      if (fault !== undefined) throw new Error(fault);
      return value;
    },
  };
}
