import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { ServerTask } from './server.ts';

export type RunningServer = { url: string; stop(): Promise<void> };

/** Runs one of the servers in `server.ts` in a process of its own, until `stop`. */
export async function runServer(task: ServerTask): Promise<RunningServer> {
  const child = fork(new URL('server.ts', import.meta.url), {
    env: { PATH: process.env.PATH, HOME: process.env.HOME },
  });
  child.send(task);
  const port = await Promise.race([
    once(child, 'message').then(([message]) => Number(message)),
    once(child, 'exit').then(([code]) => {
      throw new Error(`${task.kind} ended with ${code} before it was ready`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      child.kill();
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    },
  };
}
