import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';

it.each(['SIGTERM', 'SIGINT'] as const)('stops once and to the end when %s comes again meanwhile', async (signal) => {
  const program = `
    const { stopOnSignal } = await import(${JSON.stringify(new URL('./stop-on-signal.ts', import.meta.url).href)});
    stopOnSignal(async () => {
      process.stdout.write('stopping ');
      await new Promise((done) => setTimeout(done, 500));
      process.stdout.write('stopped');
    });
    setInterval(() => {}, 1_000);
    process.stdout.write('ready ');`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.on('data', (chunk) => {
    said += chunk;
    if (said.endsWith('ready ') || said.endsWith('stopping ')) child.kill(signal);
  });
  const [code, killedBy] = await once(child, 'close');
  expect({ said, code, killedBy }).toEqual({ said: 'ready stopping stopped', code: 0, killedBy: null });
});
