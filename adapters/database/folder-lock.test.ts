import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { FolderInUse, lockFolder } from './folder-lock.ts';

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'lock-'));
  onTestFinished(() => rmSync(made, { recursive: true, force: true }));
  return made;
}

const write = (path: string, holder: object) => writeFileSync(join(path, 'in-gebruik'), JSON.stringify(holder));

describe('the lock on a folder', () => {
  it('is given once, and given again after it was given back', () => {
    const path = folder();
    const release = lockFolder(path);
    expect(() => lockFolder(path)).toThrow(FolderInUse);
    release();
    lockFolder(path)();
    expect(existsSync(join(path, 'in-gebruik'))).toBe(false);
  });

  it('says who has it', async () => {
    const path = folder();
    const file = join(import.meta.dirname, 'folder-lock.ts');
    const script = `const { lockFolder } = await import(${JSON.stringify(file)}); lockFolder(${JSON.stringify(path)});
      console.log('locked'); setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(() => lockFolder(path)).toThrow(`is in gebruik door proces ${child.pid}. Stop dat eerst`);
    const gone = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await gone;
    expect(existsSync(join(path, 'in-gebruik'))).toBe(true);
    lockFolder(path)();
  });

  it('is taken over from a process that died, also when its number was given to another', () => {
    const path = folder();
    const dead = spawnSync(process.execPath, ['-e', '']).pid;
    write(path, { pid: dead, host: hostname(), started: '' });
    lockFolder(path)();
    write(path, { pid: process.ppid, host: hostname(), started: 'another boot/1' });
    lockFolder(path)();
    write(path, { pid: process.pid, host: hostname(), started: 'a container ago/7' });
    lockFolder(path)();
    writeFileSync(join(path, 'in-gebruik'), 'half writ');
    lockFolder(path)();
  });

  it('of another machine is respected while its holder shows signs of life', () => {
    const path = folder();
    write(path, { pid: 1, host: 'elders', started: '' });
    expect(() => lockFolder(path)).toThrow('proces 1 op elders');
    const before = new Date(Date.now() - 60_000);
    utimesSync(join(path, 'in-gebruik'), before, before);
    lockFolder(path)();
  });
});
